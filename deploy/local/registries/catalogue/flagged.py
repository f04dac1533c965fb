"""Companies about which something grave is on record."""

from dataclasses import replace
from datetime import date, timedelta

from deploy.local.registries.catalogue.making import (
    LAST_YEAR,
    TODAY,
    company,
    director,
    healthy_accounts,
    registered,
    shop_of,
)
from deploy.local.registries.rows import (
    Accounts,
    Activity,
    Page,
    Publication,
    Registered,
    RegisteredOwner,
    RegisteredPerson,
    SimulatedCompany,
    Website,
    shop,
)

_GRIJZE_DUIF = registered(
    "Grijze Duif Post",
    "BV",
    ("Duivenstraat 40", "2018", "Antwerpen"),
    Activity("53.20", "Courier activities"),
    director("Els", "De Backer"),
    status="dissolved",
    ended=date(2025, 11, 30),
    in_peppol=False,
)
GRIJZE_DUIF = company(
    "Dissolved: the Belgian register has it as struck off, and VIES has ended the number.",
    _GRIJZE_DUIF,
    "BE",
    vat_number="BE0439481066",
    number="0439481066",
    typed_name="Grijze Duif Post BV",
    vies=None,
    website=shop("grijze-duif.example", "Grijze Duif Post BV", "Couriers", "Duivenstraat 40", "BE 0439.481.066"),
)

_KOPEREN_KETEL = registered(
    "Koperen Ketel Brouwerij",
    "NV",
    ("Brouwerijplein 1", "3000", "Leuven"),
    Activity("11.05", "Manufacture of beer"),
    director("Bart", "Hendrickx"),
    status="bankruptcy",
    publications=(
        Publication(TODAY - timedelta(days=40), "FAILLISSEMENT", f"{TODAY - timedelta(days=40):%y}098711"),
        Publication(date(2016, 3, 14), "RUBRIEK OPRICHTING", "16034711"),
    ),
)
KOPEREN_KETEL = company(
    "Bankrupt: the court opened the bankruptcy, and the number is still valid.",
    _KOPEREN_KETEL,
    "BE",
    vat_number="BE0644439096",
    number="0644439096",
    typed_name="Koperen Ketel Brouwerij NV",
    website=shop(
        "koperen-ketel.example", "Koperen Ketel Brouwerij NV", "Beer", "Brouwerijplein 1, Leuven", "BE 0644.439.096"
    ),
)

_LINDENHOF = registered(
    "Lindenhof Gartenbau GmbH",
    "GmbH",
    ("Lindenallee 8", "53111", "Bonn"),
    Activity("81.30", "Landscape service activities"),
    director("Sabine", "Krüger", "DE"),
    status="liquidation",
)
LINDENHOF = company(
    "In liquidation, as NorthData tells.",
    _LINDENHOF,
    "DE",
    vat_number="DE811907980",
    number="HRB 65432 Bonn",
    vies=Registered("---", "---"),
    website=shop_of("lindenhof-gartenbau.example", _LINDENHOF, "Gardens", "DE 811 907 980"),
)

_JONGE_SPRUIT = registered(
    "Jonge Spruit Catering",
    "BV",
    ("Moestuin 3", "8500", "Kortrijk"),
    Activity("56.21", "Event catering activities"),
    director("Noor", "Vermeulen", since=TODAY - timedelta(days=60)),
    incorporated=TODAY - timedelta(days=60),
    accounts=(),
)
JONGE_SPRUIT = company(
    "Founded two months ago: everything agrees, and there is little of it.",
    _JONGE_SPRUIT,
    "BE",
    vat_number="BE0781557506",
    number="0781557506",
    typed_name="Jonge Spruit Catering BV",
    website=shop(
        "jonge-spruit.example", "Jonge Spruit Catering BV", "Catering", "Moestuin 3, Kortrijk", "BE 0781.557.506"
    ),
)

_STILLE_WATERS = registered(
    "Stille Waters Holding",
    "BV",
    ("Trustkade 100", "1050", "Brussel"),
    Activity("64.20", "Activities of holding companies"),
    RegisteredPerson("Trustkade Corporate Services NV", role="director", since=date(2021, 9, 1), kind="company"),
    owners=(RegisteredOwner("Palmyra Nominees Ltd", 100.0, "company", "CY"),),
    incorporated=date(2021, 9, 1),
    employees=0,
    accounts=(),
    in_peppol=False,
    flags=("Nominee director",),
)
STILLE_WATERS = company(
    "A shell: a trust office directs it, a nominee owns it, no accounts, nobody works there, a parked website.",
    _STILLE_WATERS,
    "BE",
    vat_number="BE0490050928",
    number="0490050928",
    typed_name="Stille Waters Holding BV",
    website=Website(
        "stille-waters.example",
        {"/": Page("<!doctype html><title>stille-waters.example</title><h1>This domain is parked</h1>")},
    ),
)

_ZILVERMEER = registered(
    "Zilvermeer Import",
    "NV",
    ("Havendok 77", "2030", "Antwerpen"),
    Activity("46.90", "Non-specialised wholesale trade"),
    RegisteredPerson("Karlov", "Viktor", "director", date(2019, 2, 1), birth_date=date(1968, 4, 17), country="BE"),
)
ZILVERMEER = company(
    "A director is on a list of sanctions.",
    _ZILVERMEER,
    "BE",
    vat_number="BE0436048850",
    number="0436048850",
    typed_name="Zilvermeer Import NV",
    website=shop(
        "zilvermeer.example", "Zilvermeer Import NV", "Wholesale", "Havendok 77, Antwerpen", "BE 0436.048.850"
    ),
)

_AURORA = registered(
    "Aurora Conseil",
    "SAS",
    ("18 quai de la Gare", "75013", "Paris"),
    Activity("70.22", "Business consultancy"),
    RegisteredPerson("Delacourt", "Hélène", "director", date(2017, 6, 1), birth_date=date(1961, 9, 3), country="FR"),
)
AURORA = company(
    "The director is a politically exposed person.",
    _AURORA,
    "FR",
    vat_number="FR44512345604",
    number="512345604",
    typed_name="Aurora Conseil SAS",
    website=shop(
        "aurora-conseil.example", "Aurora Conseil SAS", "Conseil", "18 quai de la Gare, Paris", "FR 44 512345604"
    ),
)

_RODE_CIJFERS = registered(
    "Rode Cijfers Retail",
    "BV",
    ("Schuldplein 5", "9100", "Sint-Niklaas"),
    Activity("47.71", "Retail sale of clothing"),
    director("Dirk", "Maes"),
    accounts=tuple(replace(item, equity=-85_000, result=-64_000) for item in healthy_accounts()),
)
RODE_CIJFERS = company(
    "The annual accounts show more debts than property.",
    _RODE_CIJFERS,
    "BE",
    vat_number="BE0575394102",
    number="0575394102",
    typed_name="Rode Cijfers Retail BV",
    website=shop("rode-cijfers.example", "Rode Cijfers Retail BV", "Clothes", "Schuldplein 5", "BE 0575.394.102"),
)

_VERRE_KUST = registered(
    "Verre Kust Trading",
    "BV",
    ("Kustlaan 12", "8400", "Oostende"),
    Activity("46.19", "Agents in the sale of a variety of goods"),
    director("Peter", "Lauwers"),
    owners=(RegisteredOwner("Kaveh Rostami", 75.0, "person", "IR"), RegisteredOwner("Peter Lauwers", 25.0)),
)
VERRE_KUST = company(
    "Three quarters belong to an owner in a high-risk third country.",
    _VERRE_KUST,
    "BE",
    vat_number="BE0500941355",
    number="0500941355",
    typed_name="Verre Kust Trading BV",
    website=shop("verre-kust.example", "Verre Kust Trading BV", "Trading", "Kustlaan 12, Oostende", "BE 0500.941.355"),
)

_SKYGGEFJELL = registered(
    "Skyggefjell Invest AS",
    "AS",
    ("Fjellveien 21", "0271", "Oslo"),
    Activity("68.20", "Renting of own real estate"),
    director("Lars", "Haugen", "NO"),
    status="bankruptcy",
)
SKYGGEFJELL = company(
    "Bankrupt in Norway, as its register says.",
    _SKYGGEFJELL,
    "NO",
    vat_number="NO923456783MVA",
    number="923456783",
    vies=None,
    website=shop_of("skyggefjell.example", _SKYGGEFJELL, "Property", "NO 923 456 783 MVA"),
)

_VRACHTLIJN = registered(
    "Vrachtlijn Noord",
    "BV",
    ("Rederijkaai 19", "8380", "Zeebrugge"),
    Activity("52.29", "Other transportation support activities"),
    director("Geert", "Vandamme"),
    owners=(
        RegisteredOwner("Obsidian Freight Services SA", 60.0, "company", "LU"),
        RegisteredOwner("Geert Vandamme", 40.0),
    ),
)
VRACHTLIJN = company(
    "Most of it belongs to a company that the World Bank has debarred.",
    _VRACHTLIJN,
    "BE",
    vat_number="BE0430381971",
    number="0430381971",
    typed_name="Vrachtlijn Noord BV",
    website=shop("vrachtlijn.example", "Vrachtlijn Noord BV", "Forwarding", "Rederijkaai 19", "BE 0430.381.971"),
)

_LAATBLOEI = registered(
    "Laatbloei Tuincentrum",
    "BV",
    ("Kwekerijweg 7", "9940", "Evergem"),
    Activity("47.76", "Retail sale of flowers and plants"),
    director("Griet", "Baert"),
    accounts=(Accounts(LAST_YEAR - 2, date(LAST_YEAR - 1, 6, 28), 61_000, 480_000, 9_000),),
    lei="984500LAATBLOEI00082",
    lei_status="LAPSED",
)
LAATBLOEI = company(
    "Late with everything: no accounts for two years, and the LEI was not renewed.",
    _LAATBLOEI,
    "BE",
    vat_number="BE0717171775",
    number="0717171775",
    typed_name="Laatbloei Tuincentrum BV",
    website=shop("laatbloei.example", "Laatbloei Tuincentrum BV", "Plants", "Kwekerijweg 7", "BE 0717.171.775"),
)

FLAGGED: tuple[SimulatedCompany, ...] = (
    GRIJZE_DUIF,
    KOPEREN_KETEL,
    LINDENHOF,
    JONGE_SPRUIT,
    STILLE_WATERS,
    ZILVERMEER,
    AURORA,
    RODE_CIJFERS,
    VERRE_KUST,
    SKYGGEFJELL,
    VRACHTLIJN,
    LAATBLOEI,
)

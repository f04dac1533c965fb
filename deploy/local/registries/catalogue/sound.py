"""Companies in good order: whatever is asked about them agrees, or is withheld by rule.

Registers agree each in its own words: in capitals, in another script or language, with the legal form written out, the
street abbreviated, the postal code apart.
"""

from dataclasses import replace

from deploy.local.registries.catalogue.making import company, director, registered, shop_of
from deploy.local.registries.rows import Activity, Page, Registered, SimulatedCompany, Website, shop
from schemas.sources import SourceName

ACME_TRADING = SimulatedCompany(
    story="The documentation's example: VIES and the website agree, yet the number's checksum fails.",
    company_name="Acme Trading BVBA",
    country="BE",
    vat_number="BE0456789012",
    company_registration_number="0456789012",
    vies=Registered("ACME TRADING", "RUE DE LA LOI 1\n1000 BRUXELLES"),
    entry=registered(
        "Acme Trading",
        "BV",
        ("Rue de la Loi 1", "1000", "Bruxelles"),
        Activity("46.65", "Wholesale of office furniture"),
        director("Jan", "Peeters"),
    ),
    website=shop(
        "acme-trading.be", "Acme Trading BVBA", "Office supplies", "Rue de la Loi 1, 1000 Bruxelles", "BE 0456.789.012"
    ),
)

_ZONNEWIND = registered(
    "Zonnewind Logistiek",
    "BV",
    ("Kanaalweg 24", "9000", "Gent"),
    Activity("52.29", "Other transportation support activities"),
    director("Lieve", "Verbeke"),
    lei="9845007Q1ZONNEWIND96",
)
ZONNEWIND = company(
    "A Belgian company without a blemish: every source agrees.",
    _ZONNEWIND,
    "BE",
    vat_number="BE0711326932",
    number="0711326932",
    typed_name="Zonnewind Logistiek BV",
    vies=Registered("BV ZONNEWIND LOGISTIEK", "Kanaalweg 24\n9000 Gent"),
    website=shop(
        "zonnewind-logistiek.example",
        "Zonnewind Logistiek BV",
        "Parcel logistics",
        "Kanaalweg 24, 9000 Gent",
        "BE 0711.326.932",
    ),
    behaviours={
        SourceName.GLEIF: replace(_ZONNEWIND, name="ZONNEWIND LOGISTIEK BV", city="Ghent"),
        SourceName.NORTHDATA: replace(
            _ZONNEWIND, name="Zonnewind Logistiek BV", legal_form="Besloten Vennootschap", street="Kanaalweg 24/0000"
        ),
    },
)

_HAVENLICHT = registered(
    "Havenlicht Handel B.V.",
    "B.V.",
    ("Pierweg 12", "3011 AB", "Rotterdam"),
    Activity("46.69", "Wholesale of other machinery and equipment"),
    director("Maarten", "Kuiper", "NL"),
    in_crunchbase=True,
    lei="724500HAVENLICHT0036",
)
HAVENLICHT = company(
    "A Dutch company without a blemish.",
    _HAVENLICHT,
    "NL",
    vat_number="NL169149705B01",
    number="81234567",
    vies=Registered("HAVENLICHT HANDEL B.V.", "\nPIERWEG 00012\n3011AB ROTTERDAM\n"),
    website=shop(
        "havenlicht.example", "Havenlicht Handel B.V.", "Ship chandlers", "Pierweg 12, Rotterdam", "NL169149705B01"
    ),
    behaviours={
        SourceName.GLEIF: replace(
            _HAVENLICHT, legal_form="besloten vennootschap met beperkte aansprakelijkheid", postal_code="3011AB"
        ),
        SourceName.CRUNCHBASE: replace(_HAVENLICHT, name="Havenlicht", street="12 Pierweg", postal_code="3011"),
    },
)

_NORDLICHT = registered(
    "Nordlicht Werkzeugbau GmbH",
    "GmbH",
    ("Deichstraße 3", "20459", "Hamburg"),
    Activity("25.73", "Manufacture of tools"),
    director("Jürgen", "Großmann", "DE"),
    lei="529900NORDLICHT00082",
)
NORDLICHT = company(
    "Valid, but Germany withholds name and address: the number is confirmed and the name is not.",
    _NORDLICHT,
    "DE",
    vat_number="DE332374551",
    number="HRB 123456 Hamburg",
    vies=Registered("---", "---"),
    website=shop_of("nordlicht-werkzeugbau.example", _NORDLICHT, "Tool making", "DE 332 374 551"),
    behaviours={
        SourceName.GLEIF: replace(
            _NORDLICHT,
            name="NORDLICHT WERKZEUGBAU GESELLSCHAFT MIT BESCHRÄNKTER HAFTUNG",
            legal_form="Gesellschaft mit beschränkter Haftung",
            street="Deichstr. 3",
        ),
    },
)

_GARANCE = registered(
    "Atelier Garance",
    "SARL",
    ("7 rue des Lilas", "69003", "Lyon"),
    Activity("47.62", "Retail sale of newspapers and stationery"),
    director("Élodie", "Garance", "FR"),
    lei="969500GARANCE0000072",
)
GARANCE = company(
    "A French company whose website moved: two redirects, then everything agrees.",
    _GARANCE,
    "FR",
    vat_number="FR39882624349",
    number="882624349",
    typed_name="Atelier Garance SARL",
    vies=Registered("SARL ATELIER GARANCE", "7 RUE DES LILAS\n69003 LYON"),
    website=Website(
        "atelier-garance.example",
        {
            "/": Page(status=301, location="https://www.atelier-garance.example/"),
        },
    ),
    behaviours={
        SourceName.GLEIF: replace(
            _GARANCE, legal_form="Société à responsabilité limitée", street="7 R DES LILAS", city="LYON 3EME"
        ),
    },
)
GARANCE_WWW = Website(
    "www.atelier-garance.example",
    {
        "/": Page(status=302, location="/fr/"),
        "/fr/": Page(
            "<!doctype html><title>Atelier Garance – Papeterie</title><h1>Atelier Garance</h1>"
            "<p>SARL Atelier Garance, 7 rue des Lilas, 69003 Lyon. TVA FR 39 882624349</p>"
            '<p><a href="/fr/mentions-legales">Mentions légales</a></p>'
        ),
        "/fr/mentions-legales": Page(
            "<!doctype html><title>Mentions légales</title><p>Éditeur : SARL Atelier Garance, SIREN 882 624 349.</p>"
        ),
    },
)

_GALAZIOS = registered(
    "Γαλάζιος Ορίζοντας Α.Ε.",
    "Α.Ε.",
    ("Ακτή Θεμιστοκλέους 12", "18537", "Πειραιάς"),
    Activity("47.64", "Retail sale of sporting equipment"),
    director("Ελένη", "Παπαδοπούλου", "GR"),
    lei="213800GALAZIOS000082",
)
_GALAZIOS_IN_LATIN = registered(
    "Galazios Orizontas S.A.",
    "S.A.",
    ("Akti Themistokleous 12", "185 37", "Piraeus"),
    Activity("47.64", "Retail sale of sporting equipment"),
    director("Eleni", "Papadopoulou", "GR"),
)
GALAZIOS = company(
    "A Greek company: GR in a case, EL in VIES, and its name in Greek letters.",
    _GALAZIOS,
    "GR",
    vat_number="EL225290570",
    number="044123407000",
    vies=Registered("ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ ΑΕ", "ΑΚΤΗ ΘΕΜΙΣΤΟΚΛΕΟΥΣ 12\n18537 - ΠΕΙΡΑΙΑΣ"),
    website=shop(
        "galazios.example", "Γαλάζιος Ορίζοντας Α.Ε.", "Boats", "Ακτή Θεμιστοκλέους 12, Πειραιάς", "EL225290570"
    ),
    behaviours={
        SourceName.GLEIF: replace(_GALAZIOS, name="ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ ΑΝΩΝΥΜΗ ΕΤΑΙΡΕΙΑ", legal_form="Ανώνυμη Εταιρεία"),
        SourceName.NORTHDATA: _GALAZIOS_IN_LATIN,
    },
)

_FJORDLYS = registered(
    "Fjordlys Handel AS",
    "AS",
    ("Strandgaten 4", "5013", "Bergen"),
    Activity("47.59", "Retail sale of furniture and lighting equipment"),
    director("Ingrid", "Solheim", "NO"),
    lei="549300FJORDLYS000052",
)
FJORDLYS = company(
    "A Norwegian company: in the EEA, and not in VIES.",
    _FJORDLYS,
    "NO",
    vat_number="NO931234501MVA",
    number="931234501",
    vies=None,
    website=shop_of("fjordlys.example", _FJORDLYS, "Lamps", "NO 931 234 501 MVA"),
    behaviours={
        SourceName.GLEIF: replace(
            _FJORDLYS, name="FJORDLYS HANDEL AS", legal_form="Aksjeselskap", street="Strandgt. 4"
        ),
    },
)

SOUND: tuple[SimulatedCompany, ...] = (
    ACME_TRADING,
    ZONNEWIND,
    HAVENLICHT,
    NORDLICHT,
    GARANCE,
    GALAZIOS,
    FJORDLYS,
)

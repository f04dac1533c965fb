"""The companies of test mode. All are invented; their numbers have valid check digits but where a row says otherwise.

Host names end in `.example`, which nobody can own (RFC 2606), but for the one of the documentation's own example.
"""

from deploy.local.registries.rows import (
    Failing,
    Page,
    Registered,
    SimulatedCompany,
    UnderMaintenance,
    Website,
    shop,
)

ACME_TRADING = SimulatedCompany(
    story="The documentation's example: VIES and the website agree, yet the number's checksum fails.",
    company_name="Acme Trading BVBA",
    country="BE",
    vat_number="BE0456789012",
    company_registration_number="0456789012",
    vies=Registered("ACME TRADING", "RUE DE LA LOI 1\n1000 BRUXELLES"),
    website=shop(
        "acme-trading.be", "Acme Trading BVBA", "Office supplies", "Rue de la Loi 1, 1000 Bruxelles", "BE 0456.789.012"
    ),
)

ZONNEWIND = SimulatedCompany(
    story="A Belgian company without a blemish: every source agrees.",
    company_name="Zonnewind Logistiek BV",
    country="BE",
    vat_number="BE0711326932",
    company_registration_number="0711326932",
    vies=Registered("BV ZONNEWIND LOGISTIEK", "Kanaalweg 24\n9000 Gent"),
    website=shop(
        "zonnewind-logistiek.example",
        "Zonnewind Logistiek BV",
        "Parcel logistics",
        "Kanaalweg 24, 9000 Gent",
        "BE 0711.326.932",
    ),
)

HAVENLICHT = SimulatedCompany(
    story="A Dutch company without a blemish.",
    company_name="Havenlicht Handel B.V.",
    country="NL",
    vat_number="NL169149705B01",
    company_registration_number="81234567",
    vies=Registered("HAVENLICHT HANDEL B.V.", "\nPIERWEG 00012\n3011AB ROTTERDAM\n"),
    website=shop(
        "havenlicht.example", "Havenlicht Handel B.V.", "Ship chandlers", "Pierweg 12, Rotterdam", "NL169149705B01"
    ),
)

NORDLICHT = SimulatedCompany(
    story="Valid, but Germany withholds name and address: the number is confirmed and the name is not.",
    company_name="Nordlicht Werkzeugbau GmbH",
    country="DE",
    vat_number="DE332374551",
    company_registration_number="HRB 123456",
    vies=Registered("---", "---"),
    website=shop(
        "nordlicht-werkzeugbau.example",
        "Nordlicht Werkzeugbau GmbH",
        "Tool making",
        "Deichstraße 3, 20459 Hamburg",
        "DE 332 374 551",
    ),
)

GARANCE = SimulatedCompany(
    story="A French company whose website moved: two redirects, then everything agrees.",
    company_name="Atelier Garance SARL",
    country="FR",
    vat_number="FR39882624349",
    company_registration_number="882624349",
    vies=Registered("SARL ATELIER GARANCE", "7 RUE DES LILAS\n69003 LYON"),
    website=Website(
        "atelier-garance.example",
        {
            "/": Page(status=301, location="https://www.atelier-garance.example/"),
        },
    ),
)
_GARANCE_WWW = Website(
    "www.atelier-garance.example",
    {
        "/": Page(status=302, location="/fr/"),
        "/fr/": Page(
            "<!doctype html><title>Atelier Garance – Papeterie</title><h1>Atelier Garance</h1>"
            "<p>SARL Atelier Garance, 7 rue des Lilas, 69003 Lyon. TVA FR 39 882624349</p>"
        ),
    },
)

NARANJA_AZUL = SimulatedCompany(
    story="The checksum is right, but VIES does not know the number: invalid.",
    company_name="Naranja Azul Exportaciones SL",
    country="ES",
    vat_number="ESB62011002",
    website=shop(
        "naranja-azul.example", "Naranja Azul Exportaciones SL", "Fruit", "Calle Mayor 5, Valencia", "B62011002"
    ),
)

ALPENQUELL = SimulatedCompany(
    story="Name mismatch: the number belongs to another company, and the website names that one.",
    company_name="Alpenquell Getränke GmbH",
    country="AT",
    vat_number="ATU68142798",
    vies=Registered("Steinbock Holzhandel GmbH", "Bergweg 9\nAT-6020 Innsbruck"),
    website=shop(
        "alpenquell.example", "Steinbock Holzhandel GmbH", "Timber", "Bergweg 9, 6020 Innsbruck", "ATU68142798"
    ),
)

GLASMERE = SimulatedCompany(
    story="Address mismatch, once the website's address is given as `registered_address` in `additional_data`.",
    company_name="Glasmere Provisions Limited",
    country="IE",
    vat_number="IE4358856U",
    vies=Registered("GLASMERE PROVISIONS LIMITED", "UNIT 4, HARBOUR PARK, GALWAY"),
    website=shop(
        "glasmere.example", "Glasmere Provisions Limited", "Groceries", "11 Canal Street, Dublin 8", "IE4358856U"
    ),
)

VENTOMARE = SimulatedCompany(
    story="The member state is closed (MS_UNAVAILABLE): the number is neither valid nor invalid.",
    company_name="Officina Ventomare S.r.l.",
    country="IT",
    vat_number="IT03733210714",
    vies=Failing("MS_UNAVAILABLE"),
    website=shop("ventomare.example", "Officina Ventomare S.r.l.", "Sails", "Via del Porto 2, Genova", "IT03733210714"),
)

KLEINE_BEER = SimulatedCompany(
    story="The member state is busy (MS_MAX_CONCURRENT_REQ): to be asked again in seconds.",
    company_name="Kleine Beer Speelgoed BV",
    country="BE",
    vat_number="BE0743765415",
    company_registration_number="0743765415",
    vies=Failing("MS_MAX_CONCURRENT_REQ"),
    website=shop("kleine-beer.example", "Kleine Beer Speelgoed BV", "Toys", "Markt 8, 8000 Brugge", "BE 0743.765.415"),
)

BURSZTYN = SimulatedCompany(
    story="VIES answers after 15 seconds: too late for the opening of the case, in time for the look-up behind it.",
    company_name="Bursztynowy Szlak Sp. z o.o.",
    country="PL",
    vat_number="PL5491896591",
    vies=Registered("BURSZTYNOWY SZLAK SP. Z O.O.", "UL. MORSKA 1\n81-001 GDYNIA", delay_seconds=15.0),
    website=shop(
        "bursztyn.example", "Bursztynowy Szlak Sp. z o.o.", "Jewellery", "ul. Morska 1, Gdynia", "PL 5491896591"
    ),
)

GALAZIOS = SimulatedCompany(
    story="A Greek company: GR in a case, EL in VIES, and its name in Greek letters.",
    company_name="Γαλάζιος Ορίζοντας Α.Ε.",
    country="GR",
    vat_number="EL225290570",
    vies=Registered("ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ ΑΕ", "ΑΚΤΗ ΘΕΜΙΣΤΟΚΛΕΟΥΣ 12\n18537 - ΠΕΙΡΑΙΑΣ"),
    website=shop(
        "galazios.example", "Γαλάζιος Ορίζοντας Α.Ε.", "Boats", "Ακτή Θεμιστοκλέους 12, Πειραιάς", "EL225290570"
    ),
)

AZULEJO = SimulatedCompany(
    story="VIES answers with a maintenance page in HTML and status 200: no answer at all.",
    company_name="Azulejo Novo Lda",
    country="PT",
    vat_number="PT514973129",
    vies=UnderMaintenance(),
    website=shop("azulejo-novo.example", "Azulejo Novo Lda", "Tiles", "Rua Nova 3, Porto", "PT514973129"),
)

MODRY_KAMEN = SimulatedCompany(
    story="The website redirects to a private address, where the look-up does not follow.",
    company_name="Modrý Kámen s.r.o.",
    country="CZ",
    vat_number="CZ67750559",
    vies=Registered("Modrý Kámen s.r.o.", "Lomená 5\n110 00  PRAHA 1"),
    website=Website(
        "modry-kamen.example", {"/": Page(status=302, location="http://169.254.169.254/latest/meta-data/")}
    ),
)

NORDHAVN = SimulatedCompany(
    story="The website's address answers 404, and the domain's front page is parked.",
    company_name="Nordhavn Keramik ApS",
    country="DK",
    vat_number="DK74030262",
    vies=Registered("Nordhavn Keramik ApS", "Havnegade 17\n8000 Aarhus C"),
    website=Website(
        "nordhavn-keramik.example",
        {"/": Page("<!doctype html><title>Domain for sale</title><h1>This domain is parked</h1><p>Buy it today.</p>")},
    ),
    website_url="https://nordhavn-keramik.example/shop",
)

FJORDLYS = SimulatedCompany(
    story="A Norwegian company: in the EEA, and not in VIES.",
    company_name="Fjordlys Handel AS",
    country="NO",
    vat_number="NO931234501MVA",
    company_registration_number="931234501",
    website=shop("fjordlys.example", "Fjordlys Handel AS", "Lamps", "Strandgaten 4, Bergen", "NO 931 234 501 MVA"),
)

FEUILLE_MORTE = SimulatedCompany(
    story="Nobody knows this company: VIES calls the number invalid and the website does not exist.",
    company_name="Feuille Morte Participations SA",
    country="LU",
    vat_number="LU26821558",
    website_url="https://feuille-morte.example",
)

COMPANIES: tuple[SimulatedCompany, ...] = (
    ACME_TRADING,
    ZONNEWIND,
    HAVENLICHT,
    NORDLICHT,
    GARANCE,
    NARANJA_AZUL,
    ALPENQUELL,
    GLASMERE,
    VENTOMARE,
    KLEINE_BEER,
    BURSZTYN,
    GALAZIOS,
    AZULEJO,
    MODRY_KAMEN,
    NORDHAVN,
    FJORDLYS,
    FEUILLE_MORTE,
)

WEBSITES: dict[str, Website] = {
    site.host: site for site in (*(row.website for row in COMPANIES if row.website is not None), _GARANCE_WWW)
}


def website_hosts() -> tuple[str, ...]:
    """The host names the simulator answers for, for the setting `CASEWRIGHT_TEST_WEBSITE_HOSTS`."""
    return tuple(WEBSITES)


def company_with_vat_number(country_code: str, number: str) -> SimulatedCompany | None:
    """The company whose VAT number, parted as VIES wants it, this is."""
    return next((row for row in COMPANIES if row.vat_number == f"{country_code}{number}"), None)

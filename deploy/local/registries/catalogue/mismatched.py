"""Companies that are not quite who they say they are, or whose papers or websites say something else."""

from datetime import date, timedelta

from deploy.local.registries.catalogue.making import TODAY, company, director, registered
from deploy.local.registries.rows import Activity, Page, Publication, Registered, SimulatedCompany, Website, shop
from schemas.sources import SourceName

_NARANJA_AZUL = registered(
    "Naranja Azul Exportaciones SL",
    "SL",
    ("Calle Mayor 5", "46001", "Valencia"),
    Activity("46.31", "Wholesale of fruit and vegetables"),
    director("Carmen", "Ibáñez", "ES"),
)
NARANJA_AZUL = company(
    "The checksum is right, but VIES does not know the number: invalid.",
    _NARANJA_AZUL,
    "ES",
    vat_number="ESB62011002",
    vies=None,
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

_TWEE_TORENS = registered(
    "Twee Torens Meubel",
    "BV",
    ("Torenhof 15", "2800", "Mechelen"),
    Activity("47.59", "Retail sale of furniture"),
    director("Hilde", "Wouters"),
    publications=(
        Publication(TODAY - timedelta(days=75), "MAATSCHAPPELIJKE ZETEL", f"{TODAY - timedelta(days=75):%y}112233"),
        Publication(date(2016, 3, 14), "RUBRIEK OPRICHTING", "16034711"),
    ),
)
TWEE_TORENS = company(
    "The register has moved the seat to Mechelen; VIES still has the address in Leuven.",
    _TWEE_TORENS,
    "BE",
    vat_number="BE0565600961",
    number="0565600961",
    typed_name="Twee Torens Meubel BV",
    vies=Registered("BV TWEE TORENS MEUBEL", "Bondgenotenlaan 101\n3000 Leuven"),
    website=shop(
        "twee-torens.example", "Twee Torens Meubel BV", "Furniture", "Torenhof 15, 2800 Mechelen", "BE 0565.600.961"
    ),
)

_OUDE_BRUG = registered(
    "Oude Brug Transport",
    "NV",
    ("Brugstraat 2", "9300", "Aalst"),
    Activity("49.41", "Freight transport by road"),
    director("Luc", "Van Damme"),
)
OUDE_BRUG = company(
    "The officer was told a BV; the register has an NV, and NorthData another director and founding date.",
    _OUDE_BRUG,
    "BE",
    vat_number="BE0420252795",
    number="0420252795",
    typed_name="Oude Brug Transport BV",
    vies=Registered("NV OUDE BRUG TRANSPORT", "Brugstraat 2\n9300 Aalst"),
    website=shop(
        "oude-brug.example", "Oude Brug Transport NV", "Transport", "Brugstraat 2, 9300 Aalst", "BE 0420.252.795"
    ),
    behaviours={
        SourceName.NORTHDATA: registered(
            "Oude Brug Transport",
            "NV",
            ("Brugstraat 2", "9300", "Aalst"),
            Activity("49.41", "Freight transport by road"),
            director("Sofie", "Lambrecht"),
            incorporated=date(2009, 10, 1),
        ),
    },
)

_GOUDVIS = registered(
    "Goudvis Groothandel B.V.",
    "B.V.",
    ("Visafslag 9", "1976 BS", "IJmuiden"),
    Activity("46.38", "Wholesale of fish and other food"),
    director("Ruud", "van der Zwan", "NL"),
)
GOUDVIS = company(
    "Wrong trade: registered as a fish wholesaler, and its website is an online casino.",
    _GOUDVIS,
    "NL",
    vat_number="NL510011111B01",
    number="34278901",
    website=Website(
        "goudvis.example",
        {
            "/": Page(
                "<!doctype html><html lang='en'><head><title>Goudvis Casino – live roulette and slots</title></head>"
                "<body><h1>Goudvis online casino</h1><p>Play roulette, blackjack and slots. Place your bets and win "
                "the jackpot. Sports betting on every match.</p><footer>Goudvis Groothandel B.V., Visafslag 9. "
                'NL510011111B01. <a href="/terms">Terms</a></footer></body></html>'
            ),
            "/terms": Page("<!doctype html><title>Terms</title><p>Goudvis Groothandel B.V. Bets are final.</p>"),
        },
    ),
)

_MODRY_KAMEN = registered(
    "Modrý Kámen s.r.o.",
    "s.r.o.",
    ("Lomená 5/12, Nové Město", "11000", "Praha 1"),
    Activity("46.73", "Wholesale of wood, construction materials and sanitary equipment"),
    director("Tomáš", "Kučera", "CZ"),
)
MODRY_KAMEN = company(
    "The website redirects to a private address, where the look-up does not follow.",
    _MODRY_KAMEN,
    "CZ",
    vat_number="CZ67750559",
    number="67750559",
    vies=Registered("Modrý Kámen s.r.o.", "Lomená 5/12\nPRAHA 1 - NOVÉ MĚSTO\n110 00  PRAHA 1"),
    website=Website(
        "modry-kamen.example", {"/": Page(status=302, location="http://169.254.169.254/latest/meta-data/")}
    ),
)

_NORDHAVN = registered(
    "Nordhavn Keramik ApS",
    "ApS",
    ("Havnegade 17", "8000", "Aarhus C"),
    Activity("23.41", "Manufacture of ceramic household articles"),
    director("Mette", "Østergaard", "DK"),
)
NORDHAVN = company(
    "The website's address answers 404, and the domain's front page is parked.",
    _NORDHAVN,
    "DK",
    vat_number="DK74030262",
    website=Website(
        "nordhavn-keramik.example",
        {"/": Page("<!doctype html><title>Domain for sale</title><h1>This domain is parked</h1><p>Buy it today.</p>")},
    ),
    website_url="https://nordhavn-keramik.example/shop",
)

FEUILLE_MORTE = SimulatedCompany(
    story="Nobody knows this company: VIES calls the number invalid and the website does not exist.",
    company_name="Feuille Morte Participations SA",
    country="LU",
    vat_number="LU26821558",
    website_url="https://feuille-morte.example",
)

_SCHADUWPAD = registered(
    "Schaduwpad Consult",
    "BV",
    ("Niemandsland 1", "1000", "Brussel"),
    Activity("70.22", "Business consultancy"),
    director("Niemand", "Bekend"),
)
SCHADUWPAD = company(
    "The enterprise number is well formed, and the Belgian register has never given it out.",
    _SCHADUWPAD,
    "BE",
    vat_number="BE0744467476",
    number="0744467476",
    typed_name="Schaduwpad Consult BV",
    vies=None,
    behaviours=dict.fromkeys(SourceName),
)

MISMATCHED: tuple[SimulatedCompany, ...] = (
    NARANJA_AZUL,
    ALPENQUELL,
    GLASMERE,
    TWEE_TORENS,
    OUDE_BRUG,
    GOUDVIS,
    MODRY_KAMEN,
    NORDHAVN,
    FEUILLE_MORTE,
    SCHADUWPAD,
)

"""Companies in good order about which some source cannot answer now. That says nothing about them."""

from deploy.local.registries.catalogue.making import company, director, registered, shop_of
from deploy.local.registries.rows import Activity, Failing, Registered, SimulatedCompany, UnderMaintenance, shop
from deploy.local.registries.troubles import Down, Malformed, Slow
from schemas.sources import SourceName

_VENTOMARE = registered(
    "Officina Ventomare S.r.l.",
    "S.r.l.",
    ("Via del Porto 2", "16126", "Genova"),
    Activity("13.92", "Manufacture of made-up textile articles"),
    director("Paola", "Ferrando", "IT"),
)
VENTOMARE = company(
    "The member state is closed (MS_UNAVAILABLE): the number is neither valid nor invalid.",
    _VENTOMARE,
    "IT",
    vat_number="IT03733210714",
    vies=Failing("MS_UNAVAILABLE"),
    website=shop_of("ventomare.example", _VENTOMARE, "Sails", "IT03733210714"),
)

_KLEINE_BEER = registered(
    "Kleine Beer Speelgoed",
    "BV",
    ("Markt 8", "8000", "Brugge"),
    Activity("47.65", "Retail sale of games and toys"),
    director("Koen", "Mertens"),
)
KLEINE_BEER = company(
    "The member state is busy (MS_MAX_CONCURRENT_REQ): to be asked again in seconds.",
    _KLEINE_BEER,
    "BE",
    vat_number="BE0743765415",
    number="0743765415",
    typed_name="Kleine Beer Speelgoed BV",
    vies=Failing("MS_MAX_CONCURRENT_REQ"),
    website=shop("kleine-beer.example", "Kleine Beer Speelgoed BV", "Toys", "Markt 8, 8000 Brugge", "BE 0743.765.415"),
)

_BURSZTYN = registered(
    "Bursztynowy Szlak Sp. z o.o.",
    "Sp. z o.o.",
    ("ul. Morska 1", "81-001", "Gdynia"),
    Activity("47.77", "Retail sale of watches and jewellery"),
    director("Agnieszka", "Wiśniewska", "PL"),
)
BURSZTYN = company(
    "VIES answers after 15 seconds: too late for the opening of the case, in time for the look-up behind it.",
    _BURSZTYN,
    "PL",
    vat_number="PL5491896591",
    vies=Registered("BURSZTYNOWY SZLAK SP. Z O.O.", "UL. MORSKA 1\n81-001 GDYNIA", delay_seconds=15.0),
    website=shop_of("bursztyn.example", _BURSZTYN, "Jewellery", "PL 5491896591"),
)

_AZULEJO = registered(
    "Azulejo Novo Lda",
    "Lda",
    ("Rua Nova 3", "4050-001", "Porto"),
    Activity("23.31", "Manufacture of ceramic tiles"),
    director("Rui", "Carvalho", "PT"),
)
AZULEJO = company(
    "VIES answers with a maintenance page in HTML and status 200: no answer at all.",
    _AZULEJO,
    "PT",
    vat_number="PT514973129",
    vies=UnderMaintenance(),
    website=shop_of("azulejo-novo.example", _AZULEJO, "Ceramic tiles and flooring", "PT514973129"),
)

_STORMLIJN = registered(
    "Stormlijn Telecom",
    "BV",
    ("Antennestraat 70", "2060", "Antwerpen"),
    Activity("47.42", "Retail sale of telecommunications equipment"),
    director("Wim", "Claessens"),
    lei="98450081STORMLIJN036",
)
STORMLIJN = company(
    "One source hangs (KBO), one fails (GLEIF), one talks nonsense (Crunchbase) and one lies (NorthData).",
    _STORMLIJN,
    "BE",
    vat_number="BE0797563593",
    number="0797563593",
    typed_name="Stormlijn Telecom BV",
    website=shop(
        "stormlijn.example", "Stormlijn Telecom BV", "Telephones", "Antennestraat 70, 2060 Antwerpen", "BE 0797.563.593"
    ),
    behaviours={
        SourceName.KBO: Slow(20.0),
        SourceName.GLEIF: Down(503),
        SourceName.CRUNCHBASE: Malformed(),
        SourceName.NORTHDATA: registered(
            "Stormlijn Telecom",
            "BV",
            ("Zandkuil 3", "3500", "Hasselt"),
            Activity("47.42", "Retail sale of telecommunications equipment"),
            director("Wim", "Claessens"),
        ),
    },
)

_GELIJKTRED = registered(
    "Gelijktred Klokken",
    "BV",
    ("Slingerstraat 50", "3600", "Genk"),
    Activity("47.77", "Retail sale of watches and jewellery"),
    director("Ann", "Tijsmans"),
)
GELIJKTRED = company(
    "Every register takes 50 ms for each answer, which is for measuring.",
    _GELIJKTRED,
    "BE",
    vat_number="BE0631125946",
    number="0631125946",
    typed_name="Gelijktred Klokken BV",
    vies=Registered("BV GELIJKTRED KLOKKEN", "Slingerstraat 50\n3600 Genk", delay_seconds=0.05),
    behaviours=dict.fromkeys(
        (
            SourceName.KBO,
            SourceName.NBB,
            SourceName.GAZETTE,
            SourceName.PEPPOL,
            SourceName.GLEIF,
            SourceName.NORTHDATA,
            SourceName.CRUNCHBASE,
        ),
        Slow(0.05),
    ),
)

UNANSWERED: tuple[SimulatedCompany, ...] = (VENTOMARE, KLEINE_BEER, BURSZTYN, AZULEJO, STORMLIJN, GELIJKTRED)

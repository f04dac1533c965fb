"""Companies in good order whose records look like trouble at first sight: they name many people, in two languages, and
one who has a namesake."""

from dataclasses import replace
from datetime import date

from deploy.local.registries.catalogue.making import company, director, registered
from deploy.local.registries.rows import (
    Activity,
    Registered,
    RegisteredOwner,
    RegisteredPerson,
    SimulatedCompany,
    shop,
)
from schemas.sources import SourceName

_WILGENROOD = registered(
    "Wilgenrood Bouw",
    "NV",
    ("Steenoven 24 bus 3", "8530", "Harelbeke"),
    Activity("41.20", "Construction of buildings"),
    director("Jan-Baptist", "Van den Wilgenbroeck", since=date(2017, 1, 9)),
    persons=(
        director("Jan-Baptist", "Van den Wilgenbroeck", since=date(2017, 1, 9)),
        RegisteredPerson("Wilgenrood Beheer BV", role="director", since=date(2018, 5, 2), kind="company"),
        RegisteredPerson("D'Hondt", "Marie-Thérèse", "permanent_representative", date(2018, 5, 2)),
        RegisteredPerson("Telraam Bedrijfsrevisoren BV", role="auditor", since=date(2023, 6, 1), kind="company"),
        RegisteredPerson("Claeys", "Firmin", "director", date(2016, 3, 14), until=date(2018, 5, 1)),
    ),
    owners=(
        RegisteredOwner("Wilgenrood Groep NV", 80.0, "company"),
        RegisteredOwner("Jan-Baptist Van den Wilgenbroeck", 20.0),
    ),
    lei="984500WILGENROOD0030",
    parent_lei="984500WILGENMOEDER68",
    establishments=3,
    employees=41,
)
WILGENROOD = company(
    "A company of a group: another company directs it through its representative, and a parent owns most of it.",
    _WILGENROOD,
    "BE",
    vat_number="BE0535825327",
    number="0535825327",
    typed_name="Wilgenrood Bouw NV",
    vies=Registered("NV WILGENROOD BOUW", "Steenoven 24 bus 3\n8530 Harelbeke"),
    website=shop(
        "wilgenrood.example", "Wilgenrood Bouw NV", "Building", "Steenoven 24 bus 3, 8530 Harelbeke", "BE 0535.825.327"
    ),
    behaviours={
        SourceName.GLEIF: replace(_WILGENROOD, name="WILGENROOD BOUW", legal_form="naamloze vennootschap"),
        SourceName.NORTHDATA: replace(
            _WILGENROOD, name="Wilgenrood Bouw NV", legal_form="Naamloze Vennootschap", street="Steenoven 24/3"
        ),
    },
)

_LUMIERE = registered(
    "Lumière du Nord",
    "SRL",
    ("Rue du Canal 61 bte 2", "1000", "Bruxelles"),
    Activity("47.59", "Retail sale of lighting equipment"),
    director("Bénédicte", "Lefèvre"),
)
LUMIERE = company(
    "In Brussels, where every street has two names: the register writes it in Dutch, all others in French.",
    _LUMIERE,
    "BE",
    vat_number="BE0463270713",
    number="0463270713",
    typed_name="Lumière du Nord SRL",
    vies=Registered("SRL LUMIERE DU NORD", "Rue du Canal 61 bte 2\n1000 Bruxelles"),
    website=shop("lumiere-du-nord.example", "Lumière du Nord SRL", "Lamps", "Rue du Canal 61", "BE 0463.270.713"),
    behaviours={
        SourceName.KBO: replace(_LUMIERE, legal_form="BV", street="Vaartstraat 61 bus 2", city="Brussel"),
        SourceName.GAZETTE: replace(_LUMIERE, legal_form="SRL", name="LUMIERE DU NORD"),
    },
)

_NAAMGENOOT = registered(
    "Zeewier Surfschool",
    "BV",
    ("Dijkweg 2", "8670", "Koksijde"),
    Activity("85.51", "Sports and recreation education"),
    RegisteredPerson("Storm", "Pieter", "director", date(2018, 5, 2), birth_date=date(1984, 8, 30), country="NL"),
)
NAAMGENOOT = company(
    "The director has the name of a man who is wanted, and was born more than forty years after him.",
    _NAAMGENOOT,
    "BE",
    vat_number="BE0673021731",
    number="0673021731",
    typed_name="Zeewier Surfschool BV",
    website=shop(
        "zeewier.example", "Zeewier Surfschool BV", "Surfing lessons", "Dijkweg 2, Koksijde", "BE 0673.021.731"
    ),
)

INTRICATE: tuple[SimulatedCompany, ...] = (WILGENROOD, LUMIERE, NAAMGENOOT)

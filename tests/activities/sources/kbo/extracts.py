"""Extracts of the open data as the register makes them, with invented companies."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Files = dict[str, list[Sequence[str]]]
"""By name without `.csv`, the header first."""

META = ("Variable", "Value")
CODE = ("Category", "Code", "Language", "Description")
ENTERPRISE = (
    "EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise",
    "JuridicalForm", "JuridicalFormCAC", "StartDate",
)  # fmt: skip
ESTABLISHMENT = ("EstablishmentNumber", "StartDate", "EnterpriseNumber")
DENOMINATION = ("EntityNumber", "Language", "TypeOfDenomination", "Denomination")
ADDRESS = (
    "EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode", "MunicipalityNL", "MunicipalityFR",
    "StreetNL", "StreetFR", "HouseNumber", "Box", "ExtraAddressInfo", "DateStrikingOff",
)  # fmt: skip
CONTACT = ("EntityNumber", "EntityContact", "ContactType", "Value")
ACTIVITY = ("EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification")

ZONNEWIND, VENT_SOLAIRE, OVERZEE, KLEIN = "0711.326.932", "0448.895.115", "0470.622.224", "1000.000.060"
UNIT = "2.269.751.597"


def full(number: int = 141, snapshot: str = "20-10-2026") -> Files:
    """Four companies: one in Dutch, one in French, one whose seat is abroad, and a natural person's."""
    return {
        "meta": meta(number, "full", snapshot),
        "code": codes(),
        "enterprise": [
            ENTERPRISE,
            (ZONNEWIND, "AC", "000", "2", "015", "610", "03-03-2019"),
            (VENT_SOLAIRE, "AC", "012", "2", "014", "", "01-01-1992"),
            (OVERZEE, "AC", "050", "2", "030", "", "01-09-1995"),
            (KLEIN, "AC", "000", "1", "", "", "15-02-2021"),
        ],
        "establishment": [
            ESTABLISHMENT,
            (UNIT, "03-03-2019", ZONNEWIND),
            ("2.000.000.339", "01-06-2020", ZONNEWIND),
            ("2.000.000.438", "01-01-1992", VENT_SOLAIRE),
        ],
        "denomination": [
            DENOMINATION,
            (ZONNEWIND, "1", "001", "Vent de Soleil"),
            (ZONNEWIND, "2", "001", 'Zonnewind "Logistiek", Gent'),
            (ZONNEWIND, "2", "002", "ZWL"),
            (VENT_SOLAIRE, "1", "001", "Vent Solaire"),
            (OVERZEE, "0", "001", "Overzee Holdings"),
            (KLEIN, "2", "001", "Peeters, Jan"),
            (UNIT, "2", "003", "Winkel Zonnewind"),
        ],
        "address": [
            ADDRESS,
            address(ZONNEWIND, "9000", ("Gent", "Gand"), ("Kanaalweg", "Rue du Canal"), box="3"),
            address(VENT_SOLAIRE, "1000", ("Brussel", "Bruxelles"), ("Eikstraat", "Rue du Chêne"), struck="13-11-2023"),
            address(OVERZEE, "20457", ("Hamburg", "Hambourg"), ("Hafenstrasse", ""), ("Duitsland", "Allemagne")),
            address(UNIT, "9000", ("Gent", "Gand"), ("Veldstraat", "Veldstraat"), kind="BAET"),
        ],
        "contact": [
            CONTACT,
            (ZONNEWIND, "ENT", "TEL", "09 111 22 33"),
            (ZONNEWIND, "ENT", "EMAIL", "info@zonnewind.example"),
            (ZONNEWIND, "ENT", "WEB", "www.zonnewind.example"),
            (ZONNEWIND, "ENT", "FAX", "09 111 22 34"),
            (ZONNEWIND, "BRANCH", "TEL", "02 999 99 99"),
        ],
        "activity": [
            ACTIVITY,
            (ZONNEWIND, "001", "2025", "62100", "SECO"),
            (ZONNEWIND, "001", "2025", "47910", "MAIN"),
            (ZONNEWIND, "006", "2025", "47910", "MAIN"),
            (ZONNEWIND, "001", "2008", "47911", "MAIN"),
            (UNIT, "001", "2025", "49410", "MAIN"),
        ],
    }


def an_update(number: int = 142, snapshot: str = "21-10-2026") -> Files:
    """Zonnewind moves and is renamed, the natural person's business ends, and one establishment closes."""
    return {
        "meta": meta(number, "update", snapshot),
        "code": [*codes(), ("Nace2025", "49410", "NL", "Goederenvervoer over de weg")],
        "enterprise_delete": [("EnterpriseNumber",), (KLEIN,)],
        "enterprise_insert": [ENTERPRISE],
        "establishment_delete": [("EstablishmentNumber",), ("2.000.000.339",)],
        "establishment_insert": [ESTABLISHMENT],
        "denomination_delete": [("EntityNumber",), (ZONNEWIND,), (KLEIN,), (UNIT,)],
        "denomination_insert": [DENOMINATION, (ZONNEWIND, "2", "001", "Zonnewind Transport")],
        "address_delete": [("EntityNumber",), (ZONNEWIND,)],
        "address_insert": [ADDRESS, address(ZONNEWIND, "8000", ("Brugge", "Bruges"), ("Damweg", "Damweg"))],
        "contact_delete": [("EntityNumber",)],
        "contact_insert": [CONTACT],
        "activity_delete": [("EntityNumber",), (ZONNEWIND,)],
        "activity_insert": [ACTIVITY, (ZONNEWIND, "001", "2025", "49410", "MAIN")],
    }


def meta(number: int, kind: str, snapshot: str) -> list[Sequence[str]]:
    return [
        META,
        ("SnapshotDate", snapshot),
        ("ExtractTimestamp", f"{snapshot} 07:07:49"),
        ("ExtractType", kind),
        ("ExtractNumber", str(number)),
        ("Version", "1.0.0"),
    ]


def codes() -> list[Sequence[str]]:
    described: Mapping[tuple[str, str], str] = {
        ("Status", "AC"): "Actief",
        ("JuridicalSituation", "000"): "Normale toestand",
        ("JuridicalSituation", "012"): "Vervroegde ontbinding - Vereffening",
        ("JuridicalSituation", "050"): "Opening faillissement",
        ("JuridicalForm", "014"): "Naamloze vennootschap",
        ("JuridicalForm", "015"): "Besloten vennootschap met beperkte aansprakelijkheid",
        ("JuridicalForm", "610"): "Besloten Vennootschap",
        ("TypeOfEnterprise", "2"): "Rechtspersoon",
        ("ActivityGroup", "001"): "BTW-activiteiten",
        ("ActivityGroup", "006"): "RSZ-activiteiten",
        ("Classification", "MAIN"): "Hoofdactiviteit",
        ("Classification", "SECO"): "Nevenactiviteit",
        ("Nace2025", "47910"): "Bemiddeling in detailhandel",
        ("Nace2025", "62100"): "Programmeren",
    }
    dutch = [(category, code, "NL", words) for (category, code), words in described.items()]
    return [CODE, ("Status", "AC", "FR", "Actif"), *dutch]


def address(
    number: str,
    postal_code: str,
    place: tuple[str, str],
    street: tuple[str, str],
    country: tuple[str, str] = ("", ""),
    *,
    kind: str = "REGO",
    box: str = "",
    struck: str = "",
) -> Sequence[str]:
    return (number, kind, *country, postal_code, *place, *street, "24", box, "", struck)


def zipped(path: Path, files: Mapping[str, Sequence[Sequence[str]]], *, encoding: str = "utf-8") -> Path:
    """Writes the files as the register does: text in quotes, nothing where there is nothing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in files.items():
            text = io.StringIO(newline="")
            csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
            archive.writestr(f"{name}.csv", text.getvalue().replace(',"",', ",,").encode(encoding))
    return path

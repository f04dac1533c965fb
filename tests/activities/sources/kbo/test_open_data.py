"""What the imported open data says of a company; without any network."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from activities.sources.kbo import Kbo
from activities.sources.kbo.import_open_data import import_extract
from activities.sources.kbo.open_data import TOO_OLD_AFTER
from activities.sources.kbo.open_data_tables import FILE_NAME
from schemas.company import Company
from schemas.sources import FactName, SourceAnswer
from tests.activities.sources.kbo import extracts
from tests.activities.sources.kbo.extracts import an_update, full, zipped
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a full extract has been imported."""
    import_extract(zipped(tmp_path / "full.zip", full()), tmp_path / "kbo")
    return tmp_path / "kbo"


async def told(folder: Path, number: str, store: MemoryStore | None = None) -> SourceAnswer:
    """The answer about a dotted number; the session is closed, so that nothing can be asked over the network."""
    settings = settings_for("http://unused", kbo_open_data=folder)
    async with aiohttp.ClientSession() as http:
        pass
    company = Company(company_name="Any", country="BE", company_registration_number=number.replace(".", ""))
    return await looked_up(Kbo(http, settings), company, store or MemoryStore(), settings)


def values(answer: SourceAnswer, name: FactName) -> list[object]:
    return [fact.value for fact in answer.all(name)]


async def test_a_company_is_found_with_what_the_extract_has_of_it(folder: Path) -> None:
    answer = await told(folder, extracts.ZONNEWIND)
    assert (answer.state, answer.reason) == ("found", None)
    assert [(fact.name, fact.value, fact.details) for fact in answer.facts] == [
        ("registration_number", "0711326932", {"as_of": "2026-10-20"}),
        ("company_name", 'Zonnewind "Logistiek", Gent', {"also": "Vent de Soleil; ZWL"}),
        (
            "legal_form",
            "Besloten Vennootschap",
            {"registered_as": "Besloten vennootschap met beperkte aansprakelijkheid"},
        ),
        ("company_status", "active", {"status": "Actief", "situation": "Normale toestand"}),
        ("incorporation_date", "2019-03-03", {}),
        ("registered_address", "Kanaalweg 24 bus 3, 9000 Gent", {}),
        ("country", "BE", {}),
        ("establishments", 2, {}),
        ("email", "info@zonnewind.example", {}),
        ("phone", "09 111 22 33", {}),
        ("website_url", "www.zonnewind.example", {}),
        (
            "activity_code",
            "NACEBEL 47910",
            {
                "description": "Bemiddeling in detailhandel",
                "register": "BTW-activiteiten, RSZ-activiteiten",
                "kind": "Hoofdactiviteit",
            },
        ),
        (
            "activity_code",
            "NACEBEL 62100",
            {"description": "Programmeren", "register": "BTW-activiteiten", "kind": "Nevenactiviteit"},
        ),
        ("activity_description", "Bemiddeling in detailhandel", {"code": "NACEBEL 47910"}),
        ("activity_description", "Programmeren", {"code": "NACEBEL 62100"}),
    ]


async def test_the_proof_is_the_companys_rows_and_the_address_says_which_extract(folder: Path) -> None:
    store = MemoryStore()
    answer = await told(folder, extracts.ZONNEWIND, store)
    assert answer.source_url == "https://kbopub.economie.fgov.be/kbo-open-data#extract=141&snapshot=2026-10-20"
    [(body, media_type)] = store.objects.values()
    rows = json.loads(body)
    assert media_type == "application/json"
    assert rows["enterprise"] == [dict(zip(extracts.ENTERPRISE, full()["enterprise"][1], strict=True))]
    assert {row["EntityNumber"] for row in rows["denomination"]} == {extracts.ZONNEWIND}
    assert {"Variable": "ExtractNumber", "Value": "141"} in rows["meta"]
    assert {row["Description"] for row in rows["code"]} >= {"Actief", "Normale toestand", "Programmeren"}


async def test_the_same_rows_make_the_same_bytes_whatever_their_order(folder: Path, tmp_path: Path) -> None:
    turned = {name: [rows[0], *reversed(rows[1:])] for name, rows in full().items()}
    import_extract(zipped(tmp_path / "turned.zip", turned), tmp_path / "other")
    one, other = await told(folder, extracts.ZONNEWIND), await told(tmp_path / "other", extracts.ZONNEWIND)
    assert one.data_hash == other.data_hash
    assert one.facts == other.facts


async def test_a_company_that_is_named_in_french_alone_has_its_address_in_french(folder: Path) -> None:
    answer = await told(folder, extracts.VENT_SOLAIRE)
    assert values(answer, "registered_address") == ["Rue du Chêne 24, 1000 Bruxelles"]


async def test_an_address_that_was_struck_off_is_flagged(folder: Path) -> None:
    [flag] = (await told(folder, extracts.VENT_SOLAIRE)).all("registry_flag")
    assert (flag.value, flag.details) == ("Adres doorgehaald", {"since": "2023-11-13"})


async def test_a_seat_abroad_is_not_in_belgium(folder: Path) -> None:
    answer = await told(folder, extracts.OVERZEE)
    assert (answer.fact("country"), answer.fact("registered_address")) == (
        None,
        "Hafenstrasse 24, 20457 Hamburg, Duitsland",
    )


async def test_the_address_of_a_natural_person_is_withheld(folder: Path) -> None:
    answer = await told(folder, extracts.KLEIN)
    assert (answer.fact("company_name"), answer.fact("registered_address")) == ("Peeters, Jan", None)
    assert (answer.fact("legal_form"), answer.fact("country")) == (None, "BE")


@pytest.mark.parametrize(
    ("number", "status"),
    [(extracts.ZONNEWIND, "active"), (extracts.VENT_SOLAIRE, "liquidation"), (extracts.OVERZEE, "bankruptcy")],
)
async def test_the_situation_is_told_in_the_registers_words(folder: Path, number: str, status: str) -> None:
    assert (await told(folder, number)).fact("company_status") == status


async def test_a_code_without_words_is_told_as_it_is(tmp_path: Path) -> None:
    files = full()
    files["code"] = files["code"][:2]
    import_extract(zipped(tmp_path / "full.zip", files), tmp_path / "kbo")
    answer = await told(tmp_path / "kbo", extracts.ZONNEWIND)
    assert (answer.fact("legal_form"), answer.fact("company_status")) == ("610", None)
    assert values(answer, "activity_description") == []


async def test_the_extract_names_no_officers(folder: Path) -> None:
    assert values(await told(folder, extracts.ZONNEWIND), "director") == []


async def test_a_number_that_a_fresh_extract_lacks_is_not_among_the_active(tmp_path: Path) -> None:
    await expect_absence(tmp_path, timedelta(days=1), ("not_found", "not_among_active"))


async def test_a_number_that_an_old_extract_lacks_could_not_be_checked(tmp_path: Path) -> None:
    await expect_absence(tmp_path, TOO_OLD_AFTER + timedelta(days=2), ("unavailable", "extract_too_old"))


async def expect_absence(tmp_path: Path, age: timedelta, expected: tuple[str, str]) -> None:
    snapshot = (datetime.now(UTC) - age).strftime("%d-%m-%Y")
    import_extract(zipped(tmp_path / "full.zip", full(snapshot=snapshot)), tmp_path / "kbo")
    answer = await told(tmp_path / "kbo", "0403.170.701")
    assert (answer.state, answer.reason, answer.facts) == (*expected, ())
    assert answer.data_hash is not None


async def test_an_establishment_is_no_enterprise(folder: Path) -> None:
    assert (await told(folder, extracts.UNIT)).facts == ()


async def test_a_folder_without_open_data_could_not_be_asked(tmp_path: Path) -> None:
    answer = await told(tmp_path, extracts.ZONNEWIND)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "open_data_missing", 300.0)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
async def test_a_damaged_file_could_not_be_asked(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    answer = await told(tmp_path, extracts.ZONNEWIND)
    assert (answer.state, answer.reason) == ("unavailable", "open_data_unreadable")


async def test_an_update_is_told_from_the_next_look_up_on(folder: Path, tmp_path: Path) -> None:
    import_extract(zipped(tmp_path / "update.zip", an_update()), folder)
    answer = await told(folder, extracts.ZONNEWIND)
    assert answer.source_url is not None and answer.source_url.endswith("#extract=142&snapshot=2026-10-21")
    assert (answer.fact("company_name"), answer.all("company_name")[0].details) == ("Zonnewind Transport", {})
    assert answer.fact("registered_address") == "Damweg 24, 8000 Brugge"
    assert values(answer, "activity_description") == ["Goederenvervoer over de weg"]
    assert (answer.fact("establishments"), answer.fact("phone")) == (1, "09 111 22 33")
    assert (await told(folder, extracts.KLEIN)).state != "found"
    assert (await told(folder, extracts.VENT_SOLAIRE)).fact("company_name") == "Vent Solaire"

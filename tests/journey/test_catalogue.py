"""What the creation of a case says about each company of the test-mode catalogue.

VIES and websites have three outcomes and never two: yes, no, and could not be checked, which is null.
"""

import asyncio
import re
from dataclasses import dataclass
from typing import Any

import pytest

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from tests.journey.walking import ANSWERS, Json, OpenCase, Walk, named, ok

SHOWN: list[tuple[SimulatedCompany, Json | None, Json | None]] = [
    (catalogue.ACME_TRADING, {"vies_valid": True, "vies_name": "ACME TRADING"}, {"accessible": True}),
    (catalogue.ZONNEWIND, {"vies_valid": True, "vies_name": "BV ZONNEWIND LOGISTIEK"}, {"accessible": True}),
    (catalogue.HAVENLICHT, {"vies_valid": True, "vies_name": "HAVENLICHT HANDEL B.V."}, {"accessible": True}),
    (catalogue.NORDLICHT, {"vies_valid": True, "vies_name": None, "vies_address": None}, {"accessible": True}),
    (catalogue.GARANCE, {"vies_valid": True, "vies_name": "SARL ATELIER GARANCE"}, {"accessible": True}),
    (catalogue.NARANJA_AZUL, {"vies_valid": False, "vies_name": None}, {"accessible": True}),
    (catalogue.ALPENQUELL, {"vies_valid": True, "vies_name": "Steinbock Holzhandel GmbH"}, {"accessible": True}),
    (catalogue.VENTOMARE, None, {"accessible": True}),
    (catalogue.KLEINE_BEER, None, {"accessible": True}),
    (catalogue.BURSZTYN, None, {"accessible": True}),
    (catalogue.GALAZIOS, {"vies_valid": True, "vies_name": "ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ ΑΕ"}, {"accessible": True}),
    (catalogue.AZULEJO, None, {"accessible": True}),
    (catalogue.STORMLIJN, {"vies_valid": True, "vies_name": "STORMLIJN TELECOM"}, {"accessible": True}),
    (catalogue.MODRY_KAMEN, {"vies_valid": True}, {"accessible": False, "status_code": None}),
    (catalogue.NORDHAVN, {"vies_valid": True}, {"accessible": False, "status_code": 404}),
    (catalogue.FJORDLYS, None, {"accessible": True}),
    (catalogue.SCHADUWPAD, {"vies_valid": False}, None),
    (catalogue.GRIJZE_DUIF, {"vies_valid": False}, {"accessible": True}),
]
"""Companies with what is shown of VIES and of their website; None where the source could not say."""

NOT_IN_NORTHDATA = (catalogue.ALPENQUELL, catalogue.FEUILLE_MORTE, catalogue.SCHADUWPAD)
OPENED = [*(company for company, *_ in SHOWN), catalogue.FEUILLE_MORTE]
HANGING = (catalogue.BURSZTYN, catalogue.STORMLIJN)
"""Of these an answer takes as long as it may; meanwhile this machine shall have nothing else to do."""
OPENED_AT_A_TIME = 4

UNAVAILABLE = [
    (catalogue.VENTOMARE, "MS_UNAVAILABLE"),
    (catalogue.KLEINE_BEER, "MS_MAX_CONCURRENT_REQ"),
    (catalogue.BURSZTYN, "timeout"),
    (catalogue.AZULEJO, "malformed_answer"),
]


@dataclass(frozen=True)
class Opened:
    """A case just after its opening. A source that did not answer is asked again a minute later, looked at or not."""

    answer: Json
    sources: Json
    profile: Json


Created = dict[str, Opened]
"""The cases, by company name."""


def _name(value: Any) -> str | None:
    """Of a row, its company and nothing else makes the test's id."""
    return re.sub(r"\W+", "-", value.company_name) if isinstance(value, SimulatedCompany) else ""


@pytest.fixture(scope="module")
async def created(walk: Walk) -> Created:
    """A case of every company, several opened at the same time."""
    turn = asyncio.Semaphore(OPENED_AT_A_TIME)

    async def create(company: SimulatedCompany) -> tuple[str, Opened]:
        async with turn:
            answer = ok(await walk.create(company), 201)
            case = named(answer)
            sources = (await walk.detail(case))["sources"]
            profile = ok(await walk.officer.get(f"{case.path}/company-profile"))
            return company.company_name, Opened(answer, sources, profile)

    first = await asyncio.gather(*(create(company) for company in OPENED if company not in HANGING))
    return dict([*first, *await asyncio.gather(*map(create, HANGING))])


def the_case(created: Created, company: SimulatedCompany) -> OpenCase:
    return named(created[company.company_name].answer)


@pytest.mark.parametrize(("company", "vies", "website"), SHOWN, ids=_name)
def test_creation_shows_what_the_sources_said(
    created: Created, company: SimulatedCompany, vies: Json | None, website: Json | None
) -> None:
    answer = created[company.company_name].answer
    assert answer["status"] == "AWAITING_DOCUMENTS"
    assert answer["environment"] == "test"
    _check_shown(answer["vies_enrichment"], vies, {"vies_valid", "vies_name", "vies_address"})
    _check_shown(answer["website_validation"], website, {"url", "accessible", "status_code"})
    if website is not None:
        assert answer["website_validation"]["url"] == company.company().website_url


def _check_shown(shown: Json | None, expected: Json | None, members: set[str]) -> None:
    if expected is None:
        assert shown is None
    else:
        assert shown is not None
        assert shown.keys() == members
        assert shown.items() >= expected.items()


@pytest.mark.parametrize("company", OPENED, ids=_name)
def test_creation_shows_whether_northdata_knows_the_company(created: Created, company: SimulatedCompany) -> None:
    answer = created[company.company_name].answer["northdata_enrichment"]
    known = company not in NOT_IN_NORTHDATA
    assert (answer["found"], answer["reason"]) == (known, None if known else "unknown_company")
    assert (answer["company_name"] is not None, bool(answer["directors"]), bool(answer["owners"])) == (known,) * 3


def test_creation_shows_what_northdata_and_crunchbase_say(created: Created) -> None:
    answer = created[catalogue.HAVENLICHT.company_name].answer
    assert (
        answer["northdata_enrichment"].items()
        >= {
            "directors": ["Maarten Kuiper"],
            "owners": [{"name": "Maarten Kuiper", "share_percent": 100.0}],
            "legal_form": "B.V.",
            "registered_address": "Pierweg 12, 3011 AB Rotterdam",
            "company_status": "active",
        }.items()
    )
    assert (answer["crunchbase_enrichment"]["found"], answer["crunchbase_enrichment"]["company_name"]) == (
        True,
        "Havenlicht",
    )
    assert created[catalogue.ZONNEWIND.company_name].answer["crunchbase_enrichment"]["found"] is False


def test_a_company_that_nobody_knows_is_invalid_and_its_website_is_not_there(created: Created) -> None:
    answer = created[catalogue.FEUILLE_MORTE.company_name].answer
    assert answer["vies_enrichment"] == {"vies_valid": False, "vies_name": None, "vies_address": None}
    # Whether a name exists is asked of the machine's own resolver, which may be away itself.
    assert answer["website_validation"] in (
        None,
        {"url": "https://feuille-morte.example", "accessible": False, "status_code": None},
    )


@pytest.mark.parametrize(("company", "reason"), UNAVAILABLE, ids=_name)
def test_unavailable_is_never_invalid(created: Created, company: SimulatedCompany, reason: str) -> None:
    opened = created[company.company_name]
    vies = opened.sources["vies"]
    assert (vies["state"], vies["reason"], vies["facts"]) == ("unavailable", reason, [])
    assert "vat_valid" not in opened.profile["facts"]


def test_a_country_outside_vies_is_not_asked_about(created: Created) -> None:
    vies = created[catalogue.FJORDLYS.company_name].sources["vies"]
    assert (vies["state"], vies["reason"]) == ("not_applicable", "country_not_in_vies")


async def test_a_source_that_stays_away_is_told_to_the_officer_and_a_slow_one_answers_behind(
    walk: Walk, created: Created
) -> None:
    closed, slow = the_case(created, catalogue.VENTOMARE), the_case(created, catalogue.BURSZTYN)
    for case in (closed, slow):
        assert (await walk.submit(case, answers=ANSWERS)).status_code == 200
    told, answered = await asyncio.gather(walk.until(closed, "REVIEW_PENDING"), walk.until(slow, "REVIEW_PENDING"))

    findings = {finding["category"]: finding for finding in told["investigation_results"][0]["findings"]}
    assert "MS_UNAVAILABLE" in findings["source_unavailable"]["description"]
    assert "vat_not_registered" not in findings

    assert answered["sources"]["vies"]["state"] == "found"
    assert ("vat_valid", True) in [(fact["name"], fact["value"]) for fact in answered["sources"]["vies"]["facts"]]
    assert "source_unavailable" not in {
        finding["category"] for finding in answered["investigation_results"][0]["findings"]
    }


def test_the_record_shows_which_source_hangs_which_fails_and_which_lies(created: Created) -> None:
    opened = created[catalogue.STORMLIJN.company_name]
    assert opened.answer["crunchbase_enrichment"] is None

    first = opened.sources
    assert {name: (first[name]["state"], first[name]["reason"]) for name in ("kbo", "gleif", "crunchbase")} == {
        "kbo": ("unavailable", "timeout"),
        "gleif": ("unavailable", "http_503"),
        "crunchbase": ("unavailable", "malformed_answer"),
    }
    assert [side["source"] for side in _sides_of_the_address(opened.profile)] == ["EU VIES", "NorthData"]


async def test_a_second_look_fills_the_gap_and_the_lie_is_cited_with_its_bytes(walk: Walk, created: Created) -> None:
    case = the_case(created, catalogue.STORMLIJN)
    assert (await walk.submit(case, answers=ANSWERS)).status_code == 200
    reviewed = await walk.until(case, "REVIEW_PENDING")

    assert reviewed["sources"]["kbo"]["state"] == "found"
    sides = _sides_of_the_address(ok(await walk.officer.get(f"{case.path}/company-profile")))
    assert [(side["source"], side["value"]) for side in sides] == [
        ("KBO/BCE", "Antennestraat 70, 2060 Antwerpen"),
        ("EU VIES", "Antennestraat 70, 2060 Antwerpen"),
        ("NorthData", "Zandkuil 3, 3500 Hasselt"),
    ]
    chain = ok(await walk.officer.get(f"{case.path}/evidence"))
    assert chain["verified"] is True
    assert {side["evidence_hash"] for side in sides} <= {item["data_hash"] for item in chain["evidence"]}
    places = [item["storage"] for item in chain["evidence"]]
    assert [
        place for place in places if not re.search(rf"{case.case_id}/evidence/[a-z]+-[0-9a-f]{{12}}\.", place)
    ] == []


def _sides_of_the_address(profile: Json) -> list[Json]:
    """What each source says of the one thing on which they disagree."""
    (found,) = profile["discrepancies"]
    assert (found["type"], found["severity"]) == ("address", "high")
    sides: list[Json] = found["sides"]
    return sides

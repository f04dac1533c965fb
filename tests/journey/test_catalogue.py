"""What the creation of a case says about each company of the test-mode catalogue.

VIES and websites have three outcomes and never two: yes, no, and could not be checked, which is null.
"""

import asyncio
import re
from typing import Any

import pytest

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from tests.journey.walking import ANSWERS, Json, OpenCase, Walk, named

SHOWN: list[tuple[SimulatedCompany, Json | None, Json | None]] = [
    (catalogue.ACME_TRADING, {"vies_valid": True, "vies_name": "ACME TRADING"}, {"accessible": True}),
    (catalogue.ZONNEWIND, {"vies_valid": True, "vies_name": "BV ZONNEWIND LOGISTIEK"}, {"accessible": True}),
    (catalogue.HAVENLICHT, {"vies_valid": True, "vies_name": "HAVENLICHT HANDEL B.V."}, {"accessible": True}),
    (catalogue.NORDLICHT, {"vies_valid": True, "vies_name": None, "vies_address": None}, {"accessible": True}),
    (catalogue.GARANCE, {"vies_valid": True, "vies_name": "SARL ATELIER GARANCE"}, {"accessible": True}),
    (catalogue.NARANJA_AZUL, {"vies_valid": False, "vies_name": None}, {"accessible": True}),
    (catalogue.ALPENQUELL, {"vies_valid": True, "vies_name": "Steinbock Holzhandel GmbH"}, {"accessible": True}),
    (catalogue.GLASMERE, {"vies_valid": True, "vies_name": "GLASMERE PROVISIONS LIMITED"}, {"accessible": True}),
    (catalogue.VENTOMARE, None, {"accessible": True}),
    (catalogue.KLEINE_BEER, None, {"accessible": True}),
    (catalogue.BURSZTYN, None, {"accessible": True}),
    (catalogue.GALAZIOS, {"vies_valid": True, "vies_name": "ΓΑΛΑΖΙΟΣ ΟΡΙΖΟΝΤΑΣ ΑΕ"}, {"accessible": True}),
    (catalogue.AZULEJO, None, {"accessible": True}),
    (catalogue.MODRY_KAMEN, {"vies_valid": True}, {"accessible": False, "status_code": None}),
    (catalogue.NORDHAVN, {"vies_valid": True}, {"accessible": False, "status_code": 404}),
    (catalogue.FJORDLYS, None, {"accessible": True}),
]
"""Each company with what is shown of VIES and of its website; None where the source could not say."""

UNAVAILABLE = [
    (catalogue.VENTOMARE, "MS_UNAVAILABLE"),
    (catalogue.KLEINE_BEER, "MS_MAX_CONCURRENT_REQ"),
    (catalogue.BURSZTYN, "deadline_exceeded"),
    (catalogue.AZULEJO, "malformed_answer"),
]

Created = dict[str, Json]
"""The answers to the creations, by company name."""


def _name(value: Any) -> str | None:
    """Of a row, its company and nothing else makes the test's id."""
    return re.sub(r"\W+", "-", value.company_name) if isinstance(value, SimulatedCompany) else ""


@pytest.fixture(scope="module")
async def created(walk: Walk) -> Created:
    """A case of every company, all opened at the same time."""
    answers = await asyncio.gather(*(walk.create(company) for company in catalogue.COMPANIES))
    assert [answer.status_code for answer in answers] == [201] * len(catalogue.COMPANIES)
    return {company.company_name: answer.json() for company, answer in zip(catalogue.COMPANIES, answers, strict=True)}


def the_case(created: Created, company: SimulatedCompany) -> OpenCase:
    return named(created[company.company_name])


def test_every_company_of_the_catalogue_is_here() -> None:
    companies = [*(company for company, *_ in SHOWN), catalogue.FEUILLE_MORTE]
    assert {company.company_name for company in companies} == {row.company_name for row in catalogue.COMPANIES}


@pytest.mark.parametrize(("company", "vies", "website"), SHOWN, ids=_name)
def test_creation_shows_what_the_sources_said(
    created: Created, company: SimulatedCompany, vies: Json | None, website: Json | None
) -> None:
    answer = created[company.company_name]
    assert answer["status"] == "AWAITING_DOCUMENTS"
    assert answer["environment"] == "test"
    _check_shown(answer["vies_enrichment"], vies, {"vies_valid", "vies_name", "vies_address"})
    _check_shown(answer["website_validation"], website, {"url", "accessible", "status_code"})
    assert answer["website_validation"]["url"] == company.company().website_url


def _check_shown(shown: Json | None, expected: Json | None, members: set[str]) -> None:
    if expected is None:
        assert shown is None
    else:
        assert shown is not None
        assert shown.keys() == members
        assert shown.items() >= expected.items()


def test_a_company_that_nobody_knows_is_invalid_and_its_website_is_not_there(created: Created) -> None:
    answer = created[catalogue.FEUILLE_MORTE.company_name]
    assert answer["vies_enrichment"] == {"vies_valid": False, "vies_name": None, "vies_address": None}
    # Whether a name exists is asked of the machine's own resolver, which may be away itself.
    assert answer["website_validation"] in (
        None,
        {"url": "https://feuille-morte.example", "accessible": False, "status_code": None},
    )


@pytest.mark.parametrize(("company", "reason"), UNAVAILABLE, ids=_name)
async def test_unavailable_is_never_invalid(
    walk: Walk, created: Created, company: SimulatedCompany, reason: str
) -> None:
    case = the_case(created, company)
    vies = (await walk.detail(case))["sources"]["vies"]
    assert (vies["state"], vies["reason"], vies["facts"]) == ("unavailable", reason, [])
    profile = (await walk.officer.get(f"{case.path}/company-profile")).json()
    assert "vat_valid" not in profile["facts"]


async def test_a_country_outside_vies_is_not_asked_about(walk: Walk, created: Created) -> None:
    vies = (await walk.detail(the_case(created, catalogue.FJORDLYS)))["sources"]["vies"]
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
    assert {"name": "vat_valid", "value": True} in answered["sources"]["vies"]["facts"]
    assert "source_unavailable" not in {
        finding["category"] for finding in answered["investigation_results"][0]["findings"]
    }

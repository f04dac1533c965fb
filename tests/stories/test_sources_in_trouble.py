"""One source hanging, one failing, one lying: the record shows which is which, and only the lie is held against
anybody."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from deploy.local.registries import catalogue
from deploy.local.registries.catalogue.making import director
from deploy.local.registries.rows import Behaviour, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Trouble, Truncated
from domain.investigation import investigate
from domain.look_ups import before_investigation
from domain.profile import build_profile
from schemas.case import CaseRecord
from schemas.investigation import Discrepancy, DiscrepancyType, InvestigationResult
from schemas.sources import SOURCE_LABELS, SourceName
from tests.policies import POLICY
from tests.stories.conftest import Cases
from tests.stories.looking_up import an_enquiry

S = SourceName
STORMLIJN = catalogue.STORMLIJN


def of_today(record: CaseRecord) -> InvestigationResult:
    return investigate(record, POLICY, datetime.now(UTC))


def with_behaviour(row: SimulatedCompany, **behaviours: Behaviour) -> SimulatedCompany:
    told = {SourceName(name): behaviour for name, behaviour in behaviours.items()}
    return replace(row, behaviours={**row.behaviours, **told})


def hashes_kept(record: CaseRecord) -> set[str]:
    return {piece.data_hash for answer in record.sources.values() for piece in answer.pieces}


def the_discrepancy(record: CaseRecord, about: DiscrepancyType) -> Discrepancy:
    (found,) = [item for item in build_profile(record).discrepancies if item.type == about]
    return found


def test_the_record_shows_which_source_hangs_which_fails_and_which_talks_nonsense(cases: Cases) -> None:
    record = cases[STORMLIJN.company_name]

    assert build_profile(record).unavailable == {
        "KBO/BCE": "timeout",
        "GLEIF": "http_503",
        "Crunchbase": "malformed_answer",
    }
    assert record.sources[S.KBO].data_hash is None
    assert {record.sources[S.GLEIF].data_hash, record.sources[S.CRUNCHBASE].data_hash} <= hashes_kept(record)


def test_a_lie_is_shown_beside_what_the_others_say_with_the_bytes_of_both(cases: Cases) -> None:
    record = cases[STORMLIJN.company_name]
    found = the_discrepancy(record, "address")

    assert [(side.source, side.value, side.evidence_hash) for side in found.sides] == [
        ("EU VIES", "Antennestraat 70, 2060 Antwerpen", record.sources[S.VIES].data_hash),
        ("NorthData", "Zandkuil 3, 3500 Hasselt", record.sources[S.NORTHDATA].data_hash),
    ]
    assert {side.evidence_hash for side in found.sides} <= hashes_kept(record)


async def test_the_second_look_fills_the_gap_and_the_register_contradicts_the_lie(cases: Cases) -> None:
    first = cases[STORMLIJN.company_name]
    asked_again = before_investigation(first, datetime.now(UTC))
    assert set(asked_again) == {S.KBO, S.GLEIF, S.CRUNCHBASE}

    async with an_enquiry([with_behaviour(STORMLIJN, kbo=STORMLIJN.entry)]) as enquiry:
        record = await enquiry.asked(first, *asked_again)

    profile = build_profile(record)
    assert record.sources[S.KBO].state == "found"
    assert profile.unavailable == {"GLEIF": "http_503", "Crunchbase": "malformed_answer"}
    assert [side.source for side in the_discrepancy(record, "address").sides] == ["KBO/BCE", "EU VIES", "NorthData"]
    assert profile.preferred["registered_address"].source == "KBO/BCE"


OF_EACH_COUNTRY: dict[SourceName, SimulatedCompany] = {
    S.KBO: catalogue.ZONNEWIND,
    S.NBB: catalogue.ZONNEWIND,
    S.GAZETTE: catalogue.ZONNEWIND,
    S.PEPPOL: catalogue.ZONNEWIND,
    S.GLEIF: catalogue.ZONNEWIND,
    S.NORTHDATA: catalogue.ZONNEWIND,
    S.CRUNCHBASE: catalogue.HAVENLICHT,
    S.BRREG: catalogue.FJORDLYS,
    S.ANNUAIRE: catalogue.GARANCE,
    S.ARES: catalogue.MODRY_KAMEN,
    S.SCREENING: catalogue.ZONNEWIND,
}
"""A company in good order that the source knows."""


@pytest.mark.parametrize("trouble", [Down(500), RateLimited(30), Malformed(), Truncated()], ids=lambda item: str(item))
async def test_a_source_in_trouble_says_nothing_about_the_company(cases: Cases, trouble: Trouble) -> None:
    rows = {row.company_name: row for row in OF_EACH_COUNTRY.values()}
    for source in OF_EACH_COUNTRY:
        name = OF_EACH_COUNTRY[source].company_name
        rows[name] = with_behaviour(rows[name], **{source: trouble})

    async with an_enquiry(list(rows.values())) as enquiry:
        for source, row in OF_EACH_COUNTRY.items():
            before = cases[row.company_name]
            others = {name: answer for name, answer in before.sources.items() if name is not source}
            never_asked = before.model_copy(update={"sources": others})
            check_that_it_says_nothing(of_today(before), await enquiry.asked(never_asked, source), source)


def check_that_it_says_nothing(before: InvestigationResult, record: CaseRecord, source: SourceName) -> None:
    after = of_today(record)
    label = SOURCE_LABELS[source]
    known = {finding.finding_id for finding in before.findings}
    added = {(item.category, item.source) for item in after.findings if item.finding_id not in known}

    assert record.sources[source].state == "unavailable", label
    assert build_profile(record).unavailable.keys() == {label}
    assert added == {("source_unavailable", label)}
    assert after.discrepancies == ()
    flags = {flag.rule_id for flag in after.red_flags if flag.severity != "info"}
    assert flags <= {flag.rule_id for flag in before.red_flags}
    assert after.risk_score <= before.risk_score
    if source is not S.SCREENING:  # without which nobody is recommended to be approved
        assert after.recommended_action == before.recommended_action


TRUTH = catalogue.ZONNEWIND.entry
assert TRUTH is not None
LIE: RegisterEntry = replace(
    TRUTH,
    name="Maanlicht Verhuur",
    legal_form="NV",
    street="Zandkuil 3",
    postal_code="3500",
    city="Hasselt",
    incorporated=date(2009, 10, 1),
    persons=(director("Sofie", "Lambrecht"),),
)
LIARS: dict[SourceName, frozenset[DiscrepancyType]] = {
    S.KBO: frozenset({"name", "legal_form", "address", "incorporation_date", "director"}),
    S.NORTHDATA: frozenset({"name", "legal_form", "address", "incorporation_date", "director"}),
    S.GLEIF: frozenset({"name", "legal_form", "address", "incorporation_date"}),
    S.NBB: frozenset({"director"}),
    S.GAZETTE: frozenset({"name", "legal_form"}),
    S.PEPPOL: frozenset({"name"}),
}
"""What each source can lie about."""


async def test_whoever_lies_is_contradicted_and_both_sides_are_cited(cases: Cases) -> None:
    for liar, about in LIARS.items():
        row = with_behaviour(catalogue.ZONNEWIND, **{liar: LIE})
        async with an_enquiry([row]) as enquiry:
            record = await enquiry.asked(cases[row.company_name], liar)
        check_the_lie(record, SOURCE_LABELS[liar], about)


def check_the_lie(record: CaseRecord, liar: str, about: Iterable[DiscrepancyType]) -> None:
    found = build_profile(record).discrepancies
    assert {item.type for item in found} == set(about), liar
    for item in found:
        sources = {side.source for side in item.sides}
        assert liar in sources
        assert len(sources) > 1
        assert {side.evidence_hash for side in item.sides} - {None} <= hashes_kept(record)
        assert all(side.evidence_hash for side in item.sides if side.source == liar)

"""Which sources are asked, and when again."""

from datetime import datetime, timedelta

import pytest

from domain import look_ups
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.sources import SourceAnswer, SourceFact, SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, a_record, an_answer

S = SourceName
MINUTE = timedelta(minutes=1)
EVERYWHERE = {S.VIES, S.PEPPOL, S.GLEIF, S.NORTHDATA, S.CRUNCHBASE, S.WEBSITE}


def company(country: str) -> Company:
    return Company(company_name="Example", country=country, vat_number=f"{country}123")


def unavailable(source: SourceName = S.VIES, retry_after: float | None = 10.0, attempt: int = 1) -> SourceAnswer:
    answer = an_answer(source, "unavailable", reason="timeout")
    return answer.model_copy(update={"retry_after_seconds": retry_after, "attempt": attempt})


def waiting(*answers: SourceAnswer) -> CaseRecord:
    """A case that waits for its customer and has these answers."""
    return a_record(CaseStatus.AWAITING_DOCUMENTS, sources={answer.source: answer for answer in answers})


@pytest.mark.parametrize(
    ("country", "registers"),
    [
        ("BE", {S.KBO, S.NBB, S.GAZETTE}),
        ("NO", {S.BRREG}),
        ("CZ", {S.ARES}),
        ("FR", {S.ANNUAIRE}),
        ("DE", set()),
    ],
)
def test_the_registers_of_a_country_are_asked_about_its_companies_only(
    country: str, registers: set[SourceName]
) -> None:
    assert set(look_ups.registers_of(company(country))) == EVERYWHERE | registers


def test_what_only_a_person_may_look_up_is_never_asked() -> None:
    assert S.WITHHOLDING not in look_ups.registers_of(company("BE"))
    assert look_ups.next_due(waiting(unavailable(S.WITHHOLDING))) is None


@pytest.mark.parametrize(("attempt", "wait"), list(enumerate(look_ups.ASK_AGAIN_AFTER, start=1)))
def test_an_unavailable_source_is_asked_again_ever_more_rarely(attempt: int, wait: timedelta) -> None:
    record = waiting(unavailable(attempt=attempt))

    assert look_ups.next_due(record) == NOW + wait
    assert look_ups.due(record, NOW + wait) == (S.VIES,)
    assert look_ups.due(record, NOW + wait - timedelta(seconds=1)) == ()


def test_after_the_last_attempt_no_other_follows() -> None:
    assert look_ups.next_due(waiting(unavailable(attempt=len(look_ups.ASK_AGAIN_AFTER) + 1))) is None


def test_a_source_that_names_a_later_moment_is_asked_then() -> None:
    assert look_ups.next_due(waiting(unavailable(retry_after=3600.0))) == NOW + timedelta(hours=1)


def test_a_failure_that_another_try_would_not_change_waits_for_the_investigation() -> None:
    record = waiting(unavailable(retry_after=None))

    assert look_ups.next_due(record) is None
    assert S.VIES in look_ups.before_investigation(record, NOW)


@pytest.mark.parametrize("state", ["found", "not_found", "not_configured", "not_applicable"])
def test_a_source_that_has_answered_is_left_alone(state: str) -> None:
    answer = an_answer(S.VIES).model_copy(update={"state": state})
    assert look_ups.next_due(waiting(answer)) is None


@pytest.mark.parametrize("status", [CaseStatus.PROCESSING, CaseStatus.REVIEW_PENDING, CaseStatus.APPROVED])
def test_nothing_is_asked_behind_a_case_that_does_not_wait_for_its_customer(status: CaseStatus) -> None:
    record = a_record(status, sources={S.VIES: unavailable()})
    assert look_ups.next_due(record) is None


def test_the_soonest_of_several_comes_first() -> None:
    record = waiting(unavailable(S.VIES, attempt=3), unavailable(S.GLEIF))

    assert look_ups.next_due(record) == NOW + MINUTE
    assert look_ups.due(record, NOW + MINUTE) == (S.GLEIF,)
    assert look_ups.due(record, NOW + timedelta(days=1)) == (S.GLEIF, S.VIES)


def test_an_investigation_asks_for_what_is_missing_unavailable_or_out_of_date() -> None:
    fresh = [an_answer(source) for source in EVERYWHERE - {S.PEPPOL, S.GLEIF, S.WEBSITE}]
    old = an_answer(S.GLEIF).model_copy(update={"collected_at": NOW - look_ups.OUT_OF_DATE - MINUTE})
    record = waiting(*fresh, old, unavailable(S.WEBSITE), an_answer(S.KBO), an_answer(S.NBB), an_answer(S.GAZETTE))

    assert set(look_ups.before_investigation(record, NOW)) == {S.PEPPOL, S.GLEIF, S.WEBSITE}


def screened(*names: str, at: datetime = NOW) -> SourceAnswer:
    facts = tuple(SourceFact(name="screened", value=name) for name in names)
    return an_answer(S.SCREENING, "not_found").model_copy(update={"facts": facts, "collected_at": at})


def directed_by(*names: str) -> SourceAnswer:
    facts = tuple(SourceFact(name="director", value=name, details={"kind": "person"}) for name in names)
    return an_answer(S.KBO).model_copy(update={"facts": facts})


def test_whoever_the_registers_name_is_screened_once() -> None:
    register = directed_by("Jan Peeters", "An Maes")

    assert look_ups.screening_is_due(waiting(register), NOW)
    assert look_ups.screening_is_due(waiting(register, screened("Acme Trading BVBA", "Jan Peeters")), NOW)
    assert not look_ups.screening_is_due(
        waiting(register, screened("Acme Trading BVBA", "Jan Peeters", "An Maes")), NOW
    )


def test_a_screening_that_could_not_ask_about_everybody_is_not_repeated_for_the_same_persons() -> None:
    said = screened("Acme Trading BVBA", "Jan Peeters")
    partly = said.model_copy(update={"state": "unavailable", "reason": look_ups.PARTLY_SCREENED})

    assert not look_ups.screening_is_due(waiting(directed_by("Jan Peeters"), partly), NOW)
    assert look_ups.next_due(waiting(directed_by("Jan Peeters"), partly)) is None
    assert look_ups.screening_is_due(waiting(directed_by("Jan Peeters", "An Maes"), partly), NOW)
    failed = partly.model_copy(update={"retry_after_seconds": 300.0})
    assert look_ups.screening_is_due(waiting(directed_by("Jan Peeters"), failed), NOW)


def test_a_screening_that_failed_or_is_older_than_a_day_is_repeated() -> None:
    old = screened("Acme Trading BVBA", at=NOW - timedelta(hours=25))

    assert look_ups.screening_is_due(waiting(old), NOW)
    assert look_ups.screening_is_due(waiting(unavailable(S.SCREENING)), NOW)
    assert not look_ups.screening_is_due(waiting(an_answer(S.SCREENING, "not_configured")), NOW)

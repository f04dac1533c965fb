"""The timeline tells each event on a line: judgements with their reasons, and nothing that goes without saying."""

from pydantic import JsonValue

from activities.reports.event_words import MAX_DETAIL_CHARACTERS, event_details
from schemas.events import CaseEvent, EventName
from tests.activities.reports import sample_cases
from tests.activities.reports.sample_case_parts import OFFICER, OPENED_AT
from tests.activities.reports.sample_case_results import latest
from tests.activities.reports.sample_case_sources import nothing, vies, withholding


def told(event: EventName, data: dict[str, JsonValue]) -> str:
    return event_details(CaseEvent(sequence=1, event=event, timestamp=OPENED_AT, actor=OFFICER, data=data))


def test_the_choice_of_a_value_is_told_with_its_source_and_reason() -> None:
    chosen: dict[str, JsonValue] = {
        "name": "company_status",
        "value": "active",
        "source": "KBO/BCE",
        "reason": "Seen\nmyself.",
    }

    assert told(EventName.FACT_DECISION, chosen) == "Status: “Active” of KBO/BCE · Reason: Seen myself."


def test_what_was_typed_is_the_officers() -> None:
    chosen: dict[str, JsonValue] = {"name": "country", "value": "BE", "source": "officer_input", "reason": "Known."}

    assert told(EventName.FACT_DECISION, chosen) == "Country: “BE” of Officer · Reason: Known."


def test_the_settling_of_a_discrepancy_is_told_with_its_reason() -> None:
    settled: dict[str, JsonValue] = {
        "discrepancy_id": "disc_company_name",
        "fingerprint": "aa11aa11aa11",
        "resolution": "customer_corrected",
        "reason": "New extract.",
    }

    expected = "disc_company_name: Corrected by the customer · Reason: New extract."
    assert told(EventName.DISCREPANCY_RESOLVED, settled) == expected


def test_the_decision_on_a_match_is_told_with_both_names_and_its_reason() -> None:
    decided: dict[str, JsonValue] = {
        "match_id": "match_0123456789abcdef",
        "fingerprint": "aa11aa11aa11",
        "decision": "false_positive",
        "reason": "Born in 1987.",
        "subject": "Jan Peeters",
        "entry": "Jan PEETERS",
        "lists": ["eu_fsf"],
    }

    assert told(EventName.SCREENING_DECISION, decided) == (
        "Jan Peeters and “Jan PEETERS” (eu_fsf): Dismissed: somebody else · Reason: Born in 1987."
    )


def test_a_look_up_by_hand_is_told_with_its_outcome_and_note() -> None:
    seen: dict[str, JsonValue] = {"answer": withholding().model_dump(mode="json"), "note": "Red on taxes."}

    assert told(EventName.MANUAL_CHECK_RECORDED, seen) == (
        "Withholding obligation: Found · Social security debts: No · Tax debts: Yes · "
        "Withholding check valid until: 2026-12-31 · Note: Red on taxes."
    )
    assert "Note" not in told(EventName.MANUAL_CHECK_RECORDED, {**seen, "note": None})


def test_another_assessment_is_told_with_what_came_of_it() -> None:
    details = told(EventName.RISK_REASSESSED, latest().model_dump(mode="json"))

    for part in ("Risk score: 0.7", "Due diligence: Enhanced due diligence mandatory", "Red flags: 2", "Judgements: 6"):
        assert part in details


def test_an_answer_says_how_often_it_was_asked_for_only_if_more_than_once() -> None:
    once = told(EventName.SOURCE_ANSWERED, vies().model_dump(mode="json"))
    again = told(
        EventName.SOURCE_ANSWERED, nothing(vies().source, "unavailable", "timeout", attempt=3).model_dump(mode="json")
    )

    assert once == "Source: EU VIES · State: found · Cached: Yes · Environment: test"
    assert again == "Source: EU VIES · State: unavailable · Reason: timeout · Attempt: 3 · Environment: test"


def test_no_event_takes_more_than_a_few_lines() -> None:
    request = sample_cases.with_texts("Much to say. " * 200)

    assert max(len(event_details(event)) for event in request.events) == MAX_DETAIL_CHARACTERS

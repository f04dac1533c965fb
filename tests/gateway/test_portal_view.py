"""The customer sees what is on the allow-list: of all texts that a case holds, these and no others."""

import json
import re
from collections.abc import Iterator

from pydantic import JsonValue, ValidationError

from domain.investigation import investigate
from gateway.portal.view import portal_case
from schemas.case import CaseRecord, MccDecisionRecord, ReportRef
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.example_cases import (
    FOLLOW_UP,
    MCC,
    NOW,
    OFFICER,
    SENIOR_OFFICER,
    a_document,
    a_record,
    a_state,
    a_validation,
    an_answer,
    an_opening,
    told,
)
from tests.policies import POLICY

Path = tuple[str, ...]

SHOWN = {
    "opening.case_id",
    "opening.company.company_name",
    "opening.template.document_requirements.*.id",
    "opening.template.document_requirements.*.name",
    "opening.template.document_requirements.*.description",
    "opening.template.questions.*.id",
    "opening.template.questions.*.text",
    "opening.template.questions.*.options.*",
    "documents.*.document_id",
    "documents.*.filename",
    "validation_results.*.message",
    "follow_up_tasks.*.task_id",
    "follow_up_tasks.*.description",
    "follow_up_tasks.*.document_type",
    "submissions.*.answers.*",
}
"""Every text of a case that may reach its customer. Adding to it is a decision about confidentiality (AMLR Art. 73)."""


def a_full_record(status: CaseStatus = CaseStatus.FOLLOW_UP_REQUIRED) -> CaseRecord:
    """A case with something in every member, officers' words above all."""
    state = a_state(CaseStatus.REVIEW_PENDING)
    escalated = told(state, "decision", {"decision": "escalate", "reason": "A word for officers"}, OFFICER, "cmd_1")
    asked = told(
        escalated,
        "decision",
        {
            **FOLLOW_UP,
            "reason": "Another word for officers",
            "follow_up_tasks": [
                {"description": "Please send a bill.", "response_type": "document", "document_type": "bill"}
            ],
        },
        SENIOR_OFFICER,
        "cmd_2",
    ).record
    document = a_document()
    bill = a_document("followup_task_1", b"bill")
    answers = {
        SourceName.VIES: an_answer(SourceName.VIES, facts={"company_name": "Somebody Else", "vat_valid": False}),
        SourceName.WEBSITE: an_answer(SourceName.WEBSITE, state="unavailable", reason="timeout"),
    }
    full = asked.model_copy(
        update={
            "status": status,
            "opening": an_opening(additional_data={"note": "A private remark", "list": [{"deep": "And another"}]}),
            "sources": answers,
            "documents": (document, bill),
            "validation_results": (a_validation(document, valid=False), a_validation(bill, valid=False)),
            "mcc_classification": MCC.model_copy(update={"risk_flags": ("A flag",), "reasons": ("A reason",)}),
            "mcc_decision": MccDecisionRecord(
                action="override", override_mcc="5999", notes="A note", actor=OFFICER, decided_at=NOW
            ),
            "report": ReportRef(object_key="a/key", sha256="0" * 64, file_size=1, generated_at=NOW),
        }
    )
    investigated = full.model_copy(update={"investigation_results": (investigate(full, POLICY, NOW),)})
    before = a_record(CaseStatus.REVIEW_PENDING)
    return investigated.model_copy(
        update={"generated_tasks": before.generated_tasks, "tasks_reasoning": before.tasks_reasoning}
    )


def texts(value: JsonValue, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a JSON value, with where it is."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from texts(member, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, str(index)))


def replaced(value: JsonValue, path: Path, text: str) -> JsonValue:
    """The JSON value with another text at one place."""
    if not path:
        return text
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: replaced(value[first], tuple(rest), text)}
    assert isinstance(value, list)
    return [replaced(item, tuple(rest), text) if str(index) == first else item for index, item in enumerate(value)]


def place(path: Path) -> str:
    """Where a text is, whichever item of a list or answer to a question it is."""
    dotted = re.sub(r"\.\d+(?=\.|$)", ".*", ".".join(path))
    return re.sub(r"^(submissions\.\*\.(?:answers|task_responses)|opening\.additional_data)\..*", r"\1.*", dotted)


def with_canary(record: CaseRecord, path: Path, canary: str) -> CaseRecord | None:
    """The record with the canary at one place; None where only certain words can stand."""
    planted = replaced(record.model_dump(mode="json"), path, canary)
    try:
        return CaseRecord.model_validate_json(json.dumps(planted))
    except ValidationError:
        return None


def planted(record: CaseRecord) -> Iterator[tuple[str, bool]]:
    """Each place in which a text can be planted, and whether the customer then sees it."""
    for path, _ in texts(record.model_dump(mode="json")):
        canary = f"canary_{len(path)}"
        if changed := with_canary(record, path, canary):
            yield place(path), canary in portal_case(changed).model_dump_json()


def test_of_all_texts_of_a_case_the_customer_sees_those_of_the_allow_list() -> None:
    results = list(planted(a_full_record()))

    assert {where for where, seen in results if seen} == SHOWN


def test_the_words_of_officers_are_among_what_was_planted_and_not_seen() -> None:
    hidden = {where for where, seen in planted(a_full_record()) if not seen}

    assert hidden >= {
        "opening.additional_data.*",
        "opening.opened_by.id",
        "opening.portal_token",
        "opening.organisation",
        "decisions.*.reason",
        "decisions.*.actor.id",
        "mcc_classification.primary_recommendation.description",
        "mcc_classification.risk_flags.*",
        "mcc_classification.reasons.*",
        "mcc_decision.notes",
        "mcc_decision.actor.id",
        "generated_tasks.*.description",
        "generated_tasks.*.justification",
        "generated_tasks.*.rule",
        "tasks_reasoning",
        "investigation_results.*.summary",
        "investigation_results.*.rule_set",
        "investigation_results.*.risk_terms.*.explanation",
        "investigation_results.*.findings.*.description",
        "investigation_results.*.discrepancies.*.description",
        "investigation_results.*.discrepancies.*.sides.*.value",
        "sources.vies.facts.*.value",
        "sources.website.reason",
        "documents.*.object_key",
        "report.object_key",
    }


def test_a_closed_case_shows_its_end_and_not_why() -> None:
    for status in (CaseStatus.APPROVED, CaseStatus.REJECTED):
        shown = portal_case(a_full_record(status))
        assert (shown.phase, shown.status, shown.follow_up_reason) == ("terminal", status, None)
        assert not {where for where, seen in planted(a_full_record(status)) if seen} - SHOWN


def test_the_customer_is_asked_in_neutral_words() -> None:
    shown = portal_case(a_full_record())

    assert shown.phase == "follow_up"
    assert shown.follow_up_reason == "We need a little more information to complete your application."

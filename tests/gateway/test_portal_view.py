"""The customer sees what is on the allow-list: of all texts that a case holds, these and no others."""

import json
import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import JsonValue, ValidationError

from domain.investigation import investigate
from gateway.portal.view import portal_case
from schemas.case import CaseRecord, FollowUpTask, MccDecisionRecord, ReportRef
from schemas.documents import CaseDocument
from schemas.portal_api import PortalCase, PortalDraft
from schemas.session import SessionDetails
from schemas.sources import SourceName
from schemas.status import CaseStatus
from schemas.template import (
    CaseTemplate,
    DocumentRequirement,
    PortalLanguage,
    Question,
    QuestionWords,
    RequirementWords,
)
from tests.example_cases import (
    BRAND,
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
S = CaseStatus

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


def shown(record: CaseRecord, language: PortalLanguage = "en", draft: PortalDraft | None = None) -> PortalCase:
    return portal_case(record, language, BRAND, draft)


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
            yield place(path), canary in shown(changed).model_dump_json()


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


def test_that_a_case_was_escalated_is_not_told_to_the_customer() -> None:
    assert shown(a_full_record(S.ESCALATED)) == shown(a_full_record(S.REVIEW_PENDING))


def test_a_closed_case_shows_its_end_and_not_why() -> None:
    for status in (CaseStatus.APPROVED, CaseStatus.REJECTED):
        seen = shown(a_full_record(status))
        assert (seen.phase, seen.status, seen.follow_up_reason) == ("terminal", status, None)
        assert not {where for where, seen in planted(a_full_record(status)) if seen} - SHOWN


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We need a little more information to complete your application."),
        ("nl", "We hebben nog wat informatie nodig om uw aanvraag af te ronden."),
        ("fr", "Il nous faut encore quelques informations pour terminer le traitement de votre demande."),
        ("de", "Wir benötigen noch einige Angaben, um Ihren Antrag abzuschließen."),
    ],
)
def test_the_customer_is_asked_in_neutral_words(language: PortalLanguage, words: str) -> None:
    seen = shown(a_full_record(), language)

    assert seen.phase == "follow_up"
    assert seen.follow_up_reason == words


# Languages.

FRENCH = CaseTemplate(
    id="french_onboarding",
    name="Onboarding",
    description="Partly in French",
    document_requirements=(
        DocumentRequirement(
            id="certificate",
            name="Certificate",
            description="The extract.",
            translations={"fr": RequirementWords(name="Extrait", description="L'extrait du registre.")},
        ),
    ),
    questions=(
        Question(
            id="kind",
            text="Which?",
            type="select",
            options=("Shop", "Other"),
            translations={"fr": QuestionWords(text="Lequel ?", options=("Magasin", "Autre"))},
        ),
        Question(id="more", text="More?", type="text", required=False),
    ),
)


def test_a_template_is_shown_in_its_own_translation_and_in_english_where_it_has_none() -> None:
    seen = shown(a_record(S.AWAITING_DOCUMENTS, opening=an_opening(template=FRENCH)), "fr")

    assert (seen.language, seen.languages) == ("fr", ("en", "nl", "fr", "de"))
    (requirement,) = seen.document_requirements
    assert (requirement.name, requirement.description) == ("Extrait", "L'extrait du registre.")
    assert [question.text for question in seen.questions] == ["Lequel ?", "More?"]


def test_a_choice_is_labelled_in_the_language_and_sent_back_in_the_templates_words() -> None:
    seen = shown(a_record(S.AWAITING_DOCUMENTS, opening=an_opening(template=FRENCH)), "fr")

    assert seen.questions[0].options == ("Shop", "Other")
    assert seen.questions[0].option_labels == ("Magasin", "Autre")


@pytest.mark.parametrize("language", get_args(PortalLanguage))
def test_an_unreadable_file_says_why_in_a_code_and_in_the_language(language: PortalLanguage) -> None:
    document = a_document()
    record = a_record(
        S.AWAITING_DOCUMENTS, documents=(document,), validation_results=(a_validation(document, valid=False),)
    )

    file = shown(record, language).document_requirements[0].uploaded_file

    assert file is not None
    assert (file.readable, file.problem) == (False, "damaged")
    assert (file.message == a_validation(document, valid=False).message) == (language == "en")


# What was sent.


def asked_again(*tasks: FollowUpTask, documents: tuple[CaseDocument, ...]) -> PortalCase:
    answered = tuple(task.model_copy(update={"answered_at": NOW}) for task in tasks)
    return shown(a_record(S.REVIEW_PENDING, follow_up_tasks=answered, documents=documents))


def task_for(kind: str, number: int = 1) -> FollowUpTask:
    return FollowUpTask(
        task_id=f"task_{number}", iteration=1, description=kind, response_type="document", document_type=kind
    )


def test_a_copy_of_what_could_not_be_read_stands_at_what_that_was_for() -> None:
    requirement_id = a_document().requirement_id
    readable = a_document("followup_task_1", b"readable")

    seen = asked_again(task_for(requirement_id), documents=(a_document(), readable))

    [requirement] = [item for item in seen.document_requirements if item.id == requirement_id]
    assert requirement.uploaded_file is not None
    assert requirement.uploaded_file.document_id == readable.document_id
    assert seen.answered_tasks == ()


def test_what_officers_asked_for_stays_among_what_was_sent() -> None:
    first, again = a_document("followup_task_1", b"first"), a_document("followup_task_2", b"again")

    seen = asked_again(task_for("lease"), task_for("lease", 2), documents=(first, again))

    [task] = seen.answered_tasks
    assert (task.id, task.uploaded_file and task.uploaded_file.document_id) == ("task_1", again.document_id)


# Drafts and the way back.


def test_a_draft_is_shown_without_tasks_that_are_asked_no_more() -> None:
    draft = PortalDraft(answers={"activity": "Bic"}, task_responses={"task_1": "x", "task_9": "y"}, saved_at=NOW)

    seen = shown(a_full_record(), draft=draft)

    assert seen.draft == draft.model_copy(update={"task_responses": {"task_1": "x"}})


def test_a_draft_of_a_case_that_waits_for_nobody_is_not_shown() -> None:
    draft = PortalDraft(answers={"activity": "Bic"}, task_responses={}, saved_at=NOW)

    assert shown(a_full_record(S.REVIEW_PENDING), draft=draft).draft is None


@pytest.mark.parametrize(
    ("url", "shown_as"),
    [("https://shop.example/welcome", "https://shop.example/welcome"), ("javascript:alert(1)", None), (None, None)],
)
def test_the_way_back_is_a_page_of_the_web_or_none(url: str | None, shown_as: str | None) -> None:
    session = SessionDetails(idempotency_key="key", ttl_hours=24, return_url=url)

    assert shown(a_record(opening=an_opening(session=session))).return_url == shown_as

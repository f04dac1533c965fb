"""Whether a document is of the kind that was asked for."""

import pytest

from domain.document_kind import kind_of, types_asked_for
from schemas.case import FollowUpTask
from schemas.portal_api import DocumentKind
from schemas.status import CaseStatus
from schemas.template import DocumentType
from tests.example_cases import TEMPLATE, a_document, a_record, an_opening


@pytest.mark.parametrize(
    ("asked", "found", "kind"),
    [
        (("register_extract", "certificate_of_incorporation"), "register_extract", "as_asked"),
        (("register_extract",), "invoice", "another"),
        (("register_extract",), "unknown", "unknown"),
        (("register_extract",), None, "unknown"),
        ((), "invoice", "unknown"),
    ],
)
def test_a_kind_is_said_only_where_there_is_something_to_compare(
    asked: tuple[DocumentType, ...], found: DocumentType | None, kind: DocumentKind
) -> None:
    assert kind_of(asked, found) == kind


def test_a_requirement_says_which_types_will_do() -> None:
    wanted = TEMPLATE.document_requirements[0].model_copy(update={"document_types": ("register_extract",)})
    opening = an_opening(template=TEMPLATE.model_copy(update={"document_requirements": (wanted,)}))

    assert types_asked_for(a_record(opening=opening), a_document("certificate")) == ("register_extract",)


@pytest.mark.parametrize(
    ("asked_for", "types"), [("utility_bill", ("utility_bill",)), ("unknown", ()), ("a_drawing", ())]
)
def test_a_follow_up_asks_for_the_type_that_it_names(asked_for: str, types: tuple[DocumentType, ...]) -> None:
    task = FollowUpTask(
        task_id="task_1", iteration=2, description="A bill?", response_type="document", document_type=asked_for
    )
    record = a_record(CaseStatus.FOLLOW_UP_REQUIRED, follow_up_tasks=(task,))

    assert types_asked_for(record, a_document("followup_task_1")) == types

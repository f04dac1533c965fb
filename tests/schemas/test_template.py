"""What a case template may say."""

import pytest
from pydantic import JsonValue, ValidationError

from schemas.template import CaseTemplate

DOCUMENT: dict[str, JsonValue] = {"id": "passport", "name": "Passport", "description": "Both sides."}
QUESTION: dict[str, JsonValue] = {"id": "activity", "text": "What do you sell?", "type": "text"}
TEMPLATE: dict[str, JsonValue] = {
    "id": "example",
    "name": "Example",
    "description": "An example",
    "document_requirements": [DOCUMENT],
    "questions": [QUESTION],
}


def test_documents_and_questions_are_required_unless_the_template_says_otherwise() -> None:
    template = CaseTemplate.model_validate(TEMPLATE)

    assert template.document_requirements[0].required
    assert template.questions[0].required


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"document_requirements": [DOCUMENT, DOCUMENT]}, "names a document requirement twice"),
        ({"questions": [QUESTION, QUESTION]}, "names a question twice"),
        ({"questions": [{**QUESTION, "type": "select"}]}, "'activity' is a select and needs options"),
        ({"questions": [{**QUESTION, "type": "multi_select", "options": []}]}, "is a multi_select and needs options"),
        ({"questions": [{**QUESTION, "type": "essay"}]}, "questions.0.type"),
        ({"document_requirements": [{**DOCUMENT, "id": "Passport!"}]}, "document_requirements.0.id"),
        ({"document_requirements": [{**DOCUMENT, "accepted_formats": ["exe"]}]}, "accepted_formats.0"),
        ({"max_iterations": 0}, "max_iterations"),
        ({"id": "../secrets"}, "id"),
    ],
)
def test_a_template_that_could_not_be_used_is_refused(change: dict[str, JsonValue], message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        CaseTemplate.model_validate({**TEMPLATE, **change})

    assert message in str(refusal.value)

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


CHOICE: dict[str, JsonValue] = {**QUESTION, "type": "select", "options": ["Yes", "No"]}


def in_dutch(**words: JsonValue) -> dict[str, JsonValue]:
    return {"translations": {"nl": words}}


def test_a_template_that_was_recorded_before_there_were_translations_is_written_as_it_was() -> None:
    recorded = CaseTemplate.model_validate(TEMPLATE).model_dump(mode="json")

    assert "translations" not in recorded["document_requirements"][0]
    assert "translations" not in recorded["questions"][0]


def test_a_template_keeps_its_translations_through_json() -> None:
    requirement = {**DOCUMENT, **in_dutch(name="Paspoort", description="Beide zijden.")}
    question = {**CHOICE, **in_dutch(text="Verkoopt u?", options=["Ja", "Nee"])}
    template = CaseTemplate.model_validate(
        {**TEMPLATE, "document_requirements": [requirement], "questions": [question]}
    )

    assert CaseTemplate.model_validate_json(template.model_dump_json()) == template
    assert template.document_requirements[0].translations["nl"].name == "Paspoort"
    assert template.questions[0].translations["nl"].options == ("Ja", "Nee")


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
        (
            {"document_requirements": [{**DOCUMENT, "translations": {"pl": {"name": "Paszport", "description": "."}}}]},
            "translations.pl",
        ),
        (
            {"document_requirements": [{**DOCUMENT, "translations": {"en": {"name": "Pass", "description": "."}}}]},
            "a template's own words are English",
        ),
        ({"document_requirements": [{**DOCUMENT, **in_dutch(name=" ", description=".")}]}, "translations.nl.name"),
        ({"document_requirements": [{**DOCUMENT, **in_dutch(name="Paspoort")}]}, "translations.nl.description"),
        ({"questions": [{**QUESTION, **in_dutch(text="")}]}, "translations.nl.text"),
        ({"questions": [{**QUESTION, **in_dutch(text="Wat?", options=["Ja"])}]}, "needs 0 different options in 'nl'"),
        ({"questions": [{**CHOICE, **in_dutch(text="Wat?", options=["Ja"])}]}, "needs 2 different options in 'nl'"),
        (
            {"questions": [{**CHOICE, **in_dutch(text="Wat?", options=["Ja", "Ja"])}]},
            "needs 2 different options in 'nl'",
        ),
        ({"questions": [{**CHOICE, **in_dutch(text="Wat?", options=["Ja", ""])}]}, "translations.nl.options.1"),
        ({"max_iterations": 0}, "max_iterations"),
        ({"id": "../secrets"}, "id"),
    ],
)
def test_a_template_that_could_not_be_used_is_refused(change: dict[str, JsonValue], message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        CaseTemplate.model_validate({**TEMPLATE, **change})

    assert message in str(refusal.value)

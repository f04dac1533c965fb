"""The words of a template within a task: in the customer's language, and each thing said once."""

import pytest

from domain.follow_up import propose_tasks
from schemas.case import TaskRequest
from schemas.template import CaseTemplate, DocumentRequirement, PortalLanguage, Question, RequirementWords
from tests.domain.follow_up_requests import MERCHANT, TEMPLATES, a_finding, a_request, the_task

TRANSLATED: tuple[PortalLanguage, ...] = ("nl", "fr", "de")
RECORDED = tuple(item.model_copy(update={"translations": {}}) for item in MERCHANT.document_requirements)
"""As they stand in cases that were opened before templates had translations."""


def missing(
    requirement_id: str,
    language: PortalLanguage,
    requirements: tuple[DocumentRequirement, ...] = MERCHANT.document_requirements,
    category: str = "document_missing",
) -> TaskRequest:
    return a_request(a_finding(category, requirement_id), requirements=requirements, language=language)


def its_only_kind(name: str, *alike: DocumentRequirement) -> tuple[DocumentRequirement, ...]:
    statement = DocumentRequirement(
        id="statement", name=name, description="Of May.", document_types=("bank_statement",)
    )
    return statement, *alike


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_nothing_english_of_a_template_gets_into_a_task_of_another_language(
    template: CaseTemplate, language: PortalLanguage
) -> None:
    english = [item.name for item in template.document_requirements]
    english += [text for item in template.questions for text in (item.text, "; ".join(item.options)) if text]
    found = [a_finding("document_missing", item.id) for item in template.document_requirements]

    by_part = [
        a_request(*found, requirements=template.document_requirements, language=language),
        a_request(requirements=(), questions=template.questions, language=language),
    ]
    descriptions = [task.description for request in by_part for task in propose_tasks(request).tasks]

    assert len(descriptions) == len(template.document_requirements) + len(template.questions)
    assert not [text for text in english for description in descriptions if text in description]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nl",
            "Wilt u “Bewijs van het bedrijfsadres” uploaden? Wij aanvaarden: energierekening, rekeningafschrift of "
            "huurovereenkomst. Het document mag niet ouder zijn dan 92 dagen.",
        ),
        (
            "fr",
            "Veuillez nous transmettre « Justificatif de l'adresse de la société ». Nous acceptons : facture "
            "d'énergie, relevé de compte ou contrat de bail. Le document ne doit pas dater de plus de 92 jours.",
        ),
        (
            "de",
            "Bitte laden Sie „Nachweis der Geschäftsanschrift“ hoch. Wir akzeptieren: Strom-, Gas- oder "
            "Wasserrechnung, Kontoauszug oder Mietvertrag. Das Dokument sollte nicht älter als 92 Tage sein.",
        ),
    ],
)
def test_a_document_is_named_as_the_template_names_it_in_the_customers_language(
    language: PortalLanguage, expected: str
) -> None:
    assert the_task(missing("proof_of_business_address", language)).description == expected


def test_the_options_of_a_question_are_said_in_the_customers_language() -> None:
    online = Question.model_validate(
        {
            "id": "sign",
            "text": "Can the person sign alone?",
            "type": "select",
            "options": ["Alone", "Jointly"],
            "translations": {"de": {"text": "Darf die Person allein zeichnen?", "options": ["Allein", "Gemeinsam"]}},
        }
    )

    assert the_task(a_request(questions=(online,), language="de")).description == (
        "Bitte beantworten Sie noch diese Frage: „Darf die Person allein zeichnen?“ Zur Auswahl stehen: "
        "Allein; Gemeinsam."
    )


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("document_missing", "Veuillez nous transmettre ce document : déclaration des bénéficiaires effectifs."),
        (
            "document_wrong_type",
            "Veuillez nous transmettre à nouveau ce document : déclaration des bénéficiaires effectifs.",
        ),
    ],
)
def test_where_the_template_lacks_the_language_its_kinds_of_documents_are_named(category: str, expected: str) -> None:
    assert the_task(missing("ubo_declaration", "fr", RECORDED, category)).description == expected


def test_where_the_kinds_do_not_tell_two_documents_apart_their_names_do() -> None:
    another = DocumentRequirement(id="other", name="Of June", description=".", document_types=("bank_statement",))

    assert the_task(missing("statement", "nl", its_only_kind("Of May", another))).description == (
        "Wilt u “Of May” uploaden? Wij aanvaarden: rekeningafschrift."
    )


def test_a_document_of_any_kind_is_named_in_the_only_words_there_are() -> None:
    reference = DocumentRequirement(id="reference", name="Letter of a bank", description="Of any bank.")

    assert the_task(missing("reference", "de", (reference,))).description == (
        "Bitte laden Sie „Letter of a bank“ hoch."
    )


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_a_kind_that_the_name_says_already_is_not_said_again(language: PortalLanguage) -> None:
    description = the_task(missing("ubo_declaration", language)).description

    assert description.count("“") + description.count("«") <= 1
    assert len(description.split()) < 12


@pytest.mark.parametrize(
    ("name", "is_said"),
    [
        ("Bank statements", False),
        ("STATEMENT of the company's bank", False),
        ("Statement", True),
        ("Proof of address", True),
        ("", True),
    ],
)
def test_a_kind_is_said_if_it_adds_something_to_the_name(name: str, is_said: bool) -> None:
    description = the_task(missing("statement", "en", its_only_kind(name))).description

    assert ("We can accept: bank statement." in description) == is_said


def test_all_kinds_are_said_where_the_name_says_but_one_of_them() -> None:
    assert the_task(missing("articles_of_association", "fr")).description == (
        "Veuillez nous transmettre « Statuts ». Nous acceptons : statuts ou acte de constitution."
    )


def test_who_gave_another_kind_than_the_name_says_reads_what_is_meant() -> None:
    described = RequirementWords(name="Rekeningafschrift", description="Het afschrift van mei.")
    (statement,) = its_only_kind("Bank statement")
    statement = statement.model_copy(update={"translations": {"nl": described}})

    assert the_task(missing("statement", "nl", (statement,), "document_wrong_type")).description == (
        "Wilt u “Rekeningafschrift” nog een keer uploaden? Het afschrift van mei."
    )

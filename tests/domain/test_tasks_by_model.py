"""A language model words and orders the rules' tasks; what may not be shown to a customer is not."""

import pytest

from domain.tasks_by_model import WordedTask, WordedTasks, may_be_shown, task_data, with_wordings
from schemas.case import TaskRequest
from schemas.investigation import GeneratedTask, TaskProposal
from schemas.template import DocumentRequirement, PortalLanguage
from tests.domain.investigated_cases import a_discrepancy, a_finding, a_result

ADDRESS = GeneratedTask(
    description="Please provide a recent utility bill that shows your registered address.",
    response_type="document",
    document_type="utility_bill",
    required=True,
    justification="The register says Gent, the website says Brussels.",
    rule="discrepancy:address",
)
NAME = GeneratedTask(
    description="Please confirm the full legal name of your company.",
    response_type="text",
    required=False,
    justification="The names differ.",
    rule="discrepancy:name",
)
BY_RULES = TaskProposal(tasks=(ADDRESS, NAME), reasoning="Two things are unclear.", notes=("a note",))
BETTER = "Could you please send us a utility bill of the last three months with the address of your office?"


def a_request(language: PortalLanguage = "en") -> TaskRequest:
    requirement = DocumentRequirement(id="certificate", name="Certificate", description="Of incorporation.")
    finding = a_finding("high", "number_checksum", description="SECRET finding of a stranger")
    discrepancy = a_discrepancy("high", description="SECRET words")
    return TaskRequest(
        result=a_result(findings=(finding, finding), discrepancies=(discrepancy,)),
        requirements=(requirement,),
        asked=(),
        language=language,
    )


def worded(*tasks: tuple[str, str], language: PortalLanguage = "en", by_rules: TaskProposal = BY_RULES) -> TaskProposal:
    answer = WordedTasks(tasks=tuple(WordedTask(rule=rule, description=words) for rule, words in tasks))
    return with_wordings(a_request(language), by_rules, answer)


def test_a_model_may_word_and_order_the_tasks() -> None:
    found = worded(("discrepancy:name", NAME.description), ("discrepancy:address", f" {BETTER}\n"))

    assert found.tasks == (NAME, ADDRESS.model_copy(update={"description": BETTER}))
    assert (found.method, found.reasoning, found.notes[0]) == ("llm", BY_RULES.reasoning, "a note")


@pytest.mark.parametrize(
    "answer",
    [(), (("discrepancy:name", NAME.description),), (("finding:invented", BETTER), ("discrepancy:name", "?"))],
)
def test_every_task_of_the_rules_stays_and_none_is_added(answer: tuple[tuple[str, str], ...]) -> None:
    assert {task.rule for task in worded(*answer).tasks} == {ADDRESS.rule, NAME.rule}


def test_two_tasks_of_one_rule_keep_their_own_words() -> None:
    twice = BY_RULES.model_copy(update={"tasks": (ADDRESS, ADDRESS.model_copy(update={"description": "Another."}))})

    assert worded((ADDRESS.rule, BETTER), by_rules=twice).tasks == twice.tasks


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "Address?",
        f"{BETTER} {'Please do so as soon as you can. ' * 20}",
        "Please send us the bill, as your company is suspected of money laundering by the bank.",
        "Please upload the bill at https://example.com/upload with the address of your company.",
        "Please send the bill with the address of your company to compliance@example.com today.",
        "Please call us on +32 9 123 45 67 about the address of your company and the bill.",
        "Please send us the password of your bank account with the address of your company.",
        "Please pay the fee of the registration and send us the address of your company.",
        "Please transfer it to BE68 5390 0754 7034 and send us the bill of your company.",
        "<b>Please send us a recent utility bill with the address of your company</b>",
        "Gelieve ons een recente factuur van uw energieleverancier te bezorgen met het adres van de zetel.",
        "Veuillez nous envoyer une facture récente avec l'adresse du siège de la société.",
    ],
)
def test_words_that_may_not_be_shown_are_replaced_by_the_rules_own(words: str) -> None:
    found = worded((ADDRESS.rule, words), (NAME.rule, "Could you please confirm the legal name of your company?"))

    assert found.tasks[0] == ADDRESS
    assert any("1 of 2 tasks are worded by the rules" in note for note in found.notes)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", BETTER),
        ("nl", "Kunt u ons een recente factuur van uw energieleverancier bezorgen met het adres van de zetel?"),
        ("fr", "Pourriez-vous nous envoyer une facture récente avec l'adresse du siège de la société ?"),
        ("de", "Bitte senden Sie uns eine aktuelle Rechnung mit der Anschrift der Gesellschaft und dem Datum."),
    ],
)
def test_the_customer_reads_his_own_language(language: PortalLanguage, words: str) -> None:
    assert may_be_shown(words, language)
    assert not any(may_be_shown(words, other) for other in ("en", "nl", "fr", "de") if other != language)


def test_the_model_is_told_nothing_that_a_stranger_or_an_officer_wrote() -> None:
    data = task_data(a_request(), BY_RULES)

    assert data is not None
    told = data.model_dump_json()
    assert (data.findings, data.requirements) == (("number_checksum",), ("certificate",))
    assert not any(words in told for words in ("SECRET", "Gent", "names differ", "Acme"))


def test_without_a_task_nobody_is_asked() -> None:
    assert task_data(a_request(), TaskProposal(tasks=(), reasoning="Nothing.")) is None

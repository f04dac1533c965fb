"""A language model words and orders the rules' tasks; what may not be shown to a customer is not."""

import pytest

from domain.follow_up import propose_tasks
from domain.follow_up.asks import Topic
from domain.follow_up.decided import FOR_FINDING, NotAsked
from domain.follow_up.wordings import WORDINGS
from domain.tasks_by_model import WordedTask, WordedTasks, may_be_shown, task_data, with_wordings
from schemas.case import TaskRequest
from schemas.investigation import GeneratedTask, TaskProposal
from schemas.template import DocumentRequirement, PortalLanguage
from tests.domain.investigated_cases import a_discrepancy, a_finding, a_result

BILL = GeneratedTask(
    description=WORDINGS["en"].asks["proof_of_address"],
    response_type="document",
    document_type="utility_bill",
    required=True,
    justification="The register says Gent, the website says Brussels.",
    rule="discrepancy:address",
)
NAME = GeneratedTask(
    description=WORDINGS["en"].asks["company_name"],
    response_type="text",
    required=False,
    justification="The names differ.",
    rule="discrepancy:name",
)
BY_RULES = TaskProposal(tasks=(BILL, NAME), reasoning="Two things are unclear.", notes=("a note",))
BETTER = "Could you please send us a recent bank statement or utility bill with your company's registered address?"
NAMED = "Would you be so kind as to tell us the full legal name of your company as registered?"


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
    answer = WordedTasks(tasks=tuple(WordedTask(task=task, description=words) for task, words in tasks))
    return with_wordings(a_request(language), by_rules, answer)


def test_a_model_may_word_and_order_the_tasks() -> None:
    found = worded(("task_2", NAME.description), ("task_1", f" {BETTER}\n"))

    assert found.tasks == (NAME, BILL.model_copy(update={"description": BETTER}))
    assert (found.method, found.reasoning, found.notes) == ("llm", BY_RULES.reasoning, ("a note",))


@pytest.mark.parametrize("answer", [(), (("task_2", NAME.description),), (("task_3", BETTER), ("task_2", "?"))])
def test_every_task_of_the_rules_stays_and_none_is_added(answer: tuple[tuple[str, str], ...]) -> None:
    assert {task.rule for task in worded(*answer).tasks} == {BILL.rule, NAME.rule}


def test_each_of_several_missing_documents_can_be_worded() -> None:
    requirements = tuple(
        DocumentRequirement(id=name.lower(), name=name, description="") for name in ("Lease", "Invoice", "Deed")
    )
    missing = [
        a_finding("high", "document_missing", requirement_id=item.id, finding_id=f"find_{item.id}")
        for item in requirements
    ]
    request = TaskRequest(result=a_result(findings=tuple(missing)), requirements=requirements, asked=())
    by_rules = propose_tasks(request)
    data = task_data(request, by_rules)
    assert data is not None
    kindly = [
        WordedTask(task=item.task, description=item.description.replace("Please upload", "Could you please send us"))
        for item in data.tasks
    ]

    found = with_wordings(request, by_rules, WordedTasks(tasks=tuple(reversed(kindly))))

    assert {task.rule for task in found.tasks} == {"finding:document_missing"}
    assert [(task.document_type, task.description) for task in found.tasks] == [
        (name, f"Could you please send us “{name.title()}”.") for name in ("deed", "invoice", "lease")
    ]
    assert found.notes == ()


def test_a_task_that_the_model_left_out_is_not_said_to_be_unfit() -> None:
    assert worded(("task_1", BETTER)).notes[1:] == (
        "1 of 2 tasks are left as the rules word them: the language model did not answer them",
    )


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
        "Please send us what you have as soon as you can.",
    ],
)
def test_words_that_may_not_be_shown_are_replaced_by_the_rules_own(words: str) -> None:
    found = worded(("task_1", words), ("task_2", NAMED))

    assert found.tasks[0] == BILL
    assert found.notes[1:] == (
        "1 of 2 tasks are worded by the rules: the language model's words could not be shown to a customer",
    )


NEW_SUBJECTS: tuple[tuple[PortalLanguage, Topic, str], ...] = (
    ("en", "articles", "Our AML check found that your director is on the OFAC list; please upload your articles of "
     "association."),
    ("en", "annual_accounts", "Interpol has a notice about the director of your company, so please send the annual "
     "accounts."),
    ("en", "owners", "We doubt that you are the real owner of the company; please upload a signed declaration."),
    ("en", "owners", "As you do not control your company, please upload a signed declaration of every person who "
     "ultimately owns your company."),
    ("en", "annual_accounts", "Please upload the most recent annual accounts of your company and a photograph of your "
     "children and wife."),
    ("en", "annual_accounts", "Please upload the most recent annual accounts and the passport of your company."),
    ("en", "annual_accounts", "Please upload the annual accounts of your company. It is about the sanсtions."),
    ("en", "annual_accounts", "Please upload the annual accounts of your company for the last 3 years, from 2021 on."),
    ("de", "articles", "Ihr Geschäftsführer steht auf der Liste der Vereinten Nationen, bitte laden Sie die Satzung "
     "in der heute gültigen Fassung hoch."),
    ("nl", "owners", "Wij vermoeden dat u niet de echte eigenaar bent, wilt u een ondertekende verklaring uploaden?"),
    ("nl", "articles", "Uw bestuurder staat op de lijst van de Verenigde Naties, wilt u de statuten van uw onderneming "
     "uploaden zoals ze vandaag gelden?"),
    ("fr", "articles", "Votre dirigeant figure sur la liste des Nations Unies, veuillez nous transmettre les statuts "
     "de votre société."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "topic", "words"), NEW_SUBJECTS)
def test_a_wording_that_brings_up_a_new_subject_is_not_shown(
    language: PortalLanguage, topic: Topic, words: str
) -> None:
    assert not may_be_shown(words, WORDINGS[language].asks[topic], language)


SOFTENED: tuple[tuple[PortalLanguage, Topic, str], ...] = (
    ("en", "annual_accounts", "We would be grateful if you could send us your latest annual accounts."),
    ("en", "owners", "Could you please send us a declaration, signed, of every person who ultimately owns or controls "
     "your company, and the share that each of them holds?"),
    ("en", "business", "Could you kindly tell us which products or services your company sells, and where you offer "
     "each of these?"),
    ("nl", "annual_accounts", "Kunt u ons alstublieft de meest recente jaarrekening van uw bedrijf bezorgen?"),
    ("nl", "articles", "Zou u zo vriendelijk willen zijn om ons de statuten van uw onderneming toe te sturen zoals die "
     "vandaag gelden?"),
    ("nl", "website", "Zou u ons het adres van uw website willen geven? Laat het ons gerust weten als uw onderneming "
     "er geen heeft."),
    ("fr", "annual_accounts", "Pourriez-vous nous envoyer les comptes annuels les plus récents de votre entreprise, "
     "s'il vous plaît ?"),
    ("fr", "articles", "Merci de bien vouloir nous faire parvenir les statuts de votre société, tels qu'ils sont en "
     "vigueur aujourd'hui."),
    ("fr", "company_numbers", "Nous vous remercions de nous communiquer les numéros d'immatriculation et de TVA de "
     "votre société."),
    ("de", "annual_accounts", "Könnten Sie uns bitte den neuesten Jahresabschluss Ihres Unternehmens zusenden?"),
    ("de", "bank_statement", "Wir bitten Sie um einen aktuellen Kontoauszug eines Kontos, das auf den Namen Ihrer "
     "Firma lautet."),
    ("de", "company_name", "Würden Sie uns freundlicherweise den vollständigen eingetragenen Namen Ihres Unternehmens "
     "mitteilen? Vielen Dank."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "topic", "words"), SOFTENED)
def test_a_request_may_be_turned_and_softened(language: PortalLanguage, topic: Topic, words: str) -> None:
    assert may_be_shown(words, WORDINGS[language].asks[topic], language)


@pytest.mark.parametrize("language", WORDINGS)
def test_the_customer_reads_his_own_language(language: PortalLanguage) -> None:
    own = WORDINGS[language].asks
    others = [wording.asks for name, wording in WORDINGS.items() if name != language]

    assert [topic for topic, text in own.items() if not may_be_shown(text, text, language)] == []
    assert [asks[topic] for asks in others for topic in own if may_be_shown(asks[topic], own[topic], language)] == []


def test_the_model_is_told_nothing_that_a_stranger_or_an_officer_wrote() -> None:
    data = task_data(a_request(), BY_RULES)

    assert data is not None
    told = data.model_dump_json()
    assert (data.findings, data.requirements) == (("number_checksum",), ("certificate",))
    assert not any(words in told for words in ("SECRET", "Gent", "names differ", "Acme"))


@pytest.mark.parametrize("category", [name for name, decided in FOR_FINDING.items() if isinstance(decided, NotAsked)])
def test_the_model_is_not_told_of_what_the_customer_is_not_asked_about(category: str) -> None:
    request = a_request()
    more = a_finding("critical", category, finding_id="find_untold")
    told_more = request.model_copy(update={"result": a_result(findings=(*request.result.findings, more))})

    assert task_data(told_more, BY_RULES) == task_data(
        request.model_copy(update={"result": a_result(findings=request.result.findings)}), BY_RULES
    )


def test_without_a_task_nobody_is_asked() -> None:
    assert task_data(a_request(), TaskProposal(tasks=(), reasoning="Nothing.")) is None

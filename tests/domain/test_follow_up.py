"""Which tasks are proposed to an officer, in which order, and on what grounds."""

import pytest
from hypothesis import given

from domain.findings import find
from domain.follow_up import MAX_TASKS, propose_tasks
from domain.follow_up.decided import FOR_FINDING, NotAsked
from schemas.case import TaskRequest
from schemas.investigation import DiscrepancyResolution, ResolutionKind
from schemas.sources import FactName
from schemas.template import CaseTemplate, DocumentRequirement, Question
from tests.domain.finding_categories import categories_in_code
from tests.domain.follow_up_requests import (
    ACTIVITY,
    FIELDS,
    PROOF_OF_ADDRESS,
    REQUESTS,
    REQUIREMENTS,
    TEMPLATES,
    a_discrepancy,
    a_finding,
    a_request,
    a_result,
    the_task,
)
from tests.example_cases import NOW, OFFICER, a_record, an_opening

NEVER_ASKED_ABOUT = (
    "sanction_match",
    "pep_match",
    "watchlist_match",
    "screening_near_miss",
    "nominee_signs",
    "registry_flag",
    "withholding_social_debt",
    "withholding_tax_debt",
    "withholding_unchecked",
    "source_unavailable",
    "persons_left_out",
)
"""Whatever is asked on their account would tell the customer that he is looked into."""


def everything() -> TaskRequest:
    return a_request(
        *map(a_finding, FOR_FINDING),
        *map(a_discrepancy, FIELDS),
        *(a_finding("document_missing", item.id) for item in REQUIREMENTS),
        *(a_finding("document_unreadable", item.id) for item in REQUIREMENTS),
        requirements=REQUIREMENTS,
    )


def test_every_category_of_finding_is_decided_on() -> None:
    assert categories_in_code() == FOR_FINDING.keys()


@pytest.mark.parametrize("decided", [item for item in FOR_FINDING.values() if isinstance(item, NotAsked)])
def test_whatever_is_not_asked_about_has_a_reason(decided: NotAsked) -> None:
    assert len(decided.why.split()) > 3


@pytest.mark.parametrize("field", FIELDS)
def test_every_kind_of_discrepancy_can_be_asked_about(field: FactName) -> None:
    task = the_task(a_request(a_discrepancy(field)))

    assert task.rule == f"discrepancy:{field}"
    assert (task.document_type is not None) == (task.response_type == "document")


@pytest.mark.parametrize("category", NEVER_ASKED_ABOUT)
def test_nothing_is_asked_about_what_the_customer_must_not_guess(category: str) -> None:
    assert propose_tasks(a_request(a_finding(category))).tasks == ()


def test_a_justification_cites_both_sides_of_a_discrepancy_with_their_evidence() -> None:
    task = the_task(a_request(a_discrepancy("registered_address")))

    assert task.justification == (
        "Registered address: KBO/BCE states “Kerkstraat 1, 9000 Gent” (evidence 1a2b1a2b1a2b); deed.pdf, page 2 states "
        "“Meir 2, 2000 Antwerpen” (evidence 9f8e9f8e9f8e) (discrepancy disc_registered_address, high)."
    )


def test_a_justification_cites_the_finding_and_its_evidence() -> None:
    task = the_task(a_request(a_finding("vat_not_registered", description="VIES says no.")))

    assert task.justification == "VIES says no. (EU VIES, evidence ab12ab12ab12, finding find_vat_not_registered)"


def test_two_grounds_for_one_document_are_one_task_that_cites_both() -> None:
    stale = a_finding("document_too_old", PROOF_OF_ADDRESS)

    task = the_task(a_request(stale, a_discrepancy("registered_address")))

    assert (task.response_type, task.document_type) == ("document", PROOF_OF_ADDRESS)
    assert stale.finding_id in task.justification and "disc_registered_address" in task.justification
    assert task.description == (
        "Please upload “Proof of business address” once more. We can accept: utility bill, bank statement or lease. "
        "The document should not be older than 92 days. It should show the registered address of your company."
    )


def test_a_document_that_the_template_misses_stands_only_for_what_it_can_show() -> None:
    missing = [
        a_finding("document_missing", name) for name in ("certificate_of_incorporation", "articles_of_association")
    ]

    tasks = propose_tasks(a_request(*missing, a_discrepancy("company_status"))).tasks

    assert [("disc_company_status" in task.justification, task.document_type) for task in tasks] == [
        (True, "certificate_of_incorporation"),
        (False, "articles_of_association"),
    ]


def test_two_grounds_for_one_answer_are_one_task_that_cites_both() -> None:
    task = the_task(a_request(a_finding("corporate_director"), a_discrepancy("director")))

    assert task.response_type == "text"
    assert "find_corporate_director" in task.justification and "disc_director" in task.justification


def test_a_document_that_the_template_does_not_miss_is_asked_for_by_its_kind() -> None:
    task = the_task(a_request(a_discrepancy("registered_address")))

    assert task.document_type == "utility_bill"


@pytest.mark.parametrize(
    ("resolution", "asked"),
    [("accepted_variance", 0), ("verified_no_issue", 0), ("customer_corrected", 0), ("escalated", 1), (None, 1)],
)
def test_a_discrepancy_that_an_officer_has_settled_is_not_asked_about(
    resolution: ResolutionKind | None, asked: int
) -> None:
    discrepancy = a_discrepancy("company_name")
    if resolution is not None:
        settled = DiscrepancyResolution(
            discrepancy_id=discrepancy.discrepancy_id,
            fingerprint=discrepancy.fingerprint,
            resolution=resolution,
            reason="The register is behind",
            actor=OFFICER,
            resolved_at=NOW,
        )
        discrepancy = discrepancy.model_copy(update={"resolution": settled})

    assert len(propose_tasks(a_request(discrepancy)).tasks) == asked


def test_no_more_tasks_are_proposed_than_a_customer_answers_and_the_others_are_named() -> None:
    proposal = propose_tasks(everything())

    assert len(proposal.tasks) == MAX_TASKS
    assert "left for later" in proposal.reasoning
    assert "page that says who is behind the website" in proposal.reasoning


def test_required_documents_come_first_then_grave_discrepancies_then_others_by_severity() -> None:
    request = a_request(
        a_finding("vat_not_registered", severity="high"),
        a_finding("website_error", severity="low"),
        a_discrepancy("company_name", "medium"),
        a_discrepancy("director", "high"),
        a_finding("document_missing", "director_id"),
    )

    assert [task.rule for task in propose_tasks(request).tasks] == [
        "finding:document_missing",
        "discrepancy:director",
        "finding:vat_not_registered",
        "discrepancy:company_name",
        "finding:website_error",
    ]


@given(REQUESTS)
def test_nothing_is_proposed_twice(request: TaskRequest) -> None:
    tasks = propose_tasks(request).tasks

    assert len({task.description for task in tasks}) == len(tasks)
    documents = [task.document_type for task in tasks if task.document_type]
    assert len(set(documents)) == len(documents)


def test_a_document_is_asked_for_by_its_name_and_uploaded_for_its_requirement() -> None:
    task = the_task(a_request(a_finding("document_missing", "ubo_declaration")))

    assert task.description == "Please upload “Declaration of beneficial owners”."
    assert (task.document_type, task.required) == ("ubo_declaration", True)


def test_an_optional_document_is_asked_for_as_optional() -> None:
    assert (
        the_task(a_request(a_finding("document_expired", "proof_of_residence"), requirements=REQUIREMENTS)).required
        is False
    )


def test_a_requirement_whose_name_ends_like_another_is_not_mistaken_for_it() -> None:
    requirements = tuple(DocumentRequirement(id=name, name=name, description=name) for name in ("id", "director_id"))

    assert the_task(
        a_request(a_finding("document_missing", "director_id"), requirements=requirements)
    ).document_type == ("director_id")


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.id)
def test_every_missing_document_of_every_template_can_be_asked_for(template: CaseTemplate) -> None:
    record = a_record(opening=an_opening(template=template))
    missing = [item for item in find(record, NOW) if item.category == "document_missing"]

    assert len(propose_tasks(a_request(*missing, requirements=REQUIREMENTS)).tasks) == len(missing) > 0


def test_a_feature_that_the_documents_leave_open_is_asked_about() -> None:
    finding = a_finding("feature_unresolved", finding_id="find_feature_unresolved_registered-address")

    assert the_task(a_request(finding)).document_type == "utility_bill"


def test_an_unanswered_question_is_asked_again_in_the_templates_words() -> None:
    task = the_task(a_request(questions=(ACTIVITY,)))

    assert task.description == "Please answer this question: “What does your company sell, and to whom?”"
    assert (task.response_type, task.required, task.rule) == ("text", True, "question:business_activity")
    assert "business_activity" in task.justification


@pytest.mark.parametrize(
    ("options", "response_type", "ending"),
    [(("Yes", "No"), "yes_no", "online?”"), (("Alone", "Jointly"), "text", "Please choose: Alone; Jointly.")],
)
def test_a_question_with_options_says_them_unless_they_are_yes_and_no(
    options: tuple[str, ...], response_type: str, ending: str
) -> None:
    question = Question(id="online", text="Do you sell online?", type="select", options=options)

    task = the_task(a_request(questions=(question,)))

    assert task.response_type == response_type
    assert task.description.endswith(ending)


def test_an_optional_question_is_asked_again_only_along_with_something_else() -> None:
    optional = ACTIVITY.model_copy(update={"required": False})
    alone = a_request(questions=(optional,))

    assert propose_tasks(alone).tasks == ()
    with_another = propose_tasks(alone.model_copy(update={"result": a_result(a_discrepancy("director"))})).tasks
    assert [task.required for task in with_another] == [True, False]


def test_the_reasoning_names_the_main_grounds() -> None:
    request = a_request(a_finding("document_missing", "ubo_declaration"), a_discrepancy("registered_address"))

    assert propose_tasks(request).reasoning == (
        "“Declaration of beneficial owners” was not uploaded; address discrepancy between KBO/BCE and deed.pdf, page 2."
    )

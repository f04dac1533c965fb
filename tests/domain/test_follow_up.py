"""The tasks that are proposed to an officer, and the words a customer would read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.findings import find
from domain.follow_up import MAX_TASKS, propose_tasks
from domain.investigation import investigate
from runtime.templates import load_templates
from schemas.case import FollowUpTask
from schemas.investigation import (
    Discrepancy,
    DiscrepancyResolution,
    DiscrepancyType,
    Finding,
    GeneratedTask,
    InvestigationResult,
    ProfileFact,
    ResolutionKind,
)
from schemas.sources import FactName
from schemas.template import DocumentRequirement
from tests.example_cases import NOW, OFFICER, a_record, an_opening
from tests.policies import POLICY

SUSPICION = re.compile(
    r"fraud|suspic|sanction|risk|mismatch|discrepan|inconsisten|launder|terror|crim|invalid|fake|false|forg|"
    r"investigat|screen|watch|adverse|flag|alert|disagree|differ|wrong|compliance|officer",
    re.IGNORECASE,
)
"""Words from which a customer could guess what is thought of him (AMLR Art. 73, no tipping-off)."""

CATEGORIES = (
    "number_checksum",
    "vat_not_registered",
    "vat_not_checked",
    "name_withheld",
    "website_missing",
    "website_refused",
    "website_error",
    "website_no_name",
    "website_parked",
    "website_no_legal_page",
    "source_unavailable",
    "persons_left_out",
    "company_bankrupt",
    "company_dissolved",
    "company_in_liquidation",
    "not_in_register",
    "recently_founded",
    "accounts_missing",
    "accounts_overdue",
    "negative_equity",
    "withholding_social_debt",
    "withholding_tax_debt",
    "withholding_unchecked",
    "peppol_not_registered",
    "lei_lapsed",
    "sanction_match",
    "pep_match",
    "watchlist_match",
    "screening_near_miss",
    "corporate_director",
    "nominee_signs",
    "registry_flag",
    "owner_opaque",
    "owners_are_companies",
    "activity_mismatch",
)
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
FIELDS: dict[FactName, DiscrepancyType] = {
    "company_name": "name",
    "registered_address": "address",
    "legal_form": "legal_form",
    "director": "director",
    "registration_number": "number",
    "vat_number": "number",
    "activity_code": "activity",
    "company_status": "status",
    "incorporation_date": "incorporation_date",
}
REQUIREMENTS = tuple(item for template in load_templates().values() for item in template.document_requirements)


def a_finding(category: str, requirement_id: str | None = None) -> Finding:
    return Finding(
        finding_id=f"find_{category}_{requirement_id}" if requirement_id else f"find_{category}",
        category=category,
        severity="high",
        description=f"A suspicious {category} points to fraud.",
        source="EU VIES",
        requirement_id=requirement_id,
    )


def a_discrepancy(field: FactName) -> Discrepancy:
    side = ProfileFact(value="Acme", source="officer_input", timestamp=NOW)
    return Discrepancy(
        discrepancy_id=f"disc_{field}",
        type=FIELDS[field],
        field=field,
        severity="high",
        description="The sources disagree.",
        sides=(side, side),
    )


def a_result(*found: Finding | Discrepancy) -> InvestigationResult:
    return investigate(a_record(), POLICY, NOW).model_copy(
        update={
            "findings": tuple(item for item in found if isinstance(item, Finding)),
            "discrepancies": tuple(item for item in found if isinstance(item, Discrepancy)),
        }
    )


def everything() -> InvestigationResult:
    return a_result(
        *map(a_finding, CATEGORIES),
        *map(a_discrepancy, FIELDS),
        *(a_finding("document_missing", item.id) for item in REQUIREMENTS),
        *(a_finding("document_unreadable", item.id) for item in REQUIREMENTS),
    )


def asked_before(task: GeneratedTask) -> FollowUpTask:
    return FollowUpTask(
        task_id="task_1", iteration=2, description=task.description, response_type=task.response_type, answered_at=NOW
    )


RESULTS = st.builds(
    lambda categories, fields: a_result(*map(a_finding, categories), *map(a_discrepancy, fields)),
    st.lists(st.sampled_from(CATEGORIES), unique=True),
    st.lists(st.sampled_from(list(FIELDS)), unique=True),
)


def every_task() -> list[GeneratedTask]:
    """Each task there is a rule for, proposed by itself."""
    result = everything()
    alone = [*map(a_result, result.findings), *map(a_result, result.discrepancies)]
    return [task for one in alone for task in propose_tasks(one, REQUIREMENTS, ()).tasks]


@pytest.mark.parametrize("task", every_task(), ids=lambda task: task.rule)
def test_the_customer_reads_no_word_of_suspicion(task: GeneratedTask) -> None:
    assert not SUSPICION.search(task.description)
    assert task.description.startswith("Please ")


@pytest.mark.parametrize("task", every_task(), ids=lambda task: task.rule)
def test_each_task_tells_the_officer_what_it_is_for(task: GeneratedTask) -> None:
    assert task.justification
    assert task.rule.startswith(("finding:", "discrepancy:"))


@pytest.mark.parametrize("task", every_task(), ids=lambda task: task.rule)
def test_a_document_task_says_which_document(task: GeneratedTask) -> None:
    assert (task.document_type is not None) == (task.response_type == "document")


@pytest.mark.parametrize("field", FIELDS)
def test_every_kind_of_discrepancy_can_be_asked_about(field: FactName) -> None:
    assert len(propose_tasks(a_result(a_discrepancy(field)), REQUIREMENTS, ()).tasks) == 1


@pytest.mark.parametrize("category", NEVER_ASKED_ABOUT)
def test_nothing_is_asked_about_what_the_customer_must_not_guess(category: str) -> None:
    assert propose_tasks(a_result(a_finding(category)), REQUIREMENTS, ()).tasks == ()


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

    assert len(propose_tasks(a_result(discrepancy), REQUIREMENTS, ()).tasks) == asked


def test_no_more_tasks_are_proposed_than_a_customer_would_read() -> None:
    assert len(every_task()) > MAX_TASKS
    assert len(propose_tasks(everything(), REQUIREMENTS, ()).tasks) == MAX_TASKS


@given(RESULTS)
def test_nothing_is_proposed_twice(result: InvestigationResult) -> None:
    descriptions = [task.description for task in propose_tasks(result, REQUIREMENTS, ()).tasks]

    assert len(descriptions) == len(set(descriptions))


@given(RESULTS, st.data())
def test_what_was_asked_before_is_not_proposed_again(result: InvestigationResult, data: st.DataObject) -> None:
    first = propose_tasks(result, REQUIREMENTS, ()).tasks
    asked = data.draw(st.lists(st.sampled_from(first), unique=True)) if first else []

    again = propose_tasks(result, REQUIREMENTS, [asked_before(task) for task in asked]).tasks

    assert set(first) - set(asked) <= set(again)
    assert not {task.description for task in again} & {task.description for task in asked}


def test_the_documents_that_every_customer_has_to_give_come_first() -> None:
    first = propose_tasks(everything(), REQUIREMENTS, ()).tasks[0]

    assert first.rule == "finding:document_missing"


@pytest.mark.parametrize("category", ["missing", "unreadable"])
def test_a_document_is_asked_for_by_its_name_and_uploaded_for_its_requirement(category: str) -> None:
    result = a_result(a_finding(f"document_{category}", "director_id"))

    (task,) = propose_tasks(result, REQUIREMENTS, ()).tasks

    assert task.description == "Please upload “Identity document of a director”."
    assert task.document_type == "director_id"


def test_a_requirement_whose_name_ends_like_another_is_not_mistaken_for_it() -> None:
    requirements = [DocumentRequirement(id=name, name=name, description=name) for name in ("id", "director_id")]

    (task,) = propose_tasks(a_result(a_finding("document_missing", "director_id")), requirements, ()).tasks

    assert task.document_type == "director_id"


@pytest.mark.parametrize("template", load_templates().values(), ids=lambda template: template.id)
def test_every_missing_document_of_every_template_can_be_asked_for(template: object) -> None:
    record = a_record(opening=an_opening(template=template))
    missing = a_result(*(item for item in find(record, NOW) if item.category == "document_missing"))

    assert len(propose_tasks(missing, REQUIREMENTS, ()).tasks) == len(missing.findings) > 0


def test_when_nothing_can_be_cleared_up_the_reasoning_says_so() -> None:
    proposal = propose_tasks(a_result(a_finding("source_unavailable")), REQUIREMENTS, ())

    assert proposal.tasks == ()
    assert proposal.reasoning == "Nothing was found that the customer could clear up."

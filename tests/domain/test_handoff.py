"""What is handed over: the value to go by with everyone who states it, the documents, and the decision without why."""

import pytest

from domain.handoff import FACTS, NAMED_SOURCES, RAW_SOURCES, handoff_of
from schemas.handoff import FactEvidence
from schemas.sources import SourceFact, SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, a_record, an_answer
from tests.handed_over_cases import BANK_STATEMENT, CERTIFICATE, OLD_STATEMENT, a_handed_over_case


def test_a_fact_has_the_value_to_go_by_and_everyone_who_states_it() -> None:
    fact = handoff_of(a_handed_over_case(), NOW).facts["incorporation_date"]

    (value,) = fact.values
    assert fact.value == value.value == "2023-02-03"
    assert [evidence.source for evidence in value.evidence] == ["KBO/BCE", "document"]
    register, document = value.evidence
    assert (register.timestamp, register.environment, register.citation) == (NOW, "test", None)
    assert register.evidence_hash is not None and register.evidence_hash.startswith("sha256:")
    assert document.evidence_hash == f"sha256:{CERTIFICATE.sha256}"
    assert document.citation is not None
    assert (document.citation.doc_id, document.citation.quote) == (CERTIFICATE.document_id, "3 februari 2023")


def test_who_says_otherwise_is_not_told() -> None:
    fact = handoff_of(a_handed_over_case(), NOW).facts["company_name"]

    assert fact.value == "Acme Trading"
    assert "Somebody Else" not in fact.model_dump_json()


def test_a_document_that_writes_the_value_in_another_way_states_it_too() -> None:
    (value,) = handoff_of(a_handed_over_case(), NOW).facts["company_name"].values

    quotes = [evidence.citation.quote for evidence in value.evidence if evidence.citation]
    assert quotes == ["ACME TRADING BVBA"]


def test_of_a_fact_with_several_values_each_is_there_once() -> None:
    record = a_handed_over_case()
    other = SourceFact(name="director", value="Jan Smits", details={"role": "Manager"})
    kbo = record.sources[SourceName.KBO]
    more = record.model_copy(
        update={"sources": {**record.sources, SourceName.KBO: kbo.model_copy(update={"facts": (*kbo.facts, other)})}}
    )

    fact = handoff_of(more, NOW).facts["director"]

    assert fact.value is None
    assert [value.value for value in fact.values] == ["An Peeters", "Jan Smits"]
    assert [evidence.source for evidence in fact.values[0].evidence] == ["KBO/BCE", "document"]


def test_details_are_handed_over_only_where_they_are_on_the_list() -> None:
    (director,) = handoff_of(a_handed_over_case(), NOW).facts["director"].values

    assert director.details == {"kind": "person", "role": "Manager", "since": "2023-02-03"}


def test_what_was_typed_says_that_nobody_has_verified_it() -> None:
    (value,) = handoff_of(a_record(), NOW).facts["vat_number"].values

    assert value.evidence == (
        FactEvidence(source="officer_input", timestamp=NOW, evidence_hash=None, environment=None, citation=None),
    )


@pytest.mark.parametrize(
    "name",
    ["screened", "screening_match", "registry_flag", "withholding_tax_debt", "withholding_social_debt", "vat_valid"],
)
def test_what_registers_warn_of_is_no_fact_of_a_hand_off(name: str) -> None:
    assert name not in FACTS


def test_raw_answers_of_screening_and_of_officers_checks_stay_in_the_house() -> None:
    assert not NAMED_SOURCES & {SourceName.SCREENING, SourceName.WITHHOLDING}


def test_no_raw_answer_is_handed_over_of_a_source_that_says_more_than_who_a_company_is() -> None:
    assert {SourceName.VIES, SourceName.PEPPOL, SourceName.GLEIF} == RAW_SOURCES


def test_documents_say_what_they_are_and_which_were_replaced() -> None:
    documents = {document.document_id: document for document in handoff_of(a_handed_over_case(), NOW).documents}

    assert documents[CERTIFICATE.document_id].document_type == "articles_of_association"
    assert documents[CERTIFICATE.document_id].requirement_name == "Certificate of incorporation"
    assert documents[OLD_STATEMENT.document_id].superseded
    assert not documents[BANK_STATEMENT.document_id].superseded
    assert documents[BANK_STATEMENT.document_id].media_type == "application/pdf"


@pytest.mark.parametrize(("status", "outcome"), [(CaseStatus.APPROVED, "approved"), (CaseStatus.REJECTED, "rejected")])
def test_a_decision_has_its_outcome_and_neither_reason_nor_person_nor_role(status: CaseStatus, outcome: str) -> None:
    decision = handoff_of(a_handed_over_case(status), NOW).decision

    assert decision is not None
    assert decision.model_dump(mode="json") == {
        "outcome": outcome,
        "decided_at": "2026-03-02T09:00:00Z",
        "decided_by": "officer",
        "iteration": 1,
    }


@pytest.mark.parametrize("status", [CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED, CaseStatus.FAILED])
def test_what_nobody_approved_or_rejected_has_no_decision(status: CaseStatus) -> None:
    assert handoff_of(a_handed_over_case(status), NOW).decision is None


def test_an_escalated_case_looks_like_any_other_that_waits_for_its_review() -> None:
    waiting, escalated = (
        handoff_of(a_handed_over_case(status), NOW) for status in (CaseStatus.REVIEW_PENDING, CaseStatus.ESCALATED)
    )

    assert escalated == waiting


def test_the_ids_that_the_opening_system_gave_come_back() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)

    assert (handoff.external_case_id, handoff.external_customer_id, handoff.trace_id) == (
        "onboarding-4711",
        "customer-88",
        "trace-1",
    )


def test_a_fact_that_only_a_document_states_is_cited() -> None:
    record = a_handed_over_case()
    alone = record.model_copy(update={"sources": {SourceName.VIES: an_answer(SourceName.VIES, "unavailable")}})

    (value,) = handoff_of(alone, NOW).facts["incorporation_date"].values

    assert [evidence.source for evidence in value.evidence] == ["document"]

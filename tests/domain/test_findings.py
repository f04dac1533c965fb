"""What an investigation notes, and what it never says."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.findings import find
from domain.profile import build_profile
from schemas.case import CaseRecord, FollowUpTask
from schemas.documents import CaseDocument
from schemas.investigation import Finding
from schemas.sources import SOURCE_LABELS, FactName, FactValue, SourceAnswer, SourceFact, SourceName, SourceState
from schemas.status import CaseStatus
from tests.example_cases import COMPANY, NOW, a_document, a_record, a_validation, an_answer, an_opening

DOCUMENT = Path(__file__).parents[2] / "docs" / "facts-and-trust.md"
CERTIFICATE = a_document("certificate")
NO_DEBTS = an_answer(SourceName.WITHHOLDING, facts={"withholding_social_debt": False, "withholding_tax_debt": False})

ASKED = [source for source in SourceName if source is not SourceName.WITHHOLDING]
"""What the software asks; the withholding obligation only a person can look up."""


def found(record: CaseRecord) -> dict[str, Finding]:
    return {finding.category: finding for finding in find(record, NOW)}


def with_sources(*answers: SourceAnswer) -> CaseRecord:
    """A case that lacks nothing, and what these sources said."""
    return looked_up(a_record(documents=(CERTIFICATE,)), *answers)


def looked_up(record: CaseRecord, *answers: SourceAnswer) -> CaseRecord:
    """The same case with these answers, and with the look-up done that every Belgian company needs."""
    said = {answer.source: answer for answer in (NO_DEBTS, *answers)}
    return record.model_copy(update={"sources": said})


def test_a_case_that_lacks_nothing_has_no_findings() -> None:
    facts: dict[FactName, str | bool | int] = {"vat_valid": True, "company_name": "ACME TRADING"}

    assert find(with_sources(an_answer(SourceName.VIES, facts=facts)), NOW) == ()


# Numbers.


@pytest.mark.parametrize(
    ("vat_number", "registration_number", "expected"),
    [
        ("BE0403170701", "0403170701", []),
        ("BE0456789012", "0403170701", ["find_vat_checksum"]),
        ("BE0403170701", "0456789012", ["find_registration_checksum"]),
        ("BE0456789012", "0456789012", ["find_vat_checksum"]),
        (None, "0456789012", ["find_registration_checksum"]),
    ],
)
def test_a_number_whose_check_digits_fail_is_one_finding(
    vat_number: str | None, registration_number: str, expected: list[str]
) -> None:
    company = COMPANY.model_copy(update={"vat_number": vat_number, "company_registration_number": registration_number})

    findings = find(looked_up(a_record(opening=an_opening(company=company), documents=(CERTIFICATE,))), NOW)

    assert [finding.finding_id for finding in findings] == expected


# VIES.


def test_a_number_that_vies_does_not_know_is_grave() -> None:
    finding = found(with_sources(an_answer(SourceName.VIES, "not_found", {"vat_valid": False})))["vat_not_registered"]

    assert (finding.severity, finding.source) == ("high", "EU VIES")
    assert finding.evidence_hash is not None


def test_a_valid_number_without_a_name_is_noted_for_information() -> None:
    finding = found(with_sources(an_answer(SourceName.VIES, "found", {"vat_valid": True})))["name_withheld"]

    assert finding.severity == "info"


def test_a_number_that_vies_could_not_be_asked_about_is_noted_for_information() -> None:
    finding = found(with_sources(an_answer(SourceName.VIES, "not_applicable", reason="country_not_in_vies")))[
        "vat_not_checked"
    ]

    assert finding.severity == "info"


@pytest.mark.parametrize("state", ["unavailable", "not_configured", "not_applicable"])
def test_a_number_that_was_not_checked_is_called_neither_valid_nor_invalid(state: SourceState) -> None:
    findings = find(with_sources(an_answer(SourceName.VIES, state, reason="MS_UNAVAILABLE")), NOW)

    assert not {"vat_not_registered", "name_withheld"} & {finding.category for finding in findings}
    assert not any("valid" in finding.description for finding in findings)


# Unavailable is not invalid.


@pytest.mark.parametrize("source", ASKED)
def test_an_unavailable_source_is_a_small_finding_that_says_nothing_about_the_company(source: SourceName) -> None:
    (finding,) = find(with_sources(an_answer(source, "unavailable", reason="timeout")), NOW)

    assert (finding.category, finding.severity) == ("source_unavailable", "low")
    assert "could not be checked (timeout). This says nothing about the company." in finding.description


@pytest.mark.parametrize("source", ASKED)
def test_a_source_that_is_not_configured_is_no_finding(source: SourceName) -> None:
    assert find(with_sources(an_answer(source, "not_configured")), NOW) == ()


def test_what_only_an_officer_can_look_up_is_a_task_and_not_unavailable() -> None:
    findings = found(with_sources(an_answer(SourceName.WITHHOLDING, "unavailable", reason="officer_task")))

    assert findings.keys() == {"withholding_unchecked"}


# Documents.


def with_documents(*documents: CaseDocument, unreadable: CaseDocument | None = None) -> CaseRecord:
    results = tuple(a_validation(document, document != unreadable) for document in documents)
    return looked_up(a_record(documents=documents, validation_results=results, follow_up_tasks=(REPLACEMENT,)))


REPLACEMENT = FollowUpTask(
    task_id="task_1",
    iteration=2,
    description="Please upload your certificate.",
    response_type="document",
    document_type="certificate",
    answered_at=NOW,
)


def test_a_missing_required_document_is_a_finding_and_a_missing_optional_one_is_not() -> None:
    (finding,) = find(looked_up(a_record(CaseStatus.PROCESSING)), NOW)

    assert finding.finding_id == "find_missing_certificate"
    assert finding.description == "The required document “Certificate of incorporation” was not uploaded."


@pytest.mark.parametrize("requirement_id", ["certificate", "bank_statement"])
def test_an_unreadable_document_is_a_finding_with_its_hash_required_or_not(requirement_id: str) -> None:
    document = a_document(requirement_id)

    finding = found(with_documents(document, unreadable=document))["document_unreadable"]

    assert finding.finding_id == f"find_unreadable_{requirement_id}"
    assert finding.evidence_hash == f"sha256:{document.sha256}"


@pytest.mark.parametrize("requirement_id", ["certificate", "followup_task_1"])
def test_a_readable_replacement_ends_the_finding_wherever_it_was_uploaded(requirement_id: str) -> None:
    record = with_documents(CERTIFICATE, a_document(requirement_id, b"readable"), unreadable=CERTIFICATE)

    assert find(record, NOW) == ()


def test_a_document_uploaded_for_a_task_is_not_missing() -> None:
    assert find(with_documents(a_document("followup_task_1")), NOW) == ()


def test_an_earlier_readable_version_does_not_excuse_an_unreadable_one() -> None:
    unreadable = a_document("certificate", b"unreadable")

    assert "document_unreadable" in found(with_documents(CERTIFICATE, unreadable, unreadable=unreadable))


# Laws.

STATED: tuple[tuple[FactName, FactValue, Mapping[str, str]], ...] = (
    ("company_status", "bankruptcy", {}),
    ("company_status", "active", {}),
    ("incorporation_date", "2026", {}),
    ("equity", -1, {}),
    ("annual_accounts", "2020-12-31", {}),
    ("director", "Acme Holding NV", {"kind": "company"}),
    ("director", "Jan Peeters", {"kind": "person", "role": "nominee director"}),
    ("owner", "Acme Holding NV", {"kind": "company", "share_percent": "10"}),
    ("owner", "Acme Group NV", {"kind": "company", "left_out": "3"}),
    ("registry_flag", "Shelf company", {}),
    ("registry_flag", "Insolvency filing", {"level": "red"}),
    ("screening_match", "Jan PEETERS", {"match": "true", "topics": "sanction,role.pep", "entity_id": "Q1"}),
    ("screening_match", "J. Peeters", {"match": "true", "topics": "crime", "entity_id": "Q1", "subject": "Jan"}),
    ("screening_match", "Jan Peters", {"match": "false", "entity_id": "Q2"}),
    ("activity_code", "NACE 47.91", {}),
    ("website_accessible", True, {}),
    ("website_parked", False, {}),
    ("website_title", "Casino", {}),
    ("withholding_tax_debt", True, {}),
    ("lei_status", "LAPSED", {}),
    ("vat_valid", True, {}),
)
STATES: tuple[SourceState, ...] = ("found", "not_found", "unavailable", "not_configured", "not_applicable")


@st.composite
def answers(draw: st.DrawFn) -> list[SourceAnswer]:
    """Any answers of any sources, with anything that may lead to a finding."""
    sources = draw(st.lists(st.sampled_from(SourceName), unique=True, max_size=6))
    return [
        an_answer(source, draw(st.sampled_from(STATES)), reason="some_reason").model_copy(
            update={
                "facts": tuple(
                    SourceFact(name=name, value=value, details=dict(details))
                    for name, value, details in draw(st.lists(st.sampled_from(STATED), max_size=8))
                )
            }
        )
        for source in sources
    ]


@given(answers(), st.data())
def test_findings_do_not_depend_on_the_order_in_which_sources_answered(
    answered: list[SourceAnswer], data: st.DataObject
) -> None:
    shuffled = [
        answer.model_copy(update={"facts": tuple(data.draw(st.permutations(answer.facts)))})
        if answer.source is not SourceName.WEBSITE  # of which the first value of each fact is the one that was seen
        else answer
        for answer in data.draw(st.permutations(answered))
    ]

    assert find(with_sources(*shuffled), NOW) == find(with_sources(*answered), NOW)


@given(answers())
def test_every_finding_has_an_id_of_its_own(answered: list[SourceAnswer]) -> None:
    ids = [finding.finding_id for finding in find(with_sources(*answered), NOW)]

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"find_[A-Za-z0-9_-]+", finding_id) for finding_id in ids)


@given(answers())
def test_a_finding_cites_only_bytes_that_a_source_sent(answered: list[SourceAnswer]) -> None:
    record = with_sources(*answered)
    sent = {answer.data_hash for answer in record.sources.values()}

    assert {finding.evidence_hash for finding in find(record, NOW)} <= {None, *sent}


@given(answers())
def test_a_finding_about_a_fact_is_about_one_that_somebody_stated_or_denied(answered: list[SourceAnswer]) -> None:
    record = with_sources(*answered)
    stated = build_profile(record).facts.keys()

    for finding in find(record, NOW):
        denied = any(SOURCE_LABELS[source] == finding.source for source in record.sources)
        assert finding.fact is None or finding.fact in stated or denied


def documented() -> set[tuple[str, str]]:
    """The categories of the documentation, each with each of its severities."""
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \| ([a-z, ]+) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        (category, severity.strip())
        for categories, severities in rows
        for category in re.findall(r"`([a-z_]+)`", categories)
        for severity in severities.split(",")
    }


@given(answers())
def test_the_documentation_names_every_finding_with_its_severity(answered: list[SourceAnswer]) -> None:
    found_here = {(finding.category, finding.severity) for finding in find(with_sources(*answered), NOW)}

    assert found_here <= documented()

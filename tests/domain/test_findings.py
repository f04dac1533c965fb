"""What an investigation notes, and what it never says."""

import pytest

from domain.findings import find
from schemas.case import CaseRecord, FollowUpTask
from schemas.documents import CaseDocument
from schemas.investigation import Finding
from schemas.sources import FactName, SourceAnswer, SourceName, SourceState
from schemas.status import CaseStatus
from tests.example_cases import COMPANY, NOW, a_document, a_record, a_validation, an_answer, an_opening

CERTIFICATE = a_document("certificate")


def found(record: CaseRecord) -> dict[str, Finding]:
    return {finding.category: finding for finding in find(record)}


def with_sources(*answers: SourceAnswer) -> CaseRecord:
    """A case that lacks nothing, and what these sources said."""
    return a_record(documents=(CERTIFICATE,), sources={answer.source: answer for answer in answers})


def test_a_case_that_lacks_nothing_has_no_findings() -> None:
    facts: dict[FactName, str | bool | int] = {"vat_valid": True, "company_name": "ACME TRADING"}

    assert find(with_sources(an_answer(SourceName.VIES, facts=facts))) == ()


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

    findings = find(a_record(opening=an_opening(company=company), documents=(CERTIFICATE,)))

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
    findings = find(with_sources(an_answer(SourceName.VIES, state, reason="MS_UNAVAILABLE")))

    assert not {"vat_not_registered", "name_withheld"} & {finding.category for finding in findings}
    assert not any("valid" in finding.description for finding in findings)


# Unavailable is not invalid.


@pytest.mark.parametrize("source", SourceName)
def test_an_unavailable_source_is_a_small_finding_that_says_nothing_about_the_company(source: SourceName) -> None:
    (finding,) = find(with_sources(an_answer(source, "unavailable", reason="timeout")))

    assert (finding.category, finding.severity) == ("source_unavailable", "low")
    assert "could not be checked (timeout). This says nothing about the company." in finding.description


@pytest.mark.parametrize("source", SourceName)
def test_a_source_that_is_not_configured_is_no_finding(source: SourceName) -> None:
    assert find(with_sources(an_answer(source, "not_configured"))) == ()


# The website.


@pytest.mark.parametrize(
    ("reason", "category", "severity"),
    [
        ("no_such_host", "website_missing", "medium"),
        ("address_not_public", "website_refused", "high"),
        ("another_reason", "website_refused", "medium"),
        (None, "website_refused", "medium"),
    ],
)
def test_a_website_that_cannot_be_visited_is_a_finding(reason: str | None, category: str, severity: str) -> None:
    findings = found(with_sources(an_answer(SourceName.WEBSITE, "not_found", reason=reason)))

    assert findings[category].severity == severity


@pytest.mark.parametrize(
    ("facts", "category"),
    [
        ({"website_accessible": True, "website_names_company": True}, None),
        ({"website_accessible": True, "website_names_company": False}, "website_no_name"),
        ({"website_accessible": False, "website_status_code": 503}, "website_error"),
        ({"website_accessible": True}, None),
    ],
)
def test_a_website_is_expected_to_answer_and_to_name_the_company(
    facts: dict[FactName, str | bool | int], category: str | None
) -> None:
    findings = found(with_sources(an_answer(SourceName.WEBSITE, "found", facts)))

    assert list(findings) == ([category] if category else [])


def test_an_error_of_the_website_is_named() -> None:
    facts: dict[FactName, str | bool | int] = {"website_accessible": False, "website_status_code": 503}

    assert (
        "(HTTP 503)" in found(with_sources(an_answer(SourceName.WEBSITE, "found", facts)))["website_error"].description
    )


# Documents.


def with_documents(*documents: CaseDocument, unreadable: CaseDocument | None = None) -> CaseRecord:
    results = tuple(a_validation(document, document != unreadable) for document in documents)
    return a_record(documents=documents, validation_results=results, follow_up_tasks=(REPLACEMENT,))


REPLACEMENT = FollowUpTask(
    task_id="task_1",
    iteration=2,
    description="Please upload your certificate.",
    response_type="document",
    document_type="certificate",
    answered_at=NOW,
)


def test_a_missing_required_document_is_a_finding_and_a_missing_optional_one_is_not() -> None:
    (finding,) = find(a_record(CaseStatus.PROCESSING))

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

    assert find(record) == ()


def test_a_document_uploaded_for_a_task_is_not_missing() -> None:
    assert find(with_documents(a_document("followup_task_1"))) == ()


def test_an_earlier_readable_version_does_not_excuse_an_unreadable_one() -> None:
    unreadable = a_document("certificate", b"unreadable")

    assert "document_unreadable" in found(with_documents(CERTIFICATE, unreadable, unreadable=unreadable))

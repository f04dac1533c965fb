"""What an investigation notes of documents that were read: their kind, their age, whose they are."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.findings import find
from schemas.case import CaseRecord
from schemas.extraction import ReadingProblem
from schemas.investigation import Finding
from schemas.sources import SourceAnswer, SourceFact, SourceName
from tests.example_cases import NOW, TEMPLATE, a_document, an_answer, an_opening
from tests.read_documents import a_candidate, a_reading, with_readings

CERTIFICATE = a_document("certificate").model_copy(update={"document_id": "doc_1"})
STATEMENT = a_document("bank_statement").model_copy(update={"document_id": "doc_2"})

_CERTIFICATE, _STATEMENT = TEMPLATE.document_requirements
ASKING = TEMPLATE.model_copy(
    update={
        "document_requirements": (
            _CERTIFICATE.model_copy(update={"document_types": ("register_extract",)}),
            _STATEMENT.model_copy(update={"document_types": ("bank_statement",), "max_age_days": 92}),
        )
    }
)


def found(record: CaseRecord) -> dict[str, Finding]:
    record = record.model_copy(update={"opening": an_opening(template=ASKING)})
    return {finding.category: finding for finding in find(record, NOW) if finding.category != "withholding_unchecked"}


@pytest.mark.parametrize(
    ("read_as", "noted"), [("utility_bill", True), ("register_extract", False), ("unknown", False)]
)
def test_a_document_of_another_kind_than_asked_for(read_as: str, noted: bool) -> None:
    findings = found(with_readings((CERTIFICATE, a_reading(document_type=read_as))))  # type: ignore[arg-type]  # a Literal

    assert ("document_wrong_type" in findings) is noted
    if noted:
        assert findings["document_wrong_type"].requirement_id == "certificate"
        assert "utility bill" in findings["document_wrong_type"].description


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-2, "document_undated"),
        (-1, None),
        (0, None),
        (92, None),
        (93, "document_too_old"),
        (None, "document_undated"),
    ],
)
def test_a_document_may_be_so_old_on_the_day_it_is_uploaded(days: int | None, expected: str | None) -> None:
    dated = (
        ()
        if days is None
        else (a_candidate("document_date", (NOW.date() - timedelta(days=days)).isoformat(), "doc_2"),)
    )
    findings = found(with_readings((STATEMENT, a_reading(*dated, document_id="doc_2"))))

    assert {"document_too_old", "document_undated"} & findings.keys() == ({expected} if expected else set())


def test_a_month_that_is_not_over_is_no_date_in_the_future() -> None:
    this_month = a_candidate("document_date", NOW.date().strftime("%Y-%m"), "doc_2")

    assert "document_undated" not in found(with_readings((STATEMENT, a_reading(this_month, document_id="doc_2"))))


def test_a_document_does_not_grow_too_old_while_the_case_lasts() -> None:
    early = STATEMENT.model_copy(update={"uploaded_at": NOW - timedelta(days=300)})
    dated = a_candidate("document_date", (NOW - timedelta(days=310)).date().isoformat(), "doc_2")

    assert "document_too_old" not in found(with_readings((early, a_reading(dated, document_id="doc_2"))))


def test_a_document_that_has_expired() -> None:
    record = with_readings((CERTIFICATE, a_reading(a_candidate("expiry_date", "2026-03-01"))))
    still_good = with_readings((CERTIFICATE, a_reading(a_candidate("expiry_date", "2026-03-02"))))

    assert "2026-03-01" in found(record)["document_expired"].description
    assert "document_expired" not in found(still_good)


@pytest.mark.parametrize("problem", ["needs_ocr", "too_complex", "unreadable_in_time", "no_text", "damaged"])
def test_a_document_that_was_not_read_says_nothing_against_the_company(problem: ReadingProblem) -> None:
    reading = a_reading(problem=problem, pages_read=0, document_id="doc_2")
    findings = found(with_readings((STATEMENT, reading)))

    assert findings["document_not_read"].severity == "info"
    assert "document_undated" not in findings


def test_a_document_that_was_read_in_part_says_so() -> None:
    findings = found(with_readings((CERTIFICATE, a_reading(page_count=10_000, pages_read=50))))

    assert "50 of 10000 pages" in findings["document_partly_read"].description


def holding(name: str) -> dict[str, Finding]:
    return found(with_readings((CERTIFICATE, a_reading(a_candidate("account_holder", name)))))


def test_an_account_of_somebody_else() -> None:
    assert "Zonnewind NV" in holding("Zonnewind NV")["account_holder_mismatch"].description
    assert "account_holder_mismatch" not in holding("ACME TRADING")


def registered(*owners: tuple[str, str]) -> SourceAnswer:
    facts = tuple(
        SourceFact(name="owner", value=name, details={"kind": "person", "share_percent": share})
        for name, share in owners
    )
    return an_answer(SourceName.NORTHDATA).model_copy(update={"facts": facts})


def declaring(*owners: tuple[str, str], register: SourceAnswer) -> dict[str, Finding]:
    declared = [a_candidate("beneficial_owner", name, details=(("share_percent", share),)) for name, share in owners]
    return found(with_readings((CERTIFICATE, a_reading(*declared)), sources={SourceName.NORTHDATA: register}))


def test_owners_that_differ_between_declaration_and_register() -> None:
    finding = declaring(("Jan Smits", "60"), register=registered(("An Peeters", "60")))["owner_mismatch"]

    assert finding.severity == "high"
    assert "NorthData names An Peeters" in finding.description
    assert "names Jan Smits, whom no register does" in finding.description


def test_owners_that_are_the_same_or_too_small_to_tell() -> None:
    same = declaring(("SMITS Jan", "60"), register=registered(("Jan Smits", "60"), ("An Peeters", "10")))
    silent = declaring(("Jan Smits", "60"), register=registered())

    assert "owner_mismatch" not in same
    assert "owner_mismatch" not in silent


@pytest.mark.parametrize(
    ("now", "noted"), [(datetime(2027, 7, 9, tzinfo=UTC), False), (datetime(2027, 7, 10, tzinfo=UTC), True)]
)
def test_who_owns_just_a_quarter_is_a_beneficial_owner_from_the_amlr_on(now: datetime, noted: bool) -> None:
    declared = a_candidate("beneficial_owner", "Jan Smits", details=(("share_percent", "25"),))
    register = {SourceName.NORTHDATA: registered(("An Peeters", "75"), ("Bo Maes", "25"))}
    record = with_readings((CERTIFICATE, a_reading(declared)), sources=register)

    (finding,) = [item for item in find(record, now) if item.category == "owner_mismatch"]

    assert "names An Peeters" in finding.description
    assert ("Bo Maes" in finding.description, "Jan Smits, whom no register does" in finding.description) == (
        noted,
        noted,
    )


def test_a_feature_that_is_unresolved_is_to_be_looked_at() -> None:
    broken = a_candidate("vat_number", "BE0456789012", problem="checksum")

    finding = found(with_readings((CERTIFICATE, a_reading(broken))))["feature_unresolved"]

    assert finding.finding_id == "find_feature_unresolved_vat-number"
    assert "“BE0456789012” (certificate.pdf, page 1)" in finding.description

"""Which documents are still to be read, and how much of what they say a case carries."""

from domain import progress
from domain.documents_read import MOST_BYTES, documents_to_read, fitted, with_proposals
from domain.ledger import with_events
from schemas.extraction import Proposals
from tests.example_cases import NOW, a_document, a_record, a_state, a_validation
from tests.read_documents import a_candidate, a_reading, with_readings

DOCUMENT, STATEMENT = a_document("certificate"), a_document("bank_statement")


def test_documents_that_can_be_opened_are_read_once() -> None:
    record = a_record(
        documents=(DOCUMENT, STATEMENT), validation_results=(a_validation(DOCUMENT), a_validation(STATEMENT, False))
    )
    assert documents_to_read(record) == (DOCUMENT,)

    read = record.model_copy(update={"readings": (a_reading(document_id=DOCUMENT.document_id),)})
    assert documents_to_read(read) == ()


def test_a_document_that_no_ocr_was_there_for_is_read_again_with_the_next_investigation() -> None:
    unread = a_reading(document_id=DOCUMENT.document_id, problem="needs_ocr", pages_read=0)
    damaged = a_reading(document_id=DOCUMENT.document_id, problem="damaged", pages_read=0)

    assert documents_to_read(with_readings((DOCUMENT, unread))) == (DOCUMENT,)
    assert documents_to_read(with_readings((DOCUMENT, damaged))) == ()


def test_an_earlier_version_is_not_read() -> None:
    newer = a_document("certificate", b"second version")
    record = a_record(documents=(DOCUMENT, newer), validation_results=(a_validation(DOCUMENT), a_validation(newer)))

    assert documents_to_read(record) == (newer,)


def test_a_reading_is_on_record_as_it_was_read() -> None:
    state = a_state()
    reading = a_reading(a_candidate("company_name", "Acme Trading"), document_id=DOCUMENT.document_id)

    after = with_events(state, progress.document_read(state.record, reading), NOW)

    assert after.record.readings == (reading,)
    assert after.record.version == state.record.version + 1


def test_a_case_carries_so_much_and_counts_the_rest() -> None:
    many = tuple(a_candidate("director", f"Director {number:04d}", quote="x" * 900) for number in range(600))
    record = with_readings((DOCUMENT, a_reading()))

    kept = fitted(record, a_reading(*many))

    assert 0 < len(kept.candidates) < len(many)
    assert len(kept.candidates) + kept.candidates_left_out == len(many)
    assert sum(len(item.model_dump_json()) for item in kept.candidates) <= MOST_BYTES
    full = record.model_copy(update={"readings": (kept,)})
    assert fitted(full, a_reading(*many, document_id="doc_2")).candidates == ()
    assert fitted(full, a_reading(*many)).candidates == kept.candidates  # read again, it takes its own place


def test_what_a_model_proposes_comes_beside_what_the_rules_found() -> None:
    found, proposed = a_candidate("company_name", "Acme"), a_candidate("legal_form", "BV")

    both = with_proposals(a_reading(found), Proposals(candidates=(found, proposed), dropped=2))

    assert both.candidates == (found, proposed)
    assert both.proposals_dropped == 2

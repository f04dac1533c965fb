"""The chain of evidence: each answer once, under an id for ever, and one hash that anyone can recompute."""

import hashlib
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue, ValidationError

from domain.evidence import answer_in, bundle_hash, evidence_id, evidence_of, rows_of
from schemas.case import CaseRecord
from schemas.events import CaseEvent, EventName
from schemas.evidence_chain import EvidenceRow
from schemas.sources import EvidencePiece, SourceAnswer, SourceName
from schemas.status import CaseStatus
from tests.example_cases import NOW, OFFICER, a_record, an_answer

DIGESTS = st.binary(min_size=1, max_size=4).map(lambda data: f"sha256:{hashlib.sha256(data).hexdigest()}")
ROWS = st.builds(
    EvidenceRow,
    source=st.sampled_from(SourceName),
    data_hash=DIGESTS,
    object_key=st.just("case_a1b2c3d4e5f6/evidence/some.json"),
    source_url=st.none(),
    collected_at=st.integers(0, 5).map(lambda hours: NOW + timedelta(hours=hours)),
    environment=st.just("test"),
)


def a_row(answer: SourceAnswer, collected_at: datetime | None = None) -> EvidenceRow:
    return EvidenceRow(
        source=answer.source,
        data_hash=answer.data_hash or "",
        object_key=answer.object_key or "",
        source_url=answer.source_url,
        collected_at=collected_at or answer.collected_at,
        environment=answer.environment,
    )


def a_case(*answers: SourceAnswer, enrichment: tuple[SourceAnswer, ...] | None = None) -> CaseRecord:
    return a_record(
        CaseStatus.AWAITING_DOCUMENTS,
        sources={answer.source: answer for answer in answers},
        enrichment={answer.source: answer for answer in enrichment} if enrichment is not None else None,
    )


VIES, WEBSITE = an_answer(SourceName.VIES), an_answer(SourceName.WEBSITE)
ANOTHER_PIECE = EvidencePiece(
    data_hash=f"sha256:{'b' * 64}", object_key="case_a1b2c3d4e5f6/evidence/b.xml", source_url="https://b.example"
)


def with_another_piece(answer: SourceAnswer) -> SourceAnswer:
    return answer.model_copy(update={"further": (ANOTHER_PIECE,)})


# Which answers belong to it.


def test_an_answer_that_is_not_written_yet_belongs_to_the_chain() -> None:
    assert evidence_of((), a_case(VIES)) == (a_row(VIES),)


def test_an_answer_that_is_written_and_held_is_there_once() -> None:
    assert evidence_of((a_row(VIES), a_row(WEBSITE)), a_case(VIES, WEBSITE)) == (a_row(VIES), a_row(WEBSITE))


def test_an_answer_that_a_later_one_replaced_stays_in_the_chain() -> None:
    other = VIES.model_copy(
        update={"data_hash": f"sha256:{'0' * 64}", "collected_at": NOW + timedelta(hours=1), "object_key": "later"}
    )

    assert evidence_of((a_row(VIES),), a_case(other)) == (a_row(VIES), a_row(other))
    assert evidence_of((), a_case(other, enrichment=(VIES,))) == (a_row(VIES), a_row(other))


def test_an_answer_without_bytes_is_no_evidence() -> None:
    assert evidence_of((), a_case(an_answer(SourceName.VIES, "unavailable", reason="timeout"))) == ()


def test_the_same_bytes_again_were_collected_when_they_first_came() -> None:
    again = VIES.model_copy(update={"collected_at": NOW + timedelta(days=30)})

    (item,) = evidence_of((a_row(VIES),), a_case(again))

    assert item.collected_at == NOW


@given(st.lists(ROWS))
def test_the_chain_is_in_the_order_of_collection_whatever_the_order_of_the_rows(rows: list[EvidenceRow]) -> None:
    chain = evidence_of(rows, a_case())

    assert list(chain) == sorted(chain, key=lambda row: row.collected_at)
    assert {(row.source, row.data_hash) for row in chain} == {(row.source, row.data_hash) for row in rows}
    assert {evidence_id(row.source, row.data_hash) for row in evidence_of(rows[::-1], a_case())} == {
        evidence_id(row.source, row.data_hash) for row in chain
    }


def test_all_bytes_of_an_answer_belong_to_it() -> None:
    answer = with_another_piece(VIES)

    assert {row.data_hash for row in evidence_of((), a_case(answer))} == {VIES.data_hash, ANOTHER_PIECE.data_hash}


def test_a_piece_is_found_where_it_was_kept_and_came_from_where_it_was_asked() -> None:
    (row,) = rows_of(with_another_piece(an_answer(SourceName.VIES, "unavailable", reason="timeout")))

    assert (row.object_key, row.source_url, row.collected_at) == (ANOTHER_PIECE.object_key, "https://b.example", NOW)


# Which events hold an answer.


def an_event(name: EventName, data: dict[str, JsonValue]) -> CaseEvent:
    return CaseEvent(sequence=1, event=name, timestamp=NOW, actor=OFFICER, data=data)


def test_the_answer_of_a_source_is_its_event() -> None:
    assert answer_in(an_event(EventName.SOURCE_ANSWERED, VIES.model_dump(mode="json"))) == VIES


@pytest.mark.parametrize("name", [EventName.MANUAL_CHECK_RECORDED, EventName.COMMAND_REFUSED])
def test_any_event_may_hold_an_answer(name: EventName) -> None:
    data: dict[str, JsonValue] = {"answer": VIES.model_dump(mode="json"), "note": "Seen by hand"}
    assert answer_in(an_event(name, data)) == VIES


@pytest.mark.parametrize("answer", [None, "yes", 42, [], {}, {"source": "vies"}, {"activity": "Bicycles"}])
def test_what_is_called_an_answer_need_not_be_one_of_a_source(answer: JsonValue) -> None:
    assert answer_in(an_event(EventName.CUSTOMER_SUBMITTED, {"answer": answer})) is None


def test_an_event_without_an_answer_has_none() -> None:
    assert answer_in(an_event(EventName.REPORT_GENERATED, {})) is None


def test_an_answer_that_cannot_be_read_is_not_passed_over() -> None:
    with pytest.raises(ValidationError):
        answer_in(an_event(EventName.SOURCE_ANSWERED, {"source": "vies"}))


# Ids and hashes.


def test_an_id_is_the_same_for_ever() -> None:
    """Ids are cited outside, so the rule is written down here a second time."""
    digest = f"sha256:{'ab' * 32}"

    assert evidence_id(SourceName.VIES, digest) == (
        "ev_" + hashlib.sha256(b"vies sha256:" + b"ab" * 32).hexdigest()[:32]
    )


def test_the_same_bytes_from_two_sources_are_two_pieces_of_evidence() -> None:
    assert evidence_id(SourceName.VIES, "sha256:00") != evidence_id(SourceName.WEBSITE, "sha256:00")


def test_the_bundle_hash_can_be_recomputed_by_hand() -> None:
    by_hand = '{"ev_1":"sha256:aa","ev_2":"sha256:bb"}'

    assert bundle_hash({"ev_2": "sha256:bb", "ev_1": "sha256:aa"}) == (
        f"sha256:{hashlib.sha256(by_hand.encode()).hexdigest()}"
    )


def test_the_bundle_of_nothing_has_a_hash() -> None:
    assert bundle_hash({}) == f"sha256:{hashlib.sha256(b'{}').hexdigest()}"


HASHES = st.dictionaries(st.text("0123456789abcdef", max_size=4), DIGESTS, max_size=5)


@given(HASHES, HASHES)
def test_two_bundles_have_one_hash_only_if_they_hold_the_same(one: dict[str, str], other: dict[str, str]) -> None:
    assert (bundle_hash(one) == bundle_hash(other)) == (one == other)

"""Evidence in a real Postgres: a row for all bytes of each answer, and the verifications that the answers make."""

import hashlib
import secrets
from collections.abc import Mapping

import pytest
from psycopg.errors import CheckViolation, DataError
from pydantic import JsonValue

from domain import progress
from domain.evidence import evidence_of
from domain.ledger import Event, with_events
from runtime.case_records import CaseRecords
from runtime.evidence_rows import BELGIAN_SOURCES, EvidenceRows
from runtime.postgres import Pool
from schemas.case import CaseState
from schemas.events import EventName
from schemas.sources import EvidencePiece, SourceAnswer, SourceFact, SourceName
from tests.example_cases import NOW, OFFICER, a_case_of, an_answer, an_opening
from tests.recorded_cases import batch_of, selected

PARTICIPANT = "iso6523-actorid-upis::0208:0403170701"


def a_case() -> CaseState:
    """The example case under an id of its own; it has no evidence."""
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(case_id=case_id, workflow_id=f"wf_{case_id}", portal_token=f"pt_{secrets.token_urlsafe(24)}")
    return a_case_of(opening)


def a_piece(name: str) -> EvidencePiece:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return EvidencePiece(
        data_hash=f"sha256:{digest}", object_key=f"evidence/{name}", source_url=f"https://{name}.example"
    )


def with_pieces(answer: SourceAnswer, *names: str, **changes: object) -> SourceAnswer:
    return answer.model_copy(update={"further": tuple(map(a_piece, names)), **changes})


def asked(state: CaseState, *answers: SourceAnswer) -> CaseState:
    for answer in answers:
        state = with_events(state, progress.answered(state.record, answer), NOW)
    return state


def recorded_by_hand(state: CaseState, data: Mapping[str, JsonValue]) -> CaseState:
    return with_events(state, (Event(EventName.MANUAL_CHECK_RECORDED, OFFICER, dict(data)),), NOW)


async def rows(pool: Pool, table: str, state: CaseState) -> list[Mapping[str, object]]:
    found = await selected(pool, f"SELECT * FROM {table} WHERE case_id = %s", state.record.opening.case_id)  # ours
    return [{name: value for name, value in row.items() if name != "case_id"} for row in found]


# All bytes.


async def test_every_piece_of_an_answer_is_a_row_with_its_own_address(pool: Pool) -> None:
    answer = with_pieces(an_answer(SourceName.VIES), "second", "third", source_url="https://vies.example")
    state = asked(a_case(), answer)
    await CaseRecords(pool).write(batch_of(state))

    chain = await EvidenceRows(pool).of_case(state.record.opening.case_id)

    assert {(row.data_hash, row.object_key, row.source_url) for row in chain} == {
        (piece.data_hash, piece.object_key, piece.source_url) for piece in answer.pieces
    }
    assert len(chain) == 3


async def test_bytes_of_an_exchange_that_failed_are_evidence_too(pool: Pool) -> None:
    failed = with_pieces(an_answer(SourceName.VIES, state="unavailable", reason="timeout"), "half_an_answer")
    state = asked(a_case(), failed)
    await CaseRecords(pool).write(batch_of(state))

    (row,) = await EvidenceRows(pool).of_case(state.record.opening.case_id)
    assert row.data_hash == a_piece("half_an_answer").data_hash


async def test_what_is_written_is_what_the_case_itself_says(pool: Pool) -> None:
    answers = [with_pieces(an_answer(source), f"{source.value}_more") for source in SourceName]
    state = asked(a_case(), *answers)
    await CaseRecords(pool).write(batch_of(state))

    chain = await EvidenceRows(pool).of_case(state.record.opening.case_id)

    assert chain == evidence_of((), state.record)
    assert len(chain) == 2 * len(SourceName)


async def test_what_an_officer_saw_is_evidence(pool: Pool) -> None:
    answer = with_pieces(an_answer(SourceName.WITHHOLDING), "screenshot", recorded_by=OFFICER.id)
    state = recorded_by_hand(a_case(), {"answer": answer.model_dump(mode="json"), "note": "Seen on the page"})
    await CaseRecords(pool).write(batch_of(state))

    assert {row.data_hash for row in await EvidenceRows(pool).of_case(state.record.opening.case_id)} == {
        answer.data_hash,
        a_piece("screenshot").data_hash,
    }
    assert len(await rows(pool, "belgian_evidence", state)) == 2


async def test_a_batch_that_comes_twice_leaves_each_row_once(pool: Pool) -> None:
    answers = (with_pieces(an_answer(SourceName.KBO), "page"), an_answer(SourceName.PEPPOL))
    state = asked(a_case(), *answers, *answers)
    for first in (1, 2, 1):
        await CaseRecords(pool).write(batch_of(state, first))

    counted = {table: len(await rows(pool, table, state)) for table in ("evidence", "belgian_evidence")}
    assert counted == {"evidence": 3, "belgian_evidence": 2}
    assert len(await rows(pool, "peppol_verifications", state)) == 2, "PEPPOL was asked twice"


async def test_rows_are_there_exactly_if_their_events_are(pool: Pool) -> None:
    """The last event cannot be written, so the batch is refused whole."""
    state = asked(a_case(), an_answer(SourceName.KBO), an_answer(SourceName.PEPPOL))
    by_hand = an_answer(SourceName.WITHHOLDING).model_dump(mode="json")
    with pytest.raises(DataError):
        await CaseRecords(pool).write(batch_of(recorded_by_hand(state, {"answer": by_hand, "note": "a\x00b"})))

    for table in ("evidence", "belgian_evidence", "peppol_verifications"):
        assert await rows(pool, table, state) == []


# Belgian evidence.


@pytest.mark.parametrize("source", SourceName)
async def test_belgian_sources_have_a_table_of_their_own(pool: Pool, source: SourceName) -> None:
    state = asked(a_case(), with_pieces(an_answer(source), "more", source_url="https://register.example"))
    await CaseRecords(pool).write(batch_of(state))

    found = await rows(pool, "belgian_evidence", state)

    assert len(found) == (2 if source in BELGIAN_SOURCES else 0)
    assert {row["data_hash"] for row in found} <= {row["data_hash"] for row in await rows(pool, "evidence", state)}


async def test_belgian_evidence_says_whether_the_source_was_asked(pool: Pool) -> None:
    kept = with_pieces(an_answer(SourceName.KBO), cached=True)
    state = asked(a_case(), kept, an_answer(SourceName.NBB))
    await CaseRecords(pool).write(batch_of(state))

    found = {row["source"]: row for row in await rows(pool, "belgian_evidence", state)}
    assert found["kbo"] == {
        "source": "kbo",
        "data_hash": kept.data_hash,
        "object_key": kept.object_key,
        "source_url": None,
        "collected_at": NOW,
        "environment": "test",
        "cached": True,
    }
    assert found["nbb"]["cached"] is False


async def test_another_source_is_no_belgian_one(pool: Pool) -> None:
    state = a_case()
    await CaseRecords(pool).write(batch_of(state))
    with pytest.raises(CheckViolation):
        await selected(
            pool,
            "INSERT INTO belgian_evidence VALUES (%s, 'vies', 'sha256:0', 'key', NULL, now(), 'test', false)",
            state.record.opening.case_id,
        )


# Verifications.


def of_peppol(registered: bool | None, *documents: str, participant: str | None = PARTICIPANT) -> SourceAnswer:
    answer = an_answer(SourceName.PEPPOL, "unavailable", reason="timeout")
    if registered is None:
        return answer
    details = {"participant": participant} if participant else {}
    verdict = SourceFact(name="peppol_registered", value=registered, details=details)
    taken = [SourceFact(name="peppol_document_type", value=name) for name in documents]
    answered = an_answer(SourceName.PEPPOL, "found" if registered else "not_found")
    return answered.model_copy(update={"facts": (verdict, *taken)})


async def the_verification(pool: Pool, answer: SourceAnswer) -> Mapping[str, object]:
    state = asked(a_case(), answer)
    await CaseRecords(pool).write(batch_of(state))
    (row,) = await rows(pool, "peppol_verifications", state)
    assert row["sequence"] == state.last_sequence
    return row


async def test_a_participant_is_on_record_with_its_documents(pool: Pool) -> None:
    answer = of_peppol(True, "Invoice", "CreditNote", participant="iso6523-actorid-upis::9925:be0403170701")
    row = await the_verification(pool, answer)
    assert {name: value for name, value in row.items() if name != "sequence"} == {
        "participant_id": "iso6523-actorid-upis::9925:be0403170701",
        "registered": True,
        "state": "found",
        "reason": None,
        "document_types": ["Invoice", "CreditNote"],
        "data_hash": answer.data_hash,
        "verified_at": NOW,
        "environment": "test",
    }


async def test_a_company_that_is_no_participant_is_on_record_as_such(pool: Pool) -> None:
    row = await the_verification(pool, of_peppol(False))
    assert (row["registered"], row["state"], row["document_types"]) == (False, "not_found", [])


async def test_what_could_not_be_checked_is_unknown_and_names_whom_it_was_about(pool: Pool) -> None:
    row = await the_verification(pool, of_peppol(None))
    assert (row["registered"], row["state"], row["reason"]) == (None, "unavailable", "timeout")
    assert (row["participant_id"], row["data_hash"]) == (PARTICIPANT, None)


@pytest.mark.parametrize("state", ["not_applicable", "not_configured"])
async def test_a_company_that_was_not_asked_about_is_not_verified(pool: Pool, state: str) -> None:
    answer = of_peppol(None).model_copy(update={"state": state})
    case = asked(a_case(), answer)
    await CaseRecords(pool).write(batch_of(case))
    assert await rows(pool, "peppol_verifications", case) == []


async def test_each_verification_of_a_case_stays_on_record(pool: Pool) -> None:
    state = asked(a_case(), of_peppol(None), of_peppol(True, "Invoice"))
    await CaseRecords(pool).write(batch_of(state))
    found = await rows(pool, "peppol_verifications", state)
    assert sorted(str(row["registered"]) for row in found) == ["None", "True"]


async def test_a_verification_by_hand_is_one(pool: Pool) -> None:
    answer = of_peppol(True, "Invoice", participant=None)
    state = recorded_by_hand(a_case(), {"answer": answer.model_dump(mode="json")})
    await CaseRecords(pool).write(batch_of(state))
    (row,) = await rows(pool, "peppol_verifications", state)
    assert (row["registered"], row["participant_id"]) == (True, PARTICIPANT)

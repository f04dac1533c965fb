"""Silence takes nothing back: what a source said stands until it says something else."""

from datetime import timedelta

import pytest

from domain import progress
from domain.findings import find
from domain.investigation import investigate
from schemas.case import CaseRecord
from schemas.sources import EvidencePiece, SourceAnswer, SourceFact, SourceName, SourceState
from tests.example_cases import NOW, a_state, an_answer, applied
from tests.policies import POLICY

S = SourceName
LATER = NOW + timedelta(days=2)
NEW_HASH = f"sha256:{'e' * 64}"


def a_match(name: str = "Viktor Karlov") -> SourceFact:
    details = {"subject": name, "match": "true", "score": "0.95", "topics": "sanction", "datasets": "eu_fsf"}
    return SourceFact(name="screening_match", value=name, details=details)


def screening(*facts: SourceFact, state: SourceState = "found", reason: str | None = None) -> SourceAnswer:
    return an_answer(S.SCREENING, state, reason=reason).model_copy(update={"facts": facts})


def after(*answers: SourceAnswer) -> CaseRecord:
    state = a_state(sources={})
    for answer in answers:
        state = applied(state, progress.answered(state.record, answer))
    return state.record


@pytest.mark.parametrize("silence", ["unavailable", "not_configured"])
def test_a_sanctions_match_outlives_a_screening_that_failed(silence: SourceState) -> None:
    silent = screening(state=silence, reason="timeout").model_copy(update={"collected_at": LATER})

    record = after(screening(a_match()), silent)

    kept = record.sources[S.SCREENING]
    assert (kept.state, kept.collected_at, kept.not_renewed) == ("found", NOW, "timeout")
    assert kept.all("screening_match") == (a_match(),)
    result = investigate(record, POLICY, LATER)
    assert result.risk_score >= 0.9
    assert result.recommended_action == "escalate"


def test_the_officer_is_told_that_the_answer_is_old() -> None:
    record = after(an_answer(S.KBO), an_answer(S.KBO, "unavailable", reason="http_503"))

    (finding,) = [item for item in find(record, LATER) if item.category == "source_unavailable"]

    assert "could not be asked again (http_503)" in finding.description
    assert "2026-03-02 stands" in finding.description


def test_what_a_failed_look_up_brought_all_the_same_is_added_with_its_evidence() -> None:
    partly = screening(a_match("Somebody Else"), state="unavailable", reason="partly_screened").model_copy(
        update={"data_hash": NEW_HASH, "object_key": "case/evidence/screening-new.json"}
    )

    kept = after(screening(a_match()), partly).sources[S.SCREENING]

    assert [(fact.value, fact.data_hash) for fact in kept.all("screening_match")] == [
        ("Viktor Karlov", None),
        ("Somebody Else", NEW_HASH),
    ]
    assert (
        EvidencePiece(data_hash=NEW_HASH, object_key="case/evidence/screening-new.json", source_url=None) in kept.pieces
    )


@pytest.mark.parametrize("state", ["found", "not_found", "not_applicable"])
def test_a_source_that_says_something_else_is_believed(state: SourceState) -> None:
    assert after(screening(a_match()), screening(state=state)).sources[S.SCREENING].facts == ()


def test_an_answer_ends_a_silence() -> None:
    record = after(an_answer(S.KBO), an_answer(S.KBO, "unavailable"), an_answer(S.KBO, facts={"lei": "1"}))

    assert record.sources[S.KBO].not_renewed is None
    assert record.sources[S.KBO].fact("lei") == "1"

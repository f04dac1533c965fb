"""Kept answers in a real Postgres: the same bytes to the same question, until they expire."""

import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from runtime.source_memory import PURGED_AT_ONCE, KeptAnswer, KeptAnswers, Piece, Question
from schemas.sources import SourceName
from tests.own_database import with_own_database
from tests.recorded_cases import selected

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=1)
"""After the last test, however long the whole suite takes."""
PIECES = (
    Piece("https://register.example/1", "application/json", b'{"a": 1}'),
    Piece("https://register.example/2", "application/octet-stream", bytes(range(256))),
    Piece("https://register.example/3", "text/html", b""),
)
ANSWER = KeptAnswer({"state": "found", "facts": [{"name": "company_name", "value": "Ωμέγα"}]}, PIECES, NOW)


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    """Of a database of our own: what has expired is nobody else's."""
    async with with_own_database(settings) as own:
        pool = create_pool(own)
        await pool.open()
        yield pool
        await pool.close()


@pytest.fixture
async def answers(pool: Pool) -> KeptAnswers:
    await selected(pool, "DELETE FROM kept_answers")
    return KeptAnswers(pool)


@pytest.fixture
def question() -> Question:
    return Question("acme-pay", SourceName.GLEIF, "test", secrets.token_hex(32))


async def expired_answers(pool: Pool) -> int:
    rows = await selected(pool, "SELECT 1 FROM kept_answers WHERE kept_until <= clock_timestamp()")
    return len(rows)


async def test_an_answer_is_given_again_byte_for_byte(answers: KeptAnswers, question: Question) -> None:
    await answers.keep(question, ANSWER, LATER)
    assert await answers.find(question) == ANSWER


async def test_an_answer_may_have_no_bytes(answers: KeptAnswers, question: Question) -> None:
    await answers.keep(question, ANSWER._replace(pieces=()), LATER)
    assert await answers.find(question) == ANSWER._replace(pieces=())


async def test_another_question_has_another_answer(answers: KeptAnswers, question: Question) -> None:
    await answers.keep(question, ANSWER, LATER)
    for other in (
        question._replace(organisation="other-pay"),
        question._replace(source=SourceName.KBO),
        question._replace(environment="live"),
        question._replace(question_hash="0" * 64),
    ):
        assert await answers.find(other) is None


async def test_an_expired_answer_is_not_given(answers: KeptAnswers, question: Question) -> None:
    await answers.keep(question, ANSWER, NOW - timedelta(seconds=1))
    assert await answers.find(question) is None


async def test_a_newer_answer_takes_the_place_of_an_older(answers: KeptAnswers, question: Question, pool: Pool) -> None:
    newer = KeptAnswer({"state": "not_found"}, PIECES[:1], NOW + timedelta(seconds=1))
    await answers.keep(question, ANSWER, LATER)
    await answers.keep(question, newer, LATER)
    assert await answers.find(question) == newer
    await answers.keep(question, ANSWER, LATER)
    assert await answers.find(question) == newer
    assert len(await selected(pool, "SELECT position FROM kept_answer_pieces")) == 1


async def test_expired_answers_go_with_new_ones_a_bounded_number_at_a_time(
    answers: KeptAnswers, question: Question, pool: Pool
) -> None:
    await selected(
        pool,
        "INSERT INTO kept_answers "
        "(organisation, source, environment, question_hash, reading, collected_at, kept_until) SELECT"
        " 'acme-pay', 'gleif', 'test', number::text, '{}', now(), now() - interval '1 day' "
        "FROM generate_series(1, 150) AS number",
    )
    await selected(
        pool,
        "INSERT INTO kept_answer_pieces SELECT answer_id, 0, 'https://register.example', 'text/plain', 'x' "
        "FROM kept_answers",
    )
    await answers.keep(question, ANSWER, LATER)
    assert await expired_answers(pool) == 150 - PURGED_AT_ONCE
    await answers.keep(question._replace(question_hash="0" * 64), ANSWER, LATER)
    assert await expired_answers(pool) == 0
    assert len(await selected(pool, "SELECT position FROM kept_answer_pieces")) == 2 * len(PIECES)
    assert await answers.find(question) == ANSWER

"""Drafts in a real Postgres: one a case, of one number of submissions, gone with the case."""

import secrets
from collections.abc import AsyncIterator

import pytest

from runtime.case_removal import CaseRemovals
from runtime.portal_drafts import DraftTooLargeError, PortalDrafts
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.portal_api import DraftRequest
from tests.case_remains import rows_of
from tests.indexed_cases import index_case


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def case_id(postgres_dsn: str, organisation: str) -> str:
    return await index_case(postgres_dsn, organisation)


def a_draft(said: str) -> DraftRequest:
    return DraftRequest(answers={"activity": said, "markets": ("Belgium",)}, task_responses={"task_1": True})


async def test_of_each_answer_the_last_one_holds(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)

    first = await drafts.merge(case_id, 0, a_draft("Bic"))
    last = await drafts.merge(case_id, 0, a_draft("Bicycles"))
    found = await drafts.read(case_id, 0)

    assert found is not None
    assert first is not None
    assert last is not None
    assert found.saved_at == last > first
    assert DraftRequest(**found.model_dump(exclude={"saved_at"})) == a_draft("Bicycles")


async def test_what_is_not_named_stays_and_null_takes_one_back(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, a_draft("Bicycles"))

    await drafts.merge(case_id, 0, DraftRequest(answers={"activity": None, "turnover": "Little"}))

    found = await drafts.read(case_id, 0)
    assert found is not None
    assert found.answers == {"markets": ("Belgium",), "turnover": "Little"}
    assert found.task_responses == {"task_1": True}


async def test_the_first_of_a_round_keeps_nothing_of_the_one_before(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, a_draft("Bicycles"))

    await drafts.merge(case_id, 1, DraftRequest(answers={"turnover": "Little", "activity": None}))

    found = await drafts.read(case_id, 1)
    assert found is not None
    assert (found.answers, found.task_responses) == ({"turnover": "Little"}, {})


async def test_more_than_can_be_kept_is_refused_and_what_was_kept_stays(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, DraftRequest(answers={f"early_{at}": "x" * 4000 for at in range(90)}))

    with pytest.raises(DraftTooLargeError):
        await drafts.merge(case_id, 0, DraftRequest(answers={f"late_{at}": "x" * 4000 for at in range(20)}))

    found = await drafts.read(case_id, 0)
    assert found is not None
    assert len(found.answers) == 90


async def test_a_draft_from_before_a_submission_is_none_after_it(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, a_draft("Bicycles"))

    assert await drafts.read(case_id, 1) is None


async def test_a_deleted_draft_is_gone(pool: Pool, case_id: str) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, a_draft("Bicycles"))

    await drafts.delete(case_id)

    assert await drafts.read(case_id, 0) is None


async def test_a_draft_goes_with_its_case_and_does_not_come_back(
    pool: Pool, postgres_dsn: str, case_id: str, organisation: str
) -> None:
    drafts = PortalDrafts(pool)
    await drafts.merge(case_id, 0, a_draft("Bicycles"))

    await CaseRemovals(pool).begin(case_id, organisation, "key")

    assert await rows_of(postgres_dsn, case_id) == {"case_deletions": 1}
    assert await drafts.merge(case_id, 0, a_draft("Bicycles")) is None

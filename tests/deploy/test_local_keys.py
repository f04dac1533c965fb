"""The keys of the local stack, as the database gets to know them at each start."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import get_args

import psycopg
import pytest

from deploy.local.credentials import kept_credentials
from deploy.local.home import Home
from deploy.local.keys import ORGANISATION, seed_keys
from runtime.api_keys import ApiKeys
from runtime.integration_keys import IntegrationKeys
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.integration_keys import Scope
from tests.own_database import with_own_database


@pytest.fixture(scope="module")
async def own(settings: Settings) -> AsyncIterator[Settings]:
    """A database in which no stack has made its keys known yet."""
    async with with_own_database(settings) as own:
        yield own


@pytest.fixture(scope="module")
def dsn(own: Settings) -> str:
    return own.postgres_dsn.get_secret_value()


@pytest.fixture(scope="module")
async def pool(own: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(own)
    await pool.open()
    yield pool
    await pool.close()


async def test_the_systems_key_may_do_everything_after_each_start(tmp_path: Path, pool: Pool, dsn: str) -> None:
    keys = kept_credentials(Home(tmp_path)).for_sources("test").keys
    for _ in range(2):
        await seed_keys(dsn, keys)

    known = await IntegrationKeys(pool).find(keys["integration"])

    assert keys["integration"].startswith("sk_test_")
    assert known is not None
    assert (known.organisation, known.environment, known.scopes) == (ORGANISATION, "test", frozenset(get_args(Scope)))


async def test_in_a_stack_that_asks_the_real_registries_it_is_a_live_key(tmp_path: Path, pool: Pool, dsn: str) -> None:
    keys = kept_credentials(Home(tmp_path)).for_sources("live").keys
    await seed_keys(dsn, keys)

    known = await IntegrationKeys(pool).find(keys["integration"])

    assert keys["integration"].startswith("sk_live_")
    assert known is not None
    assert known.environment == "live"


async def test_a_key_from_before_there_was_an_integration_api_works_too(tmp_path: Path, pool: Pool, dsn: str) -> None:
    key = kept_credentials(Home(tmp_path)).keys["integration"]
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        await connection.execute(
            "INSERT INTO api_keys (key_hash, key_id, name, role, organisation) VALUES (%s, %s, '', 'integration', %s)",
            [hashlib.sha256(key.encode()).hexdigest(), "key_of_old_home", ORGANISATION],
        )

    await seed_keys(dsn, kept_credentials(Home(tmp_path)).for_sources("test").keys)

    assert await IntegrationKeys(pool).find(key) is not None


async def test_officers_keys_are_no_keys_of_systems(tmp_path: Path, pool: Pool, dsn: str) -> None:
    keys = kept_credentials(Home(tmp_path)).for_sources("test").keys
    await seed_keys(dsn, keys)

    assert await ApiKeys(pool).principal(keys["integration"]) is None
    for role in ("officer", "senior_officer", "admin", "auditor"):
        principal = await ApiKeys(pool).principal(keys[role])
        assert principal is not None
        assert principal.actor.role == role
        assert await IntegrationKeys(pool).find(keys[role]) is None

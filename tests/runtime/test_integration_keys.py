"""Keys of other systems in a real Postgres: known by their hash, noted when used, and never changed or removed."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe
from unittest.mock import patch

import psycopg
import pytest
from psycopg.errors import RaiseException

from runtime import integration_keys
from runtime.integration_keys import IntegrationKeys, KeyOnRecordError
from runtime.postgres import Pool
from schemas.integration_keys import IntegrationKey, NewKey
from tests.recorded_cases import selected

ASKED = NewKey(name="Shop", environment="test", scopes=frozenset({"cases:read"}))


@pytest.fixture
async def keys(pool: Pool) -> AsyncIterator[IntegrationKeys]:
    keys = IntegrationKeys(pool)
    yield keys
    await keys.finish()


@pytest.fixture
def organisation() -> str:
    return f"org_{token_hex(6)}"


async def test_a_key_is_found_by_itself_alone(keys: IntegrationKeys, organisation: str, pool: Pool) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")

    assert await keys.find(made.secret) == made.key
    for other in (
        made.secret[:-1],
        made.secret + "x",
        made.secret.replace("sk_test_", "sk_live_"),
        made.key.key_id,
        "",
    ):
        assert await keys.find(other) is None
    (row,) = await selected(pool, "SELECT * FROM integration_keys WHERE key_id = %s", made.key.key_id)
    assert made.secret not in str(row)


async def test_one_key_is_read_by_its_id_within_its_organisation_also_when_it_is_revoked(
    keys: IntegrationKeys, organisation: str
) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")
    assert await keys.of_id(made.key.key_id, organisation) == made.key

    revoked = await keys.revoke(made.key.key_id, organisation, "key_of_admin")
    assert revoked == await keys.of_id(made.key.key_id, organisation)
    assert await keys.of_id(made.key.key_id, "org_other") is None


async def test_no_two_keys_are_alike(keys: IntegrationKeys, organisation: str) -> None:
    made = [await keys.create(ASKED, organisation, "key_of_admin") for _ in range(3)]

    assert len({item.secret for item in made} | {item.key.key_id for item in made}) == 6


async def test_a_key_that_is_on_record_is_not_made_again_even_if_revoked(
    keys: IntegrationKeys, organisation: str
) -> None:
    secret = f"sk_test_{token_urlsafe(32)}"
    made = await keys.create(ASKED, organisation, "local_stack", secret)
    await keys.revoke(made.key.key_id, organisation, "key_of_admin")

    with pytest.raises(KeyOnRecordError):
        await keys.create(ASKED, organisation, "local_stack", secret)
    assert await keys.find(secret) is None


async def test_a_key_stops_at_its_end_although_it_is_remembered(keys: IntegrationKeys, organisation: str) -> None:
    ends = datetime.now(UTC) + timedelta(hours=1)
    made = await keys.create(ASKED.model_copy(update={"expires_at": ends}), organisation, "key_of_admin")
    assert await keys.find(made.secret) is not None

    with patch("runtime.integration_keys.datetime", wraps=datetime) as clock:
        clock.now.return_value = ends
        assert await keys.find(made.secret) is None


async def test_a_key_that_another_process_revoked_stops_when_it_is_no_longer_remembered(
    keys: IntegrationKeys, pool: Pool, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")
    monkeypatch.setattr(integration_keys, "REMEMBERED_SECONDS", 0.0)
    assert await keys.find(made.secret) is not None

    await IntegrationKeys(pool).revoke(made.key.key_id, organisation, "key_of_admin")

    assert await keys.find(made.secret) is None


async def test_a_key_that_is_revoked_while_it_is_looked_up_opens_nothing(
    keys: IntegrationKeys, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")
    look_up = keys._look_up

    async def overtaken(hashed: str) -> IntegrationKey | None:
        found = await look_up(hashed)
        await keys.revoke(made.key.key_id, organisation, "key_of_admin")
        return found

    monkeypatch.setattr(keys, "_look_up", overtaken)

    assert await keys.find(made.secret) is None


async def test_its_use_is_noted_once_a_minute(keys: IntegrationKeys, organisation: str) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")
    for _ in range(3):
        await keys.find(made.secret)
        await keys.finish()
    (first,) = await keys.of_organisation(organisation)
    again = IntegrationKeys(keys._pool)
    await again.find(made.secret)
    await again.finish()

    assert first.last_used_at is not None
    assert (await keys.of_organisation(organisation))[0].last_used_at == first.last_used_at


async def test_who_made_and_revoked_it_stays_on_record(keys: IntegrationKeys, pool: Pool, organisation: str) -> None:
    made = await keys.create(ASKED, organisation, "key_of_one")
    for administrator in ("key_of_another", "key_of_a_third"):
        await keys.revoke(made.key.key_id, organisation, administrator)

    rows = await selected(
        pool, "SELECT event, actor_id FROM integration_key_events WHERE key_id = %s ORDER BY entry", made.key.key_id
    )
    assert [(row["event"], row["actor_id"]) for row in rows] == [
        ("created", "key_of_one"),
        ("revoked", "key_of_another"),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM integration_keys WHERE key_id = %s",
        "UPDATE integration_keys SET scopes = '{privacy:erase}' WHERE key_id = %s",
        "UPDATE integration_keys SET organisation = 'org_other' WHERE key_id = %s",
        "UPDATE integration_keys SET revoked_at = NULL WHERE key_id = %s",
        "DELETE FROM integration_key_events WHERE key_id = %s",
        "UPDATE integration_key_events SET actor_id = 'somebody else' WHERE key_id = %s",
    ],
)
async def test_nothing_of_it_is_changed_or_removed(
    keys: IntegrationKeys, pool: Pool, organisation: str, statement: str
) -> None:
    made = await keys.create(ASKED, organisation, "key_of_admin")
    await keys.revoke(made.key.key_id, organisation, "key_of_admin")

    with pytest.raises((RaiseException, psycopg.errors.CheckViolation)):
        await selected(pool, statement, made.key.key_id)

"""Keys of other systems from the command line: `python -m gateway.keys create --organisation org_xyz --name Shop
--scopes cases:read`, `list`, `revoke KEY_ID`.

Needs the Postgres of the settings (`CASEWRIGHT_POSTGRES_DSN`), and `CASEWRIGHT_SOURCES` to know the environment of a
new key that names none. Exit codes: 0 done, 1 Postgres is away, 2 an option or a setting is wrong, 3 no such key.
"""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated, get_args

import psycopg
from psycopg_pool import PoolTimeout
from pydantic import Field, SecretStr, TypeAdapter, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from gateway.officer.keys import new_key
from gateway.problems import ApiError
from runtime.integration_keys import IntegrationKeys
from runtime.postgres import pool_of
from schemas.fields import Line
from schemas.integration_keys import RATE_LIMIT, IntegrationKey, Scope
from schemas.keys_api import NewKeyRequest
from schemas.sources import Environment

_ORGANISATION: TypeAdapter[str] = TypeAdapter(Line)
COMMAND = "command"
"""Who made or revoked a key, where nobody sent a key of their own."""


class _Where(BaseSettings):
    """The only settings this command needs: whoever makes a key need hold no key of the object store."""

    model_config = SettingsConfigDict(env_prefix="CASEWRIGHT_", frozen=True, extra="ignore", hide_input_in_errors=True)

    postgres_dsn: Annotated[SecretStr, Field(min_length=1)]
    sources: Environment = "live"


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    try:
        where = _Where()
    except ValidationError:
        print(
            "set CASEWRIGHT_POSTGRES_DSN to the Postgres that holds the keys, "
            "as postgresql://user:password@host:port/database",
            file=sys.stderr,
        )
        return 2
    try:
        return asyncio.run(_run(where, _TASKS[given.task], given))
    except ValidationError as error:
        print("\n".join(_misfits(error)), file=sys.stderr)
        return 2
    except ApiError as error:
        print(error, file=sys.stderr)
        return 2
    except (psycopg.OperationalError, PoolTimeout) as error:
        print(f"Postgres is away: {error}", file=sys.stderr)
        return 1


async def _create(keys: IntegrationKeys, where: _Where, given: argparse.Namespace) -> int:
    asked = NewKeyRequest.model_validate(
        {
            "name": given.name,
            "scopes": given.scopes.split(","),
            "environment": given.environment,
            "expires_at": given.expires_at,
            "expires_in_days": given.expires_in_days,
            "rate_limit": given.rate_limit,
        }
    )
    made = await keys.create(new_key(asked, where.sources, datetime.now(UTC)), given.organisation, COMMAND)
    print("\n".join(_readable(made.key)), file=sys.stderr)
    print("The key is shown this once; only its hash is kept:", file=sys.stderr)
    print(made.secret)
    return 0


async def _list(keys: IntegrationKeys, where: _Where, given: argparse.Namespace) -> int:
    for key in await keys.of_organisation(given.organisation):
        print("\n".join(_readable(key)))
    return 0


async def _revoke(keys: IntegrationKeys, where: _Where, given: argparse.Namespace) -> int:
    key = await keys.revoke(given.key_id, given.organisation, COMMAND)
    if key is None:
        print(f"{given.organisation} has no key {given.key_id}", file=sys.stderr)
        return 3
    print("\n".join(_readable(key)))
    return 0


def _readable(key: IntegrationKey) -> Iterator[str]:
    """A key on two lines: what it is, and how it stands."""
    yield f"{key.key_id} {key.name} ({key.environment}): {', '.join(sorted(key.scopes))}; {key.rate_limit} a minute"
    moments = {"expires": key.expires_at, "revoked": key.revoked_at, "last used": key.last_used_at}
    known = "".join(f", {word} {moment:%Y-%m-%d %H:%M}" for word, moment in moments.items() if moment)
    yield f"  made {key.created_at:%Y-%m-%d %H:%M} by {key.created_by}{known}"


def _misfits(error: ValidationError) -> Iterator[str]:
    """Which options do not fit, and what they should be."""
    for each in error.errors(include_url=False, include_context=False):
        named = f"--{str(each['loc'][0]).replace('_', '-')}: " if each["loc"] else ""
        given = f" (not {each['input']!r})" if isinstance(each["input"], str | int) else ""
        yield f"{named}{each['msg']}{given}"


Task = Callable[[IntegrationKeys, _Where, argparse.Namespace], Awaitable[int]]
_TASKS: dict[str, Task] = {"create": _create, "list": _list, "revoke": _revoke}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gateway.keys", description="Keys of other systems.")
    tasks = parser.add_subparsers(dest="task", required=True)
    create = tasks.add_parser("create", help="make a key; it alone is printed to the standard output")
    create.add_argument("--name", required=True, help="what the key is for")
    create.add_argument("--scopes", required=True, help=f"with commas, of: {', '.join(get_args(Scope))}")
    create.add_argument("--environment", choices=get_args(Environment), help="which cases it sees")
    create.add_argument("--expires-at", help="such as 2027-01-31T00:00:00Z; never if left out")
    create.add_argument("--expires-in-days", type=int, help="the same as a number of days from now")
    create.add_argument("--rate-limit", type=int, default=RATE_LIMIT, help="requests a minute")
    lists = tasks.add_parser("list", help="all keys, without the keys themselves")
    revoke = tasks.add_parser("revoke", help="let a key open nothing any more")
    revoke.add_argument("key_id", help="such as key_5d41402abc4b")
    for task in (create, lists, revoke):
        task.add_argument("--organisation", required=True, type=_organisation, help="whose keys")
    return parser


def _organisation(given: str) -> str:
    """Without the blanks around it, which nobody sees: a key with them would belong to nobody."""
    try:
        return _ORGANISATION.validate_python(given)
    except ValidationError as error:
        raise argparse.ArgumentTypeError("expected a name of 1 to 255 characters, in one line") from error


async def _run(where: _Where, task: Task, given: argparse.Namespace) -> int:
    pool = pool_of(where.postgres_dsn.get_secret_value())
    await pool.open()
    try:
        return await task(IntegrationKeys(pool), where, given)
    finally:
        await pool.close()


if __name__ == "__main__":
    sys.exit(main())

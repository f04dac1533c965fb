"""Tries a draft policy on cases on record: `python -m gateway.backtest DRAFT.toml --limit 500`.

Needs the Postgres of the settings (`CASEWRIGHT_POSTGRES_DSN`) and no other setting, and changes nothing. The draft is
one TOML or JSON file, or a folder as policies are delivered. Exit codes: 0 examined, 1 Postgres is away, 2 the draft,
an option or the setting is wrong.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import psycopg
from psycopg_pool import PoolTimeout
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.signals import counted
from runtime.backtest import Backtests
from runtime.policies import PolicyError, read_policy
from runtime.policy_faults import faults_of
from runtime.postgres import pool_of
from schemas.policy_api import (
    CASES_EXAMINED,
    MOST_EXAMINED,
    BacktestReport,
    BacktestRequest,
    CaseChange,
    Outcome,
)
from schemas.status import CaseStatus

TERMS_SHOWN = 5


class OptionError(Exception):
    """An option is not what it has to be; the message names it."""


class SettingMissingError(Exception):
    """Which Postgres holds the cases is not said."""


class _Where(BaseSettings):
    """The only setting this command needs: whoever tries a draft need hold no key of the object store."""

    model_config = SettingsConfigDict(env_prefix="CASEWRIGHT_", frozen=True, extra="ignore", hide_input_in_errors=True)

    postgres_dsn: Annotated[SecretStr, Field(min_length=1)]


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    try:
        asked = _asked(given)
        found = asyncio.run(_run(_dsn(), asked, given.organisation))
    except (PolicyError, OptionError, SettingMissingError) as error:
        print(error, file=sys.stderr)
        return 2
    except (psycopg.OperationalError, PoolTimeout) as error:
        print(f"Postgres is away: {error}", file=sys.stderr)
        return 1
    print(found.model_dump_json(indent=2) if given.json else "\n".join(readable(found)))
    return 0


def readable(found: BacktestReport) -> Iterator[str]:
    """The report in words, one case after the other."""
    yield f"{found.policy.name}@{found.policy.version} {found.policy.hash}"
    for rule_set, cases in found.against.items():
        yield f"against {rule_set}: {cases}"
    skipped = "".join(f", {count} {reason.replace('_', ' ')}" for reason, count in found.cases_skipped.items())
    yield f"{counted(found.cases_examined, 'case')} examined, {len(found.changed)} would change{skipped}"
    for kind, moves in found.summary.model_dump().items():
        for move, cases in moves.items():
            yield f"  {kind.replace('_', ' ')} {move}: {cases}"
    for change in found.changed:
        yield ""
        yield from _case(change)
    never = [rule.rule_id for rule in found.rules_met if not rule.cases]
    if never and found.cases_examined:
        yield ""
        yield f"Met in no case: {', '.join(never)}"


def _case(change: CaseChange) -> Iterator[str]:
    yield f"{change.case_id} {change.company_name} ({change.status}, investigated {change.investigated_at:%Y-%m-%d})"
    yield f"  {_outcome(change.before)} -> {_outcome(change.after)} ({change.score_change:+.4f})"
    for words, names in (
        ("red flags gained", change.flags_gained),
        ("red flags lost", change.flags_lost),
        ("found today and not then", change.findings_gained),
        ("found then and not today", change.findings_lost),
    ):
        if names:
            yield f"  {words}: {', '.join(names)}"
    for term in change.terms[:TERMS_SHOWN]:
        yield f"  {(term.after or 0) - (term.before or 0):+.4f} {term.name}: {term.explanation}"


def _outcome(outcome: Outcome) -> str:
    return f"{outcome.band} {outcome.risk_score:.4f}, {outcome.recommended_action}, {outcome.due_diligence}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gateway.backtest", description="Tries a draft policy on cases of the past."
    )
    parser.add_argument("draft", type=Path, help="a TOML or JSON file, or a folder as policies are delivered")
    parser.add_argument(
        "--limit", type=int, default=CASES_EXAMINED, help=f"how many cases at most, up to {MOST_EXAMINED}"
    )
    parser.add_argument("--organisation", help="only cases of this organisation; of all if left out")
    parser.add_argument("--status", choices=[status.value for status in CaseStatus], help="only cases in this status")
    parser.add_argument("--since", help="only cases that changed since, such as 2026-03-31T00:00:00Z")
    parser.add_argument("--json", action="store_true", help="print the whole report as JSON")
    return parser


def _asked(given: argparse.Namespace) -> BacktestRequest:
    """What is to be tried on which cases. Raises PolicyError, or OptionError, which names the option."""
    options = {"limit": given.limit, "status": given.status, "since": given.since}
    policy = read_policy(given.draft)
    try:
        return BacktestRequest.model_validate({"policy": policy, **options})
    except ValidationError as error:
        raise OptionError(f"--{faults_of(error, options)}") from error


def _dsn() -> str:
    """Where Postgres is to be found. Raises SettingMissingError."""
    try:
        return _Where().postgres_dsn.get_secret_value()
    except ValidationError as error:
        raise SettingMissingError(
            "set CASEWRIGHT_POSTGRES_DSN to the Postgres that holds the cases, "
            "as postgresql://user:password@host:port/database"
        ) from error


async def _run(dsn: str, asked: BacktestRequest, organisation: str | None) -> BacktestReport:
    pool = pool_of(dsn)
    await pool.open()
    try:
        return await Backtests(pool).run(asked, organisation)
    finally:
        await pool.close()


if __name__ == "__main__":
    sys.exit(main())

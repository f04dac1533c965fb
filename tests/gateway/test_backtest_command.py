"""`python -m gateway.backtest`: the trial of a draft from the command line."""

import asyncio
import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from runtime.postgres import Pool
from runtime.settings import Settings
from tests.conftest import REPOSITORY
from tests.past_cases import founded, record_past_case
from tests.policies import POLICY, a_policy

DRAFT = a_policy(
    {
        "id": "young_company",
        "title": "Young company",
        "condition": {"type": "company_younger_than", "months": 24},
        "severity": "high",
        "points": 0.6,
    },
    {"id": "never_met"},
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    path.write_text(DRAFT.model_dump_json())
    return path


async def run(settings: Settings, *arguments: object, dsn: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs it with the one setting it needs; an empty `dsn` is none."""
    given = settings.postgres_dsn.get_secret_value() if dsn is None else dsn
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("CASEWRIGHT_")},
        "CASEWRIGHT_POSTGRES_DSN": given,
    }
    command = [sys.executable, "-m", "gateway.backtest", *map(str, arguments)]
    return await asyncio.to_thread(
        subprocess.run, command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=300
    )


async def test_it_tells_whose_outcome_would_change_and_why(settings: Settings, pool: Pool, draft: Path) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    case_id = await record_past_case(pool, organisation, founded("2024-12-01"), name="Young Ltd")

    told = await run(settings, draft, "--organisation", organisation, "--limit", 5)

    assert told.returncode == 0, told.stderr
    assert "1 case examined, 1 would change" in told.stdout
    assert f"{case_id} Young Ltd (REVIEW_PENDING, investigated 2026-03-02)" in told.stdout
    assert "  red flags gained: young_company" in told.stdout
    assert "young_company: Young company. It means something." in told.stdout
    assert "Met in no case: never_met" in told.stdout


async def test_it_prints_the_whole_report_as_json(settings: Settings, pool: Pool, draft: Path) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    await record_past_case(pool, organisation, founded("2024-12-01"))

    told = await run(settings, draft, "--organisation", organisation, "--json")

    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["cases_examined"] == 1


async def test_it_takes_a_delivered_folder(settings: Settings) -> None:
    folder = REPOSITORY / "runtime" / "risk_policies" / f"{POLICY.name}-{POLICY.version}"

    told = await run(settings, folder, "--organisation", "org_without_cases")

    assert told.returncode == 0, told.stderr
    assert "0 cases examined, 0 would change" in told.stdout


async def test_a_broken_draft_is_named_and_nothing_is_read(settings: Settings, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('name = "broken"\n')

    told = await run(settings, broken, dsn="postgresql://nobody@127.0.0.1:1/none")

    assert told.returncode == 2
    assert "broken.toml" in told.stderr and "valid_from" in told.stderr


async def test_a_limit_beyond_what_is_allowed_is_refused(settings: Settings, draft: Path) -> None:
    told = await run(settings, draft, "--limit", 5000)

    assert told.returncode == 2
    assert told.stderr == "--limit: Input should be less than or equal to 1000\n"


async def test_it_says_which_setting_is_missing(settings: Settings, draft: Path) -> None:
    told = await run(settings, draft, dsn="")

    assert told.returncode == 2
    assert told.stderr.startswith("set CASEWRIGHT_POSTGRES_DSN to the Postgres that holds the cases")
    assert told.stderr.count("\n") == 1


async def test_it_says_when_postgres_is_away(settings: Settings, draft: Path) -> None:
    told = await run(settings, draft, dsn="postgresql://nobody@127.0.0.1:1/none")

    assert told.returncode == 1
    assert "Postgres is away" in told.stderr

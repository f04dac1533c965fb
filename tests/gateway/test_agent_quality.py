"""How officers take what agents propose, over HTTP: for whoever reads cases, of their own organisation only."""

import secrets
from collections.abc import AsyncIterator

import httpx
import pytest

from gateway.queries import parameters_of
from runtime.postgres import Pool
from schemas.agents_api import QualityQuery
from tests.example_cases import NOW
from tests.gateway.running_gateway import Gateway, refused
from tests.recorded_cases import record_case

PATH = "/api/agents/quality"
DAY = NOW.date().isoformat()


@pytest.fixture(scope="module")
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def officer(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer("officer", organisation) as client:
        yield client


@pytest.mark.parametrize("role", ["officer", "senior_officer", "admin", "auditor"])
async def test_whoever_reads_cases_sees_how_their_runs_did(gateway: Gateway, pool: Pool, role: str) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    await record_case(pool, organisation)

    async with await gateway.officer(role, organisation) as reader:
        answer = await reader.get(PATH, params={"agent": "mcc", "from": DAY, "to": DAY, "bucket": "day"})

    (found,) = answer.json()["quality"]
    assert answer.json()["period"] == {"since": f"{DAY}T00:00:00Z", "until": f"{DAY}T23:59:59.999999Z"}
    assert (found["runs"], found["accepted"], found["acceptance_rate"]) == (1, 1, 1.0)
    assert (found["provider"], found["outcomes"]) == ("rules", {"answered": 1})


async def test_runs_of_another_organisation_are_not_counted(gateway: Gateway, pool: Pool, organisation: str) -> None:
    await record_case(pool, organisation)

    async with await gateway.officer("admin") as stranger:
        answer = await stranger.get(PATH, params={"from": DAY, "to": DAY})

    assert (answer.status_code, answer.json()["quality"]) == (200, [])


async def test_unless_told_the_last_ninety_days_are_counted_by_weeks(officer: httpx.AsyncClient) -> None:
    found = (await officer.get(PATH, params={"to": "2026-03-31T12:00:00+02:00"})).json()

    assert found["bucket"] == "week"
    assert found["period"]["since"].startswith("2025-12-31T12:00:00")


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ("agent=decider", "agent"),
        ("agent=mcc'--", "agent"),
        ("bucket=hour", "bucket"),
        ("bucket=day&bucket=week", "bucket"),
        ("from=yesterday", "from"),
        ("from=2026-02-30", "from"),
        ("from=2026-03-02&to=2026-03-01", "from"),
        ("from=2001-01-01&to=2026-03-01", "from"),
        ("from=2199-01-01", "from"),
        ("from=0001-01-01", "from"),
        ("to=0001-01-01", "to"),
        ("to=9999-12-31T23:59:59-23:59", "to"),
        ("to=2026-03-01T09:00:00", "to"),
        ("since=2026-03-01", "since"),
        ("organisation=org_other", "organisation"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_named(officer: httpx.AsyncClient, params: str, field: str) -> None:
    refused(await officer.get(f"{PATH}?{params}"), 422, "invalid_parameter", field)


def test_parameters_are_described_by_the_names_that_they_are_sent_by() -> None:
    assert [parameter.name for parameter in parameters_of(QualityQuery)] == ["agent", "from", "to", "bucket"]

"""GET /api/cases over HTTP: what may be asked, what is refused, and whose word the statuses are."""

import secrets
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from temporalio.client import Client

from gateway.officer.desk_examples import CLAIMED
from gateway.officer.listing import PARAMETERS, _current
from runtime.settings import Settings
from schemas.case_list import CaseListQuery, CaseSummary
from schemas.status import CaseStatus
from tests.gateway.relay import HOST, relay
from tests.gateway.running_gateway import Gateway, open_case, refused, running_gateway
from tests.indexed_cases import index_case, let_expire

S = CaseStatus


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def reader(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    """An officer of the organisation, whose cases are rows only: no worker is needed."""
    async with await gateway.officer(organisation=organisation) as client:
        yield client


async def listed(reader: httpx.AsyncClient, query: str = "") -> dict[str, Any]:
    answer = await reader.get(f"/api/cases?{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def names(reader: httpx.AsyncClient, query: str) -> list[str]:
    return [case["company_name"] for case in (await listed(reader, query))["cases"]]


# What may be asked.


async def test_an_answer_has_the_page_the_total_and_a_count_for_every_status(
    reader: httpx.AsyncClient, postgres_dsn: str, organisation: str
) -> None:
    opened = [await index_case(postgres_dsn, organisation, status=status) for status in ("APPROVED", "REJECTED")]

    answer = await listed(reader, "page=2&per_page=1")

    assert [case["case_id"] for case in answer.pop("cases")] == opened[:1]
    assert answer == {
        "total": 2,
        "page": 2,
        "per_page": 1,
        "counts": {**dict.fromkeys(S, 0), S.APPROVED: 1, S.REJECTED: 1},
        "status_source": "temporal",
    }


@pytest.mark.parametrize(
    "query",
    ["status=APPROVED&status=ESCALATED", "status=APPROVED,ESCALATED", "status=APPROVED, ESCALATED,&status="],
)
async def test_several_values_are_repeated_or_with_commas(
    reader: httpx.AsyncClient, postgres_dsn: str, organisation: str, query: str
) -> None:
    for status in ("APPROVED", "REJECTED", "ESCALATED"):
        await index_case(postgres_dsn, organisation, company_name=status, status=status)

    assert await names(reader, query) == ["ESCALATED", "APPROVED"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=be", ["Bravo", "Alpha"]),
        ("country=NL,DE", ["Cobalt"]),
        ("template=short&country=BE", ["Bravo"]),
        ("q=%C3%A1LPH", ["Alpha"]),
        ("q=%25", []),
        ("risk_min=0.5&sort=latest_risk_score", ["Bravo", "Cobalt"]),
        ("risk_min=0.5&risk_max=0.5", ["Bravo"]),
        ("created_from=9999-01-01", []),
        ("due_to=9999-12-31", ["Bravo", "Alpha"]),
        ("sort=due_at", ["Bravo", "Alpha", "Cobalt"]),
        ("created_to=9999-12-31T23:59:59%2B01:00&per_page=1", ["Cobalt"]),
        ("sort=-company_name", ["Cobalt", "Bravo", "Alpha"]),
        (
            "status=&country=&template=&q=&risk_min=&risk_max=&created_from=&created_to=&due_to=",
            ["Cobalt", "Bravo", "Alpha"],
        ),
    ],
)
async def test_what_is_asked_for_is_what_is_listed(
    reader: httpx.AsyncClient, postgres_dsn: str, organisation: str, query: str, expected: list[str]
) -> None:
    for name, country, template, risk, due in (
        ("Alpha", "BE", "long", 0.1, ("2026-04-02", "timeline")),
        ("Bravo", "BE", "short", 0.5, ("2026-04-01", "portal")),
        ("Cobalt", "NL", "short", 0.9, (None, None)),
    ):
        await index_case(
            postgres_dsn,
            organisation,
            company_name=name,
            country=country,
            template_id=template,
            latest_risk_score=risk,
            due_at=due[0],
            due_kind=due[1],
        )

    assert await names(reader, query) == expected


async def test_the_cases_of_another_organisation_are_never_seen(
    reader: httpx.AsyncClient, gateway: Gateway, postgres_dsn: str, organisation: str
) -> None:
    case_id = await index_case(postgres_dsn, organisation)
    async with await gateway.officer() as stranger:
        for query in ("", f"q={case_id}", "status=REVIEW_PENDING", "country=BE"):
            theirs, ours = await listed(stranger, query), await listed(reader, query)
            assert (theirs["total"], ours["total"]) == (0, 1)
            assert (theirs["cases"], set(theirs["counts"].values())) == ([], {0})


# What is refused.


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("statsu=APPROVED", "statsu", "expected one of status, country"),
        ("utm_source=mail", "utm_source", "no such parameter"),
        ("status=APPROVED,OPEN", "status", "'REVIEW_PENDING'"),
        ("country=Belgium", "country", "pattern"),
        ("country=BE&country=QQ", "country", "GET /api/countries"),
        ("template=a%00b", "template", "pattern"),
        ("q=%00", "q", "pattern"),
        (f"q={'a' * 201}", "q", "200"),
        ("q=%CC%81", "q", "at least one letter"),
        ("q=one&q=two", "q", "more than once"),
        ("risk_min=1.1", "risk_min", "less than or equal to 1"),
        ("risk_max=-0.1", "risk_max", "greater than or equal to 0"),
        ("risk_min=nan", "risk_min", "number"),
        ("risk_max=high", "risk_max", "number"),
        ("risk_min=0.6&risk_max=0.5", "risk_max", "no less than risk_min"),
        ("created_from=yesterday", "created_from", "2026-03-31"),
        ("created_from=2026-02-30", "created_from", "expected a date"),
        ("created_to=2026-03-02T10:00:00", "created_to", "offset"),
        ("created_to=2026-03-02T10:00:00+01:00", "created_to", "%2B"),
        ("due_to=soon", "due_to", "2026-03-31"),
        ("created_from=2026-03-02&created_to=2026-03-01", "created_to", "no earlier than created_from"),
        ("sort=risk", "sort", "'-latest_risk_score'"),
        ("sort=", "sort", "'-latest_risk_score'"),
        ("page=1&page=2", "page", "more than once"),
        ("page=1_0", "page", "whole number"),
        ("per_page=201", "per_page", "200"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_named_with_what_would(
    reader: httpx.AsyncClient, query: str, field: str, told: str
) -> None:
    problem = refused(await reader.get(f"/api/cases?{query}"), 422, "invalid_parameter", field)

    assert problem["detail"].startswith(f"{field}: ")
    assert told in problem["detail"]


def test_every_parameter_is_described() -> None:
    assert [parameter.name for parameter in PARAMETERS] == list(CaseListQuery.model_fields)
    assert all(parameter.description and parameter.example for parameter in PARAMETERS)


# Whose word the statuses are.


async def test_a_page_asks_temporal_once_however_many_rows_it_has(
    reader: httpx.AsyncClient, postgres_dsn: str, organisation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = Client.list_workflows

    def counting(self: Client, query: str, **options: Any) -> Any:
        asked.append(query)
        return ask(self, query, **options)

    monkeypatch.setattr(Client, "list_workflows", counting)
    for _ in range(5):
        await index_case(postgres_dsn, organisation)

    assert len((await listed(reader))["cases"]) == 5

    assert [query.count("wf_") for query in asked] == [5]


def test_where_the_status_is_newer_so_is_who_is_waited_for() -> None:
    claimed = CLAIMED["the oldest"]
    assert isinstance(claimed, dict)
    case = CaseSummary.model_validate(claimed["case"])

    assert case.waits_for == "officer"
    assert _current(case, (S.APPROVED, case.version + 1)).waits_for is None
    assert _current(case, (S.APPROVED, case.version)).waits_for == "officer"


async def test_without_temporal_the_database_is_asked_and_named(
    gateway: Gateway, settings: Settings, postgres_dsn: str, organisation: str
) -> None:
    await index_case(postgres_dsn, organisation, status="APPROVED")
    await index_case(postgres_dsn, organisation, status="REJECTED")
    hurried = settings.model_copy(update={"outcome_wait_seconds": 1.0})
    async with relay(0) as nothing:
        await nothing.shut()
        async with (
            running_gateway(hurried, f"{HOST}:{nothing.port}") as alone,
            alone.with_key(await gateway.new_key(organisation=organisation)) as officer,
        ):
            answer = await listed(officer, "status=APPROVED")

    assert answer["status_source"] == "database"
    assert [case["status"] for case in answer["cases"]] == ["APPROVED"]
    assert (answer["total"], answer["counts"]["REJECTED"]) == (1, 1)


# Who has them.


async def test_cases_are_found_by_who_has_them_while_the_assignment_lasts(
    officer: httpx.AsyncClient, postgres_dsn: str
) -> None:
    mine, free = (await open_case(officer))["case_id"], (await open_case(officer))["case_id"]
    assigned = await officer.post(f"/api/cases/{mine}/assign", json={"assignee": "me", "expires_in_minutes": 60})
    assignee = assigned.json()["assignee"]

    async def found(wanted: str) -> list[tuple[str, str | None]]:
        listed = (await officer.get("/api/cases", params={"assignee": wanted})).json()
        assert listed["total"] == len(listed["cases"])
        return [(case["case_id"], case["assignee"]) for case in listed["cases"]]

    assert await found(assignee) == [(mine, assignee)]
    assert await found("none") == [(free, None)]
    await let_expire(postgres_dsn, mine)
    assert await found(assignee) == []
    assert {case_id for case_id, _ in await found("none")} == {mine, free}

"""Events over HTTP: pages by cursor, for the keys that may read them, of the cases that they may see."""

import secrets
from collections.abc import AsyncIterator

import httpx
import pytest

from domain.identity import workflow_id_of
from domain.published_events import event_id_of
from runtime.case_records import CaseRecords
from runtime.postgres import Pool
from schemas.case import RecordBatch
from schemas.session import SessionDetails
from schemas.status import CaseStatus
from tests.example_cases import a_case_of, an_opening
from tests.gateway.integration.systems import Systems, enveloped

S = CaseStatus


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def system(systems: Systems, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    """A system that may read the test cases of the organisation."""
    async with await systems.client(organisation, {"cases:read"}, "test") as client:
        yield client


async def a_recorded_case(
    pool: Pool, organisation: str, status: CaseStatus = S.APPROVED, session: SessionDetails | None = None
) -> str:
    case_id = f"case_{secrets.token_hex(6)}"
    opening = an_opening(
        case_id=case_id,
        workflow_id=workflow_id_of(case_id),
        organisation=organisation,
        portal_token=f"pt_{secrets.token_urlsafe(24)}",
        session=session,
    )
    case = a_case_of(opening, status)
    await CaseRecords(pool).write(RecordBatch(opening=opening, events=case.outbox))
    return case_id


async def test_a_page_has_the_events_after_the_cursor_and_where_to_go_on(
    system: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    case_id = await a_recorded_case(pool, organisation)

    answer = await system.get(f"/api/v1/cases/{case_id}/events", params={"after_cursor": 5, "limit": 10})

    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "case_id": case_id,
        "events": [
            {
                "event_id": event_id_of(case_id, 6),
                "event_type": "case.completed",
                "versioned_event_type": "v1.case.completed",
                "cursor": 6,
                "created_at": "2026-03-02T09:00:00.000Z",
                "case_id": case_id,
                "session_id": case_id,
                "external_case_id": None,
                "external_applicant_id": None,
                "external_customer_id": None,
                "trace_id": None,
                "environment": "test",
                "data": {"decision": "approved"},
            }
        ],
        "next_cursor": 6,
        "has_more": False,
    }


async def test_an_event_has_the_ids_that_the_session_gave(
    system: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    session = SessionDetails(
        idempotency_key="secret-key", ttl_hours=24, external_case_id="order-4711", trace_id="trace-1"
    )
    case_id = await a_recorded_case(pool, organisation, S.AWAITING_DOCUMENTS, session)

    answer = await system.get(f"/api/v1/cases/{case_id}/events")

    (event,) = answer.json()["events"]
    assert (event["external_case_id"], event["trace_id"], event["external_applicant_id"]) == (
        "order-4711",
        "trace-1",
        None,
    )
    assert "secret-key" not in answer.text


async def test_who_goes_on_from_next_cursor_sees_all_events_of_all_cases_once(
    system: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    first, second = [await a_recorded_case(pool, organisation, S.REVIEW_PENDING) for _ in range(2)]
    await a_recorded_case(pool, f"org_{secrets.token_hex(6)}")

    seen, cursor, more = [], 0, True
    while more:
        page = (await system.get("/api/v1/events", params={"after_cursor": cursor, "limit": 3})).json()
        seen += page["events"]
        cursor, more = page["next_cursor"], page["has_more"]

    assert [(event["case_id"], event["case_cursor"]) for event in seen] == [
        (case_id, cursor) for case_id in (first, second) for cursor in (1, 2, 3, 4)
    ]
    assert [event["cursor"] for event in seen] == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_a_reader_who_is_up_to_date_keeps_his_cursor(
    system: httpx.AsyncClient, pool: Pool, organisation: str
) -> None:
    case_id = await a_recorded_case(pool, organisation)

    answer = await system.get(f"/api/v1/cases/{case_id}/events", params={"after_cursor": 99})

    assert answer.json() == {"case_id": case_id, "events": [], "next_cursor": 99, "has_more": False}


@pytest.mark.parametrize("path", ["/api/v1/cases/{case_id}/events", "/api/v1/events"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("after_cursor=-1", "after_cursor"),
        ("after_cursor=evt_001", "after_cursor"),
        ("after_cursor=1.5", "after_cursor"),
        (f"after_cursor={2**63}", "after_cursor"),
        (f"after_cursor={'9' * 5000}", "after_cursor"),
        ("after_cursor=1&after_cursor=2", "after_cursor"),
        ("limit=0", "limit"),
        ("limit=1001", "limit"),
        ("limit=ten", "limit"),
        ("after=1", "after"),
    ],
)
async def test_a_cursor_or_limit_that_does_not_fit_is_refused_by_its_name(
    system: httpx.AsyncClient, pool: Pool, organisation: str, path: str, query: str, field: str
) -> None:
    case_id = await a_recorded_case(pool, organisation, S.AWAITING_DOCUMENTS)

    answer = await system.get(f"{path.format(case_id=case_id)}?{query}")

    enveloped(answer, 400, "validation_error", "invalid_parameter", field)


async def test_events_of_a_case_that_the_key_does_not_see_are_not_found(
    systems: Systems, pool: Pool, organisation: str
) -> None:
    case_id = await a_recorded_case(pool, organisation)
    strangers = (await systems.client(environment="test"), await systems.client(organisation, environment="live"))

    for stranger in strangers:
        async with stranger:
            refused = await stranger.get(f"/api/v1/cases/{case_id}/events")
            everything = await stranger.get("/api/v1/events")

        enveloped(refused, 404, "not_found", "case_not_found")
        assert everything.json() == {"events": [], "next_cursor": 0, "has_more": False}

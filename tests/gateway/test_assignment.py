"""Assignments over HTTP: who has a case, who takes the next one, and that it restricts nobody."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest
from pydantic import JsonValue

from tests.gateway.running_gateway import Gateway, open_case, refused
from tests.indexed_cases import index_case, let_expire

CLAIM = "/api/cases/claim-next"
ME: dict[str, JsonValue] = {"assignee": "me"}
RELEASE: dict[str, JsonValue] = {"assignee": None}


@pytest.fixture
def organisation() -> str:
    return f"org_{secrets.token_hex(6)}"


@pytest.fixture
async def ann(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    async with await gateway.officer(organisation=organisation) as client:
        yield client


@pytest.fixture
async def ben(gateway: Gateway, organisation: str) -> AsyncIterator[httpx.AsyncClient]:
    """A colleague of Ann's."""
    async with await gateway.officer(organisation=organisation) as client:
        yield client


@pytest.fixture
async def case(gateway: Gateway, organisation: str) -> str:
    """The path of a case that waits for review."""
    return f"/api/cases/{await index_case(gateway.postgres_dsn, organisation)}"


async def assigned(officer: httpx.AsyncClient, case: str, **body: JsonValue) -> dict[str, Any]:
    return _answered(await officer.post(f"{case}/assign", json={**ME, **body}))


async def claimed(officer: httpx.AsyncClient, **body: JsonValue) -> dict[str, Any] | None:
    answer = await officer.post(CLAIM, json=body)
    if answer.status_code == 204:
        assert answer.content == b""
        return None
    return _answered(answer)


async def state(officer: httpx.AsyncClient, case: str) -> dict[str, Any]:
    return _answered(await officer.get(f"{case}/assignment"))


def _answered(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def key_id(gateway: Gateway, client: httpx.AsyncClient) -> str:
    """The id of the key that the client sends."""
    key = client.headers["authorization"].removeprefix("Bearer ")
    async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn) as connection:
        cursor = await connection.execute(
            "SELECT key_id FROM api_keys WHERE key_hash = encode(sha256(%s), 'hex')", [key.encode()]
        )
        row = await cursor.fetchone()
    assert row is not None
    return str(row[0])


def lasts(assignment: dict[str, Any]) -> timedelta:
    return datetime.fromisoformat(assignment["expires_at"]) - datetime.fromisoformat(assignment["assigned_at"])


# Assigning.


async def test_a_case_that_nobody_had_is_nobodys(ann: httpx.AsyncClient, case: str) -> None:
    found = await state(ann, case)

    assert (found["current"], found["history"], found["total"]) == (None, [], 0)


async def test_an_officer_takes_a_case(ann: httpx.AsyncClient, gateway: Gateway, case: str) -> None:
    assignment = await assigned(ann, case)

    ann_id = await key_id(gateway, ann)
    assert assignment["case_id"] == case.removeprefix("/api/cases/")
    assert assignment["assignee"] == ann_id
    assert assignment["assigned_by"] == {"id": ann_id, "role": "officer"}
    assert assignment["assigned_at"].endswith("Z")
    assert assignment["expires_at"] is None
    found = await state(ann, case)
    assert (found["current"], found["history"]) == (assignment, [assignment])


async def test_an_officer_gives_a_case_to_a_colleague(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    assignment = await assigned(ann, case, assignee=await key_id(gateway, ben))

    assert assignment["assignee"] == await key_id(gateway, ben)
    assert assignment["assigned_by"]["id"] == await key_id(gateway, ann)


async def test_an_assignment_lasts_as_long_as_was_asked(ann: httpx.AsyncClient, case: str) -> None:
    assert lasts(await assigned(ann, case, expires_in_minutes=90)) == timedelta(minutes=90)


async def test_a_case_that_somebody_else_has_is_not_taken_by_accident(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    assignment = await assigned(ann, case, expires_in_minutes=90)

    for body in (ME, RELEASE):
        problem = refused(await ben.post(f"{case}/assign", json=body), 409, "already_assigned", "assignee")
        assert await key_id(gateway, ann) in problem["detail"]
        assert assignment["expires_at"][:19] in problem["detail"]
    assert (await state(ann, case))["current"] == assignment


async def test_a_case_is_taken_over_by_saying_so(ann: httpx.AsyncClient, ben: httpx.AsyncClient, case: str) -> None:
    first = await assigned(ann, case)

    second = await assigned(ben, case, take_over=True)

    found = await state(ann, case)
    assert (found["current"], found["history"]) == (second, [second, first])


async def test_a_case_is_taken_over_from_whoever_was_seen_to_have_it_and_from_nobody_else(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, organisation: str, case: str
) -> None:
    seen = await key_id(gateway, ann)
    of_bens = await assigned(ben, case)
    async with await gateway.officer(organisation=organisation) as carl:
        body: dict[str, JsonValue] = {**ME, "take_over": True, "held_by": seen}
        problem = refused(await carl.post(f"{case}/assign", json=body), 409, "already_assigned", "held_by")
        assert of_bens["assignee"] in problem["detail"]
        assert (await state(carl, case))["current"] == of_bens

        taken = await assigned(carl, case, take_over=True, held_by=of_bens["assignee"])

        assert (await state(carl, case))["current"] == taken


async def test_a_case_that_was_released_meanwhile_is_taken_from_nobody(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, case: str
) -> None:
    held_by = (await assigned(ann, case))["assignee"]
    await assigned(ann, case, assignee=None)

    taken = await assigned(ben, case, take_over=True, held_by=held_by)

    assert (await state(ben, case))["current"] == taken


async def test_whoever_has_a_case_may_hand_it_on(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    await assigned(ann, case)
    handed_on = {"assignee": await key_id(gateway, ben)}

    first = await assigned(ann, case, **handed_on)
    again = await assigned(ann, case, **handed_on)

    assert first == again


async def test_a_released_case_is_anybodys(ann: httpx.AsyncClient, ben: httpx.AsyncClient, case: str) -> None:
    await assigned(ann, case, expires_in_minutes=90)

    released = await assigned(ann, case, assignee=None)

    assert (released["assignee"], released["expires_at"]) == (None, None)
    found = await state(ann, case)
    assert (found["current"], found["history"][0]) == (None, released)
    assert (await assigned(ben, case))["assignee"]


async def test_an_assignment_that_has_expired_counts_as_none(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    first = await assigned(ann, case, expires_in_minutes=1)
    await let_expire(gateway.postgres_dsn, first["case_id"])

    assert (await state(ann, case))["current"] is None
    second = await assigned(ben, case)

    assert (await state(ann, case))["history"] == [second, first]


async def test_whoever_has_a_case_can_have_more_time(ann: httpx.AsyncClient, case: str) -> None:
    await assigned(ann, case, expires_in_minutes=5)

    assert lasts(await assigned(ann, case, expires_in_minutes=90)) == timedelta(minutes=90)
    assert (await state(ann, case))["total"] == 2


async def test_of_two_who_take_a_case_at_once_one_has_it(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, case: str
) -> None:
    answers = await asyncio.gather(*(client.post(f"{case}/assign", json=ME) for client in (ann, ben)))

    (won,) = [answer for answer in answers if answer.status_code == 200]
    (lost,) = [answer for answer in answers if answer.status_code != 200]
    problem = refused(lost, 409, "already_assigned", "assignee")
    assert won.json()["assignee"] in problem["detail"]


async def test_assigning_restricts_nobody_and_moves_nothing(officer: httpx.AsyncClient, gateway: Gateway) -> None:
    """The decision of a colleague reaches the case, which refuses it for its status and not for its assignee."""
    case = f"/api/cases/{(await open_case(officer))['case_id']}"
    organisation = await _organisation(gateway, case)
    before = await officer.get(case)

    await assigned(officer, case)

    assert (await officer.get(case)).headers["etag"] == before.headers["etag"]
    async with await gateway.officer(organisation=organisation) as colleague:
        refused(await colleague.post(f"{case}/decision", json={"decision": "approve"}), 409, "wrong_state")


async def _organisation(gateway: Gateway, case: str) -> str:
    async with await psycopg.AsyncConnection.connect(gateway.postgres_dsn) as connection:
        cursor = await connection.execute(
            "SELECT organisation FROM cases WHERE case_id = %s", [case.removeprefix("/api/cases/")]
        )
        row = await cursor.fetchone()
    assert row is not None
    return str(row[0])


# Sent twice.


async def test_what_is_so_already_is_not_recorded_again(ann: httpx.AsyncClient, case: str) -> None:
    assert await assigned(ann, case) == await assigned(ann, case)
    assert await assigned(ann, case, assignee=None) == await assigned(ann, case, assignee=None)

    assert (await state(ann, case))["total"] == 2


async def test_the_same_key_and_body_assign_once(ann: httpx.AsyncClient, case: str) -> None:
    body = {**ME, "expires_in_minutes": 90}

    answers = await asyncio.gather(
        *(ann.post(f"{case}/assign", json=body, headers={"Idempotency-Key": "once"}) for _ in range(6))
    )

    assert len({answer.text for answer in answers}) == 1
    assert (await state(ann, case))["history"] == [_answered(answers[0])]


async def test_the_same_key_with_another_body_does_not_assign(ann: httpx.AsyncClient, case: str) -> None:
    headers = {"Idempotency-Key": "once"}
    await ann.post(f"{case}/assign", json=ME, headers=headers)

    answer = await ann.post(f"{case}/assign", json=RELEASE, headers=headers)

    refused(answer, 422, "idempotency_key_reused", "Idempotency-Key")


# Whom, and by whom.


@pytest.mark.parametrize("role", ["officer", "senior_officer", "admin"])
async def test_a_case_is_assigned_to_anyone_who_decides(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str, case: str, role: str
) -> None:
    async with await gateway.officer(role, organisation) as colleague:
        assert (await assigned(ann, case, assignee=await key_id(gateway, colleague)))["assignee"]


@pytest.mark.parametrize("role", ["auditor", "integration"])
async def test_a_case_is_not_assigned_to_a_key_that_decides_nothing(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str, case: str, role: str
) -> None:
    async with await gateway.officer(role, organisation) as other:
        answer = await ann.post(f"{case}/assign", json={"assignee": await key_id(gateway, other)})

    refused(answer, 422, "invalid_body", "assignee")


async def test_a_foreign_key_is_as_unknown_as_one_that_never_was(
    ann: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    async with await gateway.officer() as stranger:
        foreign = await key_id(gateway, stranger)
    problems = [
        refused(await ann.post(f"{case}/assign", json={"assignee": name}), 422, "invalid_body", "assignee")
        for name in (foreign, "key_nobody")
    ]

    assert problems[0]["detail"].replace(foreign, "key_nobody") == problems[1]["detail"]


async def test_a_revoked_key_gets_no_case(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str, case: str
) -> None:
    revoked = await gateway.new_key(organisation=organisation, revoked_at=datetime.fromisoformat("2026-01-01T00:00Z"))
    async with gateway.with_key(revoked) as former:
        answer = await ann.post(f"{case}/assign", json={"assignee": await key_id(gateway, former)})

    refused(answer, 422, "invalid_body", "assignee")


async def test_an_auditor_reads_assignments_and_makes_none(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str, case: str
) -> None:
    assignment = await assigned(ann, case)
    async with await gateway.officer("auditor", organisation) as auditor:
        assert (await state(auditor, case))["current"] == assignment
        for path in (f"{case}/assign", CLAIM):
            refused(await auditor.post(path, json=RELEASE), 403, "role_not_allowed")


async def test_a_machine_neither_sees_nor_makes_assignments(gateway: Gateway, organisation: str, case: str) -> None:
    async with await gateway.officer("integration", organisation) as machine:
        for method, path in (("GET", f"{case}/assignment"), ("POST", f"{case}/assign"), ("POST", CLAIM)):
            refused(await machine.request(method, path, json=ME), 403, "role_not_allowed")


async def test_another_organisations_case_cannot_be_assigned_or_claimed(gateway: Gateway, case: str) -> None:
    async with await gateway.officer("admin") as stranger:
        refused(await stranger.post(f"{case}/assign", json=ME), 404, "case_not_found")
        refused(await stranger.get(f"{case}/assignment"), 404, "case_not_found")
        assert await claimed(stranger) is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "assignee"),
        ({"assignee": ""}, "assignee"),
        ({"assignee": 5}, "assignee"),
        ({"assignee": "key_\x00"}, "assignee"),
        ({**ME, "expires_in_minutes": 0}, "expires_in_minutes"),
        ({**ME, "expires_in_minutes": 43_201}, "expires_in_minutes"),
        ({**ME, "expires_in_minutes": 1.5}, "expires_in_minutes"),
        ({**ME, "expires_in_minutes": True}, "expires_in_minutes"),
        ({**RELEASE, "expires_in_minutes": 5}, "expires_in_minutes"),
        ({**ME, "take_over": "yes"}, "take_over"),
        ({**ME, "held_by": "key_1"}, "held_by"),
        ({**ME, "until": "tomorrow"}, "until"),
    ],
)
async def test_an_assignment_that_does_not_fit_is_refused_by_name(
    ann: httpx.AsyncClient, case: str, body: dict[str, JsonValue], field: str
) -> None:
    refused(await ann.post(f"{case}/assign", json=body), 422, "invalid_body", field)

    assert (await state(ann, case))["total"] == 0


# Claiming.


async def test_the_oldest_waiting_case_is_claimed_for_an_hour(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str
) -> None:
    oldest, _ = [await index_case(gateway.postgres_dsn, organisation) for _ in range(2)]

    found = await claimed(ann)

    assert found is not None
    assert (found["case"]["case_id"], found["case"]["status"]) == (oldest, "REVIEW_PENDING")
    assert found["assignment"]["assignee"] == await key_id(gateway, ann)
    assert lasts(found["assignment"]) == timedelta(minutes=60)
    assert (await state(ann, f"/api/cases/{oldest}"))["current"] == found["assignment"]


async def test_nothing_to_claim_is_an_answer_without_content(ann: httpx.AsyncClient) -> None:
    assert await claimed(ann) is None


async def test_a_case_that_somebody_has_is_passed_over(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, organisation: str
) -> None:
    cases = [await index_case(gateway.postgres_dsn, organisation) for _ in range(3)]
    await assigned(ann, f"/api/cases/{cases[0]}")

    got = [await claimed(officer) for officer in (ben, ann, ben)]

    assert [item["case"]["case_id"] if item else None for item in got] == [*cases[1:], None]


async def test_many_claims_at_once_get_a_case_each(gateway: Gateway, organisation: str, ann: httpx.AsyncClient) -> None:
    cases = [await index_case(gateway.postgres_dsn, organisation) for _ in range(10)]

    got = await asyncio.gather(*(claimed(ann) for _ in range(12)))

    assert sorted(item["case"]["case_id"] for item in got if item) == sorted(cases)


async def test_a_claim_that_has_expired_is_claimed_again(
    ann: httpx.AsyncClient, ben: httpx.AsyncClient, gateway: Gateway, case: str
) -> None:
    first = await claimed(ann, expires_in_minutes=5)
    assert first is not None
    await let_expire(gateway.postgres_dsn, first["assignment"]["case_id"])

    second = await claimed(ben)

    assert second is not None
    assert second["case"]["case_id"] == first["case"]["case_id"]
    assert (await state(ann, case))["history"] == [second["assignment"], first["assignment"]]


async def test_a_released_case_can_be_claimed(ann: httpx.AsyncClient, ben: httpx.AsyncClient, case: str) -> None:
    assert await claimed(ann) is not None
    await assigned(ann, case, assignee=None)

    assert await claimed(ben) is not None


async def test_a_claim_can_be_of_one_country_and_template(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str
) -> None:
    other = {"country": "NL", "template_id": "legal_representative_onboarding"}
    rows = [{}, {"country": "NL"}, other]
    cases = [await index_case(gateway.postgres_dsn, organisation, **row) for row in rows]

    by_both = await claimed(ann, country=" nl ", template="legal_representative_onboarding")
    by_country = await claimed(ann, country="NL")
    none_left = await claimed(ann, country="NL")

    assert by_both is not None
    assert by_country is not None
    assert [by_both["case"]["case_id"], by_country["case"]["case_id"], none_left] == [cases[2], cases[1], None]


@pytest.mark.parametrize("role", ["senior_officer", "admin"])
async def test_an_escalated_case_is_claimed_by_whoever_may_decide_it(
    gateway: Gateway, organisation: str, role: str
) -> None:
    case_id = await index_case(gateway.postgres_dsn, organisation, status="ESCALATED")
    async with await gateway.officer(role, organisation) as senior:
        assert await claimed(senior) is None
        found = await claimed(senior, status="ESCALATED")

    assert found is not None
    assert found["case"]["case_id"] == case_id


async def test_an_officer_claims_no_escalated_case(ann: httpx.AsyncClient, gateway: Gateway, organisation: str) -> None:
    await index_case(gateway.postgres_dsn, organisation, status="ESCALATED")

    refused(await ann.post(CLAIM, json={"status": "ESCALATED"}), 403, "role_not_allowed", "status")


async def test_a_claim_sent_again_gets_the_same_case(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str
) -> None:
    for _ in range(3):
        await index_case(gateway.postgres_dsn, organisation)
    headers = {"Idempotency-Key": "once"}

    answers = await asyncio.gather(*(ann.post(CLAIM, json={}, headers=headers) for _ in range(6)))
    later = await ann.post(CLAIM, json={}, headers=headers)
    other = await ann.post(CLAIM, json={"country": "BE"}, headers=headers)

    assert {answer.text for answer in (*answers, later)} == {answers[0].text}
    assert answers[0].status_code == 200
    refused(other, 422, "idempotency_key_reused", "Idempotency-Key")


async def test_a_key_that_claimed_nothing_can_be_sent_until_there_is_something(
    ann: httpx.AsyncClient, gateway: Gateway, organisation: str
) -> None:
    headers = {"Idempotency-Key": "once"}
    assert (await ann.post(CLAIM, json={}, headers=headers)).status_code == 204

    case_id = await index_case(gateway.postgres_dsn, organisation)

    assert _answered(await ann.post(CLAIM, json={}, headers=headers))["case"]["case_id"] == case_id


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({"status": "APPROVED"}, "invalid_body", "status"),
        ({"status": None}, "invalid_body", "status"),
        ({"country": "US"}, "unsupported_country", "country"),
        ({"template": "no_such_template"}, "unknown_template", "template"),
        ({"expires_in_minutes": 0}, "invalid_body", "expires_in_minutes"),
        ({"expires_in_minutes": None}, "invalid_body", "expires_in_minutes"),
        ({"assignee": "key_1"}, "invalid_body", "assignee"),
    ],
)
async def test_a_claim_that_does_not_fit_is_refused_by_name(
    ann: httpx.AsyncClient, body: dict[str, JsonValue], code: Any, field: str
) -> None:
    refused(await ann.post(CLAIM, json=body), 422, code, field)

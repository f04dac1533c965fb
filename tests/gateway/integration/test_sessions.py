"""A session is a case that another system opens for its customer: once for each idempotency key."""

import asyncio
from datetime import datetime, timedelta
from html.parser import HTMLParser
from secrets import token_hex
from typing import Any

import httpx
import pytest
from pydantic import JsonValue

from gateway.integration.sessions import request_hash
from schemas.integration_api import SESSION_HOURS, SessionRequest
from tests.gateway.integration.systems import Systems, a_session, enveloped
from tests.gateway.running_gateway import Gateway

COMPANY: dict[str, JsonValue] = {"company_name": "Acme Trading", "country": "BE", "vat_number": "BE0403170701"}


def prefill(**changes: JsonValue) -> dict[str, JsonValue]:
    return {"field_values": {**COMPANY, **changes}}


async def opened(system: httpx.AsyncClient, **changes: JsonValue) -> dict[str, Any]:
    answer = await system.post("/api/v1/sessions", json=a_session(**changes))
    assert answer.status_code == 201, answer.text
    session: dict[str, Any] = answer.json()
    return session


async def test_the_customer_can_use_the_link_at_once(system: httpx.AsyncClient, customer: httpx.AsyncClient) -> None:
    session = await opened(system)

    portal = await customer.get(f"/api/portal/{session['signed_url'].rpartition('/')[2]}")

    assert (session["session_id"], session["status"]) == (session["case_id"], "created")
    assert portal.json()["case_id"] == session["case_id"]
    assert portal.json()["expires_at"] == session["expires_at"]


async def test_the_portal_is_in_the_sessions_language_and_says_where_the_customer_goes_afterwards(
    system: httpx.AsyncClient, customer: httpx.AsyncClient
) -> None:
    session = await opened(system, locale="de-AT", return_url="https://shop.example/welcome")
    address = f"/api/portal/{session['signed_url'].rpartition('/')[2]}"

    portal = (await customer.get(address, headers={"Accept-Language": "fr"})).json()

    assert (portal["language"], portal["return_url"]) == ("de", "https://shop.example/welcome")


async def test_the_link_lives_as_long_as_was_asked_for(system: httpx.AsyncClient) -> None:
    session = await opened(system, ttl_hours=5)
    case = (await system.get(f"/api/v1/cases/{session['case_id']}")).json()

    lives = datetime.fromisoformat(session["expires_at"]) - datetime.fromisoformat(case["created_at"])
    assert lives == timedelta(hours=5)


async def test_what_the_system_calls_the_case_comes_back_with_it(system: httpx.AsyncClient) -> None:
    named = {name: f"{name} 1" for name in ("external_case_id", "external_applicant_id", "external_customer_id")}
    session = await opened(system, **named, trace_id="trace-1", locale="nl-BE", return_url="https://shop.example/x?y=1")

    case = (await system.get(f"/api/v1/cases/{session['case_id']}")).json()

    assert {name: case[name] for name in named} == named
    assert (case["trace_id"], case["session_id"]) == ("trace-1", session["session_id"])


async def test_officers_find_a_case_like_any_other(systems: Systems, gateway: Gateway, workers: None) -> None:
    organisation = f"org_{token_hex(6)}"
    async with (
        await systems.client(organisation) as system,
        await gateway.officer(organisation=organisation) as officer,
    ):
        session = await opened(system, prefill=prefill(expected_turnover="2M", company_name="Zeta Shop"))
        case = (await officer.get(f"/api/cases/{session['case_id']}")).json()
        log = (await officer.get(f"/api/cases/{session['case_id']}/audit")).json()["audit_log"]

    assert (case["company_name"], case["additional_data"]) == ("Zeta Shop", {"expected_turnover": "2M"})
    assert case["company_registration_number"] == "0403170701"
    assert log[0]["actor"]["role"] == "integration"


async def test_the_snippet_is_the_link_and_nothing_else(system: httpx.AsyncClient) -> None:
    session = await opened(system)
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(session["snippet"])

    assert [(tag, attributes["href"]) for tag, attributes in found] == [("a", session["signed_url"])]


async def test_the_snippet_speaks_the_language_of_the_session(system: httpx.AsyncClient) -> None:
    session = await opened(system, locale="nl-BE")

    assert session["snippet"].endswith(">Ga verder met uw aanvraag</a>")


async def test_the_same_request_again_gives_the_same_session(system: httpx.AsyncClient) -> None:
    body = a_session()

    first, again = [await system.post("/api/v1/sessions", json=body) for _ in range(2)]

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == {**first.json(), "idempotent_replay": True}


async def test_the_key_may_stand_in_the_header(system: httpx.AsyncClient) -> None:
    body = a_session()
    key = body.pop("idempotency_key")

    first = await system.post("/api/v1/sessions", json=body, headers={"Idempotency-Key": key})
    again = await system.post("/api/v1/sessions", json={**body, "idempotency_key": key})

    assert first.status_code == 201
    assert (again.status_code, again.json()["session_id"]) == (200, first.json()["session_id"])


async def test_two_keys_that_do_not_agree_are_refused(system: httpx.AsyncClient) -> None:
    answer = await system.post("/api/v1/sessions", json=a_session(), headers={"Idempotency-Key": "another"})

    enveloped(answer, 400, "validation_error", "invalid_body", "idempotency_key")


async def test_without_a_key_nothing_is_opened(system: httpx.AsyncClient) -> None:
    answer = await system.post("/api/v1/sessions", json=a_session(idempotency_key=None))

    enveloped(answer, 400, "validation_error", "invalid_body", "idempotency_key")


async def test_a_key_that_came_with_another_body_is_a_conflict(system: httpx.AsyncClient) -> None:
    key = token_hex(8)
    await opened(system, idempotency_key=key)

    answer = await system.post("/api/v1/sessions", json=a_session(idempotency_key=key, ttl_hours=1))

    enveloped(answer, 409, "conflict", "idempotency_key_reused", "Idempotency-Key")


async def test_of_many_requests_at_once_one_opens_the_case(system: httpx.AsyncClient) -> None:
    body = a_session()

    answers = await asyncio.gather(*(system.post("/api/v1/sessions", json=body) for _ in range(8)))

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({(answer.json()["session_id"], answer.json()["expires_at"]) for answer in answers}) == 1


async def test_a_key_of_another_organisation_is_another_key(systems: Systems, workers: None) -> None:
    body = a_session()
    async with await systems.client() as one, await systems.client() as other:
        answers = [await system.post("/api/v1/sessions", json=body) for system in (one, other)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json()["session_id"] != answers[1].json()["session_id"]


async def test_an_officers_key_of_the_same_words_is_another_key(
    systems: Systems, gateway: Gateway, workers: None
) -> None:
    organisation, key = f"org_{token_hex(6)}", token_hex(8)
    words = (key, f"session/live/{key}", f'["session", "live", "{key}"]')
    async with (
        await systems.client(organisation) as system,
        await gateway.officer(organisation=organisation) as officer,
    ):
        cases = [await officer.post("/api/cases", json=COMPANY, headers={"Idempotency-Key": word}) for word in words]
        session = await opened(system, idempotency_key=key)

    assert len({session["case_id"], *(case.json()["case_id"] for case in cases)}) == 4


@pytest.mark.parametrize(
    "changes", [{}, {"idempotency_key": "another"}, {"ttl_hours": SESSION_HOURS, "locale": None, "trace_id": " "}]
)
def test_a_request_is_known_again_whatever_is_said_that_would_be_taken_for_granted(
    changes: dict[str, JsonValue],
) -> None:
    """The hash is on record for good: a case that was opened under it is found by it in years."""
    body = SessionRequest.model_validate({**a_session(), **changes})

    assert request_hash(body) == "9af3732cf0bb064c44ab2e1e9876a6ab4fe4c308feeb4cf8a4304c3fcf7b79b3"


def test_another_request_is_told_apart() -> None:
    bodies = [a_session(), a_session(ttl_hours=1), a_session(prefill=prefill(more="x"))]

    assert len({request_hash(SessionRequest.model_validate(body)) for body in bodies}) == 3


async def test_a_key_for_testing_opens_no_live_case(systems: Systems) -> None:
    async with await systems.client(environment="test") as system:
        answer = await system.post("/api/v1/sessions", json=a_session())

    enveloped(answer, 403, "authorization_error", "environment_mismatch")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"case_type_id": "unheard_of"}, "unknown_template", "case_type_id"),
        ({"prefill": prefill(country="US")}, "unsupported_country", "prefill.field_values.country"),
        ({"prefill": prefill(vat_number="BE1")}, "invalid_body", "prefill.field_values.vat_number"),
        ({"prefill": prefill(vat_number=None)}, "invalid_body", "prefill.field_values.company_registration_number"),
        ({"prefill": prefill(website_url="ftp://x")}, "invalid_body", "prefill.field_values.website_url"),
        ({"prefill": prefill(company_name="")}, "invalid_body", "prefill.field_values.company_name"),
        ({"prefill": {}}, "invalid_body", "prefill.field_values"),
        ({"prefill": {**prefill(), "more": 1}}, "invalid_body", "prefill.more"),
        ({"ttl_hours": 8761}, "invalid_body", "ttl_hours"),
        ({"return_url": "http://shop.example"}, "invalid_body", "return_url"),
        ({"return_url": "https://a:b@shop.example"}, "invalid_body", "return_url"),
        ({"return_url": "javascript:alert(1)"}, "invalid_body", "return_url"),
        ({"return_url": "https://[::1"}, "invalid_body", "return_url"),
        ({"locale": "dutch please"}, "invalid_body", "locale"),
        ({"external_case_id": "a\nb"}, "invalid_body", "external_case_id"),
        ({"webhook_url": "https://shop.example"}, "invalid_body", "webhook_url"),
    ],
)
async def test_what_does_not_fit_is_named(
    system: httpx.AsyncClient, changes: dict[str, JsonValue], code: Any, field: str
) -> None:
    answer = await system.post("/api/v1/sessions", json=a_session(**changes))

    enveloped(answer, 400, "validation_error", code, field)

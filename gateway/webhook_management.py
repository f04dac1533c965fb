"""Webhooks as they are managed: where an organisation has its events sent, the log of it, and sending once more.

Systems manage them with their keys (`gateway.integration.webhooks`) and administrators with theirs
(`gateway.officer.admin_webhooks`). Both ask and are answered the same; what differs is in `Manager`.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from domain.identity import body_hash
from gateway.answers import json_answer
from gateway.case_client import RPC_SECONDS, answered_within
from gateway.problems import ApiError
from gateway.queries import parameter_refused, read_query
from gateway.requests import idempotency_key, read_json
from gateway.services import services
from runtime.case_desk import CommandKey
from runtime.public_web import RefusedError
from runtime.webhook_posting import refuse_unless_receivable
from runtime.webhooks import MOST_ENDPOINTS, NewEndpoint, TooManyEndpointsError
from schemas.owner import Owner
from schemas.webhooks import WebhookDelivery, WebhookEndpoint
from schemas.webhooks_api import (
    ALL_EVENTS,
    DELIVERY_ID,
    ENDPOINT_ID,
    Deliveries,
    DeliveriesQuery,
    DeliveryWithAttempts,
    Endpoint,
    EndpointChange,
    EndpointRequest,
    Endpoints,
    EndpointWithSecret,
    WebhookTestRequest,
)

_REFUSED_ADDRESSES = {
    "scheme_not_allowed": "only https is possible",
    "userinfo_not_allowed": "send no user or password in it; the signature proves who sends",
    "port_not_allowed": "leave the port out, or use one that is usual for https",
    "host_not_allowed": "the host is not one that the public Internet knows",
    "address_not_public": "the address is not a public one",
}
"""Never the address itself: it may hold a token."""


class Manager(NamedTuple):
    """Whose webhooks are managed, and with which key."""

    owner: Owner
    key_id: str


Managing = Callable[[Request, Manager], Awaitable[Response]]


async def create_endpoint(request: Request, manager: Manager) -> Response:
    asked = await read_json(request, EndpointRequest)
    _refuse_unless_receivable(request, asked.url)
    webhooks = services(request).webhooks
    wanted = NewEndpoint(
        url=asked.url, events=_wanted(asked.events), description=asked.description, created_by=manager.key_id
    )
    try:
        made, before = await webhooks.create_once(manager.owner, wanted, _command(request, manager, asked))
    except TooManyEndpointsError as error:
        raise ApiError(
            "too_many_endpoints", f"there are {MOST_ENDPOINTS} endpoints already, which is the most; delete one first"
        ) from error
    if before:
        return json_answer(_shown(made))
    return json_answer(_with_secret(made, webhooks.secret_of(made)), status_code=201)


async def list_endpoints(request: Request, manager: Manager) -> Response:
    known = await services(request).webhooks.all(manager.owner)
    return json_answer(Endpoints(endpoints=tuple(map(_shown, known))))


async def get_endpoint(request: Request, manager: Manager) -> Response:
    endpoint_id = _endpoint_id(request)
    return json_answer(_shown(_found(await services(request).webhooks.get(manager.owner, endpoint_id))))


async def change_endpoint(request: Request, manager: Manager) -> Response:
    asked = await read_json(request, EndpointChange)
    if asked.url is not None:
        _refuse_unless_receivable(request, asked.url)
    changed = await services(request).webhooks.change(
        manager.owner,
        _endpoint_id(request),
        url=asked.url,
        events=_wanted(asked.events) if asked.events is not None else None,
        description=asked.description,
    )
    return json_answer(_shown(_found(changed)))


async def delete_endpoint(request: Request, manager: Manager) -> Response:
    if not await services(request).webhooks.delete(manager.owner, _endpoint_id(request)):
        raise _no_endpoint()
    return Response(status_code=204)


async def rotate_secret(request: Request, manager: Manager) -> Response:
    webhooks = services(request).webhooks
    rotated = _found(await webhooks.rotate(manager.owner, _endpoint_id(request)))
    return json_answer(_with_secret(rotated, webhooks.secret_of(rotated)))


async def pause_endpoint(request: Request, manager: Manager) -> Response:
    """May be repeated. A post that is under way is finished; the next one waits."""
    reason = f"paused by {manager.key_id}"
    paused = await services(request).webhooks.pause(manager.owner, _endpoint_id(request), reason)
    return json_answer(_shown(_found(paused)))


async def resume_endpoint(request: Request, manager: Manager) -> Response:
    """May be repeated: what is not paused goes on, and what waits is sent without waiting any longer."""
    found = services(request)
    resumed = _found(await found.webhooks.resume(manager.owner, _endpoint_id(request)))
    await _woken(found.webhook_wakes.resumption(resumed.endpoint_id))
    return json_answer(_shown(resumed))


async def list_deliveries(request: Request, manager: Manager) -> Response:
    asked, webhooks = read_query(request, DeliveriesQuery), services(request).webhooks
    if asked.cursor is not None and await webhooks.delivery(manager.owner, asked.cursor) is None:
        raise parameter_refused("cursor", "not a cursor of this list; begin without one")
    found = await webhooks.deliveries(
        manager.owner,
        asked.endpoint_id,
        case_id=asked.case_id,
        state=asked.state,
        after=asked.cursor,
        limit=asked.limit + 1,
    )
    page, has_more = found[: asked.limit], len(found) > asked.limit
    return json_answer(
        Deliveries(deliveries=tuple(page), next_cursor=page[-1].delivery_id if has_more else None, has_more=has_more)
    )


async def get_delivery(request: Request, manager: Manager) -> Response:
    webhooks, delivery_id = services(request).webhooks, _delivery_id(request)
    delivery = _found_delivery(await webhooks.delivery(manager.owner, delivery_id))
    attempts = await webhooks.attempts(manager.owner, delivery_id)
    return json_answer(DeliveryWithAttempts(**dict(delivery), attempt_log=tuple(attempts)))


async def redeliver(request: Request, manager: Manager) -> Response:
    found = services(request)
    given = idempotency_key(request)
    key = given and f"{manager.key_id}:{given}"
    delivery = _found_delivery(await found.webhooks.redeliver(manager.owner, _delivery_id(request), key))
    await _woken(found.webhook_wakes.delivery(delivery))
    return json_answer(delivery, status_code=202)


async def skip(request: Request, manager: Manager) -> Response:
    """May be repeated. What waits behind it in its case comes next."""
    found = services(request)
    delivery = _found_delivery(await found.webhooks.skip(manager.owner, _delivery_id(request)))
    await _woken(found.webhook_wakes.delivery(delivery))
    return json_answer(delivery)


async def test_endpoint(request: Request, manager: Manager) -> Response:
    asked, found = await read_json(request, WebhookTestRequest), services(request)
    delivery = await found.webhooks.test(manager.owner, asked.endpoint_id)
    if delivery is None:
        raise _no_endpoint()
    await _woken(found.webhook_wakes.delivery(delivery))
    return json_answer(delivery, status_code=202)


def _command(request: Request, manager: Manager, asked: EndpointRequest) -> CommandKey | None:
    """A repetition of what made an endpoint is told by this; a secret is not shown again to it either."""
    key = idempotency_key(request)
    if key is None:
        return None
    return CommandKey(f"endpoint:{manager.key_id}:{key}", body_hash(asked.model_dump(mode="json")))


def _endpoint_id(request: Request) -> str:
    """As the path has it; 404 for what no endpoint is called."""
    named: str = request.path_params["endpointId"]
    if not re.fullmatch(ENDPOINT_ID, named):
        raise _no_endpoint()
    return named


def _delivery_id(request: Request) -> str:
    named: str = request.path_params["deliveryId"]
    if not re.fullmatch(DELIVERY_ID, named):
        raise _no_delivery()
    return named


def _wanted(events: tuple[str, ...]) -> tuple[str, ...]:
    """As endpoints have it: each once, and none at all for all."""
    return () if ALL_EVENTS in events else tuple(dict.fromkeys(events))


def _refuse_unless_receivable(request: Request, url: str) -> None:
    """By what the address says. Whether its name leads to a public address is seen each time that it is called."""
    try:
        refuse_unless_receivable(url, loopback=services(request).settings.webhook_loopback)
    except RefusedError as error:
        reason = _REFUSED_ADDRESSES.get(error.reason, "this is not an address")
        raise ApiError("invalid_body", f"url: {reason}; expected https://host/path", "url") from error


async def _woken(wake: Awaitable[None]) -> None:
    """TemporalAwayError, and so 503, if nobody can be told. What is on record stays and is found later
    (`gateway.integration.webhook_sweep`); the request may be repeated."""
    async with answered_within(RPC_SECONDS):
        await wake


def _shown(endpoint: WebhookEndpoint) -> Endpoint:
    return Endpoint(**_members(endpoint))


def _with_secret(endpoint: WebhookEndpoint, secret: str) -> EndpointWithSecret:
    return EndpointWithSecret(**_members(endpoint), secret=secret)


def _members(endpoint: WebhookEndpoint) -> dict[str, object]:
    return {
        **endpoint.model_dump(include=set(Endpoint.model_fields) - {"events"}),
        "events": endpoint.events or (ALL_EVENTS,),
        "status": "active" if endpoint.paused_at is None else "paused",
    }


def _found(endpoint: WebhookEndpoint | None) -> WebhookEndpoint:
    if endpoint is None:
        raise _no_endpoint()
    return endpoint


def _no_endpoint() -> ApiError:
    return ApiError(
        "endpoint_not_found", "there is no such endpoint for this key; list the endpoints to see which there are"
    )


def _found_delivery(delivery: WebhookDelivery | None) -> WebhookDelivery:
    if delivery is None:
        raise _no_delivery()
    return delivery


def _no_delivery() -> ApiError:
    return ApiError(
        "delivery_not_found", "there is no such delivery for this key; list the deliveries to see which there are"
    )


MANAGEMENT: Mapping[str, Managing] = {
    managing.__name__: managing
    for managing in (
        create_endpoint,
        list_endpoints,
        get_endpoint,
        change_endpoint,
        delete_endpoint,
        rotate_secret,
        pause_endpoint,
        resume_endpoint,
        list_deliveries,
        get_delivery,
        redeliver,
        skip,
        test_endpoint,
    )
}
"""All that can be managed, by name."""

"""/api/admin/integration-keys: an administrator makes, lists and revokes the keys of other systems."""

from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from gateway.access import officers
from gateway.answers import json_answer
from gateway.officer.desk_requests import command_key
from gateway.problems import ApiError
from gateway.requests import read_json
from gateway.services import services
from runtime.api_keys import Principal
from runtime.integration_keys import KeyOnRecordError
from schemas.integration_keys import IntegrationKey, NewKey
from schemas.keys_api import KeyItem, KeyList, KeyMade, NewKeyRequest
from schemas.sources import Environment


@officers("administer")
async def make_integration_key(request: Request, principal: Principal) -> Response:
    """Who lost the answer repeats the request under its Idempotency-Key, and learns which key to revoke: not even then
    is a key shown twice."""
    keys, body = services(request).integration_keys, await read_json(request, NewKeyRequest)
    command = command_key("integration_key", request, principal, body)
    asked = new_key(body, services(request).settings.sources, datetime.now(UTC))
    try:
        made = await keys.create(asked, principal.organisation, principal.actor.id, command=command)
    except KeyOnRecordError:
        assert command is not None, "a key that is made here is like no other"
        return json_answer(key_item(await keys.made_by(command)))
    return json_answer(KeyMade(**key_item(made.key).model_dump(), key=made.secret), status_code=201)


@officers("administer")
async def list_integration_keys(request: Request, principal: Principal) -> Response:
    keys = await services(request).integration_keys.of_organisation(principal.organisation)
    return json_answer(KeyList(keys=tuple(map(key_item, keys))))


@officers("administer")
async def revoke_integration_key(request: Request, principal: Principal) -> Response:
    """The same answer however often it is asked: the key opens nothing any more."""
    key_id = request.path_params["key_id"]
    key = await services(request).integration_keys.revoke(key_id, principal.organisation, principal.actor.id)
    if key is None:
        raise ApiError("key_not_found", f"there is no key {key_id!r}; GET /api/admin/integration-keys lists yours")
    return json_answer(key_item(key))


def new_key(asked: NewKeyRequest, environment: Environment, now: datetime) -> NewKey:
    """What is asked for, with what was left out. 422 for a key that would have expired already."""
    ends = asked.expires_at
    if asked.expires_in_days is not None:
        ends = now + timedelta(days=asked.expires_in_days)
    if ends is not None and ends <= now:
        raise ApiError("invalid_body", "expires_at: expected a moment that is still to come", "expires_at")
    return NewKey(
        name=asked.name,
        environment=asked.environment or environment,
        scopes=asked.scopes,
        rate_limit=asked.rate_limit,
        expires_at=ends,
    )


def key_item(key: IntegrationKey) -> KeyItem:
    return KeyItem.model_validate({**key.model_dump(include=set(KeyItem.model_fields)), "scopes": sorted(key.scopes)})

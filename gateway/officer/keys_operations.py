"""What administrators may ask about the keys of other systems, as a table."""

from typing import Annotated

from pydantic import Field, JsonValue

from gateway.integration.parameters import ONCE
from gateway.officer import keys
from gateway.operations import Answer, Body, Operation, Parameter, Tag
from schemas.keys_api import KeyItem, KeyList, KeyMade, NewKeyRequest

KEYS = Tag("Keys", "The keys with which other systems use the integration API. Administrators make and revoke them.")

KEY_ID = Parameter(
    "key_id",
    "path",
    Annotated[str, Field(pattern=r"^key_[0-9a-f]{12}$")],
    "The id of the key, which is not the key.",
    required=True,
    example="key_5d41402abc4b",
)
_KEY: dict[str, JsonValue] = {
    "key_id": "key_5d41402abc4b",
    "name": "Shop back office",
    "environment": "test",
    "scopes": ["cases:read", "intake:sessions:create"],
    "rate_limit": 100,
    "created_at": "2026-03-31T09:00:00Z",
    "created_by": "key_0cc175b9c0f1",
    "expires_at": None,
    "revoked_at": None,
    "last_used_at": None,
}

KEYS_API: tuple[Operation, ...] = (
    Operation(
        "POST",
        "/api/admin/integration-keys",
        keys.make_integration_key,
        "Make a key for another system",
        KEYS,
        body=Body(
            NewKeyRequest,
            {
                "to open and read cases": {
                    "name": "Shop back office",
                    "scopes": ["cases:read", "intake:sessions:create"],
                }
            },
        ),
        answers=(
            Answer(
                KeyMade,
                "The key, this once. Only its hash is kept.",
                status=201,
                examples={"a key for testing": {**_KEY, "key": "sk_test_" + 43 * "x"}},
            ),
            Answer(
                KeyItem,
                "The same request under the same `Idempotency-Key` made this key before. It was shown then: if that "
                "answer was lost, revoke the key and make another under a new `Idempotency-Key`.",
                examples={"it was made before": _KEY},
            ),
        ),
        parameters=(ONCE,),
        problems=("idempotency_key_reused",),
    ),
    Operation(
        "GET",
        "/api/admin/integration-keys",
        keys.list_integration_keys,
        "List the keys of other systems",
        KEYS,
        answers=(Answer(KeyList, "All keys of the organisation.", examples={"one": {"keys": [_KEY]}}),),
    ),
    Operation(
        "DELETE",
        "/api/admin/integration-keys/{key_id}",
        keys.revoke_integration_key,
        "Revoke a key",
        KEYS,
        parameters=(KEY_ID,),
        answers=(
            Answer(
                KeyItem,
                "The key opens nothing any more. Asked again, the answer is the same.",
                examples={"revoked": {**_KEY, "revoked_at": "2026-04-02T08:00:00Z"}},
            ),
        ),
        problems=("key_not_found",),
        description="In another process of the gateway it may work for ten seconds more.",
    ),
)

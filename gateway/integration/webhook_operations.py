"""Webhooks as a table: where events are sent, the log of what was sent, and sending once more."""

from dataclasses import replace

from gateway.integration import webhook_examples, webhooks
from gateway.integration.parameters import ONCE
from gateway.operations import Answer, Body, Operation, Parameter, Tag
from gateway.queries import parameters_of
from schemas.errors import ErrorCode
from schemas.webhooks import WebhookDelivery
from schemas.webhooks_api import (
    Deliveries,
    DeliveriesQuery,
    DeliveryId,
    DeliveryWithAttempts,
    Endpoint,
    EndpointChange,
    EndpointId,
    EndpointRequest,
    Endpoints,
    EndpointWithSecret,
    WebhookTestRequest,
)

WEBHOOKS = Tag(
    "Webhooks",
    "Events, posted to addresses of yours as they happen: signed, at least once, and those of one case in their order. "
    "An event that is not taken is sent again for three days.",
)
ENDPOINT_ID = Parameter(
    "endpointId", "path", EndpointId, "The endpoint.", required=True, example="whe_0123456789abcdef01234567"
)
DELIVERY_ID = Parameter(
    "deliveryId", "path", DeliveryId, "The delivery.", required=True, example="whd_89abcdef0123456701234567"
)
ENDPOINTS = "/api/v1/webhooks/endpoints"
ONE_ENDPOINT = f"{ENDPOINTS}/{{endpointId}}"
DELIVERIES = "/api/v1/webhooks/deliveries"
ONE_DELIVERY = f"{DELIVERIES}/{{deliveryId}}"

_OF_ENDPOINTS: tuple[Operation, ...] = (
    Operation(
        "POST",
        ENDPOINTS,
        webhooks.create_endpoint,
        "Register an endpoint",
        WEBHOOKS,
        body=Body(EndpointRequest, webhook_examples.CREATE),
        answers=(
            Answer(
                EndpointWithSecret,
                "It receives what happens from now on. The secret is shown this once.",
                status=201,
                examples=webhook_examples.CREATED,
            ),
            Answer(
                Endpoint,
                "The same request under the same `Idempotency-Key` registered this endpoint before. Its secret was "
                "shown then: if that answer was lost, replace the secret.",
                examples=webhook_examples.ENDPOINT,
            ),
        ),
        parameters=(ONCE,),
        problems=("too_many_endpoints", "idempotency_key_reused", "wrong_state"),
        description="The address has to be `https`, without user and password, and one that the public Internet knows.",
    ),
    Operation(
        "GET",
        ENDPOINTS,
        webhooks.list_endpoints,
        "List the endpoints",
        WEBHOOKS,
        answers=(Answer(Endpoints, "The oldest first.", examples=webhook_examples.LISTED),),
    ),
    Operation(
        "GET",
        ONE_ENDPOINT,
        webhooks.get_endpoint,
        "Read an endpoint",
        WEBHOOKS,
        answers=(Answer(Endpoint, "The endpoint, without its secret.", examples=webhook_examples.ENDPOINT),),
    ),
    Operation(
        "PATCH",
        ONE_ENDPOINT,
        webhooks.change_endpoint,
        "Change an endpoint",
        WEBHOOKS,
        body=Body(EndpointChange, webhook_examples.CHANGE),
        answers=(Answer(Endpoint, "As it is now.", examples=webhook_examples.CHANGED),),
        description="`url` and `description` hold for all that is sent from now on, `events` for all that happens from "
        "now on. What was wanted before and has not been sent yet is sent still; what was not is never sent.",
    ),
    Operation(
        "DELETE",
        ONE_ENDPOINT,
        webhooks.delete_endpoint,
        "Delete an endpoint",
        WEBHOOKS,
        answers=(Answer(None, "Nothing is sent there any more.", status=204),),
    ),
    Operation(
        "POST",
        f"{ONE_ENDPOINT}/rotate-secret",
        webhooks.rotate_secret,
        "Replace the secret",
        WEBHOOKS,
        answers=(Answer(EndpointWithSecret, "The new secret is shown this once.", examples=webhook_examples.ROTATED),),
        description="For 24 hours every delivery carries a signature by each of both secrets, so that a receiver can "
        "change over without losing one. Whoever lost the answer asks again: each secret that was replaced signs for "
        "its 24 hours, up to four at a time.",
    ),
    Operation(
        "POST",
        f"{ONE_ENDPOINT}/pause",
        webhooks.pause_endpoint,
        "Pause an endpoint",
        WEBHOOKS,
        answers=(Answer(Endpoint, "Events wait until it is resumed.", examples=webhook_examples.PAUSED),),
        description="For a receiver that is being worked on. Nothing is lost, and the three days of what waits begin "
        "anew when it is resumed. A post that is under way is finished.",
    ),
    Operation(
        "POST",
        f"{ONE_ENDPOINT}/resume",
        webhooks.resume_endpoint,
        "Resume a paused endpoint",
        WEBHOOKS,
        answers=(
            Answer(Endpoint, "What has waited is sent, in the order of each case.", examples=webhook_examples.ENDPOINT),
        ),
    ),
)
_OF_DELIVERIES: tuple[Operation, ...] = (
    Operation(
        "GET",
        DELIVERIES,
        webhooks.list_deliveries,
        "List deliveries",
        WEBHOOKS,
        answers=(Answer(Deliveries, "The newest first.", examples=webhook_examples.DELIVERIES),),
        parameters=parameters_of(DeliveriesQuery),
    ),
    Operation(
        "GET",
        ONE_DELIVERY,
        webhooks.get_delivery,
        "Read a delivery, with its attempts",
        WEBHOOKS,
        answers=(Answer(DeliveryWithAttempts, "What became of it.", examples=webhook_examples.DELIVERY),),
    ),
    Operation(
        "POST",
        f"{ONE_DELIVERY}/redeliver",
        webhooks.redeliver,
        "Send a delivery once more",
        WEBHOOKS,
        answers=(
            Answer(
                WebhookDelivery,
                "It is on its way, under the same `delivery_id`. Of a paused endpoint it waits.",
                status=202,
                examples=webhook_examples.REDELIVERED,
            ),
        ),
        parameters=(ONCE,),
        description="With an `Idempotency-Key`, a request that is repeated sends nothing more. Without one it does, "
        "under the same `delivery_id`.",
    ),
    Operation(
        "POST",
        f"{ONE_DELIVERY}/skip",
        webhooks.skip,
        "Leave a delivery out",
        WEBHOOKS,
        answers=(
            Answer(
                WebhookDelivery,
                "It is not sent any more; one that was made already stays as it is.",
                examples=webhook_examples.SKIPPED,
            ),
        ),
        description="For an event that a receiver will never take: those behind it in its case come next. A paused "
        "endpoint stays paused until it is resumed. `redeliver` takes it back.",
    ),
    Operation(
        "POST",
        "/api/v1/webhooks/test",
        webhooks.test_endpoint,
        "Send a test event",
        WEBHOOKS,
        body=Body(WebhookTestRequest, webhook_examples.TEST),
        answers=(
            Answer(
                WebhookDelivery,
                "A `v1.webhook.test` event is on its way; the delivery says what becomes of it.",
                status=202,
                examples=webhook_examples.TESTED,
            ),
        ),
        problems=("endpoint_not_found",),
        scope="webhooks:test",
    ),
)


def _of_systems(operation: Operation) -> Operation:
    """With what all of them have in common: who may ask, and what their paths name."""
    named: list[tuple[Parameter, ErrorCode]] = [
        (ENDPOINT_ID, "endpoint_not_found"),
        (DELIVERY_ID, "delivery_not_found"),
    ]
    here = [(parameter, code) for parameter, code in named if f"{{{parameter.name}}}" in operation.path]
    return replace(
        operation,
        security="integration",
        scope=operation.scope or "webhooks:manage",
        parameters=(*(parameter for parameter, _ in here), *operation.parameters),
        problems=(*(code for _, code in here), *operation.problems),
    )


WEBHOOK_API: tuple[Operation, ...] = tuple(map(_of_systems, (*_OF_ENDPOINTS, *_OF_DELIVERIES)))

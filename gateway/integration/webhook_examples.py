"""Requests about webhooks and their answers, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

Examples = dict[str, JsonValue]

_ENDPOINT: dict[str, JsonValue] = {
    "endpoint_id": "whe_0123456789abcdef01234567",
    "url": "https://shop.example/casewright",
    "description": "The back office",
    "events": ["*"],
    "environment": "test",
    "status": "active",
    "paused_at": None,
    "paused_reason": None,
    "previous_secret_until": None,
    "created_at": "2026-01-15T10:00:00Z",
    "created_by": "key_5d41402abc4b",
}
_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="  # noqa: S105 - nobody's
_DELIVERY: dict[str, JsonValue] = {
    "delivery_id": "whd_89abcdef0123456701234567",
    "endpoint_id": "whe_0123456789abcdef01234567",
    "case_id": "case_a1b2c3d4e5f6",
    "cursor": 2,
    "event_id": "evt_5f0c2b1a9e8d7c6b5a493827",
    "event_type": "v1.document.uploaded",
    "state": "pending",
    "attempts": 1,
    "last_status": 503,
    "last_error": "status_503",
    "next_attempt_at": "2026-01-15T10:30:06Z",
    "delivered_at": None,
    "created_at": "2026-01-15T10:30:00Z",
}
_TEST: dict[str, JsonValue] = {
    **_DELIVERY,
    "delivery_id": "whd_456701230123456789abcdef",
    "case_id": None,
    "cursor": None,
    "event_id": "evt_test_0123456789abcdef01234567",
    "event_type": "v1.webhook.test",
    "attempts": 0,
    "last_status": None,
    "last_error": None,
    "next_attempt_at": None,
}

CREATE: Examples = {
    "all events": {"url": "https://shop.example/casewright", "description": "The back office"},
    "only how cases end": {
        "url": "https://shop.example/casewright",
        "events": ["v1.case.completed", "v1.case.failed"],
    },
}
CREATED: Examples = {"it is in use from now on": {**_ENDPOINT, "secret": _SECRET}}
LISTED: Examples = {"one endpoint": {"endpoints": [_ENDPOINT]}}
ENDPOINT: Examples = {"it is in use": _ENDPOINT}
PAUSED: Examples = {
    "by whoever manages it": {
        **_ENDPOINT,
        "status": "paused",
        "paused_at": "2026-01-15T12:00:00Z",
        "paused_reason": "paused by key_5d41402abc4b",
    }
}
CHANGE: Examples = {"other events": {"events": ["v1.case.needs_review", "v1.case.completed"]}}
CHANGED: Examples = {
    "from now on": {**_ENDPOINT, "events": ["v1.case.needs_review", "v1.case.completed"]},
}
ROTATED: Examples = {
    "both secrets sign for a day": {
        **_ENDPOINT,
        "previous_secret_until": "2026-01-16T10:00:00Z",
        "secret": _SECRET,
    }
}
DELIVERIES: Examples = {"one that is tried again": {"deliveries": [_DELIVERY], "next_cursor": None, "has_more": False}}
DELIVERY: Examples = {
    "with its attempts": {
        **_DELIVERY,
        "attempt_log": [
            {
                "attempt": 1,
                "at": "2026-01-15T10:30:01Z",
                "status": 503,
                "error": "status_503",
                "milliseconds": 212,
            }
        ],
    }
}
REDELIVERED: Examples = {
    "it is sent once more": {
        **_DELIVERY,
        "last_status": 200,
        "last_error": None,
        "next_attempt_at": None,
        "delivered_at": "2026-01-15T10:30:08Z",
    }
}
SKIPPED: Examples = {"it is left out": {**_DELIVERY, "state": "skipped", "attempts": 15, "next_attempt_at": None}}
TEST: Examples = {"this endpoint": {"endpoint_id": "whe_0123456789abcdef01234567"}}
TESTED: Examples = {"it is on its way": _TEST}

"""What pages of events look like, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

Examples = dict[str, JsonValue]

_UPLOADED: dict[str, JsonValue] = {
    "event_id": "evt_5f0c2b1a9e8d7c6b5a493827",
    "event_type": "document.uploaded",
    "versioned_event_type": "v1.document.uploaded",
    "cursor": 2,
    "created_at": "2026-01-15T10:30:00.000Z",
    "case_id": "case_a1b2c3d4e5f6",
    "session_id": "case_a1b2c3d4e5f6",
    "external_case_id": "order-4711",
    "external_applicant_id": None,
    "external_customer_id": None,
    "trace_id": None,
    "environment": "test",
    "data": {
        "document_id": "doc_3c9d2e8f7a6b",
        "requirement_id": "certificate_of_incorporation",
        "filename": "extract.pdf",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "file_size": 48213,
        "format": "pdf",
        "iteration": 1,
    },
}
OF_CASE: Examples = {
    "a document has come": {
        "case_id": "case_a1b2c3d4e5f6",
        "events": [_UPLOADED],
        "next_cursor": 2,
        "has_more": False,
    }
}
_GIVEN_UP: dict[str, JsonValue] = {
    **_UPLOADED,
    "event_id": "evt_0a1b2c3d4e5f60718293a4b5",
    "event_type": "webhook.delivery_failed",
    "versioned_event_type": "v1.webhook.delivery_failed",
    "cursor": 4712,
    "case_cursor": None,
    "case_id": None,
    "session_id": None,
    "external_case_id": None,
    "data": {
        "endpoint_id": "whe_0123456789abcdef01234567",
        "delivery_id": "whd_89abcdef0123456701234567",
        "event_id": "evt_5f0c2b1a9e8d7c6b5a493827",
        "event_type": "v1.document.uploaded",
        "case_id": "case_a1b2c3d4e5f6",
        "cursor": 2,
        "attempts": 15,
        "last_status": 503,
        "last_error": "status_503",
    },
}
OF_ORGANISATION: Examples = {
    "the same among the events of all cases": {
        "events": [{**_UPLOADED, "cursor": 4711, "case_cursor": 2}],
        "next_cursor": 4711,
        "has_more": True,
    },
    "a webhook could not be delivered": {"events": [_GIVEN_UP], "next_cursor": 4712, "has_more": False},
}

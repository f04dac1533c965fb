"""What requests to the desk and their answers look like, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

from gateway.officer.examples import Examples

_AUTHOR: JsonValue = {"id": "key_5d41402abc4b", "role": "officer"}
_NOTE: JsonValue = {
    "note_id": "note_9f86d081884c7d65",
    "case_id": "case_a1b2c3d4e5f6",
    "text": "The director called back; the extract comes on Monday.",
    "about": "disc_registered_address",
    "author": _AUTHOR,
    "created_at": "2026-02-24T11:50:00Z",
}
_ASSIGNMENT: JsonValue = {
    "case_id": "case_a1b2c3d4e5f6",
    "assignee": "key_5d41402abc4b",
    "assigned_by": _AUTHOR,
    "assigned_at": "2026-02-24T11:50:00Z",
    "expires_at": "2026-02-24T12:50:00Z",
}
_PAGE: dict[str, JsonValue] = {"total": 1, "page": 1, "per_page": 100}

NOTE: Examples = {
    "about a discrepancy": {
        "text": "The director called back; the extract comes on Monday.",
        "about": "disc_registered_address",
    },
    "about the case": {"text": "Known to us from an earlier application."},
}
NOTED: Examples = {"about a discrepancy": _NOTE}
NOTES: Examples = {"one note": {"case_id": "case_a1b2c3d4e5f6", "notes": [_NOTE], **_PAGE}}

ASSIGN: Examples = {
    "to me for two hours": {"assignee": "me", "expires_in_minutes": 120},
    "take it over": {"assignee": "me", "take_over": True},
    "take it over from whoever was seen to have it": {"assignee": "me", "take_over": True, "held_by": "key_officer"},
    "release it": {"assignee": None},
}
ASSIGNED: Examples = {"for an hour": _ASSIGNMENT}
ASSIGNMENTS: Examples = {
    "somebody has it": {
        "case_id": "case_a1b2c3d4e5f6",
        "current": _ASSIGNMENT,
        "history": [_ASSIGNMENT],
        **_PAGE,
    }
}

CLAIM: Examples = {"any": {}, "of one country": {"country": "BE", "expires_in_minutes": 30}}
CLAIMED: Examples = {
    "the oldest": {
        "case": {
            "case_id": "case_a1b2c3d4e5f6",
            "workflow_id": "wf_f6e5d4c3b2a1",
            "company_name": "Acme Trading BVBA",
            "company_registration_number": "0456789012",
            "vat_number": "BE0456789012",
            "country": "BE",
            "template_id": "psp_merchant_onboarding",
            "status": "REVIEW_PENDING",
            "current_iteration": 1,
            "created_at": "2026-02-24T10:30:00Z",
            "updated_at": "2026-02-24T11:45:00Z",
            "latest_risk_score": 0.42,
            "risk_scores": [0.55, 0.42],
            "risk_band": "MEDIUM",
            "due_at": "2026-03-26T10:30:00Z",
            "due_kind": "portal",
            "assignee": "key_officer",
            "assignee_name": "An Peeters",
            "assignment_expires_at": "2026-02-24T16:00:00Z",
            "waits_for": "officer",
            "version": 9,
        },
        "assignment": _ASSIGNMENT,
    }
}

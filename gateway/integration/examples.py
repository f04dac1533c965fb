"""What requests of other systems and their answers look like, for the documentation. A test holds them to their
schemas."""

from pydantic import JsonValue

Examples = dict[str, JsonValue]

HEALTH: Examples = {"it does": {"status": "ok"}}

ME: Examples = {
    "a key for testing": {
        "org_id": "org_xyz",
        "environment": "test",
        "key_id": "key_5d41402abc4b",
        "name": "Shop back office",
        "scopes": ["cases:read", "intake:sessions:create"],
        "expires_at": "2027-01-15T00:00:00Z",
    }
}

SESSION: Examples = {
    "with what is needed": {
        "case_type_id": "psp_merchant_onboarding",
        "idempotency_key": "order-4711",
        "prefill": {
            "field_values": {"company_name": "Acme Trading BVBA", "country": "BE", "vat_number": "BE0456789012"}
        },
    },
    "with everything": {
        "case_type_id": "psp_merchant_onboarding",
        "idempotency_key": "order-4712",
        "ttl_hours": 72,
        "return_url": "https://shop.example/welcome",
        "locale": "nl-BE",
        "external_case_id": "order-4712",
        "external_applicant_id": "applicant-17",
        "external_customer_id": "customer-9",
        "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
        "prefill": {
            "field_values": {
                "company_name": "Acme Trading BVBA",
                "country": "BE",
                "company_registration_number": "0456789012",
                "vat_number": "BE0456789012",
                "website_url": "https://acme-trading.be",
                "expected_turnover": "2M",
            }
        },
    },
}

_LINK = "https://casewright.example/portal/pt_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR"
_SESSION: dict[str, JsonValue] = {
    "session_id": "case_a1b2c3d4e5f6",
    "case_id": "case_a1b2c3d4e5f6",
    "status": "created",
    "signed_url": _LINK,
    "expires_at": "2026-04-07T09:00:00Z",
    "snippet": f'<a href="{_LINK}" rel="noopener noreferrer">Continue your application</a>',
}
SESSION_CREATED: Examples = {"a link for the customer": {**_SESSION, "idempotent_replay": False}}
SESSION_REPLAYED: Examples = {"the same session again": {**_SESSION, "idempotent_replay": True}}

_CASE: dict[str, JsonValue] = {
    "case_id": "case_a1b2c3d4e5f6",
    "environment": "test",
    "case_type_id": "psp_merchant_onboarding",
    "status": "needs_review",
    "review_state": "pending",
    "external_case_id": "order-4711",
    "created_at": "2026-03-31T09:00:00Z",
    "updated_at": "2026-04-01T14:12:09Z",
}
FEATURES: dict[str, JsonValue] = {
    "incorporation_date": {
        "decision": {
            "decision_id": "dec_001",
            "decision": "keep",
            "selected_candidate_id": "cand_001",
            "selected_candidate_ids": ["cand_001"],
        },
        "candidates": [
            {
                "candidate_id": "cand_001",
                "value_raw": "3 februari 2023",
                "value_normalized": "2023-02-03",
                "evidence_ids": ["ev_001"],
                "details": {},
                "valid": True,
            }
        ],
        "evidence": [
            {
                "evidence_id": "ev_001",
                "doc_id": "doc_5d41402abc4b",
                "page_index": 0,
                "location": {"char_start": 142, "char_end": 157},
                "quote": "3 februari 2023",
                "method": "born_digital_text",
                "confidence": None,
            }
        ],
    }
}

CASE_PAGE: Examples = {"the only case": {"cases": [_CASE], "next_cursor": None, "has_more": False}}
CASE: Examples = {
    "one fact from one document": {
        **_CASE,
        "session_id": "case_a1b2c3d4e5f6",
        "org_id": "org_xyz",
        "external_applicant_id": None,
        "external_customer_id": None,
        "trace_id": None,
        "features": FEATURES,
        "documents": [
            {
                "doc_id": "doc_5d41402abc4b",
                "name": "articles.pdf",
                "type": "certificate_of_incorporation",
                "media_type": "application/pdf",
                "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "size": 48213,
                "uploaded_at": "2026-04-01T14:10:31Z",
                "status": "processed",
            }
        ],
        "version": 12,
    }
}

"""What requests of customers and their answers look like, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

Examples = dict[str, JsonValue]

DOCUMENT_UPLOADED: Examples = {
    "a certificate": {
        "document_id": "doc_0f1e2d3c4b5a",
        "filename": "certificate.pdf",
        "requirement_id": "certificate_of_incorporation",
        "minio_key": ("case_a1b2c3d4e5f6/iteration-1/req_certificate_of_incorporation/9b74c9897bac-certificate.pdf"),
        "file_size": 48213,
        "uploaded_at": "2026-02-24T11:05:00Z",
    }
}

SUBMISSION: Examples = {
    "answers to questions": {
        "answers": {
            "business_activity": "Office supplies for small companies",
            "business_type": "E-commerce",
            "expected_monthly_volume": "EUR 10,000 to 50,000",
        }
    },
    "answers to tasks": {"task_responses": {"task_1": "BE0456789012 is what our certificate says.", "task_2": True}},
}

SUBMITTED: Examples = {
    "received": {
        "status": "DOCUMENTS_RECEIVED",
        "message": "Thank you. We have received your documents and answers and are reviewing them.",
    }
}

DRAFT: Examples = {
    "what is written so far": {"answers": {"business_activity": "Office supplies for"}},
    "what is taken back": {"answers": {"business_type": None}},
}

DRAFT_SAVED: Examples = {"kept": {"saved_at": "2026-02-24T11:06:30Z"}}

BRAND: Examples = {
    "a payment company": {
        "name": "Merel Payments",
        "primary_color": "#1f4b7a",
        "logo_url": "/api/brand/logo",
        "contact": "onboarding@merel.example",
        "privacy_url": "https://merel.example/privacy",
    }
}

CHECKED: Examples = {
    "what was asked for": {
        "document_id": "doc_0f1e2d3c4b5a",
        "readable": True,
        "problem": None,
        "kind": "as_asked",
        "document_type": "register_extract",
    },
    "something else": {
        "document_id": "doc_0f1e2d3c4b5a",
        "readable": True,
        "problem": None,
        "kind": "another",
        "document_type": "invoice",
    },
    "protected": {
        "document_id": "doc_0f1e2d3c4b5a",
        "readable": False,
        "problem": "password_protected",
        "kind": "unknown",
        "document_type": None,
    },
}

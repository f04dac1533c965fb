"""What a package looks like, for the documentation. A test holds it to its schema."""

from pydantic import JsonValue

from gateway.integration.examples import FEATURES

PACKAGE: dict[str, JsonValue] = {
    "a case that was approved": {
        "external_case_id": "onboarding-4711",
        "external_applicant_id": None,
        "external_customer_id": "customer-88",
        "trace_id": None,
        "schema_version": 1,
        "case_id": "case_a1b2c3d4e5f6",
        "org_id": "org_xyz",
        "status": "completed",
        "environment": "test",
        "as_of": "2026-03-05T14:20:11Z",
        "company": {
            "company_name": "Acme Trading",
            "country": "BE",
            "company_registration_number": "0403170701",
            "vat_number": "BE0403170701",
            "website_url": None,
        },
        "facts": {
            "incorporation_date": {
                "value": "2023-02-03",
                "values": [
                    {
                        "value": "2023-02-03",
                        "details": {},
                        "evidence": [
                            {
                                "source": "KBO/BCE",
                                "timestamp": "2026-03-02T09:00:01Z",
                                "evidence_hash": "sha256:" + "4be1" * 16,
                                "environment": "test",
                                "citation": None,
                            },
                            {
                                "source": "document",
                                "timestamp": "2026-03-02T10:12:45Z",
                                "evidence_hash": "sha256:" + "9a0c" * 16,
                                "environment": None,
                                "citation": {
                                    "evidence_id": "ev_001",
                                    "doc_id": "doc_5d41402abc4b",
                                    "page_index": 0,
                                    "location": {"char_start": 142, "char_end": 157},
                                    "quote": "3 februari 2023",
                                    "method": "born_digital_text",
                                    "confidence": None,
                                },
                            },
                        ],
                    }
                ],
            }
        },
        "features": FEATURES,
        "documents": [
            {
                "document_id": "doc_5d41402abc4b",
                "requirement_id": "articles_of_association",
                "requirement_name": "Articles of association",
                "filename": "statuten.pdf",
                "media_type": "application/pdf",
                "file_size": 48213,
                "sha256": "9a0c" * 16,
                "uploaded_at": "2026-03-02T10:12:45Z",
                "iteration": 1,
                "superseded": False,
                "document_type": "articles_of_association",
                "url": "https://kyb.example/api/v1/files/WyJjYXNlX2ExYjJjM2Q0ZTVmNiJd.aSF8Ag.signature",
            }
        ],
        "decision": {
            "outcome": "approved",
            "decided_at": "2026-03-05T14:20:11Z",
            "decided_by": "officer",
            "iteration": 1,
        },
        "report": {
            "sha256": "1f00" * 16,
            "file_size": 61022,
            "url": "https://kyb.example/api/v1/files/WyJyZXBvcnRzIl0.aSF8Ag.signature",
        },
        "events_cursor": 9,
        "case_file_url": "https://kyb.example/case-file/case_a1b2c3d4e5f6?token=WyJjYXNlIl0.aSF8Ag.signature",
        "generated_at": "2026-03-06T08:00:00Z",
    }
}

"""What requests of officers and their answers look like, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

Examples = dict[str, JsonValue]

COUNTRIES: Examples = {"two of them": [{"code": "BE", "name": "Belgium"}, {"code": "NL", "name": "Netherlands"}]}

TEMPLATES: Examples = {
    "the usual one": [
        {
            "id": "psp_merchant_onboarding",
            "name": "PSP Merchant Onboarding",
            "description": "Standard KYB onboarding for payment service provider merchants",
            "document_count": 5,
            "question_count": 3,
        }
    ]
}

CREATE_CASE: Examples = {
    "by VAT number": {
        "company_name": "Acme Trading BVBA",
        "vat_number": "BE0456789012",
        "country": "BE",
        "website_url": "acme-trading.be",
    },
    "with everything": {
        "company_name": "Acme Trading BVBA",
        "company_registration_number": "0456789012",
        "vat_number": "BE0456789012",
        "country": "BE",
        "template_id": "psp_merchant_onboarding",
        "website_url": "https://acme-trading.be",
        "additional_data": {"reference": "CRM-4711"},
    },
}

CASE_CREATED: Examples = {
    "Crunchbase was not asked": {
        "case_id": "case_a1b2c3d4e5f6",
        "workflow_id": "wf_f6e5d4c3b2a1",
        "status": "AWAITING_DOCUMENTS",
        "portal_token": "pt_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR",
        "portal_url": "https://onboarding.example/portal/pt_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR",
        "vies_enrichment": {
            "vies_valid": True,
            "vies_name": "ACME TRADING",
            "vies_address": "RUE DE LA LOI 1, 1000 BRUXELLES",
        },
        "northdata_enrichment": {
            "found": True,
            "reason": None,
            "company_name": "Acme Trading BVBA",
            "directors": ["Jan Peeters"],
            "directors_left_out": 0,
            "owners": [{"name": "Jan Peeters", "share_percent": 100.0}],
            "legal_form": "BVBA",
            "registration_number": "0456789012",
            "registered_address": "Wetstraat 1, 1000 Brussel",
            "company_status": "active",
            "incorporation_date": "2012-05-03",
            "flags": [],
            "northdata_url": "https://www.northdata.com/Acme+Trading+BVBA",
        },
        "crunchbase_enrichment": None,
        "website_validation": {"url": "https://acme-trading.be", "accessible": True, "status_code": 200},
        "environment": "live",
        "created_at": "2026-02-24T10:30:00Z",
    }
}

DECISION: Examples = {
    "approve": {"decision": "approve", "reason": "All facts confirmed by the register"},
    "reject": {"decision": "reject", "reason": "The company was dissolved in 2024"},
    "follow up": {
        "decision": "follow_up",
        "reason": "Address discrepancy needs clarification",
        "follow_up_tasks": [
            {
                "description": "Please provide a utility bill confirming your registered address",
                "response_type": "document",
                "document_type": "utility_bill",
                "required": True,
            }
        ],
    },
    "escalate": {"decision": "escalate", "reason": "The owner is a politically exposed person"},
}

FOLLOW_UP_SENT: Examples = {
    "follow up": {"status": "FOLLOW_UP_REQUIRED", "message": "Follow-up request sent to customer portal"}
}

COMMAND_RECORDED: Examples = {
    "no worker yet": {
        "status": "REVIEW_PENDING",
        "message": "recorded; will be applied when a worker is available",
    }
}

MCC_DECISION: Examples = {
    "accept": {"action": "accept", "notes": "MCC classification looks correct"},
    "override": {"action": "override", "override_mcc": "5732", "notes": "Sells electronics, not groceries"},
}

MCC_DECIDED: Examples = {"accept": {"status": "REVIEW_PENDING", "message": "MCC decision recorded: accept"}}

CASE_DELETED: Examples = {"deleted": {"status": "deleted", "workflow_id": "wf_f6e5d4c3b2a1"}}

RECLASSIFY: Examples = {
    "with a reason": {"notes": "This company primarily sells electronics, not groceries"},
}

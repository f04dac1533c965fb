"""The answers of the documented officer API as shapes: which members they have, and of what type, at any depth.

Copied from the documentation by hand, and not made from our models: it is what they are held against.
"""

from types import UnionType
from typing import Any

from tests.journey.walking import Json

NUMBER = int | float
MAYBE_TEXT = str | None
OBJECT: type = dict
MAYBE_OBJECT = OBJECT | None

VIES: Json = {"vies_valid": bool, "vies_name": MAYBE_TEXT, "vies_address": MAYBE_TEXT}
WEBSITE: Json = {"url": str, "accessible": bool, "status_code": int}
TASK: Json = {"description": str, "response_type": str, "required": bool, "justification": str}
MCC: Json = {
    "primary_recommendation": {"mcc_code": str, "description": str},
    "risk_tier": str,
    "risk_flags": [],
}
COMMANDED: Json = {"status": str, "message": str}

SHAPES: dict[str, Any] = {
    "GET /api/countries": [{"code": str, "name": str}],
    "GET /api/templates": [
        {"id": str, "name": str, "description": str, "document_count": int, "question_count": int},
    ],
    "POST /api/cases": {
        "case_id": str,
        "workflow_id": str,
        "status": str,
        "portal_token": str,
        "portal_url": str,
        "vies_enrichment": VIES,
        "northdata_enrichment": MAYBE_OBJECT,
        "crunchbase_enrichment": MAYBE_OBJECT,
        "website_validation": WEBSITE,
        "created_at": str,
    },
    "GET /api/cases": {
        "cases": [
            {
                "case_id": str,
                "workflow_id": str,
                "company_name": str,
                "country": str,
                "status": str,
                "current_iteration": int,
                "created_at": str,
                "updated_at": str,
                "latest_risk_score": NUMBER,
            }
        ],
        "total": int,
        "page": int,
        "per_page": int,
    },
    "GET /api/cases/{workflow_id}": {
        "case_id": str,
        "workflow_id": str,
        "status": str,
        "company_name": str,
        "company_registration_number": str,
        "country": str,
        "template_id": str,
        "current_iteration": int,
        "max_iterations": int,
        "portal_token": str,
        "portal_url": str,
        "documents": [],
        "follow_up_tasks": [],
        "investigation_results": [
            {"iteration": int, "risk_score": NUMBER, "findings": [], "discrepancies": [], "summary": str}
        ],
        "generated_tasks": [],
        "mcc_classification": MCC,
        "validation_results": [],
        "audit_log": [{"event": str, "timestamp": str}],
        "created_at": str,
        "updated_at": str,
    },
    "GET /api/cases/{workflow_id}/ai-brief": {
        "summary": str,
        "risk_trend": str,
        "risk_scores": [NUMBER],
        "key_signals": [str],
        "recommended_action": str,
        "generated_at": str,
    },
    "GET /api/cases/{workflow_id}/audit": {"audit_log": [{"event": str, "timestamp": str}]},
    "POST /api/cases/{workflow_id}/decision": COMMANDED,
    "POST /api/cases/{workflow_id}/regenerate-tasks": {"tasks": [TASK], "reasoning": str},
    "POST /api/cases/{workflow_id}/mcc-decision": COMMANDED,
    "POST /api/cases/{workflow_id}/reclassify-mcc": {**COMMANDED, "mcc_classification": MCC},
    "GET /api/cases/{workflow_id}/documents": {"documents": [{"filename": str, "minio_key": str}]},
    "GET /api/cases/{workflow_id}/documents/download": bytes,
    "GET /api/cases/{workflow_id}/evidence": {
        "evidence": [
            {
                "id": str,
                "source": str,
                "source_url": str,
                "data_hash": str,
                "collected_at": str,
                "raw_data": OBJECT | list | str,
            }
        ],
        "bundle_hash": str,
    },
    "GET /api/cases/{workflow_id}/company-profile": {
        "case_id": str,
        "facts": {"company_name": [{"value": str, "source": str, "timestamp": str, "evidence_hash": MAYBE_TEXT}]},
        "discrepancies": [],
        "evidence_refs": [{"source": str, "evidence_hash": str, "storage": str}],
    },
    "GET /api/cases/{workflow_id}/report": bytes,
    "GET /api/cases/{workflow_id}/responses": {"responses": [{"task_responses": OBJECT}]},
    "DELETE /api/cases/{workflow_id}": {"status": str, "workflow_id": str},
}


def misfits(found: Any, shape: Any, where: str = "answer") -> list[str]:
    """Where an answer is not as documented. A list has at least one item where the shape names one."""
    if isinstance(shape, type | UnionType):
        fits = isinstance(found, shape) and (not isinstance(found, bool) or shape is bool)
        return [] if fits else [f"{where} is {found!r} and no {shape}"]
    if not isinstance(found, type(shape)):
        return [f"{where} is {found!r} and no {type(shape).__name__}"]
    if isinstance(shape, list):
        missing = [f"{where} is empty"] if shape and not found else []
        items = [(item, shape[0], f"{where}.{number}") for number, item in enumerate(found) if shape]
    else:
        missing = [f"{where}.{name} is missing" for name in shape if name not in found]
        items = [(found[name], inner, f"{where}.{name}") for name, inner in shape.items() if name in found]
    return missing + [misfit for item in items for misfit in misfits(*item)]

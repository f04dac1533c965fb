"""The stable codes of everything that can be refused, one word each; a message says what to do next.

Codes are part of the published API: they are added, never renamed.
"""

from typing import Literal

ErrorCode = Literal[
    # The request
    "invalid_body",
    "invalid_json",
    "invalid_parameter",
    "unsupported_country",
    "unknown_template",
    "body_too_large",
    "method_not_allowed",
    "not_found",
    # Who asks
    "credential_missing",
    "credential_invalid",
    "role_not_allowed",
    "scope_missing",
    "environment_mismatch",
    "rate_limited",
    "key_not_found",
    "endpoint_not_found",
    "delivery_not_found",
    "too_many_endpoints",
    "portal_expired",
    # The case and its state
    "case_not_found",
    "portal_not_found",
    "case_moved",
    "wrong_state",
    "reason_required",
    "max_iterations_reached",
    "no_mcc_classification",
    "unknown_mcc",
    "already_assigned",
    "fact_not_found",
    "value_not_stated",
    "discrepancy_not_found",
    "feature_not_found",
    "execution_not_found",
    "unknown_candidate",
    "unsupported_proof",
    "idempotency_key_reused",
    "deletion_disabled",
    # The customer's submission
    "answer_required",
    "invalid_answer",
    "unknown_requirement",
    "file_missing",
    "file_empty",
    "file_too_large",
    "file_infected",
    "unsupported_document_type",
    "too_many_documents",
    "document_not_found",
    # What we stand on
    "store_unavailable",
    "scanner_unavailable",
    "worker_unavailable",
    "link_expired",
    "file_altered",
    "package_too_large",
    "report_not_available",
    "report_not_ready",
    "internal_error",
]

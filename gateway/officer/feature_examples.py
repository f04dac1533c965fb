"""Examples of what documents say and officers choose, as they travel."""

from pydantic import JsonValue

_CANDIDATE: dict[str, JsonValue] = {
    "candidate_id": "cand_1f0c5e7d2a9b4c3e8f01",
    "feature": "incorporation_date",
    "value_raw": "3 februari 2023",
    "value_normalized": "2023-02-03",
    "details": {},
    "valid": True,
    "proposed_by": "rules",
    "problem": None,
    "evidence": [
        {
            "evidence_id": "ev_5c1b0e8f7a6d4c2b9e01",
            "doc_id": "doc_0123456789ab",
            "page_index": 0,
            "location": {"char_start": 142, "char_end": 157},
            "quote": "3 februari 2023",
            "method": "born_digital_text",
            "confidence": None,
        }
    ],
}
FEATURES: dict[str, JsonValue] = {
    "One document": {
        "case_id": "case_a1b2c3d4e5f6",
        "features": {
            "incorporation_date": {
                "decision": {
                    "decision_id": "dec_7d2a9b4c3e8f011f0c5e",
                    "decision": "keep",
                    "selected_candidate_id": "cand_1f0c5e7d2a9b4c3e8f01",
                    "selected_candidate_ids": ["cand_1f0c5e7d2a9b4c3e8f01"],
                    "decided_by": "agreement",
                    "reason": "Only one document states it.",
                    "actor": None,
                    "decided_at": None,
                },
                "candidates": [_CANDIDATE],
                "evidence": _CANDIDATE["evidence"],
            }
        },
        "readings": [
            {
                "document_id": "doc_0123456789ab",
                "document_type": "articles_of_association",
                "language": "nl",
                "page_count": 4,
                "pages_read": 4,
                "pages_by_ocr": 0,
                "problem": None,
                "candidates_left_out": 0,
                "proposals_dropped": 0,
                "read_at": "2026-01-15T10:31:12Z",
            }
        ],
    }
}
DECISION: dict[str, JsonValue] = {
    "One of the candidates": {
        "candidate_id": "cand_1f0c5e7d2a9b4c3e8f01",
        "reason": "The deed is authoritative; the extract has the day of its filing.",
    },
    "A value that was not found": {
        "citation": {
            "doc_id": "doc_0123456789ab",
            "page_index": 0,
            "char_start": 142,
            "char_end": 157,
            "value": "2023-02-03",
        },
        "reason": "Read in the deed.",
    },
    "One of several owners is none": {
        "candidate_id": "cand_1f0c5e7d2a9b4c3e8f01",
        "keep": False,
        "reason": "He is the notary before whom the deed was passed.",
    },
    "None of them": {"none": True, "reason": "The document speaks of another company."},
}
DECIDED: dict[str, JsonValue] = {
    "Under review": {"status": "REVIEW_PENDING", "message": "The feature incorporation_date is decided"}
}

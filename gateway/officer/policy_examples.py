"""What the trial of a policy is sent and answers, for the documentation. A test holds them to their schemas."""

from pydantic import JsonValue

from gateway.officer.examples import Examples

_DRAFT: JsonValue = {
    "name": "kyb-stricter",
    "version": "draft-1",
    "valid_from": "2027-01-01",
    "dimensions": {
        "customer": {"weight": 0.3},
        "geographic": {"weight": 0.25},
        "product": {"weight": 0.2},
        "transaction": {"weight": 0.15},
        "delivery_channel": {"weight": 0.1, "in_floor": False},
    },
    "floor_factor": 0.85,
    "severity_points": {"low": 0.05, "medium": 0.4, "high": 0.7, "critical": 1.0},
    "base": {
        "remote_onboarding": 0.5,
        "mcc_tiers": {"low": 0.0, "medium": 0.4, "high": 0.8, "unknown": 0.2},
        "monthly_volume": {
            "question": "expected_monthly_volume",
            "points": {"Above EUR 1 million": 0.4},
            "unanswered": 0.1,
        },
    },
    "rule_sets": [
        {
            "id": "own",
            "title": "Our own rules",
            "applies_to": {"countries": ["BE"]},
            "rules": [
                {
                    "id": "young_company",
                    "title": "Company of less than a year",
                    "condition": {"type": "company_younger_than", "months": 12},
                    "severity": "high",
                    "dimension": "customer",
                    "points": 0.6,
                    "effect": {"due_diligence": "edd_recommended", "recommend": "follow_up"},
                    "legal_basis": "EBA/GL/2021/02, Guideline 2",
                    "explanation": "There is no history to hold the expected business against.",
                }
            ],
        }
    ],
}

_HASH = "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"

BACKTEST: Examples = {
    "on the last cases": {"policy": _DRAFT},
    "on cases under review": {"policy": _DRAFT, "limit": 50, "status": "REVIEW_PENDING"},
}
BACKTESTED: Examples = {
    "one case changes": {
        "policy": {"name": "kyb-stricter", "version": "draft-1", "hash": _HASH},
        "against": {f"kyb-baseline@2026.11 {_HASH}": 12},
        "cases_examined": 12,
        "cases_skipped": {"never_investigated": 3},
        "complete": True,
        "changed": [
            {
                "case_id": "case_a1b2c3d4e5f6",
                "company_name": "Acme Trading BVBA",
                "status": "REVIEW_PENDING",
                "iteration": 1,
                "investigated_at": "2026-11-24T11:45:00Z",
                "rule_set": f"kyb-baseline@2026.11 {_HASH}",
                "before": {
                    "risk_score": 0.05,
                    "band": "CLEAR",
                    "recommended_action": "approve",
                    "due_diligence": "standard",
                },
                "after": {
                    "risk_score": 0.51,
                    "band": "MEDIUM",
                    "recommended_action": "follow_up",
                    "due_diligence": "edd_recommended",
                },
                "score_change": 0.46,
                "flags_gained": ["young_company"],
                "flags_lost": [],
                "findings_gained": [],
                "findings_lost": [],
                "terms": [
                    {
                        "name": "worst_dimension",
                        "cites": [],
                        "dimension": None,
                        "before": None,
                        "after": 0.28,
                        "explanation": "The score is at least 0.85 of the worst dimension, customer (0.60), so that "
                        "the others do not hide it.",
                    },
                    {
                        "name": "young_company",
                        "cites": [],
                        "dimension": "customer",
                        "before": None,
                        "after": 0.18,
                        "explanation": "Company of less than a year. There is no history to hold the expected business "
                        "against.",
                    },
                ],
            }
        ],
        "summary": {
            "band": {"CLEAR->MEDIUM": 1},
            "recommended_action": {"approve->follow_up": 1},
            "due_diligence": {"standard->edd_recommended": 1},
        },
        "rules_met": [{"rule_id": "young_company", "cases": 1}],
    }
}

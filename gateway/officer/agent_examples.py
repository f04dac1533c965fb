"""Examples of agents' runs as they travel."""

from pydantic import JsonValue

_EXECUTION: dict[str, JsonValue] = {
    "execution_id": "exe_0123456789ab",
    "agent": "mcc",
    "provider": "anthropic",
    "model": "claude-example",
    "prompt_version": "mcc/1@0f3c5e7d2a9b",
    "iteration": 1,
    "subject": None,
    "input": {
        "object_key": "case_a1b2c3d4e5f6/agents/exe_0123456789ab/input-9f86d081884c.json",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "size": 2817,
    },
    "output": {
        "object_key": "case_a1b2c3d4e5f6/agents/exe_0123456789ab/output-60303ae22b99.json",
        "sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        "size": 412,
    },
    "input_tokens": 903,
    "output_tokens": 121,
    "cost_usd": 0.0021,
    "requests": 1,
    "attempt": 1,
    "started_at": "2026-01-15T10:31:12Z",
    "latency_ms": 1840,
    "outcome": "answered",
    "note": None,
    "event_sequence": 17,
    "actions": [
        {
            "execution_id": "exe_0123456789ab",
            "action": "overridden",
            "actor": {"id": "key_5c1b0e8f7a6d", "role": "officer"},
            "acted_at": "2026-01-15T11:02:40Z",
            "event_sequence": 24,
            "details": "5411 → 5732",
        }
    ],
    "input_url": "/api/cases/case_a1b2c3d4e5f6/agent-executions/exe_0123456789ab/input",
    "output_url": "/api/cases/case_a1b2c3d4e5f6/agent-executions/exe_0123456789ab/output",
}
EXECUTIONS: dict[str, JsonValue] = {
    "A merchant category that an officer overrode": {
        "case_id": "case_a1b2c3d4e5f6",
        "executions": [_EXECUTION],
        "next_cursor": 17,
        "has_more": False,
    }
}
QUALITY: dict[str, JsonValue] = {
    "One week": {
        "bucket": "week",
        "period": {"since": "2026-01-12T00:00:00Z", "until": "2026-01-18T23:59:59.999999Z"},
        "quality": [
            {
                "period_start": "2026-01-12T00:00:00Z",
                "agent": "mcc",
                "provider": "anthropic",
                "model": "claude-example",
                "runs": 40,
                "usable": 38,
                "outcomes": {"answered": 36, "repaired": 2, "timed_out": 2},
                "acted_on": 33,
                "accepted": 24,
                "edited": 0,
                "rejected": 4,
                "overridden": 4,
                "asked_again": 1,
                "acceptance_rate": 0.75,
                "override_rate": 0.125,
                "input_tokens": 36120,
                "output_tokens": 4840,
                "cost_usd": 0.084,
                "without_price": 0,
                "median_latency_ms": 1790.5,
            }
        ],
    }
}

"""Examples of what officers judge, as they travel."""

from pydantic import JsonValue

FACT_DECISION: dict[str, JsonValue] = {
    "What a source states": {
        "source": "EU VIES",
        "reason": "The articles of 2019 changed the name; the register is up to date.",
    },
    "One of several values": {
        "source": "officer_input",
        "value": "Acme Trading BVBA",
        "reason": "Seen in the articles: the registers have not caught up yet.",
    },
}
FACT_DECIDED: dict[str, JsonValue] = {
    "Under review": {"status": "REVIEW_PENDING", "message": "EU VIES decides the fact company_name"}
}
RESOLUTION: dict[str, JsonValue] = {
    "An address that was written otherwise": {
        "resolution": "accepted_variance",
        "reason": "Same building: the register names the corner's other street.",
    }
}
RESOLVED: dict[str, JsonValue] = {
    "Under review": {"status": "REVIEW_PENDING", "message": "Discrepancy resolved: accepted_variance"}
}
SCREENING_DECISION: dict[str, JsonValue] = {
    "A namesake": {
        "decision": "false_positive",
        "reason": "Born in 1987 by the passport; the entry is of a man born in 1952.",
    }
}
SCREENING_DECIDED: dict[str, JsonValue] = {
    "Under review": {"status": "REVIEW_PENDING", "message": "Screening match decided: false_positive"}
}
WITHHOLDING_CHECK: dict[str, JsonValue] = {
    "No debts": {"social_debt": False, "tax_debt": False, "note": "Green on both counts."}
}
WITHHOLDING_CHECKED: dict[str, JsonValue] = {
    "Under review": {"status": "REVIEW_PENDING", "message": "The withholding obligation is on record"}
}

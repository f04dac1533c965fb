"""Warnings that registers themselves give about a company."""

import re
from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, shown, slug
from domain.naming import folded
from schemas.investigation import Finding, ProfileFact, Severity

_LEVELS: dict[str, Severity] = {
    "red": "high", "high": "high",
    "yellow": "medium", "medium": "medium",
    "green": "info", "low": "low", "info": "info",
}  # fmt: skip
"""NorthData has colours: red for a high risk, yellow for a medium one."""
_LEVEL_NOT_STATED: Severity = "medium"

_NOMINEES = re.compile(
    r"\b(nominees?|shelf|shell|letterbox|mailbox|brievenbus\w*|briefkasten\w*|domicil(iation|ie|iataire)?|"
    r"trust office|trustkantoor|trust company|virtual office|prete nom|stroman|strohmann|treuhander|treuhandler|"
    r"company formation agent|mass address)\b"
)
"""Words, folded, of those who lend a name or an address: in English, Dutch, French and German."""


def registry_flags(case: Known) -> Iterator[Finding]:
    """One finding for each flag; one that speaks of a nominee or a letterbox says so."""
    for fact in case.stated("registry_flag"):
        nominee = _is_about_nominees(fact)
        category = "nominee_signs" if nominee else "registry_flag"
        severity: Severity = "medium" if nominee else _severity(fact)
        description = f"{fact.source} warns: {shown(_told(fact))}."
        yield numbered(from_fact("registry_flag", fact, category, severity, description), slug(fact.value))


def speaks_of_nominees(words: str) -> bool:
    """Whether folded words say that somebody lends a name or an address."""
    return _NOMINEES.search(words) is not None


def _is_about_nominees(fact: ProfileFact) -> bool:
    return speaks_of_nominees(folded(shown(fact.value)))


def _severity(fact: ProfileFact) -> Severity:
    return _LEVELS.get(fact.details.get("level", "").lower(), _LEVEL_NOT_STATED)


def _told(fact: ProfileFact) -> str:
    explanation = fact.details.get("explanation", "").strip()
    return f"{fact.value} ({explanation.rstrip('.')})" if explanation else str(fact.value)

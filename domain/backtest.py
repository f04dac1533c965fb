"""What a draft policy would have made of past cases, with the facts and at the moment of their last investigation."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from domain.investigation import investigate
from domain.policies import policy_hash
from domain.risk import band, bands_of
from schemas.bands import Bands
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult, RiskTerm
from schemas.policy import Policy
from schemas.policy_api import (
    BacktestReport,
    BacktestSummary,
    CaseChange,
    Outcome,
    PolicyName,
    RuleMet,
    SkipReason,
    TermChange,
)
from schemas.status import CaseStatus


class PastCase(NamedTuple):
    """A case as it was handed to its last investigation, with what came of it, and where it stands now."""

    record: CaseRecord
    stored: InvestigationResult
    status: CaseStatus


class Compared(NamedTuple):
    """What the draft makes of one case."""

    against: str
    """By which rules the stored result was computed."""
    met: tuple[str, ...]
    """The rules of the draft that are met."""
    change: CaseChange | None
    """None if the outcome is the same."""


def compare(past: PastCase, draft: Policy) -> Compared:
    """The case assessed again by the draft, and whether that is another outcome than the one on record.

    An outcome is the band, the recommended action, the due diligence, the red flags and the score: a difference in any
    of them is a change.
    """
    stored = past.stored
    tried = investigate(past.record, draft, stored.completed_at)
    met = tuple(flag.rule_id for flag in tried.red_flags)
    before, after = _outcome(stored, bands_of(stored)), _outcome(tried, draft.bands)
    flags = _Difference.of((flag.rule_id for flag in stored.red_flags), met)
    if before == after and not (flags.gained or flags.lost):
        return Compared(stored.rule_set, met, None)
    findings = _Difference.of(_found(stored), _found(tried))
    change = CaseChange(
        case_id=past.record.opening.case_id,
        company_name=past.record.opening.company.company_name,
        status=past.status,
        iteration=stored.iteration,
        investigated_at=stored.completed_at,
        rule_set=stored.rule_set,
        before=before,
        after=after,
        score_change=round(after.risk_score - before.risk_score, 4),
        flags_gained=flags.gained,
        flags_lost=flags.lost,
        findings_gained=findings.gained,
        findings_lost=findings.lost,
        terms=_terms(stored.risk_terms, tried.risk_terms),
    )
    return Compared(stored.rule_set, met, change)


def report(
    draft: Policy, compared: Iterable[Compared], skipped: Mapping[SkipReason, int], complete: bool
) -> BacktestReport:
    """What the trial came to, the largest changes first."""
    cases = tuple(compared)
    changed = [case.change for case in cases if case.change is not None]
    changed.sort(key=lambda change: (-abs(change.score_change), change.case_id))
    met = Counter(rule_id for case in cases for rule_id in case.met)
    return BacktestReport(
        policy=PolicyName(name=draft.name, version=draft.version, hash=policy_hash(draft)),
        against=dict(sorted(Counter(case.against for case in cases).items())),
        cases_examined=len(cases),
        cases_skipped={reason: count for reason, count in sorted(skipped.items()) if count},
        complete=complete,
        changed=tuple(changed),
        summary=BacktestSummary(
            band=_moves(changed, lambda outcome: outcome.band),
            recommended_action=_moves(changed, lambda outcome: outcome.recommended_action or "none"),
            due_diligence=_moves(changed, lambda outcome: outcome.due_diligence),
        ),
        rules_met=tuple(RuleMet(rule_id=rule.id, cases=met[rule.id]) for rule in draft.rules),
    )


class _Difference(NamedTuple):
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    @classmethod
    def of(cls, before: Iterable[str], after: Iterable[str]) -> "_Difference":
        then, now = set(before), set(after)
        return cls(tuple(sorted(now - then)), tuple(sorted(then - now)))


def _found(result: InvestigationResult) -> tuple[str, ...]:
    return (
        *(finding.finding_id for finding in result.findings),
        *(discrepancy.discrepancy_id for discrepancy in result.discrepancies),
    )


def _outcome(result: InvestigationResult, bands: Bands) -> Outcome:
    return Outcome(
        risk_score=result.risk_score,
        band=band(result.risk_score, bands),
        recommended_action=result.recommended_action,
        due_diligence=result.due_diligence,
    )


def _terms(before: Iterable[RiskTerm], after: Iterable[RiskTerm]) -> tuple[TermChange, ...]:
    """The terms whose points differ. Terms are the same if they have one name and cite the same."""
    then = {(term.name, term.cites): term for term in before}
    now = {(term.name, term.cites): term for term in after}
    changes = [_term(then.get(key), now.get(key)) for key in sorted(then.keys() | now.keys())]
    moved = [change for change in changes if (change.before or 0) != (change.after or 0)]
    return tuple(sorted(moved, key=lambda change: -abs((change.after or 0) - (change.before or 0))))


def _term(before: RiskTerm | None, after: RiskTerm | None) -> TermChange:
    told = after or before
    assert told is not None
    return TermChange(
        name=told.name,
        cites=told.cites,
        dimension=told.dimension,
        before=before.points if before else None,
        after=after.points if after else None,
        explanation=told.explanation,
    )


def _moves(changed: Iterable[CaseChange], what: Callable[[Outcome], str]) -> dict[str, int]:
    moves = Counter((what(change.before), what(change.after)) for change in changed)
    return {f"{old}->{new}": count for (old, new), count in sorted(moves.items()) if old != new}

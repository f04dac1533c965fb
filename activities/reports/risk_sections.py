"""The report's sections on the risk: the score opened down to its terms, red flags and findings."""

from collections.abc import Iterable, Iterator

from activities.reports import wording
from activities.reports.cutting import IN_THE_CASE_FILE, cut
from activities.reports.fact_words import FACTS
from activities.reports.register import EvidenceRegister
from activities.reports.risk_content import (
    DimensionRow,
    FindingRow,
    Findings,
    Grounds,
    RedFlagRow,
    Risk,
    RiskRow,
    RiskTermRow,
    TermGroup,
)
from domain.profile import SEVERITY_ORDER
from domain.risk import band_of, bands_of
from schemas.case import CaseRecord
from schemas.investigation import DimensionName, InvestigationResult, RedFlag, RiskTerm

MOST_TERMS = 15
"""Of one dimension."""
MOST_FINDINGS = 60
MOST_CITED = 6
WHOLE_SCORE = "Floor and minimum"
"""What no dimension adds: the floor under the worst of them, and the least score that a red flag asks for."""
FULL = "This dimension is at 1, the most there is: what else was found adds no more to it."


def risk(record: CaseRecord, register: EvidenceRegister) -> Risk | None:
    if not record.investigation_results:
        return None
    latest = record.investigation_results[-1]
    bands = bands_of(latest)
    return Risk(
        score=latest.risk_score,
        band=band_of(latest).capitalize(),
        steps=(bands.low, bands.medium, bands.high, bands.critical),
        rule_set=latest.rule_set,
        summary=latest.summary,
        due_diligence=wording.DUE_DILIGENCE[latest.due_diligence],
        judgements=wording.counted(latest.judgements, "judgement") if latest.judgements else "",
        dimensions=tuple(_dimensions(latest)),
        groups=tuple(_groups(latest, register)),
        history=tuple(
            RiskRow(
                iteration=result.iteration,
                score=result.risk_score,
                completed_at=wording.moment(result.completed_at),
                summary=result.summary,
            )
            for result in record.investigation_results
        ),
    )


def red_flags(record: CaseRecord, register: EvidenceRegister) -> tuple[RedFlagRow, ...]:
    raised = record.investigation_results[-1].red_flags if record.investigation_results else ()
    return tuple(
        RedFlagRow(
            rule=flag.rule_id,
            title=flag.title,
            severity=flag.severity,
            dimension=wording.DIMENSIONS[flag.dimension][0],
            due_diligence="" if flag.due_diligence == "standard" else wording.DUE_DILIGENCE[flag.due_diligence],
            legal_basis=flag.legal_basis,
            explanation=flag.explanation,
            grounds=_grounds(flag, register),
        )
        for flag in sorted(raised, key=lambda flag: -SEVERITY_ORDER.index(flag.severity))
    )


def findings(record: CaseRecord, register: EvidenceRegister) -> Findings:
    """The gravest first."""
    found = record.investigation_results[-1].findings if record.investigation_results else ()
    ordered = sorted(found, key=lambda finding: -SEVERITY_ORDER.index(finding.severity))
    shown, more = cut(ordered, MOST_FINDINGS)
    return Findings(
        rows=tuple(
            FindingRow(
                id=finding.finding_id,
                category=wording.label(finding.category),
                severity=finding.severity,
                description=finding.description,
                fact=FACTS[finding.fact] if finding.fact else "",
                source=wording.source(finding.source),
                evidence=register.name(finding.evidence_hash),
                link=finding.deep_link or "",
            )
            for finding in shown
        ),
        more=more,
    )


def _dimensions(result: InvestigationResult) -> Iterator[DimensionRow]:
    """The five of them, and what lifts the whole score beyond them."""
    for dimension in result.dimensions:
        name, about = wording.DIMENSIONS[dimension.name]
        yield DimensionRow(
            name=name,
            about=about,
            weight=dimension.weight,
            score=dimension.score,
            points=_together(_terms_of(result, dimension.name)),
        )
    beyond = _terms_of(result, None)
    if result.dimensions and beyond:
        yield DimensionRow(
            name=WHOLE_SCORE,
            about="what lifts the whole score beyond the dimensions",
            weight=None,
            score=None,
            points=_together(beyond),
        )


def _groups(result: InvestigationResult, register: EvidenceRegister) -> Iterator[TermGroup]:
    """By dimension, in the order of the guidelines. A result of before there were dimensions has one nameless group."""
    names: tuple[DimensionName | None, ...] = (*wording.DIMENSIONS, None)
    for name in names:
        if terms := _terms_of(result, name):
            title = wording.DIMENSIONS[name][0] if name else WHOLE_SCORE
            full = any(dimension.name == name and dimension.score == 1 for dimension in result.dimensions)
            group = _group(title if result.dimensions else "", terms, _Titles(result), register)
            yield group.model_copy(update={"remark": FULL if full else ""})


def _group(title: str, terms: list[RiskTerm], titles: "_Titles", register: EvidenceRegister) -> TermGroup:
    shown, more = cut(sorted(terms, key=lambda term: -term.points), MOST_TERMS)
    if more:
        left = round(_together(terms) - _together(shown), 4)
        more = f"and {len(terms) - len(shown)} more with {left:g} points together; {IN_THE_CASE_FILE}"
    return TermGroup(
        name=title,
        points=_together(terms),
        terms=tuple(
            RiskTermRow(
                name=titles.of(term),
                points=term.points,
                explanation=term.explanation,
                grounds=_grounds(term, register),
            )
            for term in shown
        ),
        more=more,
        remark="",
    )


class _Titles:
    """What a term is called: as the red flag it comes from, or by what it is about."""

    def __init__(self, result: InvestigationResult) -> None:
        self._known = {f"discrepancy_{name}": f"Discrepancy: {fact}" for name, fact in FACTS.items()}
        for flag in result.red_flags:
            self._known[flag.rule_id] = flag.title
            self._known[f"minimum_{flag.rule_id}"] = f"Minimum: {flag.title}"

    def of(self, term: RiskTerm) -> str:
        return self._known.get(term.name) or wording.label(term.name)


def _terms_of(result: InvestigationResult, name: DimensionName | None) -> list[RiskTerm]:
    return [term for term in result.risk_terms if term.dimension == name]


def _together(terms: Iterable[RiskTerm]) -> float:
    return round(sum(term.points for term in terms), 4)


def _grounds(resting: RiskTerm | RedFlag, register: EvidenceRegister) -> Grounds:
    evidence = register.names(resting.evidence)
    left = [len(named) - MOST_CITED for named in (resting.facts, evidence, resting.cites)]
    return Grounds(
        facts=tuple(FACTS[name] for name in resting.facts[:MOST_CITED]),
        evidence=evidence[:MOST_CITED],
        cites=resting.cites[:MOST_CITED],
        more=f"and {more} more in the attached case file" if (more := sum(each for each in left if each > 0)) else "",
    )

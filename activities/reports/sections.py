"""From a case to the words of its report: one pure function for each section."""

from activities.reports import wording
from activities.reports.content import (
    Agreement,
    Cover,
    DecisionRow,
    DiscrepancyRow,
    EventRow,
    FactRow,
    FindingRow,
    Pair,
    ReportContent,
    Risk,
    RiskRow,
    RiskTermRow,
    SourcedValue,
    SourceRow,
)
from activities.reports.customer_sections import documents, proposals, submissions, tasks
from activities.reports.register import EvidenceRegister
from activities.reports.request import ReportRequest
from domain.profile import OFFICER_INPUT
from domain.risk import band
from schemas.case import CaseRecord, DecisionRecord
from schemas.investigation import CompanyProfile, Discrepancy, ProfileFact
from schemas.sources import SOURCE_LABELS

NONE = "—"


def build_content(request: ReportRequest) -> ReportContent:
    """Everything the report prints. Pure, and in a fixed order."""
    record = request.record
    register = EvidenceRegister(request)
    company = record.opening.company.company_name
    return ReportContent(
        title=f"Case report: {company} ({record.opening.case_id})",
        cover=cover(record),
        decisions=decisions(record),
        risk=risk(record),
        facts=facts(request.profile, _discrepancies(request), register),
        sources=sources(record),
        discrepancies=discrepancies(_discrepancies(request), register),
        findings=findings(record, register),
        mcc=mcc(record),
        documents=documents(record),
        submissions=submissions(record),
        tasks=tasks(record),
        proposals=proposals(record),
        events=events(request),
        evidence=register.rows,
    )


def final_decision(record: CaseRecord) -> DecisionRecord | None:
    return record.decisions[-1] if record.decisions else None


def cover(record: CaseRecord) -> Cover:
    opening, company, decision = record.opening, record.opening.company, final_decision(record)
    given = (
        ("Country", company.country),
        ("Registration number", company.company_registration_number),
        ("VAT number", company.vat_number),
        ("Website", company.website_url),
        ("Organisation", opening.organisation),
        ("Template", opening.template.name),
        ("Opened", f"{wording.moment(opening.created_at)} UTC by {wording.person(opening.opened_by)}"),
        ("Rounds with the customer", str(record.current_iteration)),
    )
    return Cover(
        company_name=company.company_name,
        case_id=opening.case_id,
        outcome=wording.OUTCOMES[record.status],
        approved=wording.OUTCOMES[record.status] == "Approved",
        decided_at=wording.moment(decision.decided_at if decision else record.updated_at),
        decided_by=wording.person(decision.actor) if decision else NONE,
        environment=opening.environment,
        details=tuple(Pair(label=label, text=text or "Not given") for label, text in given),
    )


def decisions(record: CaseRecord) -> tuple[DecisionRow, ...]:
    """Latest first: the one that closed the case opens the section."""
    return tuple(
        DecisionRow(
            decision=wording.DECISIONS[decision.decision],
            decided_at=wording.moment(decision.decided_at),
            actor=wording.person(decision.actor),
            iteration=decision.iteration,
            reason=decision.reason or "",
            recommended=wording.RECOMMENDED[decision.recommended_action] if decision.recommended_action else "",
        )
        for decision in reversed(record.decisions)
    )


def risk(record: CaseRecord) -> Risk | None:
    if not record.investigation_results:
        return None
    latest = record.investigation_results[-1]
    return Risk(
        score=latest.risk_score,
        band=band(latest.risk_score).capitalize(),
        rule_set=latest.rule_set,
        summary=latest.summary,
        terms=tuple(
            RiskTermRow(
                name=wording.label(term.name), points=term.points, explanation=term.explanation, cites=term.cites
            )
            for term in latest.risk_terms
        ),
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


def facts(
    profile: CompanyProfile, disagreements: tuple[Discrepancy, ...], register: EvidenceRegister
) -> tuple[FactRow, ...]:
    disputed = {discrepancy.field for discrepancy in disagreements}

    def agreement(name: str, values: tuple[ProfileFact, ...]) -> Agreement:
        if name in disputed:
            return "conflict"
        return "agree" if len({fact.source for fact in values}) > 1 else "single"

    return tuple(
        FactRow(
            name=wording.FACTS[name],
            agreement=agreement(name, profile.facts[name]),
            values=tuple(_sourced(fact, register) for fact in profile.facts[name]),
        )
        for name in wording.FACTS
        if profile.facts.get(name)
    )


def sources(record: CaseRecord) -> tuple[SourceRow, ...]:
    return tuple(
        SourceRow(
            source=SOURCE_LABELS[answer.source],
            state=wording.SOURCE_STATES[answer.state],
            reason=wording.label(answer.reason) if answer.reason else "",
            collected_at=wording.moment(answer.collected_at),
            environment=answer.environment,
            url=answer.source_url or NONE,
        )
        for _, answer in sorted(record.sources.items())
    )


def discrepancies(found: tuple[Discrepancy, ...], register: EvidenceRegister) -> tuple[DiscrepancyRow, ...]:
    return tuple(
        DiscrepancyRow(
            id=discrepancy.discrepancy_id,
            field=wording.FACTS[discrepancy.field],
            severity=discrepancy.severity,
            description=discrepancy.description,
            sides=tuple(_sourced(side, register) for side in discrepancy.sides),
        )
        for discrepancy in found
    )


def findings(record: CaseRecord, register: EvidenceRegister) -> tuple[FindingRow, ...]:
    found = record.investigation_results[-1].findings if record.investigation_results else ()
    return tuple(
        FindingRow(
            id=finding.finding_id,
            category=wording.label(finding.category),
            severity=finding.severity,
            description=finding.description,
            source=_source(finding.source),
            evidence=register.name(finding.evidence_hash),
        )
        for finding in found
    )


def mcc(record: CaseRecord) -> tuple[Pair, ...]:
    pairs: list[tuple[str, str]] = []
    if classified := record.mcc_classification:
        code = classified.primary_recommendation
        pairs.append(("Recommended", f"{code.mcc_code} {code.description}" if code else "None: too little is known"))
        pairs.append(("Risk tier", classified.risk_tier))
        pairs.append(("Risk flags", ", ".join(classified.risk_flags) or "None"))
        pairs.append(("Reasons", "; ".join(classified.reasons) or "None"))
    if decided := record.mcc_decision:
        chosen = f", {decided.override_mcc}" if decided.override_mcc else ""
        when = f"{wording.moment(decided.decided_at)} UTC by {wording.person(decided.actor)}"
        pairs.append(("Decision", f"{wording.label(decided.action)}{chosen}, {when}"))
        pairs.append(("Notes", decided.notes or "None"))
    return tuple(Pair(label=label, text=text) for label, text in pairs)


def events(request: ReportRequest) -> tuple[EventRow, ...]:
    return tuple(
        EventRow(
            sequence=event.sequence,
            at=wording.moment(event.timestamp),
            event=wording.event_name(event),
            actor=wording.person(event.actor),
            details=wording.event_details(event),
        )
        for event in request.events
    )


def _discrepancies(request: ReportRequest) -> tuple[Discrepancy, ...]:
    """What the officer saw: the last investigation's, or the profile's if there was none."""
    results = request.record.investigation_results
    return results[-1].discrepancies if results else request.profile.discrepancies


def _sourced(fact: ProfileFact, register: EvidenceRegister) -> SourcedValue:
    return SourcedValue(
        text=wording.value(fact.value),
        source=_source(fact.source),
        collected_at=wording.moment(fact.timestamp),
        evidence=register.name(fact.evidence_hash),
    )


def _source(name: str) -> str:
    return "Officer" if name == OFFICER_INPUT else wording.label(name)

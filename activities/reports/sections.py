"""From a case to the words of its report: one pure function for each section; here those on the case as a whole."""

from activities.reports import wording
from activities.reports.company_sections import discrepancies, facts
from activities.reports.content import Cover, DecisionRow, EventRow, Pair, ReportContent
from activities.reports.customer_sections import documents, proposals, submissions, tasks
from activities.reports.document_sections import readings
from activities.reports.event_words import event_details, event_name
from activities.reports.register import EvidenceRegister
from activities.reports.request import ReportRequest
from activities.reports.risk_sections import findings, red_flags, risk
from activities.reports.source_sections import look_ups, screening, sources
from schemas.case import CaseRecord, DecisionRecord

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
        risk=risk(record, register),
        red_flags=red_flags(record, register),
        discrepancies=discrepancies(request, register),
        findings=findings(record, register),
        screening=screening(request, register),
        facts=facts(request, register),
        sources=sources(record),
        look_ups=look_ups(request, register),
        mcc=mcc(record),
        documents=documents(record),
        readings=readings(record),
        submissions=submissions(record),
        tasks=tasks(record),
        proposals=proposals(record),
        evidence=register.rows,
        events=events(request),
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


def mcc(record: CaseRecord) -> tuple[Pair, ...]:
    pairs: list[tuple[str, str]] = []
    if classified := record.mcc_classification:
        code = classified.primary_recommendation
        pairs.append(("Recommended", f"{code.mcc_code} {code.description}" if code else "None: too little is known"))
        pairs.append(("Risk tier", classified.risk_tier))
        pairs.append(("Risk flags", ", ".join(classified.risk_flags) or "None"))
        pairs.append(("Confidence", f"{classified.confidence:.0%}, {wording.METHODS[classified.method]}"))
        pairs.append(("Reasons", "; ".join(classified.reasons) or "None"))
        if classified.notes:
            pairs.append(("Had to do without", "; ".join(classified.notes)))
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
            event=event_name(event),
            actor=wording.person(event.actor),
            details=event_details(event),
        )
        for event in request.events
    )

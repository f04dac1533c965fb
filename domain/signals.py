"""The key signals of a case's brief: a few lines, each a fact an officer would want to know first."""

from collections.abc import Iterator, Mapping

from domain.profile import SEVERITY_ORDER
from domain.risk import two_digits
from domain.submission import answers_so_far, kind_asked_for
from schemas.case import CaseRecord
from schemas.investigation import Discrepancy, Finding, InvestigationResult, RedFlag
from schemas.policy import DISMISSED, UNAVAILABLE
from schemas.sources import SOURCE_LABELS, SourceAnswer

MOST_SIGNALS = 10
MOST_GRAVE = 3
MAX_REASON = 200
"""Characters of an officer's reason; the whole of it is in the audit log."""

MISSING = "document_missing"
TO_BE_LOOKED_UP = frozenset({"withholding_unchecked"})
"""The categories of findings that say what an officer is to look up by hand."""


def key_signals(record: CaseRecord) -> tuple[str, ...]:
    """At most `MOST_SIGNALS` lines. Counts come first, then the gravest of what was found, then what is lacking."""
    results = record.investigation_results
    first = tuple(_investigated(results)) if results else tuple(_not_yet(record))
    lacking = (*_diligence(record), *_lacking(record))
    judged = tuple(dismissed_matches(results[-1])) if results else ()
    last = (*lacking, *judged, *_merchant_category(record), *_reason(record), *_environment(record))
    grave = _gravest(results[-1])[: min(MOST_GRAVE, MOST_SIGNALS - len(first) - len(last))] if results else ()
    return (*first, *grave, *last)[:MOST_SIGNALS]


def counted(number: int, noun: str) -> str:
    """`1 finding`, `0 discrepancies`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def weighing(result: InvestigationResult) -> tuple[Finding, ...]:
    """The findings that speak against the company: neither those for information nor a source that was unavailable."""
    return tuple(item for item in result.findings if item.category != UNAVAILABLE and item.severity != "info")


def dismissed_matches(result: InvestigationResult) -> Iterator[str]:
    """How many entries of lists officers said to be about somebody else; nothing if there are none."""
    dismissed = sum(finding.category == DISMISSED for finding in result.findings)
    if dismissed:
        noun = "match" if dismissed == 1 else "matches"
        yield f"{dismissed} screening {noun} dismissed by officers as somebody else"


def _investigated(results: tuple[InvestigationResult, ...]) -> Iterator[str]:
    latest = results[-1]
    unresolved = sum(discrepancy.weighs for discrepancy in latest.discrepancies)
    apart = sum(item.severity == "info" for item in latest.findings)
    informing = f" ({apart} of the findings for information only)" if apart else ""
    yield f"{counted(len(latest.findings), 'finding')}, {counted(unresolved, 'unresolved discrepancy')}{informing}"
    scores = all_scores(results)
    if len(scores) > 1:
        before = (
            "the score before officers judged what was found" if latest.earlier_scores else "the investigation before"
        )
        against_first = f", {_change(scores[-1] - scores[0])} against the first" if len(scores) > 2 else ""
        yield f"Risk {_change(scores[-1] - scores[-2])} against {before}{against_first}"


def all_scores(results: tuple[InvestigationResult, ...]) -> tuple[float, ...]:
    """Every score that the case has had, oldest first: of each investigation, and of each judgement after it."""
    return tuple(score for result in results for score in (*result.earlier_scores, result.risk_score))


def _not_yet(record: CaseRecord) -> Iterator[str]:
    wanted = [item.id for item in record.opening.template.document_requirements if item.required]
    uploaded = {kind_asked_for(record, document.requirement_id) for document in record.documents}
    questions = [question.id for question in record.opening.template.questions if question.required]
    answered = answers_so_far(record).keys()
    yield f"{len(uploaded.intersection(wanted))} of {counted(len(wanted), 'required document')} uploaded"
    yield f"{len(answered & set(questions))} of {counted(len(questions), 'required question')} answered"


def _gravest(result: InvestigationResult) -> tuple[str, ...]:
    """What weighs, gravest first; missing documents and unavailable sources have a line of their own. What a red flag
    rests on is told with it, and not again."""
    found: list[Finding | Discrepancy] = [
        *(item for item in result.discrepancies if item.weighs),
        *(item for item in weighing(result) if item.category != MISSING),
    ]
    told = {_id(item): item.description for item in found}
    missing = {item.finding_id for item in result.findings if item.category == MISSING}
    grave = [flag for flag in result.red_flags if flag.severity != "info"]
    flags = [flag for flag in grave if not (flag.cites and missing.issuperset(flag.cites))]
    cited = {cited for flag in flags for cited in flag.cites}
    lines = [
        *((flag.severity, _flag_line(flag, told)) for flag in flags),
        *((item.severity, item.description) for item in found if _id(item) not in cited),
    ]
    lines.sort(key=lambda line: -SEVERITY_ORDER.index(line[0]))
    return tuple(f"{severity.capitalize()}: {text}" for severity, text in lines)


def _flag_line(flag: RedFlag, told: Mapping[str, str]) -> str:
    """The title of a red flag, and the first thing it rests on; what rests on no finding explains itself."""
    reason = next((told[cited] for cited in flag.cites if cited in told), "" if flag.cites else flag.explanation)
    return f"{flag.title}. {reason}".strip()


def _id(item: Finding | Discrepancy) -> str:
    return item.finding_id if isinstance(item, Finding) else item.discrepancy_id


def _diligence(record: CaseRecord) -> Iterator[str]:
    """Which diligence the red flags ask for, and what is to be looked up by hand."""
    if not record.investigation_results:
        return
    latest = record.investigation_results[-1]
    asking = [flag.title for flag in latest.red_flags if flag.due_diligence == latest.due_diligence]
    if latest.due_diligence != "standard":
        yield f"Enhanced due diligence {latest.due_diligence.removeprefix('edd_')}: {', '.join(asking)}"
    by_hand = [finding.source for finding in latest.findings if finding.category in TO_BE_LOOKED_UP]
    if by_hand:
        yield f"To be looked up by hand: {', '.join(by_hand)}"


def _lacking(record: CaseRecord) -> Iterator[str]:
    silent = [SOURCE_LABELS[name] for name, answer in sorted(record.sources.items()) if answer.state == "unavailable"]
    if silent:
        yield f"Could not be checked, which says nothing about the company: {', '.join(silent)}"
    names = {item.id: item.name for item in record.opening.template.document_requirements}
    found = record.investigation_results[-1].findings if record.investigation_results else ()
    missing = [finding.requirement_id or "" for finding in found if finding.category == MISSING]
    if missing:
        yield f"Missing documents: {', '.join(names.get(item, item) for item in missing)}"


def _merchant_category(record: CaseRecord) -> Iterator[str]:
    classified = record.mcc_classification
    if classified is None or not (classified.risk_flags or classified.risk_tier == "high"):
        return
    code = classified.primary_recommendation
    named = f"{code.mcc_code} ({code.description})" if code else "not known"
    flags = f": {', '.join(classified.risk_flags)}" if classified.risk_flags else ""
    yield f"MCC {named}, {classified.risk_tier} risk{flags}"


def _reason(record: CaseRecord) -> Iterator[str]:
    """What the officer gave as reason for the last decision; a follow-up's says what the case waits for."""
    reason = record.decisions[-1].reason if record.decisions else None
    if reason:
        line = " ".join(reason.split())
        yield f"Reason of the last decision: {line if len(line) <= MAX_REASON else line[: MAX_REASON - 1] + '…'}"


def _is_simulated(answer: SourceAnswer) -> bool:
    return answer.environment == "test" and answer.state in ("found", "not_found")


def _environment(record: CaseRecord) -> Iterator[str]:
    if record.opening.environment == "test":
        yield "Test environment: what the sources said was simulated"
        return
    simulated = [SOURCE_LABELS[name] for name, answer in sorted(record.sources.items()) if _is_simulated(answer)]
    if simulated:
        yield f"Simulated, and no word of a real register: {', '.join(simulated)}"


def _change(difference: float) -> str:
    rounded = round(difference, 4)
    if rounded == 0:
        return "unchanged"
    return f"{'up' if rounded > 0 else 'down'} by {two_digits(abs(rounded))}"

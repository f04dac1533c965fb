"""Whether a rule's condition holds in a case, and what that rests on. One function for each type of condition."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from domain.findings.noted import shown
from domain.grounds import (
    TO_BE_GIVEN,
    Grounds,
    Match,
    gravity,
    of_classification,
    of_discrepancies,
    of_facts,
    of_findings,
)
from domain.partial_dates import full_months, span_of
from schemas.policy import UNAVAILABLE, NamedList
from schemas.policy_conditions import (
    AllOf,
    AnswerHasValue,
    AnyOf,
    CompanyYoungerThan,
    Comparison,
    Condition,
    DocumentMissing,
    FactHasDetail,
    FactHasValue,
    FindingCategory,
    FindingSource,
    MccFlag,
    MccTier,
    OpenDiscrepancy,
    SeverityReached,
    SourceMissing,
)
from schemas.sources import SOURCE_LABELS, FactName

Lists = Mapping[str, NamedList]

SPOKEN = frozenset({"found", "not_found", "not_applicable"})
"""States of a source that say something, if only that there was nothing to ask."""


def match(condition: Condition, grounds: Grounds, lists: Lists) -> Match | None:
    """What the condition rests on if it holds, or None."""
    return _MATCHES[type(condition)](condition, grounds, lists)


def fits(given: object, asked: Comparison, lists: Lists) -> bool:
    """Whether a value is what is asked for. A value of another kind is not: a text is below no number."""
    if asked.one_of:
        return any(_same(given, value) for value in asked.one_of)
    if asked.in_list is not None:
        return any(_same(given, value) for value in lists[asked.in_list].values)
    if asked.contains is not None:
        return isinstance(given, str) and asked.contains.casefold() in given.casefold()
    number = _number(given)
    if number is None:
        return False
    if asked.below is not None:
        return number < asked.below
    return asked.at_least is not None and number >= asked.at_least


def _same(given: object, value: object) -> bool:
    if isinstance(given, str) and isinstance(value, str):
        return given.strip().casefold() == value.strip().casefold()
    return type(given) is type(value) and given == value


def _number(given: object) -> float | None:
    if isinstance(given, bool):
        return None
    try:
        return float(given) if isinstance(given, int | float | str) else None
    except (ValueError, OverflowError):
        return None


def _finding_category(asked: FindingCategory, grounds: Grounds, lists: Lists) -> Match | None:
    least = gravity(asked.at_least)
    found = [item for item in grounds.findings if item.category in asked.one_of and gravity(item.severity) >= least]
    return of_findings(found) if found else None


def _finding_source(asked: FindingSource, grounds: Grounds, lists: Lists) -> Match | None:
    labels, least = {SOURCE_LABELS[name] for name in asked.one_of}, gravity(asked.at_least)
    found = [item for item in grounds.telling if item.source in labels and gravity(item.severity) >= least]
    return of_findings(found) if found else None


def _severity(asked: SeverityReached, grounds: Grounds, lists: Lists) -> Match | None:
    least = gravity(asked.severity)
    findings = [item for item in grounds.telling if gravity(item.severity) >= least]
    discrepancies = [item for item in grounds.discrepancies if gravity(item.severity) >= least]
    if len(findings) + len(discrepancies) < asked.count:
        return None
    return of_findings(findings).joined(of_discrepancies(discrepancies))


def _discrepancy(asked: OpenDiscrepancy, grounds: Grounds, lists: Lists) -> Match | None:
    found = [
        item
        for item in grounds.discrepancies
        if (not asked.types or item.type in asked.types)
        and (not asked.fields or item.field in asked.fields)
        and gravity(item.severity) >= gravity(asked.at_least)
    ]
    return of_discrepancies(found) if found else None


def _source_missing(asked: SourceMissing, grounds: Grounds, lists: Lists) -> Match | None:
    answers = grounds.record.sources
    silent = {SOURCE_LABELS[name] for name in asked.one_of if name not in answers or answers[name].state not in SPOKEN}
    if not silent:
        return None
    return of_findings(item for item in grounds.findings if item.category == UNAVAILABLE and item.source in silent)


def _document_missing(asked: DocumentMissing, grounds: Grounds, lists: Lists) -> Match | None:
    wanting = [item for item in grounds.findings if item.category in TO_BE_GIVEN]
    found = [item for item in wanting if not asked.one_of or item.requirement_id in asked.one_of]
    return of_findings(found) if found else None


def _fact_value(asked: FactHasValue, grounds: Grounds, lists: Lists) -> Match | None:
    stated = [fact for fact in grounds.values(asked.fact) if fits(fact.value, asked, lists)]
    if not stated:
        return None
    about = _about(asked.fact, grounds)
    told = frozenset(f"{_words(asked.fact)}: {shown(fact.value)} ({fact.source})" for fact in stated)
    return of_facts(asked.fact, stated).joined(about if about.cites else Match(told=told))


def _fact_detail(asked: FactHasDetail, grounds: Grounds, lists: Lists) -> Match | None:
    stated = [
        fact
        for fact in grounds.values(asked.fact)
        if asked.detail in fact.details and fits(fact.details[asked.detail], asked, lists)
    ]
    told = frozenset(
        f"{shown(fact.value)}: {asked.detail.replace('_', ' ')} {shown(fact.details[asked.detail])} ({fact.source})"
        for fact in stated
    )
    return of_facts(asked.fact, stated)._replace(told=told) if stated else None


def _company_younger_than(asked: CompanyYoungerThan, grounds: Grounds, lists: Lists) -> Match | None:
    today = grounds.now.date()
    young = [
        fact
        for fact in grounds.values("incorporation_date")
        if (founded := span_of(fact.value)) is not None and full_months(founded.first, today) < asked.months
    ]
    if not young:
        return None
    return of_facts("incorporation_date", young).joined(_about("incorporation_date", grounds))


def _words(fact: FactName) -> str:
    words = fact.replace("_", " ")
    return words[0].upper() + words[1:]


def _about(fact: FactName, grounds: Grounds) -> Match:
    """The findings that say what the rule says."""
    return Match(cites=of_findings(grounds.resting_on(fact)).cites)


def _mcc_tier(asked: MccTier, grounds: Grounds, lists: Lists) -> Match | None:
    classified = grounds.record.mcc_classification
    if classified is None or classified.risk_tier not in asked.one_of:
        return None
    code = classified.primary_recommendation
    named = f"{code.mcc_code} ({code.description})" if code else "not known"
    told = f"The merchant category is {named}, of {classified.risk_tier} risk"
    return of_classification(classified)._replace(told=frozenset({told}))


def _mcc_flag(asked: MccFlag, grounds: Grounds, lists: Lists) -> Match | None:
    classified = grounds.record.mcc_classification
    wanted = {flag.casefold() for flag in asked.one_of}
    raised = [flag for flag in classified.risk_flags if flag.casefold() in wanted] if classified else []
    if classified is None or not raised:
        return None
    told = f"The business shows signs of {', '.join(raised)}"
    return of_classification(classified)._replace(told=frozenset({told}))


def _answer_value(asked: AnswerHasValue, grounds: Grounds, lists: Lists) -> Match | None:
    given = grounds.answers.get(asked.question)
    chosen: Iterable[object] = given if isinstance(given, list | tuple) else (given,)
    fitting = [value for value in chosen if fits(value, asked, lists)]
    told = frozenset(f"The customer answered “{shown(value)}”" for value in fitting)
    return Match(told=told) if fitting else None


def _any_of(asked: AnyOf, grounds: Grounds, lists: Lists) -> Match | None:
    found = [held for part in asked.conditions if (held := match(part, grounds, lists)) is not None]
    return _joined(found) if found else None


def _all_of(asked: AllOf, grounds: Grounds, lists: Lists) -> Match | None:
    found = [held for part in asked.conditions if (held := match(part, grounds, lists)) is not None]
    return _joined(found) if len(found) == len(asked.conditions) else None


def _joined(matches: Iterable[Match]) -> Match:
    whole = Match()
    for one in matches:
        whole = whole.joined(one)
    return whole


_MATCHES: dict[type[Any], Callable[[Any, Grounds, Lists], Match | None]] = {
    FindingCategory: _finding_category,
    FindingSource: _finding_source,
    SeverityReached: _severity,
    OpenDiscrepancy: _discrepancy,
    SourceMissing: _source_missing,
    DocumentMissing: _document_missing,
    FactHasValue: _fact_value,
    FactHasDetail: _fact_detail,
    CompanyYoungerThan: _company_younger_than,
    MccTier: _mcc_tier,
    MccFlag: _mcc_flag,
    AnswerHasValue: _answer_value,
    AnyOf: _any_of,
    AllOf: _all_of,
}

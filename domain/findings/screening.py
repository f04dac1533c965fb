"""Whether anybody of the company is on a list of sanctions, of politically exposed persons or of warnings.

Topics are those of OpenSanctions (https://www.opensanctions.org/docs/topics/). A match is a resemblance that software
found; whether it is the same person is for an officer to say. What an officer has dismissed is told and weighs nothing;
what an officer has confirmed weighs as a match, also if software only found it near.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import groupby
from typing import NamedTuple

from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, shown
from domain.profile.sentences import listed
from domain.screening_matches import (
    OF_SANCTIONS,
    Held,
    codes_of,
    confirmed,
    decisions_that_hold,
    dismissed,
    entity_of,
    is_match,
)
from schemas.investigation import Finding, ProfileFact, Severity
from schemas.screening import ScreeningDecision


class ListKind(NamedTuple):
    """A kind of list, by the topics of its entries."""

    category: str
    severity: Severity
    topics: tuple[str, ...]
    what: str


_LISTS: tuple[ListKind, ...] = (
    # Who is owned or controlled by a sanctioned person is sanctioned (AMLR, Art. 20).
    ListKind("sanction_match", "critical", OF_SANCTIONS, "a sanctions list"),
    ListKind("pep_match", "high", ("role.pep", "role.rca"), "a list of politically exposed persons"),
    ListKind(
        "watchlist_match",
        "high",
        (
            "sanction.linked", "sanction.counter", "export.control", "export.control.linked", "export.risk",
            "invest.ban", "invest.risk", "debarment", "corp.disqual", "role.oligarch", "crime", "crime.boss",
            "crime.fin", "crime.fraud", "crime.terror", "crime.theft", "crime.traffick", "crime.war", "wanted",
            "mare.shadow", "mare.detained", "reg.action", "reg.warn", "poi",
        ),
        "a list of crimes, debarments or regulators' measures",
    ),
)  # fmt: skip
_UNNAMED_LIST = ListKind("watchlist_match", "high", (), "a list that does not say what it is of")
"""An entry without a topic that is known here is treated as a warning: the lists grow."""


_FEATURES = {
    "name_match": "name",
    "weak_alias_match": "alias",
    "dob_match": "date of birth",
    "dob_day_disjoint": "day of birth",
    "dob_year_disjoint": "year of birth",
    "country_match": "country",
    "country_mismatch": "country",
    "gender_mismatch": "gender",
    "numbers_mismatch": "numbers in the name",
    "address_entity_match": "address",
    "identifier_match": "number",
    "lei_code_match": "LEI",
    "isin_security_match": "ISIN",
    "bic_code_match": "BIC",
    "inn_code_match": "Russian tax number",
    "ogrn_code_match": "Russian registration number",
}
"""What the service's features compare. One that is not named here is told by its code."""


def screening(case: Known) -> Iterator[Finding]:
    """What weighs first, each with the entry's id, so that it stays the same when the list is read again."""
    stated = case.stated("screening_match")
    held = decisions_that_hold(stated, case.record.screening_decisions)
    for fact in sorted(stated, key=lambda fact: (_place(fact, held), *_identity(fact))):
        yield from (numbered(finding, entity_of(fact)) for finding in _findings(fact, held, case))
    yield from _left_out(case)


def _left_out(case: Known) -> Iterator[Finding]:
    """For each name, the matches that the service counts and did not tell: nobody can say that they are namesakes."""
    told = Counter(fact.details.get("subject", "") for fact in case.stated("screening_match") if is_match(fact))
    for name, subjects in groupby(sorted(case.stated("screened"), key=_name), key=_name):
        screened = list(subjects)
        if (left := sum(_counted(fact) for fact in screened) - told[name]) > 0:
            words = f"{left} more entries match" if left > 1 else "One more entry matches"
            description = f"{words} {shown(name)} than the service told: look them up there."
            yield numbered(from_fact("screened", screened[0], "screening_left_out", "high", description), name)


def _name(fact: ProfileFact) -> str:
    return str(fact.value)


def _counted(fact: ProfileFact) -> int:
    """How many matches of one who was screened the service counts; 0 if it did not say."""
    said = fact.details.get("matches", "")
    return int(said) if said.isascii() and said.isdigit() else 0


def _place(fact: ProfileFact, held: Held) -> int:
    if dismissed(fact, held):
        return 2
    return 0 if is_match(fact) or confirmed(fact, held) else 1


def _findings(fact: ProfileFact, held: Held, case: Known) -> Iterator[Finding]:
    subject, entry, why, kinds = _subject(fact, case), _entry(fact), _why(fact), _lists_of(fact)
    all_lists = listed([kind.what for kind in kinds])
    if (by_officer := dismissed(fact, held)) is not None:
        told = f"{subject} is not {entry} on {all_lists}, {_said(by_officer)} The service found: {why}."
        yield from_fact("screening_match", fact, "screening_dismissed", "info", told)
    elif (by_officer := confirmed(fact, held)) is not None:
        for kind in kinds:
            told = f"{subject} is {entry} on {kind.what}, {_said(by_officer)} The service found: {why}."
            yield from_fact("screening_match", fact, kind.category, kind.severity, told)
    elif is_match(fact):
        for kind in kinds:
            told = f"{subject} resembles {entry} on {kind.what}: {why}."
            yield from_fact("screening_match", fact, kind.category, kind.severity, told)
    else:
        told = f"{subject} only came near {entry} on {all_lists}: {why}."
        yield from_fact("screening_match", fact, "screening_near_miss", "info", told)


def _said(decision: ScreeningDecision) -> str:
    """Who said it, when and why; the whole of a long reason is in the audit log."""
    said = "confirmed" if decision.decision == "true_match" else "dismissed"
    return f"{said} by {decision.actor.id} on {decision.decided_at:%Y-%m-%d}: “{shown(decision.reason)}”."


def _lists_of(fact: ProfileFact) -> tuple[ListKind, ...]:
    topics = set(codes_of(fact, "topics"))
    return tuple(kind for kind in _LISTS if topics & set(kind.topics)) or (_UNNAMED_LIST,)


def _subject(fact: ProfileFact, case: Known) -> str:
    """Who was screened, with what is known of them. Of namesakes it is not known which one is meant."""
    name = fact.details.get("subject")
    if not name:
        return "Somebody of the company"
    namesakes = [item for item in case.stated("screened") if item.value == name]
    known = namesakes[0].details if len(namesakes) == 1 else {}
    country = known.get("nationality") or known.get("jurisdiction") or ""
    return f"{shown(name)}{_about(known.get('birthDate', ''), country)}"


def _entry(fact: ProfileFact) -> str:
    about = _about(fact.details.get("birth_date", ""), fact.details.get("country", ""))
    return f"“{shown(fact.value)}”{about}"


def _about(born: str, countries: str) -> str:
    """` (born 1961-09-03, FR)`, of what is known; a list may know several of each."""
    dates = " or ".join(_split(born))
    parts = (f"born {dates}" if dates else "", *(code.upper() for code in _split(countries)))
    told = ", ".join(part for part in parts if part)
    return f" ({shown(told)})" if told else ""


def _why(fact: ProfileFact) -> str:
    """How much and in what the two agree, and in what they do not; the service's own codes follow in brackets."""
    agreeing, differing = codes_of(fact, "matched"), codes_of(fact, "contradicted")
    said = (
        _percent(fact.details.get("score", "")),
        _compared(agreeing, "agrees", "agree"),
        _compared(differing, "differs", "differ"),
    )
    codes = ((*agreeing, *differing), codes_of(fact, "topics"), codes_of(fact, "datasets"))
    bracket = "; ".join(shown(", ".join(group)) for group in codes if group)
    told = ", ".join(part for part in said if part) or "no details are given"
    return f"{told} ({bracket})" if bracket else told


def _compared(features: Iterable[str], one: str, several: str) -> str:
    words = list(dict.fromkeys(_FEATURES.get(feature, shown(feature)) for feature in features))
    return f"{listed(words)} {one if len(words) == 1 else several}" if words else ""


def _percent(score: str) -> str:
    """`score 96 %`, rounded half up; what is no share of 1 is told as it is."""
    try:
        share = Decimal(score)
    except InvalidOperation:
        return f"score {shown(score)}" if score else ""
    if not 0 <= share <= 1:
        return f"score {shown(score)}"
    return f"score {(share * 100).quantize(Decimal(1), ROUND_HALF_UP)} %"


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for item in text.split(",") if (part := item.strip()))


def _identity(fact: ProfileFact) -> tuple[str, str]:
    return entity_of(fact), fact.details.get("subject", "")

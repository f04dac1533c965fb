"""Whether anybody of the company is on a list of sanctions, of politically exposed persons or of warnings.

Topics are those of OpenSanctions (https://www.opensanctions.org/docs/topics/). A match is a resemblance that software
found; whether it is the same person is for an officer to say.
"""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NamedTuple

from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, shown
from domain.profile.sentences import listed
from schemas.investigation import Finding, ProfileFact, Severity


class ListKind(NamedTuple):
    """A kind of list, by the topics of its entries."""

    category: str
    severity: Severity
    topics: tuple[str, ...]
    what: str


_LISTS: tuple[ListKind, ...] = (
    # Who is owned or controlled by a sanctioned person is sanctioned (AMLR, Art. 20).
    ListKind("sanction_match", "critical", ("sanction", "sanction.control"), "a sanctions list"),
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
    """Matches before near misses, each with the entry's id, so that it stays the same when the list is read again."""
    entries = sorted(case.stated("screening_match"), key=lambda fact: (not _is_match(fact), *_identity(fact)))
    for fact in entries:
        subject, entry, why = _subject(fact, case), _entry(fact), _why(fact)
        kinds = _lists_of(fact)
        if _is_match(fact):
            for kind in kinds:
                description = f"{subject} resembles {entry} on {kind.what}: {why}."
                finding = from_fact("screening_match", fact, kind.category, kind.severity, description)
                yield numbered(finding, _entity(fact))
        else:
            description = f"{subject} only came near {entry} on {listed([kind.what for kind in kinds])}: {why}."
            finding = from_fact("screening_match", fact, "screening_near_miss", "info", description)
            yield numbered(finding, _entity(fact))


def _is_match(fact: ProfileFact) -> bool:
    """Whatever is not said to be a near miss is a match."""
    return fact.details.get("match") != "false"


def _lists_of(fact: ProfileFact) -> tuple[ListKind, ...]:
    topics = set(_codes(fact, "topics"))
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
    agreeing, differing = _codes(fact, "matched"), _codes(fact, "contradicted")
    said = (
        _percent(fact.details.get("score", "")),
        _compared(agreeing, "agrees", "agree"),
        _compared(differing, "differs", "differ"),
    )
    codes = ((*agreeing, *differing), _codes(fact, "topics"), _codes(fact, "datasets"))
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


def _codes(fact: ProfileFact, member: str) -> tuple[str, ...]:
    return _split(fact.details.get(member, ""))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for item in text.split(",") if (part := item.strip()))


def _entity(fact: ProfileFact) -> str:
    return fact.details.get("entity_id") or str(fact.value)


def _identity(fact: ProfileFact) -> tuple[str, str]:
    return _entity(fact), fact.details.get("subject", "")

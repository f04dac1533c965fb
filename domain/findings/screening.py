"""Whether anybody of the company is on a list of sanctions, of politically exposed persons or of warnings.

Topics are those of OpenSanctions (https://www.opensanctions.org/docs/topics/). A match is a resemblance that software
found; whether it is the same person is for an officer to say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from domain.findings.known import Known
from domain.findings.noted import from_fact, numbered, shown
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


def screening(case: Known) -> Iterator[Finding]:
    """Matches before near misses, each with the entry's id, so that it stays the same when the list is read again."""
    entries = sorted(case.stated("screening_match"), key=lambda fact: (not _is_match(fact), *_identity(fact)))
    for fact in entries:
        if _is_match(fact):
            for kind in _lists_of(fact):
                description = f"{_subject(fact)} resembles “{shown(fact.value)}” on {kind.what}: {_why(fact)}."
                finding = from_fact("screening_match", fact, kind.category, kind.severity, description)
                yield numbered(finding, _entity(fact))
        else:
            description = f"{_subject(fact)} only came near “{shown(fact.value)}” on a list: {_why(fact)}."
            finding = from_fact("screening_match", fact, "screening_near_miss", "info", description)
            yield numbered(finding, _entity(fact))


def _is_match(fact: ProfileFact) -> bool:
    """Whatever is not said to be a near miss is a match."""
    return fact.details.get("match") != "false"


def _lists_of(fact: ProfileFact) -> tuple[ListKind, ...]:
    topics = {topic.strip() for topic in fact.details.get("topics", "").split(",")}
    return tuple(kind for kind in _LISTS if topics & set(kind.topics)) or (_UNNAMED_LIST,)


def _subject(fact: ProfileFact) -> str:
    return shown(fact.details.get("subject") or "Somebody of the company")


def _why(fact: ProfileFact) -> str:
    """The score, what agrees, what does not, and which list: what an officer looks at first."""
    rows = (
        ("score", "score"),
        ("agreeing", "matched"),
        ("contradicting", "contradicted"),
        ("topics", "topics"),
        ("lists", "datasets"),
    )
    said = [f"{word} {shown(fact.details[member])}" for word, member in rows if fact.details.get(member)]
    return "; ".join(said).replace(",", ", ") or "no details are given"


def _entity(fact: ProfileFact) -> str:
    return fact.details.get("entity_id") or str(fact.value)


def _identity(fact: ProfileFact) -> tuple[str, str]:
    return _entity(fact), fact.details.get("subject", "")

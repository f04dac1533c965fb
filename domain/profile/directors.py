"""Whether two sources name different directors.

Lists differ in length: annual accounts name those of their day, NorthData may miss an old appointment. Who is missing
from a shorter list is a small matter; who directs the company by another source and not by its own register is not.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice

from domain.naming import compare_names
from domain.person_names import compare_person_names, name_key
from domain.profile.document_facts import is_of_document
from domain.profile.facts import Facts
from domain.profile.holders import is_company, is_representative, left_out
from domain.profile.sentences import listed
from domain.profile.statements import Statement, summed_up
from domain.profile.trust import trust_order
from domain.profile.verdicts import Verdict
from schemas.investigation import ProfileFact
from schemas.sources import NATIONAL_REGISTERS, SOURCE_LABELS, SourceName

_MOST_COMPARED = 100
"""With how many of another source's one is compared whom it does not name in the same words. Whoever shares the rarest
word with him comes first, so that in long lists, too, the time grows only with the number of names."""
_MOST_NAMED = 5

_OF_ANOTHER_DAY = frozenset({SOURCE_LABELS[SourceName.NBB]})
"""Sources that name the directors of the day they were written, which others have followed since."""
_REGISTERS = frozenset(SOURCE_LABELS[source] for source in NATIONAL_REGISTERS)


def director_statements(facts: Facts) -> tuple[Statement, ...]:
    """One for each source that names directors; who only speaks for a company that is one is none."""
    return summed_up(fact for fact in facts.get("director", ()) if not is_representative(fact))


def compare_directors(one: Statement, other: Statement) -> Verdict | None:
    more_trusted, less_trusted = sorted((one, other), key=_trust)
    extra = _missing_from(more_trusted, less_trusted)
    missing = _missing_from(less_trusted, more_trusted)
    if not extra and not missing:
        return None
    why = (_named(extra, less_trusted, more_trusted), _named(missing, more_trusted, less_trusted))
    grave = _is_grave(more_trusted, less_trusted, extra, missing)
    return Verdict("medium" if grave else "low", " ".join(filter(None, why)))


def _named(names: list[str], by: Statement, against: Statement) -> str:
    verb = "is" if len(names) == 1 else "are"
    return f"{_shown(names)} {verb} named by {by.source} and not by {against.source}." if names else ""


def _is_grave(more_trusted: Statement, less_trusted: Statement, extra: list[str], missing: list[str]) -> bool:
    if _is_of_another_day(more_trusted) or _is_of_another_day(less_trusted):
        return False
    if more_trusted.source in _REGISTERS:
        return bool(extra)
    return bool(extra and missing)


def _is_of_another_day(statement: Statement) -> bool:
    """Annual accounts, articles and extracts name the directors of the day they were written."""
    return statement.source in _OF_ANOTHER_DAY or is_of_document(statement.facts[0])


def _trust(statement: Statement) -> tuple[int, str]:
    return trust_order("director").rank(statement.source), statement.source


def _missing_from(listed: Statement, named: Statement) -> list[str]:
    """Those whom `named` names and `listed` does not, each once; of a list that a source cut nobody can say that."""
    if any(left_out(fact) for fact in listed.facts):
        return []
    keys = {_key(fact) for fact in listed.facts}
    strangers = {_key(fact): fact for fact in reversed(named.facts) if _key(fact) not in keys}
    by_word: dict[str, list[ProfileFact]] = defaultdict(list)
    for fact in listed.facts if strangers else ():
        for word in _words(fact):
            by_word[word].append(fact)
    return [
        str(fact.value)
        for fact in reversed(strangers.values())
        if not any(_may_be_one(fact, other) for other in _nearest(fact, by_word, listed))
    ]


def _nearest(fact: ProfileFact, by_word: dict[str, list[ProfileFact]], listed: Statement) -> Iterator[ProfileFact]:
    """Whom to compare with: those who share a word, the rarest word first, then the others."""
    shared = sorted((by_word[word] for word in _words(fact) if word in by_word), key=len)
    each_once = {id(other): other for other in chain(*shared, listed.facts)}
    return islice(each_once.values(), _MOST_COMPARED)


def _key(fact: ProfileFact) -> tuple[bool, str]:
    return is_company(fact), name_key(str(fact.value))


def _words(fact: ProfileFact) -> list[str]:
    return sorted(set(name_key(str(fact.value)).split()))


def _may_be_one(one: ProfileFact, other: ProfileFact) -> bool:
    """Whether two entries may be of one director; a name that is only nearly the same is taken for it."""
    names = str(one.value), str(other.value)
    if is_company(one) or is_company(other):
        return compare_names(*names) != "different"
    return compare_person_names(*names) != "different"


def _shown(names: list[str]) -> str:
    left_out = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], f"{left_out} more"] if left_out > 0 else names)

"""Whether two sources name different directors.

Lists differ in length: annual accounts name those of their day, NorthData may miss an old appointment. Who is missing
from a shorter list is a small matter; who directs the company by another source and not by its own register is not.
"""

from domain.naming import compare_names
from domain.person_names import compare_person_names, name_key
from domain.profile.facts import Facts
from domain.profile.holders import is_company, is_representative
from domain.profile.sentences import listed
from domain.profile.statements import Statement, summed_up
from domain.profile.trust import NATIONAL_REGISTERS, trust_order
from domain.profile.verdicts import Verdict
from schemas.investigation import ProfileFact
from schemas.sources import SOURCE_LABELS, SourceName

_MOST_COMPARED = 50
"""Directors of one source; comparing more would take long, and no register names nearly as many."""
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
    if _OF_ANOTHER_DAY & {more_trusted.source, less_trusted.source}:
        return False
    if more_trusted.source in _REGISTERS:
        return bool(extra)
    return bool(extra and missing)


def _trust(statement: Statement) -> tuple[int, str]:
    return trust_order("director").rank(statement.source), statement.source


def _missing_from(listed: Statement, named: Statement) -> list[str]:
    """Those whom `named` names and `listed` does not, each once."""
    known = listed.facts[:_MOST_COMPARED]
    keys = {(is_company(fact), name_key(str(fact.value))) for fact in known}
    missing = [
        str(fact.value)
        for fact in named.facts[:_MOST_COMPARED]
        if (is_company(fact), name_key(str(fact.value))) not in keys
        and not any(_may_be_one(fact, other) for other in known)
    ]
    return list(dict.fromkeys(missing))


def _may_be_one(one: ProfileFact, other: ProfileFact) -> bool:
    """Whether two entries may be of one director; a name that is only nearly the same is taken for it."""
    names = str(one.value), str(other.value)
    if is_company(one) or is_company(other):
        return compare_names(*names) != "different"
    return compare_person_names(*names) != "different"


def _shown(names: list[str]) -> str:
    left_out = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], f"{left_out} more"] if left_out > 0 else names)

"""Whether two registers know a company for different businesses.

A code on another level of detail, of another national version or for a side line contradicts nothing: only registers
that have not one division (the first two digits) in common do.
"""

from domain.nace import divisions_of
from domain.profile.facts import Facts
from domain.profile.statements import Statement, summed_up
from domain.profile.verdicts import Verdict

_OTHER_BUSINESS = Verdict("medium", "Their activity codes have not one division in common.")


def activity_statements(facts: Facts) -> tuple[Statement, ...]:
    """One for each source that states codes which can be compared."""
    return summed_up(fact for fact in facts.get("activity_code", ()) if divisions_of(str(fact.value)))


def compare_activities(one: Statement, other: Statement) -> Verdict | None:
    return None if _divisions(one) & _divisions(other) else _OTHER_BUSINESS


def _divisions(statement: Statement) -> frozenset[str]:
    return frozenset().union(*(divisions_of(str(fact.value)) for fact in statement.facts))

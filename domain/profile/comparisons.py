"""Whether two sources contradict each other about a fact that has one value, and how gravely.

The grades follow what an analyst would ask next: another place or another legal form may be another company, another
house or day is mostly a register that is behind.
"""

from domain.addresses import compare_addresses, may_be_one_door
from domain.naming import compare_names, legal_form, legal_form_family
from domain.partial_dates import span_of
from domain.profile.statements import Statement
from domain.profile.verdicts import Verdict, least

_A_MONTH = 31
_MOST_NAMES = 10
"""Other names of one source; comparing more would take long."""

_NAMES_APART = Verdict("medium", "The names are not those of one company.")
_FORMS_APART = Verdict("high", "The legal forms differ.")
_NAMES_ALIKE = Verdict("low", "The names are alike but not the same.")
_OTHER_PLACE = Verdict("high", "The addresses are in different places.")
_OTHER_DOOR = Verdict("medium", "Same postal code, another street or number.")
_SAME_DOOR = Verdict("low", "Same postal code and number; the street may be written in another way or language.")
_WHETHER_ACTIVE = Verdict("high", "It is active by one source and not by another.")
_OTHER_END = Verdict("medium", "The sources disagree on how the company ends.")
_OTHER_STAGE = Verdict("low", "Both say that the company has ended or is ending; one may be behind the other.")
_OTHER_DAY = Verdict("low", "The dates are less than a month apart.")
_OTHER_DATE = Verdict("medium", "The dates are more than a month apart.")

_ENDED = frozenset({"dissolved", "inactive"})
_ENDING = frozenset({"liquidation", "bankruptcy"})


def compare_company_names(one: Statement, other: Statement) -> Verdict | None:
    """By the closest of the names that each source knows: a name in another language or a trade name contradicts
    nothing. Where no source states the legal form by itself, the one that the name ends with is compared too."""
    forms = {legal_form(str(one.side.value)), legal_form(str(other.side.value))} - {None}
    likeness = {compare_names(name, another) for name in _names(one) for another in _names(other)}
    if "same" not in likeness and "similar" not in likeness:
        return _NAMES_APART
    if len(forms) == 2:
        return _FORMS_APART
    return None if "same" in likeness else _NAMES_ALIKE


def compare_names_only(one: Statement, other: Statement) -> Verdict | None:
    """As `compare_company_names`, without the legal form, which is then compared by itself."""
    likeness = {compare_names(name, another) for name in _names(one) for another in _names(other)}
    if "same" in likeness:
        return None
    return _NAMES_ALIKE if "similar" in likeness else _NAMES_APART


def compare_places(one: Statement, other: Statement) -> Verdict | None:
    return least(_place_verdict(str(a.value), str(b.value)) for a in one.facts for b in other.facts)


def compare_legal_forms(one: Statement, other: Statement) -> Verdict | None:
    """Forms of one family agree; what is in no family cannot be compared."""
    families = (form_family(one.side.value), form_family(other.side.value))
    return _FORMS_APART if None not in families and families[0] != families[1] else None


def compare_statuses(one: Statement, other: Statement) -> Verdict | None:
    return least(_status_verdict(str(a.value), str(b.value)) for a in one.facts for b in other.facts)


def compare_dates(one: Statement, other: Statement) -> Verdict | None:
    return least(_date_verdict(a.value, b.value) for a in one.facts for b in other.facts)


def form_family(stated: object) -> str | None:
    """The family of the form that a `legal_form` states, or that a name which states one ends with."""
    return legal_form(str(stated)) or legal_form_family(str(stated))


def _names(statement: Statement) -> list[str]:
    """All names by which a source knows the company: `also` has those in other languages, abbreviations and trade
    names, `known_as` the brand."""
    others = [
        name
        for fact in statement.facts
        for member in ("also", "known_as")
        for name in fact.details.get(member, "").split("; ")[:_MOST_NAMES]
        if name.strip()
    ]
    return [*(str(fact.value) for fact in statement.facts), *others]


def _place_verdict(one: str, other: str) -> Verdict | None:
    match compare_addresses(one, other):
        case "same":
            return None
        case "similar":
            return _SAME_DOOR if may_be_one_door(one, other) else _OTHER_DOOR
        case _:
            return _OTHER_PLACE


def _status_verdict(one: str, other: str) -> Verdict | None:
    stated = {one, other}
    if len(stated) == 1 or stated == _ENDED or not stated <= {"active", *_ENDED, *_ENDING}:
        return None
    if "active" in stated:
        return _WHETHER_ACTIVE
    return _OTHER_END if stated == _ENDING else _OTHER_STAGE


def _date_verdict(one: object, other: object) -> Verdict | None:
    """What is known of both must contradict: `2019` may be the eighteenth of March 2019."""
    first, second = span_of(one), span_of(other)
    if first is None or second is None or first.overlaps(second):
        return None
    return _OTHER_DAY if first.days_to(second) <= _A_MONTH else _OTHER_DATE

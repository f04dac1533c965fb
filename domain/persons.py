"""Who has to do with a company, as far as its registers name them: whom to screen."""

from collections.abc import Iterable

from domain.naming import core_name
from domain.person_names import name_key
from domain.profile.facts import facts_of
from domain.profile.holders import is_company
from schemas.case import CaseRecord
from schemas.investigation import ProfileFact
from schemas.sources import FactName, Person

MOST_PERSONS = 50
"""How many are screened; the most trusted sources' come first."""
_NAMING: tuple[FactName, ...] = ("director", "owner")


def persons_of(record: CaseRecord) -> tuple[Person, ...]:
    """Directors and owners of all sources, each once, by name. Someone of whom two registers know different birth
    dates is two; one without a birth date is the one of that name who has one."""
    facts = facts_of(record)
    named = [_person(fact) for name in _NAMING for fact in facts.get(name, ()) if str(fact.value).strip()]
    return tuple(sorted(_each_once(named)[:MOST_PERSONS], key=_place))


def _person(fact: ProfileFact) -> Person:
    return Person(
        name=" ".join(str(fact.value).split()),
        kind="company" if is_company(fact) else "person",
        birth_date=fact.details.get("birth_date") or None,
        country=fact.details.get("country") or None,
    )


def _each_once(named: Iterable[Person]) -> list[Person]:
    """In the order in which they were first named, each with all that is known of them."""
    known: dict[tuple[str, str], list[Person]] = {}
    for person in named:
        namesakes = known.setdefault(_identity(person), [])
        for place, namesake in enumerate(namesakes):
            if _born_alike(person.birth_date, namesake.birth_date):
                namesakes[place] = _together(namesake, person)
                break
        else:
            namesakes.append(person)
    return [person for namesakes in known.values() for person in namesakes]


def _identity(person: Person) -> tuple[str, str]:
    key = core_name(person.name) if person.kind == "company" else name_key(person.name)
    return person.kind, key


def _born_alike(one: str | None, other: str | None) -> bool:
    """Whether two birth dates may be of one person: `1970` may be `1970-05-02`, and what is not known may be any."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _together(first: Person, second: Person) -> Person:
    """The first's name, with the fuller birth date."""
    born = max((person.birth_date or "" for person in (first, second)), key=len)
    return first.model_copy(update={"birth_date": born or None, "country": first.country or second.country})


def _place(person: Person) -> tuple[str, str, str]:
    return person.name, person.birth_date or "", person.kind

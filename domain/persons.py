"""Who has to do with a company, as far as its registers name them: whom to screen."""

from collections.abc import Iterable

from domain.naming import core_name
from domain.person_names import name_key
from domain.profile.facts import Facts, facts_of
from domain.profile.holders import is_company, left_out
from schemas.case import CaseRecord
from schemas.investigation import ProfileFact
from schemas.sources import FactName, Person, SourceAnswer

MOST_PERSONS = 250
"""How many are screened: more than registers name of nearly any company, and no more than a case can carry."""
_NAMING: tuple[FactName, ...] = ("director", "owner")


def persons_of(record: CaseRecord) -> tuple[Person, ...]:
    """Directors and owners of all sources, each once, by name. Someone of whom two registers know different birth
    dates is two; one without a birth date is the one of that name who has one. Of too many, owners come before those
    who only direct, persons before companies, and the most trusted sources' before the others'."""
    return tuple(sorted(_most_important_first(facts_of(record))[:MOST_PERSONS], key=_place))


def persons_left_out(record: CaseRecord) -> int:
    """How many have to do with the company and are not among `persons_of`, at most: those beyond the most that are
    screened, those whom a source counts and does not name, and whoever may be in what was cut off a long answer."""
    facts = facts_of(record)
    counted = sum(left_out(fact) for name in _NAMING for fact in facts.get(name, ()))
    cut_off = sum(answer.left_out for answer in record.sources.values() if _names(answer))
    return persons_beyond(facts) + counted + cut_off


def persons_beyond(facts: Facts) -> int:
    """How many are named beyond the most that are screened."""
    return max(0, len(_most_important_first(facts)) - MOST_PERSONS)


def _names(answer: SourceAnswer) -> bool:
    return any(fact.name in _NAMING for fact in answer.facts)


def _most_important_first(facts: Facts) -> list[Person]:
    named = {name: [_person(fact) for fact in facts.get(name, ()) if str(fact.value).strip()] for name in _NAMING}
    owning = {_identity(person) for person in named["owner"]}
    persons = _each_once(person for name in _NAMING for person in named[name])
    return sorted(persons, key=lambda person: (_identity(person) not in owning, person.kind == "company"))


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

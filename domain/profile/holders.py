"""Who directs or owns a company: persons or companies, and those who only speak for one of these."""

from domain.naming import folded
from schemas.investigation import ProfileFact
from schemas.sources import SourceFact

_LONGEST = 200
_REPRESENTATIVES = ("representative", "vertegenwoordiger", "representant permanent", "standiger vertreter")


def is_company(fact: ProfileFact) -> bool:
    """Whether a director or an owner is a company."""
    return fact.details.get("kind") == "company"


def role_of(fact: ProfileFact) -> str:
    """The role in folded words, as the register writes it; empty where it says none."""
    return folded(fact.details.get("role", "")[:_LONGEST])


def is_representative(fact: ProfileFact) -> bool:
    """Whether somebody is named as the one who speaks for a company that is a director, and is none himself."""
    return "represents" in fact.details or any(word in role_of(fact) for word in _REPRESENTATIVES)


def left_out(fact: ProfileFact | SourceFact) -> int:
    """How many more a source knows than it states, as a director or an owner of it says; mostly 0."""
    stated = fact.details.get("left_out", "")
    return int(stated) if stated.isascii() and stated.isdecimal() else 0

"""Who directs or owns a company: persons or companies, and those who only speak for one of these."""

from datetime import date
from decimal import Decimal

from domain.naming import folded
from schemas.investigation import ProfileFact
from schemas.sources import SourceFact

_LONGEST = 200
_QUARTER = 25
_FROM_A_QUARTER = date(2027, 7, 10)
"""From this day on AMLR Art. 52 applies."""
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


def is_beneficial(percent: float | Decimal, today: date) -> bool:
    """Whether who holds this share of a company is a beneficial owner of it: with more than 25 % (Directive (EU)
    2015/849, Art. 3(6)), and from 10 July 2027 on with 25 % (AMLR Art. 52)."""
    return percent > _QUARTER or (percent == _QUARTER and today >= _FROM_A_QUARTER)


def left_out(fact: ProfileFact | SourceFact) -> int:
    """How many more a source knows than it states, as a director or an owner of it says; mostly 0."""
    stated = fact.details.get("left_out", "")
    return int(stated) if stated.isascii() and stated.isdecimal() else 0

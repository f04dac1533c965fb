"""An invented list of persons and companies that a screening finds. Nobody on it exists."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Listed:
    id: str
    schema: Literal["Person", "Company"]
    name: str
    aliases: tuple[str, ...]
    topics: tuple[str, ...]
    datasets: tuple[str, ...]
    countries: tuple[str, ...]
    birth_date: str | None = None
    position: str | None = None
    first_seen: str = "2022-04-08T06:22:01"
    last_change: str = "2026-03-17T18:40:12"


SANCTIONED_DIRECTOR = Listed(
    "NK-kw7Vkar1ovTESTinvented01",
    "Person",
    "Viktor Karlov",
    ("Виктор Карлов", "Victor Karlow"),
    ("sanction",),
    ("eu_fsf", "be_fod_sanctions"),
    ("be", "ru"),
    "1968-04-17",
)
EXPOSED_PERSON = Listed(
    "Q-invented-000417",
    "Person",
    "Hélène Delacourt",
    ("Helene Marie Delacourt",),
    ("role.pep",),
    ("wd_peps", "fr_hatvp"),
    ("fr",),
    "1961-09-03",
    position="Member of the National Assembly",
)
DEBARRED_COMPANY = Listed(
    "NK-0bs1d1anFreightInvented2",
    "Company",
    "Obsidian Freight Services SA",
    ("Obsidian Freight",),
    ("debarment",),
    ("worldbank_debarred",),
    ("lu",),
)
NAMESAKE = Listed(
    "NK-p1eterStormNamesakeInv03",
    "Person",
    "Pieter Storm",
    (),
    ("crime.fraud", "wanted"),
    ("interpol_red_notices",),
    ("nl",),
    "1941-12-02",
)
"""For a story whose director has the same name and another year of birth: near, and no match."""
HARMLESS = Listed(
    "NK-harm1essEntryInvented004",
    "Person",
    "Els De Backer",
    (),
    ("gov.admin",),
    ("be_officials",),
    ("be",),
    "1975-06-11",
)
"""Is in the collection for something that is no risk: only who asks for every topic is told."""

WATCHLIST: tuple[Listed, ...] = (SANCTIONED_DIRECTOR, EXPOSED_PERSON, DEBARRED_COMPANY, NAMESAKE, HARMLESS)

DATASETS: dict[str, frozenset[str]] = {
    "default": frozenset(name for listed in WATCHLIST for name in listed.datasets),
    "sanctions": frozenset({"eu_fsf", "be_fod_sanctions"}),
    "peps": frozenset({"wd_peps", "fr_hatvp"}),
}
"""The collections that can be screened against, with the lists in them."""

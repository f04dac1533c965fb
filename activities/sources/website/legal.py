"""The pages on which a company must say who it is: which links of a front page lead to them.

Who trades online states its name, address and numbers where they are easily found (Directive 2000/31/EC, Art. 5):
in an imprint, in its terms, or beside its contact data, in the languages of the countries we serve.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from yarl import URL

from activities.sources.page_text import Link
from domain.naming import folded
from runtime.public_web import belongs_to

MAX_LEGAL_PAGES = 3
LegalKind = Literal["imprint", "terms", "contact", "privacy"]

_WORDS: dict[LegalKind, str] = {
    "imprint": r"\b(imprint|impressum|anbieterkennzeichnung|colofon|colophon|mentions legales|informations legales"
    r"|legal (notice|information|info|mentions)|juridische (info|informatie|vermeldingen|kennisgeving)"
    r"|wettelijke (info|informatie|vermeldingen)|bedrijfsgegevens|company (details|information))\b|^legal$",
    "terms": r"\b(terms|agb|cgv|cgu|voorwaarden|verkoopsvoorwaarden|verkoopvoorwaarden|conditions generales"
    r"|conditions of sale|general conditions|(geschafts|geschaefts|nutzungs)bedingungen)\b",
    "contact": r"^(contact|contacts|contact us|contactez nous|nous contacter|contacteer ons|neem contact op"
    r"|contactgegevens|kontakt|kontaktieren sie uns)$",
    "privacy": r"\b(privacy\w*|datenschutz\w*|confidentialite|vie privee|gegevensbescherming|donnees personnelles"
    r"|protection des donnees)\b",
}
"""Those that are likeliest to name the company first. `contact` must stand alone, for opticians sell contact lenses."""
_PATTERNS: dict[LegalKind, re.Pattern[str]] = {kind: re.compile(words) for kind, words in _WORDS.items()}


@dataclass(frozen=True)
class LegalLink:
    kind: LegalKind
    url: str


def legal_links(page_url: str, links: Collection[Link], site: Collection[str]) -> tuple[LegalLink, ...]:
    """The first link of each kind that stays on the site's hosts, at most three, each leading to another page."""
    front = URL(page_url).with_fragment(None)
    found: dict[LegalKind, str] = {}
    for link in links:
        url = _address(front, link.href)
        if url is None or url == front or not belongs_to(url, site):
            continue
        kind = _kind(link.text, url)
        if kind is not None and str(url) not in found.values():
            found.setdefault(kind, str(url))
    wanted = [LegalLink(kind, found[kind]) for kind in _PATTERNS if kind in found]
    return tuple(wanted[:MAX_LEGAL_PAGES])


def _address(page: URL, href: str) -> URL | None:
    try:
        url = page.join(URL(href)).with_fragment(None)
    except ValueError:
        return None
    return url if url.scheme in ("http", "https") else None


def _kind(text: str, url: URL) -> LegalKind | None:
    """By what a visitor reads, or else by the last part of the address."""
    for words in (folded(text), folded(PurePosixPath(url.path).stem)):
        for kind, pattern in _PATTERNS.items():
            if pattern.search(words):
                return kind
    return None

"""Whether a name without a legal form is that of a person: who has an account or a seat need be no company."""

import re

from domain.extraction.blocks import plain
from domain.extraction.company_shapes import has_form
from domain.extraction.person_shapes import name_at

_TITLED = re.compile(
    r"(?:m|mr|mrs|ms|mme|mlle|dhr|mevr|mw|me|herrn?|frau|eheleute|familie|famille|monsieur|madame|maitre|meester|dr|"
    r"de heer|mevrouw)(?![\w'’-])"
)
_OF_TRADES_WORDS = """
    maison atelier ateliers boulangerie boucherie patisserie garage cafe brasserie restaurant hotel librairie pharmacie
    auberge cave caves domaine chateau ferme etablissements ets menuiserie transports salon studio editions bakkerij
    slagerij apotheek schrijnwerkerij drukkerij boekhandel bloemen taverne huis hoeve backerei metzgerei gasthaus
    gasthof weingut apotheke buchhandlung schreinerei tischlerei kanzlei praxis bakery butchers bistro farm shop stores
    clinic gallery galerie galerij verreries imprimerie constructions meubles vins brouwerij brauerei bierbrouwerij
"""
_OF_TRADES = frozenset(_OF_TRADES_WORDS.split())
"""Words of businesses that are named like a person: `Maison Perrault`, `Bäckerei Keller`."""
_OF_TRADE = re.compile(
    r"^(?:les|the|het|das)\s|"
    r"[a-z](?:winkel|bakkerij|handel|bedrijf|bouw|dienst|werken|technieken|betrieb|handlung|haus|technik|service)\b"
)
_JOINTLY = re.compile(r"\s(?:en|et|und|and|&|of|ou|oder|or|-|–)\s|\s?/\s?")
_BY_INITIALS = re.compile(
    r"(?:[A-ZÀ-Þ]\.?[ -]?){1,4}\s?(?:[a-zà-ÿ]{2,4}\s){0,2}[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+)?|"
    r"[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?(?:\s[A-ZÀ-Þ]\.?){1,3}"
)
"""`J.P. de Vries`, `CLAES E`, as banks write the holders of accounts."""


def is_titled(name: str) -> bool:
    return _TITLED.match(plain(name)) is not None


def is_persons(name: str) -> bool:
    """Whether a name is that of one person, or of several: `J. P. de Vries en M. Jansen`."""
    words = plain(name)
    if has_form(name) or _OF_TRADE.search(words) or not _OF_TRADES.isdisjoint(words.split()):
        return False
    if is_titled(name):
        return True
    first = _JOINTLY.split(name)[0]
    person = name_at(first, 0)
    return _BY_INITIALS.fullmatch(first) is not None or (person is not None and person.end == len(first))

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
from runtime.web_addresses import address_on

MAX_LEGAL_PAGES = 3
LegalKind = Literal["imprint", "terms", "contact", "privacy"]

_WORDS: dict[LegalKind, tuple[str, ...]] = {
    "imprint": (
        "imprint|impressum|anbieterkennzeichnung|colofon|colophon|mentions legales|informations legales",
        "legal (notice|information|info|mentions)|company (details|information)|^legal$",
        "juridische (info|informatie|vermeldingen|kennisgeving)|wettelijke (info|informatie|vermeldingen)",
        "bedrijfsgegevens|aviso legal|avisos legales|informacion legal|informacao legal|informacoes legais",
        "note legali|informazioni legali|dati societari|nota prawna|informacje prawne|dane firmy",
        "pravni (informace|ujednani)|pravne informacie|(identifikacni|firemni) udaje|impresszum|ceg(adatok|informacio)",
        "informatii legale|date de identificare|impresum|pravn[oe] (obvestilo|napomene)",
        "juridisk (information|informasjon)|(virksomheds|firma)oplysninger|foretagsinformation|yritystiedot",
        r"nomikes plirofories|stoicheia etaireias|teisine (informacija|teave)|juridiska informacija|rekvizit\w*",
    ),
    "terms": (
        "terms|agb|cgv|cgu|voorwaarden|verkoopsvoorwaarden|verkoopvoorwaarden|conditions generales",
        "conditions of sale|general conditions|(geschafts|geschaefts|nutzungs)bedingungen",
        "terminos (y condiciones|de uso|legales)|condiciones (generales|de venta|de uso)|bases legales",
        "termos (e condicoes|de uso|gerais)|condicoes gerais|termini (e condizioni|di servizio)",
        "condizioni (generali|di vendita)|regulamin|warunki (sprzedazy|korzystania|uzytkowania|ogolne)|ogolne warunki",
        r"obchodni podminky|obchodne podmienky|vseobecn[eay] \w+ podm\w+|aszf|szerzodesi feltetelek",
        r"termeni si conditii|(uvjeti|pogoji) \w+|splosni pogoji|opci uvjeti|obshchi usloviya",
        "noteikumi|salygos|taisykles",
        r"(handels|salgs|kops|kjops|brugs|brukar)?(betingelser|vilkar)|(kop|anvandar)?villkor|\w*(ehdot|tingimused)|skilmalar",
        "oroi (chrisis|polisis|kai)",
    ),
    "contact": (
        "contact|contacts|contact us|contactez nous|nous contacter|contacteer ons|neem contact op",
        "contactgegevens|kontakt|kontaktieren sie uns|contacto|contactos|contacta|contactenos|contactanos",
        "contatti|contattaci|fale connosco|kontakty|kapcsolat|kontakta oss|kontakt oss|kontakt os",
        "yhteystiedot|ota yhteytta|epikoinonia|kontakti|kontaktai|kontaktid|hafa samband|skontaktuj sie z nami",
    ),
    "privacy": (
        r"privacy\w*|datenschutz\w*|confidentialite|vie privee|gegevensbescherming|donnees personnelles",
        r"protection des donnees|privacidad\w*|proteccion de datos|protecao de dados|(polityka|ochrona) prywatnosci",
        r"ochrana (osobnich|osobnych) udaj\w+|ochrana soukromi\w*|adatvedel\w+|adatkezel\w+|confidentialitate",
        r"protectia datelor|privatnost\w*|zastita \w+ podataka|zasebnost\w*|varstvo podatkov|poveritelnost",
        r"privatliv\w*|persondatapolitik|personvern\w*|personuppgift\w*|integritetspolicy|dataskydd\w*|tietosuoja\w*",
        r"aporritou|prosopik\w+ dedomen\w+|privatum\w*|privaatsus\w*|personuvernd\w*",
    ),
}
"""Folded, in the languages of the EEA; the kinds that are likeliest to name the company come first."""
_ALONE: frozenset[LegalKind] = frozenset({"contact"})
"""What must be all that a link says, for opticians sell contact lenses."""


def _pattern(kind: LegalKind) -> re.Pattern[str]:
    words = "|".join(_WORDS[kind])
    return re.compile(rf"^({words})$" if kind in _ALONE else rf"\b({words})\b")


_PATTERNS: dict[LegalKind, re.Pattern[str]] = {kind: _pattern(kind) for kind in _WORDS}


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
        url = address_on(page, href)
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

"""Which of the portal's languages a page is shown in: what was asked for, else what the session or the browser says."""

import re
from typing import get_args

from schemas.template import PortalLanguage

PORTAL_LANGUAGES: tuple[PortalLanguage, ...] = get_args(PortalLanguage)
_BY_TAG: dict[str, PortalLanguage] = {language: language for language in PORTAL_LANGUAGES}
UNSAID: PortalLanguage = "en"
"""What a page is in when nobody says a language."""
_MOST_RANGES = 50
"""Of one header. No browser sends as many."""
_RANGE = re.compile(
    r"(?P<tag>\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:\s*;\s*q=(?P<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?"
)
"""One language range with its weight, as RFC 9110 writes them (12.4.2, 12.5.4). What is written otherwise says
nothing."""


def said_language(asked: PortalLanguage | None, locale: str | None, accept_language: str) -> PortalLanguage | None:
    """The language asked for, else the session's, else the one that the browser likes best; None if none is said."""
    return asked or language_of_tag(locale or "") or preferred_language(accept_language)


def language_of_tag(tag: str) -> PortalLanguage | None:
    """The language of a BCP 47 tag such as `nl-BE`; None if the portal has not got it."""
    return _BY_TAG.get(re.split("[-_]", tag.strip().lower())[0])


def preferred_language(accept_language: str) -> PortalLanguage | None:
    """The first of those with the most weight in an Accept-Language header; None if it names none that we have."""
    best, most = None, 0.0
    for part in accept_language.split(",", _MOST_RANGES)[:_MOST_RANGES]:
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            continue
        language, weight = language_of_tag(match["tag"]), float(match["weight"] or 1)
        if language is not None and weight > most:
            best, most = language, weight
    return best

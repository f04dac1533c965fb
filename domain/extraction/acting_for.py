"""Who speaks for a company in its own declaration: `Ondergetekende, mevrouw Dijkstra, handelend als bestuurder van …`,
`We, Acme Limited, confirm that …`. The company comes after the words for what somebody is to it."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import over_lines
from domain.extraction.company_shapes import CompanyName, has_form, name_after
from domain.extraction.lines import Piece, stripped

_ROLE = (
    r"(?!(?:een\s|an?\s|the\s|l['’])?(?i:[\w-]*accountant|boekhoud|[\w-]*comptable|steuerberat|[\w-]*advis|advoca|avocat|notar|"
    r"rechtsanw|lawyer|solicitor|medewerk|employ))"
    r"(?:[^\W\d_][\w'’-]*\s){1,4}?"
)
"""Of somebody whose company it is; an accountant declares for another one than his own."""
_ACTING = re.compile(
    over_lines(
        r"(?<!\w)(?:(?:handelend|optredend)\s(?:hierbij\s)?(?:als|in\s(?:zijn|haar|de)\s(?:hoedanigheid|functie)\svan)|"
        r"agissant\s(?:en|dans\ssa)\s(?:sa\s)?(?:qualit[ée]|fonction)\s(?:de\s|d['’])?|"
        r"(?:handelnd|auftretend)\s(?:als|in\s(?:seiner|ihrer|der)\sEigenschaft\sals)|"
        r"(?:acting|signing)\s(?:as|in\s(?:his|her|my|the)\scapacity\s(?:as|of))|in\smy\scapacity\sas)"
    )
    + rf"\s{{0,3}}{over_lines(_ROLE)}"
    + over_lines(
        r"(?:van|de|of|der|du|voor|pour|for|für)\s(?:(?:de|la|the|die|der)\s)?"
        r"(?:vennootschap\s|soci[ée]t[ée]\s|company\s|gesellschaft\s|firma\s)?"
    )
    + r"(?=[A-ZÀ-Þ0-9\"“„«])"
)
_IN_ITS_NAME = re.compile(r"(?:^|[.:;\n])\s{0,2}(?:We|Wij|Nous|Wir|WE|WIJ|NOUS|WIR),\s{1,3}(?=[A-ZÀ-Þ0-9\"“„«])")

_THROUGH = re.compile(
    r"(?<!\w)(?i:through|via|über|ueber|mittels|door\s(?:middel|tussenkomst)\svan|"
    r"par\sl['’]interm[ée]diaire\sde|par\sle\sbiais\sde)\s{1,3}(?:(?:the|de|la|die|der)\s)?$"
)
"""Before a company by which somebody holds the shares of the one spoken of."""


def past_acting(value: Piece) -> Piece:
    """A value from the company on, for whom it says that somebody acts."""
    acting = _ACTING.search(value.text)
    return stripped(value.start + acting.end(), value.text[acting.end() :]) if acting else value


def acted_for(text: str) -> Iterator[CompanyName]:
    """The companies, by their forms, in whose name a declaration is made."""
    for pattern in (_ACTING, _IN_ITS_NAME):
        for match in pattern.finditer(text):
            name = name_after(text, match.end(), len(text))
            if name and has_form(name.normalized):
                yield name


def between(text: str, start: int) -> bool:
    """Whether a company stands between the one spoken of and its owner."""
    return _THROUGH.search(text, max(0, start - 40), start) is not None

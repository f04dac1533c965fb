"""Beneficial owners in sentences: `Jan Peeters houdt 60 % van de aandelen`, `Jan Peeters (60 %)`."""

import re
from collections.abc import Iterator
from itertools import islice

from domain.extraction.blocks import over_lines
from domain.extraction.company_shapes import FORM
from domain.extraction.former_holders import held_once
from domain.extraction.owner_letters import shares_of_writer
from domain.extraction.person_shapes import TITLED, Name, name_at
from domain.extraction.persons_before import last_name_before, name_ending_at

PERCENT = re.compile(
    r"(?<![\w.,])([0-9]{1,3}(?:[.,][0-9]{1,4})?)\s{0,2}(?:%|percent\b|procent\b|pour\s?cent\b|Prozent\b|per\s?cent\b|"
    r"v\.?H\.|ten honderd)",
    re.IGNORECASE,
)
RANGE = re.compile(
    r"more than|or more|not more|less than|at least|meer dan|of meer|minder dan|minstens|plus de|moins de|"
    r"ou plus|mehr als|mindestens|oder mehr|bis zu",
    re.IGNORECASE,
)
"""`75% or more` is no share."""
LEAST = 25.0
_SPELT = re.compile(r"%|procent|percent|pour ?cent|prozent|per ?cent|v\.?H\.|honderd", re.IGNORECASE)
_HOLDS = re.compile(
    over_lines(
        r"\b(?:houdt|bezit|houder\svan|heeft|eigenaar\svan|d[ée]tient|poss[èe]de|titulaire\sde|hält|haelt|besitzt|"
        r"beteiligt|holds|owns|holder\sof|owning|holding|d[ée]tenant|owner\sof|eigenaar\svan|propri[ée]taire\sde|"
        r"Eigentümer\svon|controls|controle[e]?rt|contr[ôo]le|kontrolliert|aanhoudend|voor|[àa]\sconcurrence\sde|mit|"
        r"with|aanhoudt|"
        r"ten\sbelope\svan|[àa]\shauteur\sde|avec|met)\b"
    ),
    re.IGNORECASE,
)
_OF_SHARES = re.compile(
    r"aandel|kapitaal|stemrecht|parts|actions|capital|droits de vote|anteil|kapital|stimm|shares|voting|beteilig|"
    r"eigendom|ownership|interest|belang|d[ée]tention|participation|begunstigde|b[ée]n[ée]ficiaire|berechtigt|"
    r"beneficial",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\n\n|;|\.\s+(?=[A-ZÀ-Þ](?:[a-zà-ÿ]+|['’][a-zà-ÿ]+)\s[a-zà-ÿ])")
_LABEL_BETWEEN = re.compile(r"\n[^\n]{0,40}:")
"""A form names its persons in fields, which are read as such."""
_OF_A_COMPANY = re.compile(
    r"\s?[—–,(|-]{1,2}\s?(?:ondernemingsnummer|n(?:um[ée]ro|°)\sd['’]entreprise|K[Vv]K|RCS|HR[AB]\b|FN\s|Firmenbuch|UID|CHE-|"
    r"company\s(?:no|number)|registration\s(?:no|number)|SIREN)",
    re.IGNORECASE,
)
"""Behind a name the number that only a company has."""
_NEW_ITEM = re.compile(r"\n\s?(?:[-•*–]|[0-9a-z][.)])\s|\.\s*\n|[.]\s[A-ZÀ-Þ][a-z]+\s[a-z]")
_BACK = 220
"""Characters in which the owner is looked for: a date and a place of birth may stand between."""
_MOST = 80
"""Of a page."""


def share_of(number: str) -> str | None:
    """`33,330` as `33.33`; None if it is no share of a hundred."""
    value = float(number.replace(",", "."))
    if not 0 < value <= 100:
        return None
    return f"{value:.4f}".rstrip("0").rstrip(".")


def owners_in_sentences(text: str, declared: bool) -> Iterator[tuple[Name, str]]:
    """
    Persons and their shares. Of a declaration each share is an owner's; elsewhere it must be one of the company,
    that is held, and a quarter at least.
    """
    if not _SPELT.search(text):
        return
    before = shared = 0
    for match in islice(PERCENT.finditer(text), _MOST):
        in_row = text.rfind("\n", 0, match.start()) < before
        share = share_of(match[1])
        exactly = text[match.start() - 1 : match.start()] == "("  # `less than 75% of the shares (60%)`
        since = max(shared if exactly and in_row else before, match.start() - _BACK)
        before = match.end()
        if share is None or RANGE.search(text, max(0, match.start() - (0 if exactly else 30)), match.end() + 16):
            continue
        shared = match.end()
        writer = shares_of_writer(text, match.start(), since) if declared else None
        if writer:
            yield writer, share
            continue
        listed = exactly and not declared
        holder = (_subscriber(text, since, match.start()) or _in_list_of_holders(text, match)) if listed else None
        if holder:
            if float(share) >= LEAST:
                yield holder, share
            continue
        held = _held_from(text, since, match.start())
        if not declared and (
            held is None
            or float(share) < LEAST
            or not _OF_SHARES.search(text, match.end(), _end_of_shares(text, match.end()))
        ):
            continue
        if held is None:
            since = max(since, _line_start(text, _line_start(text, _line_start(text, match.start()) - 1) - 1))
        name = _holder_before(text, since, match.start() if held is None else held)
        if name is None or name.start < _line_start(text, match.start()):
            name = _holder_of_item(text, match.start()) or name
        if name and _OF_A_COMPANY.match(text, name.end, match.start()):
            name = None
        if name and (
            _LABEL_BETWEEN.search(text, name.end, match.start())
            or (held is None and _NEW_ITEM.search(text, name.end, match.start()))
        ):
            name = None
        name = _held_by(text, match.end()) or (declared and _by_behind(text, match.end())) or name
        if name is None and declared:
            name = _holder_behind(text, match.end())
        if name and not (name.end <= match.start() and held_once(text, name.end, match.start(), match.end())):
            yield name, share


def _subscriber(text: str, since: int, at: int) -> Name | None:
    """Who takes up shares in a deed of foundation: `Es übernehmen: Frau Maier die Geschäftsanteile 1-60 (60 %)`."""
    title = next(reversed(list(TITLED.finditer(text, since, at))), None)
    name = name_at(text, title.end(), at) if title else None
    if title is None or name is None or FORM.search(text, name.end, at) or not _UNITS.search(text, name.end, at):
        return None
    if _ACTS_FOR.search(text, max(since, title.start() - _BEFORE), title.start()):
        return None  # of a company that subscribes
    return name if _SUBSCRIBE.search(text, max(0, title.start() - _LIST), title.start()) else None


def _in_list_of_holders(text: str, share: re.Match[str]) -> Name | None:
    """The name before a share in `De aandelen worden gehouden door Anna Mulder (60 %) en Piet Vos (40 %)`."""
    end = len(text[: share.start() - 1].rstrip())
    held = next(reversed(list(_ARE_HELD.finditer(text, max(0, end - _LIST), end))), None)
    if held is None or _STOPS.search(text, held.end(), end):
        return None
    name = name_ending_at(text, held.end(), end)
    over = name and held_once(text, held.start(), share.start(), share.end())
    return None if name is None or over or _ACTS_FOR.search(text, held.end(), name.start) else name


_ARE_HELD = re.compile(
    over_lines(
        r"\b(?:aandelen|kapitaal|parts(?:\ssociales)?|actions|capital|shares|Anteile|Gesch[äa]ftsanteile)\s"
        r"(?:[a-zà-ÿ]{2,12}\s){0,6}?(?:gehouden|aangehouden|d[ée]tenue?s?|held|owned|gehalten)\s"
        r"(?:door|par|by|von|durch|als\svolgt\s?:|comme\ssuit\s?:|as\sfollows\s?:|wie\sfolgt\s?:)\s"
    )
)
_SUBSCRIBE = re.compile(
    r"onderschreven|ingetekend|intekenen|souscri(?:t|ts|tes|vent)\b|subscribed?\b|[üu]bernehmen|[üu]bernimmt|\bzeichne[nt]\b",
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(r"vertegenwoordig|repr[ée]sent|vertret|through|handelend|agissant|acting", re.IGNORECASE)
_BEFORE = 60
_UNITS = re.compile(r"\b(?:aandelen|parts|actions|shares|Gesch[äa]ftsanteile?|Stammeinlage|Aktien)\b", re.IGNORECASE)
_LIST = 500
"""Characters before a subscriber in which it is said that shares are subscribed."""


def _end_of_shares(text: str, at: int) -> int:
    """How far behind a share it may be said of what: past the others of `Jan mit 60 % und Els mit 40 % … beteiligt`."""
    if not _AND_ANOTHER.match(text, at):
        return at + _NEAR
    over = _OVER.search(text, at, at + _BACK)
    return over.start() if over else at + _BACK


_NEAR = 70
_AND_ANOTHER = re.compile(r"\s{0,2}(?:,|,?\s?(?:und|en|et|and))\s[^.;:%]{2,90}?[0-9]\s{0,2}%")
_OVER = re.compile(r"[.;]\s")


def _holder_of_item(text: str, at: int) -> Name | None:
    """The person at whose name the item of a list begins that says the share: `- A.B. Smets, geboren …, 60 %`."""
    item = _ITEM.match(text, _line_start(text, at), at)
    name = name_at(text, item.end(), at) if item else None
    return None if name and FORM.search(text, name.end, at) else name


_ITEM = re.compile(r"\s?(?:[-•*–]|[0-9a-z][.)])\s{1,3}")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, max(0, at)) + 1


def _held_from(text: str, since: int, at: int) -> int | None:
    """Where the words stand that say that a share is held."""
    holds = next(reversed(list(_HOLDS.finditer(text, since, at))), None)
    if holds is None or at - holds.end() > 60 or re.search(r"[.;]\s+[A-ZÀ-Þ]", text[holds.end() : at]):
        return None
    return holds.start()


def _holder_before(text: str, since: int, at: int) -> Name | None:
    stop = max([since, *(match.end() for match in _STOPS.finditer(text, since, at))])
    for title in reversed(list(TITLED.finditer(text, stop, at))):
        name = name_at(text, title.end())
        if name and name.end <= at:
            return None if FORM.search(text, name.end, at) else name
    end = stop + len(text[stop:at].rstrip(" ,(:–-\n"))
    name = name_ending_at(text, stop, end) or last_name_before(text, stop, at)
    return None if name and FORM.search(text, name.end, at) else name


_BY = re.compile(
    over_lines(
        r"[^.;%\n]{0,70}?\b(?:held|owned|gehouden|aangehouden|d[ée]tenue?s?|gehalten|controlled)\s(?:directly\s|"
        r"indirectly\s|rechtstreeks\s|directement\s)?(?:by|door|par|von)\s"
    ),
    re.IGNORECASE,
)


def _held_by(text: str, at: int) -> Name | None:
    """`60 % of the shares are held by Jane Doe`."""
    match = _BY.match(text, at)
    return name_at(text, match.end()) if match else None


def _by_behind(text: str, at: int) -> Name | None:
    """`détenues comme suit : 80 % par Madame Claire Verdier, et 20 % par …`."""
    match = re.compile(r"\s{1,3}(?:par|door|by|von|durch)\s{1,3}(?=" + TITLED.pattern + ")").match(text, at)
    return name_at(text, match.end()) if match else None


def _holder_behind(text: str, at: int) -> Name | None:
    """`60 % - Jan Peeters`, on one line."""
    gap = re.compile(r"[ \t|]{0,3}[:–—-]?[ \t|]{1,3}").match(text, at)
    return name_at(text, gap.end()) if gap else None

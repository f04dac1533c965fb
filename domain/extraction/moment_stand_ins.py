"""What a date is by what the document is, where no words say so: a deed founds a company on the day that it bears, and
a statement is of the day its period ends."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.extraction.context import sentence_after
from domain.extraction.dates import Written
from schemas.extraction import DocumentType

UNSAID = 9
"""The rank of a day of which nothing is said."""

MADE_AFTER = re.compile(
    r"[^.;:]{0,70}?\b(?:opgericht|gegrundet|gegruendet|errichtet(?! worden)|constituee?|houdende (?:de )?oprichting"
    r"|(?:portant|contenant) (?:la )?constitution|incorporated|formed)\b"
)
_ALREADY_MADE = re.compile(
    r"\b(?:was incorporated|has been incorporated|werd opgericht|(?:a ete|avait ete) constituee?|wurde gegrundet"
    r"|wurde errichtet)\b[^.;]*$"
)
_THIS_DAY = re.compile(r"this\s?day|is\s?incorporated|ce\s?jour|heute|heden")
_INCORPORATING = re.compile(
    r"\b(?:oprichting|oprichtingsakte|acte constitutif|statuts constitutifs|constitution|grundungsurkunde"
    r"|incorporation)\b"
)
_FOUNDING = re.compile(
    r"ont (?:etabli|arrete|convenu|decide)[^.]{0,60}\bstatuts"
    r"|\b(?:constituent|constituer|fondent)\s+(?:[a-z]+\s+){0,3}?une\s+societe|\bil\s+est\s+(?:constitue|forme)|societe\s+en\s+(?:cours\s+de\s+)?formation|premiere?s?\s+(?:presidente?|gerante?|administrat|dirigeante?)"
    r"|\b(?:hebben|heeft)\s+opgericht\b|\bont\s+constitue\b|\bop\s+te\s+richten|\been\s+(?:[a-z]+\s+){0,2}vennootschap\s+(?:[a-z]+\s+){0,6}oprichten\b|\beerste\s+(?:bestuurder|zaakvoerder)|(?:errichten?|grunden)\s+(?:(?:wir\s+)?hiermit|eine\s+[a-z]*gesellschaft)"
    r"|\bersten\s+geschaftsfuhrer|\bfirst\s+directors?|\bsubscribers?\s+(?:to|wish|agree)|wish\s+to\s+form\s+a\s+company"
)
_AMENDED = re.compile(
    r"gecoordineerd|coordonne|mis(?:e|es)? a jour|(?:laatst|laatstelijk) gewijzigd|derniere modification"
    r"|zuletzt geandert|neufassung|neu gefasst|as amended|statutenwijziging|restated|refonte|special resolution"
)
_NOT_YET = re.compile(r"en\s+cours\s+d'\s?(?:immatriculation|inscription)")
"""A French company exists from its registration on, not from the day on which its articles are signed."""
_TOP, _TITLE = 1200, 600
_SPACED = re.compile(r"(?<=\b[a-z]) (?=[a-z]\b)")
"""Between the letters of `O P R I C H T I N G`."""
_RECENT = 8
"""Years: nobody who signs or owns a company is younger."""
_FULL_OF_DAYS: frozenset[DocumentType] = frozenset(
    {"articles_of_association", "annual_accounts", "bank_statement", "identity_document", "invoice", "utility_bill"}
)


class Day(NamedTuple):
    role: str
    rank: int
    page_index: int
    written: Written


def stand_ins(days: list[Day], texts: Sequence[tuple[int, str]], kind: DocumentType, today: date) -> Iterator[Day]:
    """What a date is by what the document is, where it does not say so."""
    documents = [day for day in days if day.role == "document"]
    founded = [day for day in days if day.role == "incorporation"]
    valid = [day for day in days if day.role == "period" and day.rank == 1]
    start = texts[0][1] if texts else ""
    if kind == "bank_statement" and not documents:
        ends = [day for day in days if day.role == "period_end"]
        surest = min((day.rank for day in ends), default=0)
        yield from (day._replace(role="document") for day in [day for day in ends if day.rank == surest][-1:])
    elif kind == "identity_document" and not documents and any(day.role == "expiry" for day in days):
        yield from (day._replace(role="document") for day in valid[:1])
    elif kind == "articles_of_association" and founded and not documents:
        yield from (day._replace(role="document") for day in founded[:1] if _is_of_deed(day, texts))
    elif documents and not founded and _founds(start, kind):
        best = min(documents, key=lambda day: day.rank)
        yield best._replace(role="incorporation")
    elif not documents and kind not in _FULL_OF_DAYS:
        yield from _only_recent(days, today)


def _only_recent(days: list[Day], today: date) -> Iterator[Day]:
    """The one day of which nothing is said, if it is too recent to be a birth and later than what has been told."""
    unsaid = [day for day in days if day.role == "other" and day.rank == UNSAID]
    past = [day.written.day for day in days if day.written.day is not None and day.written.day <= today]
    last = max(past, default=None)
    one = len({day.written.value for day in unsaid}) == 1
    if one and last is not None and unsaid[0].written.day == last and last.year >= today.year - _RECENT:
        yield unsaid[0]._replace(role="document", rank=6)


def _founds(start: str, kind: DocumentType) -> bool:
    """Whether the company came to be by this document, on the day that it bears."""
    if kind == "certificate_of_incorporation":
        return _THIS_DAY.search(start) is not None
    if kind != "articles_of_association" or _AMENDED.search(start[:_TOP]) or _NOT_YET.search(start[:_TITLE]):
        return False
    title = _SPACED.sub("", start[:_TITLE])
    return (_INCORPORATING.search(title) or _FOUNDING.search(start)) is not None


def _is_of_deed(day: Day, texts: Sequence[tuple[int, str]]) -> bool:
    """Whether a date is that of the deed, or stands in the heading, by which the company was founded."""
    start = texts[0][1]
    told = MADE_AFTER.match(sentence_after(start, day.written.end))
    told = told or _ALREADY_MADE.search(start, max(0, day.written.start - 60), day.written.start)
    first = day.page_index == texts[0][0] and day.written.start < _TOP
    return first and day.rank <= 2 and not told and not _AMENDED.search(start[:_TOP])

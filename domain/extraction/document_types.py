"""What kind of document it is, by what its title says and which words its text uses.

Titles near the top weigh most: a bill mentions contracts, an extract mentions articles, but neither is called so. All
is compared without spaces, which an OCR loses and titles spread. Nothing is said rather than guessed: a type needs a
title or several words of its own, and more of them than any other type has.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from domain.extraction.document_subjects import SUBJECTS
from domain.extraction.document_titles import KEEPERS, TITLES, WHOLE_TITLES
from domain.extraction.document_words import SHORT_WORDS, WORDS
from domain.extraction.folding import folded
from schemas.extraction import DocumentType, Language, PageText

_TITLE_LINES = 20
_LONGEST_TITLE = 90
_RUNNING = 60
"""Characters of a line of running text at least."""
_BODY = 4000
_PAGES = 2
_GRAM = 5

_IS_TITLE, _IN_TITLE, _IN_TEXT = 12.0, 6.0, 2.0
_OF_SUBJECT = 4.0
_LATER_IN_LINE = 2.0
"""What the first of two titles of a line has over the last: an attestation of a constitution is no constitution."""
_WORD = 1.0
_MRZ = 15.0
_LEAST, _LEAD = 3.0, 1.0

_OF_A_TAX = re.compile(
    r"registered(?:for|under)(?:the)?(?:vat|valueaddedtax)|registrationfor(?:vat|valueaddedtax)|valueaddedtaxact"
)
_OF_A_COMPANY = re.compile(r"incorporated|companiesact")
_NUMBERED = re.compile(r"\s*(?P<number>[1-9]|1[0-9])(?P<mark>[.)])\s[^\d\W]")
_KEPT_UNDER = re.compile(r"(?:n(?:o|r|umber|ummer|umero))?[0-9]{5,}")
"""Behind the name of a register: the number of whoever writes the letter, not the title of an extract."""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_MACHINE_READABLE = re.compile(r"^[ipac][a-z<][a-z<]{3}[a-z0-9<]{25,}|[a-z0-9<]{20,}<<<<", re.MULTILINE)


class _Text(NamedTuple):
    titles: tuple[str, ...]
    """The short lines at the top, without spaces."""
    body: str
    grams: frozenset[str]
    """All runs of five letters of the body: most phrases are ruled out by their first five."""
    words: frozenset[str]
    machine_readable: bool


def document_type_of(pages: Sequence[PageText], language: Language) -> DocumentType:
    """The type whose titles and words the document has most of; `unknown` where none is clear. `language` decides
    nothing: Belgian documents have titles in more than one."""
    text = _text(pages)
    scores = {kind: _score(kind, text) for kind in TITLES}
    if text.machine_readable:
        scores["identity_document"] += _MRZ
    if scores["utility_bill"] >= _LEAST:
        scores["invoice"] = 0.0  # a bill for energy or water is an invoice too, and more than that
    if _OF_A_TAX.search(text.body) and not _OF_A_COMPANY.search(text.body):  # registered for it, not as a company
        scores["tax_certificate"] += scores["certificate_of_incorporation"]
        scores["certificate_of_incorporation"] = 0.0
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, second = ranked[0], ranked[1]
    return best if scores[best] >= _LEAST and scores[best] - scores[second] >= _LEAD else "unknown"


def _text(pages: Sequence[PageText]) -> _Text:
    whole = "\n".join(folded(page.text[:_BODY]) for page in pages[:_PAGES])
    first = folded(pages[0].text[:_BODY]) if pages else ""
    written = pages[0].text[:_BODY].split("\n") if pages else []
    both = zip_longest(first.split("\n"), written, fillvalue="")
    sections = _sections(first.split("\n"))
    may_be = (line for at, (line, as_is) in enumerate(both) if at not in sections and _may_be_title(line, as_is))
    lines = list(islice(may_be, _TITLE_LINES))
    body = _NOT_LETTERS.sub("", whole)
    return _Text(
        tuple(_NOT_LETTERS.sub("", line) for line in lines if len(line) <= _LONGEST_TITLE),
        body,
        frozenset(body[at : at + _GRAM] for at in range(len(body))),
        frozenset(_NOT_LETTERS.split(whole)),
        _MACHINE_READABLE.search(whole) is not None,
    )


def _may_be_title(line: str, as_written: str) -> bool:
    """No title begins in the middle of a sentence."""
    return bool(line.strip()) and not (as_written.lstrip()[:1].islower() and len(line) > _RUNNING)


def _sections(lines: Sequence[str]) -> set[int]:
    """The lines that a form numbers in their order: no titles, which `1. Nachtrag zum Mietvertrag` alone may be."""
    sections: set[int] = set()
    for mark in (".", ")"):
        numbered = [
            (at, int(match["number"]))
            for at, line in enumerate(lines)
            if (match := _NUMBERED.match(line)) and match["mark"] == mark
        ]
        for (above, number), (below, following) in pairwise(numbered):
            if following == number + 1:
                sections |= {above, below}
    return sections


def _score(kind: DocumentType, text: _Text) -> float:
    titles = max((_title_score(title, text) for title in TITLES[kind]), default=0.0)
    titles = max(titles, *(_whole_title_score(title, text) for title in WHOLE_TITLES.get(kind, ())), 0.0)
    words = sum(_WORD for word in WORDS[kind] if _says(text, word))
    if _is_about(kind, text):
        words += _OF_SUBJECT
    words += sum(_WORD * 1.5 for word in SHORT_WORDS.get(kind, ()) if word in text.words)
    return titles + words


def _says(text: _Text, phrase: str) -> bool:
    return (len(phrase) < _GRAM or phrase[:_GRAM] in text.grams) and phrase in text.body


def _title_score(title: str, text: _Text) -> float:
    if not _says(text, title):
        return 0.0
    for number, line in enumerate(text.titles):
        if title in line:
            if title in KEEPERS and _KEPT_UNDER.match(line, line.index(title) + len(title)):
                return _IN_TEXT
            if title in KEEPERS:
                return _IN_TITLE - number * 0.25
            weight = _IS_TITLE if len(title) * 2 >= len(line) else _IN_TITLE
            later = _LATER_IN_LINE * line.index(title) / len(line)
            return weight + min(5.0, len(title) / 9) - later - number * 0.25
    if any(title in line + below for line, below in pairwise(text.titles)):
        return _IN_TITLE
    return _IN_TEXT


def _is_about(kind: DocumentType, text: _Text) -> bool:
    """Whether a title names the sort of paper that documents of the type are, and the text their subject."""
    if kind not in SUBJECTS:
        return False
    paper, subject = SUBJECTS[kind]
    return any(map(paper.search, text.titles)) and subject.search(text.body) is not None


def _whole_title_score(title: str, text: _Text) -> float:
    return _IS_TITLE - text.titles.index(title) * 0.25 if title in text.titles else 0.0

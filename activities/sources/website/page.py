"""What a page says about the company: whether it names it, and whether it states one of its numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from activities.sources.answers import Received
from activities.sources.page_text import PageText, decode_page, page_text
from activities.sources.website.organisation import organisation_words
from domain.naming import core_name, folded
from runtime.public_web import PublicPage
from schemas.company import Company

MAX_COMPARED_CHARACTERS = 200_000
MIN_FUZZY_CHARACTERS = 8
MIN_SCORE = 90.0
"""Of 100; lets one letter in ten differ. Shorter names must occur letter for letter."""
MIN_BARE_DIGITS = 7
"""A number with fewer digits counts only with its prefix: `RO 1234` is a VAT number, `1234` a house."""
_NOT_IN_NUMBERS = re.compile(r"[^A-Z0-9]")
_BETWEEN_DIGITS = r"[\s./\u00b7\u200b\u2010-\u2015\u2022-]{0,3}"
"""Dots, strokes and blanks of any kind. At most three, so that a page of blanks costs no time."""
_HANDELSREGISTER = re.compile(r"HR[AB]\s*[0-9]+")
"""A German registration without its court, which stands before it on one page and after it on another."""
_UMLAUT = re.compile("([aou])e")
_AND = re.compile(r"\b(and|und|en|et|y|e|og|och|i|a)\b ?")


@dataclass(frozen=True)
class ReadPage:
    """A page that was fetched, and what a visitor and a search engine read on it."""

    page: PublicPage
    words: PageText
    received: Received
    stated: str
    """All that is compared: what stands in JSON-LD, the title, the text."""

    @property
    def answers(self) -> bool:
        """Whether it is a page of the site at all, and no message that there is none."""
        return self.page.status < 400 and self.page.problem != "too_many_redirects"

    @property
    def whole(self) -> bool:
        """Whether all of it was read: what a part lacks may be in the rest."""
        return self.page.problem is None


def read_words(page: PublicPage) -> ReadPage:
    """Takes its time: two megabytes of markup need a second."""
    words = page_text(decode_page(page.body, page.charset))
    stated = f"{organisation_words(words.data_blocks)} {words.title} {words.text}"
    return ReadPage(page, words, Received(page.final_url, page.body, page.media_type), stated)


def names_company(text: str, company_name: str) -> bool | None:
    """Whether the name, without its legal form and in Latin letters, occurs in the text; None for an empty name, and if
    it does not occur in as much of a long text as is compared."""
    name = core_name(company_name)
    if not name:
        return None
    words, plain = folded(text[:MAX_COMPARED_CHARACTERS]), _plainer(name)
    if _occurs(name, words) or (_tells_enough(plain) and _occurs(plain, _plainer(words))):
        return True
    return None if len(text) > MAX_COMPARED_CHARACTERS else False


def _occurs(name: str, words: str) -> bool:
    if f" {name} " in f" {words} ":
        return True
    if len(name) < MIN_FUZZY_CHARACTERS or len(words) < len(name):
        return False
    return fuzz.partial_ratio(name, words, score_cutoff=MIN_SCORE) >= MIN_SCORE


def _plainer(words: str) -> str:
    """Without what is written in two ways: `ue` for `ü`, a word for `&`."""
    return _AND.sub("", _UMLAUT.sub(r"\1", words)).strip()


def _tells_enough(plain: str) -> bool:
    """Of `E Corp` only `corp` is left, and `Moens` becomes a town."""
    return len(plain) >= MIN_FUZZY_CHARACTERS and " " in plain


def states_number(text: str, company: Company) -> bool | None:
    """Whether the VAT or the registration number occurs, with any usual separators; None without a number, and if none
    occurs in as much of a long text as is compared."""
    patterns = list(_number_patterns(company))
    if not patterns:
        return None
    shown = text[:MAX_COMPARED_CHARACTERS].upper()
    if any(re.search(pattern, shown) for pattern in patterns):
        return True
    return None if len(text) > MAX_COMPARED_CHARACTERS else False


def _number_patterns(company: Company) -> Iterator[str]:
    for number in dict.fromkeys(_numbers(company)):
        if sum(letter.isdigit() for letter in number) >= MIN_BARE_DIGITS or number[:2].isalpha():
            yield r"(?<![0-9])" + _BETWEEN_DIGITS.join(number) + r"(?![0-9])"


def _numbers(company: Company) -> Iterator[str]:
    vat = _NOT_IN_NUMBERS.sub("", (company.vat_number or "").upper())
    registration = (company.company_registration_number or "").upper()
    bare = vat[2:] if vat[:2].isalpha() else vat
    plain = _NOT_IN_NUMBERS.sub("", registration)
    yield from (bare, vat, plain)
    if company.country == "BE":
        # Until 2005 Belgian numbers had nine digits, and many sites still show them so.
        yield from (number[1:] for number in (bare, plain) if len(number) == 10 and number.startswith("0"))
    if entry := _HANDELSREGISTER.search(registration):
        yield _NOT_IN_NUMBERS.sub("", entry[0])

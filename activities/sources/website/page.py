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
    """Whether the name, without its legal form and in Latin letters, occurs in the text; None for an empty name."""
    name = core_name(company_name)
    if not name:
        return None
    words = folded(text[:MAX_COMPARED_CHARACTERS])
    if f" {name} " in f" {words} ":
        return True
    if len(name) < MIN_FUZZY_CHARACTERS or len(words) < len(name):
        return False
    return fuzz.partial_ratio(name, words, score_cutoff=MIN_SCORE) >= MIN_SCORE


def states_number(text: str, company: Company) -> bool | None:
    """Whether the VAT or the registration number occurs, with any usual separators; None without a number."""
    patterns = list(_number_patterns(company))
    if not patterns:
        return None
    shown = text[:MAX_COMPARED_CHARACTERS].upper()
    return any(re.search(pattern, shown) for pattern in patterns)


def _number_patterns(company: Company) -> Iterator[str]:
    vat = _NOT_IN_NUMBERS.sub("", (company.vat_number or "").upper())
    registration = _NOT_IN_NUMBERS.sub("", (company.company_registration_number or "").upper())
    for number in dict.fromkeys((vat[2:] if vat[:2].isalpha() else vat, vat, registration)):
        if sum(letter.isdigit() for letter in number) >= MIN_BARE_DIGITS or number[:2].isalpha():
            # At most three separators, so that a page of blanks costs no time.
            yield r"(?<![0-9])" + r"[\s./-]{0,3}".join(number) + r"(?![0-9])"

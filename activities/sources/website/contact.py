"""The e-mail addresses and telephone numbers that a page shows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from activities.sources.page_text import PageText

MAX_CONTACTS = 5
MAX_SEARCHED_CHARACTERS = 200_000
MIN_PHONE_DIGITS, MAX_PHONE_DIGITS = 8, 15
"""Of an international number; 15 is the most there are (ITU-T E.164)."""

# A match begins only where no character of its kind stands before, so that a page of one letter costs no time.
_EMAIL = re.compile(r"(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w-])")
_PHONE = re.compile(r"(?<![\w+])\+[1-9][0-9 ().\xa0/-]{6,24}[0-9](?![0-9])")


@dataclass(frozen=True)
class Contact:
    kind: Literal["email", "phone"]
    value: str


def contacts_of(pages: Iterable[PageText]) -> tuple[tuple[int, Contact], ...]:
    """The first five that differ, each with the index of the page that shows it.

    A number in the text counts only in its international form, `+32 9 555 01 00`: any other may be a VAT number.
    """
    found: dict[Contact, int] = {}
    for index, page in enumerate(pages):
        for contact in _shown(page):
            found.setdefault(contact, index)
            if len(found) == MAX_CONTACTS:
                return tuple((at, contact) for contact, at in found.items())
    return tuple((at, contact) for contact, at in found.items())


def _shown(page: PageText) -> Iterator[Contact]:
    for link in page.links:
        scheme, _, rest = link.href.partition(":")
        target = unquote(rest.partition("?")[0]).strip()
        if scheme.lower() == "mailto" and _EMAIL.fullmatch(target):
            yield Contact("email", target.lower())
        elif scheme.lower() == "tel":
            yield from _phone(target)
    text = page.text[:MAX_SEARCHED_CHARACTERS]
    for found in _EMAIL.finditer(text):
        yield Contact("email", found[0].lower())
    for found in _PHONE.finditer(text):
        yield from _phone(found[0])


def _phone(written: str) -> Iterator[Contact]:
    digits = re.sub(r"[^0-9]", "", written.replace("(0)", ""))
    if MIN_PHONE_DIGITS <= len(digits) <= MAX_PHONE_DIGITS:
        yield Contact("phone", f"+{digits}" if written.startswith("+") else digits)

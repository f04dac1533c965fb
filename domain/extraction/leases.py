"""The tenant of a lease: the parties are told apart by what the contract calls them after it has introduced them."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from domain.extraction.address_sentences import address_from
from domain.extraction.blocks import plain
from domain.extraction.company_sentences import FORM_LED
from domain.extraction.company_shapes import (
    FORM,
    FORM_IN_WORDS,
    CompanyName,
    has_form,
    name_after,
    name_before,
    name_with_form,
    trimmed,
)

Party = Literal["landlord", "tenant"]
_LANDLORD = r"verhuurder|bailleur|bailleresse|vermieter(?:in)?|landlord|lessor"
_TENANT = r"huurder|preneur|preneuse|locataire|mieter(?:in)?|pächter|tenant|lessee"
_PARTY = re.compile(rf"(?<!\w)(?:(?P<landlord>{_LANDLORD})|(?P<tenant>{_TENANT}))(?!\w)", re.IGNORECASE)
_FAR = 420
"""Characters between a party's name and what it is called: its office, its number and its representative."""
_NEXT_CLAUSE = re.compile(r"\n\s{0,4}(?:§\s?[0-9]|(?:[Aa]rti(?:kel|cle)|ARTI(?:KEL|CLE)|Art\.|Clause)\s?[0-9])")
"""Where a clause of the contract begins, which speaks of the parties but introduces none."""
_SEATED = re.compile(
    r"\s{1,3}(?P<name>[A-ZÀ-Þ0-9][^,;:.()\"“„«\n]{1,60})\s?,\s{1,3}"
    r"(?:met\s(?:maatschappelijke\s)?zetel|(?:statutair\s)?gevestigd|ayant\sson\ssi[èe]ge|dont\sle\ssi[èe]ge|mit\s(?:dem\s)?Sitz|"
    r"having\sits|whose\sregistered)\b"
)
_GAP = re.compile(r",?\s{1,3}(?:of\s|whose\sregistered\soffice\sis\s(?:at\s)?)?", re.IGNORECASE)


def party_behind(text: str, end: int) -> Party | None:
    """What the party is called that is named up to a place: `…, hierna de huurder`."""
    clause = _NEXT_CLAUSE.search(text, end, end + _FAR)
    match = _PARTY.search(text, end, clause.start() if clause else end + _FAR)
    if match is None or text[match.end() : match.end() + 1] == ":" or _is_heading(text, match):
        return None
    return "landlord" if match["landlord"] else "tenant"


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """A line or a cell that is nothing but the word heads what follows it."""
    return text[: match.start()].rstrip(" ").endswith("\n") and text[match.end() : match.end() + 1] in ("\n", "\t", "")


def tenants(text: str) -> Iterator[tuple[CompanyName, tuple[int, int] | None]]:
    """The companies that are called tenant, each with the address that follows its name."""
    names = [name_with_form(text, form) for form in islice(FORM.finditer(text), 20)]
    for name in (*names, *_form_led(text), *_words_led(text), *_named_in_apposition(text)):
        if name is None or party_behind(text, name.end) != "tenant" or _PARTY.search(name.normalized):
            continue
        gap = _GAP.match(text, name.end)
        yield name, address_from(text, gap.end()) if gap else None


def _form_led(text: str) -> Iterator[CompanyName]:
    """`La SRL Korenbloem, dont le siège …`: the form stands before the name."""
    for led in islice(FORM_LED.finditer(text), 20):
        if (name := name_after(text, led.end(), len(text))) and has_form(name.normalized):
            yield name


def _words_led(text: str) -> Iterator[CompanyName]:
    """`De besloten vennootschap Korenbloem, met zetel te …`: the words of the form, a name without one, its seat."""
    for form in islice(FORM_IN_WORDS.finditer(plain(text)), 20):
        seated = _SEATED.match(text, form.end())
        if seated and (name := trimmed(text, *seated.span("name"))):
            yield name


def _named_in_apposition(text: str) -> Iterator[CompanyName]:
    """`la société Maison Verte, société à responsabilité limitée au capital de …`."""
    for form in islice(FORM_IN_WORDS.finditer(plain(text)), 20):
        before = text[: form.start()].rstrip(" \n")
        name = name_before(text, len(before) - 1) if before.endswith(",") else None
        if name:
            yield name

"""Companies that running text names beside the one a document is about: the founder, the shareholder, the agent.

What is said after such a name, up to the end of its sentence, is said of that company: `Holding X B.V., statutair
gevestigd te …, ingeschreven in het handelsregister onder nummer 12345678`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from domain.extraction.blocks import plain
from domain.extraction.company_names import ADDRESSED, names_of_subject
from domain.extraction.company_sentences import FORM_LED
from domain.extraction.company_shapes import FORM, FORM_IN_WORDS, has_form, name_after, name_before, name_with_form
from domain.extraction.fields import fields_of
from domain.extraction.sender_blocks import SenderBlock, sender_block
from schemas.extraction import DocumentType, PageText

_OF_SENTENCES: frozenset[DocumentType] = frozenset({"articles_of_association", "ubo_declaration", "power_of_attorney"})
"""Types that introduce companies in sentences. Of leases and of what is sent to customers headings tell the parties."""
_REACH = 420
"""Characters from a name to what is said of it in the same sentence: a seat, a capital and a court stand between."""
_LINES_OF_BLOCK = 7
_ENDS = re.compile(r"\n\n|;|(?<=[a-zà-ÿ0-9)]{3})\.\s+(?=[A-ZÀ-Ý0-9])|\.\n|:\s*\n|\n(?=[^\n:]{2,40}:\s)")
_QUOTED = re.compile(r"\s{1,3}[\"“„«‘]\s?(?P<name>[^\"“”„«»\n]{2,60}(?:\n[^\"“”„«»\n]{1,60})?)\s?[\"“”»’]")
_SEATED = re.compile(
    r"\s{1,3}(?P<name>[A-ZÀ-Þ0-9][^,;:.()\"“„«\n]{1,60})\s?,\s{1,3}"
    r"(?:ayant\sson|dont\sle|met\s(?:maatschappelijke\s)?zetel|mit\s(?:dem\s)?Sitz|having\sits|whose\sregistered)\b"
)
_WORD = re.compile(r"[^\W_]{3,}")
_OF_MANY_NAMES = frozenset({"gmbh", "sarl", "sas", "srl", "ltd", "limited", "plc", "inc", "the", "les", "der", "von"})


class Beside(NamedTuple):
    """The words of the names of the company that a document is about; none if it is not known."""

    ours: frozenset[str]
    on_its_line: bool = False
    """Only on the line of a place: what is sent to customers has no sentences, but a foot that names its sender."""
    names: frozenset[str] = frozenset()
    """Its names in plain text."""
    senders: tuple[tuple[int, SenderBlock], ...] = ()
    """The blocks in which those who send it name themselves, by page."""

    def is_named_before(self, text: str, start: int) -> bool:
        """Whether the last company that the sentence of a place names before it is another one. One that has a word of
        ours is not taken for another: before it may stand a title, or the row above."""
        if not self.ours:
            return False
        words = text[max(0, start - _REACH) : start]
        words = words[words.rfind("\n") + 1 :] if self.on_its_line else words
        ended = max((match.end() for match in _ENDS.finditer(words)), default=0)
        named = _last_named(words[ended:])
        return named is not None and self.ours.isdisjoint(_words_of(named))

    def is_anothers(self, page_index: int, text: str, at: int) -> bool:
        """Whether a place is in the block in which the sender names itself, or its sentence names another company."""
        sent = any(page == page_index and block.holds(at) for page, block in self.senders)
        return sent or self.is_named_before(text, at)

    def is_ours_above(self, text: str, start: int) -> bool:
        """Whether the last company that the lines above a place name is ours: its block ends with its number."""
        above = "\n".join(text[max(0, start - _REACH) : start].split("\n")[-_LINES_OF_BLOCK:])
        named = _last_named(above) if self.names else None
        # The name may end a line that its form begins.
        ends = {line.rpartition("  ")[2].strip() for line in plain(above).split("\n")}
        return (named is not None and plain(named) in self.names) or not self.names.isdisjoint(ends)


def companies_beside(pages: Sequence[PageText], kind: DocumentType) -> Beside:
    if kind not in _OF_SENTENCES | ADDRESSED:
        return Beside(frozenset())
    read = fields_of(pages)
    names = names_of_subject(read, kind)
    ours = frozenset(word for name in names for word in _words_of(name.normalized))
    named = frozenset(plain(name.normalized) for name in names)
    blocks = ((each.page_index, sender_block(each, kind)) for each in read if kind in ADDRESSED)
    return Beside(ours, kind in ADDRESSED, named, tuple((page, block) for page, block in blocks if block))


def _words_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain(name))) - _OF_MANY_NAMES


def _last_named(words: str) -> str | None:
    """The name nearest to the end of some words: with its form, or before the words of its form."""
    found = [(name.start, name.normalized) for form in FORM.finditer(words) if (name := name_with_form(words, form))]
    for led in FORM_LED.finditer(words):  # `de BV Korenbloem Beheer (ondernemingsnummer …`
        if (name := name_after(words, led.end(), len(words))) and has_form(name.normalized):
            found.append((name.start, name.normalized))
    for form in FORM_IN_WORDS.finditer(plain(words)):
        if quoted := _QUOTED.match(words, form.end()):  # `de naamloze vennootschap "IJzer Invest", met zetel te …`
            found.append((quoted.start(), quoted["name"]))
        if seated := _SEATED.match(words, form.end()):  # `la société anonyme INVEST MOSAN, ayant son siège à …`
            found.append((seated.start(), seated["name"]))
        before = words[: form.start()].rstrip(" \n")
        name = name_before(words, len(before) - 1) if before.endswith(",") else None
        if name:
            found.append((name.start, name.normalized))
    return max(found, default=(0, None))[1]

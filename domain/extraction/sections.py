"""Whom the rows of a page are about: a heading or the label of a party begins a section, and another ends it."""

import re

from domain.extraction.labels import Label
from domain.extraction.lines import Piece
from domain.extraction.page_fields import Context

_SECTIONS = frozenset(
    {
        "subject",
        "other",
        "directors",
        "owners",
        "shareholders",
        "function_label",
        "account_holder",
        "bank",
        "issuer",
        "company",
        "nobody",
        "beneficiary",
    }
)
_OF_THE_COMPANY = frozenset({"legal_form", "registered_address", "company", "supply_address"})
OF_PERSONS = frozenset({"directors", "function_label", "owners", "shareholders", "nobody"})
_FORGOTTEN_AFTER = 14
"""Rows; a section without any field for so long has ended."""


_HEADS_SIGNING = re.compile(
    r"(?:ondertekening|handtekening(?:en)?|signatures?|unterschrift(?:en)?|unterzeichnung)(?![a-z])[^:]{0,60}"
)
_OF_OWNERS = frozenset({"owners", "shareholders", "beneficiary"})


class Sections:
    """What was read before a row."""

    def __init__(self, section: str | None, heading: str, beside: dict[int, int]) -> None:
        self.section = section
        self.heading = heading
        self.beside = beside
        """The row with the value of a label, where a column of labels comes before that of its values."""
        self.header: frozenset[str] = frozenset()
        self.columns = 0
        self.quiet = 0
        self.headed_just_now = False
        """The row before was the heading of the section."""
        self.of_a_company = False
        """The section is about a company that has the function of its heading, and whose address may follow."""
        self.in_one_row = False
        """The section was named beside a value, not above a block."""

    def enter(self, section: str | None, heading: str, in_one_row: bool = False) -> None:
        self.section, self.heading, self.in_one_row = section, heading, in_one_row
        self.headed_just_now, self.of_a_company = False, False
        self.header, self.columns, self.quiet = frozenset(), 0, 0

    def ends_at_signing(self, words: str, numbered: bool) -> bool:
        """Whether a row heads the part of a form that is signed, `3. Ondertekening door een bestuurder`: who signs is
        named there, and no owner."""
        signing = self.section in _OF_OWNERS and numbered and _HEADS_SIGNING.fullmatch(words) is not None
        if signing:
            self.enter(None, "")
        return signing

    def is_another(self, label: Label) -> bool:
        """Whether the name of a company is that of an auditor, under a heading of its own."""
        return label.meaning == "company" and self.section == "nobody" and not self.in_one_row

    def pass_row(self) -> None:
        self.quiet += 1
        if self.quiet > _FORGOTTEN_AFTER:
            self.enter(None, "")

    def context(self, is_label: bool) -> Context:
        return Context(self.section, self.heading, self.header, self.columns, is_label)


def words_of(cell: Piece, label: Label) -> str:
    """The label as the document writes it."""
    return cell.text[label.start : label.start + len(label.written)]


def head(cell: Piece, label: Label, state: Sections, with_value: bool) -> None:
    """A label of a party begins a section; one of the company itself ends that of a person."""
    if label.meaning in _OF_THE_COMPANY:
        if state.section == "function_label" and label.meaning == "company" and state.headed_just_now:
            state.of_a_company = True
        elif (
            (state.section in ("issuer", "bank"))
            or (state.section in OF_PERSONS and not state.of_a_company and not state.is_another(label))
            or (label.meaning == "company" and state.in_one_row)
        ):
            state.enter(None, "")
    elif label.meaning in _SECTIONS:
        state.enter(label.meaning, words_of(cell, label), with_value)

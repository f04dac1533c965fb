"""The holder of a bank account, as statements, RIBs and letters of banks name it."""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_names import addressee
from domain.extraction.company_sentences import certified, with_seat
from domain.extraction.company_shapes import has_form, trimmed, trimmed_piece
from domain.extraction.found import Found
from domain.extraction.name_ends import without_rest
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import name_at
from schemas.extraction import DocumentType

_OF_ACCOUNTS: frozenset[DocumentType] = frozenset({"bank_statement", "unknown"})
_LONGEST = 120


_IN_SENTENCE = re.compile(
    over_lines(
        r"\b(?:Kontoinhaber(?:in)?|[Rr]ekeninghouder|[Tt]itulaire\sdu\scompte|[Aa]ccount\sholder)\s?(?::|is|ist|est)?\s"
        r"(?=(?P<name>[A-ZÀ-Þ][^,;:\n]{2,60}),\s(?:IBAN|BIC)\b)"
    )
)
"""`… von Ihrem Konto ab: Kontoinhaber Korenbloem GmbH, IBAN DE••••`, in the sentence on a direct debit."""


def account_holders(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    """By label in any document; on a statement that has none, the addressee."""
    labelled = list(_labelled(pages, kind))
    labelled = labelled or list(_in_sentences(pages))
    if labelled:
        yield from (found for found in labelled if found.value_normalized == labelled[0].value_normalized)
    elif kind == "bank_statement":
        for read in pages[:1]:
            for name in (*certified(read), *with_seat(read), *addressee(read, kind)):
                yield Found("account_holder", read.page_index, name.start, name.end, name.normalized)


def _in_sentences(pages: Sequence[PageFields]) -> Iterator[Found]:
    for read in pages:
        for match in _IN_SENTENCE.finditer(read.text):
            name = trimmed(read.text, *match.span("name"))
            if name and has_form(name.normalized):
                yield Found("account_holder", read.page_index, name.start, name.end, name.normalized)


def _labelled(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    for read in pages:
        for field in read.fields:
            named = field.meaning == "account_holder" or (
                kind == "bank_statement"
                and field.meaning in ("subject", "company")
                and field.section not in ("other", "bank")
            )
            if not named or len(field.value.text) > _LONGEST or not _speaks_of_accounts(plain(field.label), kind):
                continue
            name = trimmed_piece(without_rest(field.value))
            if name and not re.search(r"[0-9]{5}", name.normalized) and _is_name(name.normalized):
                yield Found("account_holder", read.page_index, name.start, name.end, name.normalized)


def _speaks_of_accounts(label: str, kind: DocumentType) -> bool:
    """`Titulaire` and `op naam van` also stand in contracts and on identity documents."""
    return kind in _OF_ACCOUNTS or re.search(r"reken|compte|konto|account", label) is not None


def _is_name(text: str) -> bool:
    return has_form(text) or name_at(text, 0) is not None or (text[0].isupper() and len(text.split()) <= 6)

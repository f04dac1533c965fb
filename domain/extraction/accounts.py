"""IBANs of the company a document is about: those it calls the account, not those of who pays or is paid."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.extraction.context import line_around, windows_before
from domain.extraction.folding import folded_page
from domain.extraction.found import Found
from domain.extraction.ibans import CHECKSUM, WrittenIban, ibans_in
from domain.extraction.imprints import in_imprint
from domain.extraction.parties import ABOUT_CUSTOMER, Party, party_at
from schemas.extraction import DocumentType, PageText

_LABELLED, _UNLABELLED = 1, 2
_ROW = 120
"""Characters between two accounts of a table at most."""
_OWN_ACCOUNT = re.compile(
    r"rekening|compte|konto|account|iban|titulaire|houder|inhaber|rib|domicil|sepa|mandat|incasso|lastschrift"
    r"|direct debit"
)
_PAYING = re.compile(r"(?:te betalen|betaal|a payer|virement a|verser|zahl|uberweis|pay|remit|stort|overschrijv)")
_DEBITED = re.compile(
    r"(?:(?:van|vanaf|von|from|de|sur|op)\s(?:uw|your|votre|ihrem)\s(?:[a-z]+\s)?(?:bank)?(?:rekening|account|compte|konto)"
    r"|(?:schrijven|boeken|incasseren)\s[^.;]{0,50}?\s(?:van|vanaf)|(?:afgeschreven|geincasseerd|collected|debited)\s"
    r"(?:van|from)|(?:abgebucht|eingezogen)\svon)\s(?:(?:nr\.?|nummer|iban)[ :]{0,2})?$"
    r"|(?:automatische incasso|domiciliering|direct debit|lastschrift|domiciliation|prelevement)\s(?:[a-z]+\s){0,2}?"
    r"(?:vanaf|from|depuis|au depart de)\s(?:(?:uw|your|votre|ihrem)\s)?(?:(?:rekening|account|compte|konto)\s)?"
    r"(?:iban[ :]{0,2})?$"
)
"""`via automatische incasso vanaf NL46 …`, `von Ihrem Konto …`: the account of whoever pays."""
_OPENED_BEFORE = re.compile(
    r"(?:geopend|ouvert|opened|eroffnet\w*|gefuhrt\w*|held)\s(?:bij\s[^.;]{2,60}\s)?(?:op\snaam\svan\sde\svennootschap|"
    r"au\snom\sde\sla\ssociete|in\sthe\sname\sof\sthe\scompany|auf\sden\snamen\sder\sgesellschaft)[^.;:]{0,140}$"
    r"|auf\sden\snamen\sder\sgesellschaft\s[^.;:]{0,100}(?:eroffnet|gefuhrt|lautend)[^.;:]{0,100}$"
)
_OPENED_BEHIND = re.compile(
    r"[^.;:]{0,60}?(?:op\snaam\svan\sde\svennootschap|au\snom\sde\sla\ssociete|in\sthe\sname\sof\sthe\scompany|"
    r"auf\sden\snamen\sder\sgesellschaft)"
)
"""The account on which the capital was paid, if a deed says that it is in the name of the company being founded."""
_LISTED = re.compile(
    r"[\s,;*·•-]{1,8}(?:(?:en|et|und|and)\s{1,3})?(?:iban[\s:]{0,3})?"
    r"|(?:[ \t][a-z][a-z -]{2,30})?\s*\n(?:[a-z]{3}\s{1,3})?"
)
_BANK_ACCOUNTS = re.compile(r"comptes? bancaires?|bankrekening(?:en|nummers?)?|numeros? de compte|bank accounts?")
_TRANSACTION = re.compile(
    r"[0-9][.,][0-9]{2}(?![0-9.,])|overschrijving|storting|domiciliering|virement|prelevement|domiciliation|uberweisung"
    r"|lastschrift|gutschrift|transfer|credit from|direct debit|standing order|tegenpartij|contrepartie"
    r"|begunstigde|beneficia"
)
_NO_ACCOUNTS: frozenset[DocumentType] = frozenset(
    {"identity_document", "tax_certificate", "lease", "articles_of_association", "certificate_of_incorporation",
     "register_extract"}
)  # fmt: skip
"""Types that name the account of somebody else, or one on which the capital was paid before the company was."""
_OF_FOUNDATIONS: frozenset[DocumentType] = frozenset({"articles_of_association", "certificate_of_incorporation"})


class _Account(NamedTuple):
    """An account, whether the document calls it its own, and whose it is."""

    found: Found
    rank: int
    party: Party | None


def find_accounts(pages: Sequence[PageText], kind: DocumentType) -> Iterator[Found]:
    accounts: list[_Account] = []
    for page in pages:
        text = folded_page(page)
        accounts += _accounts_of_page(page, text, list(ibans_in(text)), kind)
    yield from _chosen(accounts, kind)


def _accounts_of_page(page: PageText, text: str, ibans: list[WrittenIban], kind: DocumentType) -> list[_Account]:
    """Each account of the page; of a list of them what is said of the first is said of all."""
    claims: list[_Account] = []
    for number, iban in enumerate(ibans):
        claim = _account(page, text, iban, kind)
        if number and _LISTED.fullmatch(text, ibans[number - 1].end, iban.start):
            claim = claim._replace(rank=min(claim.rank, claims[-1].rank))
        elif number and kind == "bank_statement" and _heads_column(text, ibans[0].start):
            between = text[ibans[number - 1].end : iban.start]
            if between.count("\n") == 1 and len(between) < _ROW and not _TRANSACTION.search(between):
                claim = claim._replace(rank=claims[-1].rank)
        claims.append(claim)
    return claims


def _account(page: PageText, text: str, iban: WrittenIban, kind: DocumentType) -> _Account:
    found = Found("iban", page.page_index, iban.start, iban.end, iban.value, (), None if iban.valid else CHECKSUM)
    windows = windows_before(text, iban.start)
    near = windows[0][-60:] if windows[0].strip() else windows[-1][-80:]
    own = _OWN_ACCOUNT.search(near) is not None and not _PAYING.search(near)
    own = own or _heads_column(text, iban.start)
    party = party_at(text, iban.start, iban.end, kind) if kind != "bank_statement" else "subject"
    if kind != "bank_statement" and _DEBITED.search(text, max(0, iban.start - 90), iban.start):
        own, party = True, "subject"
    if kind == "bank_statement":
        line_start, line_end = line_around(text, iban.start, iban.end)
        around = text[max(line_start, iban.start - 160) : iban.start] + text[iban.end : min(line_end, iban.end + 160)]
        if not around.strip(" \n:iban"):
            around = text[max(0, line_start - 120) : line_start].rpartition("\n")[0][-80:]
        strung = in_imprint(text, iban.start, iban.end) and not _heads_column(text, iban.start)
        own = own and _TRANSACTION.search(around) is None and not strung
        own = own and not _goes_on_booking(text, line_start)
    if kind == "register_extract":
        own = _BANK_ACCOUNTS.search(text, max(0, iban.start - 80), iban.start) is not None
    if kind in _OF_FOUNDATIONS:
        own = _OPENED_BEHIND.match(text, iban.end) is not None
        own = own or _OPENED_BEFORE.search(text[max(0, iban.start - 240) : iban.start]) is not None
    return _Account(found, _LABELLED if own else _UNLABELLED, party)


def _goes_on_booking(text: str, line_start: int) -> bool:
    """Whether the line above is a booking, with its day and no account of its own, and has its amount at its end or at
    that of the two lines below it."""
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : max(0, line_start - 1)]
    day = _DAY_AT_BEGIN.match(above)
    if day is None or next(ibans_in(above), None) is not None:
        return False
    below = text[line_start : line_start + _ROW * 2].split("\n")[:2] if _SAYS_MORE.search(above, day.end()) else []
    return any(_AMOUNT_AT_END.search(line) for line in (above, *below))


_DAY_AT_BEGIN = re.compile(r"\s*[0-3]?[0-9](?:[./-][01]?[0-9]|\s[a-z]{3,4}\b)")
_SAYS_MORE = re.compile(r"[a-z]{3}")
_AMOUNT_AT_END = re.compile(r"[0-9][.,][0-9]{2}\s?(?:[a-z]{1,3}|[-+€])?\s*$")


def _heads_column(text: str, start: int) -> bool:
    """Whether it is of the first row of a table of accounts, of which `IBAN` heads a column."""
    line_start, _ = line_around(text, start, start)
    head = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    return re.search(r"(?<![a-z])iban(?![a-z])", head) is not None and not any(map(str.isdigit, head))


def _chosen(claims: list[_Account], kind: DocumentType) -> Iterator[Found]:
    """Of a statement the accounts that it calls its own, or else the first it names: later ones are those of who paid
    or was paid."""
    if kind == "register_extract" or kind in _OF_FOUNDATIONS:
        claims = [claim for claim in claims if claim.rank == _LABELLED]
    elif kind in _NO_ACCOUNTS:
        return
    if kind in ABOUT_CUSTOMER and kind != "bank_statement":
        claims = [claim for claim in claims if claim.party == "subject" and claim.rank == _LABELLED]
    elif kind != "bank_statement":
        claims = [claim for claim in claims if claim.party != "other"]
    if not claims:
        return
    top = min(claim.rank for claim in claims)
    best = [claim.found for claim in claims if claim.rank == top]
    own = {found.value_normalized for found in best} if top == _LABELLED else {best[0].value_normalized}
    yield from (claim.found for claim in claims if claim.found.value_normalized in own)

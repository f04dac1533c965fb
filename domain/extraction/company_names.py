"""The name of the company that a document is about: from labels, titles, sentences, and the addressee's block."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from domain.extraction.acting_for import acted_for, between, past_acting
from domain.extraction.addressees import addressees
from domain.extraction.blocks import plain
from domain.extraction.company_sentences import (
    Named,
    certified,
    first_introduced,
    may_be_name,
    names_in_sentences,
    seated,
)
from domain.extraction.company_shapes import (
    FORM,
    FORM_IN_WORDS,
    CompanyName,
    form_span,
    has_form,
    looks_like_company,
    name_with_form,
    trimmed_piece,
)
from domain.extraction.company_titles import names_in_titles
from domain.extraction.german_entries import entered_names
from domain.extraction.issued_by import is_published_by
from domain.extraction.leases import tenants
from domain.extraction.lines import Piece
from domain.extraction.name_ends import without_rest
from domain.extraction.page_fields import Field, PageFields
from domain.extraction.private_names import is_persons
from domain.extraction.sender_blocks import sender_block
from domain.extraction.sole_traders import sole_trader
from domain.extraction.swiss_entries import registered_names
from domain.extraction.table_heads import heads_column
from domain.naming import core_name, legal_form
from schemas.extraction import DocumentType

ADDRESSED: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice"})
"""Documents that are sent to the company by another one."""
_OF_PERSONS = frozenset({"directors", "owners", "shareholders", "function_label", "nobody"})
_NOT_OURS = frozenset({"other", "beneficiary", "bank", "issuer"})
_LONGEST = 140
_ABOUT_A_COMPANY: frozenset[DocumentType] = frozenset(
    {"register_extract", "annual_accounts", "certificate_of_incorporation"}
)
_REGISTERS: frozenset[DocumentType] = frozenset(
    {
        "register_extract",
        "articles_of_association",
        "certificate_of_incorporation",
        "annual_accounts",
        "tax_certificate",
        "ubo_declaration",
    }
)


def names_of_subject(pages: Sequence[PageFields], kind: DocumentType) -> list[Named]:
    """The places that give the best evidenced name; empty if none is."""
    if kind == "identity_document":
        return []
    named = [name for read in pages for name in _candidates(read, kind)]
    best = max((name.strength for name in named), default=0)
    chosen = _most_often([name for name in named if name.strength == best])
    if chosen is None:
        return []
    same = [name for name in named if core_name(name.normalized) == core_name(chosen.normalized)]
    # Of one name in several writings the one with its legal form, and not in capitals where the document has both.
    with_form = [name for name in same if name.strength >= min(best, 3) and has_form(name.normalized)] or [chosen]
    best_form = legal_form(with_form[0].normalized)
    writing = next(
        (name for name in with_form if not name.normalized.isupper() and legal_form(name.normalized) == best_form),
        with_form[0],
    )
    others = (name for name in same if name.normalized.lower() == writing.normalized.lower() and name != writing)
    return [writing, *(name._replace(normalized=writing.normalized) for name in others)]


def _candidates(read: PageFields, kind: DocumentType) -> Iterator[Named]:
    """The names of a page, but those of whoever sends a letter to the company, in its own block."""
    sender = sender_block(read, kind) if kind in ADDRESSED else None
    for name in _names_on(read, kind):
        weak = name.strength <= 2 and between(read.text, name.start)
        if not weak and (sender is None or not sender.holds(name.start)):
            yield name


def _most_often(named: list[Named]) -> Named | None:
    """What is said most often of the equally strong; the first if all are said once."""
    counts: dict[str, int] = {}
    for core in {(name.page_index, name.start, core_name(name.normalized)) for name in named}:
        counts[core[2]] = counts.get(core[2], 0) + 1
    return max(named, key=lambda name: counts[core_name(name.normalized)], default=None)


def _names_on(read: PageFields, kind: DocumentType) -> Iterator[Named]:
    yield from (name for field in read.fields if (name := _labelled(read, field, kind)))
    yield from _in_full(read)
    yield from (Named(5, read.page_index, *name) for name in (*registered_names(read), *entered_names(read)))
    if kind in ADDRESSED or kind in ("tax_certificate", "unknown"):
        yield from addressee(read, kind)
    if kind == "bank_statement":
        yield from certified(read)
        yield from seated(read)
    if kind in ADDRESSED:
        return
    if kind == "lease":
        yield from (Named(3, read.page_index, *name) for name, _ in tenants(read.text))
        return
    if kind == "certificate_of_incorporation":
        yield from _quoted(read)
    yield from names_in_titles(read)
    yield from names_in_sentences(read)
    if kind == "power_of_attorney":
        yield from first_introduced(read)
    if kind == "ubo_declaration":
        yield from (Named(4, read.page_index, *name) for name in acted_for(read.text))
    if kind == "register_extract":
        yield from sole_trader(read)
    if kind != "unknown":
        yield from _alone(read)
    yield from _mentioned(read)


_IN_FULL = re.compile(r"\((?:voluit|en entier|in full)\)\s?:\s?")


def _in_full(read: PageFields) -> Iterator[Named]:
    """`(voluit) : Korenbloem` below `Naam`, as the forms of the Belgian Gazette have it."""
    for row in read.rows:
        label = _IN_FULL.match(row.plain)
        name = trimmed_piece(Piece(row.start + label.end(), row.end, row.text[label.end() :])) if label else None
        if name and may_be_name(name.normalized, 5):
            yield Named(5, read.page_index, *name)


def _labelled(read: PageFields, field: Field, kind: DocumentType) -> Named | None:
    strength = _strength(field, kind)
    if not strength or field.value.text.endswith((":",)):
        return None
    value = without_rest(past_acting(_with_form_below(read, field)))
    name = trimmed_piece(value)
    if name is None or len(name.normalized) > _LONGEST or not may_be_name(name.normalized, strength):
        return None
    if not has_form(name.normalized) and (
        plain(field.label) in _WEAK_LABELS or (kind in ADDRESSED and heads_column(read, field))
    ):
        return None
    if strength < 5 and not has_form(name.normalized) and not _is_registered_name(read, field, kind):
        # A person's name, or the first line of a block.
        if not _is_customers(field, kind, name):
            return None
        strength = 1
    return Named(strength, read.page_index, name.start, name.end, name.normalized)


def _is_customers(field: Field, kind: DocumentType, name: CompanyName) -> bool:
    """The holder of a business's account may be written without a form, as `Maison Perrault`; a person is none."""
    return (
        kind == "bank_statement"
        and field.meaning == "account_holder"
        and field.section == "account_holder"
        and not any(map(str.isdigit, name.normalized))
        and not is_persons(name.normalized)
    )


def _with_form_below(read: PageFields, field: Field) -> Piece:
    """The value, and what a narrow column writes of its form in the two rows below it: `Limited`."""
    value, end = field.value, field.value.end
    for below in () if has_form(value.text) else read.rows[field.row + 1 : field.row + 3]:
        if len(below.cells) > 1 or len(below.text) > 40 or read.text[end : below.start].strip():
            break
        end = below.end
        written = read.text[value.start : end]
        forms = (*FORM.finditer(written), *FORM_IN_WORDS.finditer(plain(written)))
        if FORM.fullmatch(below.text) or any(
            form.end() == len(written) for form in forms if form.start() < value.end - value.start
        ):
            return Piece(value.start, end, written)
    return value


def _is_registered_name(read: PageFields, field: Field, kind: DocumentType) -> bool:
    """A register names a company `Naam: Korenbloem`; a person's name has given names beside it."""
    if field.meaning != "name" or field.section not in (None, "subject"):
        return False
    if kind not in _ABOUT_A_COMPANY and not (
        kind in _REGISTERS
        and any(
            other.meaning in ("legal_form", "registered_address")
            and abs(other.row - field.row) <= (6 if field.below else 3)
            for other in read.fields
        )
    ):
        return False
    return not any(other.meaning in ("given", "surname") and abs(other.row - field.row) <= 3 for other in read.fields)


def _strength(field: Field, kind: DocumentType) -> int:
    if field.meaning == "company":
        return 0 if field.section in _NOT_OURS | {"shareholders", "nobody"} else 5
    if field.section in _NOT_OURS or field.section in _OF_PERSONS:
        return 0
    match field.meaning:
        case "name":
            return 4 if kind in _REGISTERS or field.section == "subject" else 3
        case "subject":
            return 4
        case "supply_address":
            return 4 if kind in ADDRESSED else 0
        case "account_holder":
            return 4 if kind in ("bank_statement", "unknown") else 2
        case _:
            return 0


_WEAK_LABELS = frozenset({"bezeichnung", "designation", "handelsname", "bedrijf", "appellation"})
"""They also head columns of goods."""
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{3,90})[\"”“»]")


def _quoted(read: PageFields) -> Iterator[Named]:
    """The company that a certificate names in quotes, which may run over the end of a line."""
    for match in _QUOTED.finditer(read.text):
        name = trimmed_piece(Piece(match.start(1), match.end(1), match[1]))
        if name and form_span(name.normalized) and may_be_name(name.normalized, 3):
            yield Named(3, read.page_index, *name)


def _alone(read: PageFields) -> Iterator[Named]:
    """Rows near the top that are nothing but a company's name."""
    if read.page_index > 1:
        return
    for number, row in enumerate(read.rows[:25]):
        context = read.contexts[number]
        if context.section in _NOT_OURS or context.section in _OF_PERSONS or context.is_label:
            continue
        value = row.cells[-1] if len(row.cells) == 2 and not has_form(row.cells[0].text) else None
        name = looks_like_company(value or Piece(row.start, row.end, row.text))
        if name and may_be_name(name.normalized, 1):
            yield Named(3 if _has_number_below(read, number) else 1, read.page_index, *name)


_OWN_NUMBER = re.compile(
    r"(?:company|registered|registration|enterprise|vat) (?:registration )?(?:no|number)|ondernemingsnummer|"
    r"n(?:umero|°|o) d'entreprise|kvk|rcs |siren|hrb|hra|btw|tva|registernummer|company no|rsin|r\.c\.s|r\.p\.[rm]"
)


def _has_number_below(read: PageFields, number: int) -> bool:
    """Whether the number of the company itself is what follows its name at the top of a register's page."""
    below = read.rows[number + 1] if number + 1 < len(read.rows) else None
    return read.page_index == 0 and below is not None and _OWN_NUMBER.match(below.plain) is not None


def _mentioned(read: PageFields) -> Iterator[Named]:
    """The one company that a page speaks of; none if it speaks of several. An auditor in a table is not spoken of."""
    spoken = (row for row, context in zip(read.rows, read.contexts, strict=True) if context.section != "nobody")
    rows = (row for row in spoken if len(row.text) < 400)
    found = list(islice((name for row in rows for name in names_in_text(row.text, row.start)), 12))
    found = [name for name in found if not is_published_by(read.text, name.start)]
    if len({core_name(name.normalized) for name in found}) == 1:
        yield from (Named(1, read.page_index, *name) for name in found)


def addressee(read: PageFields, kind: DocumentType) -> Iterator[Named]:
    """The name of the addressee; one without a legal form only on what is sent to customers. The last block is the
    addressee's where several may be, the first the sender's."""
    blocks = [block.name for block in addressees(read, kind) if kind != "unknown" or has_form(block.name.normalized)]
    with_form = [name for name in blocks if has_form(name.normalized)]
    if blocks:
        name = (with_form or blocks)[-1]
        person = kind == "tax_certificate" and is_persons(name.normalized)  # whose business a sentence may name
        yield Named(1 if person else 2, read.page_index, *name)


def names_in_text(text: str, start: int) -> Iterator[CompanyName]:
    """The names that end with a legal form in a text that begins at `start` of its page."""
    for form in FORM.finditer(text):
        name = name_with_form(text, form)
        if name:
            yield CompanyName(start + name.start, start + name.end, name.normalized)

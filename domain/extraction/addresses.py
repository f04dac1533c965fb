"""The address of the company's registered office; on bills and statements the customer's.

Of several, the best evidenced is taken: an explicit label before the words of a deed, these before a general label,
and that before the block under the addressee's name. Addresses of notaries, issuers, landlords, branches and persons
are not the company's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from domain.addresses import compare_addresses
from domain.extraction.address_blocks import (
    block_below,
    whole_address,
)
from domain.extraction.address_parts import address_in_parts
from domain.extraction.address_sentences import address_from, addresses_in_sentences, speaks_of_company
from domain.extraction.address_shapes import (
    MONTH,
    has_postcode,
    in_one_line,
    is_street,
    names_street,
)
from domain.extraction.addressees import addressees
from domain.extraction.blocks import plain
from domain.extraction.companies_beside import companies_beside
from domain.extraction.company_names import names_of_subject
from domain.extraction.company_shapes import FORM, looks_like_company, name_with_form
from domain.extraction.fields import fields_of
from domain.extraction.folding import folded as folded_text
from domain.extraction.found import Found
from domain.extraction.imprints import in_imprint
from domain.extraction.labels import label_at
from domain.extraction.leases import tenants
from domain.extraction.page_fields import Field, PageFields
from domain.extraction.swiss_entries import registered_addresses
from domain.naming import core_name, folded
from schemas.extraction import DocumentType, Language, PageText

_TO_A_CUSTOMER: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice", "tax_certificate"})
_OF_PERSONS = frozenset({"directors", "owners", "shareholders", "function_label", "nobody"})
_NOT_OURS = frozenset({"other", "beneficiary", "bank", "issuer"})
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}[0-9]{2}(?:\s?[0-9A-Z]{4}){2}|\bIBAN\b")
"""What an address never has within it: a block below a name may be that of its account."""
_PERSON = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{2,}\s[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?|"
    r"(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Herrn?|Frau|Dhr\.?|[Dd]e heer|[Mm]evr(?:ouw|\.)?|Monsieur|Madame)\s"
    r"[^,0-9\n]{3,50}),\s"
)
"""`DELVAUX Christophe, Rue Haute 3, 7500 Tournai` is where a director lives."""
_OF_GOODS = re.compile(r"liefer|leverings|aflever|(?:adresse|lieu) de livraison|deliver|ship")
"""Where goods are sent to, on an invoice that has the customer's own address as well."""
_SITE = re.compile(
    r"(?:PARC|PARK|ZAC|ZONE|DOMAINE|CHÂTEAU|CHATEAU|FERME|CENTRE|CENTER|CAMPUS|SITE|VILLA|HOF|KASTEEL|TOUR|IMMEUBLE|"
    r"BÂTIMENT|BATIMENT|GALERIE|PORT|CITÉ|CITE|LIEU)\b"
)
"""`PARC Einstein, 1300 Wavre` is where a company is."""
_DATED = re.compile(
    rf"(?<!rue du )(?<!place du )(?<!avenue du )(?<!square du )(?<![0-9])[0-9]{{1,2}}(?:er|\.)?\s{MONTH}\s20[0-9]{{2}}|"
    r"(?<![0-9/.-])[0-9]{1,2}([./-])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9])",
    re.IGNORECASE,
)
"""`Liège, le 12 mars 2024` is where and when a paper was signed; `Rue du 19 mars 1962` is a street."""
_SENTENCE = 420
"""Characters from a company's name to its address in one sentence."""


class _Place(NamedTuple):
    strength: int
    page_index: int
    start: int
    end: int
    normalized: str


def find_addresses(pages: Sequence[PageText], kind: DocumentType, language: Language) -> Iterator[Found]:
    if kind == "identity_document":
        return
    places: list[_Place] = []
    document = fields_of(pages)
    names = names_of_subject(document, kind)
    ours = {core_name(name.normalized) for name in names[:1]}
    beside = companies_beside(pages, kind)
    for read in document:
        places += _labelled(read, kind)
        places += _below_name(read, ours)
        places += _behind_name(read, ours, [name.end for name in names if name.page_index == read.page_index])
        if kind == "lease":
            places += _tenants(read)
        places += [
            place
            for place in _in_prose(read, ours if kind in _TO_A_CUSTOMER else None)
            if not beside.is_named_before(read.text, place.start)
        ]
        if kind in _TO_A_CUSTOMER or (kind == "unknown" and ours):
            places += _addressees(read, ours, kind)
    places = _as_supplied([place for place in places if not _is_no_address(place.normalized)])
    best = max((place.strength for place in places), default=0)
    strongest = [place for place in places if place.strength == best]
    chosen = min(strongest, key=lambda place: (place.page_index, place.start), default=None)
    for place in places:
        if chosen and (place is chosen or compare_addresses(place.normalized, chosen.normalized) == "same"):
            yield Found("registered_address", place.page_index, place.start, place.end, chosen.normalized)


def _as_supplied(places: list[_Place]) -> list[_Place]:
    """Where a bill is sent to the place that it is for, in the writing of that: envelopes have capitals."""
    supplied = [place.normalized for place in places if place.strength == _SUPPLIED]
    return [
        place._replace(strength=_SUPPLIED - 1)
        if place.strength > _SUPPLIED and any(compare_addresses(place.normalized, each) == "same" for each in supplied)
        else place
        for place in places
    ]


_SUPPLIED = 5
"""The strength of a place of supply; where the bill is sent to is stronger."""


def _is_no_address(words: str) -> bool:
    """Whether words have in them what no address of a company has: an account, a day, a person."""
    person = _PERSON.match(words)
    of_a_person = person is not None and not (names_street(person[0]) or _SITE.match(person[0]))
    return of_a_person or _ACCOUNT.search(words) is not None or _DATED.search(words) is not None


def _labelled(read: PageFields, kind: DocumentType) -> Iterator[_Place]:
    text = folded_text(read.text)
    for field in read.fields:
        strength = _strength(field, kind)
        if strength > 2 and kind == "unknown" and in_imprint(text, field.value.start, field.value.end):
            strength = 2  # of whoever writes a letter, that may be about its addressee
        if not strength:
            continue
        span = whole_address(read, field)
        if span:
            yield _placed(read, strength, span)
        elif field.meaning in _ADDRESSES and (parts := address_in_parts(read, field.row)) is not None:
            yield _Place(strength, read.page_index, *parts)
    yield from _headed_parts(read)
    yield from (_placed(read, 5, span) for span in registered_addresses(read))


_ADDRESSES = frozenset({"address", "registered_address", "supply_address", "address_part"})


def _headed_parts(read: PageFields) -> Iterator[_Place]:
    """Of a form that has the parts of the address as columns, or below a heading: `Siège social | Numéro | Rue`."""
    for number, row in enumerate(read.rows):
        label = label_at(row.plain)
        section = read.contexts[number].section
        if label is None or label.meaning not in _ADDRESSES or section in _NOT_OURS or section in _OF_PERSONS:
            continue
        if not read.contexts[number].header and label.meaning != "address_part":
            continue
        parts = address_in_parts(read, number)
        if parts:
            yield _Place(4 if label.meaning == "registered_address" else 2, read.page_index, *parts)


def _placed(read: PageFields, strength: int, span: tuple[int, int]) -> _Place:
    """In the text of a turned page the last line of an address may stand before its first."""
    start, end = span
    if start < end:
        return _Place(strength, read.page_index, start, end, in_one_line(read.text[start:end]))
    first, last = read.text.rfind("\n", 0, end) + 1, read.text.find("\n", start)
    last = last if last > 0 else len(read.text)
    lines = read.text[first:last].split("\n")
    return _Place(strength, read.page_index, first, last, in_one_line("\n".join(reversed(lines))))


def _strength(field: Field, kind: DocumentType) -> int:
    if field.section in _OF_PERSONS:
        return 0  # of a company that leads or owns the one the document is about
    if field.section in _NOT_OURS:
        # An extract may give the address only with the establishment.
        return int(field.meaning == "registered_address" and kind == "register_extract" and field.section == "other")
    match field.meaning:
        case "registered_address":
            return (
                4 if kind not in _TO_A_CUSTOMER else 2 if kind in ("utility_bill", "bank_statement", "invoice") else 4
            )
        case "supply_address":
            goods = kind == "invoice" and _OF_GOODS.match(plain(field.label)) is not None
            return 2 if goods else _SUPPLIED if kind in _TO_A_CUSTOMER else 1
        case "address":
            return 4 if field.section in ("subject", "account_holder") and kind in _TO_A_CUSTOMER else 3
        case "subject" | "account_holder":
            inline = FORM.search(field.value.text) is not None and has_postcode(field.value.text)
            whole = inline and kind == "ubo_declaration"
            return 3 if kind in _TO_A_CUSTOMER else 4 if whole else 2
        case _:
            return 0


def _below_name(read: PageFields, ours: set[str]) -> Iterator[_Place]:
    """The block of street and town in the rows below the company's name, wherever that stands by itself."""
    for number, row in enumerate(read.rows[:60]):
        name = looks_like_company(row.cells[-1])
        if name and core_name(name.normalized) in ours and read.contexts[number].section not in _NOT_OURS:
            span = block_below(read, number + 1)
            if span:
                yield _placed(read, 2, span)


def _addressees(read: PageFields, ours: set[str], kind: DocumentType) -> Iterator[_Place]:
    """The address of the addressee's block: the one with the customer's name, or the last if no name is known. To where
    energy is delivered may be a shop or a plant: the bill is sent to the customer's seat."""
    blocks = addressees(read, kind)
    named = [block for block in blocks if core_name(block.name.normalized) in ours]
    for block in named or ([] if ours else blocks[-1:]):
        # The customer's own name is a better sign than a label `Registered office` in the imprint.
        strength = 2 if not named else _SUPPLIED + 1 if kind == "utility_bill" else 3
        place = _placed(read, strength, (block.start, block.end))
        yield place._replace(normalized=in_one_line("\n".join(block.lines))) if block.lines else place


def _tenants(read: PageFields) -> Iterator[_Place]:
    for _, span in tenants(read.text):
        if span:
            yield _Place(3, read.page_index, *span, in_one_line(" ".join(read.text[slice(*span)].split())))


def _in_prose(read: PageFields, ours: set[str] | None) -> Iterator[_Place]:
    """The addresses in sentences; where names are given, in sentences that one of these begins."""
    text = read.text
    for span in addresses_in_sentences(text):
        if _is_labelled_another(read, span[0]):
            continue
        if ours is None or _speaks_of(text[max(0, span[0] - _SENTENCE) : span[0]], ours):
            strength = 2 if ours is not None else 4 if speaks_of_company(text, span[0]) else 3
            yield _Place(strength, read.page_index, *span, in_one_line(" ".join(text[slice(*span)].split())))


def _is_labelled_another(read: PageFields, at: int) -> bool:
    """Whether a place is in a row with the label of another party: `BAILLEUR | Fondation X, sise rue …`."""
    rows = zip(read.rows, read.contexts, strict=True)
    return any(row.start <= at < row.end and context.is_label and context.section in _NOT_OURS for row, context in rows)


def _speaks_of(words: str, ours: set[str]) -> bool:
    """Whether the last company that is named in some words is one of ours; a name may have no form."""
    named = [name for form in FORM.finditer(words) if (name := name_with_form(words, form)) is not None]
    if not named:
        return any(core and f" {core} " in f" {folded(words)} " for core in ours)
    return core_name(named[-1].normalized) in ours


def _is_written_on(text: str) -> bool:
    """Whether a sentence goes on with an address: a label in between begins another thing."""
    return is_street(text) and re.search(r":\s", text) is None


_CONNECTING = re.compile(
    r"(?:\s?\([^()\n]{1,80}\))?(?:[\s,;:–-]{1,3}|(?:of|te|at|in|à|au|zu|is|aan|op|het|adres|adresse|address|"
    r"Anschrift|sise?|situ[ée]e?|located|established|gevestigd|"
    r"[ée]tablie?|domicili[ée]e?|ansässig|geschäftsansässig|kantoor|kantoorhoudende|having|its|registered|"
    r"principal|office|place|business|mit|dem|der|Sitz|met|zetel|ayant|son|siège|"
    r"social|dont|le|la|est|whose|wohnhaft|with|an)(?=[\s:,])){1,14}|\s?\((?=[^()\n]{3,60}[0-9])"
)


def _behind_name(read: PageFields, ours: set[str], ends: Sequence[int]) -> Iterator[_Place]:
    """`Acme GmbH, Domstraße 12, 50668 Köln`: the address that follows the company's name in a sentence. `ends` are
    those of its names that may have no form."""
    named = ((form.end(), name_with_form(read.text, form)) for form in islice(FORM.finditer(read.text), 40))
    with_form = [end for end, name in named if name is not None and core_name(name.normalized) in ours]
    for end in dict.fromkeys((*with_form, *ends)):
        gap = None if _is_labelled_another(read, end) else _CONNECTING.match(read.text, end)
        span = address_from(read.text, gap.end()) if gap else None
        if span and span[1] - span[0] < 110 and _is_written_on(read.text[slice(*span)]):
            yield _Place(1, read.page_index, *span, in_one_line(" ".join(read.text[slice(*span)].split())))

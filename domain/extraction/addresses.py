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
from domain.extraction.address_parts import address_in_parts
from domain.extraction.address_sentences import address_from, addresses_in_sentences, speaks_of_company
from domain.extraction.address_shapes import (
    COUNTRY,
    LONGEST,
    country_end,
    has_postcode,
    in_one_line,
    is_british,
    is_street,
    names_street,
    postcodes,
    street_after,
    town_end,
)
from domain.extraction.addressees import addressees
from domain.extraction.company_names import names_of_subject
from domain.extraction.company_shapes import FORM, looks_like_company, name_with_form
from domain.extraction.fields import Field, PageFields, fields_of
from domain.extraction.found import Found
from domain.extraction.labels import label_at
from domain.extraction.leases import tenants
from domain.extraction.lines import Piece, stripped
from domain.naming import core_name
from schemas.extraction import DocumentType, Language, PageText

_TO_A_CUSTOMER: frozenset[DocumentType] = frozenset({"utility_bill", "bank_statement", "invoice", "tax_certificate"})
_OF_PERSONS = frozenset({"directors", "owners", "shareholders", "function_label", "nobody"})
_NOT_OURS = frozenset({"other", "beneficiary", "bank", "issuer"})
_SENTENCE = 420
"""Characters from a company's name to its address in one sentence."""
_UNKNOWN_LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?: [^\W\d_]+){0,3}\s?:\s")
_MOST_LINES = 4
_MOST_BRITISH_LINES = 7
"""House, street, district, town, county and postal code have a line each."""


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
    ours = {core_name(name.normalized) for name in names_of_subject(document, kind)[:1]}
    for read in document:
        places += _labelled(read, kind)
        places += _below_name(read, ours)
        places += _behind_name(read, ours)
        if kind == "lease":
            places += _tenants(read)
        places += _in_prose(read, ours if kind in _TO_A_CUSTOMER else None)
        if kind in _TO_A_CUSTOMER:
            places += _addressees(read, ours)
    best = max((place.strength for place in places), default=0)
    strongest = [place for place in places if place.strength == best]
    chosen = min(strongest, key=lambda place: (place.page_index, place.start), default=None)
    for place in places:
        if chosen and (place is chosen or compare_addresses(place.normalized, chosen.normalized) == "same"):
            yield Found("registered_address", place.page_index, place.start, place.end, chosen.normalized)


def _labelled(read: PageFields, kind: DocumentType) -> Iterator[_Place]:
    for field in read.fields:
        strength = _strength(field, kind)
        if not strength:
            continue
        span = _whole_address(read, field)
        if span:
            yield _placed(read, strength, span)
        elif field.meaning in _ADDRESSES and (parts := address_in_parts(read, field.row)) is not None:
            yield _Place(strength, read.page_index, *parts)
    yield from _headed_parts(read)


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
    if field.section in _NOT_OURS or field.section in _OF_PERSONS:
        # A company's own label stands on its own, even below the names of persons.
        if field.meaning != "registered_address":
            return 0
        # An extract may give the address only with the establishment.
        return (
            4 if field.section not in _NOT_OURS else 1 if kind == "register_extract" and field.section == "other" else 0
        )
    match field.meaning:
        case "registered_address":
            return (
                4 if kind not in _TO_A_CUSTOMER else 2 if kind in ("utility_bill", "bank_statement", "invoice") else 4
            )
        case "supply_address":
            return 5 if kind in _TO_A_CUSTOMER else 1
        case "address":
            return 4 if field.section in ("subject", "account_holder") and kind in _TO_A_CUSTOMER else 3
        case "subject" | "account_holder":
            return 3 if kind in _TO_A_CUSTOMER else 2
        case _:
            return 0


def _whole_address(read: PageFields, field: Field) -> tuple[int, int] | None:
    """The value of a label with the lines below it that belong to it: from the street to the town, and the country."""
    value, number = field.value, field.row
    if field.meaning in ("subject", "account_holder"):
        inline = _after_name(value)
        if inline is None:
            return _block_below(read, number + 1)
        value = inline
    start, end = value.start, value.end
    if not any(map(str.isdigit, value.text)) and not names_street(value.text) and len(value.text) > 60:
        return None
    lines = 1
    while lines < _MOST_BRITISH_LINES and _last_postcode(read.text[start:end]) is None:
        following = _continuation(read, number + lines, field)
        if following is None:
            break
        end = following.end
        lines += 1
    text = read.text[start:end]
    code = _last_postcode(text)
    if code is not None and lines > _MOST_LINES and not is_british(code[0]):
        return None
    if code is None:
        return (
            (start, end)
            if names_street(text) and any(map(str.isdigit, text)) and "," in text and len(text) < 120
            else None
        )
    return _trimmed(read, start, end, code, number + lines, field)


def _after_name(value: Piece) -> Piece | None:
    """`Acme BV, Meir 12, 2000 Antwerpen` has its address after the first comma."""
    comma = value.text.find(",")
    if comma < 0 or not has_postcode(value.text):
        return None
    return stripped(value.start + comma + 1, value.text[comma + 1 :])


def _continuation(read: PageFields, number: int, field: Field) -> Piece | None:
    """The next line of a value, in its column."""
    if number >= len(read.rows):
        return None
    row = read.rows[number]
    label = label_at(row.plain)
    if label is None and _UNKNOWN_LABEL.match(row.text):
        return None
    if read.contexts[number].is_label and (label is None or label.meaning != "address_part"):
        return None
    cell = row.cells[-1] if len(row.cells) > 1 and not field.below else row.cells[0]
    return cell if len(cell.text) <= 90 and len(row.cells) == 1 else None


def _last_postcode(text: str) -> re.Match[str] | None:
    found = None
    for code in postcodes(text, 0, len(text)):
        # A number behind a street may look like a postal code; a town follows the real one.
        if is_british(code[0]) or town_end(text, code.end(), len(text)) is not None:
            found = code
    return found


def _trimmed(
    read: PageFields, start: int, end: int, code: re.Match[str], number: int, field: Field
) -> tuple[int, int] | None:
    text = read.text
    code_end = start + code.end()
    if start + LONGEST < end:
        end = start + LONGEST
    if is_british(code[0]):
        end = code_end
    else:
        town = town_end(text, code_end, end)
        if town is None:
            return None
        rest = text[town:end]
        if code.start() <= 3:  # the town first, then the street
            street = street_after(text, town, end)
            end = street if street else town
        else:
            end = town if rest.strip() else end
    end = country_end(text, end) if country_end(text, end) <= end + 40 else end
    following = _continuation(read, number, field)
    if following and COUNTRY.fullmatch(following.text) and not text[end : following.start].strip(" \n,."):
        end = following.end
    written = text[start:end]
    numbered = len(re.findall(r"[0-9]+", written)) > 1 or names_street(written[: max(0, code.start())])
    return (start, end) if is_street(written[:110]) and numbered else None


def _block_below(read: PageFields, number: int) -> tuple[int, int] | None:
    """A street and a town on the lines below a name."""
    for first in range(number, min(number + 3, len(read.rows))):
        row = read.rows[first]
        if read.contexts[first].is_label or len(row.text) > 110:
            return None
        code = _last_postcode(row.text)
        if code is None:
            continue
        town = row.start + code.end() if is_british(code[0]) else town_end(read.text, row.start + code.end(), row.end)
        if town is None:
            return None
        if code.start() > 6 and is_street(row.text[: code.start()]) and re.search(r"[0-9]", row.text[: code.start()]):
            start: int | None = row.start
        else:
            start = _street_above(read, number, first)
        if start is None:
            return None
        end = country_end(read.text, town)
        below = read.rows[first + 1] if first + 1 < len(read.rows) else None
        if below and COUNTRY.fullmatch(below.text):
            end = below.end
        return start, end
    return None


def _street_above(read: PageFields, number: int, first: int) -> int | None:
    for above in range(number, first):
        if is_street(read.rows[above].text) and read.rows[above].text[:4].lower() not in ("tel.", "tel:", "btw "):
            return read.rows[above].start
    return None


def _below_name(read: PageFields, ours: set[str]) -> Iterator[_Place]:
    """The block of street and town in the rows below the company's name, wherever that stands by itself."""
    for number, row in enumerate(read.rows[:60]):
        name = looks_like_company(row.cells[-1])
        if name and core_name(name.normalized) in ours and read.contexts[number].section not in _NOT_OURS:
            span = _block_below(read, number + 1)
            if span:
                yield _placed(read, 2, span)


def _addressees(read: PageFields, ours: set[str]) -> Iterator[_Place]:
    """The address of the addressee's block: the one with the customer's name, or the last if no name is known."""
    blocks = addressees(read)
    named = [block for block in blocks if core_name(block.name.normalized) in ours]
    for block in named or ([] if ours else blocks[-1:]):
        # The customer's own name is a better sign than a label `Registered office` in the imprint.
        yield _placed(read, 3 if named else 2, (block.start, block.end))


def _tenants(read: PageFields) -> Iterator[_Place]:
    for _, span in tenants(read.text):
        if span:
            yield _Place(3, read.page_index, *span, in_one_line(" ".join(read.text[slice(*span)].split())))


def _in_prose(read: PageFields, ours: set[str] | None) -> Iterator[_Place]:
    """The addresses in sentences; where names are given, in sentences that one of these begins."""
    text = read.text
    for span in addresses_in_sentences(text):
        if ours is None or _speaks_of(text[max(0, span[0] - _SENTENCE) : span[0]], ours):
            strength = 2 if ours is not None else 4 if speaks_of_company(text, span[0]) else 3
            yield _Place(strength, read.page_index, *span, in_one_line(" ".join(text[slice(*span)].split())))


def _speaks_of(words: str, ours: set[str]) -> bool:
    """Whether the last company that is named in some words is one of ours."""
    named = [name for form in FORM.finditer(words) if (name := name_with_form(words, form)) is not None]
    return bool(named) and core_name(named[-1].normalized) in ours


_CONNECTING = re.compile(
    r"(?:\s?\([^()\n]{1,80}\))?(?:[\s,;:–-]{1,3}|(?:of|te|at|in|à|au|zu|is|aan|op|het|adres|adresse|address|"
    r"Anschrift|sise?|situ[ée]e?|located|established|gevestigd|"
    r"[ée]tablie?|domicili[ée]e?|ansässig|geschäftsansässig|kantoor|kantoorhoudende|having|its|registered|"
    r"principal|office|place|business|mit|dem|der|Sitz|met|zetel|ayant|son|siège|"
    r"social|dont|le|la|est|whose|wohnhaft|with|an)(?=[\s:,])){1,14}"
)


def _behind_name(read: PageFields, ours: set[str]) -> Iterator[_Place]:
    """`Acme GmbH, Domstraße 12, 50668 Köln`: the address that follows the company's name in a sentence."""
    for form in islice(FORM.finditer(read.text), 40):
        name = name_with_form(read.text, form)
        if name is None or core_name(name.normalized) not in ours:
            continue
        gap = _CONNECTING.match(read.text, form.end())
        span = address_from(read.text, gap.end()) if gap else None
        if span and span[1] - span[0] < 110 and is_street(read.text[slice(*span)]):
            yield _Place(1, read.page_index, *span, in_one_line(" ".join(read.text[slice(*span)].split())))

"""Addresses that stand on rows of their own: the value of a label with the rows below it, the block below a name."""

import re

from domain.extraction.address_shapes import (
    COUNTRY,
    LONGEST,
    country_end,
    has_postcode,
    is_british,
    is_street,
    names_street,
    postcodes,
    street_after,
    town_end,
)
from domain.extraction.company_shapes import FORM
from domain.extraction.labels import label_at
from domain.extraction.lines import Piece, stripped
from domain.extraction.page_fields import Field, PageFields

_UNKNOWN_LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?: [^\W\d_]+){0,3}\s?:\s")
_MOST_LINES = 4
_MOST_BRITISH_LINES = 7
"""House, street, district, town, county and postal code have a line each."""


def whole_address(read: PageFields, field: Field) -> tuple[int, int] | None:
    """The value of a label with the lines below it that belong to it: from the street to the town, and the country."""
    value, number = field.value, field.row
    if field.meaning in ("subject", "account_holder"):
        inline = _after_name(value)
        if inline is None:
            return block_below(read, number + 1)
        value = inline
    elif _begins_with_name(value.text):
        value = _after_name(value) or value  # of the customer, as a bill names it before its address
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
        alone = value.text  # what follows below is of something else, as far as no postal code tells
        whole = names_street(alone) and any(map(str.isdigit, alone)) and "," in alone and len(alone) < 120
        return (value.start, value.end) if whole else None
    return _trimmed(read, start, end, code, number + lines, field)


_SEAT = re.compile(
    r"\s(?:Si[èe]ge(?:\ssocial)?|Sitz|(?:Maatschappelijke\s)?[Zz]etel|Adresse?|Adres|Address|(?:Geschäfts)?[Aa]nschrift|"
    r"Registered\s(?:office|address))\s?:\s"
)
_AT = re.compile(r"\s(?:at|te|à|in|zu|sise?\s(?:au|à)?)\s")
_NUMBER = re.compile(
    r"\s(?:IDE|UID|CHE-|TVA|BTW|VAT|KBO|BCE|KvK|RCS|HR[AB]|FN|SIREN|SIRET|[Cc]ompany\s(?:no|number)|[Rr]epr[ée]sent|"
    r"[Vv]ertegenw|[Vv]ertreten|N°|Nr\.)"
)
"""What may follow an address within a cell that introduces a party."""


def _begins_with_name(text: str) -> bool:
    """Whether a company stands before an address. Forms are also letters of Dutch postal codes and words of a street:
    behind a figure, or within a line, they are no form: `Damrak 1 1012 AB Amsterdam`, `4 SE Business Park`."""
    begin = text.split(",")[0].rstrip()
    return any(
        form.start() > 0
        and not any(map(str.isdigit, begin[: form.start()]))
        and (form.end() == len(begin) or _AT.match(text, form.end()) or _SEAT.match(text, form.end()))
        for form in FORM.finditer(begin)
    )


def _after_name(value: Piece) -> Piece | None:
    """`Acme BV, Meir 12, 2000 Antwerpen` has its address after the first comma."""
    comma = value.text.find(",")
    if not has_postcode(value.text):
        return None
    if seat := _SEAT.search(value.text):
        rest = value.text[seat.end() :]
        number = _NUMBER.search(rest)
        return stripped(value.start + seat.end(), rest[: number.start()] if number else rest)
    form = FORM.search(value.text)
    if form and (at := _AT.match(value.text, form.end())):
        return stripped(value.start + at.end(), value.text[at.end() :])
    if comma < 0:
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


def block_below(read: PageFields, number: int) -> tuple[int, int] | None:
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

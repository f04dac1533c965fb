"""Where a company's name ends in a value that goes on with its seat, its number or its representative."""

import re

from domain.extraction.address_shapes import has_postcode
from domain.extraction.blocks import plain
from domain.extraction.company_shapes import FORM, FORM_IN_WORDS
from domain.extraction.lines import Piece

_ENDS_NAME = re.compile(
    r"\s(?:met\s(?:maatschappelijke\s)?zetel|ayant\sson|mit\sSitz|with\sregistered|\(hierna|\(ci-après|"
    r"\((?:FR|NL|DE|EN)(?=\)$)|\((?:taal|langue|sprache|sinds|depuis|seit|since)|"
    r",\s?(?:met|ayant|mit|with|dont|waarvan|vertegenwoordigd|représentée|vertreten|represented))\b"
)


_GOES_ON = re.compile(
    r"[,;(–-]|(?:of|at|te|à|sise?)\s[\w'’.-]*\s?[0-9A-Z]|[A-ZÀ-Þ][\w'’.-]*(?:\s[a-zà-ÿ][\w'’.-]*){0,3}\s?:\s"
)
"""With an address, a number, or a label that a cell has behind the name: `Acme Sàrl Siège : rue Haute 4`."""


def without_rest(value: Piece) -> Piece:
    """The name at the beginning of a value that goes on with an address or a number."""
    text = value.text
    end = len(text)
    stop = _ENDS_NAME.search(text)
    if stop:
        end = stop.start()
    comma = text.find(",")
    if 0 < comma < end and re.search(r"[0-9]{2}", text[comma:]) and not FORM.match(text, comma + 2):
        end = comma
    for form in (*FORM.finditer(text[:end]), *FORM_IN_WORDS.finditer(plain(text[:end]))):
        behind = text[form.end() : end].strip()
        goes_on = _GOES_ON.match(behind) or (any(map(str.isdigit, behind)) and has_postcode(behind))
        if form.start() > 0 and behind and not FORM.match(behind) and goes_on and len(behind) > 3:
            end = form.end()
            break
    return Piece(value.start, value.start + len(text[:end].rstrip()), text[:end].rstrip())

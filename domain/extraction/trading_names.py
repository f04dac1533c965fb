"""The name under which a company sells, as the foot of its letters says: `… is a trading name of …`."""

import re

from domain.extraction.found import Found
from domain.extraction.page_fields import PageFields

_TRADES_AS = re.compile(
    r"(?m:^)([A-Z][\w&'’.-]*(?: (?:(?:&|and|et|en|und) )?[A-Z][\w&'’.-]*){0,3})\s"
    r"(?:is\s(?:a|the)\s(?:registered\s)?(?:trading\s(?:name|style)|trade\s?mark|brand)\s(?:and\strading\s\w+\s)?of\s|"
    r"is\seen\s(?:handelsnaam|merk|merknaam)\svan\s|"
    r"est\s(?:une\s(?:marque|enseigne)(?:\s(?:commerciale|déposée))?|un\snom\scommercial)\sde\s|"
    r"ist\seine\s(?:eingetragene\s)?(?:Marke|Handelsmarke|Handelsbezeichnung)\sde[rs]\s)"
)


def trading_name(read: PageFields) -> Found | None:
    """`British Gas is a trading name of British Gas Trading Limited`, in the foot of a letter."""
    match = next(filter(lambda one: _is_senders_brand(read, one), _TRADES_AS.finditer(read.text)), None)
    return Found("issuer", read.page_index, match.start(1), match.end(1), match[1]) if match else None


def _is_senders_brand(read: PageFields, trading: re.Match[str]) -> bool:
    """Whether a brand stands at the head of its letter, or in the name of its owner: not one of the goods of a bill."""
    owner = read.text[trading.end() : trading.end() + _LONGEST_OWNER]
    return any(trading[1] in words for words in (owner, *(row.text for row in read.rows[:_ROWS_OF_HEAD])))


_ROWS_OF_HEAD = 6
_LONGEST_OWNER = 60
"""Characters."""

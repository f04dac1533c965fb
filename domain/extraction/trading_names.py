"""The name under which a company or a person sells: `… is a trading name of …` in the foot of a letter, `h.o.d.n. …` in
an address."""

import re
from collections.abc import Sequence

from domain.extraction.found import Found
from domain.extraction.lines import Piece
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
    head = [row.text for row in read.rows[:_ROWS_OF_HEAD]]
    spread = set(trading[1].split()) <= set(" ".join(head).split())  # a logo has its words on rows of their own
    return spread or any(trading[1] in words for words in (owner, *head))


def traded_as(lines: Sequence[Piece]) -> Piece | None:
    """What stands behind `h.o.d.n.` on a line of an address, below the name of the person whose business it is."""
    for line in lines:
        if led := _TRADING_AS.match(line.text):
            return Piece(line.start + led.end(), line.end, line.text[led.end() :])
    return None


_TRADING_AS = re.compile(
    r"(?:h\.?\s?o\.?\s?d\.?\s?n\.?|t/a|trading as|handelend onder de naam|exploitant sous (?:l['’]enseigne|le nom)|"
    r"(?:à l['’])?enseigne|handelnd unter(?: der Bezeichnung| dem Namen)?)\s?:?\s(?=[A-ZÀ-Þ0-9])",
    re.IGNORECASE,
)
_ROWS_OF_HEAD = 6
_LONGEST_OWNER = 60
"""Characters."""

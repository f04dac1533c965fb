"""What the readers of registers share: a whole answer or the reading that it is none, and codes in one form."""

import re
from typing import Annotated, TypeVar

from pydantic import BaseModel

from activities.sources.answers import RETRY_SECONDS, Reading, interrupted, refused_by_status, unavailable
from activities.sources.json_answer import KNOWN_ITEMS, read_json
from runtime.http import Exchange

MAX_PERSONS = 200
"""Directors or owners that are read of a source that says how many more there are."""
MOST_READ = 5000
"""Of any other source. What a case cannot carry of them is cut, and counted, where answers are filed."""

Model = TypeVar("Model", bound=BaseModel)
Item = TypeVar("Item")

Listed = Annotated[tuple[Item, ...], KNOWN_ITEMS]
"""A list, for which `null` is another way to write that it is empty."""


def json_of(model: type[Model], reply: Exchange) -> Model | Reading:
    """The body as this model; the reading *unavailable* of a reply that broke off, was refused or is something else."""
    failed = interrupted(reply) or refused_by_status(reply)
    if failed is not None:
        return failed
    return read_json(reply, model) or unavailable("malformed_answer", RETRY_SECONDS)


def nace(code: str | None) -> str | None:
    """The class of NACE in a national code, which has its digits first: `62.01Z`, `06.100` and `62010` are
    `NACE 62.01`, `NACE 06.10` and `NACE 62.01`. None for less than a class."""
    digits = re.sub(r"[^0-9]", "", code or "")
    return f"NACE {digits[:2]}.{digits[2:4]}" if len(digits) >= 4 else None


def country_code(text: str | None) -> str | None:
    """An ISO 3166-1 alpha-2 code in capitals; None for anything else, such as a name or three letters."""
    code = (text or "").strip().upper()
    return code if re.fullmatch(r"[A-Z]{2}", code) else None

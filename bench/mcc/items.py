"""Texts, and the merchant category codes that are right for each."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from domain.mcc import codes
from schemas.frozen import Frozen
from schemas.mcc import MccNumber

UNTOLD = "?"
"""The language of a text of which none is told."""
_MOST_ERRORS = 20
_DIGITS = 4


class ItemsError(Exception):
    """The file cannot be read, or has lines that are none; the message names each with its field."""


def _several(written: object) -> object:
    """One code may stand by itself."""
    return (written,) if isinstance(written, str | int) else written


def _four_digits(written: object) -> object:
    """Spreadsheets write codes as numbers, without the zero that some begin with."""
    is_number = isinstance(written, int) and not isinstance(written, bool)
    return str(written).zfill(_DIGITS) if is_number or (isinstance(written, str) and written.isdecimal()) else written


class Item(Frozen):
    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1)
    lang: str = Field(default=UNTOLD, min_length=1)
    mcc: Annotated[
        tuple[Annotated[MccNumber, BeforeValidator(_four_digits)], ...],
        Field(min_length=1),
        BeforeValidator(_several),
    ]
    """Each of them is right."""
    source: str | None = None
    """Where the text is from; results are told by it."""


def unknown_codes(items: Iterable[Item]) -> tuple[str, ...]:
    """Those that are no merchant category codes, in ascending order: nothing can ever be right by them."""
    return tuple(sorted({code for item in items for code in item.mcc if not codes.is_known(code)}))


def read_items(path: Path) -> tuple[Item, ...]:
    """An item for each line that is not blank. ItemsError if the file or a line of it cannot be read."""
    try:
        written = path.read_bytes()
    except OSError as error:
        raise ItemsError(f"{path} cannot be read: {error}") from error
    items: list[Item] = []
    errors: list[str] = []
    # Not `splitlines`: to that, a U+2028 within a text ends a line, too.
    for number, line in enumerate(written.split(b"\n"), start=1):
        if line.strip():
            try:
                items.append(Item.model_validate_json(line.decode("utf-8-sig")))
            except UnicodeDecodeError:
                errors.append(f"{path}, line {number}: this is not UTF-8")
            except ValidationError as error:
                errors.append(f"{path}, line {number}: {_first(error)}")
    if errors:
        left = f"\n… and {len(errors) - _MOST_ERRORS} lines more" if len(errors) > _MOST_ERRORS else ""
        raise ItemsError("\n".join(errors[:_MOST_ERRORS]) + left)
    return tuple(items)


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"

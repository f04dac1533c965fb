"""Texts, and the merchant category codes that are right for each."""

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from schemas.frozen import Frozen
from schemas.mcc import MccNumber

_MOST_ERRORS = 20


class ItemsError(Exception):
    """The file cannot be read, or has lines that are none; the message names each with its field."""


class Item(Frozen):
    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1)
    lang: str = Field(min_length=1)
    mcc: tuple[MccNumber, ...] = Field(min_length=1)
    """Each of them is right."""
    source: str | None = None
    """Where the text is from; results are told by it."""


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

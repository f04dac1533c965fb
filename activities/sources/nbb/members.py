"""Members of the National Bank's JSON, whatever the case of their names and the type of their values.

The bank writes `startDate` and `StartDate` for the same thing, and null for what nobody filled in. A member of another
type than documented is as good as missing: only a whole answer of another shape is malformed.
"""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

MAX_ITEMS = 2000
"""Of a list; the fullest model of accounts has some 1200 rubrics for two periods."""
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ONE = Decimal(1)


class Members(BaseModel):
    """An object whose members are found without regard to case: `reference_number` is `ReferenceNumber`."""

    model_config = ConfigDict(frozen=True, alias_generator=lambda name: name.replace("_", ""))

    @model_validator(mode="before")
    @classmethod
    def _in_lower_case(cls, members: object) -> object:
        return {name.lower(): member for name, member in members.items()} if isinstance(members, dict) else members


Item = TypeVar("Item", bound=Members)


def _text(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _amount(value: object) -> Decimal | None:
    if isinstance(value, float):
        value = repr(value)
    text = _text(value)
    return Decimal(text) if text is not None and _NUMBER.fullmatch(text) else None


def _day(value: object) -> date | None:
    text = value[:10] if isinstance(value, str) else ""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None  # 30 February


def _object(value: object) -> object:
    return value if isinstance(value, dict) else {}


def _objects(value: object) -> object:
    return [item for item in value if isinstance(item, dict)][:MAX_ITEMS] if isinstance(value, list) else []


Text = Annotated[str | None, BeforeValidator(_text)]
"""On one line; None if blank."""
Amount = Annotated[Decimal | None, BeforeValidator(_amount)]
Day = Annotated[date | None, BeforeValidator(_day)]
Object = Annotated[Item, BeforeValidator(_object)]
Objects = Annotated[tuple[Item, ...], BeforeValidator(_objects)]


def whole(amount: Decimal) -> int:
    """Rounded half away from zero, as accountants do."""
    return int(amount.quantize(_ONE, ROUND_HALF_UP))

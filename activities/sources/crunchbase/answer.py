"""Crunchbase's answers, as far as we read them, and its errors in their four shapes.

Contract: the Crunchbase Data API v4 (data.crunchbase.com). The specification says that an error is `{"value": …}`; the
service also answers with a list of `{"status", "code", "message"}` and with `{"error", "code"}`.
"""

import re
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, RootModel

from activities.sources.json_answer import KNOWN_ITEMS, read_json
from runtime.http import Exchange

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


class _Wire(BaseModel):
    """A part of an answer. Its members are written as ours are; which of them come depends on the licence."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)


class Identifier(_Wire):
    uuid: str | None = None
    value: str | None = None
    permalink: str | None = None
    """The name of the entity's public page; it need not resemble the company's name."""


class Location(_Wire):
    value: str | None = None
    location_type: str | None = None


Locations = Annotated[tuple[Location, ...], KNOWN_ITEMS]


class Valued(_Wire):
    value: str | None = None


class FoundedOn(_Wire):
    value: str | None = None
    precision: str | None = None


class Properties(_Wire):
    identifier: Identifier | None = None
    legal_name: str | None = None
    short_description: str | None = None
    website_url: str | None = None
    website: Valued | None = None
    """Older answers have this instead of `website_url`."""
    founded_on: FoundedOn | None = None
    closed_on: FoundedOn | None = None
    operating_status: str | None = None
    status: str | None = None
    num_employees_enum: str | None = None
    location_identifiers: Locations = ()
    categories: Annotated[tuple[Identifier, ...], KNOWN_ITEMS] = ()

    @property
    def site(self) -> str | None:
        return self.website_url or (self.website.value if self.website else None)


class Address(_Wire):
    location_identifiers: Locations = ()
    street_1: str | None = None
    postal_code: str | None = None


def _cards(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class Cards(_Wire):
    headquarters_address: Annotated[tuple[Address, ...], KNOWN_ITEMS, BeforeValidator(_cards)] = ()


class Organisation(_Wire):
    properties: Properties
    cards: Cards | None = None


class Hit(_Wire):
    properties: Properties = Field(default_factory=Properties)


class Hits(_Wire):
    """What a search answers."""

    entities: Annotated[tuple[Hit, ...], KNOWN_ITEMS]


class Suggestion(_Wire):
    identifier: Identifier = Field(default_factory=Identifier)


class Suggestions(_Wire):
    """What an autocompletion answers."""

    entities: Annotated[tuple[Suggestion, ...], KNOWN_ITEMS]


class _Anything(RootModel[JsonValue]):
    pass


def error_code(reply: Exchange) -> str | None:
    """The code an error states in any of the shapes, such as `LA401`, `MD403` or `CS404`; None if it states none."""
    body = read_json(reply, _Anything)
    stated = body.root if body is not None else None
    first = stated[0] if isinstance(stated, list) and stated else stated
    code = first.get("code") if isinstance(first, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else None


def is_error(reply: Exchange) -> bool:
    """Whether the body has one of the shapes of Crunchbase's own errors, and not those of whatever else answered."""
    body = read_json(reply, _Anything)
    stated = body.root if body is not None else None
    first = stated[0] if isinstance(stated, list) and stated else stated
    return isinstance(first, dict) and bool({"code", "error", "message", "value"} & first.keys())

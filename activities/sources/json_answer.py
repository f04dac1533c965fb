"""Reads a JSON answer into a model: the one edge where a stranger's members become typed."""

import json
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from runtime.http import Exchange

_BY_HEADER = frozenset({"iso-8859-1", "iso-8859-15", "windows-1252"})
"""JSON is UTF-8 (RFC 8259, 8.1); these are believed only of bytes that are not, and only if the header says so."""


class Wire(BaseModel):
    """A part of an answer. Members we do not know are ignored and every known one may be missing or null."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, coerce_numbers_to_str=True)


def _known_items(value: object) -> object:
    """A list without its nulls; null itself is an empty list."""
    if value is None:
        return []
    return [item for item in value if item is not None] if isinstance(value, list) else value


KNOWN_ITEMS = BeforeValidator(_known_items)
Texts = Annotated[tuple[str, ...], KNOWN_ITEMS]

Model = TypeVar("Model", bound=BaseModel)


def read_json(reply: Exchange, model: type[Model]) -> Model | None:
    """The body as `model`, or None if it is not one: no JSON, cut short, nested too deeply, of other types."""
    text = _decoded(reply)
    if text is None:
        return None
    try:
        return model.model_validate_json(text)
    except ValidationError:
        return None


def _decoded(reply: Exchange) -> str | None:
    """The characters, with a byte order mark or without, also of the UTF-16 that some servers still send."""
    try:
        return reply.body.decode(json.detect_encoding(reply.body))
    except UnicodeDecodeError:
        charset = (reply.charset or "").lower()
        return reply.body.decode(charset, "replace") if charset in _BY_HEADER else None

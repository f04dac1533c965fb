"""Plants a word that occurs nowhere else in every text of a case that officers alone may see.

It goes through the models, not through an example: a member that is added to a case one day is planted the next time
the tests run, and is found wherever it comes out, unless it is put on the list of what may be shown.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from schemas.case import CaseRecord

CANARY = "kanarie"
"""In each planted text, with a number of its own: `kanarie0042x`."""

Path = tuple[str | int, ...]


class Planting:
    """One planting of a record: the texts of `kept` stay as they are, all others become canaries."""

    def __init__(self, kept: Sequence[str]) -> None:
        self._kept = re.compile("|".join(f"(?:{pattern})" for pattern in kept))
        self._numbers: dict[str, int] = {}
        self.places: set[str] = set()

    def plant(self, record: CaseRecord) -> CaseRecord:
        """The record with canaries, and with something in every member that has nothing in the example."""
        original: Any = record.model_dump(mode="json")
        planted = self._value(CaseRecord, original, (), "")
        accepted = _accepted(planted, original)
        text = accepted.model_dump_json()
        self.places = {place for canary, place in self._named() if canary in text}
        return accepted

    def places_in(self, text: str) -> set[str]:
        """Whose canaries are in a text."""
        return {place for canary, place in self._named() if canary in text}

    def _named(self) -> Iterator[tuple[str, str]]:
        for place, number in self._numbers.items():
            yield f"{CANARY}{number:04}x", place

    def _value(self, annotation: Any, value: Any, path: Path, place: str) -> Any:
        kind, parts = _plain(annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            given = value if isinstance(value, dict) else {}
            return {
                name: self._value(field.annotation, given.get(name), (*path, name), f"{place}.{name}".lstrip("."))
                for name, field in kind.model_fields.items()
            }
        if kind in (tuple, list, frozenset, set):
            items = value or [None]
            return [
                self._value(parts[0], item, (*path, i), f"{place}.{_name_of(item)}") for i, item in enumerate(items)
            ]
        if kind is dict:
            given = value or {_example(parts[0]): None}
            return {key: self._value(parts[1], item, (*path, key), f"{place}.{key}") for key, item in given.items()}
        return self._leaf(kind, parts, value, place)

    def _leaf(self, kind: Any, parts: tuple[Any, ...], value: Any, place: str) -> Any:
        is_text = isinstance(value, str) and kind not in (Literal, datetime) and not _is_enum(kind)
        if kind is str or is_text:
            return (value or "word") if self._kept.fullmatch(place) else self._canary(place)
        if isinstance(value, dict):
            return {key: self._leaf(str, (), item, f"{place}.{key}") for key, item in value.items()}
        if isinstance(value, list):
            return [self._leaf(str, (), item, f"{place}.*") for item in value]
        return value if value is not None else _example(kind, parts)

    def _canary(self, place: str) -> str:
        number = self._numbers.setdefault(place, len(self._numbers))
        return f"{CANARY}{number:04}x"


def _plain(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type without what is optional or said beside it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _plain(next(part for part in get_args(annotation) if part is not NoneType))
    return (annotation, ()) if origin is None else (origin, get_args(annotation))


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _example(kind: Any, parts: tuple[Any, ...] = ()) -> Any:
    plain, inner = (kind, parts) if parts else _plain(kind)
    if plain is Literal:
        return inner[0]
    if _is_enum(plain):
        return next(iter(plain)).value
    examples: Mapping[Any, Any] = {datetime: "2026-03-02T09:00:00Z", bool: True, int: 1, float: 0.5, str: "key"}
    return examples.get(plain)


def _name_of(item: JsonValue) -> str:
    """Facts of sources go by their names, so that one can be on the list and another not."""
    return str(item["name"]) if isinstance(item, dict) and "name" in item and "value" in item else "*"


_FITTING = ("0" * 64, f"sha256:{'0' * 64}", "kept_id", "0000")


def _accepted(planted: Any, original: Any) -> CaseRecord:
    """The record, where a text that does not fit its place is as it was, or one that fits, or not there."""
    adapter = TypeAdapter(CaseRecord)
    tried: dict[Path, int] = {}
    for _ in range(2000):
        try:
            return adapter.validate_json(json.dumps(planted))
        except ValidationError as error:
            path = _path_of(planted, error.errors()[0]["loc"])
            attempt = tried[path] = tried.get(path, -1) + 1
            before = _at(original, path)
            choices = [before] if before is not None else []
            _put(planted, path, [*choices, *_FITTING, None][min(attempt, len(choices) + len(_FITTING))])
            if attempt > len(choices) + len(_FITTING):
                _put(planted, path[:-1], _at(original, path[:-1]))
    raise AssertionError("the planted case does not become valid")


def _path_of(value: Any, loc: Sequence[str | int]) -> Path:
    """As far as the value goes; pydantic goes on with the alternatives of a type that it tried."""
    path: list[str | int] = []
    for part in loc:
        if (isinstance(value, dict) and part in value) or (isinstance(value, list) and isinstance(part, int)):
            inner: Any = value
            value = inner[part]
            path.append(part)
        else:
            break
    return tuple(path)


def _at(value: Any, path: Path) -> Any:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _put(value: Any, path: Path, item: Any) -> None:
    for part in path[:-1]:
        value = value[part]
    value[path[-1]] = item

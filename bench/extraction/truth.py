"""What documents say, as somebody wrote it down who knows."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

from pydantic import Field, JsonValue, ValidationError, model_validator

from schemas.extraction import FeatureName
from schemas.frozen import Frozen

FILE = "truth.jsonl"

OTHER_NAMES: dict[str, FeatureName] = {
    "name": "company_name",
    "legal_name": "company_name",
    "form": "legal_form",
    "company_number": "registration_number",
    "enterprise_number": "registration_number",
    "vat": "vat_number",
    "address": "registered_address",
    "registered_office": "registered_address",
    "incorporated_on": "incorporation_date",
    "date_of_incorporation": "incorporation_date",
    "directors": "director",
    "beneficial_owners": "beneficial_owner",
    "ubo": "beneficial_owner",
    "ubos": "beneficial_owner",
    "owner": "beneficial_owner",
    "owners": "beneficial_owner",
    "ibans": "iban",
    "date": "document_date",
    "issue_date": "document_date",
    "document_issuer": "issuer",
    "expiry": "expiry_date",
    "valid_until": "expiry_date",
}
"""Names that a truth may use for a feature."""
_NAMES: dict[str, FeatureName] = {**{name: name for name in get_args(FeatureName)}, **OTHER_NAMES}
_VALUE = ("value", "name", "value_normalized", "iban")
"""Members of a fact that is told as an object, the first of which is its value."""


Complain = Callable[[str], None]


class TruthError(Exception):
    """The folder has no truth, one that cannot be read, or a line of it that is none; the message says where."""


class Document(Frozen):
    file: str
    document_type: str = "unknown"
    language: str = "unknown"
    facts: dict[str, JsonValue] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _null_is_unknown(cls, line: object) -> object:
        return {name: said for name, said in line.items() if said is not None} if isinstance(line, dict) else line

    def values(self, name: FeatureName) -> tuple[str, ...]:
        """What it says of a feature, under whichever name."""
        return tuple(
            value for given, said in self.facts.items() if feature_named(given) == name for value in _values(said)
        )


def feature_named(name: str) -> FeatureName | None:
    return _NAMES.get(name.strip().lower())


def to_stderr(said: str) -> None:
    print(said, file=sys.stderr)


def read_truth(folder: Path, complain: Complain = to_stderr) -> tuple[Document, ...]:
    """A document for each line that names one; complains of the others. TruthError if there is none."""
    try:
        written = (folder / FILE).read_bytes()
    except OSError as error:
        raise TruthError(f"{folder / FILE} cannot be read: {error}") from error
    found = tuple(_documents(folder, written, complain))
    if not found:
        raise TruthError(f"{folder / FILE} names no document that is there")
    return found


def _documents(folder: Path, written: bytes, complain: Complain) -> Iterator[Document]:
    # Not `splitlines`: to that, a U+2028 or U+0085 within a value ends a line, too.
    for number, line in enumerate(written.split(b"\n"), start=1):
        try:
            if line.strip():
                yield _document(folder, number, line)
        except TruthError as error:
            complain(str(error))


def _document(folder: Path, number: int, line: bytes) -> Document:
    try:
        document = Document.model_validate_json(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TruthError(f"{folder / FILE}, line {number}: this is not UTF-8") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "the line"
        raise TruthError(f"{folder / FILE}, line {number}: {field}: {first['msg']}") from error
    if not (folder / document.file).is_file():
        raise TruthError(f"{folder / FILE}, line {number}: there is no file {document.file!r}")
    return document


def _values(said: JsonValue) -> tuple[str, ...]:
    if isinstance(said, list):
        return tuple(value for item in said for value in _values(item))
    if isinstance(said, dict):
        return next((_values(said[member]) for member in _VALUE if member in said), ())
    return () if said in (None, "") else (str(said),)

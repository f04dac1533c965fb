"""The ServiceGroup of a PEPPOL participant: a stranger's XML, of which two things are read.

They are read from the parser's events: no tree is built, however deep the document. A document type declaration is
refused where it begins, and without one there are no entities to expand and nothing outside to load; PEPPOL's own
documents have none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote
from xml.parsers import expat

MAX_DOCUMENT_TYPES = 30
MAX_NAME_CHARACTERS = 100


class MalformedServiceGroupError(ValueError):
    """The bytes are no ServiceGroup."""


@dataclass(frozen=True)
class ServiceGroup:
    scheme: str
    value: str
    document_types: tuple[str, ...]
    """Short names as `Invoice` and `CreditNote`, each once."""


def read_service_group(body: bytes) -> ServiceGroup:
    """Raises MalformedServiceGroupError. Elements are known by their local names: publishers differ in namespaces."""
    events = _Events()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = events.refuse
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two for an encoding that is none of ours
        raise MalformedServiceGroupError(str(error)) from error
    if events.scheme is None:
        raise MalformedServiceGroupError("there is no ParticipantIdentifier")
    # Some publishers encode twice what comes after; an identifier has no percent sign of its own.
    references = (reference.partition("/services/")[2] for reference in events.references)
    return ServiceGroup(
        events.scheme,
        "".join(events.value).strip(),
        short_names(unquote(unquote(reference)) for reference in references),
    )


def short_names(document_types: Iterable[str]) -> tuple[str, ...]:
    """The names of the documents without namespace, customisation and version, each once, in the order given."""
    named = (_short_name(identifier) for identifier in document_types)
    return tuple(dict.fromkeys(name for name in named if name))[:MAX_DOCUMENT_TYPES]


def _short_name(identifier: str) -> str:
    """The root element in `{scheme}::{namespace}::{root element}##{customisation}::{version}`."""
    document, customised, _ = identifier.partition("##")
    name = document.rpartition("::")[2] if customised else identifier
    return name.strip()[:MAX_NAME_CHARACTERS]


class _Events:
    def __init__(self) -> None:
        self.scheme: str | None = None
        self.value: list[str] = []
        self.references: list[str] = []
        self._root_seen = False
        self._in_identifier = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if not self._root_seen:
            self._root_seen = True
            if local != "ServiceGroup":
                raise MalformedServiceGroupError(f"the root element is {local}")
        elif local == "ParticipantIdentifier" and self.scheme is None:
            self.scheme, self._in_identifier = attributes.get("scheme", ""), True
        elif local == "ServiceMetadataReference":
            self.references.append(attributes.get("href", ""))

    def end(self, name: str) -> None:
        self._in_identifier = False

    def text(self, data: str) -> None:
        if self._in_identifier:
            self.value.append(data)

    def refuse(self, *_: object) -> None:
        raise MalformedServiceGroupError("it declares a document type")

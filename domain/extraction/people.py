"""Directors and beneficial owners."""

from collections.abc import Iterator, Sequence

from domain.extraction.directors import directors
from domain.extraction.fields import fields_of
from domain.extraction.found import Found
from domain.extraction.owners import owners
from domain.person_names import name_key
from schemas.extraction import DocumentType, Language, PageText


def find_people(pages: Sequence[PageText], kind: DocumentType, language: Language) -> Iterator[Found]:
    """Each person in the first writing that the document has for the name."""
    if kind == "identity_document":
        return
    read = fields_of(pages)
    first: dict[tuple[str, str], str] = {}
    for found in (*directors(read, kind, language), *owners(read, kind)):
        written = first.setdefault((found.feature, name_key(found.value_normalized)), found.value_normalized)
        yield found._replace(value_normalized=written)

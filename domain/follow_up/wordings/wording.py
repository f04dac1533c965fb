"""What a language has to have words for."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from domain.follow_up.asks import Topic
from schemas.template import DocumentType

Detail = Literal["suitable", "recent", "dated", "valid", "readable"]
"""What to look to with a document: which will do, its age, its date, that it has not run out, that it can be read."""


class Wording(NamedTuple):
    asks: Mapping[Topic, str]
    also: Mapping[Topic, str]
    """What a document has to show that is asked for anyway: the same request as a sentence more."""
    requirement: str
    """`{name}`: the requirement's."""
    requirement_again: str
    by_kind: str
    """`{documents}`: what will do for a requirement that the template has no name for in this language."""
    by_kind_again: str
    valid_again: str
    """A document that only a follow-up asked for, `{document}`, once more."""
    details: Mapping[Detail, str]
    """`suitable` has `{documents}`, `recent` has `{days}`."""
    question: str
    """`{question}`: the template's."""
    choose: str
    """`{options}`: the question's."""
    documents: Mapping[DocumentType, str]
    """Kinds of documents, as they stand within a sentence."""
    this_document: str
    """A document whose kind has no name."""
    or_word: str

    def listed(self, names: list[str]) -> str:
        """`A`, `A or B`, `A, B or C`."""
        return f"{', '.join(names[:-1])} {self.or_word} {names[-1]}" if len(names) > 1 else "".join(names)

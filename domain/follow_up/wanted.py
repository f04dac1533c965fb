"""One request as it is wanted of the customer."""

from typing import NamedTuple

from domain.follow_up.asks import ASKS, Topic
from domain.follow_up.limits import LONGEST_NAME
from domain.follow_up.one_line import one_line
from schemas.investigation import ResponseType
from schemas.template import DocumentRequirement, Question

Key = tuple[ResponseType, str]
"""How a request is answered, and the kind of document or the subject: what makes two requests the same. A document that
the template asks for is known by the requirement's id, so that what is uploaded takes its place."""

_YES_NO = ({"yes", "no"}, {"ja", "nee"}, {"ja", "nein"}, {"oui", "non"})


class OfTopic(NamedTuple):
    """One of the software's own requests."""

    topic: Topic

    @property
    def key(self) -> Key:
        ask = ASKS[self.topic]
        return ask.response_type, ask.document_type or self.topic

    @property
    def label(self) -> str:
        return ASKS[self.topic].label


class OfRequirement(NamedTuple):
    """A document of the template."""

    requirement: DocumentRequirement
    again: bool
    is_like_another: bool = False
    """Whether the same kinds of documents will do for another requirement, so that only its name tells which it is."""

    @property
    def key(self) -> Key:
        return "document", self.requirement.id

    @property
    def label(self) -> str:
        return f"“{one_line(self.requirement.name, LONGEST_NAME)}”"


class OfFollowUp(NamedTuple):
    """A document that an officer asked for and the template does not."""

    document_type: str

    @property
    def key(self) -> Key:
        return "document", self.document_type

    @property
    def label(self) -> str:
        return self.document_type.replace("_", " ")


class OfQuestion(NamedTuple):
    """A question of the template."""

    question: Question

    @property
    def key(self) -> Key:
        return ("yes_no" if is_yes_no(self.question) else "text"), f"question:{self.question.id}"

    @property
    def label(self) -> str:
        return f"“{one_line(self.question.text, LONGEST_NAME)}”"


Wanted = OfTopic | OfRequirement | OfFollowUp | OfQuestion


def is_required(wanted: Wanted) -> bool:
    """As the template has it; the software's own requests are."""
    match wanted:
        case OfRequirement(requirement):
            return requirement.required
        case OfQuestion(question):
            return question.required
        case _:
            return True


def is_yes_no(question: Question) -> bool:
    """By the template's own options, which are what is answered in whichever language they are read."""
    return {option.strip().casefold() for option in question.options} in _YES_NO

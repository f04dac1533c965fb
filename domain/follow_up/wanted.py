"""One request as it is wanted of the customer, and the words for it."""

from typing import NamedTuple

from domain.follow_up.asks import ASKS, Topic
from domain.follow_up.limits import LONGEST_NAME, LONGEST_QUESTION, MOST_OPTIONS
from domain.follow_up.one_line import one_line
from domain.follow_up.wordings import WORDINGS, Detail, Wording
from domain.tipping_off import tips_off
from schemas.investigation import ResponseType
from schemas.template import DocumentRequirement, PortalLanguage, Question

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
        return ("yes_no" if _is_yes_no(self.question) else "text"), f"question:{self.question.id}"

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


def in_words(
    wanted: Wanted, details: frozenset[Detail], also: frozenset[Topic], language: PortalLanguage
) -> str | None:
    """What the customer reads; None if it would tip him off, which no wording does.

    Beside the software's own words only the template's are in it, which every customer reads: they may ask whether
    somebody is politically exposed."""
    wording = WORDINGS[language]
    said, of_template = _opening(wanted, wording)
    lines = [
        said,
        *_details(wanted, details, wording),
        *(wording.also[topic] for topic in wording.also if topic in also),
    ]
    own_words = " ".join(lines)
    for text in filter(None, of_template):
        own_words = own_words.replace(text, " ")
    return None if tips_off(own_words) else " ".join(lines)


def every_wording(wanted: Wanted) -> tuple[str, ...]:
    """How the request may have begun, in each language."""
    return tuple(_opening(wanted, wording)[0] for wording in WORDINGS.values())


def _opening(wanted: Wanted, wording: Wording) -> tuple[str, tuple[str, ...]]:
    """The sentence that asks, and what in it is the template's."""
    match wanted:
        case OfTopic(topic):
            return wording.asks[topic], ()
        case OfRequirement(requirement, again):
            name = one_line(requirement.name, LONGEST_NAME)
            return (wording.requirement_again if again else wording.requirement).format(name=name), (name,)
        case OfFollowUp(document_type):
            kinds = {str(kind): name for kind, name in wording.documents.items()}
            return wording.valid_again.format(document=kinds.get(document_type, wording.this_document)), ()
        case OfQuestion(question):
            return _question(question, wording)


def _question(question: Question, wording: Wording) -> tuple[str, tuple[str, ...]]:
    text = one_line(question.text, LONGEST_QUESTION)
    asked = wording.question.format(question=text)
    if _is_yes_no(question) or not 0 < len(question.options) <= MOST_OPTIONS:
        return asked, (text,)
    options = "; ".join(one_line(option, LONGEST_NAME) for option in question.options)
    return f"{asked} {wording.choose.format(options=options)}", (text, options)


def _details(wanted: Wanted, details: frozenset[Detail], wording: Wording) -> list[str]:
    if not isinstance(wanted, OfRequirement):
        return []
    requirement = wanted.requirement
    kinds = [wording.documents[kind] for kind in requirement.document_types if kind in wording.documents]
    told: list[str] = []
    if kinds and ("suitable" in details or not _names(requirement, kinds)):
        told.append(wording.details["suitable"].format(documents=wording.listed(kinds)))
    if requirement.max_age_days is not None:
        told.append(wording.details["recent"].format(days=requirement.max_age_days))
    return [*told, *(wording.details[detail] for detail in ("dated", "valid", "readable") if detail in details)]


def _names(requirement: DocumentRequirement, kinds: list[str]) -> bool:
    """Whether the requirement's name says already which document it is, in this language."""
    return len(kinds) == 1 and kinds[0].casefold() in requirement.name.casefold()


def _is_yes_no(question: Question) -> bool:
    return {option.strip().casefold() for option in question.options} in _YES_NO

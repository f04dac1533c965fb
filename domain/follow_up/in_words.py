"""A request in the customer's language: nothing of another, wherever the template has its own words in it."""

from typing import NamedTuple

from rapidfuzz import fuzz

from domain.follow_up.asks import Topic
from domain.follow_up.limits import LONGEST_NAME, LONGEST_SENTENCE, MOST_OPTIONS
from domain.follow_up.one_line import one_line
from domain.follow_up.wanted import OfFollowUp, OfQuestion, OfRequirement, OfTopic, Wanted, is_yes_no
from domain.follow_up.wordings import WORDINGS, Detail, Wording
from domain.naming import folded
from domain.template_words import description_in, is_in, name_in, options_in, text_in
from domain.tipping_off import tips_off
from schemas.template import DocumentRequirement, PortalLanguage, Question

_SMALL_WORD = 3
"""Letters of a word that tells nothing by itself: of, bzw, des."""
_SAME_WORD = 85
"""Of 100; `statements` is `statement`."""


class _Sentence(NamedTuple):
    text: str
    own: str
    """The same without the template's words, which every customer reads."""


def in_words(
    wanted: Wanted, details: frozenset[Detail], also: frozenset[Topic], language: PortalLanguage
) -> str | None:
    """What the customer reads; None if it would tip him off, which no wording does.

    Beside the software's own words only the template's are in it, which every customer reads: they may ask whether
    somebody is politically exposed."""
    wording = WORDINGS[language]
    said = [_opening(wanted, language)]
    if isinstance(wanted, OfRequirement):
        said += _details(wanted, details, language)
    said += [_ours(text) for topic, text in wording.also.items() if topic in also]
    return None if tips_off(" ".join(sentence.own for sentence in said)) else " ".join(item.text for item in said)


def every_wording(wanted: Wanted) -> tuple[str, ...]:
    """How the request may have begun, in each language."""
    return tuple(_opening(wanted, language).text for language in WORDINGS)


def _opening(wanted: Wanted, language: PortalLanguage) -> _Sentence:
    """The sentence that asks."""
    wording = WORDINGS[language]
    match wanted:
        case OfTopic(topic):
            return _ours(wording.asks[topic])
        case OfRequirement(requirement, again):
            if _goes_by_kind(wanted, language):
                kinds = wording.listed(_kinds(requirement, wording))
                return _ours((wording.by_kind_again if again else wording.by_kind).format(documents=kinds))
            name = one_line(name_in(requirement, language), LONGEST_NAME)
            return _filled(wording.requirement_again if again else wording.requirement, name=name)
        case OfFollowUp(document_type):
            kinds_by_id = {str(kind): name for kind, name in wording.documents.items()}
            return _ours(wording.valid_again.format(document=kinds_by_id.get(document_type, wording.this_document)))
        case OfQuestion(question):
            return _question(question, language)


def _question(question: Question, language: PortalLanguage) -> _Sentence:
    wording = WORDINGS[language]
    asked = _filled(wording.question, question=one_line(text_in(question, language), LONGEST_SENTENCE))
    if is_yes_no(question) or not 0 < len(question.options) <= MOST_OPTIONS:
        return asked
    options = "; ".join(one_line(option, LONGEST_NAME) for option in options_in(question, language))
    choice = _filled(wording.choose, options=options)
    return _Sentence(f"{asked.text} {choice.text}", f"{asked.own} {choice.own}")


def _details(wanted: OfRequirement, details: frozenset[Detail], language: PortalLanguage) -> list[_Sentence]:
    wording, requirement = WORDINGS[language], wanted.requirement
    told: list[_Sentence] = []
    if not _goes_by_kind(wanted, language):
        told += _which_will_do(requirement, "suitable" in details, language)
    if requirement.max_age_days is not None:
        told.append(_ours(wording.details["recent"].format(days=requirement.max_age_days)))
    rest: tuple[Detail, ...] = ("dated", "valid", "readable")
    return [*told, *(_ours(wording.details[detail]) for detail in rest if detail in details)]


def _which_will_do(requirement: DocumentRequirement, is_unclear: bool, language: PortalLanguage) -> list[_Sentence]:
    """The kinds of documents if the name leaves them open. Where it does not, and another kind was given all the same,
    the template's description."""
    wording, name = WORDINGS[language], name_in(requirement, language)
    kinds = _kinds(requirement, wording)
    if kinds and not all(_says(name, kind) for kind in kinds):
        return [_ours(wording.details["suitable"].format(documents=wording.listed(kinds)))]
    description = one_line(description_in(requirement, language), LONGEST_SENTENCE)
    return [_Sentence(description, "")] if is_unclear and description and is_in(requirement, language) else []


def _goes_by_kind(wanted: OfRequirement, language: PortalLanguage) -> bool:
    """Whether the kinds of documents take the place of a name that the customer could not read."""
    requirement = wanted.requirement
    has_kinds = bool(_kinds(requirement, WORDINGS[language])) and not wanted.is_like_another
    return has_kinds and not is_in(requirement, language)


def _kinds(requirement: DocumentRequirement, wording: Wording) -> list[str]:
    return [wording.documents[kind] for kind in requirement.document_types if kind in wording.documents]


def _says(name: str, kind: str) -> bool:
    """Whether every word of the kind that tells something stands in the name, in whatever order and number."""
    of_name = folded(name).split()
    telling = [word for word in folded(kind).split() if len(word) > _SMALL_WORD]
    return all(any(fuzz.ratio(word, other) >= _SAME_WORD for other in of_name) for word in telling)


def _ours(text: str) -> _Sentence:
    return _Sentence(text, text)


def _filled(pattern: str, **of_template: str) -> _Sentence:
    """The pattern with words of the template in its blanks."""
    return _Sentence(pattern.format(**of_template), pattern.format(**dict.fromkeys(of_template, " ")))

"""Which requests the customer has had already, whoever worded them."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from domain.follow_up.asks import ASKS
from domain.follow_up.in_words import every_wording
from domain.follow_up.wanted import Key, OfQuestion, OfTopic, Wanted
from domain.naming import folded
from schemas.case import FollowUpTask, TaskRequest

_ALIKE = 85
"""Of 100; an officer may have put a request in other words before sending it, and it is the same all the same."""
_LONGEST = 1000

Standing = Literal["open", "answered", "earlier"]
"""Not answered yet; answered in this iteration; answered in an earlier one, so that it may be asked again."""


class Before(NamedTuple):
    key: Key
    standing: Standing
    task: FollowUpTask


def asked_before(request: TaskRequest, wanted: Iterable[Wanted]) -> tuple[Before, ...]:
    """What of this has been asked, the latest last."""
    own = (OfTopic(topic) for topic, ask in ASKS.items() if ask.document_type is None)
    known = {item.key: item for item in (*wanted, *own) if isinstance(item, OfTopic | OfQuestion)}
    texts: dict[Key, Sequence[str]] = {
        key: [folded(text) for text in every_wording(item)] for key, item in known.items()
    }
    found = ((_key_of(task, texts), task) for task in request.asked)
    return tuple(Before(key, _standing(task, request), task) for key, task in found if key is not None)


def _key_of(task: FollowUpTask, texts: dict[Key, Sequence[str]]) -> Key | None:
    """A document by its kind; a question by its words, in whichever language, for it has no other mark."""
    if task.response_type == "document":
        return ("document", task.document_type) if task.document_type else None
    said = folded(task.description[:_LONGEST])
    likeness = {key: max(fuzz.ratio(said, text) for text in wordings) for key, wordings in texts.items()}
    best = max(likeness, key=lambda key: likeness[key])
    return best if likeness[best] >= _ALIKE else None


def _standing(task: FollowUpTask, request: TaskRequest) -> Standing:
    if task.answered_at is None:
        return "open"
    return "answered" if task.iteration >= request.result.iteration else "earlier"

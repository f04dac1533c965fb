"""From grounds to proposed tasks: each request once, none that was just asked, the most important first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from domain.follow_up.asked_before import Before, asked_before
from domain.follow_up.asks import Topic
from domain.follow_up.citations import told
from domain.follow_up.grounds import Ground, grounds_of, keys_of, may_stand_for
from domain.follow_up.in_words import in_words
from domain.follow_up.limits import MAX_TASKS
from domain.follow_up.wanted import Key, OfRequirement, is_required
from schemas.case import TaskRequest
from schemas.investigation import GeneratedTask, TaskProposal
from schemas.template import PortalLanguage

_MOST_CITED = 4
_MOST_CAUSES = 4


class _Request(NamedTuple):
    """One request, and everything that is a ground for it, the most important first."""

    key: Key
    grounds: tuple[Ground, ...]
    before: tuple[Before, ...]
    """What of it has been asked."""
    is_settled: bool
    """Whether none of its grounds is a reason to ask now."""

    @property
    def label(self) -> str:
        return self.asks.wanted.label

    @property
    def asks(self) -> Ground:
        """The ground whose words ask: the template's requirement where it is one."""
        return next((item for item in self.grounds if isinstance(item.wanted, OfRequirement)), self.grounds[0])


def propose_tasks(request: TaskRequest) -> TaskProposal:
    """At most `MAX_TASKS` tasks in the customer's language, the documents that he has to give first, then what weighs
    most. None is about a discrepancy that an officer has settled."""
    wanted = _requests(request)
    fresh = [item for item in wanted if not item.is_settled]
    if not any(is_required(item.asks.wanted) for item in fresh):
        fresh = [item for item in fresh if not item.key[1].startswith("question:")]  # no ground to write to anybody
    worded = [(item, task) for item in fresh if (task := _task(item, request.language)) is not None]
    chosen = worded[:MAX_TASKS]
    return TaskProposal(
        tasks=tuple(task for _, task in chosen),
        reasoning=_reasoning([item for item, _ in chosen], [item for item, _ in worded[MAX_TASKS:]], wanted),
        notes=tuple(_unworded(item) for item in fresh if item not in [known for known, _ in worded]),
    )


def _requests(request: TaskRequest) -> list[_Request]:
    """The grounds by what they ask for. A document that stands for one of the template's joins it."""
    grounds = grounds_of(request)
    asked_for = [item.wanted.requirement for item in grounds if isinstance(item.wanted, OfRequirement)]
    grouped: dict[Key, list[Ground]] = {}
    for ground in grounds:
        joined = next((item for item in asked_for if may_stand_for(ground, item)), None)
        grouped.setdefault(("document", joined.id) if joined else ground.wanted.key, []).append(ground)
    asked = asked_before(request, (ground.wanted for ground in grounds))
    return [_request(key, group, asked, request) for key, group in grouped.items()]


def _request(key: Key, grounds: Sequence[Ground], asked: Sequence[Before], request: TaskRequest) -> _Request:
    before = [tuple(item for item in asked if item.key in {key, *keys_of(one, request)}) for one in grounds]
    settled = all(_is_settled(ground, times) for ground, times in zip(grounds, before, strict=True))
    return _Request(
        key, tuple(grounds), tuple(item for item in asked if any(item in times for times in before)), settled
    )


def _is_settled(ground: Ground, before: Iterable[Before]) -> bool:
    """Whether it was asked about and is open, or was answered in this iteration and nothing has come to light since."""
    standings = {item.standing for item in before}
    return "open" in standings or ("answered" in standings and not ground.is_new_fault)


def _task(item: _Request, language: PortalLanguage) -> GeneratedTask | None:
    wanted = item.asks.wanted
    details = frozenset(detail for ground in item.grounds for detail in ground.details)
    also: frozenset[Topic] = frozenset(ground.topic for ground in item.grounds if ground.topic)
    if not isinstance(wanted, OfRequirement):
        also = frozenset()
    elif any(ground.is_new_fault for ground in item.grounds):
        wanted = wanted._replace(again=True)
    description = in_words(wanted, details, also, language)
    if description is None:
        return None
    response_type, document_type = item.key
    return GeneratedTask(
        description=description,
        response_type=response_type,
        document_type=document_type if response_type == "document" else None,
        required=is_required(wanted),
        justification=_justification(item),
        rule=item.grounds[0].rule,
    )


def _justification(item: _Request) -> str:
    citations = list(dict.fromkeys(ground.citation for ground in item.grounds))
    said = citations[:_MOST_CITED]
    if more := len(citations) - len(said):
        said.append(f"And {more} more on the same.")
    if item.before:
        task = item.before[-1].task
        answered = "and answered" if task.answered_at else "and still open"
        said.append(f"Asked before as {task.task_id} in iteration {task.iteration}, {answered}.")
    return " ".join(said)


def _reasoning(chosen: list[_Request], beyond: list[_Request], wanted: list[_Request]) -> str:
    settled = [item.label for item in wanted if item.is_settled]
    parts: list[str] = []
    if chosen:
        causes = list(dict.fromkeys(ground.cause for item in chosen for ground in item.grounds))
        more = len(causes) - _MOST_CAUSES
        parts.append(told([*causes[:_MOST_CAUSES], *([f"and {more} more"] if more > 0 else [])]))
    else:
        parts.append(
            "Nothing new was found that the customer could clear up."
            if settled
            else "Nothing was found that the customer could clear up."
        )
    if beyond:
        parts.append(f"{MAX_TASKS} requests at once are enough; left for later: {_listed(beyond)}.")
    if settled:
        parts.append(f"Not asked again, as open or just answered: {', '.join(settled)}.")
    return " ".join(parts)


def _unworded(item: _Request) -> str:
    return f"{item.label} was left out: its wording would tell the customer more than he may know."


def _listed(items: Iterable[_Request]) -> str:
    return ", ".join(item.label for item in items)

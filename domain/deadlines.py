"""What falls due in a case by itself, and when: reminders, the end of the customer's link, the end of the timeline."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.stages import AWAITING_CUSTOMER, TERMINAL
from schemas.case import CaseOpening, CaseRecord, Deadline
from schemas.events import CaseEvent, EventName
from schemas.template import CaseTemplate

MARKS = {
    EventName.CUSTOMER_REMINDED: "reminder",
    EventName.PORTAL_EXPIRED: "portal",
    EventName.TIMELINE_EXCEEDED: "timeline",
}
"""Which event says that which kind of deadline has passed."""


def first_deadlines(opening: CaseOpening) -> tuple[Deadline, ...]:
    """The deadlines of a case at its opening, soonest first."""
    ends = opening.created_at + timedelta(days=opening.template.max_timeline_days)
    link = _link_deadlines(opening.template, opening.created_at, opening.portal_expires_at)
    return _in_order((*link, Deadline(kind="timeline", due_at=ends)))


def renewed_deadlines(record: CaseRecord, now: datetime) -> tuple[Deadline, ...]:
    """The deadlines once the customer is asked again: the link lives on and its reminders come again.
    A link is never shortened."""
    template = record.opening.template
    expires = max(record.portal_expires_at, now + timedelta(days=template.portal_token_days))
    kept = (item for item in record.deadlines if item.kind == "timeline" or item.passed_at is not None)
    return _in_order((*kept, *_link_deadlines(template, now, expires)))


def next_due(record: CaseRecord) -> datetime | None:
    """When the case has to act next by itself; None if nothing is ahead of it."""
    return min((deadline.due_at for deadline in _ahead(record)), default=None)


def next_end(record: CaseRecord) -> Deadline | None:
    """What ends next, the customer's link or the timeline; None if neither is ahead. A reminder ends nothing."""
    ends = [deadline for deadline in _ahead(record) if deadline.kind != "reminder"]
    return min(ends, key=lambda deadline: (deadline.due_at, deadline.kind), default=None)


def due(record: CaseRecord, now: datetime) -> tuple[Deadline, ...]:
    """What the case has to act on now. Of several reminders that were missed only the last is given."""
    fallen = [deadline for deadline in _ahead(record) if deadline.due_at <= now]
    reminders = [deadline for deadline in fallen if deadline.kind == "reminder" and record.portal_expires_at > now]
    return tuple(deadline for deadline in fallen if deadline.kind != "reminder" or deadline in reminders[-1:])


def marked(deadlines: Iterable[Deadline], event: CaseEvent) -> tuple[Deadline, ...]:
    """The deadlines once an event says that those of its kind up to `due_at` have passed."""
    until = datetime.fromisoformat(str(event.data["due_at"]))
    return tuple(
        deadline.model_copy(update={"passed_at": event.timestamp})
        if deadline.kind == MARKS[event.event] and deadline.passed_at is None and deadline.due_at <= until
        else deadline
        for deadline in deadlines
    )


def _ahead(record: CaseRecord) -> list[Deadline]:
    """What is still to come. A customer whose turn it is not, or whose link has ended, needs no reminder."""
    if record.status in TERMINAL:
        return []
    link_works = any(deadline.kind == "portal" and deadline.passed_at is None for deadline in record.deadlines)
    customers_turn = record.status in AWAITING_CUSTOMER and link_works
    return [
        deadline
        for deadline in record.deadlines
        if deadline.passed_at is None and (customers_turn or deadline.kind != "reminder")
    ]


def _link_deadlines(template: CaseTemplate, now: datetime, expires: datetime) -> tuple[Deadline, ...]:
    reminders = (expires - timedelta(days=days) for days in template.reminder_days)
    return (
        *(Deadline(kind="reminder", due_at=moment) for moment in reminders if moment > now),
        Deadline(kind="portal", due_at=expires),
    )


def _in_order(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(deadlines, key=lambda deadline: (deadline.due_at, deadline.kind)))

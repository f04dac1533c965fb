"""What only a person can look up, and whether that was done."""

from datetime import date, datetime

from domain.withholding import withholding_link
from schemas.case import CaseRecord
from schemas.officer_api import OfficerTask
from schemas.sources import SourceName


def officer_tasks(record: CaseRecord, now: datetime) -> tuple[OfficerTask, ...]:
    """The look-ups by hand that a case calls for. One that was done comes back when what was found has expired."""
    link = withholding_link(record.opening.company)
    if link is None:
        return ()
    answer = record.sources.get(SourceName.WITHHOLDING)
    if answer is not None and answer.recorded_by is None:
        answer = None  # it says that only an officer can look this up, not that one did
    until = answer.fact("withholding_valid_until") if answer else None
    valid_until = date.fromisoformat(until) if isinstance(until, str) else None
    return (
        OfficerTask(
            task="withholding_check",
            title="Look up whether the company owes social contributions or taxes (withholding obligation)",
            deep_link=link,
            done=answer is not None and (valid_until is None or valid_until >= now.date()),
            done_at=answer.collected_at if answer else None,
            valid_until=valid_until,
        ),
    )

"""What only a person can look up, and whether that was done."""

from datetime import datetime

from domain.withholding import seen_by_an_officer, valid_until, withholding_link
from schemas.case import CaseRecord
from schemas.officer_api import OfficerTask


def officer_tasks(record: CaseRecord, now: datetime) -> tuple[OfficerTask, ...]:
    """The look-ups by hand that a case calls for. One that was done comes back when what was found has expired."""
    link = withholding_link(record.opening.company)
    if link is None:
        return ()
    seen = seen_by_an_officer(record)
    until = valid_until(seen) if seen else None
    return (
        OfficerTask(
            task="withholding_check",
            title="Look up whether the company owes social contributions or taxes (withholding obligation)",
            deep_link=link,
            done=seen is not None and (until is None or until >= now.date()),
            done_at=seen.collected_at if seen else None,
            valid_until=until,
        ),
    )

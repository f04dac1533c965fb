"""What a report is made of: everything, so that the same request gives the same bytes."""

from schemas.case import CaseRecord
from schemas.events import CaseEvent
from schemas.frozen import Frozen
from schemas.investigation import CompanyProfile


class ReportRequest(Frozen):
    record: CaseRecord
    profile: CompanyProfile
    events: tuple[CaseEvent, ...]
    """The audit log up to the closing decision, in order."""

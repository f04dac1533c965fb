"""An outside world that does not always deliver reminders."""

from dataclasses import dataclass, field

from temporalio import activity
from temporalio.exceptions import ApplicationError

from schemas.notifications import CustomerReminder, ReminderResult
from tests.workflows.outside_world import OutsideWorld


@dataclass
class Postman(OutsideWorld):
    """An outside world that does not always deliver reminders."""

    refused: set[str] = field(default_factory=set)
    """Cases whose reminders the operator's system refuses."""
    lost: set[str] = field(default_factory=set)
    """Cases whose reminders get no answer at all."""

    def __post_init__(self) -> None:
        super().__init__()

    @activity.defn(name="remind-customer")
    async def remind_customer(self, reminder: CustomerReminder) -> ReminderResult:
        self.of[reminder.case_id].reminders.append(reminder)
        if reminder.case_id in self.lost:
            raise ApplicationError("nobody answers", non_retryable=True)
        if reminder.case_id in self.refused:
            return ReminderResult(delivered=False, reason="refused_503")
        return ReminderResult(delivered=True)

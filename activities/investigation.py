"""The investigation as an activity: its result is history, so that new rules never rewrite what was once found."""

from collections.abc import Sequence
from datetime import UTC, datetime

from temporalio import activity

from domain.investigation import investigate
from domain.policies import policy_on
from schemas.case import CaseRecord
from schemas.investigation import InvestigationResult
from schemas.policy import Policy


class InvestigationActivities:
    """Investigates by the policy that is valid on the day, of those that the worker was started with."""

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._policies = policies

    @activity.defn(name="investigate")
    async def investigate_case(self, record: CaseRecord) -> InvestigationResult:
        """Compares what the sources, the documents and the officer say, and scores the risk."""
        now = datetime.now(UTC)
        return investigate(record, policy_on(self._policies, now.date()), now)

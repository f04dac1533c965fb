"""What operators see of a case in Temporal: the details card, and search attributes when its stage has changed."""

from typing import Any

from temporalio import workflow
from temporalio.common import SearchAttributeUpdate

with workflow.unsafe.imports_passed_through():
    from runtime.temporal import CASE_ITERATION, CASE_RISK_SCORE, CASE_STATUS, CASE_VERSION
    from schemas.case import CaseRecord
    from workflows.case_card import case_card


class Shown:
    """Remembers what was shown last, because each upsert of search attributes is an action."""

    def __init__(self) -> None:
        self._last: tuple[object, ...] = ()

    def show(self, record: CaseRecord) -> None:
        workflow.set_current_details(case_card(record))
        seen = (record.status, record.current_iteration, record.latest_risk_score)
        if seen == self._last:
            return
        self._last = seen
        updates: list[SearchAttributeUpdate[Any]] = [
            CASE_STATUS.value_set(record.status),
            CASE_ITERATION.value_set(record.current_iteration),
            CASE_VERSION.value_set(record.version),
        ]
        if record.latest_risk_score is not None:
            updates.append(CASE_RISK_SCORE.value_set(record.latest_risk_score))
        workflow.upsert_search_attributes(updates)

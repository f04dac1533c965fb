"""Runs of agents, and cases that took what they proposed."""

import hashlib
import secrets

from domain import progress
from domain.ledger import with_events
from schemas.agents import AgentExecution, AgentName, StoredBytes
from schemas.case import CaseState
from tests.example_cases import MCC, NOW, an_execution

INPUT, OUTPUT = b'{"company_name": "Acme Trading BVBA"}', b"a model may answer anything"


def a_run(case_id: str, agent: AgentName = "mcc", **changes: object) -> AgentExecution:
    """A run of this case under a name of its own, with what went in and came out. That is not in the store yet."""
    execution_id = f"exe_{secrets.token_hex(6)}"
    sides = {
        side: kept_bytes(case_id, execution_id, side, data) for side, data in (("input", INPUT), ("output", OUTPUT))
    }
    return an_execution(agent, execution_id, **{**sides, **changes})


def kept_bytes(case_id: str, execution_id: str, side: str, data: bytes) -> StoredBytes:
    digest = hashlib.sha256(data).hexdigest()
    key = f"{case_id}/agents/{execution_id}/{side}-{digest[:12]}.json"
    return StoredBytes(object_key=key, sha256=digest, size=len(data))


def run_for_the_mcc(state: CaseState, execution: AgentExecution) -> CaseState:
    """The case after a run whose recommendation it took."""
    classification = MCC.model_copy(update={"execution_id": execution.execution_id})
    return with_events(state, (*progress.executed(execution), *progress.classified(classification)), NOW)

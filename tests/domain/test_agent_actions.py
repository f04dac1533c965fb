"""What an officer's events make of what agents proposed."""

import pytest
from pydantic import JsonValue

from domain import progress
from domain.agent_actions import actions_on, executions_in
from domain.ledger import with_events
from schemas.agents import OfficerAction
from schemas.case import CaseRecord, MccDecisionRecord
from schemas.events import CaseEvent, EventName
from schemas.extraction import FeatureName
from schemas.investigation import GeneratedTask, TaskProposal
from schemas.mcc import MccClassification
from tests.agent_runs import a_run, run_for_the_mcc
from tests.example_cases import MCC, NOW, OFFICER, a_document, a_record, a_state, told
from tests.read_documents import a_candidate, a_reading, with_readings

RUN = "exe_0123456789ab"
Json = dict[str, JsonValue]

PROPOSED = (
    GeneratedTask(
        description="Please upload a recent extract of the trade register.",
        response_type="document",
        document_type="register_extract",
        justification="The one on file is of 2019.",
        rule="stale_document",
    ),
    GeneratedTask(description="Who signs for the company?", response_type="text", justification="-", rule="r"),
    GeneratedTask(
        description="Do you sell outside Belgium?", response_type="yes_no", required=False, justification="-", rule="r"
    ),
)


def an_event(name: EventName, data: Json) -> CaseEvent:
    return CaseEvent(sequence=9, event=name, timestamp=NOW, actor=OFFICER, data=data)


def verdict(record: CaseRecord, name: EventName, data: Json) -> tuple[OfficerAction, str | None] | None:
    """What the event makes of the run; None if nothing."""
    actions = actions_on(record, an_event(name, data))
    if not actions:
        return None
    (action,) = actions
    assert (action.execution_id, action.actor, action.acted_at, action.event_sequence) == (RUN, OFFICER, NOW, 9)
    return action.action, action.details


# The merchant category.


def classified(execution_id: str | None = RUN, decision: MccDecisionRecord | None = None) -> CaseRecord:
    classification = MCC.model_copy(update={"execution_id": execution_id})
    return a_record(mcc_classification=classification, mcc_decision=decision)


@pytest.mark.parametrize(
    ("action", "override", "expected"),
    [
        ("accept", None, ("accepted", "5940")),
        ("reject", None, ("rejected", "5940")),
        ("override", "5732", ("overridden", "5940 → 5732")),
        ("override", "5940", ("accepted", "5940")),
    ],
)
def test_a_decision_on_the_mcc_is_one_on_the_run_that_recommended_it(
    action: str, override: str | None, expected: tuple[str, str]
) -> None:
    data: Json = {"action": action, "override_mcc": override, "notes": None}

    assert verdict(classified(), EventName.MCC_DECISION, data) == expected


def test_a_code_that_is_taken_where_none_was_recommended_is_overridden() -> None:
    nothing = MccClassification(primary_recommendation=None, risk_tier="medium", execution_id=RUN)

    found = verdict(
        a_record(mcc_classification=nothing), EventName.MCC_DECISION, {"action": "override", "override_mcc": "5732"}
    )

    assert found == ("overridden", "none → 5732")


def test_to_classify_again_says_that_the_recommendation_was_not_enough() -> None:
    data: Json = {"classification": MCC.model_dump(mode="json"), "notes": "They sell cars"}

    assert verdict(classified(), EventName.MCC_RECLASSIFIED, data) == ("asked_again", None)


def test_to_classify_again_after_a_decision_leaves_the_decision() -> None:
    decided = told(a_state(mcc_classification=MCC), "mcc-decision", {"action": "accept"}, OFFICER, "cmd").record
    assert decided.mcc_decision is not None

    data: Json = {"classification": MCC.model_dump(mode="json"), "notes": None}
    assert verdict(classified(decision=decided.mcc_decision), EventName.MCC_RECLASSIFIED, data) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (EventName.MCC_DECISION, {"action": "accept", "override_mcc": None}),
        (EventName.MCC_RECLASSIFIED, {"classification": {}, "notes": None}),
        (EventName.TASKS_REGENERATED, {}),
        (EventName.OFFICER_DECISION, {"decision": "approve"}),
        (EventName.STATUS_CHANGED, {"to": "APPROVED"}),
    ],
)
def test_nothing_is_noted_of_what_was_proposed_before_runs_were_kept(name: EventName, data: Json) -> None:
    assert actions_on(classified(None), an_event(name, data)) == ()
    assert actions_on(a_record(), an_event(name, data)) == ()


# The follow-up tasks.


def proposed(*tasks: GeneratedTask) -> CaseRecord:
    return a_record(generated_tasks=tasks, tasks_execution_id=RUN)


def sent(task: GeneratedTask, **changes: JsonValue) -> JsonValue:
    asked = task.model_dump(mode="json", exclude={"justification", "rule"})
    return {**asked, "task_id": "task_1", "iteration": 2, **changes}


EXTRACT, SIGNATORY, ABROAD = PROPOSED
OWN = sent(SIGNATORY, description="Where is your warehouse, and who runs it?")


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ([sent(ABROAD), sent(EXTRACT), sent(SIGNATORY)], ("accepted", "3 of 3 sent")),
        ([sent(EXTRACT), sent(SIGNATORY)], ("edited", "2 of 3 sent")),
        ([sent(task) for task in PROPOSED] + [OWN], ("edited", "3 of 3 sent, 1 of the officer's own")),
        (
            [sent(EXTRACT, description="The newest extract, please."), sent(SIGNATORY), OWN],
            ("edited", "1 of 3 sent, 1 changed, 1 of the officer's own"),
        ),
        ([sent(SIGNATORY, description="Who signs for the company abroad?")], ("edited", "0 of 3 sent, 1 changed")),
        ([sent(EXTRACT), sent(SIGNATORY), sent(ABROAD, required=True)], ("edited", "2 of 3 sent, 1 changed")),
        ([sent(SIGNATORY), sent(SIGNATORY)], ("edited", "1 of 3 sent, 1 of the officer's own")),
        ([OWN], ("rejected", "0 of 3 sent, 1 of the officer's own")),
    ],
)
def test_a_follow_up_is_measured_by_what_was_proposed(tasks: list[JsonValue], expected: tuple[str, str]) -> None:
    data: Json = {"decision": "follow_up", "follow_up_tasks": tasks}

    assert verdict(proposed(*PROPOSED), EventName.OFFICER_DECISION, data) == expected


@pytest.mark.parametrize(
    ("tasks", "decision", "follow_up", "expected"),
    [
        (PROPOSED, "approve", [], ("rejected", "none of 3 sent")),
        (PROPOSED, "reject", [], ("rejected", "none of 3 sent")),
        (PROPOSED, "escalate", [], ("rejected", "none of 3 sent")),
        ((), "approve", [], ("accepted", "nothing proposed, nothing asked")),
        ((), "follow_up", [OWN], ("edited", "none proposed, 1 of the officer's own")),
    ],
)
def test_a_decision_says_whether_the_proposed_tasks_were_wanted(
    tasks: tuple[GeneratedTask, ...], decision: str, follow_up: list[JsonValue], expected: tuple[str, str]
) -> None:
    data: Json = {"decision": decision, "follow_up_tasks": follow_up}

    assert verdict(proposed(*tasks), EventName.OFFICER_DECISION, data) == expected


def test_to_propose_tasks_again_says_that_the_first_were_not_enough() -> None:
    assert verdict(proposed(*PROPOSED), EventName.TASKS_REGENERATED, {}) == ("asked_again", None)


# What was read in documents.


def read(*names: FeatureName) -> CaseRecord:
    """A document in which a model found these, and the rules the account."""
    by_model = (a_candidate(name, f"The {name}").model_copy(update={"proposed_by": "model"}) for name in names)
    reading = a_reading(*by_model, a_candidate("iban", "BE68539007547034"), proposals_execution_id=RUN)
    return with_readings((a_document().model_copy(update={"document_id": "doc_1"}), reading))


def choice(record: CaseRecord, index: int, keep: bool = True) -> Json:
    candidate = record.readings[0].candidates[index]
    return {"feature": candidate.feature, "candidate_id": candidate.candidate_id, "keep": keep, "reason": "Seen."}


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        (True, ("accepted", "1 of 1 decided are kept, 2 proposed")),
        (False, ("rejected", "0 of 1 decided are kept, 2 proposed")),
    ],
)
def test_a_decision_on_a_models_candidate_is_one_on_the_run_that_found_it(
    keep: bool, expected: tuple[str, str]
) -> None:
    record = read("director", "issuer")

    assert verdict(record, EventName.CANDIDATE_DECISION, choice(record, 0, keep)) == expected


def test_a_run_of_which_some_is_kept_and_some_is_not_was_edited() -> None:
    record = read("director", "issuer")
    state = a_state().model_copy(update={"record": record})
    first = told(state, "candidate-decision", choice(record, 0), OFFICER, "cmd").record

    found = verdict(first, EventName.CANDIDATE_DECISION, {"feature": "issuer", "candidate_id": None, "reason": "None."})

    assert found == ("edited", "1 of 2 decided are kept, 2 proposed")


def test_a_decision_on_what_the_rules_found_says_nothing_of_a_model() -> None:
    record = read("director")

    assert verdict(record, EventName.CANDIDATE_DECISION, choice(record, 1)) is None


# The whole log.


def test_a_log_tells_every_run_with_all_that_was_made_of_it() -> None:
    state = a_state()
    case_id = state.record.opening.case_id
    first, second, tasks = a_run(case_id), a_run(case_id), a_run(case_id, "tasks")
    state = run_for_the_mcc(state, first)
    again = MCC.model_copy(update={"execution_id": second.execution_id})
    proposal = TaskProposal(tasks=(), reasoning="-", execution_id=tasks.execution_id)
    events = (*progress.executed(second), *progress.reclassified(again, OFFICER, None))
    state = with_events(state, (*events, *progress.executed(tasks), *progress.proposed(proposal)), NOW)
    state = told(state, "mcc-decision", {"action": "override", "override_mcc": "5732"}, OFFICER, "cmd_1")
    state = told(state, "decision", {"decision": "escalate", "reason": "Large"}, OFFICER, "cmd_2")

    runs = executions_in(state.outbox)

    assert [run.execution_id for run in runs] == [first.execution_id, second.execution_id, tasks.execution_id]
    assert [[action.action for action in run.actions] for run in runs] == [
        ["asked_again"],
        ["overridden"],
        ["accepted"],
    ]


def test_a_run_that_is_told_twice_stays_as_it_was_told_first() -> None:
    state = a_state()
    run = a_run(state.record.opening.case_id)
    other = run.model_copy(update={"outcome": "refused"})
    state = with_events(state, (*progress.executed(run), *progress.executed(other)), NOW)

    assert [item.outcome for item in executions_in(state.outbox)] == ["answered"]

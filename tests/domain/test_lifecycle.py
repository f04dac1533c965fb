"""How a command is received: its id, its body, its sender, and what a customer may send when."""

import pytest
from pydantic import JsonValue

from domain.customer_commands import MAX_DOCUMENTS
from domain.lifecycle import receive
from schemas.actor import Actor
from schemas.case import CaseState
from schemas.commands import CommandEnvelope, Outcome
from schemas.events import EventName
from schemas.status import CaseStatus
from tests.example_cases import ANSWERS, CUSTOMER, NOW, OFFICER, a_document, a_state, an_envelope

S = CaseStatus
APPROVE: dict[str, JsonValue] = {"decision": "approve", "reason": "All is well"}


def only_new_outcome(before: CaseState, after: CaseState) -> Outcome:
    (command_id,) = after.ledger.keys() - before.ledger.keys()
    return after.ledger[command_id]


def upload(state: CaseState, requirement_id: str = "certificate", content: bytes = b"first version") -> CaseState:
    body: dict[str, JsonValue] = {"document": a_document(requirement_id, content).model_dump(mode="json")}
    return receive(state, "document", an_envelope(body, CUSTOMER, f"cmd_{len(state.ledger)}"), NOW)


def submit(state: CaseState, **body: JsonValue) -> CaseState:
    return receive(state, "follow-up", an_envelope(body, CUSTOMER, "cmd_follow_up"), NOW)


# The id.


def test_the_same_command_twice_is_applied_once() -> None:
    envelope = an_envelope(APPROVE)
    once = receive(a_state(), "decision", envelope, NOW)

    assert receive(once, "decision", envelope, NOW) is once


def test_a_reused_id_does_not_replace_the_first_command() -> None:
    once = receive(a_state(), "decision", an_envelope(APPROVE), NOW)

    assert receive(once, "mcc-decision", an_envelope({"action": "accept"}), NOW) is once


def test_the_outcome_keeps_the_hash_of_the_body_to_tell_a_repeated_command_from_a_reused_id() -> None:
    one = receive(a_state(), "decision", an_envelope(APPROVE), NOW)
    other = receive(a_state(), "decision", an_envelope({"decision": "reject"}), NOW)

    assert one.ledger["cmd_1"].body_hash != other.ledger["cmd_1"].body_hash


def test_commands_without_an_id_are_each_answered() -> None:
    nameless = an_envelope({"document": a_document().model_dump(mode="json")}, CUSTOMER, command_id="")
    state = a_state(S.AWAITING_DOCUMENTS)
    for _ in range(3):
        before, state = state, receive(state, "document", nameless, NOW)
        assert only_new_outcome(before, state).state == "applied"


def test_a_command_without_an_id_does_not_pass_for_one_that_chose_such_a_name() -> None:
    state = a_state(S.REVIEW_PENDING)
    squatter = an_envelope({}, command_id=f"unnamed-{state.last_sequence + 2}")
    taken = receive(state, "decision", squatter, NOW)

    after = receive(taken, "decision", an_envelope(APPROVE, command_id=""), NOW)

    assert after.record.status == S.APPROVED


# The body.


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "decision: Field required"),
        ({"decision": "maybe"}, "decision: Input should be 'approve', 'reject', 'follow_up', 'escalate' or 'return'"),
        (
            {"decision": "follow_up", "follow_up_tasks": [{"response_type": "text"}]},
            "follow_up_tasks.0.description: Field required",
        ),
    ],
)
def test_a_body_that_is_not_a_decision_is_refused_naming_the_field(body: dict[str, JsonValue], message: str) -> None:
    after = receive(a_state(), "decision", an_envelope(body), NOW)

    assert (after.ledger["cmd_1"].code, after.ledger["cmd_1"].message) == ("invalid_body", message)
    assert after.ledger["cmd_1"].field == message.partition(":")[0]


@pytest.mark.parametrize("broken", ["\x00", "\ud800"], ids=["U+0000", "half of a surrogate pair"])
@pytest.mark.parametrize(
    "body",
    [
        {"decision": "approve", "reason": "a{}b"},
        {"decision": "approve", "un{}known": 1},
        {"decision": "approve", "unknown": [{"deep": ["a{}b"]}]},
    ],
    ids=["value", "member name", "deep inside"],
)
def test_text_that_cannot_be_stored_is_refused(body: dict[str, JsonValue], broken: str) -> None:
    def with_broken(value: JsonValue) -> JsonValue:
        match value:
            case str():
                return value.replace("{}", broken)
            case list():
                return [with_broken(item) for item in value]
            case dict():
                return {name.replace("{}", broken): with_broken(item) for name, item in value.items()}
            case _:
                return value

    broken_body = with_broken(body)
    assert isinstance(broken_body, dict)

    after = receive(a_state(), "decision", an_envelope(broken_body), NOW)

    assert after.ledger["cmd_1"].code == "invalid_body"
    assert "control characters" in (after.ledger["cmd_1"].message or "")


def test_a_command_id_that_cannot_be_stored_is_refused_and_its_event_can_be_stored() -> None:
    after = receive(a_state(), "decision", an_envelope(APPROVE, command_id="a\x00b"), NOW)

    assert after.ledger["a\ufffdb"].code == "invalid_body"
    assert after.outbox[-1].command_id == "a\ufffdb"


def test_a_sender_whose_id_cannot_be_stored_is_refused_and_its_event_can_be_stored() -> None:
    after = receive(a_state(), "decision", an_envelope(APPROVE, Actor(id="key\x00", role="officer")), NOW)

    assert after.ledger["cmd_1"].code == "invalid_body"
    assert after.outbox[-1].actor.id == "key\ufffd"


def test_the_text_backslash_u0000_is_a_text_like_any_other() -> None:
    after = receive(a_state(), "decision", an_envelope({"decision": "approve", "reason": r"\u0000"}), NOW)

    assert after.record.decisions[-1].reason == r"\u0000"


def test_a_refusal_is_an_event_that_says_what_was_refused_and_why() -> None:
    refused = receive(a_state(S.AWAITING_DOCUMENTS), "decision", an_envelope(APPROVE), NOW).outbox[-1]

    assert (refused.event, refused.actor, refused.command_id) == (EventName.COMMAND_REFUSED, OFFICER, "cmd_1")
    assert refused.data == {
        "command": "decision",
        "code": "wrong_state",
        "message": "the case is AWAITING_DOCUMENTS: it can be decided once the customer has submitted",
        "field": None,
        "status": "AWAITING_DOCUMENTS",
    }


# The sender.


@pytest.mark.parametrize("kind", ["decision", "mcc-decision", "follow-up", "document"])
def test_a_command_of_nobody_is_refused(kind: str) -> None:
    state = a_state(S.AWAITING_DOCUMENTS)
    envelope = CommandEnvelope.model_validate({"command_id": "cmd_1", "actor": {"role": "king"}, "body": {}})

    after = receive(state, kind, envelope, NOW)  # type: ignore[arg-type]  # parametrised

    assert after.ledger["cmd_1"].code == "role_not_allowed"


def test_an_auditor_only_reads() -> None:
    auditor = Actor(id="key_auditor", role="auditor")

    after = receive(a_state(S.AWAITING_DOCUMENTS), "follow-up", an_envelope({"answers": ANSWERS}, auditor), NOW)

    assert after.ledger["cmd_1"].code == "role_not_allowed"


# Documents.


@pytest.mark.parametrize("status", CaseStatus)
def test_documents_are_taken_while_it_is_the_customers_turn(status: CaseStatus) -> None:
    after = upload(a_state(status))

    taken = status in (S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED)
    assert (after.record.documents == (a_document(),)) == taken
    assert only_new_outcome(a_state(status), after).code == (None if taken else "wrong_state")


def test_an_uploaded_document_is_an_event_with_its_hash_and_place_but_without_its_content() -> None:
    event = upload(a_state(S.AWAITING_DOCUMENTS)).outbox[-1]

    assert event.event is EventName.DOCUMENT_UPLOADED
    assert event.data == a_document().model_dump(mode="json")


def test_the_same_document_uploaded_again_is_on_record_and_kept_once() -> None:
    once = upload(a_state(S.AWAITING_DOCUMENTS))
    twice = upload(once)

    assert twice.record.documents == once.record.documents
    assert only_new_outcome(once, twice).state == "applied"
    assert twice.outbox[-1].event is EventName.DOCUMENT_UPLOADED


def test_a_customer_who_goes_back_to_an_earlier_version_has_it_count_again() -> None:
    state = a_state(S.AWAITING_DOCUMENTS)
    for content in (b"first version", b"second version", b"first version"):
        state = upload(state, content=content)

    assert state.record.documents == (a_document(content=b"second version"), a_document(content=b"first version"))


@pytest.mark.parametrize("role", ["officer", "senior_officer", "admin", "integration", "system"])
def test_nobody_but_the_customer_uploads_or_submits(role: str) -> None:
    actor = Actor.model_validate({"id": "key_1", "role": role})
    document: dict[str, JsonValue] = {"document": a_document().model_dump(mode="json")}
    state = a_state(S.AWAITING_DOCUMENTS)

    uploaded = receive(state, "document", an_envelope(document, actor), NOW)
    submitted = receive(state, "follow-up", an_envelope({"answers": ANSWERS}, actor), NOW)

    assert uploaded.ledger["cmd_1"].code == submitted.ledger["cmd_1"].code == "role_not_allowed"


def test_another_version_of_a_document_is_kept_beside_the_first() -> None:
    after = upload(upload(a_state(S.AWAITING_DOCUMENTS)), content=b"second version")

    assert [document.requirement_id for document in after.record.documents] == ["certificate", "certificate"]


@pytest.mark.parametrize("requirement_id", ["passport", "followup_task_1", "followup_task_9", "followup_", ""])
def test_a_document_nobody_asked_for_is_refused(requirement_id: str) -> None:
    state = a_state(S.AWAITING_DOCUMENTS)

    assert only_new_outcome(state, upload(state, requirement_id)).code == "unknown_requirement"


def test_a_document_for_an_open_task_is_taken() -> None:
    assert upload(a_state(S.FOLLOW_UP_REQUIRED), "followup_task_1").record.documents


def test_a_case_takes_a_bounded_number_of_documents() -> None:
    held = tuple(a_document(content=str(number).encode()) for number in range(MAX_DOCUMENTS))

    after = upload(a_state(S.AWAITING_DOCUMENTS, documents=held), content=b"one more")

    assert next(reversed(after.ledger.values())).code == "too_many_documents"
    assert after.record.documents == held


# The submission.


@pytest.mark.parametrize("status", CaseStatus)
def test_a_submission_is_taken_while_it_is_the_customers_turn(status: CaseStatus) -> None:
    tasks: dict[str, JsonValue] = {"task_1": "In Ghent"} if status is S.FOLLOW_UP_REQUIRED else {}

    after = submit(a_state(status), answers=ANSWERS, task_responses=tasks)

    taken = status in (S.AWAITING_DOCUMENTS, S.FOLLOW_UP_REQUIRED)
    assert after.ledger["cmd_follow_up"].code == (None if taken else "wrong_state")
    assert after.record.status == (S.DOCUMENTS_RECEIVED if taken else status)


def test_a_submission_that_lacks_an_answer_is_refused_naming_the_question() -> None:
    outcome = submit(a_state(S.AWAITING_DOCUMENTS), answers={"business_type": "Retail"}).ledger["cmd_follow_up"]

    assert (outcome.code, outcome.field) == ("answer_required", "answers.activity")
    assert outcome.message == "answers.activity: please answer “What do you sell?”"


def test_the_customer_is_told_that_a_closed_case_takes_nothing_more() -> None:
    outcome = submit(a_state(S.APPROVED), answers=ANSWERS).ledger["cmd_follow_up"]

    assert outcome.message == "this case is closed; no answers can be added"

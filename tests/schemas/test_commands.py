"""What is sent to a case: the envelope takes any JSON, the bodies do not."""

import json

import pytest
from hypothesis import given
from pydantic import BaseModel, JsonValue, ValidationError

from schemas.actor import Actor
from schemas.commands import CommandEnvelope, DecisionBody, DocumentBody, FollowUpBody, MccDecisionBody, RequestedTask
from tests.any_json import ANY_JSON, TRANSMITTABLE_JSON
from tests.example_cases import OFFICER, a_document

UNKNOWN = Actor(id="unknown", role="unknown")


def refused_field(model: type[BaseModel], body: JsonValue) -> str:
    """The field that is at fault, or what the model says of the whole body."""
    with pytest.raises(ValidationError) as refusal:
        model.model_validate(body)
    first = refusal.value.errors()[0]
    return ".".join(map(str, first["loc"])) or first["msg"].removeprefix("Value error, ").partition(":")[0]


# The envelope.


@given(TRANSMITTABLE_JSON)
def test_an_envelope_is_decoded_from_any_json(value: JsonValue) -> None:
    CommandEnvelope.model_validate_json(json.dumps(value))


@given(ANY_JSON)
def test_an_envelope_is_made_of_any_value(value: JsonValue) -> None:
    CommandEnvelope.model_validate(value)


@pytest.mark.parametrize("value", [None, [], "text", 5, True, {}, {"command_id": 7, "actor": [], "body": "x"}])
def test_what_is_no_envelope_is_an_empty_one_of_nobody(value: JsonValue) -> None:
    assert CommandEnvelope.model_validate(value) == CommandEnvelope(command_id="", actor=UNKNOWN, body={})


@pytest.mark.parametrize("version", ["3", 3.0, True, None, [3]])
def test_a_version_that_is_no_integer_counts_as_absent(version: JsonValue) -> None:
    assert CommandEnvelope.model_validate({"expected_version": version}).expected_version is None


@pytest.mark.parametrize(
    "actor", [{"id": "key_1", "role": "king"}, {"id": 5, "role": "officer"}, {"role": "officer"}, "me"]
)
def test_an_actor_that_cannot_be_read_is_nobody(actor: JsonValue) -> None:
    assert CommandEnvelope.model_validate({"actor": actor}).actor == UNKNOWN


def test_one_bad_member_does_not_spoil_the_others() -> None:
    envelope = CommandEnvelope.model_validate(
        {"command_id": "cmd_1", "actor": {"id": "key_officer", "role": "officer"}, "expected_version": "x", "new": 1}
    )

    assert envelope == CommandEnvelope(command_id="cmd_1", actor=OFFICER)


def test_an_envelope_stays_what_it_is_when_validated_again() -> None:
    envelope = CommandEnvelope(command_id="cmd_1", actor=OFFICER, expected_version=3, body={"decision": "approve"})

    assert CommandEnvelope.model_validate(envelope) == envelope
    assert CommandEnvelope.model_validate_json(envelope.model_dump_json()) == envelope


# A task for the customer.

TASK: dict[str, JsonValue] = {"description": "Where is your shop?", "response_type": "text"}


def test_a_task_is_required_unless_it_says_otherwise() -> None:
    assert RequestedTask.model_validate(TASK).required


def test_a_description_is_without_surrounding_space() -> None:
    assert RequestedTask.model_validate({**TASK, "description": " Where? \n"}).description == "Where?"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"description": " "}, "description"),
        ({"description": "x" * 4001}, "description"),
        ({"description": None}, "description"),
        ({"response_type": "video"}, "response_type"),
        ({"response_type": "document"}, "document_type"),
        ({"document_type": "Utility Bill"}, "document_type"),
        ({"document_type": "utility_bill\n"}, "document_type"),
        ({"document_type": "../etc"}, "document_type"),
        ({"required": "perhaps"}, "required"),
    ],
)
def test_a_task_that_could_not_be_shown_or_answered_is_refused(change: dict[str, JsonValue], field: str) -> None:
    assert refused_field(RequestedTask, {**TASK, **change}) == field


# Decisions.


def test_a_follow_up_lists_what_to_ask() -> None:
    assert refused_field(DecisionBody, {"decision": "follow_up"}) == "follow_up_tasks"
    assert refused_field(DecisionBody, {"decision": "follow_up", "follow_up_tasks": []}) == "follow_up_tasks"


@pytest.mark.parametrize("decision", ["approve", "reject", "escalate"])
def test_only_a_follow_up_lists_what_to_ask(decision: str) -> None:
    assert refused_field(DecisionBody, {"decision": decision, "follow_up_tasks": [TASK]}) == "follow_up_tasks"


def test_a_customer_is_asked_at_most_twenty_things_at_once() -> None:
    DecisionBody.model_validate({"decision": "follow_up", "follow_up_tasks": [TASK] * 20})

    assert refused_field(DecisionBody, {"decision": "follow_up", "follow_up_tasks": [TASK] * 21}) == "follow_up_tasks"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "decision"),
        ({"decision": "auto_approve"}, "decision"),
        ({"decision": "approve", "reason": 5}, "reason"),
        ({"decision": "approve", "reason": "x" * 4001}, "reason"),
        ({"decision": "follow_up", "follow_up_tasks": [TASK, {}]}, "follow_up_tasks.1.description"),
    ],
)
def test_a_refused_decision_names_the_field(body: JsonValue, field: str) -> None:
    assert refused_field(DecisionBody, body) == field


@pytest.mark.parametrize("code", ["541", "54111", "5A11", "5411\n", "٥٤١١", ""])
def test_an_mcc_has_four_digits(code: str) -> None:
    assert refused_field(MccDecisionBody, {"action": "override", "override_mcc": code}) == "override_mcc"


def test_an_override_names_the_new_code() -> None:
    assert refused_field(MccDecisionBody, {"action": "override"}) == "override_mcc"
    assert MccDecisionBody.model_validate({"action": "override", "override_mcc": "5411"}).override_mcc == "5411"


# What the customer sends.


def test_answers_keep_their_type() -> None:
    body = FollowUpBody.model_validate(
        {"task_responses": {"task_1": True, "task_2": "true"}, "answers": {"a": "x", "b": ["x", "y"], "c": False}}
    )

    assert body.task_responses == {"task_1": True, "task_2": "true"}
    assert body.answers == {"a": "x", "b": ("x", "y"), "c": False}


@pytest.mark.parametrize(
    "body",
    [
        {"answers": {"a": 5}},
        {"answers": {"a": {"b": "c"}}},
        {"answers": {"a": "x" * 4001}},
        {"answers": {"a": ["x"] * 51}},
        {"answers": {str(number): "x" for number in range(101)}},
        {"task_responses": {"task_1": ["x"]}},
        {"task_responses": []},
    ],
    ids=["number", "object", "long text", "many choices", "many answers", "list for a task", "no object"],
)
def test_a_submission_of_another_shape_is_refused(body: JsonValue) -> None:
    with pytest.raises(ValidationError):
        FollowUpBody.model_validate(body)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"sha256": "ABC"}, "document.sha256"),
        ({"file_size": 0}, "document.file_size"),
        ({"format": "exe"}, "document.format"),
        ({"uploaded_at": "yesterday"}, "document.uploaded_at"),
    ],
)
def test_a_document_is_a_reference_to_an_object_that_can_be_checked(change: dict[str, JsonValue], field: str) -> None:
    document = a_document().model_dump(mode="json")

    assert refused_field(DocumentBody, {"document": {**document, **change}}) == field

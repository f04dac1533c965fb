"""Hypothesis strategies of commands: those that are right at some moment, those that are nearly right, and any JSON."""

from typing import get_args

from hypothesis import strategies as st
from pydantic import JsonValue

from domain.stages import AWAITING_CUSTOMER
from domain.submission import open_tasks
from schemas.actor import Actor
from schemas.case import CaseRecord
from schemas.commands import CommandEnvelope, CommandKind
from schemas.status import CaseStatus
from tests.any_json import ANY_JSON, ANY_TEXT
from tests.example_cases import ANSWERS, CUSTOMER, FOLLOW_UP, OFFICER, SENIOR_OFFICER, a_document, an_envelope

ROLES = get_args(Actor.model_fields["role"].annotation)
Command = tuple[CommandKind, CommandEnvelope]
Telling = tuple[CommandKind, Actor, dict[str, JsonValue]]


def mapping_of(
    members: dict[str, st.SearchStrategy[JsonValue]], optional: dict[str, st.SearchStrategy[JsonValue]]
) -> st.SearchStrategy[JsonValue]:
    return st.fixed_dictionaries(members, optional=optional).map(dict)


def one_of(*values: JsonValue) -> st.SearchStrategy[JsonValue]:
    return st.sampled_from(values)


TASK = mapping_of(
    {"description": one_of("Where is your shop?", "", "\x00"), "response_type": one_of("text", "document", "yes_no")},
    {"document_type": one_of("utility_bill", "certificate", None), "required": st.booleans()},
)
BODIES: dict[CommandKind, st.SearchStrategy[JsonValue]] = {
    "decision": mapping_of(
        {"decision": one_of("approve", "reject", "escalate", "approve!")},
        {"reason": one_of("A reason", " ", None, "a\x00b"), "follow_up_tasks": st.lists(TASK, max_size=2).map(list)},
    )
    | one_of(FOLLOW_UP),
    "mcc-decision": mapping_of(
        {"action": one_of("accept", "reject", "override")}, {"override_mcc": one_of("5411", "541", None)}
    ),
    "follow-up": mapping_of(
        {"answers": one_of(ANSWERS, ANSWERS, {}, {"nothing": "x"}, {"activity": "\ud800"})},
        {"task_responses": one_of({"task_1": "In Ghent"}) | st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=2).map(dict)},
    ),
    "document": one_of(
        {"document": a_document("certificate").model_dump(mode="json")},
        {"document": a_document("followup_task_1").model_dump(mode="json")},
        {"document": a_document("passport").model_dump(mode="json")},
    ),
}
FACT_DECISION: dict[str, JsonValue] = {
    "name": "company_name",
    "value": "Acme Trading",
    "source": "EU VIES",
    "reason": "The register is right",
}
RESOLUTION: dict[str, JsonValue] = {
    "discrepancy_id": "disc_company_name",
    "fingerprint": "0123456789abcdef",
    "resolution": "verified_no_issue",
    "reason": "The same company",
}
SCREENING: dict[str, JsonValue] = {
    "match_id": "match_0123456789abcdef",
    "fingerprint": "0123456789ab",
    "decision": "false_positive",
    "reason": "Born in another century",
    "subject": "Jan Peeters",
    "entry": "Jan PEETERS",
    "lists": ["eu_fsf"],
}
CANDIDATE: dict[str, JsonValue] = {"feature": "company_name", "candidate_id": "cand_1", "reason": "The newer deed"}
BODIES |= {
    "candidate-decision": one_of(
        CANDIDATE,
        {**CANDIDATE, "candidate_id": None},
        {**CANDIDATE, "feature": "shoe_size"},
        {**CANDIDATE, "candidate": {"candidate_id": "cand_1"}},
    ),
    "fact-decision": one_of(FACT_DECISION, {**FACT_DECISION, "name": "shoe_size"}, {**FACT_DECISION, "reason": " "}),
    "discrepancy-resolution": one_of(RESOLUTION, {**RESOLUTION, "resolution": "ignored"}, {"discrepancy_id": "x"}),
    "screening-decision": one_of(SCREENING, {**SCREENING, "decision": "perhaps"}, {**SCREENING, "lists": "eu_fsf"}),
    "withholding-check": mapping_of(
        {"social_debt": one_of(True, False, "perhaps"), "tax_debt": st.booleans()},
        {"valid_until": one_of("2026-12-31", "soon", None), "checked_at": one_of("2026-03-01T09:00:00Z", "2026", None)},
    ),
}
COMMAND_IDS = st.sampled_from([*"abcdefghij", "", "unnamed-9", "\x00"])
SENDERS = st.sampled_from([Actor(id="key_1", role=role) for role in ROLES] + [Actor(id="key\x00", role="admin")])


def commands_of(kind: CommandKind) -> st.SearchStrategy[Command]:
    """Commands of one kind that are nearly right, and some that are anything at all."""
    nearly_right = st.builds(
        CommandEnvelope,
        command_id=COMMAND_IDS,
        actor=SENDERS,
        body=BODIES[kind],
        expected_version=st.sampled_from([None, None, 1, 9]),
    )
    return st.tuples(st.just(kind), nearly_right | ANY_JSON.map(CommandEnvelope.model_validate))


AIMED: tuple[Telling, ...] = (
    ("decision", OFFICER, FOLLOW_UP),
    ("decision", SENIOR_OFFICER, FOLLOW_UP),
    ("decision", OFFICER, {"decision": "escalate", "reason": "A large volume"}),
    ("decision", SENIOR_OFFICER, {"decision": "approve", "reason": "Seen on paper"}),
    ("decision", SENIOR_OFFICER, {"decision": "return"}),
    ("mcc-decision", OFFICER, {"action": "override", "override_mcc": "5411"}),
    ("fact-decision", OFFICER, FACT_DECISION),
    ("candidate-decision", OFFICER, CANDIDATE),
    ("discrepancy-resolution", SENIOR_OFFICER, RESOLUTION),
    ("screening-decision", OFFICER, SCREENING),
    ("withholding-check", OFFICER, {"social_debt": True, "tax_debt": False}),
    ("follow-up", CUSTOMER, {"answers": ANSWERS, "task_responses": {"task_1": "In Ghent"}}),
    ("follow-up", CUSTOMER, {"answers": ANSWERS}),
    ("document", CUSTOMER, {"document": a_document().model_dump(mode="json")}),
)
"""Commands that are applied if they come at the right moment."""

aimed = st.tuples(st.sampled_from(AIMED), COMMAND_IDS).map(
    lambda drawn: (drawn[0][0], an_envelope(drawn[0][2], drawn[0][1], drawn[1]))
)
COMMANDS: st.SearchStrategy[Command] = aimed | st.sampled_from(get_args(CommandKind)).flatmap(commands_of)


def fitting(record: CaseRecord, which: int) -> Telling:
    """One of the commands that are right where the case stands; of a case that is busy or closed, any."""
    if record.status in AWAITING_CUSTOMER:
        responses: dict[str, JsonValue] = {task.task_id: "In Ghent" for task in open_tasks(record)}
        submission: Telling = ("follow-up", CUSTOMER, {"answers": ANSWERS, "task_responses": responses})
        choices = [submission, submission, *(_upload(name) for name in ("first version", "second version", "damaged"))]
    else:
        choices = _OFFICERS.get(record.status, list(AIMED))
    return choices[which % len(choices)]


def _upload(content: str) -> Telling:
    return "document", CUSTOMER, {"document": a_document(content=content.encode()).model_dump(mode="json")}


def _decision(actor: Actor, decision: str) -> Telling:
    return "decision", actor, {"decision": decision, "reason": "A good one"}


_OFFICERS: dict[CaseStatus, list[Telling]] = {
    CaseStatus.REVIEW_PENDING: [
        ("decision", OFFICER, {**FOLLOW_UP, "reason": "One more question"}),
        ("withholding-check", OFFICER, {"social_debt": False, "tax_debt": True}),
        _decision(OFFICER, "escalate"),
        ("mcc-decision", OFFICER, {"action": "accept"}),
        ("candidate-decision", OFFICER, CANDIDATE),
        _decision(OFFICER, "approve"),
        ("decision", SENIOR_OFFICER, {**FOLLOW_UP, "reason": "Another question"}),
    ],
    CaseStatus.ESCALATED: [
        _decision(SENIOR_OFFICER, "return"),
        _decision(OFFICER, "approve"),
        ("decision", SENIOR_OFFICER, {**FOLLOW_UP, "reason": "One more question"}),
        _decision(SENIOR_OFFICER, "reject"),
    ],
}

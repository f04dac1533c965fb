"""A change of the workflow's commands is noticed, with what to do about it; a change of anything else is not."""

import textwrap

import pytest

from tests.replay.commands import Sequences, sequences
from tests.replay.fingerprint import advice, committed, of_this_code
from tests.replay.program import Program

ACTIVITIES = """
from temporalio import activity

class Registers:
    @activity.defn(name="ask-register")
    async def ask(self) -> None: ...

    @activity.defn
    async def ask_court(self) -> None: ...

@activity.defn(name="score")
async def score() -> None: ...

async def no_activity() -> None: ...
"""

STEPS = """
from temporalio import workflow
from activities.registers import Registers, score as score_activity

TABLE = {"register": Registers.ask, "court": Registers.ask_court}

async def ask(record):
    return await workflow.execute_activity_method(Registers.ask, record, task_queue=Queue.SOURCES)

async def score(record):
    return await workflow.execute_activity(score_activity, record, task_queue=Queue.DOCUMENTS)

def words(record):
    return record.name
"""

CASE = """
import asyncio
from datetime import timedelta
from temporalio import workflow
from workflows import steps
from workflows.shown import Shown

@workflow.defn(name="Case")
class Case:
    def __init__(self):
        self._shown = Shown()

    @workflow.run
    async def run(self):
        keeping = asyncio.create_task(self._keep())
        await self._look()
        if self.open:
            await steps.score(self.record)
        self._shown.show(self.record)
        keeping.cancel()

    async def _look(self):
        await asyncio.gather(*(steps.ask(item) for item in self.items))

    async def _keep(self):
        while True:
            await workflow.wait_condition(lambda: self.ready, timeout=timedelta(days=1))

    @workflow.signal(name="decision")
    def decision(self, body):
        self.body = steps.words(body)
"""

SHOWN = """
from temporalio import workflow

class Shown:
    def show(self, record):
        if record == self.last:
            return
        workflow.upsert_search_attributes([])
"""


def fingerprint_of(case: str = CASE, steps: str = STEPS, activities: str = ACTIVITIES) -> Sequences:
    workflows = {"workflows.case": case, "workflows.steps": steps, "workflows.shown": SHOWN}
    return sequences(Program(workflows, {"activities.registers": activities}))


def commands_of(body: str) -> list[str]:
    """The commands of one function with this body."""
    source = f"import asyncio\nfrom temporalio import workflow\nasync def run(self):\n{textwrap.indent(body, '    ')}\n"
    return sequences(Program({"workflows.one": source}, {})).get("workflows.one.run", [])


# This code.


def test_the_commands_of_the_workflow_are_those_of_the_committed_fingerprint() -> None:
    what_to_do = advice(committed(), of_this_code())

    assert not what_to_do, what_to_do


# What is read.


def test_every_function_that_makes_commands_is_there_with_what_they_stand_under() -> None:
    assert fingerprint_of() == {
        "workflows.case.Case": ["@workflow.defn(name='Case')"],
        "workflows.case.Case.run": [
            "@workflow.run",
            "do case.Case._keep",
            "asyncio.create_task",
            "do case.Case._look",
            "if self.open:",
            "  do steps.score",
            "do shown.Shown.show",
            "cancel keeping",
        ],
        "workflows.case.Case._look": ["for item in self.items:", "  do steps.ask", "asyncio.gather"],
        "workflows.case.Case._keep": ["while True:", "  wait until self.ready, with a timeout"],
        "workflows.case.Case.decision": ["@workflow.signal(name='decision')"],
        "workflows.steps": ["names activity ask-register", "names activity ask_court"],
        "workflows.steps.ask": ["activity ask-register on Queue.SOURCES"],
        "workflows.steps.score": ["activity score on Queue.DOCUMENTS"],
        "workflows.shown.Shown.show": ["if record == self.last:", "  return", "upsert_search_attributes"],
    }


@pytest.mark.parametrize(
    ("body", "commands"),
    [
        ("await workflow.sleep(3)", ["sleep"]),
        ("await asyncio.sleep(3)", ["asyncio.sleep"]),
        ("workflow.continue_as_new(1)", ["continue_as_new"]),
        ("await workflow.wait_condition(self.ready)", ["wait until self.ready"]),
        ("await workflow.wait_condition(self.ready, timeout=None)", ["wait until self.ready"]),
        ("await workflow.wait_condition(self.ready, timeout=x)", ["wait until self.ready, with a timeout"]),
        ("await workflow.execute_local_activity('note', 1)", ["local activity note on the workflow's queue"]),
        ("await workflow.start_child_workflow('Watch')", ["start_child_workflow Watch"]),
        (
            "if workflow.patched('ask-twice'):\n    await workflow.sleep(1)",
            ["patched ask-twice", "if workflow.patched('ask-twice'):", "  sleep"],
        ),
        (
            "await workflow.execute_activity('b', await workflow.execute_activity('a'), task_queue=Q)",
            ["activity a on the workflow's queue", "activity b on Q"],
        ),
        (
            "match kind:\n    case 'a':\n        await workflow.sleep(1)\n    case 'b':\n        pass",
            ["match kind with 'a':", "  sleep"],
        ),
        (
            "if a:\n    pass\nelif b:\n    await workflow.sleep(1)\nelse:\n    pass",
            ["if a:", "elif b:", "  sleep"],
        ),
        (
            "try:\n    await workflow.sleep(1)\nexcept Broken:\n    raise\nfinally:\n    task.cancel()",
            ["try:", "  sleep", "except Broken:", "  raise", "finally:", "  cancel task"],
        ),
        ("def inner():\n    return workflow.sleep(1)\ninner()", ["def inner:", "  sleep", "  return"]),
        ("log.info('sleep', workflow.now(), workflow.info())", []),
    ],
)
def test_a_command_is_read_with_what_decides_on_it(body: str, commands: list[str]) -> None:
    assert commands_of(body) == commands


# What is noticed, and what is not.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("await self._look()", "await self._look()\n        await workflow.sleep(1)"),
        ("        await self._look()\n", ""),
        ("if self.open:", "if self.closed:"),
        ("if self.open:\n            await", "if True:\n            await"),
        (", timeout=timedelta(days=1)", ""),
        ("self.ready", "self.ready and self.open"),
        ("await asyncio.gather(*(steps.ask(item) for item in self.items))", "await steps.ask(self.items[0])"),
        ("steps.score", "steps.ask"),
        ('@workflow.signal(name="decision")', '@workflow.signal(name="verdict")'),
        ('name="Case"', 'name="CaseTwo"'),
        ("        keeping.cancel()\n", ""),
    ],
)
def test_another_sequence_is_noticed(before: str, after: str) -> None:
    assert before in CASE

    assert fingerprint_of(CASE.replace(before, after)) != fingerprint_of()


def test_two_steps_in_another_order_are_noticed() -> None:
    look, show = "await self._look()", "self._shown.show(self.record)"
    swapped = CASE.replace(look, "...").replace(show, look).replace("...", show)

    assert fingerprint_of(swapped) != fingerprint_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Queue.SOURCES", "Queue.AGENTS"),
        ("score_activity, record", "Registers.ask, record"),
        ('{"register": Registers.ask, "court": Registers.ask_court}', '{"court": Registers.ask_court}'),
    ],
)
def test_another_activity_queue_or_table_is_noticed(before: str, after: str) -> None:
    assert before in STEPS

    assert fingerprint_of(steps=STEPS.replace(before, after)) != fingerprint_of()


@pytest.mark.parametrize(
    ("before", "after"), [('name="ask-register"', 'name="ask"'), ("async def ask_court", "async def ask_a_court")]
)
def test_another_name_of_an_activity_is_noticed_where_it_is_used(before: str, after: str) -> None:
    assert fingerprint_of(activities=ACTIVITIES.replace(before, after)) != fingerprint_of()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("        await self._look()", "        # Ask everyone.\n        await (\n            self._look()\n        )"),
        ("    async def run(self):", '    async def run(self) -> None:\n        """The case."""'),
        ("self.body = steps.words(body)", "self.body = body\n        self.seen: int = 1"),
        ("from workflows import steps", "from workflows import steps\nfrom domain import rules"),
        ("    async def _keep", "    def name(self):\n        return self.record.name\n\n    async def _keep"),
    ],
)
def test_formatting_comments_and_what_makes_no_command_are_not(before: str, after: str) -> None:
    assert before in CASE

    assert fingerprint_of(CASE.replace(before, after)) == fingerprint_of()


def test_timeouts_and_retries_of_an_activity_are_not() -> None:
    patient = STEPS.replace("task_queue=Queue.SOURCES", "task_queue=Queue.SOURCES, start_to_close_timeout=LONG")

    assert fingerprint_of(steps=patient) == fingerprint_of()


# What is said.


def test_the_advice_shows_the_change_and_names_every_step() -> None:
    changed = fingerprint_of(activities=ACTIVITIES.replace('"ask-register"', '"ask"'))

    said = advice(fingerprint_of(), changed)

    assert "-    activity ask-register on Queue.SOURCES" in said
    assert "+    activity ask on Queue.SOURCES" in said
    for step in (
        "workflow.patched(",
        "worker version",
        "tests.replay.record --story",
        "pytest tests/replay",
        "tests.replay.fingerprint --write",
    ):
        assert step in said


def test_without_a_change_there_is_nothing_to_advise() -> None:
    assert advice(fingerprint_of(), fingerprint_of()) == ""

"""The task generator: follow-up tasks an officer may send, by rules, and worded and ordered by a language model."""

import asyncio
from datetime import UTC, datetime

from temporalio import activity

from activities.agents.asking import Asked, ModelDesk
from activities.agents.executions import AnsweredByRules, RunStore, run_by_rules
from activities.agents.prompts import load_prompt
from domain.follow_up import propose_tasks
from domain.follow_up.edition import edition
from domain.tasks_by_model import WordedTasks, task_data, with_wordings
from schemas.case import TaskModelRequest, TaskRequest
from schemas.investigation import TaskAnswer


class TaskActivities:
    """The activities over the store that keeps the runs, and the desk of the model."""

    def __init__(self, store: RunStore, desk: ModelDesk) -> None:
        self._store = store
        self._desk = desk
        self._prompt = load_prompt("tasks", 2)

    @activity.defn(name="generate-tasks")
    async def generate_tasks(self, request: TaskRequest) -> TaskAnswer:
        """Proposes follow-up tasks from findings, discrepancies, documents and questions. Raises ObjectStoreError if
        the run cannot be kept."""
        began = datetime.now(UTC)
        found = await asyncio.to_thread(propose_tasks, request)
        execution = None
        if request.run:
            by_rules = AnsweredByRules(found, await asyncio.to_thread(edition), began)
            execution = await run_by_rules(self._store, request.run, "tasks", request, by_rules)
        return TaskAnswer(**dict(found), execution=execution, ask_model=self._desk.is_open)

    @activity.defn(name="generate-tasks-by-model")
    async def generate_tasks_by_model(self, question: TaskModelRequest) -> TaskAnswer:
        """The rules' tasks, worded and ordered by a language model as far as the laws of `domain.tasks_by_model` let
        it. Without a task nobody is asked. Raises ApplicationError with the run if nothing usable came."""
        request, by_rules = question.request, question.by_rules
        data = task_data(request, by_rules)
        if data is None:
            return TaskAnswer(**dict(by_rules))
        answered = await self._desk.ask(Asked(question.run, "tasks", self._prompt, data, WordedTasks))
        better = await asyncio.to_thread(with_wordings, request, by_rules, answered.answer)
        return TaskAnswer(**dict(better), execution=answered.execution)

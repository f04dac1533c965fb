"""The agents as a worker runs them, with a language model that obeys whoever speaks to it."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from temporalio.testing import ActivityEnvironment

from activities.agents.asking import ModelDesk
from activities.agents.candidates import CandidateActivities
from activities.agents.classifier import Classifier
from activities.agents.mcc import MccActivities
from activities.agents.meaning import Meaning
from activities.agents.models import language_model
from activities.agents.tasks import TaskActivities
from domain.agent_runs import classification_of, proposal_of
from runtime.model_usage import ModelUsage
from runtime.object_store import ObjectStore
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.agents import AgentRun
from schemas.case import TaskModelRequest, TaskRequest
from schemas.extraction import ProposalRequest, Proposals
from schemas.investigation import TaskProposal
from schemas.mcc import MccClassification, MccModelQuestion, MccRequest
from tests.agents_under_attack.obedience import ObedientModel
from tests.model_server.scripted import Protocol, scripted_model


@dataclass(frozen=True)
class Agents:
    """The activities of one worker, and whoever calls them as the workflow does."""

    mcc: MccActivities
    tasks: TaskActivities
    candidates: CandidateActivities
    store: ObjectStore

    async def classified_by_rules(self, request: MccRequest) -> MccClassification:
        return classification_of(await _attempt().run(self.mcc.classify_mcc, request))

    async def classified_by_model(self, request: MccRequest, by_rules: MccClassification) -> MccClassification:
        question = MccModelQuestion(request=request, by_rules=by_rules, run=a_run())
        return classification_of(await _attempt().run(self.mcc.classify_mcc_by_model, question))

    async def tasks_by_rules(self, request: TaskRequest) -> TaskProposal:
        return proposal_of(await _attempt().run(self.tasks.generate_tasks, request))

    async def tasks_by_model(self, request: TaskRequest, by_rules: TaskProposal) -> TaskProposal:
        question = TaskModelRequest(request=request, by_rules=by_rules, run=a_run())
        return proposal_of(await _attempt().run(self.tasks.generate_tasks_by_model, question))

    async def proposed(self, request: ProposalRequest) -> Proposals:
        found: Proposals = await _attempt().run(self.candidates.propose_candidates, request)
        return found


Hire = Callable[[ObedientModel, Protocol], AbstractAsyncContextManager[Agents]]


@pytest.fixture(scope="package")
def classifier() -> Classifier:
    """One for all, as it takes seconds to load."""
    classifier = Classifier(Meaning())
    classifier.load()
    return classifier


@pytest.fixture(scope="package")
async def usage_pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture(scope="package")
def hire(settings: Settings, usage_pool: Pool, classifier: Classifier) -> Hire:
    """Agents who ask a model over a provider's own wire protocol, with the real stores."""

    @asynccontextmanager
    async def hired(model: ObedientModel, protocol: Protocol) -> AsyncIterator[Agents]:
        async with scripted_model(model) as server:
            told = settings.model_copy(update={"agents": f"{protocol}:obedient", "llm_url": server.url})
            asked = language_model(told)
            assert asked is not None
            store = ObjectStore.from_settings(settings)
            desk = ModelDesk(asked, store, ModelUsage(usage_pool, told))
            try:
                yield Agents(
                    MccActivities(classifier, store, desk),
                    TaskActivities(store, desk),
                    CandidateActivities(store, desk),
                    store,
                )
            finally:
                await asked.close()
                store.close()

    return hired


@pytest.fixture(scope="package")
async def by_rules(hire: Hire) -> AsyncIterator[Agents]:
    """Agents of whom only the rules are asked."""
    async with hire(ObedientModel(), "openai") as agents:
        yield agents


def a_run() -> AgentRun:
    """Each of a case of its own, so that no budget is used up."""
    return AgentRun(
        case_id=f"case_{secrets.token_hex(6)}",
        organisation=f"org_{secrets.token_hex(6)}",
        iteration=1,
        execution_id=f"exe_{secrets.token_hex(6)}",
    )


def _attempt() -> ActivityEnvironment:
    """One try of an activity that has as long as a slow machine needs."""
    environment = ActivityEnvironment()
    now = datetime.now(UTC)
    environment.info = replace(
        environment.info,
        scheduled_time=now,
        started_time=now,
        start_to_close_timeout=timedelta(minutes=5),
        schedule_to_close_timeout=None,
    )
    return environment

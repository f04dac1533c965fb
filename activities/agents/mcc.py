"""The classifier of merchant categories: by rules, and by a language model that ranks the rules' shortlist."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol

from temporalio import activity

from activities.agents.asking import Asked, ModelDesk
from activities.agents.executions import AnsweredByRules, RunStore, run_by_rules
from activities.agents.prompts import load_prompt
from domain.mcc_by_model import Ranking, mcc_data, with_ranking
from schemas.mcc import MccAnswer, MccClassification, MccModelQuestion, MccRequest


class Classifier(Protocol):
    """What is used here of `activities.agents.classifier.Classifier`."""

    def classify(self, request: MccRequest) -> MccClassification: ...

    def edition(self) -> str: ...


class MccActivities:
    """The activities over the classifier by rules, the store that keeps the runs, and the desk of the model."""

    def __init__(self, classifier: Classifier, store: RunStore, desk: ModelDesk) -> None:
        self._classifier = classifier
        self._store = store
        self._desk = desk
        self._prompt = load_prompt("mcc", 1)

    @activity.defn(name="classify-mcc")
    async def classify_mcc(self, request: MccRequest) -> MccAnswer:
        """Recommends a merchant category, with its risk and its reasons. Raises ObjectStoreError if the run cannot be
        kept."""
        began = datetime.now(UTC)
        # Forty thousand characters of hostile text take a second; the worker's other activities go on meanwhile.
        found = await asyncio.to_thread(self._classifier.classify, request)
        execution = None
        if request.run:
            by_rules = AnsweredByRules(found, await asyncio.to_thread(self._classifier.edition), began)
            execution = await run_by_rules(self._store, request.run, "mcc", request, by_rules)
        return MccAnswer(**dict(found), execution=execution, ask_model=self._desk.is_open)

    @activity.defn(name="classify-mcc-by-model")
    async def classify_mcc_by_model(self, question: MccModelQuestion) -> MccAnswer:
        """The rules' classification, bettered by a language model as far as the laws of `domain.mcc_by_model` let it.
        Without a shortlist nobody is asked. Raises ApplicationError with the run if nothing usable came."""
        request, by_rules = question.request, question.by_rules
        data = await asyncio.to_thread(mcc_data, request, by_rules)
        if data is None:
            return MccAnswer(**dict(by_rules))
        answered = await self._desk.ask(Asked(question.run, "mcc", self._prompt, data, Ranking))
        better = await asyncio.to_thread(
            with_ranking, request, by_rules, data, answered.answer, self._code_that_speaks_from
        )
        return MccAnswer(**dict(better), execution=answered.execution)

    def _code_that_speaks_from(self, words: str) -> str | None:
        """What the rules put first in these words by themselves, as if the customer had described the business so."""
        alone = MccRequest(company_name="", answers={"business_activity": words}, website=None)
        found = self._classifier.classify(alone).primary_recommendation
        return found.mcc_code if found else None

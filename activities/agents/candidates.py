"""Asks a language model what else a document says.

The document's text is a stranger's. It is sent as data, without the sentences in it that are addressed to a machine.
Whatever the model makes of it, a proposal counts only if its quote stands in the document, and is kept only if an
officer says so.
"""

import asyncio
from typing import get_args

from pydantic import Field, JsonValue, TypeAdapter, ValidationError
from temporalio import activity

from activities.agents.asking import Asked, ModelDesk
from activities.agents.prompts import load_prompt
from activities.documents.page_folder import PageFolder, Store
from domain.addressed_to_machines import without_instructions
from domain.extraction.proposed import MOST_PROPOSALS, Proposal, proposals_of
from schemas.agents import AgentRun
from schemas.extraction import FeatureName, PageText, ProposalRequest, Proposals
from schemas.frozen import Frozen

MAX_CHARACTERS = 60_000
"""Of a document's text, from its beginning."""
MAX_OUTPUT_TOKENS = 8000
_ONE = TypeAdapter(Proposal)


class DocumentData(Frozen):
    """What a model is told of a document."""

    features: tuple[FeatureName, ...] = get_args(FeatureName)
    document: str


class Proposed(Frozen):
    """One value. Not held to the features that there are: one that is none costs itself and not the whole answer."""

    feature: str = Field(description="one of the features")
    value: str
    quote: str


class ProposedValues(Frozen):
    """What a model answers."""

    proposals: tuple[Proposed, ...]


class CandidateActivities:
    """The activity that asks a model for candidates, over the store of the pages and the desk of the model."""

    def __init__(self, store: Store, desk: ModelDesk) -> None:
        self._store = store
        self._desk = desk
        self._prompt = load_prompt("candidates", 1)

    @activity.defn(name="propose-candidates")
    async def propose_candidates(self, request: ProposalRequest) -> Proposals:
        """What the model reads in a document; nobody is asked about one without text. Raises ApplicationError with the
        run if nothing usable came."""
        document_id = request.reading.document_id
        pages = list((await PageFolder(self._store, request.case_id, document_id).texts()).values())
        text = await asyncio.to_thread(_readable, pages)
        if not text or request.run is None:
            return Proposals()
        answered = await self._desk.ask(self._asked(request.run, document_id, text))
        proposals = await asyncio.to_thread(_within_the_laws, document_id, pages, answered.answer)
        return proposals.model_copy(update={"execution": answered.execution})

    def _asked(self, run: AgentRun, document_id: str, text: str) -> Asked[ProposedValues]:
        return Asked(
            run=run,
            agent="candidates",
            prompt=self._prompt,
            data=DocumentData(document=text),
            answer=ProposedValues,
            subject=document_id,
            max_output_tokens=MAX_OUTPUT_TOKENS,
        )


def _readable(pages: list[PageText]) -> str:
    return "\n\n".join(without_instructions(page.text).text for page in pages)[:MAX_CHARACTERS].strip()


def _within_the_laws(document_id: str, pages: list[PageText], answer: ProposedValues) -> Proposals:
    """Each proposal by its quote; those of no feature, or without a quote that stands, are counted as dropped. What
    was taken out before the model saw the text proves nothing."""
    given = answer.proposals[:MOST_PROPOSALS]
    shown = [without_instructions(page.text).text for page in pages]
    quoted = [item for item in given if any(item.quote in text for text in shown)]
    readable = [proposal for item in quoted if (proposal := _proposal(item.model_dump())) is not None]
    proposals = proposals_of(document_id, pages, readable)
    return proposals.model_copy(update={"dropped": proposals.dropped + len(given) - len(readable)})


def _proposal(item: dict[str, JsonValue]) -> Proposal | None:
    try:
        return _ONE.validate_python(item)
    except ValidationError:
        return None

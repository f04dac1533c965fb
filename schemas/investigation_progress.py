"""How far an investigation that is under way has come, as officers are told."""

from typing import Literal

from schemas.frozen import Frozen

ProgressStep = Literal["check_documents", "ask_sources", "read_documents", "classify", "assess", "propose_tasks"]


class InvestigationStep(Frozen):
    """One step of an investigation that is under way."""

    step: ProgressStep
    state: Literal["done", "running", "waiting"]
    done: int | None
    """How many of the documents or sources of this step are dealt with; null where nothing is counted."""
    total: int | None


class InvestigationProgress(Frozen):
    """How far an investigation has come, as far as the record of the case shows."""

    steps: tuple[InvestigationStep, ...]
    """In their order; sources are asked while documents are read."""

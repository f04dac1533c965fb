"""The classifier of merchant categories, by rules."""

import asyncio

from temporalio import activity

from domain.mcc.classifier import classify
from schemas.mcc import MccClassification, MccRequest


@activity.defn(name="classify-mcc")
async def classify_mcc(request: MccRequest) -> MccClassification:
    """Recommends a merchant category, with its risk and its reasons."""
    # Forty thousand characters of hostile text take a second; the worker's other activities go on meanwhile.
    return await asyncio.to_thread(classify, request)

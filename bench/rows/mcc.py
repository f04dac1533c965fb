"""How well merchant categories are recognised, on a small set of our own that no table was made from."""

import asyncio
from pathlib import Path

from bench.figures import Row
from bench.mcc.items import read_items
from bench.mcc.measuring import Result, measured
from bench.mcc.printing import figures, row_cells
from bench.subject import Subject

NAME = "mcc"
ABOUT = (
    "merchant categories of invented descriptions: the right code first, or among five, and high-risk trades flagged"
)
OWN = Path(__file__).parents[1] / "mcc" / "own.jsonl"
HEADING = ("classifier", "top 1", "top 5", "risk recall", "risk precision", "ece", "ms")


async def measure(_subject: Subject) -> Row:
    return row(await asyncio.to_thread(lambda: measured(read_items(OWN))))


def row(result: Result) -> Row:
    table = [HEADING, *(row_cells(each) for each in (result.ours, *result.baselines))]
    return Row(NAME, ABOUT, table, {name: value for name, value in figures(result).items() if value is not None})

"""How much of what documents say is found, and how fast, on documents that are made for it and whose truth is known."""

import asyncio
import sys
import tempfile
from pathlib import Path

from activities.documents.child import SOURCE_ROOT
from bench.extraction.measuring import Kind, Result, measured
from bench.extraction.printing import figures
from bench.extraction.scores import Score
from bench.extraction.truth import read_truth
from bench.figures import Figures, Row
from bench.subject import Subject

NAME = "extraction"
ABOUT = "facts found in invented documents of known truth: precision and recall of digital text and of scans"
DOCUMENTS = 64
FEW = 6
HEADING = ("fact", "digital precision", "digital recall", "scanned precision", "scanned recall")


async def measure(subject: Subject) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        await _write_documents(Path(folder), whole=subject.samples >= DOCUMENTS)
        return row(await measured(Path(folder), read_truth(Path(folder))))


def row(result: Result) -> Row:
    kinds = {"digital": result.digital, "scanned": result.scanned}
    names = dict.fromkeys(name for kind in kinds.values() for name in kind.scores)
    table = [
        HEADING,
        *((name, *_cells([kind.scores.get(name, Score()) for kind in kinds.values()])) for name in names),
        ("all", *_cells([kind.total() for kind in kinds.values()])),
    ]
    told = {name: _figures(kind) for name, kind in kinds.items() if kind.documents}
    numbers = {name: value for name, value in figures(result).items() if value is not None}
    return Row(NAME, f"{ABOUT}; {_pace(result)}", table, {**numbers, **told})


async def _write_documents(folder: Path, *, whole: bool) -> None:
    """All, scans among them, or a few that no OCR has to read. In a process of its own: drawing them takes seconds."""
    extent = ("--documents", str(DOCUMENTS)) if whole else ("--documents", str(FEW), "--digital")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.documents", str(folder), *extent), cwd=SOURCE_ROOT
    )
    if await process.wait() != 0:
        raise RuntimeError("the documents to measure on could not be made")


def _pace(result: Result) -> str:
    told = figures(result)
    scans = result.scanned
    beside = f"{told['pages_per_s']} digital pages/s, {told['ratio_to_bare_text']} times the bare text library's time"
    return f"{beside}, {scans.pages / scans.seconds:.2f} scanned pages/s" if scans.seconds else beside


def _cells(scores: list[Score]) -> tuple[str, ...]:
    return tuple("—" if share is None else f"{share:.3f}" for part in scores for share in (part.precision, part.recall))


def _figures(kind: Kind) -> Figures:
    whole = kind.total()
    return {
        "documents": kind.documents,
        "pages": kind.pages,
        "right_types": kind.right_types,
        "precision": round(whole.precision or 0.0, 4),
        "recall": round(whole.recall or 0.0, 4),
        "pages_per_s": round(kind.pages / kind.seconds, 2) if kind.seconds else 0.0,
    }

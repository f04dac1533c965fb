"""What the console calls facts, features, sources and documents: it has a word for each that there is, and no other."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from domain.handoff_words import DOCUMENT_TYPES, FEATURES, METHODS
from gateway.pages.serving import PAGES
from schemas.extraction import Language, ReadingProblem
from schemas.investigation import DiscrepancyType, ResolutionKind, Severity
from schemas.screening import ScreeningVerdict
from schemas.sources import SOURCE_LABELS, FactName

CONSOLE = PAGES / "console"
FACTS = CONSOLE / "words/facts.js"
SOURCES = CONSOLE / "words/sources.js"
RISK = CONSOLE / "words/risk.js"
DISCREPANCIES = CONSOLE / "case/facts/discrepancies.js"
RESOLVING = CONSOLE / "case/facts/resolving.js"
SCREENING = CONSOLE / "words/screening.js"

NAMES = {
    (FACTS, "FACTS"): get_args(FactName),
    (FACTS, "FEATURES"): tuple(FEATURES),
    (SOURCES, "SOURCES"): tuple(source.value for source in SOURCE_LABELS),
    (SOURCES, "DOCUMENT_TYPES"): tuple(DOCUMENT_TYPES),
    (SOURCES, "LANGUAGES"): get_args(Language),
    (SOURCES, "METHODS"): tuple(METHODS),
    (SOURCES, "READING_PROBLEMS"): get_args(ReadingProblem),
    (RISK, "SEVERITIES"): get_args(Severity),
    (DISCREPANCIES, "TYPES"): get_args(DiscrepancyType),
    (RESOLVING, "RESOLUTIONS"): get_args(ResolutionKind),
    (SCREENING, "VERDICTS"): get_args(ScreeningVerdict),
}


@pytest.mark.parametrize(("place", "names"), NAMES.items(), ids=[table for _, table in NAMES])
def test_there_is_a_word_for_each_name(place: tuple[Path, str], names: Iterable[str]) -> None:
    path, table = place
    assert sorted(_members(_table(path, table))) == sorted(names)


def test_sources_are_called_as_the_profile_calls_them() -> None:
    table = _table(SOURCES, "SOURCES")
    assert dict(re.findall(r'(\w+): "([^"]+)"', table)) == {
        source.value: label for source, label in SOURCE_LABELS.items()
    }


def _table(path: Path, name: str) -> str:
    """The source text of a table, between its braces."""
    text = path.read_text(encoding="utf-8")
    found = re.search(rf"^(?:export )?const {name} = {{(.*?)\s}};", text, re.DOTALL | re.MULTILINE)
    assert found, f"{path} has no table {name}"
    return found.group(1)


def _members(table: str) -> set[str]:
    """The names at the top of a table: what stands in braces or in quotes is what is said of them."""
    bare = re.sub(r'"[^"]*"|`[^`]*`', "", table)
    while (inner := re.sub(r"{[^{}]*}|\[[^\[\]]*\]", "", bare)) != bare:
        bare = inner
    return set(re.findall(r"(\w+):", bare))

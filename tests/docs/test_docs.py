"""What the documentation says of the code is so, and what it points to is there."""

import re
from pathlib import Path
from typing import get_args

import pytest

from docs.tables import tables, with_table
from gateway.openapi.meanings import ERROR_MEANING
from gateway.problems import STATUS
from schemas.errors import ErrorCode
from tests.conftest import REPOSITORY

PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)(#[^)]*)?\)")


def test_the_generated_tables_are_current() -> None:
    for table in tables():
        page = (REPOSITORY / table.file).read_text(encoding="utf-8")
        assert page == with_table(page, table), f"{table.file} is out of date: run `python -m docs.tables`"


def test_every_error_code_has_a_status_and_a_meaning() -> None:
    codes = set(get_args(ErrorCode))
    assert set(STATUS) == codes
    assert set(ERROR_MEANING) == codes


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    broken = [
        target for target, _ in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()
    ]
    assert broken == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(page.name[:4]) for page in (REPOSITORY / "docs" / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))

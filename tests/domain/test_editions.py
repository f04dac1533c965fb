"""An edition of rules is named by the files that they are made of."""

import importlib
from pathlib import Path

import pytest

from domain.editions import edition_of
from domain.follow_up.edition import edition as of_tasks
from domain.mcc.edition import edition as of_mcc

FILES = {"__init__.py": "", "table.tsv": "a\tb\n", "inner/__init__.py": "", "inner/words.toml": "a = 1\n"}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package, which its test may change before it is asked about."""
    monkeypatch.syspath_prepend(tmp_path)
    folder = tmp_path / f"rules_of_{tmp_path.name}"  # a name that no other test has imported
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    importlib.invalidate_caches()
    return folder


@pytest.mark.parametrize("name", FILES)
def test_a_change_of_any_table_or_rule_makes_another_edition(package: Path, name: str) -> None:
    before = edition_of(package.name)
    (package / name).write_text(FILES[name] + "# ", encoding="utf-8")

    assert edition_of(package.name) != before


def test_what_python_leaves_beside_them_does_not(package: Path) -> None:
    before = edition_of(package.name)
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "words.cpython-311.pyc").write_bytes(b"compiled")

    assert edition_of(package.name) == before


def test_the_agents_have_each_an_edition_of_its_own() -> None:
    assert len({of_tasks(), of_mcc()}) == 2

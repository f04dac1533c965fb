"""What holds of style sheets and scripts by reading them: contrast, one home for colours, nothing from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from gateway.pages.serving import PAGES

TOKENS = (PAGES / "foundation/tokens.css").read_text(encoding="utf-8")
SHEETS = sorted(PAGES.rglob("*.css"))
IMPORT = re.compile(r'(?:^(?:import|export)\b[^;"]*?\bfrom\s*|^import\s*|\bimport\()"([^"]+)"', re.MULTILINE)
SCRIPTS = sorted(PAGES.rglob("*.js"))
HTML = sorted(PAGES.rglob("*.html"))

GROUNDS = ("desk", "paper", "sheet", "shade")
TEXTS = ("ink", "quiet", "accent", "accent-strong", "good", "warn", "bad", "info", "plain")
PAIRS = (
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    *((tone, f"{tone}-wash") for tone in ("good", "warn", "bad", "info", "plain")),
    *(("ink", f"{tone}-wash") for tone in ("good", "warn", "bad", "info", "plain", "accent")),
    ("accent", "accent-wash"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-mark", "mark"),
)
EDGES = tuple((edge, ground) for edge in ("edge", "focus", "accent") for ground in GROUNDS)


def _colour(name: str, scheme: int) -> tuple[float, float, float]:
    """The red, green and blue of a token, 0 to 1; scheme 0 is light and 1 is dark."""
    found = re.search(rf"--{name}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\)", TOKENS)
    assert found, f"tokens.css says nothing of --{name}"
    digits = found.group(scheme + 1)[1:]
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _luminance(colour: tuple[float, float, float]) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str, scheme: int) -> float:
    darker, lighter = sorted(_luminance(_colour(name, scheme)) for name in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground_it_stands_on(scheme: int) -> None:
    faint = {pair: round(_contrast(*pair, scheme), 2) for pair in PAIRS if _contrast(*pair, scheme) < 4.5}
    assert not faint


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_control_stands_out_from_every_ground(scheme: int) -> None:
    faint = {pair: round(_contrast(*pair, scheme), 2) for pair in EDGES if _contrast(*pair, scheme) < 3}
    assert not faint


@pytest.mark.parametrize("sheet", [path for path in SHEETS if path.name != "tokens.css"], ids=lambda path: path.name)
def test_colours_are_named_in_one_file_only(sheet: Path) -> None:
    screen = sheet.read_text(encoding="utf-8").split("@media print")[0]  # on paper there is black, white and grey
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|light-dark)\(", screen)


def _selectors(sheet: Path) -> list[str]:
    bare = re.sub(r'/\*.*?\*/|"[^"]*"', "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    rules = (found.strip() for found in re.findall(r"([^{};]+){", bare))
    return [one for rule in rules if not rule.startswith("@") for one in re.split(r",(?![^(]*\))", rule)]


def _classes(selectors: Iterable[str]) -> set[str]:
    return {name for selector in selectors for name in re.findall(r"\.([A-Za-z][\w-]*)", selector)}


def test_a_class_of_the_console_is_defined_in_one_sheet_only() -> None:
    """Those of base.css are for all pages: another sheet says only how they look beneath a class of its own."""
    base = _classes(_selectors(PAGES / "foundation/base.css"))
    sheets = {path.name: _selectors(path) for path in sorted((PAGES / "console").rglob("*.css"))}
    homes = Counter(name for selectors in sheets.values() for name in _classes(selectors) - base)
    again = [one for selectors in sheets.values() for one in selectors if "." in one and _classes([one]) <= base]
    assert {name for name, number in homes.items() if number > 1} == set()
    assert again == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_sheet_speaks_of_a_class_that_nothing_has(sheet: Path) -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (*SCRIPTS, *HTML))
    quoted = " ".join(re.findall(r'"[^"\n]*"|`[^`]*`', written))
    words = set(re.findall(r"[\w-]+", quoted))
    begun = tuple(re.findall(r"([\w-]+-)\$\{", quoted))
    assert {name for name in _classes(_selectors(sheet)) - words if not begun or not name.startswith(begun)} == set()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_no_script_makes_markup_of_text_or_asks_another_origin(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source)
    addresses = set(re.findall(r"https?://[\w./-]*", source))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "https://", "http://"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_every_import_leads_to_a_file_that_is_served(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    for path in IMPORT.findall(source):
        assert path.startswith((".", "/assets/")), f"{path} is no file of ours"
        target = PAGES / path.removeprefix("/assets/") if path.startswith("/") else script.parent / path
        assert target.resolve().is_file(), f"{path} does not exist"


@pytest.mark.parametrize("page", HTML, ids=lambda path: path.relative_to(PAGES).as_posix())
def test_a_page_names_only_files_that_are_served_and_has_no_inline_code(page: Path) -> None:
    source = page.read_text(encoding="utf-8")
    for path in re.findall(r'(?:src|href)="(/assets/[^"]+)"', source):
        assert (PAGES / path.removeprefix("/assets/")).is_file(), f"{path} does not exist"
    assert not re.findall(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", source)

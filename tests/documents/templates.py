"""Texts with gaps, and how they become papers with known facts.

A file has a section for each document: `=== document_type COUNTRY`, then lines. What a line is, its beginning says:

    $name = a|b      one of these stands wherever `{name}` does, and is a fact if a feature has that name
    ? line           a line that half of the papers have
    # ## ^ > ! `     heading, subheading, letterhead, addressee, footer, typewriter
    label :: value   one of a list, laid out as the paper's style has it
    | a | b          a row of a table
    ---              a new page

`[a|b]` stands for one of them. A gap `{…}` that states a feature makes it part of the truth: what a template does not
mention is not true of its papers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Final, get_args

from schemas.extraction import SET_FEATURES, FeatureName
from tests.documents.gaps import Gap, gaps
from tests.documents.papers import Block, Kind, PairLayout, Paper

_MARKS: Final[dict[str, Kind]] = {
    "## ": "subheading",
    "# ": "heading",
    "^ ": "letterhead",
    "> ": "addressee",
    "! ": "footer",
    "` ": "mono",
    "| ": "table",
    "---": "break",
}
_CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_GAP: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Template:
    document_type: str
    language: str
    country: str
    lines: tuple[str, ...]


def read_templates(folder: Path) -> tuple[Template, ...]:
    """All of a folder, one file for each language."""
    return tuple(
        template for path in sorted(folder.glob("*.txt")) for template in _sections(path.stem, path.read_text("utf-8"))
    )


def filled(template: Template, chance: Random, layout: PairLayout) -> Paper:
    """A paper about a company of its own. The same chance gives the same paper."""
    known = gaps(chance, template.language, template.country)
    facts: dict[str, list[str]] = {}
    lines = list(_chosen(template, chance, known))
    for line in lines:
        for name in _GAP.findall(line):
            for feature, value in known[name].states:
                if value not in facts.setdefault(feature, []):
                    facts[feature].append(value)
    told = tuple(_GAP.sub(lambda gap: known[gap[1]].text, line) for line in lines)
    return Paper(template.document_type, template.language, tuple(_blocks(told)), layout, _as_truth(facts))


def _sections(language: str, text: str) -> Iterator[Template]:
    for section in text.split("=== ")[1:]:
        heading, _, body = section.partition("\n")
        document_type, country = heading.split()
        yield Template(document_type, language, country, tuple(body.strip().splitlines()))


def _chosen(template: Template, chance: Random, known: dict[str, Gap]) -> Iterator[str]:
    for line in template.lines:
        if line.startswith("? "):
            if chance.random() < 0.5:
                continue
            line = line.removeprefix("? ")
        while _CHOICE.search(line):
            line = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), line, count=1)
        if line.startswith("$"):
            name, _, values = line.removeprefix("$").partition(" = ")
            value = chance.choice(values.split("|"))
            known[name] = Gap(value, ((name, value),) if name in get_args(FeatureName) else ())
        else:
            yield line


def _blocks(lines: tuple[str, ...]) -> Iterator[Block]:
    for kind, group in groupby(lines, _kind):
        members = [_told(line, kind) for line in group]
        if kind == "pairs":
            yield Block(kind, rows=tuple((label, value) for label, _, value in (m.partition(" :: ") for m in members)))
        elif kind == "table":
            yield Block(kind, rows=tuple(tuple(cell.strip() for cell in member.split("|")) for member in members))
        elif kind in ("text", "heading", "subheading"):
            yield from (Block(kind, (member,)) for member in members if member)
        else:
            yield Block(kind, tuple(members))


def _kind(line: str) -> Kind:
    marked = next((kind for mark, kind in _MARKS.items() if line.startswith(mark)), None)
    return marked or ("pairs" if " :: " in line else "text")


def _told(line: str, kind: Kind) -> str:
    mark = next((mark for mark, marked in _MARKS.items() if marked == kind), "")
    return line.removeprefix(mark).strip()


def _as_truth(facts: dict[str, list[str]]) -> dict[str, str | list[str]]:
    """Of a feature with one value, the fullest that the paper gives."""
    order = [name for name in get_args(FeatureName) if name in facts]
    return {name: facts[name] if name in SET_FEATURES else max(facts[name], key=len) for name in order}

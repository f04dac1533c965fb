"""The tables beside this file: what others publish, and what was made of it by hand. All are UTF-8.

- `nace_titles.tsv`: the divisions, groups and classes of NACE Rev. 2 in four languages, word for word: Annex I of
  Regulation (EC) No 1893/2006, text by Eurostat, © European Union, to be reused with the source named (Commission
  Decision 2011/833/EU).
- `nace_to_mcc.tsv`: for each of them the merchant category codes of businesses that register it, the likeliest first.
  Written by hand in November 2026 from Eurostat's explanatory notes and the wordings of the codes. A few have none,
  because they say nothing of what is sold (all of retail trade) or sell nothing (private households).
- `nace21_to_mcc.tsv`: the classes of NACE Rev. 2.1 (Delegated Regulation (EU) 2023/137) that are new or mean something
  else than the same number in Rev. 2, with their English titles; codes as above. NACEBEL 2025 follows Rev. 2.1.
- `descriptions.toml`: how businesses of each code describe themselves, written by hand in November 2026 in all four
  languages with the wordings of ISO 18245 and of the card schemes as the guide; never one language alone, because a
  code that has a text's language attracts texts that belong to another.
- `own_words.toml`: what such businesses write on their own websites, in sentences and lists of goods, often without
  naming their trade; the same author, month and languages. Written after the errors on a second set of 340 texts, by
  another author, had been read; that set measures nothing any more.

Read once, at first use.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from domain.mcc.vocabulary import InWords

LANGUAGES = InWords._fields


class NaceClass(NamedTuple):
    """A class of NACE Rev. 2.1 that Rev. 2 has not, or not with this meaning."""

    title: str
    mccs: tuple[str, ...]


@cache
def nace_titles() -> dict[str, InWords]:
    """By digits, from two (division) to four (class): the titles of NACE Rev. 2."""
    return {_digits(code): InWords(*titles) for code, *titles in _rows("nace_titles.tsv")}


@cache
def mccs_by_nace() -> dict[str, tuple[str, ...]]:
    """By digits, from two to four, of NACE Rev. 2: merchant category codes, the likeliest first."""
    return {_digits(code): tuple(mccs.split()) for code, mccs in _rows("nace_to_mcc.tsv")}


@cache
def nace21_classes() -> dict[str, NaceClass]:
    """By four digits: where NACE Rev. 2.1 says something else than Rev. 2."""
    return {_digits(code): NaceClass(title, tuple(mccs.split())) for code, title, mccs in _rows("nace21_to_mcc.tsv")}


@cache
def descriptions() -> dict[str, dict[str, tuple[str, ...]]]:
    """By merchant category code and language (`en`, `nl`, `fr`, `de`): how such businesses describe themselves, in
    short and in sentences of their own."""
    short, own = _described("descriptions.toml"), _described("own_words.toml")
    return {
        code: {language: (*texts, *own.get(code, {}).get(language, ())) for language, texts in said.items()}
        for code, said in short.items()
    }


def _described(name: str) -> dict[str, dict[str, list[str]]]:
    read: dict[str, dict[str, list[str]]] = tomllib.loads(_text(name))
    return read


def _rows(name: str) -> Iterator[list[str]]:
    _heading, *lines = _text(name).splitlines()
    yield from (line.split("\t") for line in lines)


def _text(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


def _digits(code: str) -> str:
    return code.replace(".", "")

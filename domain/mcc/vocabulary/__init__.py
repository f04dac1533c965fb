"""The words in which merchants describe themselves, per category, in English, Dutch, French and German.

Written in November 2026 from how shops, registries (NACE titles) and websites put it, and completed with the names of
one half of OpenStreetMap's presets of shops and services; the other half measures it, see `domain.mcc.confidence`.
`domain.mcc.phrases` says how to read a cell. A row has all four languages: one that lacks rows loses its texts to the
rows it has.
"""

from typing import NamedTuple


class InWords(NamedTuple):
    """One category in four languages; each a list of phrases separated by commas."""

    en: str
    nl: str
    fr: str
    de: str


Vocabulary = dict[str, InWords]

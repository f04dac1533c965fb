"""The ways in which one name is lawfully written in plain Latin letters.

A register prints `Müller`, the next one `MUELLER`; a Greek or Bulgarian company is transliterated by its state's rule
in one place and letter for letter in another. Sources: DIN 5007-2 for German; ISO 843 (ELOT 743) for Greek; the
Bulgarian Transliteration Act of 2009.
"""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_BULGARIAN = str.maketrans({"х": "h", "щ": "sht", "ъ": "a", "ь": "y"})
"""Where the act differs from the letter for letter of other Cyrillic scripts."""
_BULGARIAN_END = re.compile(r"ия\b")
_GREEK: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("([αεη])[υύ](?=[θκξπσςτφχψ]|\\b)"), r"\1φ"),
    (re.compile("([αεη])[υύ]"), r"\1v"),
    (re.compile(r"\bμπ"), "b"),
    (re.compile("γ(?=[γξχ])"), "n"),
)


def spellings(text: str) -> tuple[str, ...]:
    """The text as it is, in lower case, and as the other rule would have it where that differs."""
    plain = unicodedata.normalize("NFC", text.lower())
    other = _BULGARIAN_END.sub("ia", plain.translate(_UMLAUTS)).translate(_BULGARIAN)
    for pattern, written in _GREEK:
        other = pattern.sub(written, other)
    return (plain,) if other == plain else (plain, other)

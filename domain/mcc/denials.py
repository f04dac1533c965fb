"""What an officer's notes set aside: “instead of X”, “rather than X”, “used to sell X”, “only the name is about X”.

Only notes are read so. A customer's “rather than plastic we use wood” says nothing about what it does not sell.
"""

from collections.abc import Sequence

from domain.mcc.words import Word, word_set

_PHRASES = (
    "instead of, rather than, better than, used to, no longer, formerly, previously, in plaats van, eerder dan, "
    "liever dan, beter dan, niet langer, vroeger, voorheen, au lieu de, plutot que, mieux que, anciennement, "
    "autrefois, auparavant, statt, anstatt, anstelle von, besser als, fruher, ehemals, only the name, only in name, "
    "alleen de naam, enkel de naam, seul le nom, nur der name"
)
_SETS_ASIDE = frozenset(tuple(phrase.split()) for phrase in _PHRASES.split(", "))
_LONGEST = max(map(len, _SETS_ASIDE))
_REACH = 6
"""Words, if the clause does not end before."""
_BEGINS_ANEW = word_set(
    "it they this that we he she now use het ze zij dit nu il ils elle elles maintenant es sie jetzt"
)
"""Words with which what holds instead begins: “instead of groceries they sell electronics”."""


def with_comparisons(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, with what is set aside as denied."""
    marked = list(words)
    for start in range(len(words)):
        length = _setting_aside(words, start)
        for at in range(start, min(start + length + _REACH, len(words)) if length else start):
            if words[at].clause != words[start].clause or words[at].folded in _BEGINS_ANEW:
                break
            marked[at] = words[at]._replace(negation="denied")
    return tuple(marked)


def _setting_aside(words: Sequence[Word], start: int) -> int:
    """How many words the phrase has that begins here and sets aside what follows; 0 if none does."""
    said = tuple(word.folded for word in words[start : start + _LONGEST])
    return next((length for length in range(len(said), 0, -1) if said[:length] in _SETS_ASIDE), 0)

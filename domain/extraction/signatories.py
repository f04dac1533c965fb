"""Directors among those who may sign for an account, as the letter of a bank lists them: `Authorised signatories: Jan
Peeters and Els Maes (directors)`. One who signs without a function is not known to lead the company, and who signs the
letter itself acts for the bank."""

import re
from collections.abc import Iterator
from itertools import islice

from domain.extraction.blocks import over_lines, plain
from domain.extraction.functions import FUNCTION, PLURALS, names_no_director, singular
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import Name, name_at

_SIGN = re.compile(
    over_lines(
        r"\b(?:authori[sz]ed\ssignatories|authori[sz]ed\suser(?:s|\(s\))?|account\ssignator(?:y|ies)|"
        r"authori[sz]ed\ssignatory(?=\s(?:on|for|of|to)\s(?:the|this)\saccount)|"
        r"personnes\s(?:habilit|autoris)[ée]es|gemachtigde(?:n|\(n\))(?=\s?:)|"
        r"zeichnungsberechtigt(?:e[nr]?)?|verf[üu]gungsberechtigt(?:e[nr]?)?|"
        r"signataires\s(?:autoris[ée]s?|habilit[ée]s?)|(?:tekenbevoegd|tekengerechtigd)(?:en|e)?|"
        r"(?:gemachtigden?|mandataires?)\s(?:op|sur|du|van)\s(?:de|het|le|la|ce)?\s?(?:rekening|compte))"
        r"(?:\s(?:on|for|of|to|op|f[üu]r|sur)\s(?:the|this|dem|das|de|le|ce)\s[^\W\d_]{4,12})?\s{0,2}"
        r"(?::|are|is|sind|ist|sont|est|zijn)?\s{1,3}"
    ),
    re.IGNORECASE,
)
"""One signatory alone may be the bank's, unless it is said that he signs for the account."""
_ENDS_LETTER = re.compile(
    over_lines(
        r"\b(?:yours\s(?:faithfully|sincerely|truly)|(?:kind|best)\sregards|for\sand\son\sbehalf\sof|"
        r"(?:for|namens|pour|f[üu]r|signed\sby)\s(?:the|de|la|die)\sbank|hoogachtend|met\svriendelijke\sgroet|"
        r"mit\sfreundlichen|hochachtungsvoll|veuillez\sagr[ée]er|salutations|cordialement)"
    ),
    re.IGNORECASE,
)
_ACTS_FOR = re.compile(r"vertegenwoordigd|repr[ée]sent[ée]|represented|vertreten", re.IGNORECASE)
_SIGNATURE_BLOCK = 400
"""Characters behind the end of a letter in which the bank signs it."""
_AND = re.compile(r"\s?(?:,|,?\s(?:en|et|und|and|&))\s{1,3}")
_AS = re.compile(r"\s?(?:,|\()\s?(?:(?:both|beide|beiden|tous\sdeux)\s)?")
_MOST_SIGNATORIES, _LONGEST_FUNCTION = 6, 50


def signatories(read: PageFields) -> Iterator[tuple[Name, str]]:
    """Those of whom the list says what they are in the company, with that function."""
    for match in islice(_SIGN.finditer(read.text), 10):
        if _of_the_bank(read.text, match.start()):
            continue
        names = _named_from(read.text, match.end())
        lead = _AS.match(read.text, names[-1].end) if names else None
        if lead is None:
            continue
        words = plain(read.text[lead.end() : lead.end() + _LONGEST_FUNCTION])
        function = FUNCTION.match(words)
        if function is None or names_no_director(function[0]):
            continue
        written = read.text[lead.end() : lead.end() + function.end()]
        of_all = function[0] in PLURALS
        yield from ((name, singular(written) or written) for name in (names if of_all else names[-1:]))


def _of_the_bank(text: str, at: int) -> bool:
    """Whether those who are named at a place sign the letter, or act for whoever the line above names."""
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, at))) + 1
    return bool(_ENDS_LETTER.search(text, max(0, at - _SIGNATURE_BLOCK), at) or _ACTS_FOR.search(text, above, at))


def _named_from(text: str, at: int) -> list[Name]:
    names: list[Name] = []
    for _ in range(_MOST_SIGNATORIES):
        name = name_at(text, at)
        if name is None:
            break
        names.append(name)
        joint = _AND.match(text, name.end)
        if joint is None:
            break
        at = joint.end()
    return names

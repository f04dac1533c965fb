"""Who held a share once: `who formerly held 20 per cent`, `a cédé ses parts`, `heeft zijn aandelen overgedragen`."""

import re

from domain.extraction.blocks import over_lines
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import TITLED

_ONCE = re.compile(
    over_lines(
        r"\b(?:formerly|previously|until\srecently|used\sto\s(?:hold|own)|had\s(?:held|owned)|vroeger|voorheen|eerder|"
        r"tot\svoor\skort|hield\s(?:tot|vroeger|voorheen)|anciennement|pr[ée]c[ée]demment|auparavant|autrefois|"
        r"d[ée]tenait|poss[ée]dait|avait\sd[ée]tenu|fr[üu]her|vormals|ehemals|zuvor|bisher\sgehalten|hielt|besass|"
        r"besaß|"
        r"(?:has\s|have\s|had\s)?(?:transferred|sold|assigned|disposed\sof|ceded)\s(?:his|her|its|their|all|the|those|"
        r"these|this|that|[0-9])|(?:a|ont|avait)\s(?:c[ée]d[ée]|vendu|transf[ée]r[ée]|transmis)|"
        r"(?:heeft|hebben|had)\s[^.;]{0,80}?(?:overgedragen|verkocht|afgestaan)|"
        r"(?:hat|haben|hatte)\s[^.;]{0,80}?(?:[üu]bertragen|ver[äa]u[ßs]+ert|abgetreten|verkauft)|"
        r"(?:der|die)\s[^.;,]{0,80}?(?:[üu]bertragen|ver[äa]u[ßs]+ert|abgetreten|verkauft)\s(?:hat|hatte|haben))\b"
    ),
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|today|currently|since then|nu|thans|momenteel|d[ée]sormais|maintenant|actuellement|[àa] pr[ée]sent|"
    r"nunmehr|jetzt|heute|seither|inzwischen)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|tot(?: en met)?|jusqu['’](?:au|en|à)|bis(?: zum)?)\s(?:[a-zà-ÿ]{3,9}\s)?[0-9]", re.IGNORECASE
)
_NEXT = re.compile(r"[.;]\s|[0-9]\s?(?:%|per\s?cent|procent|pour\s?cent|Prozent)", re.IGNORECASE)
_BEHIND, _NEAR = 110, 60
"""Characters after a share in which it is told that it was given away."""
_FORMER = re.compile(
    r"(?:historiek|historische? [a-z]+|historique|historie|verlauf|history|former|voormalige|vroegere|gewezen|eerdere|"
    r"anciens?|anciennes?|precedents?|ehemalige|fruhere|previous|past|niet meer actieve?)(?![a-z])[^.:;|0-9]{0,60}:?"
)
_ROWS_OF_HISTORY = 15
"""Below a heading of those who were owners once, at most."""


def held_once(text: str, named: int, share: int, share_end: int) -> bool:
    """Whether what is said between a person's name and a share, or right behind it, is over."""
    end = min(len(text), share_end + _BEHIND)
    stops = (pattern.search(text, share_end, end) for pattern in (_NEXT, TITLED))
    end = min((stop.start() for stop in stops if stop), default=end)
    once = next(reversed(list(_ONCE.finditer(text, named, end))), None)
    once = once or _UNTIL.search(text, share_end, min(end, share_end + _NEAR))
    if once is None:
        return False
    return not _NOW.search(text, once.end() if once.end() <= share else named, share)


def under_former(read: PageFields, number: int) -> bool:
    """Whether the nearest heading above a row is of those who hold no longer: `Historiek (niet meer actief)`."""
    for above in range(number - 1, max(-1, number - _ROWS_OF_HISTORY), -1):
        row, context = read.rows[above], read.contexts[above]
        if len(row.cells) > 1:
            continue
        if _FORMER.fullmatch(row.plain):
            return True
        if context.is_label and ":" not in row.text:
            return False
    return False

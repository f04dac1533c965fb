"""Codes of the statistical classification of economic activities, NACE (Regulation (EC) No 1893/2006).

National versions have the European digits first (`NACEBEL 47910`, `NAF 47.91B`); ISIC has the same divisions.
"""

import re

_CODE = re.compile(r"(.*?) ?\b([0-9]{2})\.?([0-9]{0,3})(?:\.[0-9]{1,3})?[A-Z]?")
_LONGEST = 60
_OTHER_SYSTEMS = frozenset({"NAICS", "SIC", "UKSIC", "MCC", "GICS"})

_MOVED = {"45": frozenset({"46", "47", "95"})}
"""Divisions that NACE Rev. 2.1 (Regulation (EU) 2023/137) dissolved into others: the trade in motor vehicles."""


def digits_of(code: str) -> str | None:
    """The digits of a code, from two (division) to five (national): `NACE 47.91` is `4791`. None for other systems'
    codes and for what is none."""
    read = _CODE.fullmatch(" ".join(code[:_LONGEST].upper().split()))
    if read is None or read.group(1) in _OTHER_SYSTEMS:
        return None
    return read.group(2) + read.group(3)


def divisions_of(code: str) -> frozenset[str]:
    """The division of a code, and those into which a later revision moved it; empty for what is no such code."""
    digits = digits_of(code)
    return frozenset() if digits is None else frozenset({digits[:2]}) | _MOVED.get(digits[:2], frozenset())

"""The lines in which whoever made a document names itself, with its own numbers: its letterhead and its foot.

`Bank Van Damme - RPR Gent - BTW BE0417133256 - BIC SCHEBEBB`. Offices of the state and notaries do so too, on documents
that are about somebody else.
"""

import re

from domain.extraction.context import line_around
from domain.extraction.folding import phrases

_OFFICES = phrases(r"""
    fod [a-z]+
    spf [a-z]+
    federale overheidsdienst
    service public federal
    kamer van koophandel
    chambre de commerce
    belastingdienst
    direction generale des finances publiques
    finanzamt
    bundesanzeiger
    bundeszentralamt
    registerfuhrende stelle
    infogreffe
    luxembourg business registers
    transparenzregister
    unternehmensregister
    inpi
    insee
    companies house
    hm revenue (?:&|and) customs
    nationale bank van belgie
    banque nationale de belgique
    notariskantoor
    notariaat
    geassocieerde notarissen
    notaires? associee?s?
    etude notariale
    office notarial
    notare
    notariat
    rechtsanwalte
    kanzlei
    advocatenkantoor
    advocaten
    cabinet d'avocats
    solicitors
    law firm
    notaries
    ondernemingsloket
    guichet d'entreprises
    anderkonto
    derdenrekening
    compte (?:de )?tiers
    client account
""")
_OFFICE = re.compile(rf"(?<![a-z])(?:{_OFFICES})(?![a-z])")
_REGISTERED_WITH = re.compile(
    r"(?:ingeschreven|geregistreerd|inscrite?|immatriculee?|enregistree?|registered|eingetragen|filed)"
    r"\s(?:bij|in|aupres|a|au|at|with|by|bei|beim)(?:\s(?:de|het|la|l'|du|the|der|dem))?\s?$"
)
"""Before an office with which a sentence says that somebody is registered: it does not name itself there."""
_JOINT = re.compile(
    r"\s(?:[-|/*]|·|•|∙|●)\s|(?<!\bno)(?<!\bnr)(?<!\bnum)(?<!\breg)(?<=[a-z0-9)])\.\s(?=[a-z])|\t|\s{3,}|;\s"
)
_MARK = re.compile(
    r"(?<![a-z])(?:bic|swift|rpr|rpm|rcs|r\.c\.s\.?|hr[ab]|amtsgericht|kapitaal|capital|stammkapital|fsma|www\.|tel\.?|fax"
    r"|authori[sz]ed|registered (?:in|office)|siege(?: social)?|(?:maatschappelijke )?zetel|sitz der gesellschaft"
    r"|societe anonyme|naamloze vennootschap|agreee?|vergunning|lei|vorstand|aufsichtsrat|anderkonto|derdenrekening"
    r"|compte (?:de )?tiers|client account|e-?mail|ust-?id[a-z.-]*|tva|btw|vat|iban"
    r"|entreprise regie par|registergericht|geschaftsfuhr(?:ung|er)|company (?:no|number)|kvk|siren|siret)(?![a-z])|@"
)
_WRAPPED, _FULL = 60, 110
"""How long a line is that may have been broken, and one that has been: its last word is a line of its own."""
_LONGEST, _LINES_OF_PAGE = 300, 15
_MANY = 4
"""Marks of one line, whatever parts them: `Bank X SA, TVA BE…, RPM Liège, BIC …, IBAN …`."""


def in_imprint(text: str, start: int, end: int) -> bool:
    """Whether the line of the value strings together several things of whom it names."""
    line = _line_of(text, start, end)
    joints = len(_JOINT.findall(line))
    marks = len({mark[0] for mark in _MARK.finditer(line)})
    return joints >= 2 or marks >= _MANY or (joints >= 1 and marks >= (1 if _in_foot(text, end) else 2))


def _in_foot(text: str, end: int) -> bool:
    """Whether its line is the last of a page that has many."""
    return "\n" not in text[end:].rstrip() and text.count("\n", 0, end) >= _LINES_OF_PAGE


def is_of_office(text: str, start: int, end: int) -> bool:
    """Whether the line is that of an office of the state, of a notary or of a lawyer, who names itself in it."""
    line = _line_of(text, start, end)
    return _JOINT.search(line) is not None and any(
        _REGISTERED_WITH.search(line, max(0, office.start() - 50), office.start()) is None
        for office in _OFFICE.finditer(line)
    )


def names_office(text: str) -> bool:
    """Whether a folded text names an office of the state, a notary or a lawyer."""
    return _OFFICE.search(text) is not None


def _line_of(text: str, start: int, end: int) -> str:
    """The line of a value, with the one that it runs on from."""
    line_start, line_end = line_around(text, start, end)
    line_start, line_end = max(line_start, start - _LONGEST), min(line_end, end + _LONGEST)
    above_start = max(text.rfind("\n", 0, max(0, line_start - 1)) + 1, line_start - _LONGEST)
    above = text[above_start:line_start]
    strung = len(above) >= _WRAPPED and len(_JOINT.findall(above)) >= 2
    runs_on = strung and (_JOINT.search(text, line_start, line_end) or above.rstrip()[-1:] in "-|/*·•,")
    runs_on = runs_on or (len(above) >= _FULL and text[line_start:line_end].strip() == text[start:end])
    return text[above_start if runs_on else line_start : line_end].strip()

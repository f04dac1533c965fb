"""Those whom a document about a company names beside it: its directors, owners, subsidiaries, notary and auditor.

A number that follows one of them is theirs where they are a company too, or of a profession that has numbers. Who signs
for the company (`bestuurder van de vennootschap …`) is named before it, and what follows is the company's own.
"""

import re
from itertools import pairwise

from domain.extraction.folding import phrases
from domain.extraction.functions import FUNCTION
from domain.extraction.number_labels import LABELS

_FUNCTIONS = phrases(r"""
    bestuurders?
    zaakvoerders?
    administrateurs?
    gerants?
    presidente?
    dirigeants?
    geschaftsfuhrer(?:in)?
    vorstand
    directors?
    managers?
    secretar(?:y|ies)
""")
_PERSONS = phrases(r"""
    aandeelhouders?
    vennoten?
    vast vertegenwoordiger
    vaste vertegenwoordiger
    oprichters?
    dochter(?:vennootschap|onderneming)(?:en)?
    moedervennootschap
    bestuursorgaan
    associee?s?
    actionnaires?
    represente(?:e)? par
    representant permanent
    fondateurs?
    filiales?
    societe mere
    gesellschafter(?:in)?
    aktionare?
    vertreten durch
    komplementarin?
    general partners?
    associee?s? commanditee?s?
    beherende? venno(?:ot|ten)
    personlich haftende(?:r|n)? gesellschafter(?:in)?
    shareholders?
    investors?
    investeerders?
    investisseurs?
    investoren
    members?
    parent(?: company| undertaking)?
    corporate director
    subsidiar(?:y|ies)
    person with significant control
    beneficial owners?
    uiteindelijke begunstigden?
    beneficiaires? effectifs?
    wirtschaftlich berechtigte[rn]?
    vertegenwoordigd door
    represented by
    acting by
    handelend door
    participating interests?
    deelnemingen?
    participations?
    beteiligung(?:en)?
    holding
""")
_PROFESSIONS = phrases(r"""
    commissaris
    bedrijfsrevisor(?:en)?
    notaris(?:sen)?
    boekhouder
    accountant
    commissaire aux comptes
    commissaires?
    notaires?
    notar(?:in)?
    wirtschaftsprufer
    auditors?
    registrar
    notare
    notariat
    notariskantoor
    notaires? associee?s?
    etude notariale
    office notarial
    notary(?: public)?
    solicitors?
    (?:expert-)?comptable(?! public)
    steuerberater(?:in)?
    reviseurs?(?: d'entreprises)?
    ondernemingsloket
    guichet d'entreprises
""")
_NAMED = re.compile(
    rf"(?<![a-z])(?:(?P<profession>{_PROFESSIONS})|(?P<person>{_PERSONS})|(?P<function>{_FUNCTIONS}))(?![a-z])"
)
_OF = re.compile(r"\s*(?:van|de|der|of|von|du|des|bij|at)\s|\s*d'")
_OF_THE_COMPANY = re.compile(
    r"(?:\(?s?\)?\s*)?(?:van|de|der|of|von|voor|for|du|des)\s+(?:(?:de|het|la|le|the|der|die|besloten|naamloze)\s+)?"
    r"(?:hierna\s+\w+\s+|hiernavermelde\s+|below\s+)?"
    r"(?:vennootschap|onderneming|rechtspersoon|firma|societe|entreprise|gesellschaft|company|gmbh|bv|nv|sa|ag)\b"
)
_FORMS = (
    "bvba bv nv cv cvba vof commv srl sprl sas sasu sarl snc sci eurl gmbh ggmbh ug kg ohg ag ltd limited plc llp lp"
    " inc"
)
_COMPANY = re.compile(
    rf"(?<![a-z.])(?:{'|'.join(r'[.]?'.join(form) for form in _FORMS.split())}|s\.a"
    r"|sa(?=[\s,(]{1,3}(?:au|numero|rcs|bce|tva|dont|ayant|inscrit|immatric)))\.?(?![a-z])"
)
_ANOTHER_THING = re.compile(r"\n|\s[|·•]\s")
"""What parts a label from a number that is of something else: `Geschäftsführer: Jan Maier | USt-IdNr. DE…`."""
_REACH = 160
_SHORT, _PROSE = 40, 60
_LABELLED = re.compile(r"\s*(?:ondernemings?-?(?:nr\.?|nummer)|(?:n°|numero) d'entreprise|company number)\s?:\s?")
"""What a form asks of the company itself: the line above does not lead to it."""
_BLOCK_LINES, _LONGEST_HEADING, _TITLE = 6, 48, 150
"""What stands within the first characters is the title of a document about them, and heads no form."""
_HEADING = re.compile(
    rf"(?:(?:enige?|sole|alleinige[rn]?|unique|corporate|statutory|current|geassocieerde|associated)\s)?(?:{_PROFESSIONS}|{_PERSONS})"
    r"(?:\(s\)|s)?(?:\s(?:titulaire|suppleante?|unique|rechtspersoon|personne morale|details|gegevens))?\s?:?"
)
_FUNCTION = re.compile(rf"(?:{_FUNCTIONS})(?:\(s\)|s)?\s?:?")
_NAME = re.compile(r"(?:naam|nom|name|denomination|firma|raison sociale|statutaire naam)(?![a-z])")
"""What a form asks under the function of an officer, who may be a company."""
_HEREAFTER = re.compile(
    r"[^.;]{0,80}?(?:hierna|hereinafter|hereafter|ci-?\s?apres|nachfolgend|im\s?folgenden)[^.;]{0,40}?[:\s\"'(]"
    r"(?:de|the|le|la|l'|der|die)?\s?[\"']?(?:oprichters?|founders?|subscribers?|fondateurs?|fondatrice|grunder(?:in)?"
    r"|aandeelhouder|shareholder|associee?|actionnaire|gesellschafter(?:in)?|investor|investisseur|comparante?)(?![a-z])"
)


_NAME_IN_BRACKETS = re.compile(r"\s[a-z. ]{2,12}\s\((?:registered|ingeschreven|inscrite|eingetragen|immatricul)[^()]*$")
"""`Petrusse Holding S.à r.l. (registered … under B198822`: a word of the name that the brackets are about."""


def of_bystander(text: str, start: int) -> bool:
    """Whether the line of the value, before it, or the running text that leads to it, speaks of somebody else."""
    if _HEREAFTER.match(text, start) or _under_heading(text, start):
        return True
    before = text[max(0, start - _REACH) : start]
    above, _, own = before.rpartition("\n")
    above = above.rstrip().rpartition("\n")[2]
    labelled = len(above) >= _PROSE and _LABELLED.fullmatch(own) is not None
    led = f"{above}\n{own}" if above and len(own.strip()) < _SHORT and not labelled else own
    last = next(reversed(list(_NAMED.finditer(led))), None)
    if last is None:
        return False
    if last[0] == "holding" and last.end() < len(led) - len(own) and LABELS.search(own):
        return False  # a word of the company's own name, on the line above a label
    between = led[last.end() :]
    if last[0] == "holding" and _NAME_IN_BRACKETS.match(between):
        return False
    if last["profession"]:
        return True
    if _OF_THE_COMPANY.match(between.lstrip()) or (last["function"] and _OF.match(between)):
        return False
    return _COMPANY.search(between) is not None or _is_heading(led, last)


def _under_heading(text: str, start: int) -> bool:
    """Whether it stands in a form whose heading, a line of its own, is somebody else: `Enig aandeelhouder`."""
    above = text[max(_TITLE, start - 3 * _REACH) : start].split("\n")[-_BLOCK_LINES - 1 : -1]
    short = [line.strip() for line in above if len(line.strip()) <= _LONGEST_HEADING]
    named = (line for line, below in pairwise(short) if _NAME.match(below) and _names_function(line))
    return any(_HEADING.fullmatch(line) for line in short) or next(named, None) is not None


def _names_function(line: str) -> bool:
    return _FUNCTION.fullmatch(line) is not None or FUNCTION.fullmatch(line.rstrip(" :")) is not None


def _is_heading(led: str, last: re.Match[str]) -> bool:
    """`Bestuurder: Beheer, 0417.497.106`: a label of the line that the number ends."""
    return led[: last.start()].rpartition("\n")[2].strip() == "" and not _ANOTHER_THING.search(led, last.end())

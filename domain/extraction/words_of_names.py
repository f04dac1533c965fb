"""Words within the names of companies, and those around them that are no part of them; in plain text."""

import re

_SMALL = """
    & and en et und of the van de der den du des la le les l d von zu for voor pour + i a à
    del della dello delle degli dei di dos el los las al y e
"""
SMALL_WORDS = frozenset(_SMALL.split())
"""Words in lower case that a name may have within it."""
_NO_PART_WORDS = """
    de la societe vennootschap company gesellschaft onderneming firma naam named called genaamd denommee door par
    von by voor pour for statuten statuts satzung articles oprichting constitution tussen between entre zwischen
    ondergetekende soussignee bestuurder bestuurders zaakvoerder gerant president director klant client kunde en
    et und and van of du des der die das the het een une un
"""
NO_PART = frozenset(_NO_PART_WORDS.split())
"""Words that introduce a name in a sentence or a title."""
_OF_DOCUMENTS_WORDS = """
    owner owners ownership verklaring ubo-verklaring declaration begunstigde begunstigden beneficiaire beneficiaires
    effectif effectifs berechtigte berechtigten statuten statuts satzung uittreksel extrait auszug certificate
    certificat attest attestation jaarrekening comptes annuels rapport shareholders aandeelhouders actionnaires
    gesellschafter directors bestuurders administrateurs virement overschrijving beneficial uberweisung lastschrift
    domiciliering domiciliation transfer payment betaling paiement register extract oprichting volmacht procuration
    vollmacht overeenkomst contrat contract vertrag bestatigung bescheinigung executed signed deed bezeichnung
    designation denomination signe getekend unterzeichnet overview snapshot konto bankkonto assure assuree verzekerde
    versicherungsnehmer versicherungsnehmerin verzekeringnemer policyholder insured
"""
OF_DOCUMENTS = frozenset(_OF_DOCUMENTS_WORDS.split())
"""Words that stand before a company's name in a title or a booking, and are none of it."""

OF_STANDARDS = re.compile(r"N\.?[VB]\.? [A-Z]{2,4} [0-9]{2,5}[A-Z]?")
"""`NV COS 4410`: the rules of a profession, whose first word could be a legal form."""

_INTRODUCES = re.compile(r"(?:ondergetekenden?|soussignée?|undersigned|Unterzeichnete),\n$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(
    r"(?:De|Het|La|Le|Les|The|Der|Die|Das)\s(?!\w*(?:vennootschap|ci[ée]t[ée]|ompany|sellschaft)\b)[A-Z]"
)


def has_own_article(text: str, start: int, end: int) -> bool:
    """Whether the article at which a name begins is part of it: `De ondergetekende,` and below that `De Korenbloem BV`,
    where no sentence begins."""
    introduced = _INTRODUCES.search(text, max(0, start - 24), start) is not None
    return introduced and _OWN_ARTICLE.match(text, start, end) is not None

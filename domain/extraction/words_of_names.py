"""Words within the names of companies, and those around them that are no part of them; in plain text."""

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
    designation denomination signe getekend unterzeichnet
"""
OF_DOCUMENTS = frozenset(_OF_DOCUMENTS_WORDS.split())
"""Words that stand before a company's name in a title or a booking, and are none of it."""

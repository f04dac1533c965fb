"""Documents whose title says only what sort of paper they are, `Attest` or `Extrait`: their subject says the rest.

For each type the sorts of paper, of which one stands in a title, and the subjects, of which one stands in the text;
folded and without spaces.
"""

import re

from schemas.extraction import DocumentType

_CERTIFICATES = "attest|verklaring|bewijs|bevestiging|certifica|bescheinigung|bestatigung|letter|confirm|declaration"
_EXTRACTS = "uittreksel|inzage|extrait|auszug|ausdruck|abdruck|abruf|extract|information|overview|profile|gegevens"
_BILLS = "factuur|facture|rechnung|abrechnung|afrekening|nota|decompte|bill|invoice|statement"

_SUBJECTS: dict[DocumentType, tuple[str, str]] = {
    "register_extract": (
        _EXTRACTS,
        "kruispuntbank|kbonummer|kvk|kamervankoophandel|handelsregister|banquecarrefour|situationjuridique|registredu"
        "commerce|registrenational|amtsgericht|registergericht|abteilungb|companieshouse|commercialregister"
        "|traderegister|crossroadsbank|numerodentreprise",
    ),
    "bank_statement": (
        "afschrift|uittreksel|releve|extrait|auszug|ubersicht|statement|summary|overzicht|" + _CERTIFICATES,
        "rekeningnummer|rekeninghouder|eenrekening|titulairedu?compte|compteiban|compten|kontoinhaber|buchungstag|kontonr"
        "|accountholder|accountname|accountnumber|broughtforward|sortcode|zakelijkerekening|eneskontos|eskontos|iban",
    ),
    "tax_certificate": (
        _CERTIFICATES,
        "fodfinancien|spffinances|servicepublicfederalfinances|federaleoverheidsdienstfinancien|belastingdienst|finanzamt|fiscaleschulden|belastingschuld|dettesfiscales|desimpots"
        "|steuerlich|taxaffairs|taxliabilit|hmrevenue|financespubliques|revenuecommissioners",
    ),
    "certificate_of_incorporation": (
        _CERTIFICATES,
        "(?:is|werd|wordt)opgericht|opgerichtop|aeteconstituee|estconstituee|immatriculee|gegrundet|eingetragenwurde"
        "|wurdeeingetragen|incorporatedon|isincorporated|registeredasacompany|dulyregistered",
    ),
    "ubo_declaration": (
        "verklaring|opgave|register|formulier|declaration|attestation|extrait|erklarung|auskunft|angabe|statement|form",
        "naturlichepersonenmitmehrals|natuurlijkepersonen(?:die|met)meerdan|personnesphysiques(?:detenant|ayant)plusde"
        "|naturalpersons(?:holding|with|whohold|owning)morethan|geldwaschegesetz|"
        "uiteindelijk(?:e)?b(?:egunstigde|elanghebbende)|beneficiaireseffectif|beneficiaireeffectif"
        "|wirtschaftlichberechtigt|beneficialowner|ayants?droits?economique|kontrollinhaber|detenteursducontrole",
    ),
    "utility_bill": (
        _BILLS,
        "kwh|meterstand|meternummer|compteur|eancode|zahlerstand|zahlernummer|meterreading|meternumber|trinkwasser"
        "|drinkwater|eaupotable|electricityused|vastelijn|vasteninternet|internetetmobile|festnetz|mobilfunk|broadband"
        "|forfaitmobile|horsforfait|abonnementfibre|delaligne|datavolumen|belminuten|linerental|callcharges|dataverbruik"
        "|glasvezel|fibreoptique|landline|abonnementinternet|leveringsadresenergie|adressedefourniture",
    ),
    "power_of_attorney": (
        "volmacht|procuration|pouvoir|mandat|vollmacht|bevollmacht|attorney|authori[sz]ation|authority|machtig|delegati",
        "geefthierbij|verleenthierbij|geeftvolmacht|geeftbijzondere|donnepouvoir|donneprocuration|donnemandat|donnetouspouvoir"
        "|bevollmachtigt|erteilt|erteilen|herebyappoint|appoints|authori[sz]es|machtigthierbij|mandateparlapresente",
    ),
    "annual_accounts": (
        "jaar|annuel|annual|jahres|accounts|comptes|balans|bilan|bilanz|financial|financie|abschluss|rapport|report",
        "vasteactiva|eigenvermogen|immobilisations|capitauxpropres|actifsimmobilises|anlagevermogen|eigenkapital"
        "|fixedassets|currentassets|netassets|profitandloss|umsatzerlose|chiffredaffaires",
    ),
    "lease": ("overeenkomst|contract|contrat|vertrag|agreement", "verhuurder|bailleur|vermieter|landlord|lessor"),
    "articles_of_association": (
        "akte|acte|urkunde|deed|constitution|repertori|oprichting|grundung|statut|urkundenrolle|uvz",
        "(?:grunden|errichten)(?:wir)?(?:hiermit)?eine(?:aktien)?gesellschaft|erschienenvordemnotar|voormijnotaris|vormirdemnotar|devantnousnotaire|pardevant|vormirnotar|begripsbepalingen"
        "|titreiforme|article1denomination|artikel1naam",
    ),
}
SUBJECTS = {kind: (re.compile(paper), re.compile(subject)) for kind, (paper, subject) in _SUBJECTS.items()}

"""Whether words would tell a customer that he is suspected or looked into, which AMLR Art. 73 forbids.

The words are those of the trade in the portal's four languages. They are looked for in the folded text: lower case,
without accents and punctuation, and once more with Latin letters for those that look like them. A harmless word that
looks like one is let through where it is known; a doubtful one is not: whoever asks takes another wording.

No such list is complete. What a language model words is therefore held to `domain.rewording` as well.
"""

import re
import unicodedata

from domain.look_alikes import LOOKS_LIKE
from domain.naming import folded

_LONGEST = 20_000
"""Characters; what is longer is nothing to be sent to a customer."""

_YOU = r"(?:you|your|yours|u|uw|vous|votre|vos|sie|ihr|ihre|ihrer|ihrem|ihren|ihnen)"
_NEAR = r"(?:\w+ ){0,3}"

_TERMS: dict[str, tuple[str, ...]] = {
    "sanctions": ("sanction", "sanctie", "sanktion", r"\bembargo"),
    "political exposure": (
        r"\bpeps?\b", "politically exposed", r"politiek (?:prominent|blootgesteld)", "politiquement expose",
        r"politisch exponiert",
    ),
    "money laundering": (
        r"money ?laund", r"launder\w* (?:of )?(?:\w+ )?(?:money|funds|proceeds)", "witwas", "witgewassen",
        r"\bblanchiment\b(?! (?:dentaire|des dents))", r"blanchi\w* (?:de |d)?(?:l ?)?argent", "geldwasch",
        "geldwaesch", "schwarzgeld", "zwart geld", "argent sale", r"\bamld?\b",
        r"\bkyc (?:alert|hit|flag|match|warning|concern|issue|problem)",
    ),
    "suspicion": (
        r"\bsuspicio", r"\bsuspect", r"\bsoupcon", "verdacht", "verdaecht", r"\bverdenk", r"\bargwaan", r"\bargwohn",
        r"unusual (?:transaction|activit|payment)", r"ongebruikelijke (?:transactie|activiteit|betaling)",
        r"(?:operation|transaction)s? (?:inhabituelle|atypique|douteuse)",
        r"ungewohnliche\w* (?:transaktion|zahlung)", r"\bauffallig",
    ),
    "doubt": (
        r"\b(?:we|i) (?:\w+ )?doubt", r"\b(?:our|we have|there are|there is) (?:\w+ )?doubts?\b",
        r"(?<!in )\bdoubts? (?:that|whether|about|if)\b", r"\bdoubtful",
        r"\bnot (?:be )?the (?:real|true|actual) (?:owner|director)",
        r"\bvermoed(?:en|ens|t|de|den)?\b", r"\b(?:wij|we|ik) (?:be)?twijfel",
        r"(?<!bij )\b(?:be)?twijfel(?:s|en|t)? (?:of|aan|over|dat|eraan|erover|er)\b",
        r"\bniet de (?:echte|ware|werkelijke) (?:eigenaar|bestuur)",
        r"\bnous (?:en )?doutons", r"\bdoutez? que\b", r"\b(?:nos|nous avons (?:un|des)|il y a (?:un|des)) doutes?\b",
        r"\bpas (?:le|la|les) (?:vrai|veritable|reel)\w* (?:proprietaire|dirigeant)",
        r"\bbezweifel", r"(?<!im )\bzweifeln?\b", r"\bvermut(?:en|et|ung|ungen)\b",
        r"\bnicht der (?:wahre|wirkliche|echte|tatsachliche) (?:eigentumer|inhaber|geschaftsfuhrer)",
    ),
    "fraud": (
        r"fraud(?!orf)", r"\bscam(?:s|mers?|med|ming)?\b", r"\boplicht(?:ing|er|ers|erij)\b", r"\bescro(?:c|querie)",
        r"\barnaque", r"\bbetrugs", r"\bbetr(?:u|ue)ger", r"belastingontduiking", "evasion fiscale", "tax evasion",
        "steuerhinterziehung",
    ),
    "terrorism": ("terroris", r"\bterrorfinan"),
    "lists": (
        r"\bblack ?list", r"\bwatch ?list", r"zwarte lijst", r"liste noire", r"schwarze\w* liste", "warnliste",
        "waarschuwingslijst", "observatielijst", r"listes? de surveillance", r"\bofac\b",
        r"\b(?:un|uno|eu) list(?:e|en|s)?\b", r"\b(?:vn|eu) lijst",
        r"\blist\w* (?:of|from) (?:the )?(?:united nations|un|european union|eu)\b", r"\bunited nations list",
        r"\blijst\w* (?:van )?(?:de )?(?:verenigde naties|vn|europese unie|eu)\b",
        r"\blistes? (?:de|des) (?:l ?)?(?:nations unies|onu|union europeenne|ue)\b",
        r"\blisten? (?:der|von) (?:vereinten nationen|un|uno|europaischen union|eu)\b",
        rf"\b{_YOU} {_NEAR}on (?:a|some|the) lists?\b", rf"\b{_YOU} {_NEAR}op (?:een|de) lijst\b",
        r"\bfigur(?:e|es|ez|ent|er) (?:\w+ )?sur (?:une|des|la) listes?\b",
        rf"\b{_YOU} {_NEAR}auf (?:einer|der) liste\b",
    ),
    "frozen assets": (
        r"\b(?:asset|fund)s? (?:freez|frozen)", r"\b(?:freez\w*|frozen) (?:of )?(?:the |your )?(?:asset|fund|account)",
        r"\bbevr(?:or|iez)\w* (?:tegoed|rekening)", r"\b(?:tegoed|rekening)\w* (?:\w+ )?bevr(?:or|iez)",
        r"\bgel (?:de vos |des )(?:avoirs|fonds|comptes)", r"\b(?:avoirs|fonds|comptes) geles",
        rf"\b(?:vermogen\w*|konto|konten|gelder) {_NEAR}eingefroren",
    ),
    "crime": (
        r"\bcrim(?:e|es|inal|inals|inality|inally|inel|inels|inelle|inelles|ineel|inele|inaliteit)\b"
        r"(?! (?:novel|fiction|stor|book|series|thriller))",
        "misdrij", r"\bmisda(?:ad|den|dig)", r"\bstrafbl", r"\bstrafre(?:cht|gister)", r"\bstrafbar", r"\bstrafbaar",
        r"\bstraftat", r"\bstrafverfahren", r"\bstrafzaak", r"\bvorstraf", r"\bkriminal", r"\bkriminell",
        "kriminalitat", r"\bdelits?\b", "casier judiciaire", r"poursuites? penale", r"\btraffick", r"\bsmuggl",
        r"(?<!data )(?<!file )\bcorruption", r"\bcorruptie", r"\bkorruption", r"\bomkoping", r"\bbestechung",
        r"\bbrib(?:e|es|ed|ery)\b", "pots de vin",
    ),
    "risk": (
        r"\brisk (?:score|rating|level|class|profile|categor|tier|flag|assessment)",
        r"\b(?:high|higher|low|elevated) risk",
        r"\brisico(?:score|profiel|klasse|niveau|categorie|beoordeling)", r"\b(?:hoog|hoger|verhoogd) risico",
        r"(?:score|niveau|profil|categorie|note) de risque", r"\ba haut risque",
        r"risques? (?:eleve|accru)", r"\brisiko(?:score|wert|profil|klasse|stufe|bewertung|einstufung)",
        r"\b(?:hohes|hoheres|erhohtes|hohem) risiko", "hochrisiko",
    ),
    "investigation": (
        rf"\binvestigat\w* {_NEAR}{_YOU}\b", r"\bunder investigation", r"\b(?:we|our|ongoing) (?:\w+ )?investigat",
        rf"\bonderzoek {_NEAR}(?:naar|tegen) {_YOU}\b", r"\b(?:ons|lopend) onderzoek\b",
        rf"\bonderzoeken (?:wij )?{_YOU}\b", rf"\benquete {_NEAR}(?:sur|contre|visant|concernant) {_YOU}\b",
        r"\bnotre enquete\b", r"\bnous enquetons\b", r"faites lobjet dune",
        rf"\bermittlung\w* {_NEAR}(?:gegen|uber) {_YOU}\b", "ermittlungsverfahren", r"\bwir ermitteln\b",
        rf"\buntersuchung\w* {_NEAR}(?:gegen|uber) {_YOU}\b",
        r"enhanced (?:customer )?due diligence", r"verscherpt\w* (?:clienten)?onderzoek", "vigilance renforcee",
        r"verstarkte\w* sorgfalt",
    ),
    "screening": (
        r"\b(?:name|background|customer|client|media|list|our) screening", rf"\bscreening {_NEAR}{_YOU}\b",
        r"\bscreened against", r"\bscreening (?:list|match|hit|result)", r"\bgescreen[dt]", r"\bbackground check",
        r"\b(?:criblage|filtrage) (?:de|des) (?:noms|personnes|clients|listes|dirigeants)",
    ),
    "media": (
        r"\b(?:adverse|negative) (?:media|news|press|publicity|coverage|information)",
        r"\bnegatieve (?:media|pers|berichtgeving|publiciteit|berichten)",
        r"\b(?:medias?|presse|articles?|informations?|publicite) (?:defavorable|negati)", r"\bcouverture mediatique",
        r"\bnegativ\w* (?:medien|presse|bericht|schlagzeile|nachricht)",
    ),
    "borrowed names": (
        r"\bnominee", r"\bshell (?:compan|corporation|entit)", r"\bfront (?:man|men|compan)", r"\bstraw m[ae]n",
        r"\bstroman", r"\bkatvanger", r"\b(?:brievenbus|postbus)(?:firma|maatschappij|vennootschap)",
        r"\bprete noms?\b",
        "homme de paille", r"\bsociete (?:ecran|boite aux lettres|fictive)", r"\bstroh(?:mann|manner|leute|frau)",
        r"\bbriefkasten(?:firma|firmen|gesellschaft)", r"\bschein(?:firma|firmen|gesellschaft)",
    ),
    "warnings and complaints": (
        r"\bred flag", r"\bflagged\b", r"\brode vlag", rf"\bwarnings? {_NEAR}(?:about|against|on) {_YOU}\b",
        r"\b(?:register|registry)s? (?:\w+ )?warn", rf"\bwaarschuwing\w* {_NEAR}(?:over|voor|tegen) {_YOU}\b",
        rf"\bwarnung\w* {_NEAR}(?:vor|uber|gegen) {_YOU}\b", "warnhinweis", r"\bmise en garde",
        rf"\bcomplain\w* {_NEAR}(?:about|against) {_YOU}\b", rf"\bklacht\w* {_NEAR}(?:over|tegen) {_YOU}\b",
        rf"\bplaintes? {_NEAR}(?:contre|visant|visent|concernant) {_YOU}\b",
        rf"\bbeschwerde\w* {_NEAR}(?:uber|gegen) {_YOU}\b",
    ),
    "authorities": (
        "financial intelligence", r"\bfiu\b", r"\btracfin\b", r"\bctif\b", r"\bgoaml\b", r"\bfiod\b",
        r"\binterpol\b", r"\beuropol\b",
        rf"\breport\w* {_NEAR}to (?:the )?(?:authorit|police)", rf"\bgemeld\w* {_NEAR}(?:autoriteit|politie)",
    ),
}  # fmt: skip

_PATTERN = re.compile("|".join(term for terms in _TERMS.values() for term in terms))
_GERMAN_FRAUD = re.compile(r"\bBetrug\b|(?<=[a-zäöüß])betrug\b")
"""The noun, by its capital or as the end of a compound: `der Umsatz betrug` only tells an amount."""
_SPACED_LETTERS = re.compile(r"\b(?:\w ){3,}\w\b")


def tips_off(text: str) -> bool:
    """Whether a customer who reads this could guess what is thought of him."""
    readable = _readable(text[:_LONGEST])
    as_it_looks = readable.lower().translate(LOOKS_LIKE)
    forms = (_SPACED_LETTERS.sub(_together, folded(form)) for form in (readable, as_it_looks))
    return len(text) > _LONGEST or any(map(_PATTERN.search, forms)) or bool(_GERMAN_FRAUD.search(readable))


def _together(spaced: re.Match[str]) -> str:
    return spaced.group().replace(" ", "")


def _readable(text: str) -> str:
    """As it looks: without the characters that take no room."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")

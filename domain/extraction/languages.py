"""The language of a document, by the small words of running text and the words of forms.

A form has few small words, so that the names of its fields count too; those that two languages share count for neither.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from domain.extraction.folding import folded
from schemas.extraction import Language, PageText

_WORDS: dict[Language, str] = {
    "nl": "de het een van en voor met aan dat die wordt werd zijn niet naar bij uit door over tussen ook deze heeft te "
    "op om dan onder hierna heden verschenen vennootschap naam adres zetel maatschappelijke rechtsvorm nummer "
    "ondernemingsnummer bestuurder bestuurders zaakvoerder oprichting opgericht statuten uittreksel aandelen "
    "aandeelhouder rekening rekeninghouder rekeningnummer factuur factuurdatum klant klantnummer bedrag btw geboren "
    "geboortedatum nationaliteit geldig begunstigde uiteindelijke huurder verhuurder huur jaarrekening volmacht "
    "volmachtgever straat kamer koophandel bedrijf handelsnaam vestiging begunstigden overzicht saldo afgifte nieuw "
    "verklaring datum tot totaal activiteit functie benaming afschrift energie verbruik",
    "fr": "le la les des du et en un une pour avec dans par sur est sont aux qui que ce cette il au ne pas ou entre "
    "societe nom adresse siege forme juridique numero entreprise gerant administrateur administrateurs constitution "
    "constituee statuts extrait parts actions associe compte titulaire facture client montant tva ne nee naissance "
    "nationalite valable beneficiaire beneficiaires effectif effectifs locataire bailleur bail loyer comptes annuels "
    "procuration mandant rue immatriculation greffe tribunal denomination sociale siren siret capital greffier "
    "delivrance delivree releve solde periode attestation declaration total activite fonction dirigeant electricite "
    "l d n s qu jusqu",
    "de": "der die das und den dem des ein eine einer eines ist sind mit fur von zu zur zum bei auf aus nach uber "
    "durch wird wurde nicht im am als oder zwischen gesellschaft firma name anschrift sitz rechtsform geschaftsfuhrer "
    "vorstand grundung gegrundet satzung handelsregister amtsgericht registergericht auszug anteile gesellschafter "
    "konto kontoinhaber kontoauszug rechnung rechnungsdatum kunde kundennummer betrag geboren geburtsdatum "
    "staatsangehorigkeit gultig wirtschaftlich berechtigter berechtigte mieter vermieter miete jahresabschluss "
    "vollmacht vollmachtgeber strase strasse stammkapital prokura eintragung abteilung nummer datum bescheinigung "
    "ausgestellt ausstellungsdatum steuernummer finanzamt strom verbrauch zeitraum saldo bis",
    "en": "the of and to in a is for with on by this that be are was has have which from at as or not under between "
    "company name address registered office legal form number director directors secretary incorporation incorporated "
    "articles association shares shareholder account holder statement invoice customer amount vat born birth "
    "nationality valid beneficial owner owners tenant landlord rent lease annual accounts power attorney principal "
    "street certificate registrar house issued issue expiry date bank balance period total capital declaration "
    "surname given names passport electricity supply bill charges opening closing",
}
_ENDINGS: dict[Language, tuple[str, ...]] = {
    "nl": ("ingsnummer", "schap", "heid", "lijk", "lijke", "ende"),
    "fr": ("ement", "aire", "eur", "elle", "ique", "itee"),
    "de": ("ung", "schaft", "heit", "lich", "liche", "ungen", "keit"),
    "en": ("ing", "ship", "ness", "able"),
}
_STEMS: dict[Language, tuple[str, ...]] = {
    "nl": ("rekening", "factuur", "uittrek", "ondernem", "belasting", "overzicht", "vennoot", "begunstig", "afschrift",
           "schuld", "huur", "volmacht", "gegeven", "handelsregister"),
    "fr": ("financ", "attest", "fiscal", "factur", "societ", "regular", "releve", "banqu", "impot", "certificat",
           "procur"),
    "de": ("rechnung", "gesellschaft", "strom", "bescheinig", "steuer", "auszug", "netto", "betrag", "mwst",
           "berechtig", "vollmacht", "zahler", "stadtwerke", "handelsregister"),
    "en": ("statement", "account", "certif", "invoice", "company", "electric", "regist", "owner", "financ"),
}  # fmt: skip
_MOST_TEXT = 6000
_MOST_PAGES = 3
_LEAST = 1.5
_LONG_WORD = 5
_WORD = re.compile(r"[a-z]{1,40}")


def _weights() -> dict[str, dict[Language, float]]:
    weights: dict[str, dict[Language, float]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            weights.setdefault(word, {})[language] = 1.0
    return {word: {of: 1.0 / len(by) ** 2 for of in by} for word, by in weights.items()}


_WEIGHTS = _weights()


def language_of(pages: Sequence[PageText]) -> Language:
    """The language that most of the words are of; `unknown` where hardly a word is of any."""
    scores: dict[Language, float] = dict.fromkeys(_WORDS, 0.0)
    for page in pages[:_MOST_PAGES]:
        for word in _WORD.findall(folded(page.text[:_MOST_TEXT])):
            for language, weight in _evidence(word):
                scores[language] += weight
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= _LEAST else "unknown"


@lru_cache(maxsize=20_000)
def _evidence(word: str) -> tuple[tuple[Language, float], ...]:
    known = _WEIGHTS.get(word)
    if known is not None:
        return tuple(known.items())
    if len(word) <= _LONG_WORD:
        return ()
    by_ending = [(language, 0.3) for language, endings in _ENDINGS.items() if word.endswith(endings)]
    by_stem = [(language, 0.5) for language, stems in _STEMS.items() if any(stem in word for stem in stems)]
    return (*by_ending, *by_stem)

"""In which of the portal's languages a customer is written to.

The session's locale wins always: who opened the case asked for it. Then come what the case was told beside the company,
what the customer wrote, and last where the company is.
"""

import re
import unicodedata
from collections.abc import Iterator

from pydantic import JsonValue

from domain.addressed_to_machines import is_addressed_to_machines
from domain.extraction.languages import language_of
from domain.naming import folded
from domain.portal_language import language_of_tag
from domain.profile.facts import facts_of
from domain.profile.preferred import preferred_facts
from schemas.case import CaseRecord
from schemas.extraction import PageText
from schemas.template import PortalLanguage

_MEMBERS = ("language", "locale", "preferred_language", "customer_language")
"""Members of a case's additional data that may say it."""
_NAMES: dict[str, PortalLanguage] = {
    "english": "en", "dutch": "nl", "nederlands": "nl", "french": "fr", "francais": "fr", "german": "de",
    "deutsch": "de",
}  # fmt: skip
_BY_COUNTRY: dict[str, PortalLanguage] = {
    "NL": "nl",
    "FR": "fr", "LU": "fr", "MC": "fr",
    "DE": "de", "AT": "de", "LI": "de",
}  # fmt: skip
_OF_BELGIUM: tuple[tuple[range, PortalLanguage], ...] = (
    (range(1300, 1500), "fr"),
    (range(1500, 4000), "nl"),
    (range(4700, 4800), "de"),
    (range(4000, 8000), "fr"),
    (range(8000, 10000), "nl"),
)
"""Postal codes by the language areas of the Belgian constitution (Art. 4); the first row that fits holds. 1000 to 1299
are Brussels, which has two."""
_POSTAL_CODE = re.compile(r"(?<![0-9])(?:B-?)?([1-9][0-9]{3})(?![0-9])(?=\s+[^\W\d_])")
"""With the town behind it, which tells it from a house number."""
_FORMS = (
    re.compile(r"\b(?:srl|sprl|sprlu|sa|sc|scrl|snc|scs|sca|scomm|asbl|aisbl)\b"),
    re.compile(r"\b(?:bv|bvba|ebvba|nv|cv|cvba|vof|gcv|commv|comm v|commva|comm va|vzw|ivzw)\b"),
)
"""Legal forms of Belgian companies as they abbreviate them in French and in Dutch, in folded text, as all marks are."""
_NAME_MARKS = (
    re.compile(
        r"\b(?:le|la|les|du|des|et|au|aux|chez|sur|sous|sans|societe|cabinet|maison|atelier|ateliers|etablissements|"
        r"ets|boulangerie|boucherie|librairie|pharmacie|imprimerie|conseil|conseils|compagnie|entreprise|entreprises|"
        r"agence|groupe|bureau d\w+|fils|freres|batiment|toitures|nettoyage|belge|belgique|bruxelles|bruxellois\w*)\b"
    ),
    re.compile(
        r"\b(?:het|een|van|voor|bij|uit|met|zonen|gebroeders|gebr|huis|winkel|kantoor|advies|groep|vennootschap|bouw\w*|"
        r"\w+(?:erij|bouw|werken|handel|diensten|zorg|winkel|kantoor)|belgie|brussel|brusselse?)\b"
    ),
)
_ADDRESS_MARKS = (
    re.compile(r"\b(?:rue|avenue|chaussee|boulevard|place|quai|bruxelles)\b"),
    re.compile(r"\b(?:brussel|\w+(?:straat|laan|steenweg|plein|kaai|weg))\b"),
)
_FRENCH_SPELLING = re.compile(r"[éèêàâçùûîôœ]|\bl['’](?=[^\W\d_])", re.IGNORECASE)
"""A name that is written so is French where neither its form nor its words say anything; Dutch seldom is."""
_WORDS_ENOUGH = 8
"""Fewer words may be names."""


def customer_language(record: CaseRecord) -> PortalLanguage:
    """What the session says, or else the additional data, the customer's own words, or the place; English otherwise."""
    session = record.opening.session
    return (
        (language_of_tag(session.locale) if session and session.locale else None)
        or _told(record.opening.additional_data)
        or _written(record)
        or _of_place(record)
    )


def _told(data: dict[str, JsonValue]) -> PortalLanguage | None:
    said = [value for member in _MEMBERS if isinstance(value := data.get(member), str)]
    return next((found for value in said if (found := language_of_tag(value) or _NAMES.get(folded(value)))), None)


def _written(record: CaseRecord) -> PortalLanguage | None:
    """By all that the customer wrote in his own words, if it is enough to tell. A line with an order to machines in it
    is no word of his: also what is left of it when the order is cut out may be in another language."""
    lines = (line for words in _own_words(record) for line in words.splitlines())
    text = "\n".join(line for line in lines if not is_addressed_to_machines(line))
    if len(text.split()) < _WORDS_ENOUGH:
        return None
    page = PageText(page_index=0, text=text, method="born_digital_text", width=0, height=0)
    return language_of_tag(language_of([page]))


def _own_words(record: CaseRecord) -> Iterator[str]:
    """What was chosen from a list is in the template's words."""
    free = {item.id for item in record.opening.template.questions if item.type in ("text", "textarea")}
    for submission in record.submissions:
        yield from (value for key, value in submission.answers.items() if key in free and isinstance(value, str))
        yield from (value for value in submission.task_responses.values() if isinstance(value, str))


def _of_place(record: CaseRecord) -> PortalLanguage:
    country = record.opening.company.country
    return _of_belgium(record) if country == "BE" else _BY_COUNTRY.get(country, "en")


def _of_belgium(record: CaseRecord) -> PortalLanguage:
    """By the postal code. In Brussels by what the company calls itself, and then by its address, which the register
    writes in Dutch for whoever asks it in Dutch. Dutch, which most Belgian companies speak, if none of them tells."""
    stated = preferred_facts(facts_of(record), record.fact_decisions).get("registered_address")
    address = str(stated.value) if stated else ""
    codes = [int(code) for code in _POSTAL_CODE.findall(address)]
    by_code = [language for code in codes[-1:] for area, language in _OF_BELGIUM if code in area]
    if by_code:
        return by_code[0]
    return _of_name(record.opening.company.company_name) or _by_marks(address, _ADDRESS_MARKS) or "nl"


def _of_name(name: str) -> PortalLanguage | None:
    """By its legal form, or else its words, or else its spelling."""
    told = _by_marks(name, _FORMS) or _by_marks(name, _NAME_MARKS)
    return told or ("fr" if _FRENCH_SPELLING.search(unicodedata.normalize("NFC", name)) else None)


def _by_marks(text: str, marks: tuple[re.Pattern[str], re.Pattern[str]]) -> PortalLanguage | None:
    """The language with more of its marks in the text, of French and Dutch; None where they are as many."""
    french, dutch = (len(pattern.findall(folded(text))) for pattern in marks)
    return None if french == dutch else "fr" if french > dutch else "nl"

"""The names that the titles of deeds and extracts give a company: `STATUTEN VAN …`, or the row below a title."""

import re
from collections.abc import Iterator

from domain.extraction.blocks import plain
from domain.extraction.company_sentences import Named, may_be_name
from domain.extraction.company_shapes import (
    FORM_IN_WORDS,
    CompanyName,
    looks_like_company,
    name_after,
    trimmed,
    trimmed_piece,
)
from domain.extraction.lines import Piece
from domain.extraction.page_fields import PageFields

_TITLE = re.compile(
    r"^(?:(?:ge)?co[öo]rdineerde\s)?(?:statuten|oprichtingsakte|akte\svan\soprichting|oprichting|"
    r"jaarrekening(?:\s[0-9]{4})?)\s(?:van|der)\s(?:de\s|het\s)?|"
    r"^(?:statuts(?:\scoordonn[ée]s|\smis\sà\sjour|\sconstitutifs)?|acte\sconstitutif|constitution|"
    r"comptes\sannuels(?:\s[0-9]{4})?)\s(?:de|du|d['’])\s?(?:la\s|l['’])?|"
    r"^(?:gesellschaftsvertrag|satzung|jahresabschluss(?:\s[0-9]{4})?|gr[üu]ndung)\s(?:der|von|des)\s|"
    r"^(?:articles\sof\s(?:association|incorporation)|memorandum(?:\sand\sarticles)?\sof\sassociation|"
    r"constitution|annual\saccounts|financial\sstatements|"
    r"certificate\sof\sincorporation|by-?laws)\s(?:of|for)\s(?:the\scompany\s)?|"
    r"^(?:uittreksel|extrait|auszug|extract)\s[^\n]{0,60}?\s(?:betreffende|van|concernant|de\sla\ssoci[ée]t[ée]|"
    r"der|betreffend|for|of|regarding)\s",
    re.IGNORECASE,
)
_TITLE_ALONE = re.compile(
    r"^(?:(?:ge)?co[öo]rdineerde\s)?(?:statuten(?:\svan(?:\sde)?(?:\s\w+\svennootschap)?)?|"
    r"oprichtingsakte(?:\svan)?|statuts(?:\scoordonn[ée]s)?(?:\sde(?:\sla\ssoci[ée]t[ée])?)?|"
    r"gesellschaftsvertrag(?:\sder)?|satzung(?:\sder)?|(?:the\s)?articles\sof\sassociation(?:\sof)?|of|van|de|"
    r"der|betreffende|concernant|"
    r"certificate\sof\sincorporation(?:\sof)?|memorandum\sof\sassociation(?:\sof)?|jaarrekening(?:\svan)?|"
    r"comptes\sannuels(?:\sde)?|jahresabschluss(?:\sder)?|"
    r"annual\saccounts(?:\sof)?|(?:akte\svan\s)?oprichting(?:\svan)?|acte\sconstitutif|"
    r"[^\n]{0,60}(?:hereby\s)?certif(?:y|ies)\sthat)\s?:?$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    rf"(?:(?:{FORM_IN_WORDS.pattern})|s\.?a\.?s\.?u?|s\.?a\.?r\.?l\.?|s\.?a\.?|eurl|sci|"
    rf"snc)\s(?:unipersonnelle\s)?au\scapital"
)
"""As a French company writes below its name: `Société par actions simplifiée au capital de 10 000 euros`."""
_NO_NAME = re.compile(r"(?:een|une|un|eine|einer|a|an|de|la|the)\s|(?:vennootschap|societe|gesellschaft|company)\b")


def names_in_titles(read: PageFields) -> Iterator[Named]:
    for number, row in enumerate(read.rows[:60]):
        if len(row.text) > 160:
            continue
        title = _TITLE.match(row.text)
        if title:
            name = name_after(read.text, _past_form(read, row.start + title.end()), row.end)
            name = name or _upper_rest(read, row.start + title.end(), row.end)
            if name and may_be_name(name.normalized, 4):
                yield Named(4, read.page_index, *name)
                continue
        below = read.rows[number + 1] if number + 1 < len(read.rows) else None
        if (
            below
            and (_CAPITAL.match(below.plain) or _form_alone(below.plain, row.text))
            and not read.contexts[number].is_label
            and len(row.text) < 80
        ):
            name = trimmed_piece(Piece(row.start, row.end, row.text))
            if name and may_be_name(name.normalized, 4):
                yield Named(4, read.page_index, *name)
        if _TITLE_ALONE.match(row.text) and number + 1 < len(read.rows):
            below = read.rows[number + 1]
            name = looks_like_company(Piece(below.start, below.end, below.text))
            if name and may_be_name(name.normalized, 4) and not read.contexts[number + 1].is_label:
                yield Named(4, read.page_index, *name)


def _form_alone(below: str, name: str) -> bool:
    """A name in capitals or quotes over a row with its legal form."""
    form = FORM_IN_WORDS.match(below)
    alone = form is not None and not re.match(r"\s\w", below[form.end() :])
    return alone and (name.isupper() or name[0] in '"“«„') and len(name.split()) <= 6 and not _TITLE_ALONE.match(name)


def _past_form(read: PageFields, at: int) -> int:
    """Past `de naamloze vennootschap` before the name."""
    row = next(row for row in read.rows if row.start <= at <= row.end)
    words = re.compile(r"\s*(?:de |het |la |l'|the |der |die )?").match(row.plain, at - row.start)
    begin = words.end() if words else at - row.start
    form = FORM_IN_WORDS.match(row.plain, begin)
    if form:
        return row.start + form.end()
    company = re.compile(r"(?:besloten |naamloze )?(?:vennootschap|societe|gesellschaft|company)\s").match(
        row.plain, begin
    )
    return row.start + company.end() if company else at


def _upper_rest(read: PageFields, at: int, end: int) -> CompanyName | None:
    """The rest of a title in capitals, as titles write names."""
    name = trimmed(read.text, _past_form(read, at), end)
    if name is None or not name.normalized.isupper() or len(name.normalized.split()) > 8:
        return None
    return None if _NO_NAME.match(plain(name.normalized)) else name

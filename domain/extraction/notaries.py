"""The notary of a deed: by the letterhead, or as the one before whom it is done."""

import re
from collections.abc import Sequence

from domain.extraction.found import Found
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import name_at
from schemas.extraction import DocumentType

_NOTARIES = re.compile(
    r"(?:Geassocieerde )?(?:Notariskantoor|Notarissen|Notariaat|Notaires? associés|Notaires|Étude notariale|"
    r"Étude(?: du| de)?(?: notaire| [Mm]aître)?|Étude|Etude|Notare|Notariat|"
    r"Notarkanzlei)\s[A-ZÀ-Þ][^\d,;:|–\n-]{2,60}(?:-[A-ZÀ-Þ][^\d,;:|–\n-]{2,40})?"
)
"""The letterhead of notaries."""


def notary(pages: Sequence[PageFields], kind: DocumentType) -> Found | None:
    """The notaries whose letterhead a deed has in its first rows, or the one before whom it is done; of a certificate
    the one who speaks in it."""
    if kind not in ("articles_of_association", "certificate_of_incorporation") or not pages:
        return None
    if kind == "certificate_of_incorporation":
        return _speaking(pages[0])
    for row in pages[0].rows[:3]:
        match = _NOTARIES.match(row.text) or _WITH_TITLE.match(row.text)
        if match is None and (found := _notary_beside(pages[0], row.start)):
            return found
        if match:
            written = match[0].rstrip()
            return Found("issuer", pages[0].page_index, row.start, row.start + len(written), written)
    for read in pages[:2]:
        before = _BEFORE_NOTARY.search(read.text)
        name = name_at(read.text, before.end()) if before else None
        # Of a deed that a sentence tells of, the office must follow the name: other deeds are told of as well.
        in_office = before is not None and before["office"] and not _OF_EXTRACT.match(before[0])
        if before and name and (in_office or _IS_NOTARY.match(read.text, name.end)):
            written = " ".join(read.text[before.end() : name.end].split())
            return Found("issuer", read.page_index, before.end(), name.end, written)
    return _signing(pages) or _translated(pages[0])


def _notary_beside(read: PageFields, at: int) -> Found | None:
    """`Didier Favre, notaire · rue du Lac 3`, at the head of a deed."""
    name = name_at(read.text, at)
    if name is None or not _HEADS.match(read.text, name.end):
        return None
    return Found("issuer", read.page_index, name.start, name.end, name.normalized)


_HEADS = re.compile(r"\s?[,–-]\s?(?:geassocieerd\s)?(?:notaris|[Nn]otaire|[Nn]otary(?: [Pp]ublic)?|Notar(?:in)?)\b")


def _speaking(read: PageFields) -> Found | None:
    """`Je soussignée, Anne Collignon, notaire à Verviers, certifie que …`"""
    begin = _I_THE_UNDERSIGNED.search(read.text)
    return _notary_at(read, begin.end()) if begin else None


def _signing(pages: Sequence[PageFields]) -> Found | None:
    """`Sofie Baert, notaris te Eeklo`, on a row of its own below `Voor gelijkvormige coördinatie`."""
    for read in pages:
        for number, above in enumerate(read.rows):
            below = read.rows[number + 1 : number + 4] if _TRUE_COPY.match(above.text) else ()
            for row in below:
                seal = _SEAL.match(row.text)
                found = _notary_at(read, row.start + (seal.end() if seal else 0))
                if found and found.char_end < row.end:
                    return found
    return None


def _translated(read: PageFields) -> Found | None:
    """`executed on 6 March 2019 before Mr. Hoekstra, civil-law notary in Rotterdam`, if no other notary is named so."""
    told = [found for match in _BEFORE_MR.finditer(read.text) if (found := _notary_at(read, match.end()))]
    return told[0] if len({found.value_normalized for found in told}) == 1 else None


def _notary_at(read: PageFields, at: int) -> Found | None:
    """The person at a place whom the words right behind call a notary."""
    name = name_at(read.text, at)
    if name is None or not _IN_OFFICE.match(read.text, name.end):
        return None
    return Found("issuer", read.page_index, name.start, name.end, name.normalized)


_I_THE_UNDERSIGNED = re.compile(
    r"(?<!\w)(?:Je\s(?:soussignée?)|(?:Ik,?\s)?[Oo]ndergetekende|Ich,?\s(?:der|die)\sunterzeichnende|"
    r"I,\sthe\sundersigned)\s?,?\s{1,2}"
    r"(?=[A-ZÀ-Þ]|mr\.|meester)"
)
_TRUE_COPY = re.compile(
    r"Voor\s(?:gelijkvormig|gelijkluidend|eensluidend)|Pour\s(?:coordination|copie|extrait|expédition)\s(?:analytique\s)?"
    r"conforme|Für\sgleichlautende|For\s(?:a\s)?(?:true\scopy|(?:the\s)?co-?ordinated|conformed)",
    re.IGNORECASE,
)
_SEAL = re.compile(r"\[[^\[\]\n]{3,20}\]\s?")
"""`[stamp]`, which copies have in the place of the seal."""
_BEFORE_MR = re.compile(r"\bdeed\sof\sincorporation\s[^.;]{0,60}?before\s(?=Mr\.?\s|Ms\.?\s|Mrs\.?\s)")
_IN_OFFICE = re.compile(
    r"\s?,\s{1,2}(?:geassocieerd\s|civil[- ]law\s)?(?:notaris|notaire|[Nn]otary|Notar(?:in)?)"
    r"(?:\s(?:te|à|in|met|de|associée?|residing|mit)\s|\s{0,2}(?:\n|$))"
)


_WITH_TITLE = re.compile(
    r"(?:Maître|Meester|[Mm]r\.|Me|Dr\.)\s(?:[A-ZÀ-Þ][\w.'’-]+\s){1,3}[A-ZÀ-Þ][\w'’-]+"
    r"(?=\s?[,–-]\s?(?:geassocieerd |kandidaat-)?"
    r"(?:notaris|notaire|[Nn]otary|Notar(?:in)?)\b)"
)
_BEFORE_NOTARY = re.compile(
    r"(?<!\w)(?:Uit\s(?:een|de)\s(?:authentieke\s)?akte,?\s(?:verleden|ontvangen)\s(?:voor|door)|"
    r"(?:D['’]un|Aux\stermes\sd['’]un)\sacte\s(?:authentique\s)?(?:reçu|passé)\s(?:par|devant)|"
    r"[Vv]oor\s(?:mij|ons)|[Pp]ar[- ]?devant(?:\s(?:[Nn]ous|moi))?|[Dd]evant\s(?:[Nn]ous|moi)|"
    r"[Vv]oor(?=\s(?:de\s)?ondergetekende\s)|"
    r"[Pp]ar[- ]?devant(?=\s(?:le\snotaire|la\snotaire|Maître|Me)\s)|[Dd]evant(?=\s(?:le|la)\snotaire\ssoussigné)|"
    r"[Pp]ar(?=\s(?:le|la)\snotaire\ssoussigné)|"
    r"[Vv]or(?=\sde[mr]\s(?:unterzeichn|beurkundend|amtierend))|[Bb]efore(?=\sthe\sundersigned)|"
    r"[Vv]or\s(?:mir|uns)|[Bb]efore\sme|[Bb]efore(?=\sMaître\s))\s?,?\s+"
    r"(?:(?:het\sambt\svan|(?:de\s)?ondergetekende|soussignée?|the\sundersigned)\s?,?\s+)?"
    r"(?:de[mr]\s(?:(?:unterzeichne(?:nden|te[nr])|beurkundenden|amtierenden)\s+)?)?"
    r"(?P<office>(?:Notar(?:in)?|[Nn]otaris|[Nn]otary(?:\s[Pp]ublic)?|l[ea]\snotaire(?:\ssoussignée?)?)\s?,?\s+)?"
    r"(?=[A-ZÀ-Þ]|mr\.|meester|maître)"
)
_OF_EXTRACT = re.compile(r"(?i:uit|d['’]|aux)")
_IS_NOTARY = re.compile(r"\s?,?[^.;\n]{0,40}\s?(?:notaris|notaire|[Nn]otary|Notar)")

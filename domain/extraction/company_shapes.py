"""What looks like a company's name: quoted, or ended or begun by a legal form."""

import re
from typing import NamedTuple

from domain.extraction.blocks import plain
from domain.extraction.forms_abroad import FORMS_ABROAD, IN_WORDS_ABROAD
from domain.extraction.lines import Piece
from domain.extraction.words_of_names import NO_PART, OF_DOCUMENTS, OF_STANDARDS, SMALL_WORDS, has_own_article

_FORMS = (
    r"GmbH\s?&\s?Co\.?\s?(?:KG|OHG)(?:aA)?|AG\s?&\s?Co\.?\s?KG(?:aA)?|"
    r"UG\s?\(haftungsbeschränkt\)\s?&\s?Co\.?\s?KG|UG\s?\(haftungsbeschr(?:ä|a|ae)nkt\)|"
    r"gGmbH|PGmbH|PGMBH|GenmbH|GmbH|GMBH|G\.m\.b\.H\.|Ges\.m\.b\.H\.|Gesellschaft\s(?:mbH|m\.\s?b\.\s?H\.)|mbH|KGaA|OHG|oHG|OG|KG|AG|SE|UG|e\.\s?V\.|e\.\s?K\.|e\.\s?G\.|eGen|eG|"
    r"Part(?:nerschaft(?:sgesellschaft)?|G)\s(?:mbB|mit\sbeschränkter\sBerufshaftung)|PartG(?:mbB)?|PartmbB|GbR|"
    r"N\.\s?V\.|NV|nv|bvba|n\.v\.|B\.\s?V\.\s?B\.\s?A\.|BVBA|B\.\s?V\.|BV|bv|b\.v\.|C\.V\.B\.A\.|CVBA|CVOA|C\.V\.|CV|"
    r"Comm\.\s?V\.?|CommV|GCV|[Vv]\.\s?[Oo]\.\s?[Ff]\.|VOF|VZW|vzw|ivzw|asbl|aisbl|v\.z\.w\.|IVZW|U\.A\.|"
    r"S\.\s?A\.\s?S\.\s?U\.|SASU|S\.\s?A\.\s?S\.|SAS|S\.\s?A\.\s?R\.\s?L\.|S\.\s?à\s?r\.\s?l\.|"
    r"S\.\s?a\.\s?r\.\s?l\.|[Ss]\.?\s?[Àà]\.?\s?[Rr]\.?\s?[Ll]\.?(?:-S)?|SARL-?S|SARL|SÀRL|Sàrl|S\.P\.R\.L\.|SPRL|S\.\s?R\.\s?L\.|SRL|S\.r\.l\.|"
    r"S\.\s?A\.|SA|S\.N\.C\.|SNC|SCSp|SCS|SCA|S\.C\.R\.L\.|S\.C\.A\.|S\.C\.S\.|S\.C\.I\.|SCRL|SCI|SCOP|SC|SELARL|SELAS|EURL|E\.U\.R\.L\.|ASBL|A\.S\.B\.L\.|AISBL|GIE|"
    r"EARL(?= d(?:e|u|es) (?:la )?[A-ZÀ-Þ]| l(?:a|es?) [A-Z]| [dl]['’])|(?<![A-Za-z]\s)EARL(?= (?:D[EU]S?|LA|LES?) )|"
    r"SpA|S\.p\.A\.|ApS|A/S|Oy|AB|"
    r"P\.L\.C\.|PLC|Plc|plc|(?:LIMITED|Limited|limited)(?!\s(?:LIABILITY|COMPANY|[Ll]iability|[Cc]ompany|by|BY)\b)|LTD\.?|Ltd\.?|LLP|LLC|L\.L\.C\.|LP|DAC|CLG|Inc\.?|INC\.?|CIC|"
    r"Corp\.?"
)
FORM = re.compile(rf"(?<![\w.&-])(?:{FORMS_ABROAD}|{_FORMS})(?![\w&-])")
_FORM_FIRST = re.compile(
    rf"(?:{FORMS_ABROAD}|{_FORMS}|[Ss]tichting|STICHTING|[Cc]oöperatie|[Ff]ondation|Société|Vennootschap|Gesellschaft)(?=\s)"
)
_IN_WORDS = (
    r"naamloze vennootschap|besloten vennootschap(?: met beperkte aansprakelijkheid)?|commanditaire vennootschap|"
    r"vennootschap onder firma|cooperatieve vennootschap|vereniging zonder winstoogmerk|"
    r"gewone commanditaire vennootschap|"
    r"societe anonyme|societe a responsabilite limitee(?: unipersonnelle)?|"
    r"societe par actions simplifiee(?: unipersonnelle)?|"
    r"societe privee a responsabilite limitee|"
    r"societe en nom collectif|societe en commandite(?: simple| par actions| speciale)?|societe cooperative|"
    r"societe civile immobiliere|societe civile|"
    r"entreprise unipersonnelle a responsabilite limitee|association sans but lucratif|"
    r"gesellschaft mit beschrankter haftung|aktiengesellschaft|kommanditgesellschaft(?: auf aktien)?|"
    r"offene handelsgesellschaft|"
    r"unternehmergesellschaft(?: \(haftungsbeschrankt\))?|eingetragene genossenschaft|eingetragener verein|"
    r"private limited liability company|public limited liability company|private limited company|"
    r"private company limited by shares|public limited company|limited liability partnership|"
    r"limited liability company|designated activity company|company limited by guarantee|europese vennootschap|"
    r"societe europeenne|societas europaea"
)
FORM_IN_WORDS = re.compile(rf"(?<!\w)(?:{_IN_WORDS}|{IN_WORDS_ABROAD})(?!\w)".replace(" ", r"\s{1,3}"))
"""In plain text."""
_QUOTES = {'"': '"', "“": "”", "„": '“”"', "«": "»", "'": "'", "‘": "’", "”": "”"}
_TRIMMED = " \t\n,;:.\"“”„«»'‘’|-–—*"
_NAME_WORD = re.compile(r"[\w&+@!'’./-]+")
SENTENCE = re.compile(
    r"(?<![\w'’])(?:is|wordt|heeft|draagt|luidt|genaamd|genoemd|est|sera|porte|prend|d[ée]nomm[ée]e|ist|führt|lautet|wird|"
    r"shall|will|has|agissant|handelend|handelnd|soussignée?|ondergetekende|undersigned)(?!\w)"
)
"""What only a sentence has that names a company, or in whose name somebody acts."""
_BOOKED = re.compile(
    r"(?:credit|debit|gutschrift|paid|received|re[çc]u|ontvangen)\s(?:from|to|de|van|von|an|à|aan)\s", re.IGNORECASE
)
_ARTICLES = frozenset({"de", "het", "la", "le", "les", "the", "der", "die", "das"})
_LONGEST = 120
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ0-9][\w&+'’-]*(?: (?:[A-ZÀ-Þ0-9&][\w&+'’-]*|en|et|und|and|de|du|des|van|of|the|der|la|"
    r"le)){0,7}+(?=[.,;]?(?:\s*\n|\s*$|\s+[A-ZÀ-Þ])|[.,;]\s| \(|\s(?:is|was|has|est|a [ée]t[ée]|ist|wurde|werd)\s)"
)


_ENTRY = re.compile(r"(?:(?:[0-9]{1,2}\s)?[a-z]\)|der)\s(?=[A-ZÀ-Þ0-9])")
"""`1 a) Muster GmbH`, as the columns of a register have it; `der Muster GmbH` below the title of its articles."""
_LEADS = frozenset({"BY", "BETWEEN", "DOOR", "TUSSEN", "PAR", "ENTRE", "ZWISCHEN"})
"""Before a party to a deed, which is not itself in capitals: `17 July 2024 BY Acme Limited`."""
_DUTCH_POSTCODE = re.compile(r"[1-9][0-9]{3}\s[A-Z]{2}")
_NUMBER_BEHIND = re.compile(r"\s?\([^()]{0,50}[0-9]{4,}[^()]{0,20}\)?$")
"""`Acme Ltd (company number 01234567)`."""


class CompanyName(NamedTuple):
    start: int
    end: int
    normalized: str


def trimmed(text: str, start: int, end: int) -> CompanyName | None:
    """A name without quotes and punctuation around it; `B.V.` keeps its last point. None if nothing is left."""
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")":
        start, end = start + 1, end - 1
    letter = _ENTRY.match(text, start, end)
    start = letter.end() if letter else start
    while start < end and text[start] in _TRIMMED:
        start += 1
    number = _NUMBER_BEHIND.search(text, start, end)
    end = number.start() if number else end
    while (
        end > start and text[end - 1] in _TRIMMED and not (text[end - 1] == "." and _ends_with_dotted(text, start, end))
    ):
        end -= 1
    name = " ".join(text[start:end].split())
    return CompanyName(start, end, name) if any(character.isalpha() for character in name) else None


def _ends_with_dotted(text: str, start: int, end: int) -> bool:
    last = text[max(start, end - 16) : end].split()[-1:]
    points = bool(last) and last[0].count(".") >= 2 and last[0].strip(".") != ""
    dotted = points or (bool(last) and plain(last[0]) in ("ltd.", "inc.", "corp.", "co.", "v."))
    return dotted or any(form.end() == end for form in FORM.finditer(text, max(start, end - 16), end))


def has_form(name: str) -> bool:
    """Whether a name states a legal form."""
    return form_span(name) is not None or _FORM_FIRST.match(name) is not None


def form_span(name: str) -> tuple[int, int] | None:
    """Where the form stands that ends a name, or begins it; it may have words in brackets after it."""
    best = None
    for match in FORM.finditer(name):
        best = match
    if best is not None and len(name) - best.end() <= 2 and best.start() > 0:
        return best.span()
    words = next(reversed(list(FORM_IN_WORDS.finditer(plain(name)))), None)
    if words is not None and (len(name) - words.end() <= 2 or words.start() == 0):
        return words.span()
    if (
        best is not None
        and best.start() > 0
        and re.fullmatch(r"[\s,]*\([^()]{2,40}\)\W*|[\s,-]*(?:in|en) \w{5,12}\W*", name[best.end() :])
    ):
        return best.span()
    first = FORM.match(name)
    return first.span() if first and first.end() < len(name) and _is_no_word(first[0]) else None


def _is_no_word(form: str) -> bool:
    return form.isupper() and len(form.replace(".", "")) >= 2


def name_with_form(text: str, form: re.Match[str], since: int = 0) -> CompanyName | None:
    """The name that a legal form ends: the capitalised words before it, back to `since`."""
    start = _capitals_before(text, form.start(), since)
    if start >= form.start() or _DUTCH_POSTCODE.fullmatch(text, start, form.end()):
        return None
    if plain(text[start : form.start()].strip()) in _ARTICLES:
        return None  # `La SRL Korenbloem`
    return trimmed(text, start, form.end())


def name_before(text: str, at: int, since: int = 0) -> CompanyName | None:
    """The capitalised words before a place: `NORDLICHT PALETTEN, ` before the words of its legal form."""
    start = _capitals_before(text, at, since)
    return trimmed(text, start, at) if start < at else None


def _capitals_before(text: str, at: int, since: int) -> int:
    """Where the capitalised words begin that end at a place; that place if there are none."""
    start = at
    words = 0
    lower_at = start
    while words < 8:
        before = _word_before(text, start, since)
        if before is None:
            break
        word = text[before[0] : before[1]]
        if (
            plain(word).strip("-") in OF_DOCUMENTS
            or re.fullmatch(r"[0-9]{1,4}\.|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}", word)
            or (word in _LEADS and not text[start : start + 4].isupper())
            or ("\n" in text[before[1] : start] and _begins_a_line(text, before[1], start))
        ):
            break
        if word[0].isupper() or word[0].isdigit() or word == "&":
            start = lower_at = before[0]
        elif plain(word) in SMALL_WORDS:
            start = before[0]
        else:
            break
        words += 1
    return _without_lead(text, lower_at, at)


def _begins_a_line(text: str, end: int, start: int) -> bool:
    """Whether a name does not run on from the line above: it begins with an article, or below a title in capitals."""
    if _first_word(text, start) in _ARTICLES:
        return True
    above = text[text.rfind("\n", 0, end) + 1 : end]
    word = _NAME_WORD.match(text, start)
    return above.isupper() and len(above) > 3 and word is not None and not word[0].isupper()


def _first_word(text: str, at: int) -> str:
    word = _NAME_WORD.match(text, at)
    return plain(word[0]) if word else ""


def _word_before(text: str, at: int, since: int) -> tuple[int, int] | None:
    end = at
    while end > since and text[end - 1] in " \t\n":
        end -= 1
    if at - end > 2 or end <= since or "\n\n" in text[end:at]:
        return None
    if text[end - 1] == "," and end - 1 > since:  # `Acme, S.A.`
        end -= 1 if FORM.match(text, at) else 0
    start = end
    while start > since and end - start < 40 and (text[start - 1].isalnum() or text[start - 1] in "&+@!'’./-"):
        start -= 1
    return (start, end) if start < end else None


def _without_lead(text: str, start: int, end: int) -> int:
    """Past words that introduce a name: `De vennootschap Acme BV`, `NV Acme`."""
    begins = (
        start == 0 or text[start - 1] == "\n" or re.search(r"[.:;]\s+$", text[max(0, start - 4) : start]) is not None
    )
    if begins and has_own_article(text, start, end):
        return start
    while match := _NAME_WORD.match(text, start, end):
        if match[0][0].isupper() and plain(match[0]) in _ARTICLES and not begins:
            return start
        if (
            plain(match[0]) not in NO_PART
            or match.end() >= end
            or (text[start : match.end()].isupper() and len(match[0]) > 4)
        ):
            return start
        following = _NAME_WORD.search(text, match.end(), end)
        if following is None:
            return start
        start = following.start()
    return start


def name_after(text: str, at: int, limit: int) -> CompanyName | None:
    """The name that follows a place in running text: quoted; or up to its legal form; or, in one line, its capitalised
    words."""
    lead = re.compile(r"[\s:]{0,4}(?:auf\s|op\s|luidt\s?:?\s|est\s?:?\s|is\s?:?\s|:\s)?[\s:]{0,3}").match(text, at)
    at = lead.end() if lead else at
    closing = _QUOTES.get(text[at : at + 1])
    if closing:
        ends = [found for quote in closing if (found := text.find(quote, at + 1, at + _LONGEST)) > 0]
        if ends:
            return trimmed(text, at + 1, min(ends))
    for form in FORM.finditer(text, at, min(limit, at + _LONGEST)):
        between = text[at : form.start()]
        if "\n\n" in between or re.search(r"[;:(]|\.\s", between) or between.count(",") > 1:
            break
        if not between.strip():
            return _capitalised(text, at, limit)
        if not _are_parts_of_a_name(between):
            break
        if between[:1].isupper() or between[:1].isdigit():
            return trimmed(text, at, form.end())
    return None


def capitals_after(text: str, at: int) -> CompanyName | None:
    """The capitalised words that follow a place and end with their sentence or line: a name without a form."""
    lead = re.compile(r"[\s:]{0,4}").match(text, at)
    match = _CAPITALS.match(text, lead.end() if lead else at)
    return trimmed(text, match.start(), match.end()) if match else None


def _are_parts_of_a_name(words: str) -> bool:
    return all(
        not word[0].islower() or plain(word).strip(",.") in SMALL_WORDS or plain(word)[:2] in ("d'", "l'", "'t")
        for word in words.split()
    )


def _capitalised(text: str, at: int, limit: int) -> CompanyName | None:
    """A name whose form stands first: `NV Acme Holding`."""
    form = FORM.match(text, at)
    place = form.end() if form else at
    end = place
    while (match := re.compile(r"[ \t]{1,2}([\w&+@'’.-]+)").match(text, place, min(limit, at + _LONGEST))) and (
        match[1][0].isupper() or match[1][0].isdigit() or match[1] == "&"
    ):
        place = end = match.end()
        if match[1].endswith("."):
            break
    named = form is not None and end > form.end() and not OF_STANDARDS.fullmatch(text, at, end)
    return trimmed(text, at, end) if named else None


def looks_like_company(value: Piece) -> CompanyName | None:
    """A short line that is nothing but a company's name with its form."""
    if len(value.text) > _LONGEST or ":" in value.text or not has_form(value.text):
        return None
    span = form_span(value.text)
    if SENTENCE.search(value.text) or not OF_DOCUMENTS.isdisjoint(re.findall(r"[\w-]+", plain(value.text))):
        return None
    if span is None or FORM_IN_WORDS.match(plain(value.text)) or _BOOKED.match(value.text):
        return None
    return trimmed_piece(value)


def trimmed_piece(value: Piece) -> CompanyName | None:
    found = trimmed(value.text, 0, len(value.text))
    if found is None:
        return None
    return CompanyName(value.start + found.start, value.start + found.end, found.normalized)

"""Directors in the sentences of deeds: who is appointed, who represents the company, and as what."""

import re
from collections.abc import Iterator
from itertools import islice

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_shapes import FORM
from domain.extraction.director_bystanders import is_anothers
from domain.extraction.director_words import GLUE, LONGEST_GLUE
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, PLURALS, names_no_director, singular
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import TITLED, Name, name_at
from domain.extraction.persons_before import last_name_before, name_ending_at
from domain.extraction.ticked_boxes import is_unticked

_APPOINTED = re.compile(
    over_lines(
        r"(?:\b(?:benoemd|aangesteld|aangewezen|nomm[ée]e?s?|d[ée]sign[ée]e?s?|bestellt|ernannt|appointed|designated|"
        r"elected)\b[^.;\n]{0,60}?|"
        r"\b(?:in\s(?:zijn/haar|haar/zijn|zijn|haar|hun)?\s?hoedanigheid\svan|handelend\sals|optredend\sals|"
        r"agissant\sen\s(?:sa\s)?qualit[ée]\sde|en\s(?:sa\s)?qualit[ée]\sde|en\stant\sque|handelnd\sals|"
        r"in\s(?:seiner|ihrer)\sEigenschaft\sals|"
        r"acting\s(?:as|in\s(?:his|her|their)\scapacity\s(?:as|of))|in\s(?:his|her|their)\scapacity\s(?:as|of)|als|"
        r"comme|as|tot|zum|zur)\s|"
        r"\b(?:agissant\s)?en\s(?:sa\s)?qualit[ée]\sd['’])"
    )
)
_PERHAPS_MANY = re.compile(r"\((?:s|n|en|e|in|innen)\)")
"""Of a form that is filled in for one or for several: `zaakvoerder(s)`."""
_GOES_ON = re.compile(r"\s{1,3}(?!(?:en|et|und|and|wordt|worden|est|sont|wird|werden|is|are)\b)\w")
_REPRESENTS = re.compile(
    over_lines(
        r"\b(?:vertegenwoordigd\sdoor|repr[ée]sent[ée]e?\spar|vertreten\sdurch|represented\sby)\s"
        r"(?:(?:haar|zijn|de|son|sa|ses|ihren|ihre|die|den|its|the)\s)?(?:[^\W\d_]{1,20}\s)?$"
    ),
    re.IGNORECASE,
)
_FOR_FOUNDER = re.compile(r"\b(?:handelend|optredend|agissant|handelnd|acting)\b[^.;:]{0,50}$", re.IGNORECASE)
_COMPANY_BEHIND = 70
"""Characters behind a function within which the company is named that somebody acts for: `als bestuurder van X B.V.`"""
_BY = re.compile(
    over_lines(
        r"\b(?:door|par|durch|by)\s(?:(?:haar/zijn|zijn/haar|son/ses|son/sa|sa/son|den/die|le/la|his/her|haar|zijn|hun|de|son|sa|ses|le|la|l['’]|den|die|ihren|ihre|seinen|its|their|"
        r"the|enige|unique)\s?)?(?:[a-zà-ÿ-]{5,34}\s)?$"
    )
)
"""`vertreten durch die alleinvertretungsberechtigte`, before the function."""
_MANY = re.compile(
    r"\b(?:waren|were|shall\sbe|will\sbe|seront|étaient|worden|zijn|treden|sont|sind|werden|are|Worden|Sont|Zijn)\b"
)
_LEADS_TO_NAME = re.compile(
    r"[:,]|\b(?:is|zijn|est|sont|sera|seront|shall\sbe|will\sbe|ist|sind|are|waren|were|benoemd|nomm|bestellt|appointed|"
    r"als|door|par)"
)
_BEFORE = 60
"""Characters before a function in which it is said that somebody acts by whoever has it."""
_MOST_FUNCTIONS = 300
"""Of a page."""
_BACK = 260
"""Characters in which the name is looked for that a function is said of: a person's domicile stands between."""


def director_found(read: PageFields, name: Name, function: str | None) -> Found:
    details = (("function", " ".join(function.split())),) if function else ()
    return Found("director", read.page_index, name.start, name.end, name.normalized, details)


def directors_in_sentences(read: PageFields, of_founders: bool = False) -> Iterator[Found]:
    """In a deed with which a company is founded, those who represent somebody represent a founder."""
    text = read.text
    words = plain(text)
    for match in islice(FUNCTION.finditer(words), _MOST_FUNCTIONS):
        if names_no_director(words[max(0, match.start() - 12) : match.end() + 12]):
            continue
        if of_founders and _REPRESENTS.search(text, max(0, match.start() - 60), match.start()):
            continue
        if of_founders and _acts_for_founder(text, match):
            continue
        if is_unticked(text, match.start()):
            continue
        function = text[slice(*match.span())]
        perhaps_many = _PERHAPS_MANY.match(text, match.end())
        behind = perhaps_many.end() if perhaps_many else match.end()
        name = _after_function(text, behind)
        if name is None and _BY.search(text, max(0, match.start() - _BEFORE), match.start()):
            name = name_at(text, behind)
        name = name or _company_after_function(text, match.end()) or _before_function(read, match.start())
        if name and not is_anothers(text, name, match.span()):
            yield director_found(read, name, singular(function))
            yield from _and_before(read, name, match.start(), function)
            many = _MANY.search(text, max(0, match.start() - 60), max(name.start, match.end())) is not None
            yield from _and_more(read, name, match.end(), function, many)


def _acts_for_founder(text: str, function: re.Match[str]) -> bool:
    """`handelend als bestuurder van Korenbloem Holding B.V.`, which founds the company."""
    acts = _FOR_FOUNDER.search(text, max(0, function.start() - _BEFORE), function.start())
    return acts is not None and FORM.search(text, function.end(), function.end() + _COMPANY_BEHIND) is not None


def _after_function(text: str, at: int) -> Name | None:
    """`… tot bestuurder: de heer Jan Peeters`, `its director, Ms Jane Doe`. A title or a sign must lead to it."""
    glue = GLUE.match(text, at, min(len(text), at + LONGEST_GLUE))
    begin = glue.end() if glue else at
    between = text[at:begin]
    bullet = re.compile(r"(?:[-•*–]|[0-9a-z][.)/])\s{1,3}").match(text, begin)
    begin = bullet.end() if bullet else begin
    titled = TITLED.match(text, begin) or (TITLED.match(text, begin - 3) if begin >= 3 else None)
    if begin == at or (titled is None and not _LEADS_TO_NAME.search(between)):
        return None
    if "\n\n" in between:
        return None
    name = name_at(text, begin)
    if name is None or (titled is None and ":" not in between and _GOES_ON.match(text, name.end)):
        return None
    return name


def _company_after_function(text: str, at: int) -> Name | None:
    """`Tot bestuurders worden benoemd: Korenbloem Holding B.V. en …`, of whom no representative is named."""
    glue = GLUE.match(text, at, min(len(text), at + 90))
    if glue is None or not _ARE_APPOINTED.search(glue[0]):
        return None
    company = _COMPANY.match(text, glue.end())
    form = FORM.search(text, company.end() - 1, company.end() + 24) if company else None
    if company is None or form is None or form.start() > company.end():
        return None
    if _ACTS_BY.search(text, form.end(), form.end() + _BACK):
        return None
    return Name(company.start(), form.end(), " ".join(text[company.start() : form.end()].split()))


_ARE_APPOINTED = re.compile(r"\b(?:benoemd|nomm[ée]e?s?|bestellt|appointed)\s?:\s", re.IGNORECASE)
_COMPANY = re.compile(r"(?:[A-ZÀ-Þ][\w&'’-]*\s){1,5}")
_ACTS_BY = re.compile(r"vertegenwoordig|repr[ée]sent|vertreten|ständiger Vertreter", re.IGNORECASE)


def _before_function(read: PageFields, at: int) -> Name | None:
    """`de heer Jan Peeters, wonende te …, wordt benoemd tot bestuurder`: the nearest person before the words that give
    him the function."""
    text = read.text
    since = max(0, at - _BACK)
    window = text[since:at]
    said = [match for match in _APPOINTED.finditer(window[-75:]) if match.end() >= len(window[-75:]) - 25]
    beside = re.search(
        r"[^\W\d_.][ ]?[,(–-]\s{0,2}(?:\(?)"
        r"(?:(?:an?|the|its|sole|een|haar|zijn|ein|eine|alleiniger?|un|une|son|sa)\s){0,2}$",
        window,
    )
    if not said and not beside:
        return None
    stop = max(
        window.rfind("\n\n"),
        *(match.end() for match in re.finditer(r"[.;]\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+\s[a-zà-ÿ])", window)),
        0,
    )
    if beside and not said:
        return name_ending_at(text, since + max(stop, 0), since + beside.start() + 1)
    for title in reversed(list(TITLED.finditer(window, stop))):
        name = name_at(text, since + title.end())
        if name and name.end <= at:
            return name
    return last_name_before(text, since + stop, at)


_BODY = re.compile(
    over_lines(
        r"\b(?:bestuur|raad\svan\sbestuur|directie|board(?:\sof\sdirectors)?|conseil\sd['’]administration|g[ée]rance|"
        r"organe\sd['’]administration|"
        r"gesch[äa]ftsf[üu]hrung|vorstand)\s(?:van\sde\svennootschap\s|of\sthe\scompany\s|de\sla\ssoci[ée]t[ée]\s|"
        r"der\sgesellschaft\s)?"
        r"(?:bestaat\suit|is\ssamengesteld\suit|wordt\sgevormd\sdoor|consists\sof|comprises|is\scomposed\sof|"
        r"est\scompos[ée]e?\sd[e'’]|(?:wordt|werd)\s(?:in\s[0-9]{4}\s|tijdens\shet\sboekjaar\s)?(?:gevoerd|gevormd|waargenomen|uitgeoefend)\sdoor|"
        r"berust(?:te)?\sbij|oblag|obliegt|(?:wird|wurde)\s(?:von|durch)(?=[^.;]{3,120}\b(?:wahrgenommen|ausge[üu]bt))|"
        r"se\scompose\sde|est\sassur[ée]e\spar|besteht\saus|setzt\ssich\szusammen\saus)\s?:?\s?|"
        r"\b(?:members\sof\sthe\sboard|board\smembers)(?:\sduring\sthe\s(?:financial\s)?year)?\s(?:were|are)\s?:?\s|"
        r"\bdirectors\swho\s(?:have\s)?(?:held\soffice|served|were\sin\soffice)(?:\s[^\s:.]{1,20}){0,14}?\s"
        r"(?:were|are)(?:\sas\sfollows)?\s?:?\s?|"
        r"\b(?:vennootschap|soci[ée]t[ée]|company|gesellschaft)\s(?:est|is|wordt|wird)\s(?:administr[ée]e|"
        r"g[ée]r[ée]e|dirig[ée]e|bestuurd|geleid|managed|"
        r"gef[üu]hrt|geleitet)\s(?:par|door|by|von)\s|"
        r"\bappel[ée]{1,2}s?\s[àa]\sce(?:s|tte)\sfonctions?\s?:\s?|"
        r"\bgesch[äa]fte\s(?:der\sgesellschaft\s)?(?:f[üu]hrte?n?|leitete?n?|wurden\svon|werden\svon)\s"
        r"(?:(?:im|in\sdiesem|w[äa]hrend\sdes)\s(?:gesch[äa]fts|berichts)?jahre?s?\s(?:[0-9]{4}\s)?)?|"
        r"\b(?:affairs|business)\sof\sthe\scompany\s(?:were|was|are|is)\s(?:managed|conducted|run)\sby\s|"
        r"\b(?:dagelijkse\s)?leiding\s(?:berustte|berust|lag|ligt|was|is)\s(?:tijdens\shet\sboekjaar\s|in\shet\s"
        r"verslagjaar\s)?(?:bij|in\shanden\svan)\s|"
        r"\b(?:gestion|direction|g[ée]rance)\s(?:de\sla\ssoci[ée]t[ée]\s)?(?:a\s[ée]t[ée]|est|[ée]tait)\s(?:assur[ée]e|"
        r"exerc[ée]e|confi[ée]e)\s(?:par|[àa])\s"
    ),
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?(?:,\s[^\W\d_][\w-]{3,25}(?=,?\s(?:en|et|und|and)\s))?"
    r"(?:,?\s\(?(?:voornoemd|pr[ée]nomm[ée]e?|susnomm[ée]e?|vorgenannt|aforesaid)\)?(?=,?\s(?:en|et|und|and)\b)|"
    r",?\s\(?(?:voornoemd|pr[ée]nomm[ée]e?|vorgenannt|geboren|n[ée]e?|wonende|demeurant|domicili\w*|wohnhaft|"
    r"residing|born|of)\b[^;\n]{0,160})?"
    r"(?:\s{0,2}(?:,\s?(?:en|et|und|and)|[,;]|\ben|\bet|\bund|\band)\s{1,3}|[.,;]?\s?(?:(?:en|et|und|"
    r"and)\s?)?\n)(?:(?:[-•*–]|[0-9a-z][.)/])\s{1,3})?"
)


_BEFORE_JOINT = re.compile(
    r"(?:,\s{0,2}(?:(?:en|et|und|and)\s)?|\s(?:en|et|und|and|&)\s)\s{0,2}(?:[^\W\d_]{1,9}\.?\s){0,2}$"
)


def _and_before(read: PageFields, name: Name, at: int, function: str) -> Iterator[Found]:
    """The others of `Jan Peeters en Marie Claes worden benoemd tot bestuurder`."""
    if name.start > at:
        return
    text, first = read.text, name.start
    for _ in range(6):
        joint = _BEFORE_JOINT.search(text, max(0, first - 30), first)
        other = name_ending_at(text, max(0, first - 90), joint.start()) if joint else None
        if other is None:
            return
        yield director_found(read, other, singular(function))
        first = other.start


def directors_of_body(read: PageFields) -> Iterator[Found]:
    """`Het bestuur bestaat uit Jan Peeters en Marie Claes`, `la société est gérée par Jean Dupont`."""
    for match in islice(_BODY.finditer(read.text), 20):
        name = name_at(read.text, match.end())
        if name:
            yield director_found(read, name, None)
            # As what they lead it, the words do not say.
            others = _and_more(read, name, match.end(), "bestuurders", True)
            yield from (other._replace(details=()) for other in others)


def _and_more(read: PageFields, name: Name, since: int, function: str, many: bool) -> Iterator[Found]:
    """The others of `bestuurders: de heer Jan Peeters en mevrouw Marie Claes`."""
    if name.start < since:
        return
    at = name.end
    for _ in range(8):
        joint = _JOINT.match(read.text, at)
        following = name_at(read.text, joint.end()) if joint else None
        if following is None:
            joint = _next_bullet(read.text, name, at)
            following = name_at(read.text, joint.end()) if joint else None
        if following is None and (begin := _next_titled(read.text, at)) and (many or plain(function) in PLURALS):
            following = name_at(read.text, begin)
            if following:
                yield director_found(read, following, singular(function))
                at = following.end
                continue
        if joint is None or following is None:
            return
        bulleted = "\n" in joint[0] and joint[0].split("\n")[-1].strip()
        titled = "\n" not in joint[0] and TITLED.match(read.text, joint.end())
        listed = ";" in joint[0] and ":" in read.text[since : name.start]
        several = listed or (many and re.search(r"\b(?:en|et|und|and)\b|,", joint[0]) is not None)
        if not bulleted and not titled and not several and plain(function) not in PLURALS:
            return
        yield director_found(read, following, singular(function))
        at = following.end


_BULLET = re.compile(r"(?:[-•*–]|[0-9a-z][.)/])\s{1,3}(?:[^\s]{1,9}\s){0,3}$")
_NEXT_BULLET = re.compile(
    r"[^\n]{0,200}(?:\n(?!\s?(?:[-•*–]|[0-9a-z][.)/])\s)[^\n]{1,200}){0,2}\n\s?(?:[-•*–]|[0-9a-z][.)/])\s{1,3}"
)


def _next_bullet(text: str, first: Name, at: int) -> re.Match[str] | None:
    """Up to the next item of a list, if the first name stands in one: `1) Jan Peeters, wonende te …;` and so on."""
    line = text[max(text.rfind("\n", 0, first.start) + 1, first.start - 30) : first.start]
    return _NEXT_BULLET.match(text, at) if _BULLET.search(line) else None


def _next_titled(text: str, at: int) -> int | None:
    """Where the next person with a title begins in the same sentence, past the domicile of the one before: `Monsieur A,
    domicilié à 4020 Liège, quai 3, et Madame B`. Not past words that say something else of them."""
    for title in TITLED.finditer(text, at, at + _BACK):
        said = text[at : title.start()]
        if _SENTENCE_OVER.search(said):
            return None
        if _LEADS_ON.search(said):
            words = plain(said)
            other = HAVE_LEFT.search(said) or _ANOTHER_MATTER.search(words) or names_no_director(words)
            return None if other else title.start()
    return None


_SENTENCE_OVER = re.compile(r"\n\n|:|[.!?]\s+[A-ZÀ-Þ][a-zà-ÿ]")
_LEADS_ON = re.compile(r"(?:[,;]|\b(?:en|et|und|and))\s{1,3}(?:\(?[0-9a-z][.)/]\s)?$")
_ANOTHER_MATTER = re.compile(
    r"vertegenwoordig|represent|vertret|in vervanging|remplac|ersetz|replac|volmacht|pouvoir|vollmacht|attorney|"
    r"in plaats|au lieu|anstelle|aanwezig|present\b|anwesend|aandeel|actions?\b|parts\b|shares?\b|anteil"
)

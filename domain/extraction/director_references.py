"""Directors whom a deed tells by what it called them before, partners, and who acts for the customer of a letter.

`Voor de eerste maal wordt tot bestuurder benoemd: de comparant voornoemd` names nobody: the one person who appeared
before the notary is meant. A partnership has no directors, its partners act for it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from domain.extraction.blocks import over_lines, plain
from domain.extraction.company_names import names_of_subject
from domain.extraction.company_sentences import Named
from domain.extraction.company_shapes import FORM, name_with_form
from domain.extraction.director_bystanders import is_anothers
from domain.extraction.director_sentences import director_found
from domain.extraction.found import Found
from domain.extraction.functions import FUNCTION, HAVE_LEFT, names_no_director
from domain.extraction.leases import party_behind
from domain.extraction.named_persons import persons_by_fields
from domain.extraction.page_fields import PageFields
from domain.extraction.person_shapes import TITLED, Name, name_at
from domain.extraction.signatories import signatories
from domain.naming import core_name
from schemas.extraction import DocumentType

_APPEARED = re.compile(
    over_lines(
        r"\b(?:verscheen|verschenen|compara[îi]t|a\scomparu|comparant\s:|le\ssoussign[ée]\s:|la\ssoussign[ée]e\s:|"
        r"soussign[ée]e?\s:|erschien(?:en)?|appeared)\b"
    ),
    re.IGNORECASE,
)
_DECLARED = re.compile(
    over_lines(
        r"\b(?:verklaar(?:de|t|den)|d[ée]clar(?:e|ent|[ée])|a\s[ée]tabli|a\sd[ée]cid[ée]|erkl[äa]rte?n?|declared?|"
        r"hierna\ste\snoemen|statuten\b|statuts\b)"
    ),
    re.IGNORECASE,
)
_ACTS = re.compile(
    over_lines(r"\b(?:handelend|optredend|agissant|repr[ée]sent|vertegenwoordig|handelnd|vertret|acting|on\sbehalf)"),
    re.IGNORECASE,
)
_WHO_APPEARED = (
    r"(?:(?:de|le|la|l['’]|the|der|die|den)\s?)(?:comparante?|verschenen\spersoon|oprichter|oprichtster|soussign[ée]e?|"
    r"associ[ée]e?\suniqu?e|fondateur|fondatrice|erschienene?|gr[üu]nder(?:in)?|appearer|"
    r"(?:enige|sole)\s(?:oprichter|aandeelhouder|founder|shareholder))\b"
)
_REFERENCE = re.compile(
    over_lines(
        r"(?:\s(?:de\sla\ssoci[ée]t[ée]|van\sde\svennootschap|der\sgesellschaft|of\sthe\scompany))?"
        r"(?:,?\s(?:wordt|is|est|wird|ist|shall\sbe|hierbij|sans\slimitation\sde\sdur[ée]e|voor\sonbepaalde\s(?:tijd|duur)|"
        r"pour\sune\sdur[ée]e\s(?:ind[ée]termin[ée]e|illimit[ée]e)|benoemd|nomm[ée]e?|bestellt|appointed)){0,4}"
        r",?\s?:?\s{0,3}"
    )
    + _WHO_APPEARED,
    re.IGNORECASE,
)
_NAMED_SO = re.compile(over_lines(r"\b(?:benoemd|nomm[ée]e?|bestellt|appointed|d[ée]sign[ée]e?)\b"), re.IGNORECASE)
_MOST_FUNCTIONS = 100
_BEFORE_FUNCTION = 60
"""Characters before a function in which it is said that somebody is appointed."""
_INTRODUCTION = 900
"""Characters in which a deed introduces who appears."""


def by_reference(read: PageFields) -> Iterator[Found]:
    for name, function in (*_appointed(read), *_partners_in_cards(read)):
        yield director_found(read, name, function)


def acting_partners(pages: Sequence[PageFields], read: PageFields, kind: DocumentType) -> Iterator[Found]:
    """The partners by whom the company acts that a paper is about: those of an accountant, a proxy or a landlord act
    for another."""
    if _BY_PARTNERS.search(read.text):
        named = names_of_subject(pages, kind)
        yield from (director_found(read, *said) for said in _partners(read, named))


def of_customer(pages: Sequence[PageFields], kind: DocumentType) -> Iterator[Found]:
    """Those whom a letter of a bank or an office names as acting for the company that it is about."""
    customers = {core_name(name.normalized) for name in names_of_subject(pages, kind)}
    for read in pages:
        yield from (director_found(read, *said) for said in _who_speaks_for(read, customers))
        if kind == "bank_statement":
            yield from (director_found(read, *said) for said in signatories(read))


def _appointed(read: PageFields) -> Iterator[tuple[Name, str]]:
    """The one person whom a deed introduces and then appoints as `the appearer`, with the function."""
    person = _only_appearer(read.text)
    if person is None:
        return
    words = plain(read.text)
    for function in islice(FUNCTION.finditer(words, person.end), _MOST_FUNCTIONS):
        reference = _REFERENCE.match(read.text, function.end())
        since = max(0, function.start() - _BEFORE_FUNCTION)
        if reference and _NAMED_SO.search(read.text, since, reference.end()) and not names_no_director(function[0]):
            yield person, read.text[slice(*function.span())]


def _only_appearer(text: str) -> Name | None:
    """The person between `appeared` and `declared`; None if there are several, or one who acts for a company: the
    founder is that."""
    appeared = _APPEARED.search(text)
    declared = _DECLARED.search(text, appeared.end(), appeared.end() + _INTRODUCTION) if appeared else None
    if appeared is None or declared is None:
        return None
    titles = TITLED.finditer(text, appeared.end(), declared.start())
    named = [name for title in titles if (name := name_at(text, title.end(), declared.start()))]
    if len(named) != 1 or _ACTS.search(text, named[0].end, declared.start()):
        return None
    return named[0]


_BY_PARTNERS = re.compile(
    over_lines(
        r"\b(?:vertegenwoordigd|handelend|repr[ée]sent[ée]e?|agissant|vertreten|represented|acting)\s"
        r"(?:te\sdezen\s|hierbij\s|rechtsgeldig\s|herein\s|hierin\s)?(?:door|par|durch|by)\s(?:haar|zijn|ses|son|ihren?|its|de|die|den|les|the)\s"
        r"(?:(?:beide|twee|deux|beiden|two|enige|gezamenlijke|beherende?|g[ée]rante?s?|vertretungsberechtigten?)\s){0,2}"
        r"(?P<partner>vennoot|vennoten|associ[ée]e?s?|gesellschafter(?:in|innen|n)?|partners?)\s?[:,]?\s{1,3}"
    ),
    re.IGNORECASE,
)
_LETS_OR_RENTS = re.compile(
    r"\b(?:(?P<lets>verhuurder|bailleur|bailleresse|vermieter|verpachter|landlord|lessor)|huurder|preneur|preneuse|mieter|"
    r"p[äa]chter|tenant|lessee)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s?(?:,|,?\s(?:en|et|und|and|&))\s{1,3}")
_SINGULARS = {
    "vennoten": "vennoot",
    "partners": "partner",
    "associes": "associé",
    "associees": "associée",
    "gesellschaftern": "Gesellschafter",
    "gesellschafterinnen": "Gesellschafterin",
}
_MOST_PARTNERS = 8


def _partners(read: PageFields, company: Sequence[Named]) -> Iterator[tuple[Name, str]]:
    """`vertegenwoordigd door haar vennoten mevrouw Els Maes en de heer Jan Claes`, of the company and no landlord."""
    for match in islice(_BY_PARTNERS.finditer(read.text), 20):
        word = _SINGULARS.get(plain(match["partner"]), match["partner"])
        since = max(0, match.start() - _SENTENCE)
        named = _end_of_company(read, since, match.start(), company)
        names = _joined_names(read.text, match) if named is not None else []
        if named is not None and names and not _lets(read.text, (since, named, match.start()), names[-1].end):
            yield from ((name, word) for name in names)


def _lets(text: str, before: tuple[int, int, int], behind: int) -> bool:
    """Whether a company is called the landlord: between its name and its partners, behind these, or before its name."""
    since, named, partners = before
    between = _LETS_OR_RENTS.search(text, named, partners)
    party = None if between else party_behind(text, behind)
    if party:
        return party == "landlord"
    last = between or next(reversed(list(_LETS_OR_RENTS.finditer(text, since, named))), None)
    return last is not None and last["lets"] is not None


def _joined_names(text: str, partners: re.Match[str]) -> list[Name]:
    names: list[Name] = []
    at = partners.end()
    while len(names) < _MOST_PARTNERS:
        name = name_at(text, at)
        if name is None or is_anothers(text, name, partners.span("partner")):
            break
        names.append(name)
        joint = _AND.match(text, name.end)
        if joint is None:
            break
        at = joint.end()
    return names


def _end_of_company(read: PageFields, since: int, at: int, company: Sequence[Named]) -> int | None:
    """Where the name ends of the company that a paper is about, if between two places no other is named after it."""
    ours = {core_name(name.normalized) for name in company}
    forms = (name_with_form(read.text, form) for form in FORM.finditer(read.text, since, at))
    named = [(name.end, core_name(name.normalized) in ours) for name in forms if name]
    named += [(n.end, True) for n in company if n.page_index == read.page_index and since <= n.start < at]
    end, is_ours = max(named, default=(at, False))
    return end if is_ours else None


def _partners_in_cards(read: PageFields) -> Iterator[tuple[Name, str]]:
    """The partners of a register that tells of each since when he acts, or with which powers: those who only put in
    capital, and shareholders, have neither."""
    named = [
        each for each in persons_by_fields(read, frozenset({"shareholders"})) if _PARTNERS.fullmatch(plain(each[2]))
    ]
    for name, row, heading in named:
        following = min((other for _, other, _ in named if other > row), default=row + _ROWS_OF_CARD)
        card = read.rows[row : min(following, row + _ROWS_OF_CARD)]
        words = plain(heading)
        gone = any(HAVE_LEFT.search(each.text) for each in card)
        if not gone and any(_POWERS.match(each.plain) for each in card):
            yield name, _SINGULARS.get(words, heading)


_ROWS_OF_CARD = 6
_PARTNERS = re.compile(r"venno(?:ot|ten)|partners?|gesellschafter(?:in)?|associes?")
_POWERS = re.compile(
    r"(?:bevoegdheid|powers|vertretungsbefugnis|pouvoirs|datum in functie|date of entry into office|"
    r"in functie (?:sinds|sedert))\b"
)


_SPOKEN_FOR = re.compile(
    over_lines(r"\b(?:repr[ée]sent[ée]e?\spar|vertegenwoordigd\sdoor|vertreten\sdurch|represented\sby)\s{1,3}"),
    re.IGNORECASE,
)
_WORDS_BEFORE_NAME = re.compile(
    r"(?:(?:haar|zijn|son|sa|ses|le|la|l['’]|de|ihren?|seinen?|den|die|its|the)\s{1,3})?(?P<function>[^,;.:()]{4,40}?)?"
    r"[\s,:]{0,3}$"
)
_SENTENCE = 220
"""Characters of the sentence before the words that say who acts for a company, and behind them."""


def _who_speaks_for(read: PageFields, customers: Collection[str]) -> Iterator[tuple[Name, str]]:
    """Who acts for the customer as a letter about it says: `X SARL, représentée par son gérant, M. Jean Dupont`. Who
    acts for the bank or the supplier that writes is said after its own name."""
    for match in islice(_SPOKEN_FOR.finditer(read.text), 20):
        before = read.text[max(0, match.start() - _SENTENCE) : match.start()]
        companies = [company for form in FORM.finditer(before) if (company := name_with_form(before, form))]
        if not companies or core_name(companies[-1].normalized) not in customers:
            continue
        title = TITLED.search(read.text, match.end(), match.end() + _SENTENCE // 3)
        name = name_at(read.text, title.end()) if title else None
        lead = _WORDS_BEFORE_NAME.match(read.text[match.end() : title.start()]) if title else None
        function = FUNCTION.search(plain(lead["function"])) if lead and lead["function"] else None
        if name and lead and (function or not lead["function"]):
            yield name, lead["function"][slice(*function.span())] if function else ""

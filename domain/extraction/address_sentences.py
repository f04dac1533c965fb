"""Addresses in the sentences of deeds: what follows the words that say where a company has its registered office."""

import re
from collections.abc import Iterator

from domain.extraction.address_shapes import (
    LONGEST,
    country_end,
    is_british,
    postcodes,
    street_after,
    street_on,
    town_end,
)
from domain.extraction.blocks import over_lines

_OFFICES = (
    # Dutch
    r"zetel\s(?:van\sde\svennootschap\s)?(?:is\s|wordt\s)?(?:gevestigd|gelegen)\s(?:(?:is|wordt|zal\szijn)\s)?(?:te|in|aan|"
    r"op\shet\sadres|op)",
    r"zetel\s(?:van\sde\svolmachtgever\s)?(?:(?:is|bevindt\szich|ligt)\s)?(?:te|in|aan|op)",
    r"(?:kantoorhoudende|kantoor\shoudende|houdt\skantoor)\s(?:te|aan|in)",
    r"gevestigd\s(?:is\s)?(?:te|aan|op\shet\sadres)",
    r"gevestigd\sin\shet\s[\w\s]{3,20}(?:gewest|region),?\s(?:te|op\shet\sadres)",
    r"adres\svan\sde\s(?:zetel|vennootschap|maatschappelijke\szetel)(?:\s(?:is|luidt)|(?=:))",
    # French
    r"si[eè]ge(?:\ssocial)?\s(?:de\sla\ssoci[eé]t[eé]\s)?(?:est\s|sera\s)?(?:situ[eé]|[eé]tabli|fix[eé]|"
    r"sis)e?(?:\s(?:[àa]|au|en|dans))?",
    r"si[eè]ge(?:\ssocial)?\s(?:est\s|se\strouve\s|se\ssitue\s)?(?:[àa]|au)",
    r"si[eè]ge(?:\ssocial)?\sse\s(?:trouve|situe)",
    r"si[eè]ge(?:\ssocial)?(?:\sest|\s:)?(?=\s[0-9]{1,4}(?:\s(?:bis|ter))?,?\s[a-zA-Z])",
    r"adresse\s(?:de\sla\ssoci[ée]t[ée]|du\ssi[èe]ge(?:\ssocial)?)(?:\sest|(?=\s?:))",
    # German
    r"Sitz\s(?:der\sGesellschaft\s)?(?:(?:ist|befindet\ssich|liegt)\s)?(?:in|zu)",
    r"gesch[äa]ftsanschrift(?:\sder\sgesellschaft)?(?:\s(?:lautet|ist\sin|ist|befinde[tn]\ssich\s(?:in|unter)))?",
    r"gesch[äa]ftsr[äa]ume(?:\sder\sgesellschaft)?\sbefinden\ssich\sin(?:\sde[rmn])?",
    r"gesch[äa]ftsans[äa]ssig\sin",
    r"anschrift\sder\sgesellschaft\s(?:lautet|ist)",
    r"anschrift\sder\sfirma\s(?:lautet|ist)",
    # English
    r"registered\s(?:office|seat|address)\s(?:address\s)?(?:of\sthe\scompany\s)?"
    r"(?:(?:is|will\sbe|shall\sbe|is\sto\sbe)\s)?(?:situated\s|located\s)?(?:at|in)",
    r"registered\s(?:office|address)\s(?:of\sthe\scompany\s)?(?:address\s)?is",
    r"(?<=,[ \n])registered\s(?:office|address)(?=:\s)",
    r"address\sof\sthe\scompany\sis",
)
_OFFICE = re.compile(rf"(?<!\w)(?:{over_lines('|'.join(_OFFICES))})(?!\w)[\s:]{{0,3}}", re.IGNORECASE)
_MAY_NAME_OFFICE = re.compile(
    r"zetel|kantoor|gevestigd|adres|address|räume|si[eè]ge|sitz|anschrift|ansässig|registered", re.IGNORECASE
)
_NOTARY = re.compile(
    r"nota[ir]|notary|verhuurder|bailleur|vermieter|landlord|lessor|bank\b|banque|leverancier|fournisseur|greffe|"
    r"etude|étude|amtssitz",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"vennootschap|soci[eé]t[eé]|gesellschaft|company|huurder|locataire|preneur|mieter|tenant|volmachtgever|"
    r"zij\b|elle\b|"
    r"(?<=[.;])\s{1,3}(?:its|haar|zijn|son|ihr|sein)\s(?:maatschappelijke\s|statutaire\s)?(?:registered|zetel|si[èe]ge|sitz)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\n\n|;|(?<=[a-zà-ÿ]{4})\.\s+(?=[A-ZÀ-Ý])|\.\n")
_HEREINAFTER = re.compile(
    r"(?:(?:hierna|ci-après|nachfolgend|hereinafter|hereafter|in\sthe\sfollowing|verder)[^.]{0,60}?[\s«\"“„(']|"
    r"\((?:(?:the|de|le|la|der|die)\s)?[\"“„«'‘]?\s?(?=[a-z]+\s?[\"”“»'’]?\)))"
    r"(?P<landlord>verhuurder|bailleur|bailleresse|vermieter(?:in)?|landlord|lessor|volmachtdrager|mandataire)",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"(?:(?:het|la|der|dem|the|le)\s)?(?:[\w-]+\s)?(?:gewest|r[ée]gion)(?:\s[\w-]{4,20}){0,2}?,?\s"
    r"(?:te|op\shet\sadres|à|in|at|au)\s",
    re.IGNORECASE,
)
"""`in het Vlaamse Gewest, te …`, `en Région wallonne, à …`: the region that deeds name before the address."""
_MOST = 60
"""Of a page."""


_COMPANYS = re.compile(r"vennootschap|soci[ée]t[ée]|gesellschaft|company|gesch[äa]ftsanschrift", re.IGNORECASE)


def speaks_of_company(text: str, start: int) -> bool:
    """Whether the words before an address say that it is the company's own: `het adres van de vennootschap luidt`."""
    words = list(_OFFICE.finditer(text, max(0, start - 120), start))
    return bool(words) and _COMPANYS.search(words[-1][0]) is not None


def addresses_in_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the company's addresses stand; those of notaries, landlords and other parties are left out."""
    if not _MAY_NAME_OFFICE.search(text):
        return
    for number, match in enumerate(_OFFICE.finditer(text)):
        if number >= _MOST:
            return
        region = _REGION.match(text, match.end())
        span = address_from(text, region.end() if region else match.end())
        if span and not _is_notarys(text, match.start()) and not is_landlords(text, span[1]):
            yield span


def is_landlords(text: str, end: int) -> bool:
    """Whether what is said up to a place is said of a party that is called landlord right after it."""
    behind = text[end : end + 260]
    match = _HEREINAFTER.search(behind)
    return (
        match is not None
        and re.search(r"huurder|preneur|locataire|mieter|tenant|lessee", behind[: match.start()]) is None
    )


def _is_notarys(text: str, start: int) -> bool:
    """Whether the words before name a notary or another party nearer than the company."""
    before = text[max(0, start - 110) : start + 12]
    notary = max((match.end() for match in _NOTARY.finditer(before)), default=-1)
    company = max((match.end() for match in _SUBJECT.finditer(before)), default=-1)
    return notary > company


def _leads_to_town(text: str, code: re.Match[str], limit: int) -> bool:
    return is_british(code[0]) or town_end(text, code.end(), limit) is not None


def address_from(text: str, at: int) -> tuple[int, int] | None:
    """The address that begins at a place: with its street, or with its postal code and town; None if none does."""
    limit = min(len(text), at + LONGEST)
    stop = _SENTENCE_ENDS.search(text, at, limit)
    limit = stop.start() if stop else limit
    # The number of a house may look like a postal code; a town follows the real one.
    codes = (code for code in postcodes(text, at, limit) if _leads_to_town(text, code, limit))
    code = next(codes, None)
    if code is None or _OFFICE.search(text, at, code.start()):
        return None
    before = text[at : code.start()]
    if is_british(code[0]):
        return (at, country_end(text, code.end())) if re.search(r"[A-Za-z]", before) else None
    town = town_end(text, code.end(), limit)
    if town is None:
        return None
    if code.start() - at <= 2:
        street = street_after(text, town, limit) or street_on(text, code.end(), limit)
        return (code.start(), country_end(text, street)) if street else None
    if not re.search(r"[0-9]", before) or re.search(r"[0-9]{6}", before):
        return None
    return at, country_end(text, town)

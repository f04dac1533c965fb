"""Register numbers, VAT numbers and IBANs of the company a document is about.

A number is what the nearest words before it call it. One without a label counts only where its check digits hold and
nothing else is written like it. Its owner matters as much: the supplier's own numbers on a bill, the bank's on a
statement, the landlord's in a lease are not those of the company the document is about (`domain.extraction.parties`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.extraction.accounts import find_accounts
from domain.extraction.columns import labels_by_column
from domain.extraction.companies_beside import Beside, companies_beside
from domain.extraction.context import header_above, line_around, windows_before
from domain.extraction.folding import folded_page
from domain.extraction.found import Found
from domain.extraction.ibans import CHECKSUM, ibans_in
from domain.extraction.imprints import in_imprint, names_office
from domain.extraction.number_labels import LABELS, SHAPES_OF
from domain.extraction.number_shapes import Number, numbers_in
from domain.extraction.parties import ABOUT_CUSTOMER, Party, party_at
from schemas.extraction import DocumentType, FeatureName, Language, PageText

_REACH = 110
_LABELLED, _VAGUELY, _UNLABELLED = 1, 2, 3
_IN_IMPRINT, _HEAD = 3, 250
"""By how much a number is less sure that stands in a letterhead or foot, which may be anybody's; and how long the head
of a document is."""
_DOTTED = re.compile(r"[01][0-9]{3}\.[0-9]{3}\.[0-9]{3}")
_COURT = re.compile(
    r"(?<![a-z])(?:amtsgerichts?|registergericht|ag|handelsregister)[ :]{1,3}(?:amtsgericht[ :]{1,3})?"
    r"(?![ab] |des )"
    r"(?P<court>[a-z][a-z-]{2,30}(?:\s\([a-z]{3,20}\)|\sam\s[a-z]{3,20})?)"
)
_UNDER_ADDRESS = re.compile(r"\n[ \t]*(?:[a-z]{1,2}-)?[0-9]{4,5}(?: [a-z]{2})? [a-z][a-z' -]{2,30}\n[a-z°. :-]{2,24}$")
_RIGHT_BEFORE = re.compile(r"(?:number|no\.?|nr\.?|crn|cro|registration)[\s:]{1,6}$")
_OF_COMPANY = re.compile(r"company (?:registration |registered )?(?:number|no\.?)[\s:]{1,6}$")
_OF_BRITAIN = re.compile(r"companies house|(?<![a-z])(?:england|wales|scotland|united kingdom|gb[0-9]{9})(?![a-z])")
_HOMES = {
    "ie": re.compile(
        r"(?<![a-z])(?<!northern )(?:ireland|dublin|cork|galway|limerick|eire|companies registration office)(?![a-z])"
    ),
    "cy": re.compile(r"cypr(?:us|iot)|nicosia|limassol|larnaca|paphos|zypern|chypre|lefkosia|lemesos|Λευκωσία|Κύπρο"),
    "mt": re.compile(r"(?<![a-z])malt(?:a|e|ese)(?![a-z])|valletta|sliema"),
}
"""What a document says that speaks of the country whose numbers have the shape, folded."""
_OF_THE_MINISTRY = re.compile(
    r"(?:nr\.?|nummer|numero|n°|entreprise) (?:de la |du |van de |het )?(?:fod|spf)[ :]{0,4}$"
)
_SWISS_VAT = re.compile(r"[ \t-]{0,2}(?:mwst|tva|iva|vat)(?![a-z])")
_AS_REGISTER = re.compile(r"[ ,(-]{0,4}(?:rpr|rpm)(?![a-z])")
_RCS_BEHIND = re.compile(r"[ ,(-]{0,3}r\.?\s?c\.?\s?s\.?(?![a-z])")
"""`401 686 860 RCS Strasbourg`."""
_REGISTERS: frozenset[DocumentType] = frozenset({"register_extract", "certificate_of_incorporation"})
"""Types that a register prints, whose letterhead and foot have its own VAT number."""


class _Claim(NamedTuple):
    """A number, and how well the document says what it is."""

    found: Found
    rank: int
    party: Party | None
    under_address: bool = False


def find_numbers(pages: Sequence[PageText], kind: DocumentType, language: Language) -> Iterator[Found]:
    claims: list[_Claim] = []
    others = companies_beside(pages, kind)
    for page in pages:
        text = folded_page(page)
        if kind != "identity_document":
            taken = [(iban.start, iban.end, iban.valid) for iban in ibans_in(text)]
            of_page = _claims_of_page(page, text, taken, kind, language)
            claims += [_with_party(claim, page.text, others, kind) for claim in of_page]
    for feature in ("registration_number", "vat_number"):
        yield from _chosen([claim for claim in claims if claim.found.feature == feature], kind)
    yield from find_accounts(pages, kind)


def _with_party(claim: _Claim, text: str, others: Beside, kind: DocumentType) -> _Claim:
    """A claim with whose it is as far as the names before it tell."""
    if others.is_anothers(claim.found.page_index, text, claim.found.char_start):
        return claim._replace(party="other")
    at, free = claim.found.char_start, claim.party is None and kind in ABOUT_CUSTOMER
    own = claim.found.feature == "vat_number" or text[at - 1 : at] == "(" or claim.under_address
    return claim._replace(party="subject") if free and own and others.is_ours_above(text, at) else claim


def _chosen(claims: list[_Claim], kind: DocumentType) -> Iterator[Found]:
    """Those of the best ground: the subject's before those of nobody in particular, labelled before unlabelled.

    Of two different ones on equal ground, of which none heads the document, both are told: which of
    them is the company's is for an officer to say.
    """
    own = [claim for claim in claims if claim.party == "subject"]
    if not own and kind in ABOUT_CUSTOMER:
        own = _addressee(claims)
    elif not own:
        own = [claim for claim in claims if claim.party is None]
    if not own:
        return
    top = min(claim.rank for claim in own)
    best = [claim for claim in own if claim.rank == top]
    main = _main(best) if kind not in ABOUT_CUSTOMER else None
    yield from (claim.found for claim in best if main in (None, claim.found.value_normalized))


def _main(claims: list[_Claim]) -> str | None:
    """Of different numbers the one that heads the document, or that it repeats: others are named once, further down."""
    said = Counter(claim.found.value_normalized for claim in claims)
    first = claims[0].found
    heads = first.page_index == 0 and first.char_start < _HEAD and claims[0].found.problem is None
    alone = [claim for claim in claims if claim.found.page_index == 0 and claim.found.char_start < 2 * _HEAD]
    if heads and len({claim.found.value_normalized for claim in alone}) == 1:
        return first.value_normalized
    repeated = [value for value, times in said.items() if times > 1]
    return repeated[0] if repeated == [first.value_normalized] else None


def _addressee(claims: list[_Claim]) -> list[_Claim]:
    """Where no heading names the customer: the one number that stands under an address, if there is another one too."""
    under_address = [claim for claim in claims if claim.under_address and claim.party is None]
    values = {claim.found.value_normalized for claim in claims}
    return under_address if len(values) > 1 and len({one.found.value_normalized for one in under_address}) == 1 else []


def _claims_of_page(
    page: PageText, text: str, taken: list[tuple[int, int, bool]], kind: DocumentType, language: Language
) -> Iterator[_Claim]:
    numbers = sorted(numbers_in(text, page.text), key=lambda number: (number.start, -number.end))
    numbers = [one for one in numbers if not _is_of_iban(one, taken)]
    numbers = [one for one in numbers if not any(_within(one, other) for other in numbers)]
    end_before = 0
    for place, number in enumerate(numbers):
        for feature, rank in _meanings(text, numbers, place, end_before, language):
            yield _claim(page, text, number, feature, rank, kind)
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if following is None or following.start >= number.end:
            end_before = max(end_before, number.end)


def _is_of_iban(number: Number, taken: list[tuple[int, int, bool]]) -> bool:
    """Whether it is part of an IBAN. `NL116780964B01 op de` is none: its check digits make it a VAT number."""
    sure = number.shape == "vat" and number.certain
    return any(start <= number.start < end and (valid or not sure) for start, end, valid in taken)


def _within(number: Number, other: Number) -> bool:
    """Whether it is but a part of another one, such as the digits of a VAT number."""
    return other.start < number.start and number.end <= other.end


def _claim(page: PageText, text: str, number: Number, feature: FeatureName, rank: int, kind: DocumentType) -> _Claim:
    value, problem = number.value, None if number.valid else CHECKSUM
    if feature == "vat_number" and number.shape in ("be", "it"):
        value = number.shape.upper() + value
    if feature == "registration_number" and number.shape == "vat":
        value = value[2:]
    details: tuple[tuple[str, str], ...] = ()
    if number.shape == "de" and (court := _court(page, text, number)):
        details = (("court", court),)
    found = Found(feature, page.page_index, number.start, number.end, value, details, problem)
    before = text[max(0, number.start - 90) : number.start]
    if in_imprint(text, number.start, number.end):
        rank += _IN_IMPRINT
    if feature == "vat_number" and kind == "annual_accounts" and rank == _UNLABELLED and value.startswith("BE"):
        feature, value = "registration_number", value[2:]  # the number under which they were filed
        found = found._replace(feature=feature, value_normalized=value)
    party = "other" if _OF_THE_MINISTRY.search(before) else party_at(text, number.start, number.end, kind)
    if feature == "vat_number" and rank > _IN_IMPRINT and (kind in _REGISTERS or names_office(text[: 2 * _HEAD])):
        party = "other"
    return _Claim(found, rank, party, bool(_UNDER_ADDRESS.search(before)))


def _meanings(
    text: str, numbers: list[Number], place: int, floor: int, language: Language
) -> Iterator[tuple[FeatureName, int]]:
    """What a number is: of which feature, and by how sure a sign."""
    number = numbers[place]
    kinds = _labels_of(text, number, floor)
    meant = {
        feature
        for kind in kinds
        if number.shape in SHAPES_OF.get(kind, ())
        and _fits(number, kind, numbers, place, language)
        and (number.shape not in _HOMES or _is_at_home(text, number))
        for feature in (_feature_as(kind, number, text),)
    }
    if number.shape in ("de", "at"):
        meant.add("registration_number")
    sure = _VAGUELY if set(kinds) <= {"any", "none"} and not _prefixed(number) else _LABELLED
    for feature in sorted(meant):
        yield feature, sure
    if "vat_number" in meant and number.value.lstrip("BE").isdigit() and _AS_REGISTER.match(text, number.end):
        yield "registration_number", _LABELLED
    if not meant and (kind := _below(text, number) or (not kinds and _in_header(text, number)) or None):
        yield _feature(kind), _VAGUELY
        return
    if not meant and number.shape == "fr" and number.certain and _RCS_BEHIND.match(text, number.end):
        yield "registration_number", _LABELLED
        return
    if not meant and number.shape == "vat" and number.certain and set(kinds) == {"any"}:
        yield "vat_number", _VAGUELY  # `sous le numéro LU …`: its prefix says what the label does not
        return
    if meant or kinds or not number.certain:
        return
    if number.shape in ("vat", "ch"):
        yield _feature_as("vat" if number.shape == "vat" else "uid", number, text), _UNLABELLED
    elif number.shape == "be" and _DOTTED.fullmatch(text, number.start, number.end):
        yield "registration_number", _UNLABELLED


def _is_at_home(text: str, number: Number) -> bool:
    """Whether a short number stands right behind its label, or with its letters, in a document that speaks of its
    country. Six figures called a company's number are Irish, unless the document speaks of Britain."""
    near = text[max(0, number.start - 40) : number.start]
    spoken_of = _HOMES[number.shape].search(text) is not None
    if number.shape != "ie":
        return spoken_of
    sure = _OF_COMPANY.search(near) is not None and _OF_BRITAIN.search(text) is None
    return _RIGHT_BEFORE.search(near) is not None and (spoken_of or sure)


def _prefixed(number: Number) -> bool:
    """Whether it says itself what it is, as `SC618840` does."""
    return number.shape == "gb" and number.value[:2].isalpha()


def _feature(kind: str) -> FeatureName:
    return "vat_number" if kind == "vat" else "registration_number"


def _feature_as(kind: str, number: Number, text: str) -> FeatureName:
    """A Swiss UID is the number of the enterprise; it is its VAT number where `MWST` stands behind it."""
    if number.shape == "ch":
        return "vat_number" if kind == "vat" or _SWISS_VAT.match(text, number.end) else "registration_number"
    return "vat_number" if kind == "uid" else _feature(kind)


def _fits(number: Number, kind: str, numbers: list[Number], place: int, language: Language) -> bool:
    """Whether a number of this shape can be what its label calls it, where other shapes fit the same figures."""
    if number.shape == "vat":
        return kind in ("vat", "uid") or number.value.startswith("BE")
    if number.shape == "fr":
        return kind in ("fr", "rcs") or number.certain
    if number.shape == "be":
        return kind == "be" or number.certain or (kind == "vat" and language in ("nl", "fr"))
    if number.shape == "eight":
        rivals = (other for other in numbers if other.start == number.start and other is not number)
        figures = len(number.value)
        return figures == 8 and not any(other.end > number.end for other in rivals)
    return True


def _labels_of(text: str, number: Number, floor: int) -> tuple[str, ...]:
    """The kinds of the labels before it: the last one, and with it those that only a stroke divides from it."""
    by_column = labels_by_column(text).get(number.start)
    for window in (by_column,) if by_column else windows_before(text, number.start, floor):
        labels = list(LABELS.finditer(window))
        if not labels or len(window) - labels[-1].end() > _REACH:
            continue
        kinds = [labels[-1].lastgroup or "none"]
        for earlier, later in zip(reversed(labels[:-1]), reversed(labels), strict=False):
            between = window[earlier.end() : later.start()]
            if re.fullmatch(r"[\s/(&|,+-]{0,4}(?:en|et|und|and)?\s?", between) is None and kinds[-1] != "any":
                break
            kinds.append(earlier.lastgroup or "none")
        return tuple(dict.fromkeys(kinds))
    return ()


def _below(text: str, number: Number) -> str | None:
    """The kind of the label right below a certain number that stands alone on its line."""
    if not number.certain:
        return None
    line_start, line_end = line_around(text, number.start, number.end)
    if text[line_start:line_end].strip() != text[number.start : number.end]:
        return None
    below = text[line_end + 1 : line_around(text, line_end + 1, line_end + 1)[1]].strip(" :")
    label = LABELS.fullmatch(below)
    kind = label.lastgroup if label else None
    return kind if kind is not None and number.shape in SHAPES_OF.get(kind, ()) else None


def _in_header(text: str, number: Number) -> str | None:
    """The kind that the head of its table gives, if there is but one that fits."""
    head = header_above(text, number.start)
    kinds = {label.lastgroup or "none" for label in LABELS.finditer(head)} if head else set()
    fitting = {kind for kind in kinds if number.shape in SHAPES_OF.get(kind, ()) and kind != "any"}
    return fitting.pop() if len({_feature(kind) for kind in fitting}) == 1 else None


def _court(page: PageText, text: str, number: Number) -> str | None:
    before = max(0, number.start - 120)
    named = list(_COURT.finditer(text, before, min(len(text), number.end + 60)))
    nearest = next((court for court in reversed(named) if court.start() < number.start), named[0] if named else None)
    return page.text[nearest.start("court") : nearest.end("court")] if nearest else None

"""Names of companies, their legal forms, account holders and issuers.

A legal form is given as it is written, in one line: forms are compared by their family (`domain.legal_forms`), so that
`besloten vennootschap`, `BV` and `SRL` agree.
"""

import re
from collections.abc import Iterator, Sequence

from domain.extraction.account_holders import account_holders
from domain.extraction.blocks import plain
from domain.extraction.company_names import ADDRESSED, names_of_subject
from domain.extraction.company_sentences import Named
from domain.extraction.company_shapes import FORM, FORM_IN_WORDS, form_span
from domain.extraction.fields import fields_of
from domain.extraction.found import Found
from domain.extraction.issuers import issuers
from domain.extraction.page_fields import Field, PageFields
from domain.naming import legal_form, legal_form_family
from schemas.extraction import DocumentType, Language, PageText

_NOT_OURS = frozenset(
    {"other", "beneficiary", "bank", "issuer", "directors", "owners", "shareholders", "function_label", "nobody"}
)
_LONGEST_FORM = 120
_EXPLAINED = re.compile(
    r"\s\((?=comparable|vergelijkbaar|vergleichbar|equivalent|[^()]*$)|\s(?=(?:Gesellschaftsvertrag|Satzung|Errichtungserklärung)\b)",
    re.IGNORECASE,
)
"""`Naamloze Vennootschap (comparable with Public Limited Company)`, of which a line may end within the brackets; in a
register the articles are told behind the form."""
_NAMES_FORM = re.compile(
    r"(?:exploitation agricole|groupement|societe|association|entreprise|fondation|vennootschap|maatschap|eenmanszaak|"
    r"stichting|vereniging|cooperati|onderlinge|gesellschaft|einzelunternehmen|eingetragene|stiftung|verein|"
    r"partnerschaft|anstalt|korperschaft|sole (?:trader|proprietor)|partnership|company|trust|charit|royal charter|"
    r"registered society|community)[a-z \-']{0,80}$"
)
"""A form of which no family is known, in plain text."""


def find_companies(pages: Sequence[PageText], kind: DocumentType, language: Language) -> Iterator[Found]:
    read = fields_of(pages)
    names = names_of_subject(read, kind)
    for name in names:
        yield Found("company_name", name.page_index, name.start, name.end, name.normalized)
    yield from _legal_forms(read, names, kind)
    yield from account_holders(read, kind)
    yield from issuers(read, kind, names)


def _legal_forms(pages: Sequence[PageFields], names: list[Named], kind: DocumentType) -> Iterator[Found]:
    """The form that a label states; else the one in words beside the name; else the one in the name."""
    if kind == "identity_document":
        return
    stated = [found for read in pages for field in read.fields if (found := _labelled(read, field)) is not None]
    in_name = [found for name in names if (found := _in_name(pages, name)) is not None]
    if stated:
        yield from (found for found in stated if _family(found) == _family(stated[0]))
    elif in_name:
        written = in_name[0].value_normalized
        yield from (found for found in in_name if found.value_normalized == written)
    elif names and kind not in ADDRESSED:
        yield from _in_words(pages, names[0])


def _family(found: Found) -> str:
    written = found.value_normalized
    return legal_form(written) or legal_form_family(written) or written.lower()


def _labelled(read: PageFields, field: Field) -> Found | None:
    if field.meaning != "legal_form" or field.section in _NOT_OURS or len(field.value.text) > _LONGEST_FORM:
        return None
    text = _EXPLAINED.split(field.value.text)[0].strip(" .,;")
    family = legal_form(text) or legal_form_family(text)
    if not text or (family is None and not _NAMES_FORM.match(plain(text))):
        return None
    start = field.value.start + field.value.text.find(text)
    return Found("legal_form", read.page_index, start, start + len(text), " ".join(text.split()))


def _in_name(pages: Sequence[PageFields], name: Named) -> Found | None:
    text = next(read.text for read in pages if read.page_index == name.page_index)[name.start : name.end]
    span = form_span(text)
    if span is None:
        return None
    written = text[span[0] : span[1]]
    return Found("legal_form", name.page_index, name.start + span[0], name.start + span[1], " ".join(written.split()))


def _in_words(pages: Sequence[PageFields], name: Named) -> Iterator[Found]:
    """The form nearest to the name, on its page."""
    read = next(read for read in pages if read.page_index == name.page_index)
    forms = [match.span() for match in FORM_IN_WORDS.finditer(plain(read.text))]
    forms += [match.span() for match in FORM.finditer(read.text, max(0, name.start - 12), name.end + 12)]
    nearest = min(forms, key=lambda span: abs(span[0] - name.start), default=None)
    if nearest and abs(nearest[0] - name.start) < 600:
        written = " ".join(read.text[slice(*nearest)].split())
        yield Found("legal_form", read.page_index, *nearest, written)

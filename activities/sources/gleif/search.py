"""Whether an LEI record is that of the company: numbers are compared by their digits, names without legal forms."""

import re
from collections.abc import Iterable

from activities.sources.gleif.record import LeiRecord
from activities.sources.northdata.numbers import register_id
from domain.company_numbers import registration_number_from_vat
from domain.naming import compare_names
from schemas.company import Company

MAX_SPELLINGS = 3
LOCAL_NUMBERS = frozenset({"DE", "IT"})
"""Where a number is unique at one court or chamber only (`HRB 6684`), so that the name has to agree too."""

_GROUPS: dict[str, tuple[str, str]] = {
    "BE": (r"([0-9]{4})([0-9]{3})([0-9]{3})", r"\1.\2.\3"),
    "NO": (r"([0-9]{3})([0-9]{3})([0-9]{3})", r"\1 \2 \3"),
    "FR": (r"([0-9]{3})([0-9]{3})([0-9]{3})", r"\1 \2 \3"),
    "SE": (r"([0-9]{6})([0-9]{4})", r"\1-\2"),
    "FI": (r"([0-9]{7})([0-9])", r"\1-\2"),
    "DE": (r"(HR[AB])([0-9]+[A-Z]*)", r"\1 \2"),
}
"""How a register groups its numbers; GLEIF keeps them as it finds them there."""
_IN_VAT_NUMBER: dict[str, str] = {
    "NO": r"NO([0-9]{9})(?:MVA)?",
    "FR": r"FR[0-9A-Z]{2}([0-9]{9})",
    "CZ": r"CZ([0-9]{8})",
    "DK": r"DK([0-9]{8})",
    "FI": r"FI([0-9]{8})",
    "SE": r"SE([0-9]{10})01",
}
"""Where the number of the register is part of the VAT number."""
_STATUS_ORDER = ("ISSUED", "PENDING_TRANSFER", "PENDING_ARCHIVAL", "LAPSED")
"""Of several records of one company the one in force is taken; others are retired, merged or duplicates."""


def number_of(company: Company) -> str | None:
    """The registration number, also from a VAT number that contains it."""
    if company.company_registration_number:
        return company.company_registration_number
    vat = company.vat_number or ""
    within = re.fullmatch(_IN_VAT_NUMBER[company.country], vat) if company.country in _IN_VAT_NUMBER else None
    return within.group(1) if within else registration_number_from_vat(vat, company.country) or None


def spellings(number: str | None, country: str) -> tuple[str, ...]:
    """The ways to search for a number, the likeliest first, without what a person writes around it, such as the
    court; none without a number."""
    if not number:
        return ()
    pattern, grouped = _GROUPS.get(country, ("", ""))
    compact = _compact(number)
    if pattern and not re.fullmatch(pattern, compact) and (known := register_id(number, country)) is not None:
        number, compact = known.written if country == "DE" else known.number, _compact(known.number)
    likeliest = re.sub(pattern, grouped, compact) if pattern and re.fullmatch(pattern, compact) else number
    return tuple(dict.fromkeys((likeliest, compact, number)))[:MAX_SPELLINGS]


def _compact(number: str) -> str:
    return re.sub(r"[\s./-]", "", number).upper()


def chosen(records: Iterable[LeiRecord], company: Company) -> LeiRecord | None:
    """The record of this company among those that a search found; None if none is, or if several might be it of
    which no number says which."""
    mine = sorted((record for record in records if _is_of(record, company)), key=_rank)
    if len(mine) > 1 and _rank(mine[0]) == _rank(mine[1]) and not _digits(number_of(company)):
        return None
    return mine[0] if mine else None


def _is_of(record: LeiRecord, company: Company) -> bool:
    if record.entity.jurisdiction and record.entity.jurisdiction[:2] != company.country:
        return False
    name = record.entity.legal_name.name if record.entity.legal_name else None
    likeness = compare_names(name, company.company_name) if name else "different"
    theirs, ours = _digits(record.entity.registered_as), _digits(number_of(company))
    if not theirs or not ours:
        return likeness == "same"
    if company.country in LOCAL_NUMBERS:
        return theirs == ours and likeness != "different"
    return theirs == ours


def _rank(record: LeiRecord) -> int:
    status = record.registration.status if record.registration else None
    return _STATUS_ORDER.index(status) if status in _STATUS_ORDER else len(_STATUS_ORDER)


def _digits(number: str | None) -> str:
    return re.sub(r"[^0-9]", "", number or "").lstrip("0")

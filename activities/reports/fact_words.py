"""Facts in words: their names, their values, and the details that belong to a value."""

import re

from activities.reports import wording
from activities.reports.cutting import shortened
from schemas.sources import FactName, FactValue, SourceAnswer

FACTS: dict[FactName, str] = {
    "company_name": "Company name",
    "legal_form": "Legal form",
    "company_status": "Status",
    "incorporation_date": "Date of incorporation",
    "dissolution_date": "Date of dissolution",
    "registration_number": "Registration number",
    "vat_number": "VAT number",
    "vat_valid": "VAT number valid",
    "vat_consultation_number": "VIES consultation number",
    "lei": "LEI",
    "lei_status": "LEI status",
    "registered_address": "Registered address",
    "country": "Country",
    "establishments": "Establishments",
    "phone": "Telephone",
    "email": "Email",
    "director": "Directors",
    "owner": "Owners",
    "direct_parent": "Direct parent",
    "screened": "Screened",
    "screening_match": "Screening matches",
    "activity_code": "Activity codes",
    "activity_description": "Activities",
    "employees": "Employees",
    "annual_accounts": "Annual accounts",
    "turnover": "Turnover",
    "result_of_year": "Result of the year",
    "equity": "Equity",
    "registry_flag": "Warnings of registers",
    "publication": "Publications",
    "withholding_social_debt": "Social security debts",
    "withholding_tax_debt": "Tax debts",
    "withholding_valid_until": "Withholding check valid until",
    "peppol_registered": "Registered in PEPPOL",
    "peppol_document_type": "PEPPOL document types",
    "website_url": "Website",
    "website_accessible": "Website answers",
    "website_final_url": "Website leads to",
    "website_status_code": "Website HTTP status",
    "website_certificate": "Website certificate",
    "website_title": "Website title",
    "website_names_company": "Website names the company",
    "website_states_vat_number": "Website states the VAT number",
    "website_legal_page": "Website legal pages",
    "website_contact": "Website contacts",
    "website_parked": "Website is parked",
    "website_text": "Website text",
}
"""Every fact there is, in the order in which a reader asks for them."""

IN_EUROS: frozenset[FactName] = frozenset({"equity", "turnover", "result_of_year"})
CODES: frozenset[FactName] = frozenset({"lei_status", "direct_parent"})
"""Facts that may be a word in capitals, such as `NATURAL_PERSONS`."""
_STATUSES = {
    "active": "Active",
    "liquidation": "Being wound up",
    "bankruptcy": "Bankrupt",
    "dissolved": "Struck off",
    "inactive": "Ceased",
}
_KINDS = {"lei": "", "reporting_exception": "exception from reporting"}
_DETAILS: dict[str, str] = {
    "name": "{}", "role": "{}", "kind": "{}", "act": "{}", "share_percent": "{} %", "since": "since {}",
    "until": "until {}", "birth_date": "born {}", "country": "{}", "represents": "represents {}", "number": "No. {}",
    "level": "level {}", "definition": "{}", "explanation": "{}", "description": "{}", "categories": "{}",
    "register": "in the register {}", "code": "{}", "revision": "revision {}", "also": "also {}",
    "known_as": "known as {}", "registered_as": "registered as {}", "status": "{}", "situation": "{}",
    "stated": "stated as {}", "closed_on": "closed on {}", "of": "of the {}", "as_of": "as of {}", "date": "of {}",
    "reference": "No. {}", "deposit_date": "deposited {}", "model": "model {}", "currency": "in {}",
    "figures": "figures: {}", "rubric": "rubric {}", "fte": "{} full-time equivalents", "issuer": "issued by {}",
    "not_before": "valid from {}", "not_after": "until {}", "participant": "participant {}", "said_by": "said by {}",
    "category": "{}", "deceased": "deceased", "preliminary": "announced, not registered yet",
    "consolidated": "consolidated", "estimate": "estimated", "url": "{}", "older": "older ones: {}",
    "left_out": "{} more are not listed",
}  # fmt: skip
"""How each detail is told, in this order."""
_IN_THE_VALUE = frozenset({"act", "code", "date", "description", "name"})
"""Details that are left out where the value has them already."""

_NEVER_TOLD = frozenset({"document_id", "evidence_id", "page"})
"""Ids, and what the name of the source has already."""

MAX_VALUE_CHARACTERS = 600
MAX_TEXT_CHARACTERS = 240
"""Of a website's text: enough to see what it is."""
MAX_DETAIL_CHARACTERS = 400


def fact_value(name: FactName, value: FactValue) -> str:
    """A fact's value, shortened where it is as long as a website's text."""
    if isinstance(value, int) and not isinstance(value, bool) and name in IN_EUROS:
        return euros(value)
    text = wording.value(value)
    if name == "company_status":
        return _STATUSES.get(text, text)
    if name in CODES and re.fullmatch(r"[A-Z_]+", text):
        return wording.label(text.lower())
    return shortened(text, MAX_TEXT_CHARACTERS if name == "website_text" else MAX_VALUE_CHARACTERS)


def fact_details(value: FactValue, details: dict[str, str]) -> str:
    """`Bestuurder · person · since 2019-03-18`; those without words of their own come last, under their names."""
    unknown = sorted(details.keys() - _DETAILS.keys())
    told = [_detail(name, details[name]) for name in (*_DETAILS, *unknown) if _is_told(name, value, details)]
    return shortened(" · ".join(part for part in told if part), MAX_DETAIL_CHARACTERS)


def outcome(answer: SourceAnswer) -> str:
    """What an answer found: `Found · Social security debts: No · Tax debts: No`."""
    reason = [wording.label(answer.reason)] if answer.reason else []
    stated = [f"{FACTS[fact.name]}: {fact_value(fact.name, fact.value)}" for fact in answer.facts]
    return " · ".join((wording.SOURCE_STATES[answer.state], *reason, *stated))


def euros(amount: int) -> str:
    """`−1 234 567 EUR`, with spaces at which no line breaks."""
    sign = "−" if amount < 0 else ""
    return f"{sign}{abs(amount):,} EUR".replace(",", "\u00a0").replace(" ", "\u00a0")


def _is_told(name: str, value: FactValue, details: dict[str, str]) -> bool:
    text = details.get(name, "").strip()
    if name in _NEVER_TOLD or (name == "quote" and text == str(value)):
        return False
    return text not in ("", "false") and not (name in _IN_THE_VALUE and text in str(value))


def _detail(name: str, text: str) -> str:
    shown = " ".join((_KINDS.get(text, text) if name == "kind" else text).split())
    if name not in _DETAILS:
        return f"{wording.label(name).lower()}: {shown}"
    return _DETAILS[name].format(shown) if shown else ""

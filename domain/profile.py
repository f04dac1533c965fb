"""The company profile: every value of every fact with its source, and where sources disagree, both sides."""

from collections.abc import Callable
from datetime import datetime

from domain.company_numbers import registration_number_from_vat
from domain.naming import Likeness, compare_addresses, compare_names, legal_form
from schemas.case import CaseRecord
from schemas.investigation import CompanyProfile, Discrepancy, EvidenceRef, ProfileFact, Severity
from schemas.sources import SOURCE_LABELS, FactName, SourceAnswer

OFFICER_INPUT = "officer_input"

SEVERITY_ORDER: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")

Facts = dict[FactName, tuple[ProfileFact, ...]]
Verdict = tuple[Severity, str]
"""How grave a difference is, and why."""


def build_profile(record: CaseRecord) -> CompanyProfile:
    """The profile of a case as its sources stand. Pure: the order in which sources answered does not matter."""
    facts = _facts(record)
    answers = [answer for _, answer in sorted(record.sources.items())]
    return CompanyProfile(
        case_id=record.opening.case_id,
        facts=facts,
        discrepancies=find_discrepancies(facts),
        evidence_refs=tuple(
            EvidenceRef(
                source=SOURCE_LABELS[answer.source],
                evidence_hash=answer.data_hash,
                storage=f"minio:{answer.object_key}",
            )
            for answer in answers
            if answer.data_hash and answer.object_key
        ),
    )


def find_discrepancies(facts: Facts) -> tuple[Discrepancy, ...]:
    """Where two sources state values of one fact that do not mean the same."""
    found = (
        _disagreement("company_name", facts, _name_severity),
        _disagreement("registered_address", facts, _address_severity),
        _number_disagreement(facts),
    )
    return tuple(discrepancy for discrepancy in found if discrepancy is not None)


def _facts(record: CaseRecord) -> Facts:
    opening = record.opening
    company = opening.company
    typed: dict[FactName, str | None] = {
        "company_name": company.company_name,
        "registration_number": company.company_registration_number,
        "vat_number": company.vat_number,
        "country": company.country,
        "website_url": company.website_url,
        "registered_address": _typed_address(record),
    }
    facts: dict[FactName, list[ProfileFact]] = {
        name: [ProfileFact(value=value, source=OFFICER_INPUT, timestamp=opening.created_at)]
        for name, value in typed.items()
        if value
    }
    for _, answer in sorted(record.sources.items()):
        for fact in answer.facts:
            known = facts.setdefault(fact.name, [])
            known.append(_sourced(answer, fact.value, answer.collected_at))
    return {name: tuple(values) for name, values in facts.items()}


def _sourced(answer: SourceAnswer, value: str | bool | int, timestamp: datetime) -> ProfileFact:
    return ProfileFact(
        value=value,
        source=SOURCE_LABELS[answer.source],
        timestamp=timestamp,
        evidence_hash=answer.data_hash,
    )


def _typed_address(record: CaseRecord) -> str | None:
    """The address the creating system passed in `additional_data`, if it did: `registered_address` or `address`."""
    for member in ("registered_address", "address"):
        value = record.opening.additional_data.get(member)
        if isinstance(value, str) and value.strip():
            return value.strip()[:500]
    return None


def _name_severity(one: str, other: str) -> Verdict | None:
    forms = {form for form in (legal_form(one), legal_form(other)) if form}
    likeness: Likeness = compare_names(one, other)
    if likeness == "different":
        return "medium", "The names are not those of one company."
    if len(forms) == 2:
        return "high", "The legal forms differ."
    return ("low", "The names are alike but not the same.") if likeness == "similar" else None


def _address_severity(one: str, other: str) -> Verdict | None:
    match compare_addresses(one, other):
        case "same":
            return None
        case "similar":
            return "medium", "Same postal code, another street or number."
        case _:
            return "high", "The addresses are in different places."


def _disagreement(field: FactName, facts: Facts, compare: Callable[[str, str], Verdict | None]) -> Discrepancy | None:
    """Compares the first value with each other one and reports the gravest difference, with both sides."""
    first, *others = facts.get(field, ()) or (None,)
    graded = [
        (verdict, other)
        for other in others
        if first is not None and (verdict := compare(str(first.value), str(other.value)))
    ]
    if first is None or not graded:
        return None
    (severity, why), other = max(graded, key=lambda item: SEVERITY_ORDER.index(item[0][0]))
    return Discrepancy(
        discrepancy_id=f"disc_{field}",
        field=field,
        severity=severity,
        description=f"{_said(first)}, {_said(other)}. {why}",
        sides=(first, other),
    )


def _said(fact: ProfileFact) -> str:
    """Who says what, on one line: `EU VIES says “ACME TRADING”`."""
    who = "The officer" if fact.source == OFFICER_INPUT else fact.source
    return f"{who} says “{' '.join(str(fact.value).split())}”"


def _number_disagreement(facts: Facts) -> Discrepancy | None:
    """A Belgian VAT number is the enterprise number; when both were given and differ, one of them is wrong."""
    registration = next(iter(facts.get("registration_number", ())), None)
    vat = next(iter(facts.get("vat_number", ())), None)
    if registration is None or vat is None or not str(vat.value).startswith("BE"):
        return None
    if registration_number_from_vat(str(vat.value), "BE") == registration.value:
        return None
    return Discrepancy(
        discrepancy_id="disc_registration_number",
        field="registration_number",
        severity="high",
        description=f"The registration number {registration.value} is not the number in the VAT number {vat.value}.",
        sides=(registration, vat),
    )

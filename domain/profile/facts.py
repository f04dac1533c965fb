"""Every value of every fact, with who says so, when, and the hash of the bytes it was read from."""

import json
from collections import defaultdict

from domain.profile.document_facts import document_facts
from domain.profile.trust import OFFICER_INPUT, trust_order
from schemas.case import CaseRecord
from schemas.investigation import ProfileFact
from schemas.sources import SOURCE_LABELS, FactName, SourceAnswer, SourceFact

Facts = dict[FactName, tuple[ProfileFact, ...]]

_MAX_ADDRESS = 500


def facts_of(record: CaseRecord) -> Facts:
    """All values, the most trusted first: by the fact's trust order, then by source, then by value.

    The order in which sources answered does not matter, nor does that in which one of them states its facts.
    """
    stated: dict[FactName, list[ProfileFact]] = defaultdict(list)
    for name, value in _typed(record).items():
        if value:
            stated[name].append(ProfileFact(value=value, source=OFFICER_INPUT, timestamp=record.opening.created_at))
    for answer in record.sources.values():
        for fact in answer.facts:
            stated[fact.name].append(_sourced(answer, fact))
    for fact_name, of_document in document_facts(record):
        stated[fact_name].append(of_document)
    return {name: tuple(sorted(stated[name], key=lambda fact: _place(name, fact))) for name in sorted(stated)}


def value_text(value: object) -> str:
    """The value as text that tells `True`, `1` and `"1"` apart."""
    return json.dumps(value, ensure_ascii=False)


def _place(name: FactName, fact: ProfileFact) -> tuple[int, str, str, str]:
    return trust_order(name).rank(fact.source), fact.source, value_text(fact.value), fact.model_dump_json()


def _typed(record: CaseRecord) -> dict[FactName, str | None]:
    company = record.opening.company
    return {
        "company_name": company.company_name,
        "registration_number": company.company_registration_number,
        "vat_number": company.vat_number,
        "country": company.country,
        "website_url": company.website_url,
        "registered_address": _typed_address(record),
    }


def _typed_address(record: CaseRecord) -> str | None:
    """The address the creating system passed in `additional_data`, if it did: `registered_address` or `address`."""
    for member in ("registered_address", "address"):
        value = record.opening.additional_data.get(member)
        if isinstance(value, str) and value.strip():
            return value.strip()[:_MAX_ADDRESS]
    return None


def _sourced(answer: SourceAnswer, fact: SourceFact) -> ProfileFact:
    return ProfileFact(
        value=fact.value,
        source=SOURCE_LABELS[answer.source],
        timestamp=answer.collected_at,
        evidence_hash=fact.data_hash or answer.data_hash,
        environment=answer.environment,
        details=fact.details,
    )

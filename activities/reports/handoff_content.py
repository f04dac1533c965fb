"""What stands on the pages of the hand-off report, in words: from the hand-off alone."""

from collections.abc import Iterator

from activities.reports.content import Pair
from activities.reports.cutting import shortened
from activities.reports.fact_words import MAX_DETAIL_CHARACTERS, MAX_VALUE_CHARACTERS
from domain.handoff import FACTS
from domain.handoff_words import (
    DOCUMENT_TYPES,
    FEATURES,
    OUTCOMES,
    decision_text,
    details_text,
    moment,
    place_text,
    size_text,
    source_text,
    value_text,
)
from schemas.frozen import Frozen
from schemas.handoff import FactEvidence, Handoff, HandoffDocument, HandoffValue
from schemas.integration_api import CaseFeature
from schemas.sources import Environment, FactName

MOST_VALUES = 25
"""Of one fact, on paper; the hand-off that is attached has them all."""


class Stated(Frozen):
    """Who states a value."""

    source: str
    at: str
    quote: str
    """Its words in a document; empty where the source is none."""
    fingerprint: str
    environment: Environment | None


class ValueRow(Frozen):
    text: str
    details: str
    stated: tuple[Stated, ...]


class FactRow(Frozen):
    name: str
    values: tuple[ValueRow, ...]
    more: str
    """How many values are left out; empty if none is."""


class DocumentRow(Frozen):
    requirement: str
    filename: str
    about: str
    sha256: str
    superseded: bool


class HandoffContent(Frozen):
    title: str
    company_name: str
    case_id: str
    environment: Environment
    outcome: str
    approved: bool
    decided: str
    details: tuple[Pair, ...]
    facts: tuple[FactRow, ...]
    features: tuple[FactRow, ...]
    documents: tuple[DocumentRow, ...]


def handoff_content(handoff: Handoff) -> HandoffContent:
    """Everything the report prints. Pure, and in a fixed order."""
    company, decision = handoff.company, handoff.decision
    given = (
        ("Country", company.country),
        ("Registration number", company.company_registration_number),
        ("VAT number", company.vat_number),
        ("Website", company.website_url),
        ("Organisation", handoff.org_id),
        ("Reference of the organisation", handoff.external_case_id),
    )
    return HandoffContent(
        title=f"Hand-off report: {company.company_name} ({handoff.case_id})",
        company_name=company.company_name,
        case_id=handoff.case_id,
        environment=handoff.environment,
        outcome=OUTCOMES[decision.outcome] if decision else "Not decided",
        approved=decision is not None and decision.outcome == "approved",
        decided=decision_text(decision) if decision else f"As of {moment(handoff.as_of)} UTC",
        details=tuple(Pair(label=label, text=text or "Not given") for label, text in given),
        facts=tuple(_facts(handoff)),
        features=tuple(_features(handoff)),
        documents=tuple(map(_document, handoff.documents)),
    )


def _facts(handoff: Handoff) -> Iterator[FactRow]:
    for name, label in FACTS.items():
        if fact := handoff.facts.get(name):
            yield _row(label, [_fact_value(name, value, handoff) for value in fact.values])


def _fact_value(name: FactName, value: HandoffValue, handoff: Handoff) -> ValueRow:
    return ValueRow(
        text=shortened(value_text(name, value), MAX_VALUE_CHARACTERS),
        details=shortened(details_text(value.details), MAX_DETAIL_CHARACTERS),
        stated=tuple(_stated(each, handoff) for each in value.evidence),
    )


def _stated(evidence: FactEvidence, handoff: Handoff) -> Stated:
    return Stated(
        source=source_text(evidence, handoff),
        at=moment(evidence.timestamp),
        quote=evidence.citation.quote if evidence.citation else "",
        fingerprint=(evidence.evidence_hash or "").removeprefix("sha256:"),
        environment=evidence.environment,
    )


def _features(handoff: Handoff) -> Iterator[FactRow]:
    """What documents alone speak of; the rest stands among the facts."""
    for name, label in FEATURES.items():
        feature = handoff.features.get(name)
        if feature is not None and name not in FACTS:
            yield _row(label, list(_kept(feature, handoff)))


def _kept(feature: CaseFeature, handoff: Handoff) -> Iterator[ValueRow]:
    places = {place.evidence_id: place for place in feature.evidence}
    uploaded = {document.document_id: document for document in handoff.documents}
    for candidate in feature.candidates:
        if candidate.candidate_id in feature.decision.selected_candidate_ids:
            cited = [places[each] for each in candidate.evidence_ids if each in places]
            yield ValueRow(
                text=shortened(candidate.value_normalized, MAX_VALUE_CHARACTERS),
                details=shortened(details_text(candidate.details), MAX_DETAIL_CHARACTERS),
                stated=tuple(
                    Stated(
                        source=place_text(place, handoff),
                        at=moment(uploaded[place.doc_id].uploaded_at),
                        quote=place.quote,
                        fingerprint=uploaded[place.doc_id].sha256,
                        environment=None,
                    )
                    for place in cited
                ),
            )


def _row(label: str, values: list[ValueRow]) -> FactRow:
    left = len(values) - MOST_VALUES
    more = f"and {left} more; all are in the attached hand-off" if left > 0 else ""
    return FactRow(name=label, values=tuple(values[:MOST_VALUES]), more=more)


def _document(document: HandoffDocument) -> DocumentRow:
    return DocumentRow(
        requirement=document.requirement_name,
        filename=document.filename,
        about=f"{DOCUMENT_TYPES[document.document_type]} by what it says · {size_text(document.file_size)} · "
        f"{moment(document.uploaded_at)}, round {document.iteration}",
        sha256=document.sha256,
        superseded=document.superseded,
    )

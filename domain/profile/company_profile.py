"""The profile of a case, made of its facts."""

from collections.abc import Iterator

from domain.profile.discrepancies import find_discrepancies
from domain.profile.document_facts import document_evidence
from domain.profile.facts import Facts, facts_of
from domain.profile.preferred import preferred_facts
from domain.profile.trust import OFFICER_INPUT
from schemas.case import CaseRecord
from schemas.investigation import CompanyProfile, EvidenceRef
from schemas.sources import SOURCE_LABELS

_NOT_CHECKED = frozenset({"unavailable", "not_configured"})


def build_profile(record: CaseRecord) -> CompanyProfile:
    """The profile of a case as its sources stand. Pure: the order in which sources answered does not matter."""
    facts = facts_of(record)
    return CompanyProfile(
        case_id=record.opening.case_id,
        environment=record.opening.environment,
        facts=_as_shown(facts),
        preferred=preferred_facts(facts, record.fact_decisions),
        discrepancies=find_discrepancies(facts, record.resolutions),
        evidence_refs=tuple(_evidence(record)),
        unavailable=_unavailable(record),
    )


def _as_shown(facts: Facts) -> Facts:
    """What the officer typed first, then what the sources say of it, the most trusted first."""
    return {
        name: tuple(sorted(values, key=lambda fact: fact.source != OFFICER_INPUT)) for name, values in facts.items()
    }


def _evidence(record: CaseRecord) -> Iterator[EvidenceRef]:
    for source, answer in sorted(record.sources.items()):
        for piece in answer.pieces:
            yield EvidenceRef(
                source=SOURCE_LABELS[source],
                evidence_hash=piece.data_hash,
                storage=f"minio:{piece.object_key}",
                environment=answer.environment,
            )
    yield from document_evidence(record)


def _unavailable(record: CaseRecord) -> dict[str, str]:
    """By the source's label, the stable code of why it was not checked. This says nothing about the company."""
    return {
        SOURCE_LABELS[source]: answer.reason or answer.state
        for source, answer in sorted(record.sources.items())
        if answer.state in _NOT_CHECKED
    }

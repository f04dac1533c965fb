"""What the customer's documents state, as facts of the profile: each value with the page and the words it stands in.

A document is one source. It states what it says of the company as long as it agrees with itself; where it does not, it
states nothing before an officer has chosen. Once an officer has chosen a feature's value, only that value is stated.
"""

from collections.abc import Iterator, Mapping

from domain.current_documents import current_documents
from domain.features import agree, by_document, candidates_of, features_of, keepable
from schemas.case import CaseRecord
from schemas.documents import CaseDocument
from schemas.extraction import SET_FEATURES, Candidate, Feature, FeatureName
from schemas.investigation import EvidenceRef, ProfileFact
from schemas.sources import FactName

FACTS: Mapping[FeatureName, FactName] = {
    "company_name": "company_name",
    "legal_form": "legal_form",
    "registration_number": "registration_number",
    "vat_number": "vat_number",
    "registered_address": "registered_address",
    "incorporation_date": "incorporation_date",
    "director": "director",
    "beneficial_owner": "owner",
}
"""The features that speak of what the registers speak of."""

_DETAILS = {"function": "role"}
"""Members that the profile has another word for."""


def document_facts(record: CaseRecord) -> Iterator[tuple[FactName, ProfileFact]]:
    documents = {document.document_id: document for document in current_documents(record)}
    for feature, found in features_of(record).items():
        if feature in FACTS:
            for document_id, stated in _by_document(feature, found).items():
                for candidate in stated:
                    yield FACTS[feature], _fact(documents[document_id], feature, candidate)


def is_of_document(fact: ProfileFact) -> bool:
    return "document_id" in fact.details


def document_evidence(record: CaseRecord) -> Iterator[EvidenceRef]:
    """The documents that something was read in."""
    cited = {evidence.doc_id for candidate in candidates_of(record) for evidence in candidate.evidence}
    for document in current_documents(record):
        if document.document_id in cited:
            yield EvidenceRef(
                source=document.filename,
                evidence_hash=f"sha256:{document.sha256}",
                storage=f"minio:{document.object_key}",
            )


def _by_document(name: FeatureName, feature: Feature) -> dict[str, list[Candidate]]:
    """What each document states: of a feature with one value only those that agree with themselves."""
    stated = by_document(candidate for candidate in feature.candidates if _counts(name, feature, candidate))
    if name in SET_FEATURES:
        return stated
    return {document_id: values[:1] for document_id, values in stated.items() if agree(values)}


def _counts(name: FeatureName, feature: Feature, candidate: Candidate) -> bool:
    if name in SET_FEATURES or feature.decision.decided_by == "officer":
        return candidate.candidate_id in feature.decision.selected_candidate_ids
    return keepable(candidate)


def _fact(document: CaseDocument, name: FeatureName, candidate: Candidate) -> ProfileFact:
    place = candidate.evidence[0]
    page = str(place.page_index + 1)
    return ProfileFact(
        value=candidate.value_normalized,
        source=document.filename if name in SET_FEATURES else f"{document.filename}, page {page}",
        timestamp=document.uploaded_at,
        evidence_hash=f"sha256:{document.sha256}",
        details={
            **{_DETAILS.get(member, member): value for member, value in candidate.details.items()},
            **({"kind": "person"} if name in SET_FEATURES else {}),
            "document_id": document.document_id,
            "page": page,
            "quote": place.quote,
            "evidence_id": place.evidence_id,
        },
    )

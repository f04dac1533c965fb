"""What is handed over of a case, chosen member by member from an allow-list.

The decision-ready package, the case file and the hand-off report are made of this and of nothing else (AMLR Art. 73: no
one outside learns what was suspected). Left out are whole families: screening, registry warnings, withholding debts,
findings, discrepancies, risk, and all that officers wrote. Where sources disagree only the value to go by is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from domain.current_documents import current_documents
from domain.features import features_of, means_the_same
from domain.integration_status import integration_status
from domain.profile import build_profile
from domain.profile.document_facts import is_of_document
from domain.published_events import external_ids_of
from domain.submission import FOLLOW_UP_PREFIX
from schemas.case import CaseRecord
from schemas.documents import MEDIA_TYPES, CaseDocument
from schemas.extraction import Evidence, Feature, FeatureName
from schemas.handoff import (
    FactEvidence,
    Handoff,
    HandoffDecision,
    HandoffDocument,
    HandoffFact,
    HandoffValue,
    Outcome,
)
from schemas.integration_api import CaseFeature, CitedEvidence, FeatureCandidate, KeptValue, Location
from schemas.investigation import PreferredFact, ProfileFact
from schemas.sources import NATIONAL_REGISTERS, SET_FACTS, FactName, FactValue, SourceName
from schemas.status import CaseStatus

FACTS: Mapping[FactName, str] = {
    "company_name": "Company name",
    "legal_form": "Legal form",
    "registration_number": "Registration number",
    "vat_number": "VAT number",
    "lei": "LEI",
    "registered_address": "Registered address",
    "country": "Country",
    "company_status": "Status",
    "incorporation_date": "Date of incorporation",
    "dissolution_date": "Date of dissolution",
    "director": "Directors",
    "owner": "Owners",
    "activity_code": "Activity codes",
    "activity_description": "Activities",
    "website_url": "Website",
    "website_contact": "Website contacts",
    "email": "Email",
    "phone": "Telephone",
}
"""The facts that are handed over, in the order in which a reader asks for them, and what they are called. Adding one is
a decision about confidentiality."""

DETAILS = frozenset(
    {"code", "country", "function", "kind", "represents", "revision", "role", "share_percent", "since", "until"}
)
"""What belongs to a value and is handed over with it."""

RAW_SOURCES = frozenset({SourceName.VIES, SourceName.PEPPOL, SourceName.GLEIF})
"""The sources whose raw answers are handed over, as far as a fact of the hand-off was read in them: they say who a
company is and no more. The others also say what is on no list here: warnings of registers (KBO, Gazette, NorthData),
accounts (NBB, NorthData), birth dates and addresses of people (registers of Norway, Czechia and France, NorthData), or
whatever a page has (Crunchbase, websites). Their answers stay in the house, and the hash of what a fact was read in
says which they are."""

NAMED_SOURCES = RAW_SOURCES | {
    *NATIONAL_REGISTERS,
    SourceName.NBB,
    SourceName.GAZETTE,
    SourceName.NORTHDATA,
    SourceName.CRUNCHBASE,
    SourceName.WEBSITE,
}
"""The sources whose answers are named at all. Not screening: who is on a list is for officers. Not withholding: that is
what an officer looked up by hand."""

OUTCOMES: dict[CaseStatus, Outcome] = {CaseStatus.APPROVED: "approved", CaseStatus.REJECTED: "rejected"}

_DOCUMENT = "document"


def handoff_of(record: CaseRecord, as_of: datetime) -> Handoff:
    """The hand-off of a case as it stands. `as_of` is the moment of its last published event: the record's own tells
    when officers did what nobody else may learn of. The event's cursor and the report are for the caller to add."""
    opening = record.opening
    features = features_of(record)
    return Handoff(
        **external_ids_of(opening).model_dump(),
        case_id=opening.case_id,
        org_id=opening.organisation,
        status=integration_status(record.status, record.current_iteration),
        environment=opening.environment,
        as_of=as_of,
        company=opening.company,
        facts=_facts(record, features),
        features={name: shown_feature(feature) for name, feature in features.items()},
        documents=_documents(record),
        decision=_decision(record),
    )


def shown_feature(feature: Feature) -> CaseFeature:
    """A feature without why a value was kept, and by whom."""
    return CaseFeature(
        decision=KeptValue(
            decision_id=feature.decision.decision_id,
            decision=feature.decision.decision,
            selected_candidate_id=feature.decision.selected_candidate_id,
            selected_candidate_ids=feature.decision.selected_candidate_ids,
        ),
        candidates=tuple(
            FeatureCandidate(
                candidate_id=candidate.candidate_id,
                value_raw=candidate.value_raw,
                value_normalized=candidate.value_normalized,
                evidence_ids=tuple(place.evidence_id for place in candidate.evidence),
                details=_shown_details(candidate.details),
                valid=candidate.valid,
            )
            for candidate in feature.candidates
        ),
        evidence=tuple(map(_cited, feature.evidence)),
    )


def _cited(place: Evidence) -> CitedEvidence:
    return CitedEvidence(
        evidence_id=place.evidence_id,
        doc_id=place.doc_id,
        page_index=place.page_index,
        location=Location(char_start=place.location.char_start, char_end=place.location.char_end),
        quote=place.quote,
        method=place.method,
        confidence=place.confidence,
    )


def _facts(record: CaseRecord, features: Mapping[FeatureName, Feature]) -> dict[FactName, HandoffFact]:
    profile = build_profile(record)
    told = _Telling(features)
    found: dict[FactName, HandoffFact] = {}
    for name in FACTS:
        stated, preferred = profile.facts.get(name, ()), profile.preferred.get(name)
        if name in SET_FACTS:
            values = told.each_value(stated)
        else:
            values = told.value_to_go_by(stated, preferred) if preferred else ()
        if values:
            found[name] = HandoffFact(value=None if name in SET_FACTS else values[0].value, values=values)
    return found


class _Telling:
    """Tells who states a value, with the place in the document where it is one that does."""

    def __init__(self, features: Mapping[FeatureName, Feature]) -> None:
        self._places = {place.evidence_id: _cited(place) for feature in features.values() for place in feature.evidence}
        self._candidates = {
            place.evidence_id: candidate
            for feature in features.values()
            for candidate in feature.candidates
            for place in candidate.evidence
        }

    def value_to_go_by(self, stated: Sequence[ProfileFact], preferred: PreferredFact) -> tuple[HandoffValue, ...]:
        """The preferred value, in the writing of the source it is preferred of; who says otherwise is not told."""
        same = [fact for fact in stated if self._says(fact, preferred.value)]
        return (self._value(sorted(same, key=lambda fact: fact.source != preferred.source)),)

    def each_value(self, stated: Sequence[ProfileFact]) -> tuple[HandoffValue, ...]:
        """Each value once, in the most trusted writing."""
        together: list[list[ProfileFact]] = []
        for fact in stated:
            known = next((same for same in together if self._says(fact, same[0].value)), None)
            if known is None:
                together.append([fact])
            else:
                known.append(fact)
        return tuple(self._value(same) for same in together)

    def _says(self, fact: ProfileFact, value: FactValue) -> bool:
        """Whether a source states this value; a document may write it in another way."""
        if type(fact.value) is type(value) and fact.value == value:
            return True
        read = self._candidates.get(fact.details.get("evidence_id", "")) if is_of_document(fact) else None
        return read is not None and means_the_same(read, read.model_copy(update={"value_normalized": str(value)}))

    def _value(self, same: Sequence[ProfileFact]) -> HandoffValue:
        return HandoffValue(
            value=same[0].value,
            details=_shown_details(same[0].details),
            evidence=tuple(self._evidence(fact) for fact in same),
        )

    def _evidence(self, fact: ProfileFact) -> FactEvidence:
        of_document = is_of_document(fact)
        return FactEvidence(
            source=_DOCUMENT if of_document else fact.source,
            timestamp=fact.timestamp,
            evidence_hash=fact.evidence_hash,
            environment=fact.environment,
            citation=self._places.get(fact.details["evidence_id"]) if of_document else None,
        )


def _shown_details(details: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in sorted(details.items()) if name in DETAILS and text.strip()}


def _documents(record: CaseRecord) -> tuple[HandoffDocument, ...]:
    current = {document.document_id for document in current_documents(record)}
    types = {reading.document_id: reading.document_type for reading in record.readings}
    names = dict(_requirement_names(record))
    return tuple(
        HandoffDocument(
            document_id=document.document_id,
            requirement_id=document.requirement_id,
            requirement_name=names.get(document.requirement_id, document.requirement_id),
            filename=document.filename,
            media_type=MEDIA_TYPES[document.format],
            file_size=document.file_size,
            sha256=document.sha256,
            uploaded_at=document.uploaded_at,
            iteration=document.iteration,
            superseded=document.document_id not in current,
            document_type=types.get(document.document_id, "unknown"),
        )
        for document in _each_once(record.documents)
    )


def _each_once(documents: Iterable[CaseDocument]) -> Iterable[CaseDocument]:
    return {document.document_id: document for document in documents}.values()


def _requirement_names(record: CaseRecord) -> Iterator[tuple[str, str]]:
    for requirement in record.opening.template.document_requirements:
        yield requirement.id, requirement.name
    for task in record.follow_up_tasks:
        yield f"{FOLLOW_UP_PREFIX}{task.task_id}", f"For {task.task_id}"


def _decision(record: CaseRecord) -> HandoffDecision | None:
    """Without the role: that a senior officer decided would tell that the case was escalated."""
    outcome = OUTCOMES.get(record.status)
    if outcome is None or not record.decisions:
        return None
    last = record.decisions[-1]
    return HandoffDecision(outcome=outcome, decided_at=last.decided_at, iteration=last.iteration)

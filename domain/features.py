"""What the documents of a case say, gathered by feature, and what is kept of it.

The software keeps a value only where the valid candidates agree on it. Where they do not, or where only a language
model or a doubtful OCR has read it, the feature is unresolved until an officer chooses. An officer's choice holds as
long as the document it stands in counts.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence

from domain.addresses import compare_addresses
from domain.documents_read import current_documents, current_readings
from domain.legal_forms import family_of
from domain.naming import compare_names, folded, legal_form
from domain.person_names import compare_person_names
from schemas.case import CaseRecord
from schemas.extraction import (
    OF_EACH_DOCUMENT,
    SET_FEATURES,
    Candidate,
    CandidateDecision,
    Feature,
    FeatureDecision,
    FeatureName,
)

LEAST_CONFIDENCE = 0.5
"""Of an OCR that read a value; what it was less sure of is shown to an officer before it is kept."""


def features_of(record: CaseRecord) -> dict[FeatureName, Feature]:
    """Every feature that a document says something of, in the order of their names."""
    found: dict[FeatureName, list[Candidate]] = {}
    for candidate in candidates_of(record):
        found.setdefault(candidate.feature, []).append(candidate)
    chosen = {decision.feature: decision for decision in record.candidate_decisions}
    return {name: _feature(record, name, found[name], chosen.get(name)) for name in sorted(found)}


def candidates_of(record: CaseRecord) -> tuple[Candidate, ...]:
    """The candidates of the documents that count, and those that officers cited in them, each once."""
    counting = {document.document_id for document in current_documents(record)}
    cited = [
        decision.candidate
        for decision in record.candidate_decisions
        if decision.candidate is not None and decision.candidate.evidence[0].doc_id in counting
    ]
    found = [candidate for _, reading in current_readings(record) for candidate in reading.candidates]
    return tuple({candidate.candidate_id: candidate for candidate in (*found, *cited)}.values())


def means_the_same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one feature are two writings of one value."""
    if one.value_normalized == other.value_normalized:
        return True
    compare = _SAME.get(one.feature)
    return compare is not None and compare(one.value_normalized, other.value_normalized)


def keepable(candidate: Candidate) -> bool:
    """Whether the software may keep this value by itself, if nothing contradicts it."""
    confidence = candidate.evidence[0].confidence
    sure = confidence is None or confidence >= LEAST_CONFIDENCE
    return candidate.valid and sure and candidate.proposed_by != "model"


def kept(record: CaseRecord, name: FeatureName) -> tuple[Candidate, ...]:
    """The candidates of a feature that are kept, the selected one first; none if it is unresolved."""
    feature = features_of(record).get(name)
    if feature is None:
        return ()
    by_id = {candidate.candidate_id: candidate for candidate in feature.candidates}
    return tuple(by_id[candidate_id] for candidate_id in feature.decision.selected_candidate_ids)


def agreed(name: FeatureName, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of a feature that the software keeps by itself; none if it leaves the choice to an officer."""
    valid = [candidate for candidate in candidates if candidate.valid]
    if name not in SET_FEATURES and not _agree(name, valid):
        return ()
    return tuple(filter(keepable, valid))


def _feature(
    record: CaseRecord, name: FeatureName, candidates: Sequence[Candidate], chosen: CandidateDecision | None
) -> Feature:
    known = {candidate.candidate_id for candidate in candidates}
    if chosen is not None and (chosen.candidate_id is None or chosen.candidate_id in known):
        decision = _of_an_officer(record, chosen, candidates)
    else:
        decision = _by_agreement(record, name, candidates)
    places = {evidence.evidence_id: evidence for candidate in candidates for evidence in candidate.evidence}
    return Feature(decision=decision, candidates=tuple(candidates), evidence=tuple(places.values()))


def _of_an_officer(record: CaseRecord, chosen: CandidateDecision, candidates: Sequence[Candidate]) -> FeatureDecision:
    selected = next((item for item in candidates if item.candidate_id == chosen.candidate_id), None)
    ids = _with_equals(selected, candidates) if selected else ()
    return FeatureDecision(
        decision_id=_decision_id(record, chosen.feature, ids, chosen.decided_at.isoformat()),
        decision="keep" if selected else "unresolved",
        selected_candidate_id=chosen.candidate_id,
        selected_candidate_ids=ids,
        decided_by="officer",
        reason=chosen.reason,
        actor=chosen.actor,
        decided_at=chosen.decided_at,
    )


def _with_equals(selected: Candidate, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The selected candidate and all others that say the same."""
    others = (item for item in candidates if item.candidate_id != selected.candidate_id)
    return (selected.candidate_id, *(item.candidate_id for item in others if means_the_same(selected, item)))


def _by_agreement(record: CaseRecord, name: FeatureName, candidates: Sequence[Candidate]) -> FeatureDecision:
    sure = agreed(name, candidates)
    if not sure and not any(map(keepable, candidates)):
        return _unresolved(record, name, "Nothing was read that is valid and sure; an officer is to look at it.")
    if not sure:
        return _unresolved(record, name, "The documents do not agree; an officer is to choose.")
    ids = tuple(candidate.candidate_id for candidate in sure)
    return FeatureDecision(
        decision_id=_decision_id(record, name, ids, "agreement"),
        decision="keep",
        selected_candidate_id=ids[0],
        selected_candidate_ids=ids,
        decided_by="agreement",
        reason=_why_kept(name, sure),
    )


def _agree(name: FeatureName, candidates: Sequence[Candidate]) -> bool:
    """Whether all say the same; of what each document has for itself, whether each agrees with itself."""
    if name not in OF_EACH_DOCUMENT:
        return _all_same(candidates)
    by_document: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        by_document.setdefault(candidate.evidence[0].doc_id, []).append(candidate)
    return all(map(_all_same, by_document.values()))


def _all_same(candidates: Sequence[Candidate]) -> bool:
    return all(means_the_same(candidates[0], other) for other in candidates[1:])


def _why_kept(name: FeatureName, kept_ones: Sequence[Candidate]) -> str:
    documents = len({candidate.evidence[0].doc_id for candidate in kept_ones})
    if name in SET_FEATURES:
        return "Each of these stands in a document."
    if name in OF_EACH_DOCUMENT:
        return "Each document states its own."
    return "Only one document states it." if documents == 1 else f"{documents} documents agree on it."


def _unresolved(record: CaseRecord, name: FeatureName, reason: str) -> FeatureDecision:
    return FeatureDecision(
        decision_id=_decision_id(record, name, (), "unresolved"), decision="unresolved", reason=reason
    )


def _decision_id(record: CaseRecord, name: FeatureName, ids: Iterable[str], by: str) -> str:
    """The same as long as the same is decided."""
    said = chr(31).join((record.opening.case_id, name, by, *ids))
    return f"dec_{hashlib.sha256(said.encode()).hexdigest()[:20]}"


def _same_name(one: str, other: str) -> bool:
    forms = {legal_form(one), legal_form(other)} - {None}
    return compare_names(one, other) == "same" and len(forms) < 2


def _same_form(one: str, other: str) -> bool:
    families = [legal_form(form) or family_of(folded(form)) for form in (one, other)]
    return folded(one) == folded(other) or (families[0] is not None and families[0] == families[1])


_SAME: dict[FeatureName, Callable[[str, str], bool]] = {
    "company_name": _same_name,
    "account_holder": _same_name,
    "issuer": lambda one, other: compare_names(one, other) == "same",
    "legal_form": _same_form,
    "registered_address": lambda one, other: compare_addresses(one, other) == "same",
    "director": lambda one, other: compare_person_names(one, other) == "same",
    "beneficial_owner": lambda one, other: compare_person_names(one, other) == "same",
}
"""How two writings of one feature are told to be the same; of the others only equal ones are."""

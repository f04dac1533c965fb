"""What the documents of a case say, gathered by feature, and what is kept of it.

The software keeps a value only where the valid candidates agree on it. Where they do not, or where only a language
model or a doubtful OCR has read it, the feature is unresolved until an officer chooses. An officer's choice holds as
long as the document it stands in counts.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from domain.addresses import compare_addresses
from domain.current_documents import current_documents, current_readings
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
    choices: dict[FeatureName, list[CandidateDecision]] = {}
    for decision in record.candidate_decisions:
        choices.setdefault(decision.feature, []).append(decision)
    return {name: _feature(record, name, found[name], choices.get(name, ())) for name in sorted(found)}


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
    """The candidates of a feature that the software keeps by itself; none if it leaves the choice to an officer. What
    only a language model has read stands neither for a value nor against it."""
    valid = [candidate for candidate in candidates if candidate.valid and candidate.proposed_by != "model"]
    if name not in SET_FEATURES and not agree(valid):
        return ()
    return tuple(filter(keepable, valid))


def agree(candidates: Sequence[Candidate]) -> bool:
    """Whether all are writings of one value, each of them with each other."""
    return all(means_the_same(one, other) for one, other in combinations(candidates, 2))


class _Kept(NamedTuple):
    """What is kept of a feature, or of what one document says of it."""

    candidates: tuple[Candidate, ...]
    resolved: bool
    choice: CandidateDecision | None = None
    """The officer's choice that it comes from, if it comes from one."""


def _feature(
    record: CaseRecord, name: FeatureName, candidates: Sequence[Candidate], choices: Sequence[CandidateDecision]
) -> Feature:
    places = {evidence.evidence_id: evidence for candidate in candidates for evidence in candidate.evidence}
    decision = _decision(record, name, _kept_of(name, candidates, choices), candidates)
    return Feature(decision=decision, candidates=tuple(candidates), evidence=tuple(places.values()))


def _kept_of(
    name: FeatureName, candidates: Sequence[Candidate], choices: Sequence[CandidateDecision]
) -> tuple[_Kept, ...]:
    if name in SET_FEATURES:
        return (_of_a_set(candidates, choices),)
    if name in OF_EACH_DOCUMENT:
        return tuple(_of_one_value(name, said, choices) for said in by_document(candidates).values())
    return (_of_one_value(name, candidates, choices),)


def by_document(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    said: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        said.setdefault(candidate.evidence[0].doc_id, []).append(candidate)
    return said


def _of_one_value(name: FeatureName, candidates: Sequence[Candidate], choices: Sequence[CandidateDecision]) -> _Kept:
    """By the last choice among these candidates, or that none is to be kept; by agreement where there is no choice."""
    by_id = {candidate.candidate_id: candidate for candidate in candidates}
    choice = next((item for item in reversed(choices) if item.candidate_id in (None, *by_id)), None)
    if choice is None:
        kept_ones = agreed(name, candidates)
        return _Kept(kept_ones, resolved=bool(kept_ones))
    chosen = by_id.get(choice.candidate_id or "")
    if chosen is None or not choice.keep:
        return _Kept((), resolved=False, choice=choice)
    others = (item for item in candidates if item is not chosen and means_the_same(chosen, item))
    return _Kept((chosen, *others), resolved=True, choice=choice)


def _of_a_set(candidates: Sequence[Candidate], choices: Sequence[CandidateDecision]) -> _Kept:
    """Each candidate by the last choice that is about it; the others by themselves."""
    by_id = {candidate.candidate_id: candidate for candidate in candidates}
    keeping = {key: keepable(candidate) for key, candidate in by_id.items()}
    applied: CandidateDecision | None = None
    for choice in choices:
        meant = [choice.candidate_id] if choice.candidate_id else list(by_id)
        if meant[0] in by_id:
            keeping.update(dict.fromkeys(meant, choice.candidate_id is not None and choice.keep))
            applied = choice
    kept_ones = tuple(candidate for key, candidate in by_id.items() if keeping[key])
    return _Kept(kept_ones, resolved=bool(kept_ones), choice=applied)


def _decision(
    record: CaseRecord, name: FeatureName, parts: Sequence[_Kept], candidates: Sequence[Candidate]
) -> FeatureDecision:
    kept_ones = tuple(candidate for part in parts for candidate in part.candidates)
    ids = tuple(candidate.candidate_id for candidate in kept_ones)
    choice = next((part.choice for part in parts if part.choice is not None), None)
    resolved = all(part.resolved for part in parts)
    return FeatureDecision(
        decision_id=_decision_id(record, name, ids, choice.decided_at.isoformat() if choice else "agreement"),
        decision="keep" if resolved else "unresolved",
        selected_candidate_id=ids[0] if resolved else None,
        selected_candidate_ids=ids,
        decided_by="officer" if choice else "agreement" if resolved else None,
        reason=choice.reason if choice else _why_kept(name, kept_ones) if resolved else _why_not(candidates),
        actor=choice.actor if choice else None,
        decided_at=choice.decided_at if choice else None,
    )


def _why_kept(name: FeatureName, kept_ones: Sequence[Candidate]) -> str:
    documents = len({candidate.evidence[0].doc_id for candidate in kept_ones})
    if name in SET_FEATURES:
        return "Each of these stands in a document."
    if name in OF_EACH_DOCUMENT:
        return "Each document states its own."
    return "Only one document states it." if documents == 1 else f"{documents} documents agree on it."


def _why_not(candidates: Sequence[Candidate]) -> str:
    if not any(map(keepable, candidates)):
        return "Nothing was read that is valid and sure; an officer is to look at it."
    return "The documents do not agree; an officer is to choose."


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

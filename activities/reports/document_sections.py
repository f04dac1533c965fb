"""The report's section on what the customer's documents say."""

from activities.reports import wording
from activities.reports.content import ReadingRow, Readings
from activities.reports.cutting import cut, shortened
from domain.features import features_of
from schemas.case import CaseRecord
from schemas.extraction import Candidate, Feature

MOST_ROWS = 60
MOST_OF_QUOTE = 120


def readings(record: CaseRecord) -> Readings:
    """Every candidate of the documents that count, by feature, with its place and whether it is kept."""
    names = {document.document_id: f"D{number}" for number, document in enumerate(record.documents, start=1)}
    rows = [
        _row(names, wording.label(name), feature, candidate)
        for name, feature in features_of(record).items()
        for candidate in feature.candidates
    ]
    kept, rest = cut(rows, MOST_ROWS)
    return Readings(rows=kept, rest=rest)


def _row(names: dict[str, str], label: str, feature: Feature, candidate: Candidate) -> ReadingRow:
    place = candidate.evidence[0]
    details = ", ".join(candidate.details.values())
    quote = shortened(" ".join(place.quote.split()), MOST_OF_QUOTE)
    return ReadingRow(
        feature=label,
        value=f"{candidate.value_normalized} ({details})" if details else candidate.value_normalized,
        place=f"{names[place.doc_id]}, page {place.page_index + 1}: “{quote}”",
        verdict=_verdict(feature, candidate),
    )


def _verdict(feature: Feature, candidate: Candidate) -> str:
    decision = feature.decision
    if candidate.candidate_id in decision.selected_candidate_ids:
        return f"Kept by {wording.person(decision.actor)}" if decision.actor else "Kept"
    if candidate.problem:
        return wording.label(candidate.problem)
    return "Unresolved" if decision.decision == "unresolved" else "Not kept"

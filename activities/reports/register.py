"""The register of evidence: every hash the report rests on gets a short name, and other sections cite that name."""

from collections.abc import Iterator

from activities.reports.content import EvidenceRow
from activities.reports.request import ReportRequest
from schemas.case import CaseRecord

NOT_NAMED = "—"


class EvidenceRegister:
    """Short names for hashes: D1, D2, … the customer's documents, E1, E2, … what the sources answered."""

    def __init__(self, request: ReportRequest) -> None:
        self._names: dict[str, str] = {}
        rows: list[EvidenceRow] = []
        for number, document in enumerate(request.record.documents, start=1):
            self._names.setdefault(f"sha256:{document.sha256}", f"D{number}")
        for source, fingerprint, storage in _evidence(request):
            if fingerprint not in self._names:
                self._names[fingerprint] = f"E{len(rows) + 1}"
                rows.append(
                    EvidenceRow(name=self._names[fingerprint], source=source, fingerprint=fingerprint, storage=storage)
                )
        self.rows = tuple(rows)

    def name(self, fingerprint: str | None) -> str:
        """The short name of a hash, or a dash for none."""
        return self._names.get(fingerprint, NOT_NAMED) if fingerprint else NOT_NAMED


def _evidence(request: ReportRequest) -> Iterator[tuple[str, str, str]]:
    for reference in request.profile.evidence_refs:
        yield reference.source, reference.evidence_hash, reference.storage
    for source, fingerprint in _cited(request.record):
        if fingerprint:
            yield source, fingerprint, "earlier answer, see the audit log"


def _cited(record: CaseRecord) -> Iterator[tuple[str, str | None]]:
    """What earlier investigations cited: a source that was asked again may have answered something else since."""
    for result in record.investigation_results:
        for finding in result.findings:
            yield finding.source, finding.evidence_hash
        for discrepancy in result.discrepancies:
            for side in discrepancy.sides:
                yield side.source, side.evidence_hash

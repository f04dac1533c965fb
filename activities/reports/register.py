"""The register of evidence: every hash the report rests on gets a short name, and other sections cite that name."""

from collections.abc import Iterable, Iterator
from itertools import chain

from activities.reports import wording
from activities.reports.content import EvidenceRow
from activities.reports.request import ReportRequest
from domain.evidence import answer_in
from schemas.case import CaseRecord
from schemas.events import EventName
from schemas.investigation import InvestigationResult
from schemas.sources import SourceAnswer

NOT_NAMED = "—"
LOST = "an earlier answer, see the attached case file"


def by_label(answers: Iterable[SourceAnswer]) -> list[SourceAnswer]:
    """Answers in the order in which readers look for their sources."""
    return sorted(answers, key=lambda answer: wording.source(answer.source).casefold())


class EvidenceRegister:
    """Short names for hashes: D1, D2, … the customer's documents, E1, E2, … what the sources sent.

    All that the last answers rest on is in it, what officers saw by hand, and of earlier answers what is still cited.
    """

    def __init__(self, request: ReportRequest) -> None:
        self._names: dict[str, str] = {}
        self._rows: list[EvidenceRow] = []
        record = request.record
        for number, document in enumerate(record.documents, start=1):
            self._names.setdefault(f"sha256:{document.sha256}", f"D{number}")
        for answer in by_label(record.sources.values()):
            for row in _pieces(answer):
                self._add(row)
        for row in _seen_by_hand(request):
            self._add(row)
        earlier = _by_hash(told for event in request.events if (told := answer_in(event)) is not None)
        for source, fingerprint in _cited(record):
            self._add(earlier.get(fingerprint) or _lost(source, fingerprint))

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        return tuple(self._rows)

    def name(self, fingerprint: str | None) -> str:
        """The short name of a hash, or a dash for none."""
        return self._names.get(fingerprint, NOT_NAMED) if fingerprint else NOT_NAMED

    def names(self, fingerprints: Iterable[str]) -> tuple[str, ...]:
        """The short names of hashes, each once, D before E and by number."""
        known = {self._names[each] for each in fingerprints if each in self._names}
        return tuple(sorted(known, key=lambda name: (name[0], int(name[1:]))))

    def _add(self, row: EvidenceRow) -> None:
        if row.fingerprint not in self._names:
            name = self._names[row.fingerprint] = f"E{len(self._rows) + 1}"
            self._rows.append(row.model_copy(update={"name": name}))


def _pieces(answer: SourceAnswer) -> Iterator[EvidenceRow]:
    for number, piece in enumerate(answer.pieces, start=1):
        yield EvidenceRow(
            name="",
            source=wording.source(answer.source),
            part=f"piece {number} of {len(answer.pieces)}" if len(answer.pieces) > 1 else "",
            collected_at=wording.moment(answer.collected_at),
            environment=answer.environment,
            fingerprint=piece.data_hash,
            url=piece.source_url or "",
            storage=f"minio:{piece.object_key}",
        )


def _seen_by_hand(request: ReportRequest) -> Iterator[EvidenceRow]:
    for event in request.events:
        answer = answer_in(event) if event.event is EventName.MANUAL_CHECK_RECORDED else None
        if answer is not None:
            yield from _pieces(answer)


def _by_hash(answers: Iterable[SourceAnswer]) -> dict[str, EvidenceRow]:
    return {row.fingerprint: row for answer in answers for row in _pieces(answer)}


def _lost(source: str, fingerprint: str) -> EvidenceRow:
    """What is cited, but came with no answer that the audit log has."""
    return EvidenceRow(
        name="",
        source=wording.source(source) or "A source",
        part="",
        collected_at=NOT_NAMED,
        environment=None,
        fingerprint=fingerprint,
        url="",
        storage=LOST,
    )


def _cited(record: CaseRecord) -> Iterator[tuple[str, str]]:
    """What investigations cited: a source that was asked again may have answered something else since."""
    for result in record.investigation_results:
        for source, fingerprint in _cited_in(result):
            if fingerprint:
                yield source, fingerprint


def _cited_in(result: InvestigationResult) -> Iterator[tuple[str, str | None]]:
    for finding in result.findings:
        yield finding.source, finding.evidence_hash
    for discrepancy in result.discrepancies:
        for side in discrepancy.sides:
            yield side.source, side.evidence_hash
    hashes = (*(flag.evidence for flag in result.red_flags), *(term.evidence for term in result.risk_terms))
    for fingerprint in chain.from_iterable(hashes):
        yield "", fingerprint

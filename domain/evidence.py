"""The chain of evidence of a case: which answers of sources belong to it, under which ids, and one hash over all.

Evidence is what sources answered. Documents of the customer are not in it: they are listed, hashed and validated as
documents, and were given to us by the very company that is being checked.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from schemas.case import CaseRecord
from schemas.events import CaseEvent, EventName
from schemas.evidence_chain import EvidenceRow
from schemas.sources import SourceAnswer, SourceName

_OF_AN_ANSWER = frozenset({"source", "state", "collected_at", "environment"})
"""By these members an answer of a source is told from anything else that is called one."""


def evidence_id(source: SourceName, data_hash: str) -> str:
    """`ev_` and 32 hexadecimal digits, from the source and the hash of its bytes: too many to be made to collide."""
    return f"ev_{hashlib.sha256(f'{source.value} {data_hash}'.encode()).hexdigest()[:32]}"


def bundle_hash(hashes: Mapping[str, str]) -> str:
    """One hash over all evidence of a case, from the `data_hash` of each id.

    The rule: the JSON object `{id: data_hash}` with its keys sorted, without white space, in UTF-8; its SHA-256 in
    hexadecimal after `sha256:`. An auditor recomputes it from the answer of `GET /api/cases/{id}/evidence`:

        hashes = {item["id"]: item["data_hash"] for item in answer["evidence"]}
        text = json.dumps(hashes, sort_keys=True, separators=(",", ":"))
        "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()

    or at a command line, from the answer in a file:

        jq -cjS '[.evidence[] | {(.id): .data_hash}] | add // {}' evidence.json | sha256sum

    It is over the hashes that were recorded, so that it does not change when an object in the store does.
    """
    canonical = json.dumps(dict(hashes), sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def evidence_of(rows: Iterable[EvidenceRow], record: CaseRecord) -> tuple[EvidenceRow, ...]:
    """What is written, and what the case holds and has not written yet; each answer once, in the order of collection.

    The same bytes of the same source are one piece of evidence, collected when they first came.
    """
    known: dict[str, EvidenceRow] = {}
    for row in sorted((*rows, *_held(record)), key=lambda row: (row.collected_at, row.source, row.data_hash)):
        known.setdefault(evidence_id(row.source, row.data_hash), row)
    return tuple(known.values())


def rows_of(answer: SourceAnswer) -> tuple[EvidenceRow, ...]:
    """A row for all bytes that came with an answer; none if nothing came."""
    return tuple(
        EvidenceRow(
            source=answer.source,
            data_hash=piece.data_hash,
            object_key=piece.object_key,
            source_url=piece.source_url,
            collected_at=answer.collected_at,
            environment=answer.environment,
        )
        for piece in answer.pieces
    )


def answer_in(event: CaseEvent) -> SourceAnswer | None:
    """The answer that came with an event: SOURCE_ANSWERED is one, and another may hold one under `answer`, as that of
    an officer who looked a company up by hand does."""
    if event.event is EventName.SOURCE_ANSWERED:
        return SourceAnswer.model_validate(event.data)
    data = event.data.get("answer")
    return SourceAnswer.model_validate(data) if isinstance(data, dict) and data.keys() >= _OF_AN_ANSWER else None


def _held(record: CaseRecord) -> Iterator[EvidenceRow]:
    for answer in (*(record.enrichment or {}).values(), *record.sources.values()):
        yield from rows_of(answer)

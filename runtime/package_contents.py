"""Which files a package has, and under which names: one function for each of its folders."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic import ValidationError

from domain.handoff import NAMED_SOURCES, RAW_SOURCES
from runtime.object_store import StoredObject
from runtime.package_archive import HeldFile, PackageFile, StoredFile
from schemas.case import ReportRef
from schemas.documents import CaseDocument
from schemas.evidence_chain import EvidenceRow
from schemas.extraction import PageText
from schemas.handoff import Handoff
from schemas.integration_api import CitedEvidence
from schemas.published_events import PublishedEvent

LONGEST_NAME = 100
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_PAGE_KEY = re.compile(r"(?P<case>[^/]+)/pages/(?P<document>[A-Za-z0-9_-]+)/(?P<name>page-\d{4,6}\.json)")

_README = """\
Casewright: package of the case {case_id}
{rule}
{test}State of the case: {as_of} UTC.

package.json      the hand-off: facts with their evidence, documents, decision
report.pdf        the same to read and print, once the case is closed
documents/        what the customer uploaded, under the id of each document
pages/            the texts that quotes point into: `text[char_start:char_end]` is the quote,
                  in Unicode characters counted from 0
evidence/         what facts were read in, byte for byte, of registers that say who a company
                  is and no more; its file name is its SHA-256
evidence/kept.json  the SHA-256 of the others, whose answers are kept by Casewright
events.jsonl      what happened, one JSON object a line, oldest first
manifest.json     path, SHA-256 and size of every file
manifest.sha256   the SHA-256 of manifest.json: the root hash of the package
verify.py         checks all this, offline, with Python 3.9 or newer:

    python verify.py package.zip --hash ROOT

ROOT is the root hash that came with the package, in the header Casewright-Package-Hash. Who does not trust this package
should not trust this copy of verify.py either: take it from an installation of Casewright that you trust.
"""
_TEST = "TEST: the registers of this case are simulated. Nothing here is about a real company.\n"


class Stored(NamedTuple):
    """What of a case lies in the object store and may belong to its package."""

    documents: Sequence[CaseDocument]
    read: frozenset[str]
    """The documents that were read, as far as the case knows: the store may have pages of more."""
    evidence: Sequence[EvidenceRow]
    pages: Sequence[StoredObject]
    report: ReportRef | None
    """The hand-off report, never the officers'."""


def package_files(handoff: Handoff, events: Iterable[PublishedEvent], stored: Stored) -> list[PackageFile]:
    """All files but the manifest and the verifier, which the archive adds itself."""
    lines = "".join(f"{event.model_dump_json()}\n" for event in events)
    return [
        HeldFile("README.txt", _readme(handoff)),
        HeldFile(
            "package.json", f"{json.dumps(handoff.model_dump(mode='json'), indent=1, ensure_ascii=False)}\n".encode()
        ),
        HeldFile("events.jsonl", lines.encode()),
        *_report(stored.report),
        *_documents(handoff, stored.documents),
        *_pages(handoff, stored),
        *_evidence(handoff, stored.evidence),
    ]


def safe_name(filename: str) -> str:
    """A file's name as every system can unpack it; the name it was given is in package.json."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", filename)
    stem, dot, ending = plain.rpartition(".")
    stem, ending = (stem, ending[:10]) if dot else (plain, "")
    name = f"{stem[:LONGEST_NAME].strip('.') or 'document'}{dot}{ending}".rstrip(".")
    return f"_{name}" if _DEVICES.fullmatch(name) else name


def _readme(handoff: Handoff) -> bytes:
    return _README.format(
        case_id=handoff.case_id,
        rule="=" * (32 + len(handoff.case_id)),
        test=_TEST if handoff.environment == "test" else "",
        as_of=_moment(handoff.as_of),
    ).encode()


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S}"


def _report(report: ReportRef | None) -> Iterator[PackageFile]:
    if report is not None:
        yield StoredFile("report.pdf", report.object_key, report.sha256)


def _documents(handoff: Handoff, documents: Sequence[CaseDocument]) -> Iterator[PackageFile]:
    keys = {document.document_id: document.object_key for document in documents}
    for document in handoff.documents:
        path = f"documents/{document.document_id}/{safe_name(document.filename)}"
        yield StoredFile(path, keys[document.document_id], document.sha256)


def _pages(handoff: Handoff, stored: Stored) -> Iterator[PackageFile]:
    """The texts that are there, and those that are cited and are not: the archive finds that they are missing."""
    known = {document.document_id for document in handoff.documents} & stored.read
    cited = _cited(handoff)
    paths = {f"pages/{place[0]}/page-{place[1]:04d}.json" for place in cited}
    for page in stored.pages:
        match = _PAGE_KEY.fullmatch(page.key)
        if match and match["document"] in known:
            paths.add(f"pages/{match['document']}/{match['name']}")
    for path in sorted(paths):
        document_id, number = path.split("/")[1], int(PurePosixPath(path).stem.removeprefix("page-"))
        yield StoredFile(path, f"{handoff.case_id}/{path}", None, _says(cited.get((document_id, number), [])))


def _cited(handoff: Handoff) -> dict[tuple[str, int], list[CitedEvidence]]:
    places: dict[tuple[str, int], list[CitedEvidence]] = {}
    for feature in handoff.features.values():
        for evidence in feature.evidence:
            places.setdefault((evidence.doc_id, evidence.page_index), []).append(evidence)
    return places


def _says(quotes: Sequence[CitedEvidence]) -> Callable[[bytes], bool]:
    """Whether these bytes are a page that still says what is quoted of it."""

    def check(data: bytes) -> bool:
        try:
            page = PageText.model_validate_json(data)
            return all(page.cite(each.location.char_start, each.location.char_end) == each.quote for each in quotes)
        except (ValidationError, ValueError):
            return False

    return check


def _evidence(handoff: Handoff, rows: Iterable[EvidenceRow]) -> Iterator[PackageFile]:
    """What facts of the hand-off were read in, each once: its bytes or, of most sources, its hash alone."""
    cited = {
        evidence.evidence_hash
        for fact in handoff.facts.values()
        for value in fact.values
        for evidence in value.evidence
    }
    named = [row for row in rows if row.source in NAMED_SOURCES and row.data_hash in cited]
    found = {(row.source, row.data_hash): row for row in named}
    yield from (_raw(row) for row in found.values() if row.source in RAW_SOURCES)
    kept = [
        {
            "source": row.source.value,
            "sha256": row.data_hash.removeprefix("sha256:"),
            "collected_at": row.collected_at.isoformat(),
        }
        for row in found.values()
        if row.source not in RAW_SOURCES
    ]
    yield HeldFile("evidence/kept.json", f"{json.dumps({'kept_by_casewright': kept}, indent=1)}\n".encode())


def _raw(row: EvidenceRow) -> StoredFile:
    digest, suffix = row.data_hash.removeprefix("sha256:"), PurePosixPath(row.object_key).suffix
    ending = suffix if re.fullmatch(r"[.][a-z0-9]{1,5}", suffix) else ""
    return StoredFile(f"evidence/{row.source.value}/{digest}{ending}", row.object_key, digest)

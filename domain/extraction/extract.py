"""One document, read from its first to its last page: every room is asked, and what they find becomes candidates."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from domain.extraction.addresses import find_addresses
from domain.extraction.companies import find_companies
from domain.extraction.document_types import document_type_of
from domain.extraction.found import Found
from domain.extraction.languages import language_of
from domain.extraction.moments import find_moments
from domain.extraction.normal_forms import problem_of
from domain.extraction.numbers import find_numbers
from domain.extraction.people import find_people
from schemas.extraction import (
    MAX_QUOTE,
    Candidate,
    DocumentType,
    Evidence,
    Extraction,
    FeatureName,
    Language,
    PageText,
    Span,
)

MOST_PLACES = 3
"""At how many places a value is cited, of those where a document says it."""
MOST_OF_A_FEATURE = 20
"""Candidates; what a document says beyond them is counted. Nobody can push one feature out with another."""


def extract(doc_id: str, pages: Sequence[PageText], today: date) -> Extraction:
    """What the document says. Pure, and the same whatever else was read."""
    language = language_of(pages)
    kind = document_type_of(pages, language)
    candidates = candidates_of(doc_id, pages, _found(pages, kind, language, today))
    kept = tuple(_shared_out(candidates))
    return Extraction(
        doc_id=doc_id,
        document_type=kind,
        language=language,
        pages=tuple(pages),
        candidates=kept,
        left_out=len(candidates) - len(kept),
    )


def _found(pages: Sequence[PageText], kind: DocumentType, language: Language, today: date) -> Iterable[Found]:
    yield from find_numbers(pages, kind, language)
    yield from find_moments(pages, kind, language, today)
    yield from find_companies(pages, kind, language)
    yield from find_addresses(pages, kind, language)
    yield from find_people(pages, kind, language)


def candidates_of(doc_id: str, pages: Sequence[PageText], found: Iterable[Found]) -> tuple[Candidate, ...]:
    """One candidate for each value of a feature, with the first places at which it stands."""
    by_page = {page.page_index: page for page in pages}
    places: dict[tuple[str, str], list[Found]] = {}
    for item in found:
        if item.char_end - item.char_start <= MAX_QUOTE:
            places.setdefault((item.feature, item.value_normalized), []).append(item)
    return tuple(_candidate(doc_id, by_page, items) for items in places.values())


def _shared_out(candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The first candidate of each feature, then the second of each, up to the most: whoever has room for fewer cuts
    off the same of all."""
    by_feature: dict[FeatureName, list[Candidate]] = {}
    for candidate in candidates:
        by_feature.setdefault(candidate.feature, []).append(candidate)
    for place in range(MOST_OF_A_FEATURE):
        yield from (values[place] for values in by_feature.values() if place < len(values))


def _candidate(doc_id: str, pages: dict[int, PageText], items: list[Found]) -> Candidate:
    first = items[0]
    evidence = tuple(_evidence(doc_id, pages[item.page_index], item) for item in dict.fromkeys(items[:MOST_PLACES]))
    details = next((item.details for item in items if item.details), ())
    return Candidate(
        candidate_id=_id("cand", doc_id, first.feature, first.value_normalized),
        feature=first.feature,
        value_raw=evidence[0].quote,
        value_normalized=first.value_normalized,
        details=dict(details),
        valid=first.problem is None,
        problem=first.problem,
        evidence=evidence,
    )


def cited(feature: FeatureName, doc_id: str, page: PageText, span: tuple[int, int], value_normalized: str) -> Candidate:
    """A candidate that an officer cites; ValueError if the span is not within the page."""
    problem = problem_of(feature, value_normalized)
    found = Found(feature, page.page_index, *span, value_normalized, problem=problem)
    evidence = _evidence(doc_id, page, found).model_copy(
        update={
            "evidence_id": _id("ev", "officer", doc_id, str(page.page_index), *map(str, span)),
            "method": "officer_input",
            "confidence": None,
        }
    )
    return Candidate(
        candidate_id=_id("cand", "officer", doc_id, feature, value_normalized, evidence.evidence_id),
        feature=feature,
        value_raw=evidence.quote,
        value_normalized=value_normalized,
        proposed_by="officer",
        valid=problem is None,
        problem=problem,
        evidence=(evidence,),
    )


def _evidence(doc_id: str, page: PageText, item: Found) -> Evidence:
    quote = page.cite(item.char_start, item.char_end)
    return Evidence(
        evidence_id=evidence_id(doc_id, page.page_index, item.char_start, item.char_end),
        doc_id=doc_id,
        page_index=page.page_index,
        location=Span(char_start=item.char_start, char_end=item.char_end),
        quote=quote,
        method=page.method,
        confidence=_confidence(page, item.char_start, item.char_end),
    )


def evidence_id(doc_id: str, page_index: int, char_start: int, char_end: int) -> str:
    """The same for the same place of the same document."""
    return _id("ev", doc_id, str(page_index), str(char_start), str(char_end))


def _confidence(page: PageText, char_start: int, char_end: int) -> float | None:
    """That of the least sure word of the span; None for text that no OCR has read."""
    sure = [
        word.confidence
        for word in page.words
        if word.confidence is not None and word.char_start < char_end and char_start < word.char_end
    ]
    return min(sure, default=None)


def _id(prefix: str, *parts: str) -> str:
    return f"{prefix}_{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:20]}"

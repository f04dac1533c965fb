"""What is wrong with documents that can be opened: their kind, their age, whose they are, and what could not be read.

A document of which nothing could be read says nothing against the company, and neither does a kind that is not known.
"""

from collections.abc import Iterator
from datetime import timedelta

from domain.current_documents import current_readings
from domain.document_kind import kind_of
from domain.documents_read import requirement_of
from domain.features import features_of
from domain.findings.known import Known
from domain.findings.noted import numbered, shown
from domain.naming import compare_names
from domain.partial_dates import Span, span_of
from domain.person_names import compare_person_names
from domain.profile.document_facts import is_of_document
from domain.profile.holders import is_beneficial
from schemas.documents import CaseDocument
from schemas.extraction import OF_EACH_DOCUMENT, Candidate, DocumentReading, Feature, FeatureName, ReadingProblem
from schemas.investigation import Finding, Severity
from schemas.sources import FactName
from schemas.template import DocumentRequirement

_UNREAD: dict[ReadingProblem, str] = {
    "needs_ocr": "it is a picture, and no OCR is installed",
    "damaged": "it is damaged",
    "password_protected": "it is protected with a password",
    "too_complex": "it is too large or too complex to be read safely",
    "unreadable_in_time": "reading it took too long",
    "no_text": "there is no text on it",
    "not_searched": "its text is too long or too complex to be searched",
    "not_available": "it could not be fetched, which is no fault of the document",
}
_ELSEWHERE = timedelta(days=1)
"""Where a document is written it may be a day later than in UTC."""
Features = dict[FeatureName, Feature]
_PEOPLE: tuple[FactName, ...] = ("director", "owner")


def document_contents(case: Known) -> Iterator[Finding]:
    features = features_of(case.record)
    for document, reading in current_readings(case.record):
        requirement = requirement_of(case.record, document)
        yield from _reading(document, reading)
        if requirement is not None:
            yield from _kind(document, reading, requirement)
            yield from _age(document, reading, requirement, _spans(features, "document_date", document))
        yield from _expiry(case, document, _spans(features, "expiry_date", document))
        yield from _account_holder(case, document, _kept(features, "account_holder", document))
    yield from _owners(case)
    yield from _unresolved(case, features)


def _reading(document: CaseDocument, reading: DocumentReading) -> Iterator[Finding]:
    name, problem = document.filename, reading.problem
    if problem is not None and (not reading.pages_read or problem == "not_searched"):
        words = f"Nothing was found in “{name}”: {_UNREAD[problem]}. Look at it yourself."
        yield _about(document, "document_not_read", "info", words)
    elif reading.pages_read < (reading.page_count or 0):
        why = f" ({_UNREAD[problem]})" if problem else ""
        pages = f"{reading.pages_read} of {reading.page_count} pages"
        words = f"Of “{name}” only {pages} were read{why}; look at the others yourself."
        yield _about(document, "document_partly_read", "info", words)
    elif problem is not None:
        words = f"“{name}” was read, but not all of it: {_UNREAD[problem]}. Look at it yourself."
        yield _about(document, "document_partly_read", "info", words)
    if reading.candidates_left_out:
        words = (
            f"“{name}” states {reading.candidates_left_out} values more than were taken down; look at them yourself."
        )
        yield _about(document, "document_values_left_out", "low", words)


def _kind(document: CaseDocument, reading: DocumentReading, wanted: DocumentRequirement) -> Iterator[Finding]:
    if kind_of(wanted.document_types, reading.document_type) == "another":
        read_as = reading.document_type.replace("_", " ")
        words = f"“{document.filename}”, given as “{wanted.name}”, reads like another document: {read_as}."
        yield _about(document, "document_wrong_type", "medium", words, wanted)


def _age(
    document: CaseDocument, reading: DocumentReading, wanted: DocumentRequirement, dated: list[Span]
) -> Iterator[Finding]:
    """By the date that the document bears and the day on which it was uploaded: it does not grow too old afterwards. A
    date that had not come by then is no date of it."""
    uploaded = document.uploaded_at.date()
    latest = max((span.last for span in dated if span.first <= uploaded + _ELSEWHERE), default=None)
    if wanted.max_age_days is None or (reading.problem is not None and not dated):
        return
    if not dated:
        words = (
            f"“{document.filename}” bears no date that could be read; at most {wanted.max_age_days} days old will do."
        )
        yield _about(document, "document_undated", "low", words, wanted)
    elif latest is None:
        words = (
            f"“{document.filename}” bears the date {min(span.first for span in dated).isoformat()}, which had not come "
            "when it was uploaded."
        )
        yield _about(document, "document_undated", "medium", words, wanted)
    elif latest < uploaded - timedelta(days=wanted.max_age_days):
        words = (
            f"“{document.filename}” is of {latest.isoformat()}: older than {wanted.max_age_days} days when it was "
            "uploaded."
        )
        yield _about(document, "document_too_old", "medium", words, wanted)


def _expiry(case: Known, document: CaseDocument, ends: list[Span]) -> Iterator[Finding]:
    """Of a date that is not whole, the last day that it may mean counts."""
    last = max((span.last for span in ends), default=None)
    if last is not None and last < case.today:
        words = f"“{document.filename}” expired on {last.isoformat()}."
        yield _about(document, "document_expired", "medium", words, requirement_of(case.record, document))


def _account_holder(case: Known, document: CaseDocument, holders: list[Candidate]) -> Iterator[Finding]:
    """An account of somebody else. A sole trader's is in his own name."""
    known_as = [str(fact.value) for fact in case.stated("company_name")]
    people = [str(fact.value) for name in _PEOPLE for fact in case.stated(name)]
    for holder in [candidate.value_normalized for candidate in holders]:
        of_company = any(compare_names(holder, name) != "different" for name in known_as)
        if not of_company and not any(compare_person_names(holder, name) != "different" for name in people):
            words = f"The account in “{document.filename}” is in the name of “{shown(holder)}”, not the company's."
            yield _about(document, "account_holder_mismatch", "medium", words)


def _owners(case: Known) -> Iterator[Finding]:
    """Persons whom only the declaration or only the registers name as owning more than a quarter."""
    owners = [fact for fact in case.stated("owner") if fact.details.get("kind") != "company"]
    declared = [fact for fact in owners if is_of_document(fact)]
    beneficial = [fact for fact in owners if is_beneficial(_share(fact.details), case.today)]
    registered = [fact for fact in beneficial if not is_of_document(fact)]
    if not declared or not registered:
        return
    missing = _unmatched([str(fact.value) for fact in registered], [str(fact.value) for fact in declared])
    large = [str(fact.value) for fact in declared if fact in beneficial]
    extra = _unmatched(large, [str(fact.value) for fact in owners if not is_of_document(fact)])
    if missing or extra:
        parts = [
            f"{registered[0].source} names {shown(', '.join(missing))}, whom {declared[0].source} does not"
            if missing
            else "",
            f"{declared[0].source} names {shown(', '.join(extra))}, whom no register does" if extra else "",
        ]
        yield Finding(
            finding_id="find_owner_mismatch",
            category="owner_mismatch",
            severity="high",
            description=f"The owners differ: {'; '.join(filter(None, parts))}.",
            source=declared[0].source,
            evidence_hash=declared[0].evidence_hash,
            fact="owner",
        )


def _unresolved(case: Known, features: Features) -> Iterator[Finding]:
    documents = {document.document_id: document for document, _ in current_readings(case.record)}
    for name, feature in features.items():
        if feature.decision.decision == "keep" or feature.decision.decided_by == "officer" or name in OF_EACH_DOCUMENT:
            continue
        said = "; ".join(
            f"“{shown(candidate.value_raw)}” ({documents[place.doc_id].filename}, page {place.page_index + 1})"
            for candidate in feature.candidates
            if (place := candidate.evidence[0]).doc_id in documents
        )
        finding = Finding(
            finding_id="find_feature_unresolved",
            category="feature_unresolved",
            severity="low",
            description=f"What the documents say of the {name.replace('_', ' ')} is to be looked at: {shown(said)}.",
            source="documents",
        )
        yield numbered(finding, name)


def _about(
    document: CaseDocument,
    category: str,
    severity: Severity,
    description: str,
    wanted: DocumentRequirement | None = None,
) -> Finding:
    finding = Finding(
        finding_id=f"find_{category}",
        category=category,
        severity=severity,
        description=description,
        source=document.filename,
        evidence_hash=f"sha256:{document.sha256}",
        requirement_id=wanted.id if wanted else None,
    )
    return numbered(finding, document.requirement_id)


def _spans(features: Features, name: FeatureName, document: CaseDocument) -> list[Span]:
    """The dates that are kept of a document, each with the days that it may mean."""
    spans = [span_of(candidate.value_normalized) for candidate in _kept(features, name, document)]
    return [span for span in spans if span is not None]


def _kept(features: Features, name: FeatureName, document: CaseDocument) -> list[Candidate]:
    """What is kept of a feature and stands in this document."""
    if name not in features:
        return []
    ids = features[name].decision.selected_candidate_ids
    candidates = (candidate for candidate in features[name].candidates if candidate.candidate_id in ids)
    return [candidate for candidate in candidates if candidate.evidence[0].doc_id == document.document_id]


def _share(details: dict[str, str]) -> float:
    """Per cent; above any limit where no share is stated."""
    try:
        return float(details["share_percent"].replace(",", "."))
    except (KeyError, ValueError):
        return 100.0


def _unmatched(names: list[str], among: list[str]) -> list[str]:
    return [name for name in names if all(compare_person_names(name, other) == "different" for other in among)]

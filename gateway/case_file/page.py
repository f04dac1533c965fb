"""The case file as HTML, made from the package and its events alone: no script, nothing from another host."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

from domain.handoff import FACTS
from domain.handoff_words import (
    DOCUMENT_TYPES,
    EVENTS,
    FEATURES,
    METHODS,
    OUTCOMES,
    decision_text,
    details_text,
    moment,
    place_text,
    size_text,
    source_text,
    value_text,
)
from gateway.case_file.marks import with_marks_written_out
from gateway.openapi.markup import Node, element, written
from schemas.handoff import FactEvidence, HandoffFact, HandoffValue, LinkedDocument, Package
from schemas.integration_api import CaseFeature, CitedEvidence
from schemas.published_events import PublishedEvent
from schemas.sources import FactName

STYLE = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
STYLE_HASH = f"sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}"
"""The page carries its style, so that it is whole when it is saved; the policy lets in this style and no other."""


def case_file_page(package: Package, events: Sequence[PublishedEvent]) -> str:
    name = package.company.company_name
    return _page(
        f"{name}: case file",
        _header(package),
        element(
            "main",
            *_section("Company", *_facts(package)),
            *_section("What the documents say", *_features(package)),
            *_section("Documents", *_documents(package)),
            *_section("Timeline", *_timeline(events)),
        ),
        element(
            "footer",
            element("p", f"As of {moment(package.as_of)} UTC. All times are UTC. "),
            element("p", "Whoever has the address of this page can read it until it expires."),
        ),
    )


def refusal_page(heading: str, words: str) -> str:
    """A page that says why there is nothing to see."""
    return _page(heading, element("main", element("h1", heading), element("p", words)))


def _page(title: str, *body: Element) -> str:
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="robots", content="noindex, nofollow, noarchive"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", title),
            element("style", STYLE),
        ),
        element("body", *body),
        lang="en",
    )
    return written(with_marks_written_out(page))


def _header(package: Package) -> Element:
    return element(
        "header",
        element("div", element("strong", "Casewright"), element("span", "Case file"), class_="masthead"),
        element("h1", package.company.company_name),
        element("p", "Case ", element("code", package.case_id), *_external(package), class_="quiet"),
        _verdict(package),
        *_test_notice(package),
    )


def _external(package: Package) -> Iterator[Node]:
    if package.external_case_id:
        yield " · your reference "
        yield element("code", package.external_case_id)


def _verdict(package: Package) -> Element:
    decision = package.decision
    if decision is None:
        words = "The case has ended without a decision." if package.status == "failed" else "Nobody has decided yet."
        return element("div", element("strong", "Not decided"), words, class_="verdict")
    report: list[Node] = []
    if package.report is not None:
        link = element("a", "Hand-off report (PDF)", href=package.report.url)
        report = [element("p", link, f", {size_text(package.report.file_size)}", class_="screen")]
    return element(
        "div",
        element("strong", OUTCOMES[decision.outcome]),
        f"{decision_text(decision)}.",
        *report,
        class_=f"verdict {decision.outcome}",
    )


def _test_notice(package: Package) -> Iterator[Element]:
    if package.environment == "test":
        words = " The registers of this case are simulated. Nothing here is about a real company."
        yield element("p", element("strong", "TEST"), words, class_="test")


def _section(name: str, *content: Element) -> tuple[Element, ...]:
    body = content or (element("p", "There is nothing yet.", class_="quiet"),)
    return (element("h2", name), *body)


def _facts(package: Package) -> Iterator[Element]:
    rows = [
        row
        for name, label in FACTS.items()
        if (fact := package.facts.get(name))
        for row in _fact_rows(name, label, fact, package)
    ]
    if rows:
        yield _table(("Fact", "Value", "Who states it"), rows)


def _fact_rows(name: FactName, label: str, fact: HandoffFact, package: Package) -> Iterator[Element]:
    for number, value in enumerate(fact.values):
        head = [element("th", label, scope="rowgroup", rowspan=str(len(fact.values)))] if number == 0 else []
        yield element("tr", *head, _value(name, value), element("td", _stated_by(value.evidence, package)))


def _value(name: FactName, value: HandoffValue) -> Element:
    details = details_text(value.details)
    more = [element("div", details, class_="small quiet")] if details else []
    return element("td", value_text(name, value), *more, class_="value")


def _stated_by(evidence: Sequence[FactEvidence], package: Package) -> Element:
    return element("ul", *(element("li", *_source(each, package)) for each in evidence))


def _source(evidence: FactEvidence, package: Package) -> Iterator[Node]:
    yield source_text(evidence, package)
    yield element("span", f" · {moment(evidence.timestamp)}", class_="small quiet")
    if evidence.environment == "test":
        yield " "
        yield element("span", "TEST", class_="tag")
    if evidence.citation is not None:
        yield element("div", element("q", evidence.citation.quote))
    if evidence.evidence_hash is not None:
        yield element("div", element("code", evidence.evidence_hash), class_="hash")


def _features(package: Package) -> Iterator[Element]:
    rows = [
        row
        for name, label in FEATURES.items()
        if (feature := package.features.get(name))
        for row in _feature_rows(label, feature, package)
    ]
    if rows:
        yield _table(("What", "Value", "Where it stands"), rows)


def _feature_rows(label: str, feature: CaseFeature, package: Package) -> Iterator[Element]:
    """The values that are kept; a feature of which none is kept says so."""
    places = {place.evidence_id: place for place in feature.evidence}
    chosen = feature.decision.selected_candidate_ids
    kept = [candidate for candidate in feature.candidates if candidate.candidate_id in chosen]
    if not kept:
        yield element(
            "tr", element("th", label, scope="row"), element("td", "Not settled", colspan="2", class_="quiet")
        )
    for number, candidate in enumerate(kept):
        head = [element("th", label, scope="rowgroup", rowspan=str(len(kept)))] if number == 0 else []
        shown = element("td", candidate.value_normalized, class_="value")
        cited = [element("li", *_place(places[each], package)) for each in candidate.evidence_ids if each in places]
        yield element("tr", *head, shown, element("td", element("ul", *cited)))


def _place(place: CitedEvidence, package: Package) -> Iterator[Node]:
    span = f"characters {place.location.char_start} to {place.location.char_end}"
    yield element("div", element("q", place.quote))
    yield element("span", f"{place_text(place, package)}, {span} · {METHODS[place.method]}", class_="small quiet")


def _documents(package: Package) -> Iterator[Element]:
    if package.documents:
        rows = (_document(document) for document in package.documents)
        yield _table(("Asked for as", "File and SHA-256", "Uploaded"), rows)


def _document(document: LinkedDocument) -> Element:
    replaced = [element("div", "replaced by a later one", class_="small quiet")] if document.superseded else []
    read_as = f"{DOCUMENT_TYPES[document.document_type]} by what it says · {size_text(document.file_size)}"
    in_round = element("div", f"round {document.iteration}", class_="small quiet")
    return element(
        "tr",
        element("th", document.requirement_name, *replaced, scope="row"),
        element(
            "td",
            element("a", document.filename, href=document.url),
            element("div", read_as, class_="small quiet"),
            element("div", element("code", document.sha256), class_="hash"),
        ),
        element("td", moment(document.uploaded_at), in_round),
    )


def _timeline(events: Sequence[PublishedEvent]) -> Iterator[Element]:
    if events:
        rows = (
            element(
                "tr",
                element("th", moment(event.created_at), scope="row", class_="moment"),
                element("td", EVENTS[event.event_type]),
            )
            for event in events
        )
        yield _table(("Time", "What happened"), rows)


def _table(header: Sequence[str], rows: Iterator[Element] | Sequence[Element]) -> Element:
    names = (element("th", name, scope="col") for name in header)
    return element("table", element("thead", element("tr", *names)), element("tbody", *rows))

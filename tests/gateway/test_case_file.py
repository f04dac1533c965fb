"""The page of the case file: what it shows, and that nothing in it runs, whatever somebody typed."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import get_args

import pytest

from domain.handoff import handoff_of
from domain.handoff_words import EVENTS
from gateway.case_file.page import STYLE_HASH, case_file_page, refusal_page
from schemas.case import CaseRecord
from schemas.handoff import LinkedDocument, Package
from schemas.published_events import Publication, PublishedEvent, PublishedType
from schemas.status import CaseStatus
from tests.example_cases import NOW
from tests.handed_over_cases import a_handed_over_case, a_published_event

EVENT = a_published_event(Publication(sequence=1, event_type="case.needs_review", occurred_at=NOW, data={}))


def page_of(record: CaseRecord, event: PublishedEvent = EVENT) -> str:
    handoff = handoff_of(record, NOW)
    documents = tuple(LinkedDocument(**dict(item), url=f"/files/{item.document_id}") for item in handoff.documents)
    changes = {"documents": documents, "case_file_url": "/case-file", "generated_at": NOW}
    return case_file_page(Package.model_validate({**dict(handoff), **changes}), (event,))


class Tags(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_it_shows_facts_with_quotes_documents_with_links_the_decision_and_the_events() -> None:
    page = page_of(a_handed_over_case())

    for shown in (
        "Acme Trading BVBA",
        "Decided 2026-03-02 09:00:00 UTC by an officer, in round 1.",
        "your reference ",
        "KBO/BCE",
        "Given when the case was opened",
        "3 februari 2023",
        "characters 114 to 129",
        "BE68539007547034",
        'href="/files/doc_',
        "Articles of association by what it says",
        "replaced by a later one",
        "Ready for review",
    ):
        assert shown in page


@pytest.mark.parametrize("event_type", get_args(PublishedType))
def test_whatever_is_published_has_words_in_the_timeline(event_type: PublishedType) -> None:
    event = a_published_event(Publication(sequence=1, event_type=event_type, occurred_at=NOW, data={}))

    assert f"<td>{EVENTS[event_type]}</td>" in page_of(a_handed_over_case(), event)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "&amp;"]
)
def test_whatever_somebody_typed_is_text(text: str) -> None:
    record = a_handed_over_case()
    company = record.opening.company.model_copy(update={"company_name": text, "website_url": text})
    documents = tuple(item.model_copy(update={"filename": text}) for item in record.documents)
    hostile = record.model_copy(
        update={"opening": record.opening.model_copy(update={"company": company}), "documents": documents}
    )

    tags = Tags(page_of(hostile))

    assert not tags.names & {"script", "img", "b", "iframe", "form", "object"}
    assert not [name for name in tags.attributes if name.startswith("on") or name == "style"]
    assert text in tags.text


def test_marks_that_turn_or_hide_a_text_are_written_out() -> None:
    record = a_handed_over_case()
    company = record.opening.company.model_copy(update={"company_name": "\u202egnp.exe\u2066 B\u200bV"})
    turned = record.model_copy(update={"opening": record.opening.model_copy(update={"company": company})})

    page = page_of(turned)

    assert "⟨U+202E⟩gnp.exe⟨U+2066⟩ B⟨U+200B⟩V" in page
    assert not re.findall("[\u202a-\u202e\u2066-\u2069\u200b]", page)


def test_the_policy_lets_in_the_style_of_the_page_and_no_other() -> None:
    for page in (page_of(a_handed_over_case()), refusal_page("Gone", "It is gone.")):
        (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
        assert f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}" == STYLE_HASH


def test_no_search_engine_keeps_it() -> None:
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page_of(a_handed_over_case())


@pytest.mark.parametrize(("environment", "labelled"), [("test", True), ("live", False)])
def test_only_a_case_with_simulated_registers_is_labelled_test(environment: str, labelled: bool) -> None:
    record = a_handed_over_case()
    opening = record.opening.model_copy(update={"environment": environment})

    page = page_of(record.model_copy(update={"opening": opening, "sources": {}}))

    assert ("TEST" in page) is labelled


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (CaseStatus.REVIEW_PENDING, "Nobody has decided yet."),
        (CaseStatus.ESCALATED, "Nobody has decided yet."),
        (CaseStatus.FAILED, "The case has ended without a decision."),
    ],
)
def test_a_case_that_nobody_decided_says_so(status: CaseStatus, told: str) -> None:
    assert told in page_of(a_handed_over_case(status))


def test_a_value_that_the_documents_do_not_agree_on_is_not_settled() -> None:
    record = a_handed_over_case()
    certificate, statement = record.readings
    date = next(item for item in certificate.candidates if item.feature == "incorporation_date")
    other = date.model_copy(update={"candidate_id": "cand_2", "value_normalized": "2024-02-03"})
    two = certificate.model_copy(update={"candidates": (*certificate.candidates, other)})

    page = page_of(record.model_copy(update={"sources": {}, "readings": (two, statement)}))

    assert "Not settled" in page
    assert "2023-02-03" not in page

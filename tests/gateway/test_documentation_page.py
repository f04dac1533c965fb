"""The page made from the OpenAPI document: all of it is there, and nothing in it runs or comes from elsewhere."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from gateway.app import OPERATIONS
from gateway.openapi.document import openapi_document
from gateway.openapi.page import page
from tests.gateway.running_gateway import Gateway

DOCUMENT = openapi_document(OPERATIONS)


class Read(HTMLParser):
    """What a page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute)) is not None]


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(page(DOCUMENT))


def test_every_operation_schema_and_example_is_on_it(read: Read) -> None:
    for path, methods in DOCUMENT.paths.items():
        assert path in read.words
        for operation in methods.values():
            assert operation.operation_id in read.all("id")
            assert operation.summary in read.words
            for parameter in operation.parameters:
                assert parameter.name in read.words
    for name in DOCUMENT.components.schemas:
        assert f"schema-{name}" in read.all("id")
    assert "Example: follow up" in read.words


def test_every_link_within_it_leads_somewhere(read: Read) -> None:
    anchors = [link.removeprefix("#") for link in read.all("href") if link.startswith("#")]

    assert set(anchors) <= set(read.all("id"))
    assert len(read.all("id")) == len(set(read.all("id")))


def test_nothing_on_it_runs_or_comes_from_elsewhere(read: Read) -> None:
    assert {tag for tag, _ in read.elements}.isdisjoint({"script", "style", "iframe", "img", "form", "object", "base"})
    assert read.all("style") == []
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert {link for link in read.all("href") if not link.startswith("#")} == {"docs/style.css", "openapi.json"}


def test_it_can_be_read_without_seeing_it(read: Read) -> None:
    tags = [tag for tag, _ in read.elements]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]

    assert {"header", "nav", "main"} <= set(tags)
    assert read.all("lang") == ["en"]
    assert next(attributes for tag, attributes in read.elements if tag == "a") == {"class": "skip", "href": "#main"}
    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


def test_whatever_the_document_says_is_text(read: Read) -> None:
    hostile = '<script>alert("1")</script> & `<b>code</b>`'
    changed = DOCUMENT.model_copy(update={"info": DOCUMENT.info.model_copy(update={"description": hostile})})

    found = Read(page(changed))

    assert {"script", "b"}.isdisjoint(tag for tag, _ in found.elements)
    assert hostile.replace("`", "") in found.words


async def test_it_is_served_to_anyone_and_may_only_load_its_own_style(gateway: Gateway) -> None:
    async with gateway.anyone() as anyone:
        answer, style = await anyone.get("/docs"), await anyone.get("/docs/style.css")

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'; style-src 'self';" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.text == page(DOCUMENT)
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert "url(" not in style.text

"""The readable page, made from the OpenAPI document alone: no script, nothing from another host."""

import json
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from gateway.openapi import model
from gateway.openapi.document import OFFICER_KEY, PROBLEM_MEDIA_TYPE, SYSTEM_KEY
from gateway.openapi.markup import Node, element, prose, written
from gateway.openapi.reading import Shape, about, anchor, kind, members
from schemas.errors import ErrorCode
from schemas.integration_api import ErrorEnvelope
from schemas.problem import Problem

STYLE_PATH = "docs/style.css"
DOCUMENT_PATH = "openapi.json"
"""Both relative, so that the page works behind a proxy's prefix."""
ENVELOPE_MODEL = ErrorEnvelope.__name__
_WHO = {OFFICER_KEY: "With an officer's key.", SYSTEM_KEY: "With a system's key."}


def page(document: model.Document) -> str:
    info = document.info
    return written(
        element(
            "html",
            element(
                "head",
                element("meta", charset="utf-8"),
                element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                element("meta", name="color-scheme", content="light dark"),
                element("title", f"{info.title} API {info.version}"),
                element("link", rel="stylesheet", href=STYLE_PATH),
            ),
            element(
                "body",
                element("a", "Skip to the operations", class_="skip", href="#main"),
                _header(document),
                _contents(document),
                element("main", *_sections(document), id="main", tabindex="-1"),
            ),
            lang="en",
        )
    )


def _header(document: model.Document) -> Element:
    info = document.info
    return element(
        "header",
        element("h1", f"{info.title} API ", element("small", info.version)),
        *(element("p", *prose(paragraph)) for paragraph in info.description.split("\n\n")),
        element(
            "p", "This page is made from ", element("a", f"/{DOCUMENT_PATH}", href=DOCUMENT_PATH), " (OpenAPI 3.1)."
        ),
    )


def _contents(document: model.Document) -> Element:
    return element(
        "nav",
        element("h2", "Operations"),
        *(part for tag in document.tags for part in (element("h3", tag.name), element("ul", *_links(document, tag)))),
        element("h3", "What they have in common"),
        element(
            "ul",
            element("li", element("a", "Error codes", href="#error-codes")),
            element("li", element("a", "Schemas", href="#schemas")),
        ),
        aria_label="Operations",
    )


def _links(document: model.Document, tag: model.Tag) -> Iterator[Element]:
    for _, _, operation in _of_tag(document, tag):
        yield element("li", element("a", operation.summary, href=f"#{operation.operation_id}"))


def _sections(document: model.Document) -> Iterator[Element]:
    for tag in document.tags:
        yield element(
            "section",
            element("h2", tag.name),
            element("p", *prose(tag.description)),
            *(_operation(document, *found) for found in _of_tag(document, tag)),
        )
    yield element("section", element("h2", "Error codes", id="error-codes"), element("dl", *_error_codes(document)))
    yield element(
        "section",
        element("h2", "Schemas", id="schemas"),
        *(_schema(name, schema) for name, schema in document.components.schemas.items()),
    )


def _of_tag(document: model.Document, tag: model.Tag) -> Iterator[tuple[str, str, model.Operation]]:
    for path, methods in document.paths.items():
        for method, operation in methods.items():
            if tag.name in operation.tags:
                yield method.upper(), path, operation


def _operation(document: model.Document, method: str, path: str, operation: model.Operation) -> Element:
    who = next((_WHO[name] for scheme in operation.security for name in scheme), "Without a key.")
    return element(
        "article",
        element(
            "h3",
            element("span", method, class_=f"method {method.lower()}"),
            " ",
            element("code", path),
            id=operation.operation_id,
        ),
        element("p", operation.summary, class_="summary"),
        element("p", *prose(f"{operation.description} " if operation.description else ""), who, class_="who"),
        *_parameters(operation),
        *_body(document, operation),
        element("h4", "Answers"),
        element("dl", *_answers(operation)),
        element("h4", "Refusals"),
        element("ul", *_refused_with(operation), class_="codes"),
    )


def _parameters(operation: model.Operation) -> Iterator[Element]:
    if operation.parameters:
        yield element("h4", "Parameters")
        entries = [
            _entry(parameter.name, _note(parameter), Shape.model_validate(parameter.json_schema), parameter.description)
            for parameter in operation.parameters
        ]
        yield element("dl", *(part for entry in entries for part in entry))


def _note(parameter: model.Parameter) -> str:
    return f"{parameter.where}, required" if parameter.required else parameter.where


def _body(document: model.Document, operation: model.Operation) -> Iterator[Element]:
    if operation.request_body:
        for media_type, content in operation.request_body.content.items():
            shape = Shape.model_validate(content.json_schema)
            described = Shape.model_validate(document.components.schemas[shape.model]) if shape.model else shape
            yield element("h4", "Body ", element("small", media_type))
            if shape.model:
                yield element("p", *kind(shape), ". ", *prose(described.description or ""))
            yield _members(described)
            yield from _examples(content.examples)


def _answers(operation: model.Operation) -> Iterator[Element]:
    for status, answer in operation.responses.items():
        if not answer.content:
            yield element("dt", element("code", status), " nothing")
            yield element("dd", *prose(answer.description))
        for media_type, content in answer.content.items():
            if not _is_refusal(media_type, content):
                shape = kind(Shape.model_validate(content.json_schema)) if content.json_schema else ["bytes"]
                yield element("dt", element("code", status), " ", *shape, " ", element("small", media_type))
                yield element("dd", *prose(answer.description), *_headers(answer), *_examples(content.examples))


def _is_refusal(media_type: str, content: model.MediaType) -> bool:
    of_systems = content.json_schema is not None and Shape.model_validate(content.json_schema).model == ENVELOPE_MODEL
    return of_systems or media_type == PROBLEM_MEDIA_TYPE


def _headers(answer: model.Response) -> Iterator[Node]:
    """Those of this answer alone: what every answer has is said once, at the top."""
    for name, header in answer.headers.items():
        if isinstance(header, model.Header):
            yield element("p", "Header ", element("code", name), ": ", *prose(header.description))


def _refused_with(operation: model.Operation) -> Iterator[Element]:
    for code, status, _ in _refusals(operation):
        yield element("li", element("a", f"{status} {code}", href=f"#code-{code}"))


def _error_codes(document: model.Document) -> Iterator[Element]:
    """Each code once, under the status that it has for whoever comes first in the table: officers."""
    operations = [operation for methods in document.paths.values() for operation in methods.values()]
    found: dict[str, tuple[str, str]] = {}
    for operation in operations:
        for code, status, meaning in _refusals(operation):
            found.setdefault(code, (status, meaning))
    for named, (status, meaning) in sorted(found.items(), key=lambda item: (item[1][0], item[0])):
        yield element("dt", element("code", f"{status} {named}"), id=f"code-{named}")
        yield element("dd", *prose(meaning))


def _refusals(operation: model.Operation) -> Iterator[tuple[ErrorCode, str, str]]:
    """Code, status and meaning of the documented refusals, as their examples have them."""
    for status, answer in operation.responses.items():
        for media_type, content in answer.content.items():
            if _is_refusal(media_type, content):
                for example in (content.examples or {}).values():
                    code, meaning = _said(media_type, example)
                    yield code, status, meaning


def _said(media_type: str, example: model.Example) -> tuple[ErrorCode, str]:
    if media_type == PROBLEM_MEDIA_TYPE:
        problem = Problem.model_validate(example.value)
        return problem.code, problem.detail
    detail = ErrorEnvelope.model_validate(example.value).error
    return detail.code, detail.message


def _schema(name: str, schema: model.JsonSchema) -> Element:
    shape = Shape.model_validate(schema)
    inside = _members(shape) if shape.properties else element("p", *kind(shape))
    return element(
        "article", element("h3", name, id=anchor(name)), element("p", *prose(shape.description or "")), inside
    )


def _members(shape: Shape) -> Element:
    entries = (_entry(name, "required" if needed else "", member) for name, member, needed in members(shape))
    return element("dl", *(part for entry in entries for part in entry))


def _entry(name: str, note: str, shape: Shape, said: str = "") -> Iterable[Element]:
    extra: list[Node] = [" ", element("em", note)] if note else []
    yield element("dt", element("code", name), " ", element("span", *kind(shape), class_="kind"), *extra)
    words = [*prose(said), " ", *about(shape)] if said else about(shape)
    if words:
        yield element("dd", *words)


def _examples(examples: Mapping[str, model.Example] | None) -> Iterator[Element]:
    for example in (examples or {}).values():
        text = json.dumps(example.value, indent=2, ensure_ascii=False)
        yield element(
            "details",
            element("summary", f"Example: {example.summary}"),
            element("pre", element("code", text), tabindex="0"),
        )

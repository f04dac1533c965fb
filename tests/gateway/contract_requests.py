"""Requests for one operation of the served document: sensible ones, and whatever Schemathesis makes of its schema."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gateway.operations import MULTIPART, Operation
from gateway.portal.upload_headers import PIECE_MEDIA_TYPE
from tests import sample_documents as samples
from tests.gateway.running_gateway import PATIENCE

MOSTLY = st.sampled_from([True, True, True, True, False])
"""Whether what is known to be there takes the place of what was made up."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
REQUIREMENT = "certificate_of_incorporation"
UPLOAD = {"requirement_id": REQUIREMENT, "file": samples.text_pdf()}
PIECE = b"%PDF-"
schemathesis.serializer.alias(PIECE_MEDIA_TYPE, "application/octet-stream")

AnyOperation = APIOperation[Any, Any, Any, Any]
AnyCase = Case[Any]

Known = Mapping[str, list[str]]
"""Values of parameters and form fields, by their names, with which an operation has something to work on."""


def tries(count: int) -> settings:
    """So many tries, the same in every run; a failure is shown as it was found, without a search for a smaller one."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def answered(case: AnyCase, headers: dict[str, str]) -> int:
    """The status of the answer, which keeps to the document; a failure shows the request as a curl command."""
    case.headers.pop("Authorization", None)
    response = case.call(headers=headers, timeout=PATIENCE)
    case.validate_response(response, checks=CHECKS, headers=headers)
    return response.status_code


def sensible_requests(operation: AnyOperation, subject: Operation, known: Known) -> Iterator[AnyCase]:
    """Every combination of what is known and of the examples; without an example, with an empty body."""
    named = [parameter for parameter in subject.parameters if parameter.name in known]
    for values in product(*(known[parameter.name] for parameter in named)):
        given = {parameter.name: value for parameter, value in zip(named, values, strict=True)}
        for body in bodies(subject, known):
            yield operation.Case(
                path_parameters={item.name: given[item.name] for item in named if item.where == "path"},
                query={item.name: given[item.name] for item in named if item.where == "query"},
                headers={item.name: given[item.name] for item in named if item.where == "header"},
                **body,
            )


def bodies(subject: Operation, known: Known) -> list[dict[str, Any]]:
    """The examples, about something that is there."""
    if subject.body is None:
        return [{}]
    if subject.body.media_type == PIECE_MEDIA_TYPE:
        return [{"body": PIECE, "media_type": PIECE_MEDIA_TYPE}]
    examples: list[Any] = [UPLOAD] if subject.body.media_type == MULTIPART else list(subject.body.examples.values())
    examples = [{name: (known.get(name) or [value])[0] for name, value in example.items()} for example in examples]
    return [{"body": example, "media_type": subject.body.media_type} for example in examples or [{}]]


@st.composite
def requests(draw: st.DrawFn, operation: AnyOperation, known: Known, headers: dict[str, str]) -> AnyCase:
    """What Schemathesis makes of the schema, mostly about something that is there."""
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
    made = [operation.as_strategy(generation_mode=mode, headers=headers or None) for mode in modes]
    case: AnyCase = draw(st.one_of(made))
    form = case.body if isinstance(case.body, dict) else {}
    for place in (case.path_parameters, case.query, case.headers, form):
        for name in sorted(known.keys() & place.keys()):  # a set has another order in each run
            if draw(MOSTLY):
                place[name] = draw(st.sampled_from(known[name]))
    return case

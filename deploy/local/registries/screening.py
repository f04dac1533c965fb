"""A yente service's `/match` over an invented watchlist.

Contract: https://www.opensanctions.org/docs/api/matching/. Like a yente of one's own it asks for no key; a key that is
sent has to be the right one. Names are compared by their folded words, then birth years and countries: far simpler than
`logic-v2`, and with its scores for the cases that are told here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field, JsonValue, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from deploy.local.registries.watchlist import DATASETS, WATCHLIST, Listed
from domain.naming import core_name
from schemas.sources import SourceName

ROOT = "/yente"
KEY = "test-screening-key"
BATCH = 100
ALGORITHMS = frozenset({"logic-v1", "logic-v2", "name-based", "best"})
SCHEMATA: Mapping[str, frozenset[str]] = {
    "Person": frozenset({"Person"}),
    "Company": frozenset({"Company"}),
    "Organization": frozenset({"Company"}),
    "LegalEntity": frozenset({"Person", "Company"}),
}
"""The schemata of queries, with those of the entries that each is compared to."""
PENALTIES = {"country_mismatch": 0.2, "dob_year_disjoint": 0.4}
_FORMS = {"birthDate": r"[0-9]{4}(-[0-9]{2}){0,2}", "nationality": "[a-z]{2}", "jurisdiction": "[a-z]{2}"}
"""What the server can parse; anything else it drops without a word."""


class Query(BaseModel):
    entity_schema: str = Field(alias="schema")
    properties: dict[str, list[str]] = Field(default_factory=dict)


class Question(BaseModel):
    queries: dict[str, Query]


class Parameters(BaseModel):
    algorithm: str = "best"
    threshold: Annotated[float, Field(ge=0, le=1)] = 0.7
    cutoff: Annotated[float, Field(ge=0, le=1)] = 0.7
    limit: Annotated[int, Field(ge=1, le=500)] = 5
    topics: list[str] = []


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    """Every query is answered; the trouble of a company befalls the batch that names it."""
    behaviours = {core_name(row.company_name): row.behaviours.get(SourceName.SCREENING) for row in companies}
    troubles = {name: told for name, told in behaviours.items() if isinstance(told, Trouble)}

    async def match(request: Request) -> Response:
        refused = _refused(request)
        if refused is not None:
            return refused
        try:
            question = Question.model_validate_json(await request.body())
            several = {"topics": request.query_params.getlist("topics")}
            parameters = Parameters.model_validate({**dict(request.query_params), **several})
        except ValidationError as error:
            detail = [
                {"type": item["type"], "loc": ["body", *item["loc"]], "msg": item["msg"]} for item in error.errors()
            ]
            return JSONResponse({"detail": detail}, 422)
        answer = _answer(question, parameters, request.path_params["dataset"])
        named = {core_name(name) for query in question.queries.values() for name in query.properties.get("name", [])}
        trouble = next((troubles[name] for name in sorted(named) if name in troubles), None)
        return await troubled(trouble, answer) if trouble is not None else answer

    return [Route(f"{ROOT}/match/{{dataset}}", match, methods=["POST"])]


def _refused(request: Request) -> Response | None:
    authorization = request.headers.get("Authorization")
    if authorization is not None and authorization != f"ApiKey {KEY}":
        return _error("Invalid API key.", 401)
    if request.path_params["dataset"] not in DATASETS:
        return _error("No such dataset.", 404)
    return None


def _error(detail: str, status: int) -> JSONResponse:
    return JSONResponse({"detail": detail}, status)


def _answer(question: Question, parameters: Parameters, dataset: str) -> JSONResponse:
    """One bad query fails the whole batch, as it does there."""
    if not question.queries:
        return _error("No queries provided.", 400)
    if len(question.queries) > BATCH:
        return _error(f"Too many queries in one batch (limit: {BATCH})", 400)
    if parameters.algorithm not in ALGORITHMS:
        return _error(f"Unknown algorithm: {parameters.algorithm}", 400)
    unknown = [query.entity_schema for query in question.queries.values() if query.entity_schema not in SCHEMATA]
    if unknown:
        return _error(f"Cannot parse example entity: no such schema {unknown[0]}", 400)
    listed = [entry for entry in WATCHLIST if set(entry.datasets) & DATASETS[dataset]]
    responses = {name: _matched(query, parameters, listed) for name, query in question.queries.items()}
    body = {"responses": responses, "limit": parameters.limit}
    return JSONResponse(body, headers={"x-batch-size": str(len(responses))})


def _matched(query: Query, parameters: Parameters, listed: Sequence[Listed]) -> JsonValue:
    understood = _understood(query.properties)
    lowest = min(parameters.cutoff, parameters.threshold)
    candidates = [
        (weighed, entry)
        for entry in listed
        if entry.schema in SCHEMATA[query.entity_schema]
        and (not parameters.topics or set(parameters.topics) & set(entry.topics))
        and (weighed := _weighed(understood, entry)) is not None
    ]
    scored = [(_score(weighed), weighed, entry) for weighed, entry in candidates]
    results = sorted((item for item in scored if item[0] >= lowest), key=lambda item: -item[0])
    matches = sum(score >= parameters.threshold for score, _, _ in results)
    told: list[JsonValue] = [_result(*item, parameters.threshold) for item in results[: parameters.limit]]
    echo: dict[str, JsonValue] = {name: list(values) for name, values in understood.items()}
    return {
        "status": 200,
        "results": told,
        "total": {"value": matches, "relation": "eq"},
        "query": {"id": "example", "schema": query.entity_schema, "properties": echo},
    }


def _understood(properties: Mapping[str, list[str]]) -> dict[str, list[str]]:
    parsed = {
        name: [value for value in values if core_name(value) and re.fullmatch(_FORMS.get(name, r".+"), value)]
        for name, values in properties.items()
    }
    return {name: values for name, values in parsed.items() if values}


def _weighed(
    query: Mapping[str, list[str]], entry: Listed
) -> list[Literal["country_mismatch", "dob_year_disjoint"]] | None:
    """What speaks against the match; None if the names are different."""
    names = {_words(name) for name in query.get("name", [])}
    if not names & {_words(name) for name in (entry.name, *entry.aliases)}:
        return None
    against: list[Literal["country_mismatch", "dob_year_disjoint"]] = []
    countries = {*query.get("nationality", []), *query.get("jurisdiction", [])}
    if countries and not countries & set(entry.countries):
        against.append("country_mismatch")
    years = {born[:4] for born in query.get("birthDate", [])}
    if years and entry.birth_date is not None and entry.birth_date[:4] not in years:
        against.append("dob_year_disjoint")
    return against


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(core_name(name).split()))


def _score(against: Sequence[str]) -> float:
    return round(1.0 - sum(PENALTIES[feature] for feature in against), 2)


def _result(score: float, against: Sequence[str], entry: Listed, threshold: float) -> JsonValue:
    features = {"name_match": 1.0, **dict.fromkeys(PENALTIES, 0.0), **dict.fromkeys(against, 1.0)}
    is_person = entry.schema == "Person"
    properties: dict[str, list[str]] = {
        "name": [entry.name],
        "alias": list(entry.aliases),
        "topics": list(entry.topics),
        "nationality" if is_person else "jurisdiction": list(entry.countries),
        "birthDate": [entry.birth_date] if entry.birth_date else [],
        "position": [entry.position] if entry.position else [],
    }
    told: dict[str, JsonValue] = {name: list(values) for name, values in properties.items() if values}
    explained: dict[str, JsonValue] = {
        name: {"score": value, "detail": None, "query": None, "candidate": None} for name, value in features.items()
    }
    return {
        "id": entry.id,
        "caption": entry.name,
        "schema": entry.schema,
        "properties": told,
        "datasets": list(entry.datasets),
        "referents": [],
        "target": True,
        "first_seen": entry.first_seen,
        "last_seen": entry.last_change,
        "last_change": entry.last_change,
        "score": score,
        "match": score >= threshold,
        "explanations": explained,
    }

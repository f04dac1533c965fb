"""What documents say: features with their evidence, the pages they stand on, and the officer's choice."""

import asyncio
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from domain.extraction.extract import cited
from domain.features import features_of
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.commanding import Sending
from gateway.officer.judgements import told
from gateway.problems import ApiError
from gateway.requests import case_of, read_json
from gateway.services import Services, services
from runtime.api_keys import Principal
from runtime.object_store import ObjectNotFoundError
from schemas.case import CaseRecord
from schemas.commands import CandidateDecisionBody
from schemas.documents import page_key, picture_key
from schemas.extraction import Candidate, Feature, FeatureName
from schemas.features_api import CandidateDecisionRequest, Citation, FeatureList, ReadingItem

LONGEST_PAGE_NUMBER = 6
FEATURE_NAMES: dict[str, FeatureName] = {name: name for name in get_args(FeatureName)}


@officers("read")
async def case_features(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    record = (await read_case(services(request), case_id)).record
    found = await asyncio.to_thread(features_of, record)
    readings = tuple(
        ReadingItem.model_validate(reading.model_dump(exclude={"candidates", "ask_model"}))
        for reading in record.readings
    )
    return json_answer(FeatureList(case_id=case_id, features=found, readings=readings), version=record.version)


@officers("write")
async def candidate_decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = await read_json(request, CandidateDecisionRequest)
    record = (await read_case(services(request), case_id)).record
    name = FEATURE_NAMES.get(request.path_params["name"])
    if name is None:
        raise ApiError("feature_not_found", f"there is no such feature; expected one of {', '.join(FEATURE_NAMES)}")
    by_hand = await _cited(services(request), record, name, asked.citation) if asked.citation else None
    chosen = by_hand.candidate_id if by_hand else asked.candidate_id
    if chosen is not None and by_hand is None:
        _refuse_unknown((await asyncio.to_thread(features_of, record)).get(name), chosen)
    body = CandidateDecisionBody(
        feature=name, candidate_id=chosen, candidate=by_hand, keep=asked.keep, reason=asked.reason
    )
    sending = Sending.of(request, case_id, principal.actor, asked.seen_version)
    said = "keeps no value" if chosen is None else "is decided"
    return await told(request, "candidate-decision", sending, body, f"The feature {name} {said}")


@officers("read")
async def document_page(request: Request, principal: Principal) -> Response:
    """The stored text of one page, with the places of its words."""
    case_id = await case_of(request, principal)
    key = page_key(case_id, *_page(request))
    try:
        return Response(await services(request).store.get(key), media_type="application/json")
    except ObjectNotFoundError as error:
        raise _no_page(request) from error


@officers("read")
async def document_page_picture(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    key = picture_key(case_id, *_page(request))
    store = services(request).store
    try:
        stored = await store.stat(key)
    except ObjectNotFoundError as error:
        raise _no_page(request) from error
    headers = {"Content-Length": str(stored.size), "Content-Security-Policy": "sandbox; default-src 'none'"}
    return StreamingResponse(store.stream(key), media_type="image/png", headers=headers)


def _page(request: Request) -> tuple[str, int]:
    """The document and the page that the path names, of the case that it names."""
    document_id, number = request.path_params["document_id"], request.path_params["page_index"]
    named = document_id.isascii() and document_id.replace("_", "").isalnum()
    if not (named and number.isascii() and number.isdigit() and len(number) <= LONGEST_PAGE_NUMBER):
        raise _no_page(request)
    return document_id, int(number)


def _no_page(request: Request) -> ApiError:
    return ApiError(
        "document_not_found", f"nothing was read at {request.url.path}; GET …/features lists what was read, from page 0"
    )


def _refuse_unknown(feature: Feature | None, candidate_id: str) -> None:
    known = {candidate.candidate_id: candidate.value_normalized for candidate in feature.candidates} if feature else {}
    if candidate_id not in known:
        listed = "; ".join(f"{key} ({value})" for key, value in known.items()) or "none; cite one with `citation`"
        raise ApiError("unknown_candidate", f"candidate_id: known are {listed}", "candidate_id")


async def _cited(found: Services, record: CaseRecord, name: FeatureName, citation: Citation) -> Candidate:
    """The candidate that an officer points at, in the text of the page by which Postgres checks its evidence. A page
    that is only in the object store, because its reading did not come to its end, cannot be cited."""
    case_id = record.opening.case_id
    if all(document.document_id != citation.doc_id for document in record.documents):
        raise ApiError("unknown_candidate", "citation.doc_id: the case has no such document", "citation.doc_id")
    page = await found.pages.page(case_id, citation.doc_id, citation.page_index)
    if page is None:
        raise ApiError("unknown_candidate", "citation.page_index: this page was not read", "citation.page_index")
    if not 0 <= citation.char_start < citation.char_end <= len(page.text):
        message = f"citation.char_end: the page has {len(page.text)} characters"
        raise ApiError("unknown_candidate", message, "citation.char_end")
    return cited(name, citation.doc_id, page, (citation.char_start, citation.char_end), citation.value)

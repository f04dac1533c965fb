"""What an officer judges of a case's facts: which value to go by, what a discrepancy or a screening match means, and
what was seen by hand."""

import asyncio
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from domain.findings.noted import shown
from domain.profile import build_profile
from domain.profile.facts import facts_of
from domain.screening_matches import names_sanctions, screening_matches
from gateway.access import officers
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.commanding import Sending, recorded_answer, tell_case
from gateway.problems import ApiError
from gateway.requests import case_of, read_json
from gateway.services import services
from runtime.api_keys import Principal
from runtime.evidence_objects import hash_of_object
from runtime.object_store import ObjectNotFoundError
from schemas.case import CaseRecord
from schemas.commands import (
    CommandKind,
    DiscrepancyResolutionBody,
    FactDecisionBody,
    Proof,
    ScreeningDecisionBody,
    WithholdingCheckBody,
)
from schemas.frozen import Frozen
from schemas.investigation import Discrepancy, ProfileFact
from schemas.judgements_api import (
    DiscrepancyResolutionRequest,
    FactDecisionRequest,
    ScreeningDecisionRequest,
    WithholdingCheckRequest,
)
from schemas.officer_api import CommandAnswer
from schemas.screening import ScreeningMatch
from schemas.sources import SET_FACTS, FactName, FactValue
from schemas.status import CaseStatus

MOST_LISTS = 50
FACT_NAMES: dict[str, FactName] = {name: name for name in get_args(FactName)}


@officers("write")
async def fact_decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = await read_json(request, FactDecisionRequest)
    record = (await read_case(services(request), case_id)).record
    name = FACT_NAMES.get(request.path_params["name"])
    stated = (await asyncio.to_thread(build_profile, record)).facts.get(name, ()) if name else ()
    if name is None or not stated or name in SET_FACTS:
        raise ApiError("fact_not_found", "no source states one value for this fact; read the company profile again")
    chosen = _stated(asked, stated)
    body = FactDecisionBody(name=name, value=chosen.value, source=chosen.source, reason=asked.reason)
    sending = Sending.of(request, case_id, principal.actor, asked.seen_version)
    return await told(request, "fact-decision", sending, body, f"{chosen.source} decides the fact {name}")


@officers("write")
async def resolve_discrepancy(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = await read_json(request, DiscrepancyResolutionRequest)
    record = (await read_case(services(request), case_id)).record
    found = (await asyncio.to_thread(build_profile, record)).discrepancies
    discrepancy = _discrepancy(found, request.path_params["discrepancy_id"])
    if asked.fingerprint not in (None, discrepancy.fingerprint):
        raise ApiError("case_moved", "fingerprint: its sides say something else now; read the company profile again")
    body = DiscrepancyResolutionBody(
        discrepancy_id=discrepancy.discrepancy_id,
        fingerprint=discrepancy.fingerprint,
        resolution=asked.resolution,
        reason=asked.reason,
    )
    sending = Sending.of(request, case_id, principal.actor, asked.seen_version)
    return await told(request, "discrepancy-resolution", sending, body, f"Discrepancy resolved: {asked.resolution}")


@officers("write")
async def screening_decision(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = await read_json(request, ScreeningDecisionRequest)
    record = (await read_case(services(request), case_id)).record
    matches = await asyncio.to_thread(matches_of, record)
    match = _match(matches, request.path_params["match_id"])
    if asked.fingerprint not in (None, match.fingerprint):
        raise ApiError("case_moved", "fingerprint: the screening says something else now; read the case again")
    body = ScreeningDecisionBody(
        match_id=match.match_id,
        fingerprint=match.fingerprint,
        decision=asked.decision,
        reason=asked.reason,
        subject=shown(match.subject),
        entry=shown(match.entry),
        lists=tuple(shown(code) for code in match.datasets[:MOST_LISTS]),
        of_sanctions=names_sanctions(match.topics),
    )
    sending = Sending.of(request, case_id, principal.actor, asked.seen_version)
    return await told(request, "screening-decision", sending, body, f"Screening match decided: {asked.decision}")


def matches_of(record: CaseRecord) -> tuple[ScreeningMatch, ...]:
    """The matches of the last screening, each with what officers have said of it."""
    return screening_matches(facts_of(record).get("screening_match", ()), record.screening_decisions)


@officers("write")
async def withholding_check(request: Request, principal: Principal) -> Response:
    case_id = await case_of(request, principal)
    asked = await read_json(request, WithholdingCheckRequest)
    proof = await _proof(request, case_id, asked.proof_key) if asked.proof_key else None
    body = WithholdingCheckBody(**asked.model_dump(exclude={"proof_key", "seen_version"}), proof=proof)
    sending = Sending.of(request, case_id, principal.actor, asked.seen_version)
    return await told(request, "withholding-check", sending, body, "The withholding obligation is on record")


async def told(request: Request, kind: CommandKind, sending: Sending, body: Frozen, message: str) -> Response:
    """The answer to a judgement: what became of it, or that it is recorded and waits for a worker."""
    outcome = await tell_case(services(request), kind, sending, body)
    if outcome is None:
        return await recorded_answer(services(request), sending.case_id)
    answer = CommandAnswer(status=outcome.status or CaseStatus.REVIEW_PENDING, message=message)
    return json_answer(answer, version=outcome.version)


def _stated(asked: FactDecisionRequest, stated: tuple[ProfileFact, ...]) -> ProfileFact:
    """The value that the request means; it must be one that a source states now."""
    meant = [
        fact
        for fact in stated
        if fact.source == asked.source and (asked.value is None or _typed(fact.value) == _typed(asked.value))
    ]
    if len(meant) != 1:
        known = "; ".join(f"{fact.source}: {fact.value}" for fact in stated)
        raise ApiError("value_not_stated", f"source: {asked.source!r} does not state that; known are {known}", "source")
    return meant[0]


def _typed(value: FactValue) -> tuple[type, FactValue]:
    """`True` and `1` are the same to Python, and not to an officer."""
    return type(value), value


def _discrepancy(found: tuple[Discrepancy, ...], discrepancy_id: str) -> Discrepancy:
    for discrepancy in found:
        if discrepancy.discrepancy_id == discrepancy_id:
            return discrepancy
    raise ApiError(
        "discrepancy_not_found", f"there is no discrepancy {discrepancy_id!r} now; read the company profile again"
    )


def _match(found: tuple[ScreeningMatch, ...], match_id: str) -> ScreeningMatch:
    for match in found:
        if match.match_id == match_id:
            return match
    raise ApiError("match_not_found", f"there is no screening match {match_id!r} now; read the case again")


async def _proof(request: Request, case_id: str, key: str) -> Proof:
    """The proof that was uploaded before, with the hash of what lies in the store."""
    refused = ApiError(
        "unsupported_proof", "proof_key: upload the proof for this case first, and send its key", "proof_key"
    )
    if not key.startswith(f"{case_id}/evidence/withholding-"):
        raise refused
    try:
        return Proof(data_hash=await hash_of_object(services(request).store, key), object_key=key)
    except ObjectNotFoundError as error:
        raise refused from error

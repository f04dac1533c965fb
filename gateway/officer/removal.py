"""DELETE /api/cases/{id}: for development and testing; switched off unless a setting allows it.

First the rows go, in one transaction that leaves a tombstone: from there on the case is not found. Then its workflow is
ended and its objects are purged. Each step can be repeated, so a deletion that fails half-way is finished by sending it
again, or by any gateway that runs (`finishing_deletions`).
"""

from contextlib import AbstractAsyncContextManager
from functools import partial

import structlog
from starlette.requests import Request
from starlette.responses import Response

from domain.identity import case_id_of, workflow_id_of
from gateway.access import officers
from gateway.answers import json_answer
from gateway.now_and_again import described, now_and_again
from gateway.problems import ApiError
from gateway.services import Services, services
from runtime.api_keys import Principal
from runtime.case_removal import Removal
from schemas.officer_api import CaseDeleted

log = structlog.stdlib.get_logger()

AT_MOST = 50
"""How many of them it takes up at a time; the others are for the next time, or for another gateway."""


@officers("write")
async def delete_case(request: Request, principal: Principal) -> Response:
    """The same answer when it is sent again, also after the case is gone."""
    found = services(request)
    if not found.settings.allow_case_deletion:
        raise ApiError("deletion_disabled", "cases are kept here; CASEWRIGHT_ALLOW_CASE_DELETION is off")
    named = request.path_params["id"]
    case_id = case_id_of(named)
    removal = await found.removals.begin(case_id, principal.organisation, principal.actor.id) if case_id else None
    if removal is None:
        raise ApiError("case_not_found", f"there is no case {named!r}; GET /api/cases lists yours")
    if not removal.completed:
        await _finish(found, removal)
    return json_answer(CaseDeleted(workflow_id=workflow_id_of(removal.case_id)))


def finishing_deletions(found: Services) -> AbstractAsyncContextManager[None]:
    """Finishes deletions that were begun, now and again for as long as the block lasts, also where new ones are off."""
    return now_and_again(partial(finish_due_deletions, found), "deletions could not be looked for")


async def finish_due_deletions(found: Services) -> None:
    """Goes on with each deletion that is due. One that fails is due again after a while and keeps no other waiting."""
    for removal in await found.removals.due(AT_MOST):
        try:
            await _finish(found, removal)
        except Exception as error:  # whatever is in its way, the others are tried, and this one is tried again
            log.warning("a deletion is not finished", case_id=removal.case_id, **described(error))


async def _finish(found: Services, removal: Removal) -> None:
    """Ends the workflow first, so that it starts nothing that writes objects once they are purged."""
    await found.cases.terminate(removal.case_id, reason=f"deleted by {removal.requested_by}")
    await found.store.delete_prefix(f"{removal.case_id}/")
    await found.removals.purged(removal)
    log.info("case purged", case_id=removal.case_id, for_good=removal.settled)

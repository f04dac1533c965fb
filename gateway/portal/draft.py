"""PUT /api/portal/{token}/answers: what the customer has written so far, kept until it is submitted."""

from datetime import datetime

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from starlette.requests import Request
from starlette.responses import Response

from domain.stages import AWAITING_CUSTOMER
from domain.submission import AnswerInvalidError, check_draft
from gateway.answers import json_answer
from gateway.case_reading import read_case
from gateway.portal.grant import granted_case
from gateway.problems import ApiError
from gateway.requests import read_json
from gateway.services import Services, services
from runtime.portal_drafts import DraftTooLargeError
from schemas.case import CaseRecord
from schemas.commands import FollowUpBody
from schemas.portal_api import DraftRequest, DraftSaved

log = structlog.stdlib.get_logger()


async def save_answers(request: Request) -> Response:
    """What is sent is laid over what was kept, so that an old page takes nothing from a newer one. It is held against
    what is asked as a submission is, but may lack answers."""
    case_id = await granted_case(request)
    body = await read_json(request, DraftRequest)
    record = (await read_case(services(request), case_id)).record
    _refuse_unless_it_fits(record, body)
    saved_at = await _kept(services(request), record, body)
    if saved_at is None:
        raise ApiError("portal_not_found", "this case is not there any more; ask the company that sent you the link")
    return json_answer(DraftSaved(saved_at=saved_at))


async def _kept(found: Services, record: CaseRecord, body: DraftRequest) -> datetime | None:
    try:
        return await found.drafts.merge(record.opening.case_id, len(record.submissions), body)
    except DraftTooLargeError as error:
        raise ApiError("body_too_large", "more is written than can be kept; shorten your answers") from error


async def forget_draft(found: Services, case_id: str) -> None:
    """What was written is with the case now. A draft that cannot be deleted is shown no more all the same: it was
    written before the last submission."""
    try:
        await found.drafts.delete(case_id)
    except (psycopg.OperationalError, PoolTimeout) as error:
        log.warning("a draft was not deleted", case_id=case_id, error=type(error).__name__)


def _refuse_unless_it_fits(record: CaseRecord, body: DraftRequest) -> None:
    if record.status not in AWAITING_CUSTOMER:
        raise ApiError("wrong_state", "nothing is asked of you now; what you have sent is with the case")
    try:
        check_draft(record, _as_submission(body))
    except AnswerInvalidError as error:
        raise ApiError(error.code, str(error), error.field) from error


def _as_submission(body: DraftRequest) -> FollowUpBody:
    """What is taken back counts as left empty: it has to be asked for, too."""
    return FollowUpBody(
        answers={key: "" if value is None else value for key, value in body.answers.items()},
        task_responses={key: "" if value is None else value for key, value in body.task_responses.items()},
    )

"""NorthData: companies of the European registers with their directors, owners, figures and warnings.

Contract: swagger.yaml and the Data API User Guide of github.com/northdata/api. Only answers with status 200 have a
documented body; an error is known by its status alone.
"""

from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import structlog

from activities.sources.answers import (
    NOT_CONFIGURED,
    RETRY_SECONDS,
    Reading,
    Received,
    Reply,
    interrupted,
    refused_by_status,
    unavailable,
)
from activities.sources.json_answer import read_json
from activities.sources.northdata.answer import Company as ToldCompany
from activities.sources.northdata.answer import Requests
from activities.sources.northdata.facts import read_facts
from activities.sources.northdata.match import is_about
from activities.sources.northdata.numbers import RegisterId, register_id_of
from activities.sources.source import Terms
from domain.countries import EEA_COUNTRIES
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceName, SourceQuery

log = structlog.stdlib.get_logger()

SOON_SECONDS = 5.0
"""After a 503, which the User Guide asks to repeat."""
MAX_ANSWER_BYTES = 4 * 1024 * 1024
"""A bank's answer lists thousands of events and officers."""
UNKNOWN = Reading("not_found", "unknown_company")
AMBIGUOUS = Reading("not_found", "ambiguous")
OTHER_COMPANY = Reading("not_found", "other_company")

_DETAIL: dict[str, str] = {
    # `history` for former numbers and names, by which a company that moved or was renamed is recognised.
    **dict.fromkeys(("history", "financials", "events", "owners", "representatives", "extras", "flags"), "true"),
    "language": "en",
}


@dataclass(frozen=True)
class Question:
    params: dict[str, str]
    number: RegisterId | None
    """The number asked for, where it has the form of its country's register."""

    @property
    def fuzzy(self) -> bool:
        return "fuzzyMatch" in self.params


class NorthData:
    name = SourceName.NORTHDATA
    # A company is billed once in a calendar month, however often it is asked about. Kept for as long as the shortest
    # month it costs little more than that, and what an officer reads is never more than four weeks old.
    terms = Terms(per_second=1.0, kept_for=timedelta(days=28))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = settings.northdata_url.rstrip("/")
        self._key = settings.northdata_key.get_secret_value().strip() if settings.northdata_key else None

    async def ask(self, query: SourceQuery) -> Reply:
        """What NorthData says of the company, by its register number if that is known and by its name."""
        if self._key is None:
            return NOT_CONFIGURED
        question = question_about(query.company)
        reply = await self._get("/company/v1/company", question.params | _DETAIL)
        if reply.status == 404 and _is_page(reply):
            return await self._doubted(reply)
        return Reply(_noted(read_reply(reply, query.company, question)), (Received.of(reply),))

    async def _doubted(self, missing: Exchange) -> Reply:
        """A page with status 404 may come from NorthData, which documents no body, or from whatever else answers at a
        wrong address. Only if NorthData's free billing service is there as well the company is unknown."""
        proof = await self._get("/billing/v1/requests", {})
        there = proof.failure is None and proof.status == 200 and read_json(proof, Requests) is not None
        reading = UNKNOWN if there else refused_by_status(missing) or unavailable("malformed_answer", RETRY_SECONDS)
        return Reply(reading, (Received.of(missing), Received.of(proof)))

    async def _get(self, path: str, params: dict[str, str]) -> Exchange:
        headers = {"X-Api-Key": self._key or "", "Accept": "application/json"}
        return await exchange(
            self._http, "GET", self._url + path, params=params, headers=headers, limit=MAX_ANSWER_BYTES
        )


def question_about(company: Company) -> Question:
    """By register number, name and country, of which NorthData tries every combination. It looks for the best match
    where the number alone does not decide: none is known, or a German one without its court."""
    number = register_id_of(company)
    typed = (company.company_registration_number or "").strip()
    params = {"name": company.company_name, "address": EEA_COUNTRIES.get(company.country, company.country)}
    if number is not None or typed:
        params["registerId"] = number.written if number is not None else typed
    if number is not None and number.court is not None:
        params["registerCity"] = number.court
    if number is None or (company.country == "DE" and number.court is None):
        params["fuzzyMatch"] = "true"
    return Question(params, number)


def read_reply(reply: Exchange, asked: Company, question: Question) -> Reading:
    """What NorthData said, by its status and then by its body."""
    failed = interrupted(reply)
    if failed is not None:
        return failed
    match reply.status:
        case 200:
            return _read_company(reply, asked, question)
        case 401 | 403:
            return unavailable("key_refused")
        case 404:
            return UNKNOWN
        case 400 if question.fuzzy and not _is_page(reply):
            return AMBIGUOUS
        case 503:
            return unavailable("http_503", reply.retry_after_seconds or SOON_SECONDS)
    return refused_by_status(reply) or unavailable("malformed_answer", RETRY_SECONDS)


def _noted(reading: Reading) -> Reading:
    if reading.reason == "key_refused":
        log.error("NorthData refuses our key: see CASEWRIGHT_NORTHDATA_KEY and the contract's quota")
    return reading


def _read_company(reply: Exchange, asked: Company, question: Question) -> Reading:
    told = read_json(reply, ToldCompany)
    if told is None:
        return unavailable("malformed_answer", RETRY_SECONDS)
    if not is_about(told, asked, question.number):
        return OTHER_COMPANY
    return Reading("found", facts=read_facts(told, asked.country))


def _is_page(reply: Exchange) -> bool:
    return "html" in reply.media_type or reply.body.lstrip()[:1] == b"<"

"""EU VIES: whether a VAT number is valid for intra-Community trade, asked over its REST interface.

Contract: https://ec.europa.eu/assets/taxud/vow-information/swagger_publicVAT.yaml. VIES relays to the member
states, which are often busy or closed: that is *unavailable*, and says nothing about the number.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

import aiohttp
import structlog
from pydantic import BaseModel, Field, JsonValue, StrictBool

from activities.sources.answers import (
    RETRY_SECONDS,
    Reading,
    Received,
    Reply,
    facts_of,
    interrupted,
    not_applicable,
    refused_by_status,
    unavailable,
)
from activities.sources.json_answer import read_json
from activities.sources.register_answers import Listed
from activities.sources.source import Terms
from domain.company_numbers import vat_prefix
from domain.countries import EEA_COUNTRIES
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceName, SourceQuery

log = structlog.stdlib.get_logger()

VIES_COUNTRIES = frozenset(map(vat_prefix, EEA_COUNTRIES)) - {"IS", "LI", "NO"} | {"XI"}
"""The 27 member states, Greece as EL, and Northern Ireland."""
_PREFIXES = VIES_COUNTRIES | {"GR", "IS", "LI", "NO", "CH", "GB"}
_SEPARATORS = re.compile(r"[\s./-]")
_WITHHELD = frozenset({"", "---"})
_CODE = re.compile(r"[A-Z0-9_-]{1,64}")


class ErrorKind(Enum):
    """What an error code asks of us."""

    OUR_FAULT = "not to be asked again as it is"
    LATER = "to be asked again in minutes"
    SOON = "to be asked again in seconds"
    BLOCKED = "to stop, and to tell an operator"


ERROR_KINDS: dict[str, ErrorKind] = {
    "INVALID_INPUT": ErrorKind.OUR_FAULT,
    "INVALID_REQUESTER_INFO": ErrorKind.OUR_FAULT,
    "MS_UNAVAILABLE": ErrorKind.LATER,
    "SERVICE_UNAVAILABLE": ErrorKind.LATER,
    "TIMEOUT": ErrorKind.LATER,
    "SERVER_BUSY": ErrorKind.LATER,
    "GLOBAL_MAX_CONCURRENT_REQ": ErrorKind.SOON,
    "GLOBAL_MAX_CONCURRENT_REQ_TIME": ErrorKind.SOON,
    "MS_MAX_CONCURRENT_REQ": ErrorKind.SOON,
    "MS_MAX_CONCURRENT_REQ_TIME": ErrorKind.SOON,
    "VAT_BLOCKED": ErrorKind.BLOCKED,
    "IP_BLOCKED": ErrorKind.BLOCKED,
}
"""A code VIES adds one day is taken as LATER."""
RETRY_AFTER_SECONDS: dict[ErrorKind, float] = {ErrorKind.LATER: RETRY_SECONDS, ErrorKind.SOON: 5.0}

KEPT_FOR = timedelta(days=1)
"""VIES answers for the day of the question (`requestDate`). With a requester nothing is kept: each consultation has a
number of its own, which proves that this case was checked, on that day and by that requester."""


@dataclass(frozen=True)
class VatNumber:
    """As VIES wants it: the member state's code apart, the number without it."""

    country_code: str
    number: str


class Vies:
    name = SourceName.VIES

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.vies_url.rstrip('/')}/check-vat-number"
        self._requester = split_vat_number(settings.vies_requester or "", "")
        self.terms = Terms(per_second=4.0, kept_for=None if self._requester.number else KEPT_FOR)

    async def ask(self, query: SourceQuery) -> Reply:
        """VIES's answer about the company's VAT number."""
        vat = vat_number_of(query.company)
        if isinstance(vat, Reading):
            return Reply(vat)
        reply = await exchange(self._http, "POST", self._url, json=self._question(vat))
        reading = read_reply(reply, vat)
        if ERROR_KINDS.get(reading.reason or "") is ErrorKind.BLOCKED:
            log.error("VIES has blocked us", reason=reading.reason)
        if reading.reason == "INVALID_REQUESTER_INFO":
            log.error("VIES refuses our own number: see CASEWRIGHT_VIES_REQUESTER")
        return Reply(reading, (Received.of(reply),))

    def _question(self, vat: VatNumber) -> JsonValue:
        question: dict[str, JsonValue] = {"countryCode": vat.country_code, "vatNumber": vat.number}
        if self._requester.number:
            question["requesterMemberStateCode"] = self._requester.country_code
            question["requesterNumber"] = self._requester.number
        return question


def vat_number_of(company: Company) -> VatNumber | Reading:
    """The number to ask VIES about, or the reading that there is none."""
    vat = split_vat_number(company.vat_number or "", company.country)
    if not vat.number:
        return not_applicable("no_vat_number")
    if vat.country_code not in VIES_COUNTRIES:
        return not_applicable("country_not_in_vies")
    return vat


def split_vat_number(text: str, country: str) -> VatNumber:
    """Parts the prefix from the number; without a prefix the country's code is taken. Greece becomes EL."""
    compact = _SEPARATORS.sub("", text).upper()
    if compact[:2] in _PREFIXES:
        prefix, compact = vat_prefix(compact[:2]), compact[2:]
    else:
        prefix = vat_prefix(country.upper())
    if prefix == "BE" and len(compact) == 9:
        compact = f"0{compact}"  # numbers given out before 2007 are often written without their leading zero
    return VatNumber(prefix, compact)


class _ErrorWrapper(BaseModel):
    error: str


class _Reply(BaseModel):
    action_succeeded: StrictBool | None = Field(default=None, alias="actionSucceed")
    errors: Listed[_ErrorWrapper] = Field(default=(), alias="errorWrappers")
    user_error: str | None = Field(default=None, alias="userError")
    """Of an answer in the shape of VIES's own page, which says `valid: false` also when nobody was asked."""
    valid: StrictBool | None = None
    name: str | None = None
    address: str | None = None
    consultation_number: str | None = Field(default=None, alias="requestIdentifier")
    country_code: str | None = Field(default=None, alias="countryCode")
    vat_number: str | None = Field(default=None, alias="vatNumber")

    def is_about(self, asked: VatNumber) -> bool:
        """Whether it answers for the number that was asked about, as far as it says for which one it does."""
        country = (self.country_code or asked.country_code).strip().upper()
        number = _SEPARATORS.sub("", self.vat_number or asked.number).upper()
        return country == asked.country_code and asked.number in (number, number.removeprefix(country))


def read_reply(reply: Exchange, asked: VatNumber) -> Reading:
    """What VIES said. Errors come with status 200 as well as 400 and 500, so the body is asked first."""
    failed = interrupted(reply)
    if failed is not None:
        return failed
    body = read_json(reply, _Reply)
    if body is None:
        return refused_by_status(reply) or unavailable("malformed_answer", RETRY_SECONDS)
    if body.action_succeeded is False and body.errors:
        return _read_error(body.errors[0].error)
    refused = refused_by_status(reply)
    if refused is not None:
        return refused
    if body.action_succeeded is False or body.valid is None:
        return unavailable("malformed_answer", RETRY_SECONDS)
    if not body.is_about(asked):
        return unavailable("another_number", RETRY_SECONDS)
    if (body.user_error or "").upper() in ERROR_KINDS:
        return _read_error((body.user_error or "").upper())
    return _read_valid(body) if body.valid else _read_invalid(body)


def _read_error(code: str) -> Reading:
    if not _CODE.fullmatch(code):
        return unavailable("malformed_answer", RETRY_SECONDS)
    kind = ERROR_KINDS.get(code, ErrorKind.LATER)
    return unavailable(code, RETRY_AFTER_SECONDS.get(kind))


def _read_valid(body: _Reply) -> Reading:
    facts = facts_of(
        {
            "vat_valid": True,
            "company_name": _stated(body.name, " "),
            "registered_address": _stated(body.address, ", "),
            "vat_consultation_number": body.consultation_number,
        }
    )
    return Reading("found", facts=facts)


def _read_invalid(body: _Reply) -> Reading:
    facts = facts_of({"vat_valid": False, "vat_consultation_number": body.consultation_number})
    return Reading("not_found", "not_valid", facts=facts)


def _stated(text: str | None, line_break: str) -> str | None:
    """The text on one line; None if the member state withholds it, which it writes as `---` or as nothing."""
    lines = [" ".join(line.split()) for line in (text or "").splitlines()]
    return line_break.join(line for line in lines if line not in _WITHHELD) or None

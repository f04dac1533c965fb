"""VIES's REST interface, for the catalogue's companies and for the official test service.

Contract: https://ec.europa.eu/assets/taxud/vow-information/swagger_publicVAT.yaml. Errors carry status 400 when
the question was wrong and status 200 when a member state fails, as the real service does.
"""

import asyncio
import hashlib
from datetime import UTC, datetime

from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.catalogue import COMPANIES, company_with_vat_number
from deploy.local.registries.rows import Failing, Registered, UnderMaintenance

ROOT = "/taxation_customs/vies/rest-api"
COUNTRIES = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
)  # fmt: skip
TEST_NUMBERS: dict[str, str] = {
    "201": "INVALID_INPUT",
    "202": "INVALID_REQUESTER_INFO",
    "300": "SERVICE_UNAVAILABLE",
    "301": "MS_UNAVAILABLE",
    "302": "TIMEOUT",
    "400": "VAT_BLOCKED",
    "401": "IP_BLOCKED",
    "500": "GLOBAL_MAX_CONCURRENT_REQ",
    "501": "GLOBAL_MAX_CONCURRENT_REQ_TIME",
    "600": "MS_MAX_CONCURRENT_REQ",
    "601": "MS_MAX_CONCURRENT_REQ_TIME",
}
"""The test service's numbers that fail; 100 is valid, 200 invalid, and any other SERVICE_UNAVAILABLE."""
_TRADER_PARTS = ("Name", "Street", "PostalCode", "City", "CompanyType")
_OUR_FAULT = frozenset({"INVALID_INPUT", "INVALID_REQUESTER_INFO"})
_MAINTENANCE = "<!doctype html><html><head><title>VIES</title></head><body><h1>Under maintenance</h1></body></html>"


class Question(BaseModel):
    country_code: str = Field(alias="countryCode")
    vat_number: str = Field(alias="vatNumber")
    requester_state: str = Field(default="", alias="requesterMemberStateCode")
    requester_number: str = Field(default="", alias="requesterNumber")


async def check_vat_number(request: Request) -> Response:
    question = await _question(request)
    if question is None or question.country_code not in COUNTRIES:
        return _error("INVALID_INPUT")
    row = company_with_vat_number(question.country_code, question.vat_number)
    match row.vies if row is not None else None:
        case Registered(name, address, delay_seconds):
            await asyncio.sleep(delay_seconds)
            return _answer(question, valid=True, name=name, address=address)
        case Failing(code):
            return _error(code)
        case UnderMaintenance():
            return HTMLResponse(_MAINTENANCE)
        case None:
            return _answer(question, valid=False)


async def check_vat_test_service(request: Request) -> Response:
    question = await _question(request)
    if question is None:
        return _error("INVALID_INPUT")
    if question.vat_number == "100":
        return _answer(question, valid=True, name="John Doe", address="123 Main St")
    if question.vat_number == "200":
        return _answer(question, valid=False)
    return _error(TEST_NUMBERS.get(question.vat_number, "SERVICE_UNAVAILABLE"))


async def check_status(_: Request) -> Response:
    closed = {row.country for row in COMPANIES if row.vies == Failing("MS_UNAVAILABLE")}
    countries = [
        {"countryCode": code, "availability": "Unavailable" if code in closed else "Available"} for code in COUNTRIES
    ]
    return JSONResponse({"vow": {"available": True}, "countries": countries})


async def _question(request: Request) -> Question | None:
    try:
        return Question.model_validate_json(await request.body())
    except ValidationError:
        return None


def _error(code: str) -> Response:
    body = {"actionSucceed": False, "errorWrappers": [{"error": code}]}
    return JSONResponse(body, status_code=400 if code in _OUR_FAULT else 200)


def _answer(question: Question, *, valid: bool, name: str = "---", address: str = "---") -> Response:
    return JSONResponse(
        {
            "countryCode": question.country_code,
            "vatNumber": question.vat_number,
            "requestDate": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "valid": valid,
            "requestIdentifier": _consultation_number(question),
            "name": name,
            "address": address,
            **{f"trader{part}": "---" for part in _TRADER_PARTS},
            **{f"trader{part}Match": "NOT_PROCESSED" for part in _TRADER_PARTS},
        }
    )


def _consultation_number(question: Question) -> str:
    """The proof of a consultation, given to those who say who they are; the same question has the same number."""
    if not (question.requester_state and question.requester_number):
        return ""
    asked = f"{question.requester_state}{question.requester_number}/{question.country_code}{question.vat_number}"
    return "WAPI" + hashlib.sha256(asked.encode()).hexdigest()[:12].upper()


ROUTES = [
    Route(f"{ROOT}/check-vat-number", check_vat_number, methods=["POST"]),
    Route(f"{ROOT}/check-vat-test-service", check_vat_test_service, methods=["POST"]),
    Route(f"{ROOT}/check-status", check_status, methods=["GET"]),
]

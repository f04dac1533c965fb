"""The National Bank of Belgium's annual accounts (*Authentic Data*), for the Belgian companies of the catalogue.

Contract: https://developer.cbso.nbb.be. A key in its header or 401, a UUID for each request or 400, the format of the
accounts in `Accept` or 415; a company without deposits is an empty list, one that nobody knows 404.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from pydantic import JsonValue
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import Accounts, RegisteredOwner, RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from domain.company_numbers import enterprise_number
from schemas.sources import SourceName

TEST_KEY = "simulated-nbb-key"
ROOT = "/nbb/authentic"
ACCOUNTS_TYPE = "application/x.jsonxbrl"
FIRST_YEAR_WITH_FIGURES = 2007
"""What was deposited earlier is a picture of paper."""
_FUNCTIONS = {"director": "fct:m13", "managing_director": "fct:m11", "auditor": "fct:m15"}


class AnnualAccounts:
    """The register over its companies; a row without an enterprise number is not in it."""

    def __init__(self, companies: Sequence[SimulatedCompany]) -> None:
        self._rows = {number: row for row in companies if (number := enterprise_number(row.company())) is not None}
        self.routes = [
            Route(f"{ROOT}/legalEntity/{{number}}/references", self.references, methods=["GET"]),
            Route(f"{ROOT}/deposit/{{reference}}/accountingData", self.accounting_data, methods=["GET"]),
        ]

    async def references(self, request: Request) -> Response:
        refused = _refused(request)
        if refused is not None:
            return refused
        number = request.path_params["number"]
        entry, trouble = _told(self._rows.get(number))
        if entry is None:
            return _error(404, "legal.entity.not.found")
        truth = JSONResponse([_reference(request, number, entry, each) for each in entry.accounts])
        return truth if trouble is None else await troubled(trouble, truth)

    async def accounting_data(self, request: Request) -> Response:
        refused = _refused(request)
        if refused is not None:
            return refused
        accepted = request.headers.get("accept", "")
        if accepted != ACCOUNTS_TYPE:
            return _error(415, f"unsupported media type: {accepted}")
        for number, row in self._rows.items():
            entry, trouble = _told(row)
            if entry is None:
                continue
            for accounts in filter(_has_figures, entry.accounts):
                if reference_number(number, accounts) == request.path_params["reference"]:
                    truth = JSONResponse(_contents(number, entry, accounts), media_type=ACCOUNTS_TYPE)
                    return truth if trouble is None else await troubled(trouble, truth)
        return _error(404, "reference.number.not.found.json")


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    return AnnualAccounts(companies).routes


def reference_number(number: str, accounts: Accounts) -> str:
    """Such as `2024-00290653`; the same accounts have the same."""
    digest = hashlib.sha256(f"{number}/{accounts.year}".encode()).hexdigest()
    return f"{accounts.deposited.year}-{int(digest[:8], 16) % 10**8:08d}"


def _told(row: SimulatedCompany | None) -> tuple[RegisterEntry | None, Trouble | None]:
    """What the bank would say of a company, and what keeps it from saying so."""
    match row.told_by(SourceName.NBB) if row is not None else None:
        case None:
            return None, None
        case RegisterEntry() as entry:
            return entry, None
        case trouble:
            return row.entry if row is not None else None, trouble


def _refused(request: Request) -> Response | None:
    if request.headers.get("nbb-cbso-subscription-key") != TEST_KEY:
        return _error(401, "Access denied due to invalid subscription key.")
    try:
        UUID(request.headers.get("x-request-id", ""))
    except ValueError:
        return _error(400, "X-Request-Id is required and has to be a UUID.")
    return None


def _error(status: int, message: str) -> Response:
    return JSONResponse({"statusCode": status, "message": message}, status)


def _has_figures(accounts: Accounts) -> bool:
    return accounts.year >= FIRST_YEAR_WITH_FIGURES


def _model(accounts: Accounts) -> str:
    """The full model of companies with capital, or the abridged one, which has no turnover."""
    return "m02-f" if accounts.turnover is not None else "m01-f"


def _reference(request: Request, number: str, entry: RegisterEntry, accounts: Accounts) -> JsonValue:
    reference = reference_number(number, accounts)
    contents = str(request.url.replace(path=f"{ROOT}/deposit/{reference}/accountingData", query=""))
    return {
        "ReferenceNumber": reference,
        "DepositDate": accounts.deposited.isoformat(),
        "ExerciseDates": _exercise(accounts),
        "ModelType": _model(accounts),
        "DepositType": "Initial",
        "Language": "NL",
        "Currency": "EUR",
        "EnterpriseNumber": number,
        "EnterpriseName": entry.name,
        "Address": {"Street": entry.street, "PostalCode": entry.postal_code, "City": entry.city, "CountryCode": "BE"},
        "LegalSituation": "000",
        "GeneralAssemblyDate": None,
        "AccountingDataURL": contents if _has_figures(accounts) else None,
        "DataVersion": "Authentic",
        "ImprovementDate": None,
        "CorrectedData": None,
    }


def _exercise(accounts: Accounts) -> JsonValue:
    """The bank writes these two members in lower case for newer deposits, and as all others for older ones."""
    first, last = date(accounts.year, 1, 1).isoformat(), date(accounts.year, 12, 31).isoformat()
    if accounts.year >= 2020:
        return {"startDate": first, "endDate": last}
    return {"StartDate": first, "EndDate": last}


def _contents(number: str, entry: RegisterEntry, accounts: Accounts) -> JsonValue:
    amounts = {"10/15": accounts.equity, "70": accounts.turnover, "9904": accounts.result}
    return {
        "ReferenceNumber": reference_number(number, accounts),
        "EnterpriseName": entry.name,
        "Rubrics": [
            *(_amount(code, amount, "N") for code, amount in amounts.items() if amount is not None),
            *(_amount(code, amount - 1000, "NM1") for code, amount in amounts.items() if amount is not None),
            _rubric("9087", f"{accounts.employees}.2", "N", "dec"),
        ],
        "Administrators": _administrators(entry.persons),
        "Shareholders": {
            "EntityShareHolders": [_holding_company(owner) for owner in entry.owners if owner.kind == "company"],
            "IndividualShareHolders": [_holder(owner) for owner in entry.owners if owner.kind == "person"],
        },
        "ParticipatingInterests": [],
    }


def _amount(code: str, amount: int, period: str) -> JsonValue:
    return _rubric(code, f"{amount}.00", period, "amt")


def _rubric(code: str, value: str, period: str, data_type: str) -> JsonValue:
    currency = "EUR" if data_type == "amt" else None
    return {"Code": code, "Value": value, "Period": period, "DataType": data_type, "TypeAmount": currency}


def _administrators(persons: Sequence[RegisteredPerson]) -> JsonValue:
    in_office = [person for person in persons if person.role in _FUNCTIONS]
    representatives: list[JsonValue] = [
        _person(person.given, person.surname, person.country)
        for person in persons
        if person.role == "permanent_representative"
    ]
    return {
        "NaturalPersons": [
            {
                "Person": _person(person.given, person.surname, person.country),
                "Profession": None,
                "Mandates": [_mandate(person)],
            }
            for person in in_office
            if person.kind == "person"
        ],
        "LegalPersons": [
            {
                "Entity": {"Name": person.name, "Identifier": person.number, "Address": _address(person.country)},
                "Mandates": [_mandate(person)],
                "Representatives": representatives,
            }
            for person in in_office
            if person.kind == "company"
        ],
    }


def _person(given: str, surname: str, country: str) -> JsonValue:
    return {"FirstName": given, "LastName": surname, "Address": _address(country)}


def _address(country: str) -> JsonValue:
    return {"Street": None, "Number": None, "Box": None, "City": None, "Country": f"cty:m{country}"}


def _mandate(person: RegisteredPerson) -> JsonValue:
    dates = {
        "StartDate": person.since.isoformat(),
        "EndDate": person.until.isoformat() if person.until is not None else None,
    }
    return {"FunctionMandate": _FUNCTIONS[person.role], "OtherFunctionMandate": None, "MandateDates": {**dates}}


def _holding_company(owner: RegisteredOwner) -> JsonValue:
    entity = {"Name": owner.name, "Identifier": None, "Address": _address(owner.country)}
    return {"Entity": {**entity}, "RightsHeld": _rights(owner)}


def _holder(owner: RegisteredOwner) -> JsonValue:
    given, _, surname = owner.name.rpartition(" ")
    return {"Person": _person(given, surname, owner.country), "RightsHeld": _rights(owner)}


def _rights(owner: RegisteredOwner) -> JsonValue:
    return [{"Line": "1", "Nature": "Aandelen", "Percentage": f"{owner.share_percent:g}"}]

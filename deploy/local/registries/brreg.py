"""The Norwegian register of legal entities: a unit and its roles.

Contract: https://data.brreg.no/enhetsregisteret/api/dokumentasjon/no/index.html. A deleted unit is answered with what
little is kept of it.
"""

import re
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from schemas.sources import SourceName

ROOT = "/enhetsregisteret/api"
_FORMS = {"AS": "Aksjeselskap", "ASA": "Allmennaksjeselskap", "ENK": "Enkeltpersonforetak", "ANS": "Ansvarlig selskap"}
_ROLES: Mapping[str, tuple[str, str, str]] = {
    "managing_director": ("DAGL", "DAGL", "Daglig leder/ adm.direktør"),
    "director": ("STYR", "MEDL", "Styremedlem"),
    "auditor": ("REVI", "REVI", "Revisor"),
    "liquidator": ("STYR", "BOBE", "Bostyrer"),
}
"""The group, the code and the words of a role; a permanent representative has none in Norway."""


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    rows = {row.company_registration_number: row for row in companies if row.country == "NO"}

    async def answered(number: str, *, with_roles: bool) -> Response:
        if not re.fullmatch(r"[0-9]{9}", number):
            return _error(400)
        row = rows.get(number)
        told = row.told_by(SourceName.BRREG) if row is not None else None
        tell = _roles if with_roles else _unit
        if row is not None and isinstance(told, Trouble):
            return await troubled(told, tell(number, row.entry))
        return tell(number, told if isinstance(told, RegisterEntry) else None)

    async def unit(request: Request) -> Response:
        return await answered(request.path_params["number"], with_roles=False)

    async def roles(request: Request) -> Response:
        return await answered(request.path_params["number"], with_roles=True)

    return [
        Route(f"{ROOT}/enheter/{{number}}", unit, methods=["GET"]),
        Route(f"{ROOT}/enheter/{{number}}/roller", roles, methods=["GET"]),
    ]


def _error(status: int) -> Response:
    return JSONResponse({"status": status, "error": "Not Found" if status == 404 else "Bad Request"}, status)


def _unit(number: str, entry: RegisterEntry | None) -> Response:
    if entry is None:
        return _error(404)
    form = {"kode": entry.legal_form, "beskrivelse": _FORMS.get(entry.legal_form, entry.legal_form)}
    known = {"organisasjonsnummer": number, "navn": entry.name.upper(), "organisasjonsform": form}
    if _is_deleted(entry):
        ended = entry.ended.isoformat() if entry.ended else "2025-01-31"
        return JSONResponse({**known, "slettedato": ended, "respons_klasse": "SlettetEnhet"})
    activities = {
        f"naeringskode{place}": {"kode": f"{activity.nace}0", "beskrivelse": activity.title}
        for place, activity in enumerate(entry.activities[:3], 1)
    }
    employees = {} if entry.employees is None else {"antallAnsatte": entry.employees}
    return JSONResponse(
        {
            **known,
            "forretningsadresse": {
                "land": "Norge",
                "landkode": "NO",
                "postnummer": entry.postal_code,
                "poststed": entry.city.upper(),
                "adresse": [entry.street],
                "kommune": entry.city.upper(),
            },
            "stiftelsesdato": entry.incorporated.isoformat(),
            "registrertIMvaregisteret": entry.status == "active",
            **activities,
            **employees,
            "harRegistrertAntallAnsatte": entry.employees is not None,
            "konkurs": entry.status == "bankruptcy",
            "underAvvikling": entry.status == "liquidation",
            "underTvangsavviklingEllerTvangsopplosning": False,
            "respons_klasse": "Enhet",
        }
    )


def _roles(number: str, entry: RegisterEntry | None) -> Response:
    if entry is None or _is_deleted(entry):
        return _error(404)
    groups: dict[str, list[object]] = {}
    for person in entry.persons:
        if person.role in _ROLES:
            group, code, words = _ROLES[person.role]
            groups.setdefault(group, []).append(_role(person, code, words))
    told = [{"type": {"kode": group}, "sistEndret": "2024-05-02", "roller": roles} for group, roles in groups.items()]
    return JSONResponse({"rollegrupper": told})


def _role(person: RegisteredPerson, code: str, words: str) -> object:
    role = {
        "type": {"kode": code, "beskrivelse": words},
        "fratraadt": person.until is not None,
        "avregistrert": False,
    }
    if person.kind == "company":
        unit = {"organisasjonsnummer": person.number, "navn": [person.name.upper()], "erSlettet": False}
        return {**role, "enhet": unit}
    born = {"fodselsdato": person.birth_date.isoformat()} if person.birth_date else {}
    name = {"fornavn": person.given, "etternavn": person.surname}
    return {**role, "person": {**born, "navn": name, "erDoed": False}}


def _is_deleted(entry: RegisterEntry) -> bool:
    return entry.status in ("dissolved", "inactive")

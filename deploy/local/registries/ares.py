"""ARES: a Czech subject and its entry in the public register.

Contract: https://ares.gov.cz/ekonomicke-subjekty-v-be/rest/v3/api-docs. The entry keeps what was: a director who has
left is there with the date of the deletion.
"""

import re
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import RegisteredOwner, RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from schemas.sources import CompanyStatus, SourceName

ROOT = "/ekonomicke-subjekty-v-be/rest"
_FORMS = {"s.r.o.": "112", "a.s.": "121", "v.o.s.": "111", "k.s.": "113"}
_STATES: Mapping[CompanyStatus, str] = {"dissolved": "ZANIKLY", "inactive": "POZASTAVENY"}
_FUNCTIONS = {"director": "jednatel", "managing_director": "jednatel", "liquidator": "likvidátor"}


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    rows = {number: row for row in companies if row.country == "CZ" and (number := _number(row))}

    async def answered(number: str, *, with_entry: bool) -> Response:
        if not re.fullmatch(r"[0-9]{8}", number):
            return _error(400, "CHYBA_VSTUPU", "VSTUP_NEVALIDNI_FORMAT_ICO")
        row = rows.get(number)
        told = row.told_by(SourceName.ARES) if row is not None else None
        tell = _entry if with_entry else _subject
        if row is not None and isinstance(told, Trouble):
            return await troubled(told, tell(number, row.entry))
        return tell(number, told if isinstance(told, RegisterEntry) else None)

    async def subject(request: Request) -> Response:
        return await answered(request.path_params["ico"], with_entry=False)

    async def entry(request: Request) -> Response:
        return await answered(request.path_params["ico"], with_entry=True)

    return [
        Route(f"{ROOT}/ekonomicke-subjekty/{{ico}}", subject, methods=["GET"]),
        Route(f"{ROOT}/ekonomicke-subjekty-vr/{{ico}}", entry, methods=["GET"]),
    ]


def _number(row: SimulatedCompany) -> str | None:
    return row.company_registration_number or (row.vat_number or "").removeprefix("CZ") or None


def _error(status: int, code: str, detail: str) -> Response:
    return JSONResponse({"kod": code, "popis": "", "subKod": detail}, status)


def _not_found() -> Response:
    return _error(404, "NENALEZENO", "VYSTUP_SUBJEKT_NENALEZEN")


def _subject(number: str, entry: RegisterEntry | None) -> Response:
    if entry is None:
        return _not_found()
    state = _STATES.get(entry.status, "AKTIVNI")
    ended = {"datumZaniku": entry.ended.isoformat()} if entry.ended and entry.status == "dissolved" else {}
    return JSONResponse(
        {
            "ico": number,
            "icoId": number,
            "obchodniJmeno": entry.name + (" v likvidaci" if entry.status == "liquidation" else ""),
            "sidlo": {
                "kodStatu": "CZ",
                "nazevObce": entry.city,
                "psc": int(re.sub(r"\D", "", entry.postal_code) or 0),
                "textovaAdresa": f"{entry.street}, {entry.postal_code} {entry.city}",
            },
            "pravniForma": _FORMS.get(entry.legal_form, "999"),
            "datumVzniku": entry.incorporated.isoformat(),
            **ended,
            "dic": f"CZ{number}",
            "czNace": [activity.nace.replace(".", "") + "0" for activity in entry.activities],
            "seznamRegistraci": {
                "stavZdrojeRos": state,
                "stavZdrojeVr": state,
                "stavZdrojeRes": state,
                "stavZdrojeRzp": "NEEXISTUJICI",
                "stavZdrojeDph": state,
                "stavZdrojeIr": "AKTIVNI" if entry.status == "bankruptcy" else "NEEXISTUJICI",
            },
            "primarniZdroj": "ros",
        }
    )


def _entry(number: str, entry: RegisterEntry | None) -> Response:
    if entry is None:
        return _not_found()
    members = [_member(person) for person in entry.persons if person.role in _FUNCTIONS]
    since = entry.incorporated.isoformat()
    record = {
        "ico": [{"datumZapisu": since, "hodnota": number}],
        "primarniZaznam": True,
        "stavSubjektu": _STATES.get(entry.status, "AKTIVNI"),
        "datumZapisu": since,
        "statutarniOrgany": [{"datumZapisu": since, "nazevOrganu": "Jednatelé", "clenoveOrganu": members}],
        "spolecnici": [{"datumZapisu": since, "spolecnik": [_partner(owner, since) for owner in entry.owners]}],
        "konkursy": [{"datumZapisu": since}] if entry.status == "bankruptcy" else [],
    }
    return JSONResponse({"icoId": number, "zaznamy": [record]})


def _member(person: RegisteredPerson) -> object:
    entered = {"datumZapisu": person.since.isoformat(), "typAngazma": "STATUTARNI_ORGAN_CLEN"}
    deleted = {"datumVymazu": person.until.isoformat()} if person.until else {}
    function = {"nazev": _FUNCTIONS[person.role], "vznikFunkce": person.since.isoformat()}
    if person.kind == "company":
        who: object = {"pravnickaOsoba": {"obchodniJmeno": person.name, "adresa": {"kodStatu": person.country}}}
    else:
        born = person.birth_date.isoformat() if person.birth_date else None
        natural = {"jmeno": person.given, "prijmeni": person.surname, "datumNarozeni": born}
        who = {"fyzickaOsoba": {**natural, "statniObcanstvi": person.country}}
    assert isinstance(who, dict)
    return {**entered, **deleted, "clenstvi": {"funkce": function}, **who}


def _partner(owner: RegisteredOwner, since: str) -> object:
    amount = {"typObnos": "PROCENTA", "hodnota": f"{owner.share_percent:g}".replace(".", ";")}
    share = {"datumZapisu": since, "velikostPodilu": amount}
    if owner.kind == "company":
        who: object = {"pravnickaOsoba": {"obchodniJmeno": owner.name, "adresa": {"kodStatu": owner.country}}}
    else:
        given, _, surname = owner.name.rpartition(" ")
        born = owner.birth_date.isoformat() if owner.birth_date else None
        who = {"fyzickaOsoba": {"jmeno": given, "prijmeni": surname, "datumNarozeni": born}}
    assert isinstance(who, dict)
    return {"datumZapisu": since, "podil": [share], "osoba": {"datumZapisu": since, "nazevAngazma": "Společník", **who}}

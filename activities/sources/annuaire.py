"""The French directory of companies (Annuaire des Entreprises), which joins the registers Sirene and RNE.

Contract: https://recherche-entreprises.api.gouv.fr/docs. It is a search: the answer is taken only if it has exactly
the number that was asked for. A company or person may have asked that their data be withheld, which is written
`[NON-DIFFUSIBLE]`. Seven requests a second are allowed.
"""

import re
from datetime import timedelta

import aiohttp
from pydantic import BaseModel, Field

from activities.sources.answers import Reading, Received, Reply, fact_of, facts_of, not_applicable
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import MOST_READ, Listed, json_of, nace
from activities.sources.source import Terms
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceFact, SourceName, SourceQuery

WITHHELD = "NON-DIFFUSIBLE"
STATUSES: dict[str, CompanyStatus] = {"A": "active", "C": "inactive"}
"""Active and *cessée*: the directory does not say why a company ceased."""
LEGAL_FORMS = {
    "1000": "entrepreneur individuel",
    "52": "SNC",
    "53": "société en commandite",
    "5498": "EURL",
    "54": "SARL",
    "55": "SA",
    "56": "SA",
    "5720": "SASU",
    "57": "SAS",
    "58": "société européenne",
    "62": "GIE",
    "65": "société civile",
    "92": "association",
}
"""By the four digits of INSEE's *catégorie juridique*, or by the first two."""
AUDITOR, LIQUIDATOR = "commissaire aux comptes", "liquidateur"
"""Listed among the directors, and none."""


class Annuaire:
    name = SourceName.ANNUAIRE
    terms = Terms(per_second=5.0, kept_for=timedelta(days=1))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.annuaire_url.rstrip('/')}/search"

    async def ask(self, query: SourceQuery) -> Reply:
        """What the directory says of the company."""
        siren = siren_of(query.company)
        if isinstance(siren, Reading):
            return Reply(siren)
        params = {"q": siren, "page": "1", "per_page": "5"}
        reply = await exchange(self._http, "GET", self._url, params=params)
        return Reply(read_reply(reply, siren), (Received.of(reply),))


def siren_of(company: Company) -> str | Reading:
    """The nine digits of a SIREN, from the registration number (itself, an establishment's SIRET of fourteen digits,
    or `RCS Lyon 882 624 349`) or from the end of the VAT number, or the reading that there is none."""
    if company.country != "FR":
        return not_applicable("country_not_in_register")
    registered = re.sub(r"[\s.-]", "", company.company_registration_number or "").upper()
    found = re.search(r"(?<![0-9])([0-9]{9})(?:[0-9]{5})?(?![0-9])", registered)
    for number in (registered, company.vat_number or ""):
        found = found or re.fullmatch(r"FR[0-9A-Z]{2}([0-9]{9})", number)
    return found.group(1) if found else not_applicable("no_registration_number")


class _Seat(BaseModel):
    address: str | None = Field(default=None, alias="adresse")


class _Director(BaseModel):
    """A natural person has `nom` and `prenoms`, a legal one `denomination`."""

    surname: str | None = Field(default=None, alias="nom")
    given: str | None = Field(default=None, alias="prenoms")
    company_name: str | None = Field(default=None, alias="denomination")
    born: str | None = Field(default=None, alias="date_de_naissance")
    birth_year: str | int | None = Field(default=None, alias="annee_de_naissance")
    role: str | None = Field(default=None, alias="qualite")


class _Company(BaseModel):
    siren: str
    name: str | None = Field(default=None, alias="nom_raison_sociale")
    full_name: str | None = Field(default=None, alias="nom_complet")
    seat: _Seat | None = Field(default=None, alias="siege")
    state: str | None = Field(default=None, alias="etat_administratif")
    legal_form: str | int | None = Field(default=None, alias="nature_juridique")
    created: str | None = Field(default=None, alias="date_creation")
    closed: str | None = Field(default=None, alias="date_fermeture")
    activity: str | None = Field(default=None, alias="activite_principale")
    establishments: int | None = Field(default=None, alias="nombre_etablissements_ouverts")
    directors: Listed[_Director] = Field(default=(), alias="dirigeants")


class _Search(BaseModel):
    results: tuple[_Company, ...]


def read_reply(reply: Exchange, siren: str) -> Reading:
    """What the directory said of this number; a search that found only other companies did not find it."""
    search = json_of(_Search, reply)
    if isinstance(search, Reading):
        return search
    company = next((result for result in search.results if result.siren == siren), None)
    if company is None:
        return Reading("not_found", "unknown_number")
    return Reading("found", facts=facts_of_company(company))


def facts_of_company(company: _Company) -> tuple[SourceFact, ...]:
    facts = facts_of(
        {
            "company_name": _told(company.name) or _told(company.full_name),
            "registration_number": company.siren,
            "registered_address": _told(company.seat.address if company.seat else None),
            "legal_form": legal_form(str(company.legal_form or "")),
            "company_status": status_of(company),
            "incorporation_date": partial_date(company.created),
            "dissolution_date": partial_date(company.closed) if company.state == "C" else None,
            "establishments": company.establishments,
            "activity_code": nace(company.activity),
        }
    )
    for director in company.directors[:MOST_READ]:
        facts += _director(director)
    return facts


def status_of(company: _Company) -> CompanyStatus | None:
    """A company that has a liquidator is being wound up, though the directory goes on to call it active."""
    status = STATUSES.get(company.state or "")
    has_liquidator = any(_is(director, LIQUIDATOR) for director in company.directors)
    return "liquidation" if status == "active" and has_liquidator else status


def legal_form(code: str) -> str | None:
    """The usual name of a *catégorie juridique*; None for one that is not in the table."""
    return LEGAL_FORMS.get(code) or LEGAL_FORMS.get(code[:2])


def _director(director: _Director) -> tuple[SourceFact, ...]:
    role = director.role or ""
    if _is(director, AUDITOR) or _is(director, LIQUIDATOR):
        return ()
    if director.company_name:
        return fact_of("director", _told(director.company_name), {"role": role, "kind": "company"})
    name = " ".join(part.strip() for part in (_told(director.given), _told(director.surname)) if part)
    born = partial_date(director.born) or partial_date(str(director.birth_year or ""))
    return fact_of("director", name, {"role": role, "kind": "person", "birth_date": born})


def _is(director: _Director, role: str) -> bool:
    return (director.role or "").lower().startswith(role)


def _told(text: str | None) -> str | None:
    """The text; None if it is withheld."""
    return None if text is None or WITHHELD in text else text

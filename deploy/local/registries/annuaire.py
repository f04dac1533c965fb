"""The French directory of companies: a search by SIREN, by SIRET or by name.

Contract: https://recherche-entreprises.api.gouv.fr/docs. The directory shows only the year of a person's birth.
"""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from domain.naming import core_name
from schemas.sources import SourceName

ROOT = "/recherche-entreprises"
MAX_PER_PAGE = 25
_FORMS = {"SARL": "5499", "SAS": "5710", "SASU": "5720", "SA": "5599", "EURL": "5498", "SCI": "6540", "SNC": "5202"}
_ROLES = {
    "director": "Gérant",
    "managing_director": "Directeur général",
    "permanent_representative": "Représentant permanent",
    "auditor": "Commissaire aux comptes titulaire",
    "liquidator": "Liquidateur",
}


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    rows = [(siren, row) for row in companies if row.country == "FR" and (siren := _siren(row))]

    async def search(request: Request) -> Response:
        asked = request.query_params.get("q", "").strip()
        per_page = request.query_params.get("per_page", "10")
        if len(asked) < 3:
            return _error("3 caractères minimum pour les termes de la requête.")
        if not per_page.isdecimal() or not 1 <= int(per_page) <= MAX_PER_PAGE:
            return _error("Veuillez indiquer un paramètre `per_page` entre `1` et `25`, par défaut `10`.")
        found = [(siren, row) for siren, row in rows if _answers_to(asked, siren, row)]
        troubles = (told for _, row in found if isinstance(told := row.told_by(SourceName.ANNUAIRE), Trouble))
        trouble = next(troubles, None)
        if trouble is not None:
            return await troubled(trouble, _results([(siren, row.entry) for siren, row in found], int(per_page)))
        entries = [(siren, told) for siren, row in found if isinstance(told := _told(row), RegisterEntry)]
        return _results(entries, int(per_page))

    return [Route(f"{ROOT}/search", search, methods=["GET"])]


def _told(row: SimulatedCompany) -> RegisterEntry | Trouble | None:
    return row.told_by(SourceName.ANNUAIRE)


def _siren(row: SimulatedCompany) -> str | None:
    return (row.company_registration_number or row.vat_number or "").replace(" ", "")[-9:] or None


def _answers_to(asked: str, siren: str, row: SimulatedCompany) -> bool:
    if asked.replace(" ", "").isdecimal():
        return asked.replace(" ", "")[:9] == siren
    return core_name(asked) in core_name(row.company_name)


def _error(message: str) -> Response:
    return JSONResponse({"erreur": message}, 400)


def _results(found: Sequence[tuple[str, RegisterEntry | None]], per_page: int) -> Response:
    results = [_company(siren, entry) for siren, entry in found if entry is not None]
    counts = {"total_results": len(results), "page": 1, "per_page": per_page, "total_pages": int(bool(results))}
    return JSONResponse({"results": results[:per_page], **counts})


def _company(siren: str, entry: RegisterEntry) -> object:
    closed = entry.status in ("dissolved", "inactive")
    address = f"{entry.street} {entry.postal_code} {entry.city}".upper()
    state = "C" if closed else "A"
    return {
        "siren": siren,
        "nom_complet": entry.name.upper(),
        "nom_raison_sociale": entry.name.upper(),
        "sigle": None,
        "nombre_etablissements": entry.establishments,
        "nombre_etablissements_ouverts": 0 if closed else entry.establishments,
        "siege": {"siret": f"{siren}00012", "adresse": address, "etat_administratif": "F" if closed else "A"},
        "activite_principale": f"{entry.activities[0].nace}Z" if entry.activities else None,
        "date_creation": entry.incorporated.isoformat(),
        "date_fermeture": entry.ended.isoformat() if closed and entry.ended else None,
        "etat_administratif": state,
        "nature_juridique": _FORMS.get(entry.legal_form, "9900"),
        "statut_diffusion": "O",
        "dirigeants": [_director(person) for person in entry.persons if person.until is None],
        "finances": None,
    }


def _director(person: RegisteredPerson) -> object:
    role = _ROLES[person.role]
    if person.kind == "company":
        named = {"siren": person.number, "denomination": person.name.upper(), "sigle": None}
        return {**named, "qualite": role, "type_dirigeant": "personne morale"}
    return {
        "nom": person.surname.upper(),
        "prenoms": person.given.upper(),
        "annee_de_naissance": str(person.birth_date.year) if person.birth_date else None,
        "date_de_naissance": f"{person.birth_date:%Y-%m}" if person.birth_date else None,
        "qualite": role,
        "nationalite": "Française" if person.country == "FR" else None,
        "type_dirigeant": "personne physique",
    }

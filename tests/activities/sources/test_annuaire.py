"""What the French directory of companies says becomes facts; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest

from activities.sources.annuaire import Annuaire
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving, values

SEARCH = "/search"
GARANCE = Company(company_name="Atelier Garance SARL", country="FR", company_registration_number="882624349")


def company(**members: object) -> dict[str, object]:
    return {
        "siren": "882624349",
        "nom_complet": "ATELIER GARANCE (LA GARANCE)",
        "nom_raison_sociale": "ATELIER GARANCE",
        "siege": {"siret": "88262434900012", "adresse": "7 RUE DES LILAS 69003 LYON"},
        "etat_administratif": "A",
        "nature_juridique": "5499",
        "date_creation": "2020-04-14",
        "activite_principale": "47.62Z",
        "nombre_etablissements_ouverts": 2,
        "dirigeants": [],
        "nobody_knows_this": [{}],
        **members,
    }


def results(*companies: object) -> Said:
    return said({"results": list(companies), "total_results": len(companies), "page": 1})


def person(**members: object) -> dict[str, object]:
    return {
        "nom": "CHEVALIER",
        "prenoms": "MARGAUX ANNE",
        "annee_de_naissance": "1984",
        "date_de_naissance": "1984-07",
        "qualite": "Gérant",
        "nationalite": "Française",
        "type_dirigeant": "personne physique",
        **members,
    }


@pytest.fixture
async def annuaire() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        stub.says = {SEARCH: [results(company())]}
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(annuaire: StubRegister, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(company: Company = GARANCE) -> SourceAnswer:
        settings = settings_for("http://unused", annuaire_url=annuaire.url)
        return await looked_up(Annuaire(http, settings), company, store, settings)

    return ask


async def test_a_company_is_found_with_what_the_directory_knows_of_it(
    annuaire: StubRegister, ask: Ask, store: MemoryStore
) -> None:
    answer = await ask()
    assert (answer.state, answer.reason) == ("found", None)
    assert values(answer) == {
        "company_name": "ATELIER GARANCE",
        "registration_number": "882624349",
        "registered_address": "7 RUE DES LILAS 69003 LYON",
        "legal_form": "SARL",
        "company_status": "active",
        "incorporation_date": "2020-04-14",
        "establishments": 2,
        "activity_code": "NACE 47.62",
    }
    assert dict(annuaire.asked[0].query) == {"q": "882624349", "page": "1", "per_page": "5"}
    assert answer.data_hash == digest(results(company()).body)
    assert [body for body, _ in store.objects.values()] == [results(company()).body]


async def test_only_the_company_with_exactly_that_number_is_taken(annuaire: StubRegister, ask: Ask) -> None:
    other = company(siren="882624350", nom_raison_sociale="AUTRE")
    annuaire.says[SEARCH] = [results(other, company())]
    assert (await ask()).fact("company_name") == "ATELIER GARANCE"
    annuaire.says[SEARCH] = [results(other)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.facts) == ("not_found", "unknown_number", ())


async def test_a_search_without_results_is_not_found(annuaire: StubRegister, ask: Ask) -> None:
    annuaire.says[SEARCH] = [results()]
    assert (await ask()).state == "not_found"


async def test_a_company_that_ceased_is_inactive_since_its_closing(annuaire: StubRegister, ask: Ask) -> None:
    annuaire.says[SEARCH] = [results(company(etat_administratif="C", date_fermeture="2025-12-31"))]
    answer = await ask()
    assert (answer.fact("company_status"), answer.fact("dissolution_date")) == ("inactive", "2025-12-31")


@pytest.mark.parametrize("state", [None, "X", ""])
async def test_an_unknown_state_is_no_status(annuaire: StubRegister, ask: Ask, state: str | None) -> None:
    annuaire.says[SEARCH] = [results(company(etat_administratif=state))]
    assert (await ask()).fact("company_status") is None


async def test_directors_are_told_with_their_birth_and_auditors_are_none(annuaire: StubRegister, ask: Ask) -> None:
    annuaire.says[SEARCH] = [
        results(
            company(
                dirigeants=[
                    person(),
                    person(nom="ROY", prenoms=None, date_de_naissance=None, annee_de_naissance=1971),
                    {"siren": "123456789", "denomination": "HOLDING DU LAC", "qualite": "Président de SAS"},
                    person(qualite="Commissaire aux comptes titulaire"),
                    {"denomination": "CABINET D'AUDIT", "qualite": "Commissaire aux comptes suppléant"},
                    {"qualite": None},
                ]
            )
        )
    ]
    directors = (await ask()).all("director")
    assert [(fact.value, fact.details) for fact in directors] == [
        ("MARGAUX ANNE CHEVALIER", {"role": "Gérant", "kind": "person", "birth_date": "1984-07"}),
        ("ROY", {"role": "Gérant", "kind": "person", "birth_date": "1971"}),
        ("HOLDING DU LAC", {"role": "Président de SAS", "kind": "company"}),
    ]


async def test_a_liquidator_is_no_director_and_says_that_the_company_is_being_wound_up(
    annuaire: StubRegister, ask: Ask
) -> None:
    annuaire.says[SEARCH] = [results(company(dirigeants=[person(qualite="Liquidateur amiable")]))]
    answer = await ask()
    assert (answer.fact("company_status"), answer.all("director")) == ("liquidation", ())


async def test_what_is_withheld_is_no_fact(annuaire: StubRegister, ask: Ask) -> None:
    hidden = "[NON-DIFFUSIBLE]"
    withheld = company(
        nom_complet=hidden,
        nom_raison_sociale=hidden,
        siege={"adresse": f"{hidden} LYON"},
        dirigeants=[person(nom=hidden, prenoms=hidden, annee_de_naissance=hidden, date_de_naissance=None)],
    )
    annuaire.says[SEARCH] = [results(withheld)]
    answer = await ask()
    assert answer.state == "found"
    assert {"company_name", "registered_address", "director"} & set(values(answer)) == set()


async def test_a_company_of_which_hardly_anything_is_known_is_found(annuaire: StubRegister, ask: Ask) -> None:
    annuaire.says[SEARCH] = [results({"siren": "882624349", "siege": None, "dirigeants": None})]
    answer = await ask()
    assert (answer.state, values(answer)) == ("found", {"registration_number": "882624349"})


@pytest.mark.parametrize(
    ("code", "form"), [("5710", "SAS"), (5720, "SASU"), ("5498", "EURL"), ("5599", "SA"), ("7112", None), (None, None)]
)
async def test_the_legal_form_is_named_and_not_numbered(
    annuaire: StubRegister, ask: Ask, code: object, form: str | None
) -> None:
    annuaire.says[SEARCH] = [results(company(nature_juridique=code))]
    assert (await ask()).fact("legal_form") == form


@pytest.mark.parametrize(
    ("number", "vat"),
    [
        ("882 624 349", None),
        ("88262434900012", None),
        ("RCS Lyon 882 624 349", None),
        ("RCS Lyon", "FR39882624349"),
        (None, "FR39882624349"),
        (None, "FRK7882624349"),
        ("882-624-349", None),
        ("FR39882624349", None),
    ],
)
async def test_the_number_is_taken_from_the_registration_or_the_vat_number(
    annuaire: StubRegister, ask: Ask, number: str | None, vat: str | None
) -> None:
    await ask(Company(company_name="Garance", country="FR", company_registration_number=number, vat_number=vat))
    assert dict(annuaire.asked[0].query)["q"] == "882624349"


@pytest.mark.parametrize(
    ("country", "number", "reason"),
    [
        ("FR", None, "no_registration_number"),
        ("FR", "12345", "no_registration_number"),
        ("BE", "0882624349", "country_not_in_register"),
    ],
)
async def test_a_company_without_a_french_number_is_not_asked_for(
    annuaire: StubRegister, ask: Ask, country: str, number: str | None, reason: str
) -> None:
    answer = await ask(Company(company_name="Garance", country=country, company_registration_number=number))
    assert (answer.state, answer.reason, annuaire.asked) == ("not_applicable", reason, [])

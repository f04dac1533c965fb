"""How rows of the catalogue are made: a company of which a few things are told has all the rest in good order."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from deploy.local.registries.rows import (
    Accounts,
    Activity,
    Behaviour,
    Publication,
    Registered,
    RegisteredOwner,
    RegisteredPerson,
    RegisterEntry,
    SimulatedCompany,
    ViesBehaviour,
    Website,
    shop,
)
from schemas.sources import SourceName

TODAY = datetime.now(UTC).date()
"""Stories of young companies and late accounts are told from the day on which the simulator starts."""
LAST_YEAR = (TODAY - timedelta(days=182)).year - 1
"""The last year whose accounts are deposited, which all do in June."""

FROM_THE_ENTRY = Registered("", "")
"""VIES says what is true."""


def director(given: str, surname: str, country: str = "BE", since: date = date(2018, 5, 2)) -> RegisteredPerson:
    return RegisteredPerson(surname, given, "director", since, birth_date=date(1975, 6, 11), country=country)


def healthy_accounts(equity: int = 240_000, turnover: int | None = 1_150_000) -> tuple[Accounts, ...]:
    """Three years, the last one last."""
    return tuple(
        Accounts(year, date(year + 1, 6, 24), equity + 10_000 * number, turnover, 32_000 + 1_000 * number)
        for number, year in enumerate(range(LAST_YEAR - 2, LAST_YEAR + 1))
    )


def registered(
    name: str,
    legal_form: str,
    address: tuple[str, str, str],
    trade: Activity,
    head: RegisteredPerson,
    **rest: object,
) -> RegisterEntry:
    """What is true of a company in good order: one director who owns it, accounts, and the notice of its founding."""
    street, postal_code, city = address
    incorporated = rest.get("incorporated", date(2016, 3, 14))
    assert isinstance(incorporated, date)
    usual: dict[str, object] = {
        "activities": (trade,),
        "persons": (head,),
        "owners": (RegisteredOwner(head.name, 100.0, country=head.country, birth_date=head.birth_date),),
        "accounts": healthy_accounts(),
        "publications": (Publication(incorporated, "RUBRIEK OPRICHTING", f"{incorporated:%y}034711"),),
    }
    return RegisterEntry(name, legal_form, street, postal_code, city, **{**usual, **rest})  # type: ignore[arg-type]


def company(
    story: str,
    entry: RegisterEntry,
    country: str,
    *,
    vat_number: str | None,
    number: str | None = None,
    typed_name: str | None = None,
    vies: ViesBehaviour | None = FROM_THE_ENTRY,
    website: Website | None = None,
    behaviours: Mapping[SourceName, Behaviour] | None = None,
    website_url: str | None = None,
) -> SimulatedCompany:
    """A company that VIES and the registers know as the entry tells it; the officer types that name but for
    `typed_name`."""
    if vies is FROM_THE_ENTRY:
        vies = Registered(entry.name.upper(), f"{entry.street}\n{entry.postal_code} {entry.city}")
    return SimulatedCompany(
        story=story,
        company_name=typed_name or entry.name,
        country=country,
        vat_number=vat_number,
        company_registration_number=number,
        vies=vies,
        website=website,
        entry=entry,
        behaviours=behaviours or {},
        website_url=website_url,
    )


def shop_of(host: str, entry: RegisterEntry, trade: str, number: str) -> Website:
    """The website of a company in good order."""
    return shop(host, entry.name, trade, f"{entry.street}, {entry.postal_code} {entry.city}", number)

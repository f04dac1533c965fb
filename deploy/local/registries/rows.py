"""What the catalogue's rows are made of: a company, what is true of it, and how each register speaks of it.

A register tells what is true (`RegisterEntry`) in its own wire format, unless `behaviours` says otherwise for it: it
may know something else, know nothing, or be in trouble.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Literal

from deploy.local.registries.troubles import Trouble
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceName


@dataclass(frozen=True)
class Registered:
    """The VAT number is valid; `---` is how a member state withholds a name or an address."""

    name: str
    address: str
    delay_seconds: float = 0.0


@dataclass(frozen=True)
class Failing:
    """VIES answers with an error code instead."""

    code: str


@dataclass(frozen=True)
class UnderMaintenance:
    """VIES answers with an HTML page and status 200."""


ViesBehaviour = Registered | Failing | UnderMaintenance


@dataclass(frozen=True)
class Page:
    body: str = ""
    status: int = 200
    location: str | None = None
    """Where a redirect leads."""


@dataclass(frozen=True)
class Website:
    host: str
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By path; every other path answers 404."""


@dataclass(frozen=True)
class RegisteredPerson:
    """A holder of a function; a company where `kind` says so, which then has its name in `surname`."""

    surname: str
    given: str = ""
    role: Literal["director", "managing_director", "permanent_representative", "auditor", "liquidator"] = "director"
    since: date = date(2020, 1, 1)
    until: date | None = None
    kind: Literal["person", "company"] = "person"
    birth_date: date | None = None
    country: str = "BE"
    number: str | None = None
    """Of a company, its number in its own register."""

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}".strip()


@dataclass(frozen=True)
class RegisteredOwner:
    name: str
    share_percent: float
    kind: Literal["person", "company"] = "person"
    country: str = "BE"
    birth_date: date | None = None


@dataclass(frozen=True)
class Activity:
    nace: str
    """NACE Rev. 2 with its dot, such as `46.49`; registers write it each in their own way."""
    title: str


@dataclass(frozen=True)
class Accounts:
    """Annual accounts that were deposited, in whole euros."""

    year: int
    deposited: date
    equity: int
    turnover: int | None
    result: int
    employees: int = 5


@dataclass(frozen=True)
class Publication:
    """A notice in an official journal."""

    published: date
    act: str
    number: str


@dataclass(frozen=True)
class RegisterEntry:
    """What is true of a company, or what one register believes to be."""

    name: str
    legal_form: str
    """As the company's country writes it: `BV`, `GmbH`, `SARL`, `AS`."""
    street: str
    """With its number: `Kanaalweg 24`."""
    postal_code: str
    city: str
    incorporated: date = date(2016, 3, 14)
    status: CompanyStatus = "active"
    ended: date | None = None
    activities: tuple[Activity, ...] = ()
    persons: tuple[RegisteredPerson, ...] = ()
    owners: tuple[RegisteredOwner, ...] = ()
    employees: int | None = 5
    establishments: int = 1
    accounts: tuple[Accounts, ...] = ()
    publications: tuple[Publication, ...] = ()
    lei: str | None = None
    lei_status: Literal["ISSUED", "LAPSED", "RETIRED"] = "ISSUED"
    parent_lei: str | None = None
    in_peppol: bool = True
    in_crunchbase: bool = False
    flags: tuple[str, ...] = ()
    """Names of the warnings that NorthData shows."""
    withholding_social: bool = False
    withholding_tax: bool = False


Behaviour = RegisterEntry | Trouble | None
"""What one register says instead of the truth: something else, an error, or None, that it knows no such company."""


@dataclass(frozen=True)
class SimulatedCompany:
    story: str
    """What a case about this company shows, in one sentence."""
    company_name: str
    country: str
    """ISO 3166-1 alpha-2, as in a request to open a case."""
    vat_number: str | None = None
    company_registration_number: str | None = None
    vies: ViesBehaviour | None = None
    """None: VIES does not know the number, and calls it invalid."""
    website: Website | None = None
    entry: RegisterEntry | None = None
    """What is true of it; None: no register but VIES knows it."""
    behaviours: Mapping[SourceName, Behaviour] = field(default_factory=dict)
    """The registers that say something else than the truth."""
    website_url: str | None = None
    """Given where the address is not simply that of the website's host."""

    def told_by(self, source: SourceName) -> Behaviour:
        """What this register says of the company."""
        return self.behaviours.get(source, self.entry)

    def company(self) -> Company:
        """The company as an officer would name it in a new case."""
        return Company(
            company_name=self.company_name,
            country=self.country,
            company_registration_number=self.company_registration_number,
            vat_number=self.vat_number,
            website_url=self.website_url or (f"https://{self.website.host}" if self.website else None),
        )


def shop(host: str, name: str, trade: str, address: str, number: str) -> Website:
    """A small company's website whose imprint states the name, the address and the number."""
    body = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(name)} – {escape(trade)}</title></head>
<body><h1>{escape(name)}</h1><p>{escape(trade)}</p>
<footer>{escape(name)}, {escape(address)}. VAT {escape(number)}. <a href="/terms">Terms</a></footer></body></html>
"""
    terms = f"<!doctype html><title>Terms</title><p>Sales by {escape(name)} are subject to these terms.</p>"
    return Website(host, {"/": Page(body), "/terms": Page(terms)})

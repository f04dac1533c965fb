"""What the catalogue's rows are made of: a company, how VIES speaks of it, and what its website shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from schemas.company import Company


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
    website_url: str | None = None
    """Given where the address is not simply that of the website's host."""

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

"""Which organisation of Crunchbase is the company that was asked for. A permalink alone says nothing.

Source of the rule: a website belongs to one company, a name to many. So by the website's domain first, and by name only
together with the country.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from activities.sources.crunchbase.answer import Identifier, Location, Organisation, Suggestion
from domain.countries import EEA_COUNTRIES
from domain.naming import compare_names, folded
from domain.website_url import WebsiteUrlError, normalise_website_url
from schemas.company import Company

_COUNTRIES: dict[str, str] = {
    **{folded(name): code for code, name in EEA_COUNTRIES.items()},
    "the netherlands": "NL",
    "czech republic": "CZ",
    "slovak republic": "SK",
}
SHARED_SITES = frozenset(
    {
        "amazon.com", "blogspot.com", "bol.com", "booking.com", "ebay.com", "etsy.com", "facebook.com", "github.io",
        "google.com", "instagram.com", "jimdofree.com", "linkedin.com", "linktr.ee", "myshopify.com", "shopify.com",
        "tiktok.com", "webnode.com", "weebly.com", "wixsite.com", "wordpress.com", "x.com", "youtube.com",
    }
)  # fmt: skip
"""Sites on which many companies have a page: their domain is that of somebody else."""


def own_domain(website_url: str | None) -> str | None:
    """The host of a company's website without `www.`; None where it has none of its own."""
    try:
        host = urlsplit(normalise_website_url(website_url or "")).hostname or ""
    except WebsiteUrlError:
        return None
    domain = host.removeprefix("www.")
    shared = any(_is_within(domain, site) for site in SHARED_SITES)
    return domain if "." in domain and not shared else None


def same_site(one: str | None, other: str | None) -> bool:
    """Whether two addresses are of one site; `shop.acme.example` is a part of `acme.example`."""
    left, right = own_domain(one), own_domain(other)
    return left is not None and right is not None and (_is_within(left, right) or _is_within(right, left))


def _is_within(domain: str, site: str) -> bool:
    return domain == site or domain.endswith(f".{site}")


def is_named(company: Company, *names: str | None) -> bool:
    return any(name and compare_names(company.company_name, name) != "different" for name in names)


def likely(company: Company, suggestions: Iterable[Suggestion]) -> list[Identifier]:
    """The suggestions that are named like the company, those of the same name first."""
    named = [each.identifier for each in suggestions if is_named(company, each.identifier.value)]
    return sorted(named, key=lambda each: compare_names(company.company_name, each.value or "") != "same")


def is_the_company(company: Company, told: Organisation) -> bool:
    """Whether an organisation that was found by name is the company: its country must be stated and the same, and if
    it is known to have another website, its name must be more than alike."""
    properties = told.properties
    names = [name for name in (properties.legal_name, properties.identifier and properties.identifier.value) if name]
    if country_of(told) != company.country or not is_named(company, *names):
        return False
    if same_site(company.website_url, properties.site):
        return True
    elsewhere = own_domain(company.website_url) is not None and own_domain(properties.site) is not None
    return not elsewhere or any(compare_names(company.company_name, name) == "same" for name in names)


def country_of(told: Organisation) -> str | None:
    """ISO 3166-1 alpha-2 of the headquarters; None if not stated or outside the European Economic Area."""
    name = next((place.value for place in places(told) if place.location_type == "country"), None)
    return _COUNTRIES.get(folded(name or ""))


def places(told: Organisation) -> tuple[Location, ...]:
    """The places of the headquarters, from its city to its continent."""
    cards = told.cards.headquarters_address if told.cards else ()
    return next((card.location_identifiers for card in cards if card.location_identifiers), ()) or (
        told.properties.location_identifiers
    )

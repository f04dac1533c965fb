"""What Crunchbase states of a company, in our words. Much of it was written by the company or by its readers.

The address of the headquarters is no registered address, and a range of employees is no number; both stay details.
"""

import re
from collections.abc import Iterator
from typing import Literal

from activities.sources.answers import fact_of
from activities.sources.crunchbase.answer import Organisation, Properties
from activities.sources.crunchbase.match import country_of, places
from activities.sources.partial_dates import partial_date
from domain.website_url import WebsiteUrlError, normalise_website_url
from schemas.sources import CompanyStatus, SourceFact

MatchedBy = Literal["domain", "name_and_country"]

_PAGE = "https://www.crunchbase.com/organization/"
_STATUS: dict[str, CompanyStatus] = {
    "active": "active",
    "operating": "active",
    "ipo": "active",
    "was_acquired": "active",
    "closed": "inactive",
}
_EMPLOYEES = re.compile(r"c_([0-9]+)_([0-9]+|max)")


def read_facts(told: Organisation, matched_by: MatchedBy) -> Iterator[SourceFact]:
    """All that is stated of the company. Whoever shows it has to link to `url`: the licence asks for attribution."""
    properties = told.properties
    name = properties.identifier.value if properties.identifier else None
    about = {
        "url": page_of(properties),
        "matched_by": matched_by,
        "known_as": name if properties.legal_name else None,
        "employees": _employees(properties.num_employees_enum),
        "headquarters": ", ".join(place.value for place in places(told) if place.value) or None,
    }
    yield from fact_of("company_name", properties.legal_name or name, about)
    yield from fact_of("country", country_of(told), {"of": "headquarters"})
    yield from fact_of("website_url", _website(properties))
    founded, closed = properties.founded_on, properties.closed_on
    yield from fact_of("incorporation_date", partial_date(founded.value, founded.precision) if founded else None)
    status = _STATUS.get((properties.operating_status or properties.status or "").lower())
    ended = partial_date(closed.value, closed.precision) if closed else None
    yield from fact_of("company_status", status, {"stated": properties.status, "closed_on": ended})
    trades = ", ".join(each.value for each in properties.categories if each.value)
    yield from fact_of("activity_description", properties.short_description, {"categories": trades})


def page_of(properties: Properties) -> str | None:
    """The organisation's public page."""
    permalink = (properties.identifier.permalink if properties.identifier else None) or ""
    return _PAGE + permalink if re.fullmatch(r"[A-Za-z0-9_-]+", permalink) else None


def _employees(code: str | None) -> str | None:
    """`c_00011_00050` is `11-50`, `c_10001_max` is `10001 or more`."""
    stated = _EMPLOYEES.fullmatch(code or "")
    if stated is None:
        return None
    least, most = int(stated[1]), stated[2]
    return f"{least} or more" if most == "max" else f"{least}-{int(most)}"


def _website(properties: Properties) -> str | None:
    try:
        return normalise_website_url(properties.site or "")
    except WebsiteUrlError:
        return properties.site

"""The company's website: whether it answers, and whether it is this company's by its own words.

The address comes from a customer, so the page is fetched only through `runtime.public_web`.
"""

import asyncio

from temporalio import activity

from activities.sources.answers import RETRY_SECONDS, AnswerDesk, FactValue, Reading, Received, facts_of, not_applicable
from activities.sources.evidence import EvidenceStore
from activities.sources.website_page import facts_of_page
from domain.website_url import WebsiteUrlError, normalise_website_url
from runtime.public_web import (
    NoAnswerError,
    PublicPage,
    PublicWebError,
    SimulatedWebsites,
    fetch_public_page,
)
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import FactName, SourceAnswer, SourceName, SourceQuery


class WebsiteActivities:
    def __init__(self, store: EvidenceStore, settings: Settings) -> None:
        self._desk = AnswerDesk(SourceName.WEBSITE, store, settings)
        self._simulated = simulated_websites(settings)

    @activity.defn(name="check-website")
    async def check_website(self, query: SourceQuery) -> SourceAnswer:
        """What the website answered. A site that fails is an answer too; raises ObjectStoreError."""
        given = query.company.website_url
        if not given:
            return await self._desk.file(query, not_applicable("no_website"))
        try:
            url = normalise_website_url(given)
        except WebsiteUrlError as error:
            return await self._desk.file(query, read_absence(given, error.code), Received(given))
        try:
            page = await fetch_public_page(url, simulated=self._simulated)
        except PublicWebError as error:
            return await self._desk.file(query, read_error(url, error), Received(url))
        # Two megabytes of markup take a while; the worker's other activities go on meanwhile.
        reading = await asyncio.to_thread(read_page, page, query.company)
        return await self._desk.file(query, reading, Received(page.final_url, page.body, page.media_type))


def simulated_websites(settings: Settings) -> SimulatedWebsites | None:
    """The websites that are simulated in test mode; None otherwise, whatever else is set."""
    if settings.sources != "test" or settings.test_registries_url is None:
        return None
    hosts = frozenset(host.strip().lower() for host in settings.test_website_hosts.split(",") if host.strip())
    return SimulatedWebsites(hosts, settings.test_registries_url)


def read_page(page: PublicPage, company: Company) -> Reading:
    """Any answer is `found`: a site that says 404 is there, but not accessible."""
    answered: dict[FactName, FactValue | None] = {
        "website_url": page.url,
        "website_final_url": page.final_url,
        "website_accessible": page.status < 400 and page.problem != "too_many_redirects",
        "website_status_code": page.status,
    }
    said = facts_of_page(page, company) if page.body and page.status < 400 else ()
    return Reading("found", page.problem, facts=facts_of(answered) + said)


def read_error(url: str, error: PublicWebError) -> Reading:
    """A site that may answer later is unavailable; one that cannot exist in public is not found."""
    if isinstance(error, NoAnswerError):
        # A certificate that is wrong now will be wrong in five minutes.
        retry = None if error.reason == "tls_failure" else RETRY_SECONDS
        return Reading("unavailable", error.reason, retry, facts_of({"website_url": url}))
    return read_absence(url, error.reason, redirected_to=error.url if error.url != url else None)


def read_absence(url: str, reason: str, redirected_to: str | None = None) -> Reading:
    facts: dict[FactName, FactValue | None] = {
        "website_url": url,
        "website_final_url": redirected_to,
        "website_accessible": False,
    }
    return Reading("not_found", reason, facts=facts_of(facts))

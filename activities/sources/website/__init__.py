"""The company's website: whether it answers, and whether it is this company's by its own words.

The address comes from a customer, so each page is fetched only through `runtime.public_web`. What a page says is kept
and compared; nothing on it tells us what to do.
"""

import asyncio

from yarl import URL

from activities.sources.answers import RETRY_SECONDS, Reading, Received, Reply, facts_of, not_applicable
from activities.sources.source import Terms
from activities.sources.website.legal import LegalLink, legal_links
from activities.sources.website.page import ReadPage, read_words
from activities.sources.website.reading import LegalPage, Site, read_site
from domain.website_url import WebsiteUrlError, normalise_website_url
from runtime.public_web import (
    TOTAL_SECONDS,
    NoAnswerError,
    PageLimits,
    PublicPage,
    PublicWeb,
    PublicWebError,
    SimulatedWebsites,
)
from runtime.settings import Settings
from schemas.sources import FactName, FactValue, SourceName, SourceQuery

LEGAL_PAGE_BYTES = 1024 * 1024


class Website:
    name = SourceName.WEBSITE
    terms = Terms(per_second=20.0, one_host=False)

    def __init__(self, settings: Settings, web: PublicWeb | None = None) -> None:
        """The web is the real one, in test mode with the simulated sites, unless a test brings its own."""
        self._web = web or PublicWeb(simulated_websites(settings))

    async def ask(self, query: SourceQuery) -> Reply:
        """What the website says: its front page and its legal pages, all of them within five seconds."""
        given = query.company.website_url
        if not given:
            return Reply(not_applicable("no_website"))
        try:
            url = normalise_website_url(given)
        except WebsiteUrlError as error:
            return Reply(read_absence(given, error.code), (Received(given),))
        deadline = asyncio.get_running_loop().time() + TOTAL_SECONDS
        try:
            page = await self._web.page(url)
        except PublicWebError as error:
            return Reply(read_error(url, error), (Received(url),))
        site = await self._site(page, deadline)
        reading = await asyncio.to_thread(read_site, site, query.company)
        return Reply(reading, site.received)

    async def _site(self, page: PublicPage, deadline: float) -> Site:
        # Two megabytes of markup take a while; the worker's other activities go on meanwhile.
        front = await asyncio.to_thread(read_words, page)
        if not front.answers:
            return Site(front)
        hosts = [URL(address).raw_host or "" for address in (page.url, page.final_url)]
        links = legal_links(page.final_url, front.words.links, hosts)
        limits = PageLimits(deadline - asyncio.get_running_loop().time(), LEGAL_PAGE_BYTES)
        answers = await asyncio.gather(*(self._legal_page(link, hosts, limits) for link in links))
        legal = [
            LegalPage(link.kind, read)
            for link, read in zip(links, answers, strict=True)
            if isinstance(read, ReadPage) and read.page.final_url != page.final_url
        ]
        late = any(isinstance(answer, NoAnswerError) for answer in answers)
        return Site(front, tuple(legal), whole=not late)

    async def _legal_page(self, link: LegalLink, hosts: list[str], limits: PageLimits) -> ReadPage | PublicWebError:
        try:
            page = await self._web.page(link.url, limits, site=hosts)
        except PublicWebError as error:
            return error
        return await asyncio.to_thread(read_words, page)


def simulated_websites(settings: Settings) -> SimulatedWebsites | None:
    """The websites that are simulated in test mode; None otherwise, whatever else is set."""
    if settings.sources != "test" or settings.test_registries_url is None:
        return None
    hosts = frozenset(host.strip().lower() for host in settings.test_website_hosts.split(",") if host.strip())
    return SimulatedWebsites(hosts, settings.test_registries_url)


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

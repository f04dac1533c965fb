"""GLEIF: the global index of Legal Entity Identifiers, with the parent that a company reports.

Contract: https://www.gleif.org/en/lei-data/gleif-api (JSON:API, no key, data CC0). A company is searched for by its
registration number, as its register spells it, and otherwise by its name. Most small companies have no LEI: that none
is found is normal.
"""

from collections.abc import Iterator
from datetime import timedelta

import aiohttp
from pydantic import BaseModel

from activities.sources.answers import Reading, Received, Reply
from activities.sources.gleif.record import (
    ExceptionDocument,
    LeiDocument,
    LeiRecord,
    facts_of_exception,
    facts_of_parent,
    facts_of_record,
)
from activities.sources.gleif.search import chosen, number_of, spellings
from activities.sources.register_answers import Listed, json_of
from activities.sources.source import Terms
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceName, SourceQuery

PAGE_SIZE = 15


class _Search(BaseModel):
    data: Listed[LeiRecord]


class Gleif:
    name = SourceName.GLEIF
    terms = Terms(per_second=0.2, kept_for=timedelta(days=1))
    """GLEIF allows 60 requests a minute; a look-up makes two or three, at most five."""

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.gleif_url.rstrip('/')}/lei-records"

    async def ask(self, query: SourceQuery) -> Reply:
        """The company's LEI record and its direct parent, as far as it reports one."""
        searched: list[Received] = []
        for params in searches(query.company):
            reply = await self._get(self._url, params)
            search = json_of(_Search, reply)
            if isinstance(search, Reading):
                return Reply(search, (Received.of(reply), *searched))
            record = chosen(search.data, query.company)
            if record is not None:
                return await self._with_parent(record, Received.of(reply), searched)
            searched.append(Received.of(reply))
        return Reply(Reading("not_found", "no_lei"), tuple(searched))

    async def _with_parent(self, record: LeiRecord, received: Received, searched: list[Received]) -> Reply:
        """What is read goes before the searches that found nothing, so that the record's bytes are the principal."""
        facts = facts_of_record(record)
        links = record.parent_links
        if links.lei_record is None and links.reporting_exception is None:
            return Reply(Reading("found", facts=facts), (received, *searched))
        # The address is made here from the kind of link: what comes over the wire is not followed.
        kind = "direct-parent" if links.lei_record is not None else "direct-parent-reporting-exception"
        reply = await self._get(f"{self._url}/{record.lei}/{kind}", {})
        parent = read_parent(reply, has_parent=links.lei_record is not None)
        if parent.state == "unavailable":
            parent = Reading(parent.state, parent.reason, parent.retry_after_seconds, facts)
        else:
            parent = Reading("found", facts=facts + parent.facts)
        return Reply(parent, (received, Received.of(reply), *searched))

    async def _get(self, url: str, params: dict[str, str]) -> Exchange:
        return await exchange(self._http, "GET", url, params=params, headers={"Accept": "application/vnd.api+json"})


def searches(company: Company) -> Iterator[dict[str, str]]:
    """The searches to make until one finds the company: each spelling of its number, then its name."""
    page = {"filter[entity.jurisdiction]": company.country, "page[size]": str(PAGE_SIZE), "page[number]": "1"}
    for spelling in spellings(number_of(company), company.country):
        yield {"filter[entity.registeredAs]": spelling, **page}
    yield {"filter[entity.legalName]": company.company_name, **page}


def read_parent(reply: Exchange, *, has_parent: bool) -> Reading:
    """The parent, or why none is reported; without facts if the index has dropped what it linked to."""
    if reply.status == 404 and reply.failure is None:
        return Reading("not_found", "no_parent_record")
    received = Received.of(reply)
    if has_parent:
        document = json_of(LeiDocument, reply)
        return (
            document
            if isinstance(document, Reading)
            else Reading("found", facts=facts_of_parent(document.data, received))
        )
    exception = json_of(ExceptionDocument, reply)
    if isinstance(exception, Reading):
        return exception
    return Reading("found", facts=facts_of_exception(exception.data, received))

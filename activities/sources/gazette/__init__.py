"""The Belgian Gazette (Staatsblad, Moniteur belge): what was published about a company in the annex for legal persons.

Searched by enterprise number on its public page, which has no other interface; reuse is free. A publication says that
something was announced on a day, such as a dissolution, and not what the company's status is today.
"""

from datetime import timedelta

import aiohttp
from yarl import URL

from activities.sources.answers import (
    RETRY_SECONDS,
    Reading,
    Received,
    Reply,
    fact_of,
    interrupted,
    not_applicable,
    refused_by_status,
    unavailable,
)
from activities.sources.gazette.page import Entry, read_page
from activities.sources.source import Terms
from domain.company_numbers import enterprise_number
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.sources import FactName, SourceFact, SourceName, SourceQuery


class Gazette:
    name = SourceName.GAZETTE
    terms = Terms(per_second=1.0, kept_for=timedelta(days=1))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.gazette_url.rstrip('/')}/list.pl"

    async def ask(self, query: SourceQuery) -> Reply:
        """The last hundred publications about a Belgian company; the oldest of them says whether there are more."""
        number = enterprise_number(query.company)
        if number is None:
            return Reply(not_applicable("no_enterprise_number"))
        question = {"language": "nl", "btw": number, "page": "1"}
        reply = await exchange(self._http, "GET", self._url, params=question)
        return Reply(read_reply(reply, number), (Received.of(reply),))


def read_reply(reply: Exchange, number: str) -> Reading:
    """What the Gazette has of the company with this number."""
    failed = interrupted(reply) or refused_by_status(reply)
    if failed is not None:
        return failed
    page = read_page(reply.body, reply.charset)
    if page is None:
        return unavailable("malformed_answer", RETRY_SECONDS)
    if not page.entries:
        return Reading("not_found", "no_publications")
    own = [entry for entry in page.entries if entry.enterprise_number in ("", number.lstrip("0"))]
    if not own:
        return unavailable("malformed_answer", RETRY_SECONDS)  # an answer about somebody else
    origin = URL(reply.url).origin()
    publications = [
        fact for entry in own for fact in _publication(entry, origin, page.older if entry is own[-1] else None)
    ]
    facts = (*_last_stated("company_name", own), *_last_stated("legal_form", own), *publications)
    return Reading("found", facts=facts)


def _publication(entry: Entry, origin: URL, older: str | None) -> tuple[SourceFact, ...]:
    return fact_of(
        "publication",
        f"{entry.date} {entry.act}".strip() or entry.number,
        {
            "act": entry.act,
            "date": entry.date,
            "number": entry.number,
            "url": f"{origin}{entry.picture}" if entry.picture else None,
            "older": older,
        },
    )


def _last_stated(name: FactName, entries: list[Entry]) -> tuple[SourceFact, ...]:
    """As the newest entry says that says it: new ones are blank at first."""
    for entry in entries:
        value = entry.name if name == "company_name" else entry.legal_form
        if value:
            return fact_of(name, value, {"as_of": entry.date})
    return ()

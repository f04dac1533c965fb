"""Crunchbase: what a company says of itself and what is written about it, mostly of start-ups and their investors.

Contract: Crunchbase Data API v4 (data.crunchbase.com). Its paths are the same below `…/v4/data` and below the older
`…/api/v4`. It knows few small firms: that it does not know one is no sign of risk.
"""

import re
from datetime import timedelta
from typing import NamedTuple, TypeVar

import aiohttp
import structlog
from pydantic import BaseModel, JsonValue

from activities.sources.answers import (
    NOT_CONFIGURED,
    RETRY_SECONDS,
    Reading,
    Received,
    Reply,
    interrupted,
    refused_by_status,
    unavailable,
)
from activities.sources.crunchbase.answer import Hits, Identifier, Organisation, Suggestions, error_code, is_error
from activities.sources.crunchbase.facts import MatchedBy, read_facts
from activities.sources.crunchbase.match import is_named, is_the_company, likely, own_domain, same_site
from activities.sources.json_answer import read_json
from activities.sources.source import Terms
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import SourceName, SourceQuery

log = structlog.stdlib.get_logger()

BASIC_FIELDS = "identifier,short_description,website_url,location_identifiers"
"""What every licence includes; a field that one does not include fails the whole request."""
FIELDS = f"{BASIC_FIELDS},legal_name,founded_on,closed_on,operating_status,status,num_employees_enum,categories"
MAX_CANDIDATES = 3
"""Organisations of a like name that are looked at more closely."""
UNKNOWN = Reading("not_found", "unknown_company")
AMBIGUOUS = Reading("not_found", "ambiguous")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

Answer = TypeVar("Answer", bound=BaseModel)


class Stopped(Exception):
    """The look-up ends here: nothing more can be asked, or nothing more needs to be."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.reason)
        self.reading = reading


class Match(NamedTuple):
    organisation: Organisation
    matched_by: MatchedBy
    exchange: Exchange


class Crunchbase:
    name = SourceName.CRUNCHBASE
    # 200 calls a minute, and a look-up makes up to seven. What is kept saves calls; a week old it is no worse, since
    # most of it is edited a few times in a company's life.
    terms = Terms(per_second=0.45, kept_for=timedelta(days=7))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = settings.crunchbase_url.rstrip("/")
        self._key = settings.crunchbase_key.get_secret_value().strip() if settings.crunchbase_key else None

    async def ask(self, query: SourceQuery) -> Reply:
        """What Crunchbase says of the company, found by its website or else by its name and country."""
        if self._key is None:
            return NOT_CONFIGURED
        talk = Conversation(self._http, self._url, self._key)
        try:
            match = await _by_domain(talk, query.company) or await _by_name(talk, query.company)
        except Stopped as stop:
            return Reply(stop.reading, talk.received(talk.exchanges[-1]))
        facts = tuple(read_facts(match.organisation, match.matched_by))
        return Reply(Reading("found", facts=facts), talk.received(match.exchange))


class Conversation:
    """The requests of one look-up and what came of them."""

    def __init__(self, http: aiohttp.ClientSession, url: str, key: str) -> None:
        self._http = http
        self._url = url
        self._headers = {"X-cb-user-key": key, "Accept": "application/json"}
        self.exchanges: list[Exchange] = []

    def received(self, principal: Exchange) -> tuple[Received, ...]:
        """All that came, the principal exchange first."""
        others = [each for each in self.exchanges if each is not principal]
        return tuple(Received.of(each) for each in (principal, *others))

    async def search(self, query: list[JsonValue]) -> Hits:
        question: JsonValue = {"field_ids": ["identifier", "website_url"], "query": query, "limit": 25}
        reply = await exchange(
            self._http, "POST", f"{self._url}/searches/organizations", json=question, headers=self._headers
        )
        return self._read(reply, Hits)

    async def suggestions(self, name: str) -> Suggestions:
        params = {"query": name, "collection_ids": "organizations", "limit": "10"}
        return self._read(await self._get("/autocompletes", params), Suggestions)

    async def organisation(self, identifier: Identifier) -> Organisation | None:
        """None if it has been taken away since it was found."""
        path = f"/entities/organizations/{self._uuid(identifier)}"
        reply = await self._get(path, {"field_ids": FIELDS, "card_ids": "headquarters_address"})
        if reply.status == 400:  # a field or card that our licence does not include
            self.exchanges.append(reply)
            reply = await self._get(path, {"field_ids": BASIC_FIELDS})
        if reply.status == 404 and is_error(reply):
            self.exchanges.append(reply)
            return None
        return self._read(reply, Organisation)

    def _uuid(self, identifier: Identifier) -> str:
        """For a path, so nothing else than a UUID will do."""
        if identifier.uuid is None or not _UUID.fullmatch(identifier.uuid):
            raise Stopped(unavailable("malformed_answer", RETRY_SECONDS))
        return identifier.uuid

    async def _get(self, path: str, params: dict[str, str]) -> Exchange:
        return await exchange(self._http, "GET", self._url + path, params=params, headers=self._headers)

    def _read(self, reply: Exchange, model: type[Answer]) -> Answer:
        """Raises Stopped for anything but the answer."""
        self.exchanges.append(reply)
        failed = interrupted(reply)
        if failed is not None:
            raise Stopped(failed)
        if reply.status != 200:
            raise Stopped(_refusal(reply))
        answer = read_json(reply, model)
        if answer is None:
            raise Stopped(unavailable(error_code(reply) or "malformed_answer", RETRY_SECONDS))
        return answer


async def _by_domain(talk: Conversation, company: Company) -> Match | None:
    """The organisation that has the company's website. If several have, the one that also has its name."""
    domain = own_domain(company.website_url)
    if domain is None:
        return None
    predicate: JsonValue = {
        "type": "predicate",
        "field_id": "website_url",
        "operator_id": "domain_eq",
        "values": [domain],
    }
    hits = [each.properties for each in (await talk.search([predicate])).entities]
    here = [each for each in hits if same_site(each.site, company.website_url) and each.identifier]
    if len(here) > 1:
        here = [each for each in here if each.identifier and is_named(company, each.identifier.value)]
        if len(here) != 1:
            raise Stopped(AMBIGUOUS)
    if not here or here[0].identifier is None:
        return None
    organisation = await talk.organisation(here[0].identifier)
    return Match(organisation, "domain", talk.exchanges[-1]) if organisation is not None else None


async def _by_name(talk: Conversation, company: Company) -> Match:
    """The one organisation of this name in this country."""
    found: list[Match] = []
    for candidate in likely(company, (await talk.suggestions(company.company_name)).entities)[:MAX_CANDIDATES]:
        organisation = await talk.organisation(candidate)
        if organisation is not None and is_the_company(company, organisation):
            found.append(Match(organisation, "name_and_country", talk.exchanges[-1]))
    if not found:
        raise Stopped(UNKNOWN)
    if len(found) > 1:
        raise Stopped(AMBIGUOUS)
    return found[0]


def _refusal(reply: Exchange) -> Reading:
    """What another status than 200 means; also 404, since a search is always there."""
    if reply.status in (401, 403):
        log.error("Crunchbase refuses our key: see CASEWRIGHT_CRUNCHBASE_KEY and its licence")
        return unavailable("key_refused")
    refused = refused_by_status(reply) or unavailable("malformed_answer", RETRY_SECONDS)
    return unavailable(error_code(reply) or refused.reason or "", refused.retry_after_seconds)

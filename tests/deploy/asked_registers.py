"""The simulated registries over companies of a test's own, asked by the real sources over real HTTP."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp

from activities.sources.answers import Reading
from activities.sources.source import Source
from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Down, Malformed, RateLimited, Trouble, Truncated
from runtime.http import create_session
from schemas.company import Company
from schemas.sources import FactName, Person, SourceQuery
from tests.deploy.served import PATIENCE_SECONDS, served

TROUBLES: tuple[tuple[Trouble, str], ...] = (
    (Down(503), "http_503"),
    (RateLimited(7), "rate_limited"),
    (Malformed(), "malformed_answer"),
    (Truncated(), "malformed_answer"),
)
"""What may befall a register, and how a look-up tells it."""


@asynccontextmanager
async def running(companies: Sequence[SimulatedCompany]) -> AsyncIterator[tuple[str, aiohttp.ClientSession]]:
    """Where the registries answer, and a session to ask them over."""
    with served(companies) as url:
        async with create_session(PATIENCE_SECONDS, PATIENCE_SECONDS) as http:
            yield url, http


async def asked(source: Source, company: Company, persons: Sequence[Person] = ()) -> Reading:
    query = SourceQuery(
        case_id="case_0123456789ab",
        source=source.name,
        organisation="acme-pay",
        company=company,
        persons=tuple(persons),
    )
    return (await source.ask(query)).reading


def told(reading: Reading, name: FactName) -> list[object]:
    """The values of one fact."""
    return [fact.value for fact in reading.facts if fact.name == name]


async def json_at(http: aiohttp.ClientSession, url: str, params: dict[str, str] | None = None) -> tuple[int, object]:
    """The status and the body of an answer, asked for by hand."""
    async with http.get(url, params=params) as response:
        return response.status, await response.json(content_type=None)


def an_entry(**members: object) -> RegisterEntry:
    """A company of which a test says what matters to it."""
    usual: dict[str, object] = {
        "name": "Vzorová Dílna",
        "legal_form": "s.r.o.",
        "street": "Dlouhá 5",
        "postal_code": "11000",
        "city": "Praha",
    }
    return RegisterEntry(**{**usual, **members})  # type: ignore[arg-type]

"""PEPPOL: whether a company can receive electronic invoices, by the network's own register and by its Directory.

The register is authoritative: a name in DNS (`peppol_locator`) and what the publisher named there says
(`peppol_publisher`). The Directory adds a name and a country, and can only confirm (`peppol_directory`).
"""

from dataclasses import dataclass, replace
from datetime import timedelta

import aiohttp
from aiohttp.abc import AbstractResolver

from activities.sources.answers import Reading, Received, Reply, fact_of, facts_of, not_applicable
from activities.sources.peppol.directory import Directory, Listing
from activities.sources.peppol.locator import NOT_REGISTERED, Locator
from activities.sources.peppol.publisher import Publisher
from activities.sources.source import Terms
from domain.peppol import participant_id, participant_values
from runtime.settings import Settings
from schemas.sources import SourceFact, SourceName, SourceQuery


@dataclass(frozen=True)
class Registration:
    """What DNS and the publisher say of one participant."""

    value: str
    document_types: tuple[str, ...] | Reading
    received: tuple[Received, ...]
    """The word of the last one asked comes last."""

    @property
    def denied(self) -> bool:
        return self.document_types == NOT_REGISTERED


class Peppol:
    name = SourceName.PEPPOL
    # The Directory takes 2 queries a second from one address, and a look-up asks it once. Companies join and leave the
    # network by the day. The publisher's host is another matter: DNS gives it for a minute, so it is never kept, and as
    # each participant has a host of its own, one that fails says nothing about the next.
    terms = Terms(per_second=1.5, kept_for=timedelta(days=1), one_host=False)

    def __init__(
        self, http: aiohttp.ClientSession, settings: Settings, resolver: AbstractResolver | None = None
    ) -> None:
        self._locator = Locator(settings)
        self._publisher = Publisher(http, settings, resolver)
        self._directory = Directory(http, settings)

    async def ask(self, query: SourceQuery) -> Reply:
        """Whether the company is registered under one of the identifiers that its numbers make."""
        values = participant_values(query.company)
        if not values:
            return Reply(not_applicable("no_participant_identifier"))
        registrations = await self._registrations(values)
        decisive = next((item for item in registrations if not item.denied), registrations[0])
        listing = await self._directory.ask(decisive.value)
        asked = [received for item in registrations for received in reversed(item.received)]
        return combined(decisive, listing, asked)

    async def _registrations(self, values: tuple[str, ...]) -> list[Registration]:
        """One identifier after another, until one is not denied."""
        registrations: list[Registration] = []
        for value in values:
            registrations.append(await self._registration(value))
            if not registrations[-1].denied:
                break
        return registrations

    async def _registration(self, value: str) -> Registration:
        location = await self._locator.locate(value)
        if isinstance(location.publisher, Reading):
            return Registration(value, location.publisher, (location.received,))
        publication = await self._publisher.ask(location.publisher, value)
        return Registration(value, publication.document_types, (location.received, publication.received))


def combined(registration: Registration, listing: Listing, asked: list[Received]) -> Reply:
    """Registered if either says so; not registered only by the register's word; otherwise the register's failure.

    The evidence begins with the bytes that the verdict was read from.
    """
    published, verdict = registration.document_types, registration.received[-1]
    if isinstance(published, Reading) and listing.entry is None:
        denial = _verdict(registration, False, "register") if registration.denied else ()
        reading = replace(published, facts=denial)
    elif isinstance(published, Reading):
        verdict = listing.received
        reading = Reading("found", facts=_verdict(registration, True, "directory") + _described(listing))
    else:
        documents = _documents(published, verdict) or _documents_of(listing)
        reading = Reading("found", facts=_verdict(registration, True, "register") + documents + _named(listing))
    return Reply(reading, _most_telling_first(verdict, [*asked, listing.received]))


def _most_telling_first(verdict: Received, received: list[Received]) -> tuple[Received, ...]:
    """What is empty comes last: a denial may have no body, and then the DNS record is all there is to show."""
    others = [item for item in received if item is not verdict]
    return tuple(sorted([verdict, *others], key=lambda item: not item.body))


def _verdict(registration: Registration, registered: bool, said_by: str) -> tuple[SourceFact, ...]:
    details = {"participant": participant_id(registration.value), "said_by": said_by}
    return fact_of("peppol_registered", registered, details)


def _described(listing: Listing) -> tuple[SourceFact, ...]:
    return _documents_of(listing) + _named(listing)


def _documents_of(listing: Listing) -> tuple[SourceFact, ...]:
    return _documents(listing.entry.document_types, listing.received) if listing.entry else ()


def _named(listing: Listing) -> tuple[SourceFact, ...]:
    entry = listing.entry
    return facts_of({"company_name": entry.name, "country": entry.country}, listing.received) if entry else ()


def _documents(names: tuple[str, ...], received: Received) -> tuple[SourceFact, ...]:
    return tuple(fact for name in names for fact in fact_of("peppol_document_type", name, received=received))

"""The PEPPOL Directory: what participants publish of themselves. Being in it is voluntary, so a miss says nothing.

Contract: https://directory.peppol.eu/public/locale-en_US/menuitem-docs-rest-api. Its terms keep the contacts of a
participant for contracted users of PEPPOL, so they are not read.
"""

import re
from dataclasses import dataclass

import aiohttp
from pydantic import BaseModel, Field

from activities.sources.answers import Received, interrupted, refused_by_status
from activities.sources.json_answer import read_json
from activities.sources.peppol.service_group import short_names
from activities.sources.register_answers import Listed
from domain.peppol import PARTICIPANT_SCHEME, participant_id
from runtime.http import Exchange, exchange
from runtime.settings import Settings


@dataclass(frozen=True)
class Entry:
    """A participant that is in the Directory, as it describes itself."""

    name: str | None
    country: str | None
    document_types: tuple[str, ...]
    """May lag behind what its publisher says."""


@dataclass(frozen=True)
class Listing:
    entry: Entry | None
    """None also when the Directory did not answer: neither says anything about the participant."""
    received: Received


class Directory:
    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = f"{settings.peppol_url.rstrip('/')}/search/1.0/json"

    async def ask(self, value: str) -> Listing:
        answer = await exchange(self._http, "GET", self._url, params={"participant": participant_id(value)})
        return Listing(read_listing(answer, value), Received.of(answer))


class _Identifier(BaseModel):
    scheme: str | None = None
    value: str | None = None


class _Name(BaseModel):
    name: str | None = None


class _Entity(BaseModel):
    names: Listed[_Name] = Field(default=(), alias="name")
    country: str | None = Field(default=None, alias="countryCode")


class _Match(BaseModel):
    participant: _Identifier = Field(alias="participantID")
    document_types: Listed[_Identifier] = Field(default=(), alias="docTypes")
    entities: Listed[_Entity] = ()


class _ResultList(BaseModel):
    matches: Listed[_Match]


def read_listing(answer: Exchange, value: str) -> Entry | None:
    """The entry of exactly this participant: the search also finds others that contain the number."""
    if interrupted(answer) is not None or refused_by_status(answer) is not None:
        return None
    found = read_json(answer, _ResultList)
    for match in found.matches if found is not None else ():
        if (match.participant.scheme, (match.participant.value or "").lower()) == (PARTICIPANT_SCHEME, value):
            return _entry(match)
    return None


def _entry(match: _Match) -> Entry:
    """By its first entity: the others are branches or further names of the same participant."""
    entity = match.entities[0] if match.entities else _Entity()
    return Entry(
        name=next((name.name for name in entity.names if name.name and name.name.strip()), None),
        country=entity.country if re.fullmatch("[A-Z]{2}", entity.country or "") else None,
        document_types=short_names(document.value for document in match.document_types if document.value),
    )

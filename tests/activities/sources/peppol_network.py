"""A PEPPOL network of a test's own: DNS over real UDP, a Directory and a publisher over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

import dns.message
import dns.rcode
import dns.rrset
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.peppol.locator import locator_name
from deploy.local.registries.dns_server import dns_server

ZONE = "participant.sml.prod.tech.peppol.org"
PUBLISHER = "https://smp.publisher.example"
UBL = "urn:oasis:names:specification:ubl:schema:xsd"
UNANSWERED_SECONDS = 2.0
"""For a question to DNS that nobody answers."""
INVOICE = f"{UBL}:Invoice-2::Invoice##urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0::2.1"
CREDIT_NOTE = f"{UBL}:CreditNote-2::CreditNote##urn:cen.eu:en16931:2017::2.1"
HTML = b"<!doctype html><html><body><h1>Maintenance</h1></body></html>"

DnsSays = list[str] | Literal["NXDOMAIN", "SERVFAIL", "REFUSED"] | bytes | None
"""Records as text, a code, bytes that are no DNS, or silence."""


@dataclass
class Web:
    """What a server answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "text/xml"
    cut_short: bool = False
    """The connection ends before the body that it announced."""
    hangs: bool = False
    """No answer comes before the end of the test."""


@dataclass
class Network:
    """Without more, nobody is in the network, and the zone exists."""

    names: dict[str, DnsSays] = field(default_factory=dict)
    """By the value of a participant, or by a whole name."""
    directory: Web = field(default_factory=lambda: Web(listing(), media_type="application/json"))
    publisher: Web = field(default_factory=lambda: Web(b"no such participant", 404, media_type="text/plain"))
    questions: list[str] = field(default_factory=list)
    """Names that DNS was asked for."""
    requests: list[web.Request] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    dns_address: str = ""
    url: str = ""

    def registers(self, value: str, *document_types: str, publisher: str = PUBLISHER) -> None:
        self.names[value] = [naptr(publisher)]
        self.publisher = Web(service_group(value, *(document_types or (INVOICE,))))

    @property
    def settings(self) -> dict[str, object]:
        return {
            "peppol_url": f"{self.url}/directory",
            "peppol_smp_url": f"{self.url}/smp",
            "dns_server": self.dns_address,
        }

    @property
    def paths(self) -> list[str]:
        """Of all requests over HTTP, as they came over the wire."""
        return [request.raw_path for request in self.requests]

    async def answer_dns(self, query: dns.message.Message) -> bytes | None:
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True)
        self.questions.append(name)
        return _reply(query, self._says(name))

    def _says(self, name: str) -> DnsSays:
        if name == ZONE and ZONE not in self.names:
            return []
        by_name: Mapping[str, DnsSays] = {
            (locator_name(key, ZONE) if ":" in key else key): says for key, says in self.names.items()
        }
        return by_name.get(name, "NXDOMAIN")

    async def answer_http(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        says = self.directory if request.path.startswith("/directory/") else self.publisher
        if says.hangs:
            await self.ended.wait()
        if says.cut_short:
            response = web.StreamResponse(headers={"Content-Length": str(len(says.body) + 100)})
            await response.prepare(request)
            await response.write(says.body)
            assert request.transport is not None
            request.transport.close()
            return response
        headers = {"Content-Type": says.media_type, **says.headers}
        return web.Response(status=says.status, body=says.body, headers=headers)


def _reply(query: dns.message.Message, says: DnsSays) -> bytes | None:
    if says is None:
        return None
    if isinstance(says, bytes):
        return query.id.to_bytes(2, "big") + says
    response = dns.message.make_response(query, recursion_available=True)
    if isinstance(says, str):
        response.set_rcode(dns.rcode.from_text(says))
    elif says:
        response.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", "NAPTR", *says))
    return response.to_wire()


@asynccontextmanager
async def running_network() -> AsyncIterator[Network]:
    network = Network()
    app = web.Application()
    app.router.add_get("/{path:.*}", network.answer_http)
    async with TestServer(app) as server, dns_server(network.answer_dns, "127.0.0.1", 0) as port:
        network.url, network.dns_address = str(server.make_url("")).rstrip("/"), f"127.0.0.1:{port}"
        yield network
        network.ended.set()


def naptr(publisher: str, order: int = 100, flags: str = "U", service: str = "Meta:SMP") -> str:
    return f'{order} 10 "{flags}" "{service}" "!.*!{publisher}!" .'


def listing(*matches: object) -> bytes:
    """A result list of the Directory."""
    count = len(matches)
    return json.dumps({"version": "1.0", "total-result-count": count, "matches": list(matches)}).encode()


def a_match(value: str, **members: object) -> dict[str, object]:
    """A participant in the Directory; a member that is None is left out."""
    known: dict[str, object] = {
        "participantID": {"scheme": "iso6523-actorid-upis", "value": value},
        "docTypes": [{"scheme": "busdox-docid-qns", "value": CREDIT_NOTE}],
        "entities": [{"name": [{"name": "Zonnewind Logistiek", "language": "nl"}], "countryCode": "BE"}],
        **members,
    }
    return {name: member for name, member in known.items() if member is not None}


def listed(*matches: object) -> Web:
    return Web(listing(*matches), media_type="application/json")


def service_group(value: str, *document_types: str, prefix: str = "smp:", once_more: bool = False) -> bytes:
    """A ServiceGroup as publishers write it; `once_more` encodes its references a second time."""
    escaped = [_escaped(_escaped(item) if once_more else item) for item in document_types]
    base = f"{PUBLISHER}/iso6523-actorid-upis%3A%3A{_escaped(value)}/services/busdox-docid-qns%3A%3A"
    references = "".join(f'<{prefix}ServiceMetadataReference href="{base}{item}" />' for item in escaped)
    declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{prefix}ServiceGroup '
        f'{declared}="http://busdox.org/serviceMetadata/publishing/1.0/" '
        f'xmlns:id="http://busdox.org/transport/identifiers/1.0/">'
        f'<id:ParticipantIdentifier scheme="iso6523-actorid-upis">{value}</id:ParticipantIdentifier>'
        f"<{prefix}ServiceMetadataReferenceCollection>{references}</{prefix}ServiceMetadataReferenceCollection>"
        f"</{prefix}ServiceGroup>"
    ).encode()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace(":", "%3A").replace("#", "%23")

"""PEPPOL's service locator (SML): DNS names the publisher of each participant, and no name means no participant.

Contract: PEPPOL policy for use of the SML, with U-NAPTR records (RFC 4848). The older CNAME records under an MD5 of
the value are gone since August 2026, and with them the zone below `edelivery.tech.ec.europa.eu`.
"""

import hashlib
import json
import re
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass

import dns.asyncresolver
import dns.exception
import dns.resolver
from dns.rdtypes.IN.NAPTR import NAPTR

from activities.sources.answers import RETRY_SECONDS, Reading, Received, unavailable
from domain.peppol import PARTICIPANT_SCHEME, participant_id
from runtime.settings import Settings
from runtime.web_addresses import address_of

SECONDS = 2.0
SECONDS_PER_TRY = 0.7
"""Several tries fit into the whole: DNS runs over UDP, which loses datagrams."""
_HOST = re.compile(r"[a-z0-9.:-]+", re.ASCII | re.IGNORECASE)
"""A DNS record may hold any octets; in a host they would get into the headers of a request."""
NOT_REGISTERED = Reading("not_found", "not_registered")


@dataclass(frozen=True)
class Location:
    publisher: str | Reading
    """The address of the participant's publisher; or that there is none, or why that could not be checked."""
    received: Received


def locator_name(value: str, zone: str) -> str:
    """The DNS name under which a participant is registered: the value's SHA-256 in base 32, without its padding."""
    digest = hashlib.sha256(value.lower().encode()).digest()
    return f"{b32encode(digest).decode().rstrip('=')}.{PARTICIPANT_SCHEME}.{zone}"


class Locator:
    def __init__(self, settings: Settings) -> None:
        self._zone = settings.peppol_sml_zone.strip(".")
        self._server = settings.dns_server

    async def locate(self, value: str) -> Location:
        """Asks DNS for the publisher of a participant, each time: its records are good for a minute."""
        name = locator_name(value, self._zone)
        url = f"dns:{name}?type=NAPTR"
        try:
            answer = await self._resolve(name, "NAPTR")
        except dns.resolver.NXDOMAIN:
            received = Received(url, _evidence(value, name, "NXDOMAIN", ()), "application/json")
            return Location(await self._denied(), received)
        except (dns.exception.DNSException, OSError, ValueError) as error:
            return Location(_failed(error), Received(url))
        records = sorted(_records(answer), key=lambda record: (record.order, record.preference))
        received = Received(url, _evidence(value, name, "NOERROR", records), "application/json")
        return Location(_publisher(records), received)

    async def _denied(self) -> Reading:
        """That a name does not exist says something only if its zone does: in a zone that is gone nobody is found."""
        try:
            await self._resolve(self._zone, "SOA")
        except dns.resolver.NXDOMAIN:
            return unavailable("zone_not_found")
        except (dns.exception.DNSException, OSError, ValueError) as error:
            return _failed(error)
        return NOT_REGISTERED

    async def _resolve(self, name: str, kind: str) -> dns.resolver.Answer:
        resolver = _resolver(self._server)
        return await resolver.resolve(f"{name}.", kind, raise_on_no_answer=False, lifetime=SECONDS, search=False)


def _resolver(server: str | None) -> dns.asyncresolver.Resolver:
    """Asks this server, `address:port` or `[address]:port`, or those of the machine, read anew as they may change."""
    resolver = dns.asyncresolver.Resolver(configure=server is None)
    if server is not None:
        address, _, port = server.rpartition(":")
        resolver.nameservers, resolver.port = [address.strip("[]")], int(port)
    resolver.timeout = SECONDS_PER_TRY
    return resolver


def _failed(error: Exception) -> Reading:
    match error:
        case dns.exception.Timeout():
            return unavailable("timeout", RETRY_SECONDS)
        case dns.resolver.NoResolverConfiguration() | ValueError():
            return unavailable("dns_not_configured")
        case _:
            return unavailable("dns_failure", RETRY_SECONDS)


def _records(answer: dns.resolver.Answer) -> list[NAPTR]:
    return [record for record in answer.rrset or () if isinstance(record, NAPTR)]


def _publisher(records: Iterable[NAPTR]) -> str | Reading:
    """The text between the second and the third `!` of the first record that names a publisher."""
    for record in records:
        if record.flags.upper() == b"U" and record.service.lower() == b"meta:smp":
            parts = _text(record.regexp).split("!")
            address = _address(parts[2]) if len(parts) == 4 else None
            if address is not None:
                return address
    return unavailable("malformed_answer", RETRY_SECONDS)


def _address(text: str) -> str | None:
    """The address as it may be sent: what has no place in one is escaped. None if it is none to put a path behind."""
    try:
        url = address_of(text)
        usable = _HOST.fullmatch(url.host or "") and not url.query_string and "#" not in text
    except ValueError:  # of which a host that is no name of IDNA is one
        return None
    return str(url) if usable else None


def _evidence(value: str, name: str, status: str, records: Iterable[NAPTR]) -> bytes:
    """The answer as canonical JSON: keys sorted, no white space. Without times to live, which only count down."""
    answer = {
        "participant": participant_id(value),
        "name": name,
        "type": "NAPTR",
        "status": status,
        "records": [
            {
                "order": record.order,
                "preference": record.preference,
                "flags": _text(record.flags),
                "service": _text(record.service),
                "regexp": _text(record.regexp),
                "replacement": record.replacement.to_text(),
            }
            for record in records
        ],
    }
    return json.dumps(answer, sort_keys=True, separators=(",", ":")).encode()


def _text(octets: bytes) -> str:
    return octets.decode("ascii", "backslashreplace")

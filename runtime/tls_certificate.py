"""What a server's certificate says, read from a connection whose certificate was verified."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Certificate:
    subject: str
    """The common name, or else the first host it is for."""
    issuer: str
    """Organisation and common name, as far as it states them."""
    not_before: datetime
    not_after: datetime
    der: bytes
    """The certificate itself."""


def certificate_of(connection: ssl.SSLObject) -> Certificate | None:
    """The certificate of the other side; None if it was not verified, or cannot be read."""
    facts, der = connection.getpeercert(), connection.getpeercert(binary_form=True)
    if not facts or der is None:
        return None
    subject = _attributes(facts.get("subject"))
    hosts = [text for kind, text in _pairs(facts.get("subjectAltName")) if kind == "DNS"]
    issuer = _attributes(facts.get("issuer"))
    named = dict.fromkeys(name for key in ("organizationName", "commonName") if (name := issuer.get(key)))
    try:
        not_before, not_after = _moment(facts.get("notBefore")), _moment(facts.get("notAfter"))
    except ValueError:
        return None
    return Certificate(subject.get("commonName") or next(iter(hosts), ""), ", ".join(named), not_before, not_after, der)


def _attributes(name: object) -> dict[str, str]:
    parts = name if isinstance(name, tuple) else ()
    return {key: text for part in parts for key, text in _pairs(part)}


def _pairs(part: object) -> list[tuple[str, str]]:
    pairs = part if isinstance(part, tuple) else ()
    return [(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, tuple) and len(pair) == 2]


def _moment(text: object) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(text)), UTC)

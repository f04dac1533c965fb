"""Signatures over the exact bytes of a body, by which a receiver knows who sent it and when.

Two schemes, the same for every message that Casewright posts:

    Casewright-Signature    `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `t.body`. The key is the secret as it is
                            written, all of it, in UTF-8 (with its `whsec_`, where it has one). One `v1` a valid secret.
    webhook-signature       Standard Webhooks (standardwebhooks.com): `v1,<base64>`, HMAC-SHA256 of `id.timestamp.body`.
                            The key is what follows `whsec_`, decoded from base64. One a valid secret, blanks between.
"""

import hashlib
import hmac
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime

SIGNATURE_HEADER = "Casewright-Signature"
SECRET_PREFIX = "whsec_"  # noqa: S105 - what secrets begin with


def signature(secrets: Sequence[str], body: bytes, signed_at: datetime) -> str:
    """The value of `Casewright-Signature`; the newest secret comes first."""
    seconds = _seconds(signed_at)
    signed = seconds.encode() + b"." + body
    digests = (hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets)
    return ",".join((f"t={seconds}", *(f"v1={digest}" for digest in digests)))


def standard_headers(secrets: Sequence[str], message_id: str, body: bytes, signed_at: datetime) -> dict[str, str]:
    """The three headers of Standard Webhooks. ValueError if a secret is not `whsec_` and base64."""
    seconds = _seconds(signed_at)
    signed = f"{message_id}.{seconds}.".encode() + body
    digests = (b64encode(hmac.digest(_key(secret), signed, hashlib.sha256)).decode() for secret in secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(f"v1,{digest}" for digest in digests),
    }


def _key(secret: str) -> bytes:
    if not secret.startswith(SECRET_PREFIX):
        raise ValueError(f"a secret of Standard Webhooks begins with {SECRET_PREFIX}")
    return b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)


def _seconds(moment: datetime) -> str:
    return str(int(moment.timestamp()))

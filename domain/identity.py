"""The names of a case: its id, its workflow's id and its portal token, and how each follows from the other.

A workflow's id is its case's id with the six bytes in reverse order (`case_a1b2c3d4e5f6` runs as
`wf_f6e5d4c3b2a1`), so that either can be used in a path without asking a store.
"""

import hashlib
import hmac
import json
import re
from base64 import urlsafe_b64encode
from typing import NamedTuple

from pydantic import JsonValue

_CASE_ID = re.compile(r"case_([0-9a-f]{12})")
_WORKFLOW_ID = re.compile(r"wf_([0-9a-f]{12})")
_PORTAL_TOKEN = re.compile(r"pt_[A-Za-z0-9_-]{32}")
TOKEN_BYTES = 24


class CaseIdentity(NamedTuple):
    case_id: str
    workflow_id: str
    portal_token: str


def identity_from_entropy(entropy: bytes) -> CaseIdentity:
    """The identity made from at least 30 unpredictable bytes: 6 for the ids, 24 (192 bits) for the portal token."""
    if len(entropy) < 6 + TOKEN_BYTES:
        raise ValueError("a case identity needs 30 bytes of entropy")
    case_id = f"case_{entropy[:6].hex()}"
    token = urlsafe_b64encode(entropy[6 : 6 + TOKEN_BYTES]).decode()
    return CaseIdentity(case_id, workflow_id_of(case_id), f"pt_{token}")


def identity_from_key(secret: bytes, organisation: str, idempotency_key: str | tuple[str, ...]) -> CaseIdentity:
    """The identity that belongs to an Idempotency-Key: the same key yields the same case, and no one without the
    secret can guess the token. A key of several parts is never the same as one of a single text."""
    message = json.dumps([organisation, idempotency_key]).encode()
    return identity_from_entropy(hmac.new(secret, message, hashlib.sha256).digest())


def workflow_id_of(case_id: str) -> str:
    """The workflow id of a case id; ValueError if it is not one."""
    match = _CASE_ID.fullmatch(case_id)
    if not match:
        raise ValueError(f"{case_id!r} is not a case id")
    return f"wf_{_reversed_bytes(match[1])}"


def check_id_of(case_id: str, document_id: str) -> str:
    """The id of the workflow that looks at one document of a case: each has one at most."""
    return f"check_{case_id}_{document_id}"


def case_id_of(case_or_workflow_id: str) -> str | None:
    """The case id named by a case id or a workflow id, or None if it is neither."""
    if _CASE_ID.fullmatch(case_or_workflow_id):
        return case_or_workflow_id
    match = _WORKFLOW_ID.fullmatch(case_or_workflow_id)
    return f"case_{_reversed_bytes(match[1])}" if match else None


def is_portal_token(text: str) -> bool:
    return _PORTAL_TOKEN.fullmatch(text) is not None


def token_hash(token: str) -> str:
    """What is stored and looked up instead of a token or key: SHA-256 in hexadecimal. Both have ≥ 192 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def body_hash(body: JsonValue) -> str:
    """SHA-256 of a JSON value in canonical form (sorted members, no spaces, UTF-8)."""
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode(errors="surrogatepass")).hexdigest()


def _reversed_bytes(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal)[::-1].hex()

"""Keeps what a source sent, byte for byte, under the hash that every fact read from it will cite."""

from dataclasses import dataclass
from typing import Protocol

from runtime.object_store import sha256_hex
from schemas.sources import SourceName

_SUFFIXES = {
    "application/json": "json",
    "application/problem+json": "json",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/xml": "xml",
    "application/xml": "xml",
}


class EvidenceStore(Protocol):
    """The part of `runtime.object_store.ObjectStore` that evidence needs."""

    async def put(self, key: str, data: bytes, media_type: str) -> None: ...


@dataclass(frozen=True)
class Evidence:
    data_hash: str
    """`sha256:` and 64 hexadecimal digits."""
    object_key: str


async def keep_evidence(
    store: EvidenceStore, case_id: str, source: SourceName, body: bytes, media_type: str
) -> Evidence:
    """Stores the bytes under a key made from them, so that a repeated look-up writes the same object again.

    Raises ObjectStoreError; the activity fails with it and Temporal runs it again.
    """
    digest = sha256_hex(body)
    key = f"{case_id}/evidence/{source}-{digest}.{_SUFFIXES.get(media_type, 'bin')}"
    await store.put(key, body, media_type)
    return Evidence(f"sha256:{digest}", key)

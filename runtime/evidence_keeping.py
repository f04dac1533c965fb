"""Keeps what a source sent, byte for byte, under the hash that every fact read from it will cite."""

from typing import Protocol

from runtime.object_store import sha256_hex
from schemas.sources import SourceName

_SUFFIXES = {
    "application/json": "json",
    "application/problem+json": "json",
    "application/vnd.api+json": "json",
    "application/x.jsonxbrl": "json",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/csv": "csv",
    "text/xml": "xml",
    "application/xml": "xml",
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "application/pkix-cert": "cer",
}
SHORT_DIGITS = 12


class EvidenceStore(Protocol):
    """The part of `runtime.object_store.ObjectStore` that evidence needs."""

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool: ...


async def keep_evidence(store: EvidenceStore, case_id: str, source: SourceName, body: bytes, media_type: str) -> str:
    """Stores the bytes under a key made from them, and returns it; the same bytes have the same key.

    `{case_id}/evidence/{source}-{first 12 digits of their SHA-256}.{suffix}`. What is stored is never overwritten:
    should other bytes have that key already, all digits are taken. Raises ObjectStoreError; the activity fails with it
    and Temporal runs it again.
    """
    digest = sha256_hex(body)
    suffix = _SUFFIXES.get(media_type, "bin")
    key = f"{case_id}/evidence/{source}-{digest[:SHORT_DIGITS]}.{suffix}"
    if not await store.put_new(key, body, media_type):
        key = f"{case_id}/evidence/{source}-{digest}.{suffix}"
        await store.put_new(key, body, media_type)
    return key

"""Evidence in the object store, read again: hashed whole, kept in memory only as far as it is to be shown."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import NamedTuple, Protocol, TypeVar

from runtime.object_store import MAX_READ_BYTES, ObjectNotFoundError, StoredObject

Item = TypeVar("Item")
Result = TypeVar("Result")

AT_ONCE = 4
"""Objects read at the same time for one request: the store's threads are for everyone."""


class ObjectReader(Protocol):
    """The part of `runtime.object_store.ObjectStore` that is needed here."""

    async def stat(self, key: str) -> StoredObject: ...

    def stream(self, key: str) -> AsyncIterator[bytes]: ...


class EvidenceReading(NamedTuple):
    """What lies under a key now."""

    stored: StoredObject
    data_hash: str | None
    """`sha256:…` of the bytes; None if there are more than any evidence of ours has, and they were not read."""
    data: bytes | None
    """The bytes, if they were to be kept."""


class KeepLimits(NamedTuple):
    """How many bytes to keep. The hash is over all of them in any case."""

    item_bytes: int
    total_bytes: int


async def read_evidence(store: ObjectReader, keys: Iterable[str], limits: KeepLimits) -> list[EvidenceReading | None]:
    """A reading for each key, in the same order; None where there is no object.

    The limit on all bytes together is used up in this order. Raises ObjectStoreError if the store is away.
    """
    found = await _each(keys, lambda key: _stat(store, key))
    kept: list[tuple[StoredObject | None, bool]] = []
    left = limits.total_bytes
    for item in found:
        keep = item is not None and item.size <= min(limits.item_bytes, left)
        left -= item.size if item is not None and keep else 0
        kept.append((item, keep))
    return await _each(kept, lambda pair: _read(store, *pair))


async def hash_of_object(store: ObjectReader, key: str) -> str:
    """`sha256:…` of the bytes under a key. Raises ObjectNotFoundError, or ObjectStoreError if the store is away."""
    digest = hashlib.sha256()
    async for chunk in store.stream(key):
        digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"


async def _stat(store: ObjectReader, key: str) -> StoredObject | None:
    try:
        return await store.stat(key)
    except ObjectNotFoundError:
        return None


async def _read(store: ObjectReader, item: StoredObject | None, keep: bool) -> EvidenceReading | None:
    if item is None:
        return None
    if item.size > MAX_READ_BYTES:
        return EvidenceReading(item, None, None)
    digest, data = hashlib.sha256(), bytearray()
    try:
        async for chunk in store.stream(item.key):
            digest.update(chunk)
            if keep:
                data += chunk
    except ObjectNotFoundError:
        return None
    return EvidenceReading(item, f"sha256:{digest.hexdigest()}", bytes(data) if keep else None)


async def _each(items: Iterable[Item], call: Callable[[Item], Awaitable[Result]]) -> list[Result]:
    """Calls for all items, a few at a time. The first failure ends them all, and is raised as it is."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def gated(item: Item) -> Result:
        async with gate:
            return await call(item)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(gated(item)) for item in items]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from failures
    return [task.result() for task in tasks]

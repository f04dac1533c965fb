"""What reading writes to, kept in memory: the bench measures reading and no store."""

from collections.abc import Sequence

from runtime.object_store import ObjectNotFoundError, StoredObject
from schemas.extraction import PageText


class StoreInMemory:
    def __init__(self, objects: dict[str, bytes]) -> None:
        self._objects = dict(objects)

    async def get(self, key: str) -> bytes:
        try:
            return self._objects[key]
        except KeyError as error:
            raise ObjectNotFoundError(key) from error

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        self._objects[key] = data

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool:
        return self._objects.setdefault(key, data) == data

    async def list(self, prefix: str) -> list[StoredObject]:
        return [
            StoredObject(key=key, size=len(data), last_modified=None)
            for key, data in self._objects.items()
            if key.startswith(prefix)
        ]


class NoRows:
    async def insert(self, case_id: str, document_id: str, pages: Sequence[PageText]) -> None:
        """Keeps nothing."""

"""An object store in memory, for activities that get, put and list."""

from typing import cast

from runtime.object_store import ObjectNotFoundError, ObjectStore, ObjectStoreUnavailableError, StoredObject


class MemoryStore:
    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.media_types: dict[str, str] = {}
        self.available = True

    async def get(self, key: str) -> bytes:
        self._require_available()
        if key not in self.objects:
            raise ObjectNotFoundError(key)
        return self.objects[key]

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        self._require_available()
        self.objects[key], self.media_types[key] = data, media_type

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool:
        if key not in self.objects:
            await self.put(key, data, media_type)
        return self.objects[key] == data

    async def list(self, prefix: str) -> list[StoredObject]:
        self._require_available()
        return [StoredObject(key, len(data), None) for key, data in self.objects.items() if key.startswith(prefix)]

    def as_store(self) -> ObjectStore:
        return cast(ObjectStore, self)

    def _require_available(self) -> None:
        if not self.available:
            raise ObjectStoreUnavailableError("the object store did not answer")

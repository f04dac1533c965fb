"""The pages of a document in the object store, beside the document: what is written there once is not read again."""

import asyncio
from pathlib import Path
from typing import Protocol

from runtime.object_store import ObjectNotFoundError, StoredObject
from schemas.documents import page_key, picture_key
from schemas.extraction import PageText, ReadingProblem
from schemas.frozen import Frozen


class Read(Frozen):
    """What was found out about a document while its pages were read. Written last: then all that can be is there."""

    sha256: str
    page_count: int | None = None
    unread: frozenset[int] = frozenset()
    """Pages that are here without their text, because others after them were read."""
    problem: ReadingProblem | None = None


class Store(Protocol):
    """What is used here of `runtime.object_store.ObjectStore`."""

    async def get(self, key: str) -> bytes: ...

    async def put(self, key: str, data: bytes, media_type: str) -> None: ...

    async def list(self, prefix: str) -> list[StoredObject]: ...


class PageFolder:
    """Errors are the store's: ObjectStoreError."""

    def __init__(self, store: Store, case_id: str, document_id: str) -> None:
        self._store = store
        self._case_id = case_id
        self._document_id = document_id
        self._prefix = f"{case_id}/pages/{document_id}/"

    async def read(self, sha256: str) -> Read | None:
        """The end of an earlier reading of the same bytes; None if none came to its end."""
        try:
            found = Read.model_validate_json(await self._store.get(f"{self._prefix}read.json"))
        except ObjectNotFoundError:
            return None
        return found if found.sha256 == sha256 else None

    async def put_read(self, read: Read) -> None:
        await self._store.put(f"{self._prefix}read.json", read.model_dump_json().encode(), "application/json")

    async def texts(self) -> dict[int, PageText]:
        """The pages whose texts are here, in their order."""
        keys = [f"{self._prefix}{name}" for name in await self._names(".json") if name.startswith("page-")]
        found = await asyncio.gather(*(self._store.get(key) for key in keys))
        pages = sorted((PageText.model_validate_json(data) for data in found), key=lambda page: page.page_index)
        return {page.page_index: page for page in pages}

    async def put_text(self, page: PageText) -> None:
        key = page_key(self._case_id, self._document_id, page.page_index)
        await self._store.put(key, page.model_dump_json().encode(), "application/json")

    async def pictures(self) -> set[int]:
        """The pages whose pictures are here."""
        return {int(name.removeprefix("page-").removesuffix(".png")) for name in await self._names(".png")}

    async def put_picture(self, page_index: int, picture: Path) -> None:
        data = await asyncio.to_thread(picture.read_bytes)
        await self._store.put(picture_key(self._case_id, self._document_id, page_index), data, "image/png")

    async def _names(self, ending: str) -> list[str]:
        found = await self._store.list(self._prefix)
        return [item.key.removeprefix(self._prefix) for item in found if item.key.endswith(ending)]

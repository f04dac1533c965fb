"""The pages of a document in the object store, beside the document: what is written there once is not read again.

page-0003.json      a page that was read, as `schemas.extraction.PageText`; one that was not has none
page-0003.png       its picture
problem-0003.json   what was wrong with a page, whether it was read or not
read.json           what was found out about the whole, once nothing more can be read
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from runtime.object_store import ObjectNotFoundError, StoredObject
from schemas.documents import page_key, picture_key
from schemas.extraction import ExtractionMethod, PageText, ReadingProblem
from schemas.frozen import Frozen

T = TypeVar("T")


class Read(Frozen):
    """What was found out about a document while its pages were read. Written last: then all that can be is there."""

    sha256: str
    page_count: int | None = None
    problem: ReadingProblem | None = None


class Store(Protocol):
    """What is used here of `runtime.object_store.ObjectStore`."""

    async def get(self, key: str) -> bytes: ...

    async def put(self, key: str, data: bytes, media_type: str) -> None: ...

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool: ...

    async def list(self, prefix: str) -> list[StoredObject]: ...


class _Text(Frozen):
    """A stored page without its words, which take a hundred times as much memory as the text they stand in."""

    page_index: int
    text: str
    method: ExtractionMethod
    width: float
    height: float


class PageProblem(Frozen):
    """What was wrong with one page."""

    problem: ReadingProblem
    is_left_out: bool = False
    """Whether it is not to be read again: it was too much for a process, or has nothing that can be read."""


MOST_BYTES_WITH_WORDS = 400_000
"""Of a stored page, which is the densest print that there is. Beyond it, a page's words are nobody's table, and would
take a worker's memory."""


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

    async def indices(self) -> set[int]:
        """The pages whose texts are here."""
        return await self._indices("page-{}.json")

    async def texts(self) -> dict[int, PageText]:
        """The pages whose texts are here, in their order, with the places of their words, by which tables are told."""
        return await self._each(await self.indices(), self._text)

    async def put_text(self, page: PageText) -> None:
        """Stores a page, unless there is one: what may have been cited already stays as it is."""
        data = await asyncio.to_thread(lambda: page.model_dump_json().encode())
        await self._store.put_new(self._page_key(page.page_index), data, "application/json")

    async def problems(self) -> dict[int, PageProblem]:
        """What was wrong with pages, in their order."""
        return await self._each(await self._indices("problem-{}.json"), self._problem)

    async def put_problem(self, page_index: int, problem: PageProblem) -> None:
        data = problem.model_dump_json().encode()
        await self._store.put(self._problem_key(page_index), data, "application/json")

    async def pictures(self) -> set[int]:
        """The pages whose pictures are here."""
        return await self._indices("page-{}.png")

    async def put_picture(self, page_index: int, picture: Path) -> None:
        data = await asyncio.to_thread(picture.read_bytes)
        await self._store.put(picture_key(self._case_id, self._document_id, page_index), data, "image/png")

    async def _indices(self, name: str) -> set[int]:
        """The numbers in the names of this form that are here."""
        pattern = re.compile(re.escape(f"{self._prefix}{name}").replace(re.escape("{}"), r"(\d{4,6})"))
        return {
            int(match[1]) for item in await self._store.list(self._prefix) if (match := pattern.fullmatch(item.key))
        }

    async def _each(self, indices: Iterable[int], get: Callable[[int], Awaitable[T]]) -> dict[int, T]:
        ordered = sorted(indices)
        return dict(zip(ordered, await asyncio.gather(*map(get, ordered)), strict=True))

    async def _text(self, page_index: int) -> PageText:
        return await asyncio.to_thread(_readable, await self._store.get(self._page_key(page_index)))

    async def _problem(self, page_index: int) -> PageProblem:
        return PageProblem.model_validate_json(await self._store.get(self._problem_key(page_index)))

    def _page_key(self, page_index: int) -> str:
        return page_key(self._case_id, self._document_id, page_index)

    def _problem_key(self, page_index: int) -> str:
        return f"{self._prefix}problem-{page_index:04d}.json"


def _readable(stored: bytes) -> PageText:
    if len(stored) <= MOST_BYTES_WITH_WORDS:
        return PageText.model_validate_json(stored)
    return PageText(**_Text.model_validate_json(stored).model_dump())

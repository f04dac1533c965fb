"""Objects in a real S3 server, and what happens when there is none."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from io import BytesIO

import pytest

from runtime.object_store import (
    CHUNK_BYTES,
    ObjectNotFoundError,
    ObjectStore,
    ObjectStoreError,
    ObjectStoreUnavailableError,
    sha256_hex,
)
from runtime.settings import Settings

PATIENCE = 60.0


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[ObjectStore]:
    store = ObjectStore.from_settings(settings)
    yield store
    store.close()


@pytest.fixture
def folder() -> str:
    """A place of a test's own, as a case has one."""
    return f"case_{secrets.token_hex(6)}/"


@pytest.fixture
def unreachable(settings: Settings, unused_tcp_port: int) -> Iterator[ObjectStore]:
    store = ObjectStore.from_settings(
        settings.model_copy(update={"s3_endpoint": f"http://127.0.0.1:{unused_tcp_port}"})
    )
    yield store
    store.close()


@pytest.fixture
async def breaking_off(settings: Settings) -> AsyncIterator[ObjectStore]:
    """A store behind a server that takes a request and hangs up."""

    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        store = ObjectStore.from_settings(settings.model_copy(update={"s3_endpoint": f"http://127.0.0.1:{port}"}))
        yield store
        store.close()


async def read(stream: AsyncIterator[bytes]) -> list[bytes]:
    return [chunk async for chunk in stream]


async def test_an_object_comes_back_as_it_was_put_with_its_type(store: ObjectStore, folder: str) -> None:
    await store.put(f"{folder}answer.json", b'{"a": 1}', "application/json")

    found = await store.stat(f"{folder}answer.json")
    assert (found.size, found.media_type) == (8, "application/json")
    assert await store.get(f"{folder}answer.json") == b'{"a": 1}'


async def test_an_empty_object_is_an_object(store: ObjectStore, folder: str) -> None:
    await store.put(f"{folder}empty", b"", "text/plain")

    assert await store.get(f"{folder}empty") == b""
    assert await read(store.stream(f"{folder}empty")) == []


async def test_a_file_is_stored_from_its_current_position(store: ObjectStore, folder: str) -> None:
    file = BytesIO(b"head and body")
    file.seek(9)

    await store.put_file(f"{folder}body", file, 4, "text/plain")

    assert await store.get(f"{folder}body") == b"body"


async def test_a_large_object_streams_in_chunks(store: ObjectStore, folder: str) -> None:
    content = secrets.token_bytes(3 * CHUNK_BYTES + 1)
    await store.put(f"{folder}large", content, "application/octet-stream")

    chunks = await read(store.stream(f"{folder}large"))

    assert sha256_hex(b"".join(chunks)) == sha256_hex(content)
    assert max(map(len, chunks)) <= CHUNK_BYTES


async def test_a_reader_who_leaves_early_leaves_the_store_in_order(store: ObjectStore, folder: str) -> None:
    await store.put(f"{folder}large", bytes(3 * CHUNK_BYTES), "application/octet-stream")

    for _ in range(40):  # more than there are connections
        stream = store.stream(f"{folder}large")
        await anext(stream)
        await stream.aclose()  # type: ignore[attr-defined]  # it is an async generator

    assert len(await store.get(f"{folder}large")) == 3 * CHUNK_BYTES


@pytest.mark.parametrize("name", ["Uittreksel KBO (2026).pdf", "株式会社.pdf", "a+b&c=d?e#f%2F.pdf", "'quoted'.pdf"])
async def test_any_file_name_can_be_in_a_key(store: ObjectStore, folder: str, name: str) -> None:
    await store.put(folder + name, b"content", "application/pdf")

    assert await store.get(folder + name) == b"content"
    assert [item.key for item in await store.list(folder)] == [folder + name]


async def test_a_key_that_is_put_again_has_the_new_content(store: ObjectStore, folder: str) -> None:
    for content in (b"first", b"second"):
        await store.put(f"{folder}answer", content, "text/plain")

    assert await store.get(f"{folder}answer") == b"second"


async def test_a_missing_key_is_told_apart_from_a_store_that_is_away(store: ObjectStore, folder: str) -> None:
    with pytest.raises(ObjectNotFoundError):
        await store.get(f"{folder}nothing")
    with pytest.raises(ObjectNotFoundError):
        await store.stat(f"{folder}nothing")
    with pytest.raises(ObjectNotFoundError):
        await anext(store.stream(f"{folder}nothing"))


async def test_a_list_has_everything_under_a_prefix_and_nothing_else(store: ObjectStore, folder: str) -> None:
    for key in ("a", "deep/er/b", "c"):
        await store.put(folder + key, b"x", "text/plain")
    await store.put(f"{folder.rstrip('/')}_other/d", b"x", "text/plain")

    assert sorted(item.key for item in await store.list(folder)) == [f"{folder}a", f"{folder}c", f"{folder}deep/er/b"]


async def test_deleting_a_folder_leaves_its_neighbours(store: ObjectStore, folder: str) -> None:
    neighbour = f"{folder.rstrip('/')}0/"
    for key in (f"{folder}a", f"{folder}deep/b", f"{neighbour}c"):
        await store.put(key, b"x", "text/plain")

    assert await store.delete_prefix(folder) == 2
    assert await store.delete_prefix(folder) == 0

    assert await store.list(folder) == []
    assert len(await store.list(neighbour)) == 1


async def test_a_folder_of_more_than_a_thousand_objects_is_listed_and_deleted_whole(
    store: ObjectStore, folder: str
) -> None:
    await asyncio.gather(*(store.put(f"{folder}{number}", b"x", "text/plain") for number in range(1005)))

    assert len(await store.list(folder)) == 1005
    assert await store.delete_prefix(folder) == 1005
    assert await store.list(folder) == []


async def test_deleting_a_folder_ends_the_uploads_in_parts_that_are_under_way_there(
    store: ObjectStore, settings: Settings, folder: str
) -> None:
    """As of a gateway that was killed while it took a large document in: no list shows them, but they lie there."""
    client, bucket, neighbour = store._client, settings.s3_bucket, f"{folder.rstrip('/')}0/"
    for key in (f"{folder}it 1/ä.pdf", f"{neighbour}b.pdf"):
        client._create_multipart_upload(bucket, key, {})

    await store.delete_prefix(folder)

    under_way = [upload.object_name for upload in client._list_multipart_uploads(bucket, prefix=folder[:-1]).uploads]
    assert under_way == [f"{neighbour}b.pdf"]


@pytest.mark.parametrize("prefix", ["", "/", "case_0123456789ab", "case_"])
async def test_only_a_folder_can_be_deleted(store: ObjectStore, prefix: str) -> None:
    with pytest.raises(ValueError, match="not a folder"):
        await store.delete_prefix(prefix)


async def test_the_store_is_ready_when_its_bucket_is_there(store: ObjectStore, settings: Settings) -> None:
    elsewhere = ObjectStore.from_settings(settings.model_copy(update={"s3_bucket": "another-bucket"}))

    assert await store.ready()
    assert not await elsewhere.ready()
    elsewhere.close()


async def test_a_wrong_key_is_refused_and_is_not_a_missing_object(settings: Settings, folder: str) -> None:
    stranger = ObjectStore.from_settings(settings.model_copy(update={"s3_access_key": settings.s3_secret_key}))

    with pytest.raises(ObjectStoreError) as refused:
        await stranger.get(f"{folder}answer")

    assert not isinstance(refused.value, ObjectNotFoundError)
    stranger.close()


async def test_a_server_that_is_not_there_is_an_error_and_no_hang(unreachable: ObjectStore) -> None:
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(ObjectStoreUnavailableError):
            await unreachable.get("case/answer")
        with pytest.raises(ObjectStoreUnavailableError):
            await unreachable.put("case/answer", b"x", "text/plain")
        with pytest.raises(ObjectStoreUnavailableError):
            await unreachable.list("case/")
        with pytest.raises(ObjectStoreUnavailableError):
            await unreachable.ready()


async def test_a_server_that_hangs_up_is_an_error_and_no_hang(breaking_off: ObjectStore) -> None:
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(ObjectStoreUnavailableError):
            await breaking_off.get("case/answer")

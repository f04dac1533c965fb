"""The object store: any S3 server, through the `minio` client on a bounded set of threads.

Evidence and documents are only ever added under a case's prefix; the one deletion is that of a whole case.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO, TypeVar
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.deleteobjects import DeleteObject
from minio.error import S3Error

from runtime.settings import Settings

T = TypeVar("T")
CHUNK_BYTES = 256 * 1024
THREADS = 16
CONNECT_SECONDS = 3
READ_SECONDS = 20
MAX_READ_BYTES = 64 * 1024 * 1024
"""No object of ours is larger; a read that would be is refused instead of filling the memory."""


class ObjectStoreError(Exception):
    """The object store refused or could not be reached.

    ├── ObjectNotFoundError      no object under this key
    └── ObjectStoreUnavailableError   the server did not answer in time or at all
    """


class ObjectNotFoundError(ObjectStoreError):
    pass


class ObjectStoreUnavailableError(ObjectStoreError):
    pass


@dataclass(frozen=True)
class StoredObject:
    key: str
    size: int
    last_modified: datetime | None
    media_type: str | None = None


def sha256_hex(data: bytes) -> str:
    """SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class ObjectStore:
    """Objects of one bucket. Every call ends: connections and reads time out and are tried at most three times."""

    def __init__(self, client: Minio, bucket: str) -> None:
        self._client = client
        self._bucket = bucket
        self._threads = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="object-store")

    @classmethod
    def from_settings(cls, settings: Settings) -> "ObjectStore":
        endpoint = urlsplit(settings.s3_endpoint)
        http = urllib3.PoolManager(
            maxsize=THREADS,
            timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            retries=urllib3.Retry(total=2, backoff_factor=0.2, status_forcelist=(500, 502, 503, 504)),
        )
        client = Minio(
            endpoint.netloc,
            access_key=settings.s3_access_key.get_secret_value(),
            secret_key=settings.s3_secret_key.get_secret_value(),
            secure=endpoint.scheme == "https",
            region="us-east-1",
            http_client=http,
        )
        return cls(client, settings.s3_bucket)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ready(self) -> bool:
        """Whether the bucket is there."""
        return await self._run(lambda: self._client.bucket_exists(self._bucket))

    async def put(self, key: str, data: bytes, media_type: str) -> None:
        await self.put_file(key, BytesIO(data), len(data), media_type)

    async def put_new(self, key: str, data: bytes, media_type: str) -> bool:
        """Stores the bytes unless other bytes have this key; returns whether they are what lies there now."""
        try:
            return await self.get(key) == data
        except ObjectNotFoundError:
            await self.put(key, data, media_type)
            return True

    async def put_file(self, key: str, file: BinaryIO, size: int, media_type: str) -> None:
        """Stores `size` bytes read from the file's current position."""
        await self._run(lambda: self._client.put_object(self._bucket, key, file, length=size, content_type=media_type))

    async def get(self, key: str) -> bytes:
        """The whole object; for documents and evidence, which are bounded when they are taken in."""

        def read() -> bytes:
            response = self._client.get_object(self._bucket, key)
            try:
                data = response.read(MAX_READ_BYTES + 1)
            finally:
                response.close()
                response.release_conn()
            if len(data) > MAX_READ_BYTES:
                raise ObjectStoreError(f"object {key} is larger than {MAX_READ_BYTES} bytes")
            return bytes(data)

        return await self._run(read)

    async def stream(self, key: str) -> AsyncIterator[bytes]:
        """The object in chunks. The first chunk is asked for before the caller answers, so a missing key is known."""
        response = await self._run(lambda: self._client.get_object(self._bucket, key))
        try:
            while chunk := await self._run(lambda: response.read(CHUNK_BYTES)):
                yield chunk
        finally:
            response.close()
            response.release_conn()

    async def stat(self, key: str) -> StoredObject:
        found = await self._run(lambda: self._client.stat_object(self._bucket, key))
        return StoredObject(key, found.size or 0, found.last_modified, found.content_type)

    async def list(self, prefix: str) -> list[StoredObject]:
        def read() -> list[StoredObject]:
            return [
                StoredObject(item.object_name or "", item.size or 0, item.last_modified)
                for item in self._client.list_objects(self._bucket, prefix=prefix, recursive=True)
                if not item.is_dir
            ]

        return await self._run(read)

    async def delete_prefix(self, prefix: str) -> int:
        """Deletes every object under the prefix, which must name a folder; returns how many there were.

        Uploads in parts that have not ended are ended, or they would lie there unseen for ever.
        """
        if not prefix.endswith("/") or len(prefix) < 2:
            raise ValueError(f"{prefix!r} is not a folder's prefix")
        await self._run(lambda: self._end_uploads(prefix))
        objects = await self.list(prefix)

        def remove() -> None:
            failures = list(self._client.remove_objects(self._bucket, [DeleteObject(item.key) for item in objects]))
            if failures:
                raise ObjectStoreError(f"{len(failures)} objects under {prefix} could not be deleted")

        await self._run(remove)
        return len(objects)

    def _end_uploads(self, prefix: str) -> None:
        """The client has these two calls for its own use only, but they are plain S3."""
        for upload in self._client._list_multipart_uploads(self._bucket, prefix=prefix).uploads:
            try:
                self._client._abort_multipart_upload(self._bucket, upload.object_name, upload.upload_id or "")
            except S3Error as error:
                if error.code != "NoSuchUpload":  # it has just ended by itself
                    raise

    async def _run(self, call: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, call)
        except S3Error as error:
            if error.code in ("NoSuchKey", "NoSuchObject", "ResourceNotFound"):
                raise ObjectNotFoundError(str(error.message)) from error
            raise ObjectStoreError(f"{error.code}: {error.message}") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise ObjectStoreUnavailableError(f"the object store did not answer: {type(error).__name__}") from error

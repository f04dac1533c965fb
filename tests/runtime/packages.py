"""Packages to verify: a small one whose every byte can be tried, and one as it is sent."""

import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

from runtime import package_verifier
from runtime.object_store import ObjectNotFoundError, StoredObject
from runtime.package_archive import About, HeldFile, PackageFile, StoredFile, make_archive
from runtime.package_verifier import DIGEST, MANIFEST, Entry

MADE_AT = datetime(2026, 3, 2, 9, 0, 7, tzinfo=UTC)
ABOUT = About(case_id="case_a1b2c3d4e5f6", created_at=MADE_AT, generator="Casewright of the tests")


class StreamingStore:
    """Objects in memory, given in small chunks; `later` takes the place of an object once it was read."""

    def __init__(self, objects: Mapping[str, bytes], later: Mapping[str, bytes] | None = None) -> None:
        self.objects = dict(objects)
        self.largest_chunk = 7
        self._later = later or {}

    async def stat(self, key: str) -> StoredObject:
        return StoredObject(key, len(self.objects[key]), None)

    async def stream(self, key: str) -> AsyncIterator[bytes]:
        if key not in self.objects:
            raise ObjectNotFoundError(key)
        data = self.objects[key]
        for start in range(0, len(data), self.largest_chunk):
            yield data[start : start + self.largest_chunk]
        self.objects[key] = self._later.get(key, data)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def small_package(files: Mapping[str, bytes] | None = None) -> bytes:
    """An archive of the same form as a real one, of a few hundred bytes."""
    content = {"a.json": b"{}", "documents/doc_1/b.pdf": b"bytes"} if files is None else dict(files)
    listed = [{"path": path, "sha256": sha256(data), "size": len(data)} for path, data in sorted(content.items())]
    manifest = json.dumps(
        {"schema_version": 1, "created_at": "2026-03-02T09:00:07Z", "files": listed, "left_out": []}
    ).encode()
    return archive({**content, MANIFEST: manifest, DIGEST: package_verifier.digest_line(manifest)})


def archive(content: Mapping[str, bytes]) -> bytes:
    """These files in the form of a package, whatever the manifest among them says."""
    entries, written = [], b""
    for path in package_verifier.file_order(content):
        entry = Entry(path, len(content[path]), zlib.crc32(content[path]))
        entries.append(entry)
        written += package_verifier.local_header(entry, MADE_AT) + content[path]
    return written + package_verifier.directory(entries, MADE_AT)


def stored_files() -> tuple[StreamingStore, list[PackageFile]]:
    """Two objects in a store and one file that is made for the package."""
    objects = {"case/documents/1": b"%PDF the certificate", "case/evidence/kbo.html": b"<html>registered</html>"}
    certificate, answer = objects.values()
    files: list[PackageFile] = [
        HeldFile("package.json", b'{"case_id": "case_a1b2c3d4e5f6"}\n'),
        StoredFile("documents/doc_1/certificate.pdf", "case/documents/1", sha256(certificate)),
        StoredFile(f"evidence/kbo/{sha256(answer)}.html", "case/evidence/kbo.html", sha256(answer)),
    ]
    return StreamingStore(objects), files


async def sent_package() -> tuple[bytes, str]:
    """A package as it is sent, and its root hash."""
    store, files = stored_files()
    made = await make_archive(store, ABOUT, files)
    return b"".join([chunk async for chunk in made.chunks()]), made.root_hash

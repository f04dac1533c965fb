"""Writes a package as an archive: first every file is read and hashed, then the archive is sent in chunks.

What lies in the store is read twice, so that no more than a chunk of it is ever in memory, the length and the root hash
are known before the first byte is sent, and no altered byte goes out as if it were good: a file whose bytes are not
those on record is left out, and the manifest says so. `runtime.package_verifier` has the form of the archive.
"""

import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import structlog

from runtime import package_verifier
from runtime.evidence_objects import ObjectReader
from runtime.object_store import ObjectNotFoundError
from runtime.package_verifier import DIGEST, FORMAT, MANIFEST, MAX_ARCHIVE_BYTES, MAX_FILES, Entry

log = structlog.stdlib.get_logger()

VERIFIER = Path(package_verifier.__file__)
MAX_CHECKED_BYTES = 16 * 1024 * 1024
"""Of an object that is looked into before it is sent. No page text is as large."""

Problem = Literal["missing", "altered"]


class PackageTooLargeError(Exception):
    """The package has more bytes or files than an archive without Zip64 can hold."""


class ObjectChangedError(Exception):
    """An object changed in the store while it was being sent. The answer breaks off: what was sent is not whole."""


class HeldFile(NamedTuple):
    """A file of the package that is made for it."""

    path: str
    data: bytes


class StoredFile(NamedTuple):
    """A file of the package that lies in the object store."""

    path: str
    object_key: str
    sha256: str | None
    """Of the bytes on record; None where there is no record, and `check` says whether they are good."""
    check: Callable[[bytes], bool] | None = None


PackageFile = HeldFile | StoredFile


class LeftOut(NamedTuple):
    """A file that belongs to the package and is not in it."""

    path: str
    problem: Problem
    sha256: str | None
    """What its bytes should hash to."""


class _Measured(NamedTuple):
    entry: Entry
    sha256: str
    file: PackageFile


class About(NamedTuple):
    """What the manifest says of the package as a whole."""

    case_id: str
    created_at: datetime
    """Also the time that every file in the archive has: the same case gives the same bytes."""
    generator: str


@dataclass(frozen=True)
class PackageArchive:
    """An archive that is ready to be sent."""

    root_hash: str
    """SHA-256 of the manifest, which lists the hash of every other file."""
    size: int
    left_out: tuple[LeftOut, ...]
    _created_at: datetime
    _files: tuple[_Measured, ...]
    _store: ObjectReader

    async def chunks(self) -> AsyncIterator[bytes]:
        """The bytes of the archive. Raises ObjectChangedError, or ObjectStoreError if the store goes away."""
        for measured in self._files:
            yield package_verifier.local_header(measured.entry, self._created_at)
            if isinstance(measured.file, HeldFile):
                yield measured.file.data
                continue
            digest = hashlib.sha256()
            async for chunk in self._store.stream(measured.file.object_key):
                digest.update(chunk)
                yield chunk
            if digest.hexdigest() != measured.sha256:
                raise ObjectChangedError(measured.file.object_key)
        yield package_verifier.directory([measured.entry for measured in self._files], self._created_at)


async def make_archive(store: ObjectReader, about: About, files: Iterable[PackageFile]) -> PackageArchive:
    """Reads and hashes every file. Raises PackageTooLargeError, ValueError for a path that is there twice or is not
    safe on every system, or ObjectStoreError if the store is away."""
    measured: list[_Measured] = []
    left_out: list[LeftOut] = []
    for file in (*files, HeldFile("verify.py", VERIFIER.read_bytes())):
        found = await _measure(store, file)
        if isinstance(found, LeftOut):
            log.error("left out of a package", case_id=about.case_id, path=found.path, problem=found.problem)
            left_out.append(found)
        else:
            measured.append(found)
    created_at = about.created_at.astimezone(UTC).replace(microsecond=0)
    manifest = _manifest(about, created_at, measured, left_out)
    digest = HeldFile(DIGEST, package_verifier.digest_line(manifest))
    measured += [_held(HeldFile(MANIFEST, manifest)), _held(digest)]
    ordered = _in_order(measured)
    entries = [each.entry for each in ordered]
    size = package_verifier.archive_size(entries)
    if size > MAX_ARCHIVE_BYTES or len(entries) > MAX_FILES:
        raise PackageTooLargeError(f"{len(entries)} files, {size} bytes")
    return PackageArchive(
        root_hash=hashlib.sha256(manifest).hexdigest(),
        size=size,
        left_out=tuple(left_out),
        _created_at=created_at,
        _files=ordered,
        _store=store,
    )


def _in_order(measured: Sequence[_Measured]) -> tuple[_Measured, ...]:
    by_path = {each.entry.path: each for each in measured}
    if len(by_path) != len(measured) or not all(map(package_verifier.is_safe, by_path)):
        raise ValueError(
            f"a path of the package is there twice or is not safe: {sorted(each.entry.path for each in measured)}"
        )
    return tuple(by_path[path] for path in package_verifier.file_order(by_path))


async def _measure(store: ObjectReader, file: PackageFile) -> _Measured | LeftOut:
    if isinstance(file, HeldFile):
        return _held(file)
    digest, crc32, size, kept = hashlib.sha256(), 0, 0, bytearray()
    try:
        async for chunk in store.stream(file.object_key):
            digest.update(chunk)
            crc32, size = zlib.crc32(chunk, crc32), size + len(chunk)
            if file.check is not None and size <= MAX_CHECKED_BYTES:
                kept += chunk
    except ObjectNotFoundError:
        return LeftOut(file.path, "missing", file.sha256)
    found = digest.hexdigest()
    if file.sha256 not in (None, found) or (file.check is not None and not file.check(bytes(kept))):
        return LeftOut(file.path, "altered", file.sha256)
    return _Measured(Entry(file.path, size, crc32), found, file)


def _held(file: HeldFile) -> _Measured:
    entry = Entry(file.path, len(file.data), zlib.crc32(file.data))
    return _Measured(entry, hashlib.sha256(file.data).hexdigest(), file)


def _manifest(about: About, created_at: datetime, measured: Sequence[_Measured], left_out: Sequence[LeftOut]) -> bytes:
    content = {
        "schema_version": FORMAT,
        "case_id": about.case_id,
        "created_at": f"{created_at:%Y-%m-%dT%H:%M:%SZ}",
        "generator": about.generator,
        "hash": "sha256",
        "root_hash": f"the SHA-256 of this file, {MANIFEST}, byte for byte; {DIGEST} has it",
        "files": [
            {"path": each.entry.path, "sha256": each.sha256, "size": each.entry.size}
            for each in sorted(measured, key=lambda each: each.entry.path)
        ],
        "left_out": [item._asdict() for item in sorted(left_out)],
    }
    return f"{json.dumps(content, indent=1, ensure_ascii=False)}\n".encode()

"""Verifies a package of a case, offline: says whether it is complete and unaltered, and if not, what was altered,
removed, added or renamed.

    python verify.py package.zip [--hash ROOT]
    python verify.py folder      [--hash ROOT]

ROOT is the package's root hash, as the answer that gave the package names it in the header `Casewright-Package-Hash`.
Without it every change is found but one: a package that somebody made anew, manifest and all. With it none can be; so
only then is a package called complete and unaltered without more words.

Exit code 0: complete and unaltered. 1: it is not; each fault has a line. 2: it cannot be read, or the call is wrong.

This is one file, however long, because it travels alone: it is copied into every package, read by auditors from top to
bottom, and needs nothing but Python 3.9 or newer. Whoever does not trust a package should not trust the copy in it
either, and take one from elsewhere.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import stat
import struct
import sys
import zipfile
import zlib
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from typing import IO, Any, NamedTuple

MANIFEST = "manifest.json"
DIGEST = "manifest.sha256"
FORMAT = 1
"""Of the manifest and of the archive; a package of another format needs another verifier."""

MAX_MANIFEST_BYTES = 32 * 1024 * 1024
MAX_DIRECTORY_BYTES = 32 * 1024 * 1024
MAX_RATIO = 200
"""How many times its own size an archive may claim to unpack to. A package is not compressed at all; packed anew, it
becomes some ten times smaller."""
CHUNK_BYTES = 1024 * 1024
MAX_ARCHIVE_BYTES = 0xFFFFFFFF
MAX_FILES = 0xFFFF
"""An archive beyond these needs Zip64, of which this format has nothing."""

HASH = re.compile(r"(?:sha256:)?([0-9a-f]{64})")
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_UNIX, _VERSION = 3, 20
_PLAIN_FILE = 0o100644 << 16
LAST_YEAR = 2107
"""That an archive can write."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)
"""What reading a damaged archive raises."""


class UnreadableError(Exception):
    """This is no package that could be verified: not an archive, or one without a manifest that can be read."""


class Entry(NamedTuple):
    """One file of the archive."""

    path: str
    size: int
    crc32: int


class Findings(NamedTuple):
    root_hash: str
    """The SHA-256 of the manifest, in hexadecimal."""
    files: int
    problems: list[str]
    """Empty if the package is complete and unaltered."""


# The archive. Its bytes follow from its files alone: stored without compression, in this order, with one time for all
# and nothing between them. So the verifier can tell every byte that is not as it was.


def file_order(paths: Iterable[str]) -> list[str]:
    """The manifest and its digest first, then the others by their names."""
    return [MANIFEST, DIGEST, *sorted(path for path in paths if path not in (MANIFEST, DIGEST))]


def local_header(entry: Entry, modified: datetime) -> bytes:
    time, date = _dos_time(modified)
    name = entry.path.encode("ascii")
    return _LOCAL.pack(0x04034B50, _VERSION, 0, 0, time, date, entry.crc32, entry.size, entry.size, len(name), 0) + name


def directory(entries: list[Entry], modified: datetime) -> bytes:
    """What stands at the end of the archive: its directory and where that begins."""
    rows, offset = [], 0
    for entry in entries:
        rows.append(_directory_row(entry, modified, offset))
        offset += _LOCAL.size + len(entry.path) + entry.size
    table, count = b"".join(rows), len(entries)
    return table + _END.pack(0x06054B50, 0, 0, count, count, len(table), offset, 0)


def _directory_row(entry: Entry, modified: datetime, offset: int) -> bytes:
    time, date = _dos_time(modified)
    name, made_by = entry.path.encode("ascii"), _UNIX << 8 | _VERSION
    sizes = (entry.crc32, entry.size, entry.size, len(name))
    versions = (made_by, _VERSION, 0, 0, time, date)
    return _CENTRAL.pack(0x02014B50, *versions, *sizes, 0, 0, 0, 0, _PLAIN_FILE, offset) + name


def archive_size(entries: list[Entry]) -> int:
    """Bytes of the whole archive."""
    names = sum(len(entry.path) for entry in entries)
    return sum(entry.size for entry in entries) + 2 * names + len(entries) * (_LOCAL.size + _CENTRAL.size) + _END.size


def digest_line(manifest: bytes) -> bytes:
    """What `manifest.sha256` says, as `sha256sum` writes it."""
    return f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode("ascii")


def is_safe(path: str) -> bool:
    """Whether a path stays inside the folder that a package is unpacked in, on any system."""
    return bool(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", path))


def moment_of(text: str) -> datetime:
    """`2026-10-04T10:15:04Z`; ValueError if it is not written so, or no archive can have that time."""
    moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)  # noqa: UP017 - older Pythons
    if not 1980 <= moment.year <= LAST_YEAR:
        raise ValueError(f"expected a year from 1980 to {LAST_YEAR}")
    return moment


def _dos_time(moment: datetime) -> tuple[int, int]:
    """As archives write times: in steps of two seconds, from 1980 on."""
    year = max(moment.year - 1980, 0)
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return time, year << 9 | moment.month << 5 | moment.day


# The manifest.


class Listed(NamedTuple):
    sha256: str
    size: int


class Manifest(NamedTuple):
    data: bytes
    created_at: datetime
    files: dict[str, Listed]
    left_out: list[str]
    """What the package says of itself that it lacks."""

    @property
    def root_hash(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def read_manifest(data: bytes) -> Manifest:
    """Raises UnreadableError if it is none."""
    try:
        given: Any = json.loads(data.decode("utf-8"), parse_int=_whole_number)
        version = given["schema_version"]
        files = [(_text(item["path"]), Listed(_text(item["sha256"]), _size(item["size"]))) for item in given["files"]]
        left_out = [f"{_text(item['path'])}: {_text(item['problem'])}" for item in given["left_out"]]
        created_at = moment_of(given["created_at"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(f"{MANIFEST} cannot be read: {type(error).__name__}") from error
    if version != FORMAT:
        raise UnreadableError(f"{MANIFEST} is of format {version!r}; this verifier knows format {FORMAT}")
    if len(dict(files)) != len(files):
        raise UnreadableError(f"{MANIFEST} lists a path twice")
    if len(files) + 2 > MAX_FILES or sum(listed.size for _, listed in files) > MAX_ARCHIVE_BYTES:
        raise UnreadableError(f"{MANIFEST} lists more than a package can hold")
    return Manifest(data, created_at, dict(files), left_out)


def _whole_number(text: str) -> int:
    """Older Pythons take hours over a number of a million digits."""
    if len(text) > 20:
        raise ValueError("expected a number of bytes")
    return int(text)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("expected text")
    return value


def _size(value: Any) -> int:
    """A number as JSON writes whole ones; `true` is a number to Python alone."""
    if type(value) is not int or value < 0:
        raise ValueError("expected a number of bytes")
    return value


# What is to be verified: an archive or a folder, each a bag of files.


class Archive:
    """A package as it was sent, or as somebody packed it anew: then its files are told apart all the same."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self._file = _InPieces(io.FileIO(path))
        except _UNREADABLE as error:
            raise UnreadableError(f"{path} is not an archive that can be read: {error}") from error
        try:
            self._zip = zipfile.ZipFile(self._file)
            self.paths = [item.filename for item in self._zip.infolist()]
            self._refuse_what_takes_for_ever()
        except _UNREADABLE as error:
            self._file.close()
            raise UnreadableError(f"{path} is not an archive that can be read: {error}") from error

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def _refuse_what_takes_for_ever(self) -> None:
        """Raises BadZipFile if to read it all could take longer than an archive of its size deserves: few bytes that
        unpack to many, or that many files share. Of no file more is read than the directory claims."""
        size = os.fstat(self._file.fileno()).st_size
        unpacked = sum(item.file_size for item in self._zip.infolist())
        if len(self.paths) > MAX_FILES or unpacked > MAX_ARCHIVE_BYTES:
            raise zipfile.BadZipFile("it claims more files, or more bytes, than a package can hold")
        if unpacked > MAX_RATIO * size:
            raise zipfile.BadZipFile(f"it has {size} bytes and claims to unpack to {unpacked}: no package does")
        if sum(item.compress_size for item in self._zip.infolist()) > size:
            raise zipfile.BadZipFile("its files claim more bytes than it has: some would have to share them")

    def size(self, path: str) -> int:
        return self._zip.getinfo(path).file_size

    def open(self, path: str) -> IO[bytes]:
        """Raises one of `_UNREADABLE`, also for a compression of which a chunk may become more than fits in memory."""
        if self._zip.getinfo(path).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile(
                "it is compressed in another way than archives usually are; unpack it and verify the folder"
            )
        return self._zip.open(path)

    def faults(self, manifest: Manifest) -> Iterator[str]:
        """Where the archive itself is not as it was written, beyond what its files say."""
        at = self._first_difference(manifest)
        if at is not None:
            yield (
                f"altered: the archive itself, at byte {at} (packed anew by another tool, or changed in its headers, "
                "order, times or comments, or by bytes in between)"
            )

    def _first_difference(self, manifest: Manifest) -> int | None:
        at = 0
        with open(self._path, "rb") as file:
            for expected in self._as_written(manifest):
                found = file.read(len(expected))
                if found != expected:
                    return at + _common_length(expected, found)
                at += len(expected)
            return at if file.read(1) else None

    def _as_written(self, manifest: Manifest) -> Iterator[bytes]:
        """The bytes that these files and this manifest make. Their checksums are right: each file was read before."""
        entries = []
        for path in file_order(manifest.files):
            entry = Entry(path, self.size(path), self._zip.getinfo(path).CRC)
            entries.append(entry)
            yield local_header(entry, manifest.created_at)
            yield from self._chunks(path)
        yield directory(entries, manifest.created_at)

    def _chunks(self, path: str) -> Iterator[bytes]:
        with self.open(path) as file:
            yield from iter(lambda: file.read(CHUNK_BYTES), b"")


class _InPieces(io.BufferedReader):
    """A file of which nothing is read at once that is larger than a directory may be: `zipfile` reads that whole."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0 or size > MAX_DIRECTORY_BYTES:
            size = MAX_DIRECTORY_BYTES + 1
        data = super().read(size)
        if len(data) > MAX_DIRECTORY_BYTES:
            raise zipfile.BadZipFile("its directory is larger than that of any package")
        return data


class Folder:
    """A package that was unpacked. Nothing can be said of the archive that it came in."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.paths = sorted(self._walk())

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def size(self, path: str) -> int:
        return os.lstat(self._place(path)).st_size

    def open(self, path: str) -> IO[bytes]:
        if not stat.S_ISREG(os.lstat(self._place(path)).st_mode):
            raise OSError("it is a link, or no file at all")
        return open(self._place(path), "rb")

    def faults(self, manifest: Manifest) -> Iterator[str]:
        return iter(())

    def _walk(self) -> Iterator[str]:
        for folder, folders, files in os.walk(self._path, onerror=_cannot_be_listed):
            links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
            for name in (*files, *links):
                yield os.path.relpath(os.path.join(folder, name), self._path).replace(os.sep, "/")

    def _place(self, path: str) -> str:
        return os.path.join(self._path, *path.split("/"))


def _cannot_be_listed(error: OSError) -> None:
    """What lies in there nobody knows: it may have been added."""
    raise UnreadableError(f"a folder of the package cannot be read: {error}") from error


def verify(path: str, root_hash: str | None = None) -> Findings:
    """What is wrong with the package at this path. Raises UnreadableError if it is none."""
    with Folder(path) if os.path.isdir(path) else Archive(path) as package:
        manifest = read_manifest(_whole(package, MANIFEST, MAX_MANIFEST_BYTES))
        problems = [*_of_the_root(package, manifest, root_hash), *_of_the_files(package, manifest)]
        if not problems:
            problems += package.faults(manifest)
        problems += (f"left out when the package was made: {item}" for item in manifest.left_out)
    return Findings(manifest.root_hash, len(manifest.files) + 2, problems)


def _of_the_root(package: Archive | Folder, manifest: Manifest, root_hash: str | None) -> Iterator[str]:
    if root_hash is not None and root_hash != manifest.root_hash:
        yield f"altered: {MANIFEST} (its SHA-256 is {manifest.root_hash}, not the root hash that was given)"
    if DIGEST not in package.paths:
        yield f"removed: {DIGEST}"
    elif not _is_as_listed(package, DIGEST, _listed(digest_line(manifest.data))):
        yield f"altered: {MANIFEST} or {DIGEST} (they do not agree)"


def _of_the_files(package: Archive | Folder, manifest: Manifest) -> Iterator[str]:
    counted = Counter(package.paths)
    yield from (f"duplicate: {path} (there are {count})" for path, count in sorted(counted.items()) if count > 1)
    yield from (f"unsafe: {path!r} (not a path of a package)" for path in sorted(counted) if not is_safe(path))
    listed = {path for path in manifest.files if is_safe(path)}
    yield from (f"unsafe: {path!r} (the manifest lists it)" for path in sorted(manifest.files.keys() - listed))
    for path in sorted(listed & counted.keys()):
        if not _is_as_listed(package, path, manifest.files[path]):
            yield f"altered: {path}"
    missing = sorted(listed - counted.keys())
    added = sorted(counted.keys() - listed - {MANIFEST, DIGEST})
    yield from _renamed_removed_added(package, manifest, missing, added)


def _renamed_removed_added(
    package: Archive | Folder, manifest: Manifest, missing: list[str], added: list[str]
) -> Iterator[str]:
    """A file that is there under another name was renamed; what is left was removed, or added."""
    found, renamed = _identified(package, added, {manifest.files[path].size for path in missing}), set()
    for path in missing:
        others = found.get(manifest.files[path])
        if not others:
            yield f"removed: {path}"
        else:
            other = others.popleft()
            renamed.add(other)
            yield f"removed: {path} (renamed to {other!r})"
    yield from (f"added: {path!r}" for path in added if path not in renamed)


def _identified(package: Archive | Folder, paths: list[str], sizes: set[int]) -> dict[Listed, deque[str]]:
    """Those of these files that have one of these sizes, by what a manifest would say of them. No more bytes are read
    for that than a package can hold: what lies beyond was added, whatever it was called before."""
    found: dict[Listed, deque[str]] = {}
    left = MAX_ARCHIVE_BYTES
    for path in paths:
        size = _size_of(package, path)
        if size not in sizes or size > left:
            continue
        left -= size
        listed = _found(package, path, sizes)
        if listed is not None:
            found.setdefault(listed, deque()).append(path)
    return found


def _listed(data: bytes) -> Listed:
    return Listed(hashlib.sha256(data).hexdigest(), len(data))


def _is_as_listed(package: Archive | Folder, path: str, listed: Listed) -> bool:
    return _found(package, path, {listed.size}) == listed


def _found(package: Archive | Folder, path: str, sizes: set[int]) -> Listed | None:
    """A file as a manifest would list it; None if it cannot be read, or has none of these sizes and need not be."""
    size = _size_of(package, path)
    digest = _digest(package, path) if size in sizes else None
    return Listed(digest, size) if digest is not None else None


def _size_of(package: Archive | Folder, path: str) -> int:
    """In bytes; -1 of what has none, as it cannot be looked at."""
    try:
        return package.size(path)
    except OSError:
        return -1


def _digest(package: Archive | Folder, path: str) -> str | None:
    """None if the bytes cannot be read, or are not those that the archive has a checksum of."""
    digest = hashlib.sha256()
    try:
        with package.open(path) as file:
            for chunk in iter(lambda: file.read(CHUNK_BYTES), b""):
                digest.update(chunk)
    except _UNREADABLE:
        return None
    return digest.hexdigest()


def _whole(package: Archive | Folder, path: str, most: int) -> bytes:
    if path not in package.paths:
        raise UnreadableError(f"there is no {path}: this is no package, or it was removed")
    try:
        with package.open(path) as file:
            chunks = list(_chunks(file, most))
    except _UNREADABLE as error:
        raise UnreadableError(f"{path} cannot be read: {error}") from error
    data = b"".join(chunks)
    if len(data) > most:
        raise UnreadableError(f"{path} is larger than {most} bytes")
    return data


def _chunks(file: IO[bytes], most: int) -> Iterator[bytes]:
    """What a file has, piece by piece, up to the piece that makes it more than this."""
    while most >= 0 and (chunk := file.read(CHUNK_BYTES)):
        most -= len(chunk)
        yield chunk


def _common_length(one: bytes, other: bytes) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))  # noqa: B905


def main(arguments: list[str]) -> int:
    try:
        path, root_hash = _arguments(arguments)
    except ValueError as error:
        print(f"{error}\nusage: python verify.py PACKAGE [--hash ROOT]", file=sys.stderr)
        return 2
    try:
        findings = verify(path, root_hash)
    except UnreadableError as error:
        print(f"cannot be verified: {error}", file=sys.stderr)
        return 2
    for problem in findings.problems:
        print(_printable(problem))
    if findings.problems:
        print("NOT complete and unaltered")
        return 1
    by_whom = "" if root_hash else ", by its own manifest"
    print(f"complete and unaltered{by_whom}: {findings.files} files")
    print(f"root hash: sha256:{findings.root_hash}")
    if not root_hash:
        print("compare it with the one that you were given: a package made anew as a whole agrees with itself, too")
    return 0


def _printable(text: str) -> str:
    """Names in a package are whatever somebody chose: none of them may move the cursor of a terminal."""
    shown = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return shown.encode("ascii", "backslashreplace").decode("ascii")


def _arguments(given: list[str]) -> tuple[str, str | None]:
    """The package and the root hash; ValueError says what is wrong with the call."""
    rest, root_hash = list(given), None
    if "--hash" in rest:
        at = rest.index("--hash")
        match = HASH.fullmatch(rest[at + 1].strip().lower()) if at + 1 < len(rest) else None
        if match is None:
            raise ValueError("--hash: give the root hash, 64 hexadecimal digits")
        root_hash = match[1]
        del rest[at : at + 2]
    if len(rest) != 1 or rest[0].startswith("-"):
        raise ValueError("name one package")
    return rest[0], root_hash


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

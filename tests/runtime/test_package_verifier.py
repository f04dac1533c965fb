"""The verifier of packages: a package that is as it was made passes, and no other does, by so much as a byte."""

import ast
import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runtime import package_verifier
from runtime.package_archive import VERIFIER
from runtime.package_verifier import DIGEST, MANIFEST, UnreadableError, verify
from tests.runtime.packages import archive, sent_package, small_package

BIG_ENOUGH = settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def unpacked(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def judged(package: bytes, folder: Path, root_hash: str | None = None) -> list[str] | None:
    """What the verifier finds; None if it cannot read the package."""
    path = folder / "package.zip"
    path.write_bytes(package)
    try:
        return verify(str(path), root_hash).problems
    except UnreadableError:
        return None


def test_a_package_as_it_was_made_is_complete_and_unaltered(tmp_path: Path) -> None:
    assert judged(small_package(), tmp_path) == []


def test_every_byte_of_a_package_counts(tmp_path: Path) -> None:
    """Each byte in turn, with one bit of it turned, then with all."""
    package = small_package()
    for at in range(len(package)):
        for mask in (1, 0xFF):
            changed = bytearray(package)
            changed[at] ^= mask
            assert judged(bytes(changed), tmp_path) != [], f"byte {at}, mask {mask:#x}"


@pytest.mark.parametrize("change", [b"", b"\0", b"PK\5\6"])
def test_a_byte_more_or_less_anywhere_is_found(tmp_path: Path, change: bytes) -> None:
    package = small_package()
    for at in range(len(package)):
        assert judged(package[:at] + change + package[at + (0 if change else 1) :], tmp_path) != [], f"byte {at}"


@BIG_ENOUGH
@given(data=st.data())
def test_a_change_of_any_byte_of_a_package_as_it_is_sent_is_found(
    tmp_path: Path, sent: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(sent) - 1))
    to = data.draw(st.integers(0, 255).filter(lambda byte: byte != sent[at]))

    assert judged(sent[:at] + bytes([to]) + sent[at + 1 :], tmp_path) != []


@BIG_ENOUGH
@given(data=st.data())
def test_junk_before_after_or_within_is_found(tmp_path: Path, sent: bytes, data: st.DataObject) -> None:
    junk = data.draw(st.binary(min_size=1, max_size=64))
    at = data.draw(st.sampled_from([0, len(sent)]) | st.integers(0, len(sent)))

    assert judged(sent[:at] + junk + sent[at:], tmp_path) != []


@pytest.fixture(scope="module")
async def sent() -> bytes:
    return (await sent_package())[0]


Change = Callable[[dict[str, bytes]], Mapping[str, bytes]]
FILE = "documents/doc_1/b.pdf"


def without(files: dict[str, bytes], path: str) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != path}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: {**files, FILE: b"bites"}, [f"altered: {FILE}"]),
        (lambda files: {**files, FILE: b"bytes "}, [f"altered: {FILE}"]),
        (lambda files: without(files, FILE), [f"removed: {FILE}"]),
        (lambda files: {**files, "new.txt": b"new"}, ["added: 'new.txt'"]),
        (
            lambda files: {**without(files, FILE), "documents/doc_1/c.pdf": b"bytes"},
            [f"removed: {FILE} (renamed to 'documents/doc_1/c.pdf')"],
        ),
        (lambda files: without(files, DIGEST), [f"removed: {DIGEST}"]),
        (
            lambda files: {**files, MANIFEST: files[MANIFEST].replace(b"09:00:07", b"09:00:08")},
            [f"altered: {MANIFEST} or {DIGEST} (they do not agree)"],
        ),
    ],
)
@pytest.mark.parametrize("as_folder", [False, True])
def test_what_was_altered_removed_added_or_renamed_is_named(
    tmp_path: Path, change: Change, told: list[str], as_folder: bool
) -> None:
    changed = change(unpacked(small_package()))
    path = tmp_path / "package"
    if as_folder:
        for name, data in changed.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(data)
    else:  # packed by any other tool
        with zipfile.ZipFile(path, "w") as packed:
            for name, data in changed.items():
                packed.writestr(name, data)

    assert verify(str(path)).problems == told


def test_the_same_files_packed_anew_are_found_out(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in unpacked(small_package()).items():
            packed.writestr(name, data)

    (problem,) = verify(str(path)).problems

    assert problem.startswith("altered: the archive itself, at byte ")


def packed_as(method: int, files: Mapping[str, bytes], path: Path) -> str:
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return str(path)


def test_of_an_archive_that_was_packed_anew_and_compressed_the_changes_are_named_too(tmp_path: Path) -> None:
    """So any tool packs what somebody unpacked and changed; a name beyond ASCII sets a flag that no package has."""
    genuine = unpacked(small_package())
    changed = {**genuine, FILE: b"bites", "ajouté.txt": b"new"}

    (same,) = verify(packed_as(zipfile.ZIP_DEFLATED, genuine, tmp_path / "same.zip")).problems
    problems = verify(packed_as(zipfile.ZIP_DEFLATED, changed, tmp_path / "changed.zip")).problems

    assert same.startswith("altered: the archive itself, at byte ")
    assert problems == [
        "unsafe: 'ajouté.txt' (not a path of a package)",
        f"altered: {FILE}",
        "added: 'ajouté.txt'",
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_may_become_more_than_fits_in_memory_is_not_unpacked(tmp_path: Path, method: int) -> None:
    with pytest.raises(UnreadableError, match="unpack it and verify the folder"):
        verify(packed_as(method, unpacked(small_package()), tmp_path / "package.zip"))


HEADERS = {b"PK\3\4": (6, 7, 8, 9), b"PK\1\2": (8, 9, 10, 11)}
"""Where a header of an archive has its flags and its way of compression."""


@pytest.mark.parametrize(("signature", "at"), [(header, at) for header, places in HEADERS.items() for at in places])
def test_every_value_of_flags_and_compression_is_found_out(tmp_path: Path, signature: bytes, at: int) -> None:
    """Of a real file: the bytes of a PDF were once taken for compressed ones, and the verifier ended with an error."""
    package = small_package({"documents/doc_1/b.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 80})
    (tmp_path / "package.zip").write_bytes(package)
    headers = [found for found in range(len(package)) if package.startswith(signature, found)]
    assert len(headers) == 3
    for header in headers:
        for value in set(range(256)) - {package[header + at]}:
            changed = bytearray(package)
            changed[header + at] = value
            assert judged(bytes(changed), tmp_path) != [], f"byte {header + at}, value {value}"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_found_whichever_is_right(tmp_path: Path) -> None:
    for data in (b"bytes", b"other"):
        package = io.BytesIO(small_package())
        with zipfile.ZipFile(package, "a") as packed:
            packed.writestr(FILE, data)
        assert f"duplicate: {FILE} (there are 2)" in (judged(package.getvalue(), tmp_path) or [])


@pytest.mark.parametrize("path", ["../escaped", "/absolute", "a/../../b", "C:\\windows", "a//b", ".hidden", "a/"])
def test_a_path_that_leads_out_of_the_folder_is_found(tmp_path: Path, path: str) -> None:
    package = io.BytesIO(small_package())
    with zipfile.ZipFile(package, "a") as packed:
        packed.writestr(path, b"")

    assert f"unsafe: {path!r} (not a path of a package)" in (judged(package.getvalue(), tmp_path) or [])


def test_a_link_in_a_folder_is_no_file_of_a_package(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    for name, data in unpacked(small_package()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (tmp_path / "elsewhere").write_bytes(b"bytes")
    (folder / FILE).unlink()
    os.symlink(tmp_path / "elsewhere", folder / FILE)

    assert verify(str(folder)).problems == [f"altered: {FILE}"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """Whoever reads from a pipe that nobody writes to waits for ever. An empty file has the size of a pipe."""
    folder = tmp_path / "package"
    folder.mkdir()
    for name, data in unpacked(small_package({"events.jsonl": b""})).items():
        (folder / name).write_bytes(data)
    (folder / "events.jsonl").unlink()
    os.mkfifo(folder / "events.jsonl")

    assert verify(str(folder)).problems == ["altered: events.jsonl"]


def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may look into every folder, so the refusal is made."""
    folder, scandir = tmp_path / "package", os.scandir
    (folder / "closed").mkdir(parents=True)
    for name, data in unpacked(small_package({})).items():
        (folder / name).write_bytes(data)

    def refused(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)

    with pytest.raises(UnreadableError, match="a folder of the package cannot be read"):
        verify(str(folder))


def test_a_package_that_was_made_anew_is_found_out_by_its_root_hash_alone(tmp_path: Path) -> None:
    (tmp_path / "genuine.zip").write_bytes(small_package())
    root_hash = verify(str(tmp_path / "genuine.zip")).root_hash
    forged = small_package({"a.json": b"{}", FILE: b"other bytes"})

    assert judged(forged, tmp_path) == []
    assert judged(forged, tmp_path, root_hash) != []
    assert judged(small_package(), tmp_path, root_hash) == []


def test_what_the_package_itself_says_it_lacks_makes_it_incomplete(tmp_path: Path) -> None:
    files = unpacked(small_package())
    content = json.loads(files[MANIFEST])
    content["left_out"] = [{"path": "report.pdf", "problem": "altered", "sha256": "0" * 64}]
    manifest = json.dumps(content).encode()
    package = archive({**files, MANIFEST: manifest, DIGEST: package_verifier.digest_line(manifest)})

    assert judged(package, tmp_path) == ["left out when the package was made: report.pdf: altered"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(VERIFIER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_an_auditor_runs_it_alone_and_reads_the_result(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(small_package())
    root_hash = verify(str(path)).root_hash

    passed = run(path, "--hash", f"sha256:{root_hash}")
    uncompared = run(path)
    failed = run(path, "--hash", "0" * 64)

    assert (passed.returncode, passed.stdout.splitlines()[0]) == (0, "complete and unaltered: 4 files")
    assert uncompared.stdout.splitlines()[0] == "complete and unaltered, by its own manifest: 4 files"
    assert f"sha256:{root_hash}" in uncompared.stdout and "compare it" in uncompared.stdout
    assert (failed.returncode, failed.stdout.splitlines()[-1]) == (1, "NOT complete and unaltered")


@pytest.mark.parametrize("arguments", [(), ("a", "b"), ("--help",), ("{zip}", "--hash"), ("{zip}", "--hash", "abc")])
def test_a_call_that_is_wrong_ends_with_two(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert package_verifier.main([each.replace("{zip}", str(tmp_path)) for each in arguments]) == 2


@pytest.mark.parametrize("content", [b"", b"no archive", small_package()[:-30], small_package({})[:40]])
def test_what_is_no_package_ends_with_two(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(content)

    assert package_verifier.main([str(path)]) == 2


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b'{"schema_version": 2, "files": [], "left_out": [], "created_at": "2026-03-02T09:00:07Z"}',
        b'{"schema_version": 1, "files": [{}], "left_out": [], "created_at": "2026-03-02T09:00:07Z"}',
        b'{"schema_version": 1, "files": [], "left_out": [], "created_at": "yesterday"}',
        b'{"schema_version": 1, "files": [], "left_out": [], "created_at": "9999-03-02T09:00:07Z"}',
        b'{"schema_version": 1, "files": [], "left_out": [], "created_at": "1979-03-02T09:00:07Z"}',
        b'{"schema_version": 1, "files": [], "left_out": [{"path": 1, "problem": "x"}], '
        b'"created_at": "2026-03-02T09:00:07Z"}',
        b"[" * 100_000,
        *(
            b'{"schema_version": 1, "files": [{"path": %s, "sha256": %s, "size": %s}], "left_out": [], '
            b'"created_at": "2026-03-02T09:00:07Z"}' % listed
            for listed in (
                (b'"a"', b'"b"', b"4e512"),
                (b'"a"', b'"b"', b"-4e512"),
                (b'"a"', b'"b"', b"NaN"),
                (b'"a"', b'"b"', b"2.0"),
                (b'"a"', b'"b"', b"true"),
                (b'"a"', b'"b"', b"-1"),
                (b'"a"', b'"b"', b'"1"'),
                (b'"a"', b"0", b"1"),
                (b'["a"]', b'"b"', b"1"),
                (b'"a"', b'"b"', b"4294967296"),
            )
        ),
    ],
)
@pytest.mark.parametrize("as_folder", [False, True])
def test_a_manifest_that_cannot_be_read_ends_with_two(tmp_path: Path, manifest: bytes, as_folder: bool) -> None:
    path = tmp_path / "package"
    files = {MANIFEST: manifest, DIGEST: package_verifier.digest_line(manifest)}
    if as_folder:
        path.mkdir()
        for name, data in files.items():
            (path / name).write_bytes(data)
    else:
        path.write_bytes(archive(files))

    assert package_verifier.main([str(path)]) == 2


def test_a_name_in_a_package_cannot_write_over_the_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "package.zip"
    left_out = [{"path": "\x1b[2K\r\ud800é", "problem": "missing", "sha256": None}]
    manifest = json.dumps(
        {"schema_version": 1, "files": [], "left_out": left_out, "created_at": "2026-03-02T09:00:07Z"}
    ).encode()
    path.write_bytes(archive({MANIFEST: manifest, DIGEST: package_verifier.digest_line(manifest)}))

    assert package_verifier.main([str(path)]) == 1
    assert "\\x1b[2K\\r\\ud800\\xe9: missing" in capsys.readouterr().out


def test_it_is_one_file_of_the_standard_library_that_older_pythons_read() -> None:
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }

    assert imported <= sys.stdlib_module_names


# Archives that nobody packed: their verdict comes soon, whatever they claim.


class Claimed(NamedTuple):
    """A row of a directory: what it says of a file."""

    name: bytes
    packed: int
    unpacked: int
    method: int = zipfile.ZIP_STORED


def forged(data: bytes, rows: list[Claimed]) -> bytes:
    """An archive of one file, which all rows of its directory name as theirs."""
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 0, 0, len(data), len(data), 1, 0) + b"x" + data
    table = b"".join(
        struct.pack(
            "<IHHHHHHIIIHHHHHII",
            0x02014B50,
            20,
            20,
            0,
            row.method,
            0,
            0,
            0,
            row.packed,
            row.unpacked,
            len(row.name),
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + row.name
        for row in rows
    )
    count = len(rows) & 0xFFFF
    return local + table + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(table), len(local), 0)


@pytest.mark.parametrize(
    ("package", "why"),
    [
        (forged(b"a" * 4000, [Claimed(b"a", 4000, 4_000_000, zipfile.ZIP_DEFLATED)]), "claims to unpack to 4000000"),
        (forged(b"a" * 4000, [Claimed(b"%d" % at, 4000, 4000) for at in range(60)]), "have to share them"),
        (forged(b"a" * 4000, [Claimed(b"%d" % at, 4000, 1) for at in range(60)]), "have to share them"),
        (forged(b"", [Claimed(b"%d" % at, 0, 0) for at in range(65_536)]), "more files, or more bytes"),
        (forged(b"", [Claimed(b"a", 0, 0xFFFFFFF0), Claimed(b"b", 0, 0x10)]), "more files, or more bytes"),
        (forged(b"", [Claimed(b"%d" % at + b"a" * 60_000, 0, 0) for at in range(600)]), "larger than that of any"),
    ],
    ids=["a bomb", "bytes shared", "bytes shared unseen", "files", "bytes", "names"],
)
def test_an_archive_that_claims_more_than_it_can_have_is_not_read(tmp_path: Path, package: bytes, why: str) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(package)

    with pytest.raises(UnreadableError, match=why):
        verify(str(path))


def test_thousands_of_files_that_were_renamed_are_told_apart_in_one_look(tmp_path: Path) -> None:
    """One after the other, each would be looked for among all others."""
    listed = small_package({f"files/{at:04}": b"same" for at in range(3_000)})
    files = unpacked(listed)
    renamed = {name.replace("files/", "moved/"): data for name, data in files.items()}

    problems = judged(archive(renamed), tmp_path)

    assert problems is not None and len(problems) == 3_000
    assert problems[0] == "removed: files/0000 (renamed to 'moved/0000')"


def test_of_a_file_that_was_added_no_more_is_read_than_a_package_can_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_verifier, "MAX_ARCHIVE_BYTES", 5_000)
    files = unpacked(small_package({"a": b"x" * 2_000, "b": b"y" * 2_000, "c": b"z" * 100}))
    for name, data in {**without(without(files, "a"), "b"), **{f"n{at}": b"x" * 2_000 for at in range(9)}}.items():
        (tmp_path / name).write_bytes(data)
    read = []
    monkeypatch.setattr(package_verifier, "_digest", lambda _, path: read.append(path))

    verify(str(tmp_path))

    assert len([path for path in read if path.startswith("n")]) == 2


def test_a_number_of_a_million_digits_is_no_size(tmp_path: Path) -> None:
    """Older Pythons take hours to read it."""
    manifest = b'{"schema_version": 1, "files": [{"path": "a", "sha256": "b", "size": %s}]}' % (b"9" * 1_000_000)
    (tmp_path / MANIFEST).write_bytes(manifest)

    with pytest.raises(UnreadableError, match=r"manifest\.json cannot be read: ValueError"):
        verify(str(tmp_path))

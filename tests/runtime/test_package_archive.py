"""Packages as they are made: the same case gives the same bytes, and nothing altered goes out as if it were good."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.evidence import evidence_of
from domain.handoff import handoff_of
from runtime import package_archive
from runtime.object_store import StoredObject
from runtime.package_archive import (
    VERIFIER,
    HeldFile,
    LeftOut,
    ObjectChangedError,
    PackageTooLargeError,
    StoredFile,
    make_archive,
)
from runtime.package_contents import Stored, package_files, safe_name
from runtime.package_verifier import DIGEST, MANIFEST, is_safe, verify
from schemas.sources import SourceName
from tests.example_cases import NOW
from tests.handed_over_cases import CERTIFICATE, CERTIFICATE_PAGE, OLD_STATEMENT, a_handed_over_case
from tests.runtime.packages import ABOUT, StreamingStore, sent_package, sha256, stored_files

CERTIFICATE_PATH = "documents/doc_1/certificate.pdf"


def opened(package: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package))


async def test_the_same_case_gives_the_same_bytes() -> None:
    assert await sent_package() == await sent_package()


async def test_what_is_sent_is_found_complete_by_the_verifier(tmp_path: Path) -> None:
    package, root_hash = await sent_package()
    (tmp_path / "package.zip").write_bytes(package)

    findings = verify(str(tmp_path / "package.zip"), root_hash)

    assert (findings.problems, findings.files) == ([], 6)


async def test_the_length_and_the_root_hash_are_known_before_the_first_byte() -> None:
    store, files = stored_files()
    made = await make_archive(store, ABOUT, files)

    package = b"".join([chunk async for chunk in made.chunks()])

    assert len(package) == made.size
    assert sha256(opened(package).read(MANIFEST)) == made.root_hash
    assert opened(package).read(DIGEST).decode() == f"{made.root_hash}  {MANIFEST}\n"


async def test_objects_are_sent_in_the_chunks_that_the_store_gives() -> None:
    store, files = stored_files()
    store.objects["case/documents/1"] = content = bytes(1000)
    stored = [StoredFile("documents/doc_1/a.pdf", "case/documents/1", sha256(content))]

    made = await make_archive(store, ABOUT, [*files[:1], *stored])
    chunks = [chunk async for chunk in made.chunks()]

    assert sum(len(chunk) == store.largest_chunk for chunk in chunks) >= 1000 // store.largest_chunk


async def test_any_tool_unpacks_it_and_finds_the_verifier_in_it() -> None:
    package, _ = await sent_package()

    with opened(package) as archive:
        assert archive.testzip() is None
        assert archive.read(CERTIFICATE_PATH) == b"%PDF the certificate"
        assert archive.read("verify.py") == VERIFIER.read_bytes()
        assert all(item.date_time == (2026, 3, 2, 9, 0, 6) for item in archive.infolist())


@pytest.mark.parametrize(("now", "problem"), [(b"%PDF a forgery", "altered"), (None, "missing")])
async def test_a_file_that_is_not_as_recorded_is_left_out_and_named(
    tmp_path: Path, now: bytes | None, problem: str
) -> None:
    store, files = stored_files()
    recorded = sha256(store.objects.pop("case/documents/1"))
    store.objects.update({"case/documents/1": now} if now is not None else {})

    made = await make_archive(store, ABOUT, files)
    package = b"".join([chunk async for chunk in made.chunks()])

    assert made.left_out == (LeftOut(CERTIFICATE_PATH, "altered" if now else "missing", recorded),)
    assert CERTIFICATE_PATH not in opened(package).namelist()
    (tmp_path / "package.zip").write_bytes(package)
    assert verify(str(tmp_path / "package.zip")).problems == [
        f"left out when the package was made: {CERTIFICATE_PATH}: {problem}"
    ]


async def test_an_object_that_changes_while_it_is_sent_breaks_the_answer_off() -> None:
    store, files = stored_files()
    changing = StreamingStore(store.objects, later={"case/documents/1": b"%PDF a forgery"})
    made = await make_archive(changing, ABOUT, files)

    with pytest.raises(ObjectChangedError):
        async for _ in made.chunks():
            pass


async def test_a_path_is_there_once_and_leads_nowhere_else() -> None:
    store, files = stored_files()
    for path in ("package.json", "../escaped", "/absolute", "verify.py"):
        with pytest.raises(ValueError, match="twice or is not safe"):
            await make_archive(store, ABOUT, [*files, HeldFile(path, b"")])


async def test_what_no_archive_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_archive, "MAX_ARCHIVE_BYTES", 1000)
    store, files = stored_files()

    with pytest.raises(PackageTooLargeError):
        await make_archive(store, ABOUT, files)


@given(st.text())
def test_any_file_name_becomes_one_that_every_system_can_unpack(name: str) -> None:
    assert is_safe(f"documents/doc_1/{safe_name(name)}")


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("statuten.pdf", "statuten.pdf"),
        ("Akte nr. 3 <1>.pdf", "Akte_nr._3__1_.pdf"),
        ("con.pdf", "_con.pdf"),
        ("..", "document"),
        (f"{'x' * 300}.docx", f"{'x' * 100}.docx"),
    ],
)
def test_names_stay_as_they_are_where_they_can(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


def a_stored(*pages: StoredObject) -> Stored:
    record = a_handed_over_case()
    read = frozenset(reading.document_id for reading in record.readings)
    return Stored(documents=record.documents, read=read, evidence=(), pages=pages, report=None)


async def test_a_page_that_no_longer_says_what_is_quoted_of_it_is_left_out() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)
    key = f"{handoff.case_id}/pages/{CERTIFICATE.document_id}/page-0000.json"
    altered = CERTIFICATE_PAGE.model_copy(update={"text": CERTIFICATE_PAGE.text.replace("2023", "2024")})

    for page, left_out in ((CERTIFICATE_PAGE, False), (altered, True)):
        data = page.model_dump_json().encode()
        files = [file for file in package_files(handoff, (), a_stored()) if CERTIFICATE.document_id in file.path]
        pages = [file for file in files if file.path.startswith("pages/")]
        made = await make_archive(StreamingStore({key: data}), ABOUT, pages)
        assert bool(made.left_out) is left_out


def test_a_quoted_page_that_is_not_in_the_store_is_missed() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)

    paths = {file.path for file in package_files(handoff, (), a_stored())}

    assert f"pages/{CERTIFICATE.document_id}/page-0000.json" in paths


def test_pictures_and_pages_of_documents_that_are_not_read_yet_are_no_part_of_a_package() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)
    others = [
        StoredObject(f"{handoff.case_id}/pages/{name}", 1, None)
        for name in (
            f"{CERTIFICATE.document_id}/page-0001.png",
            "doc_of_another/page-0000.json",
            f"{OLD_STATEMENT.document_id}/page-0000.json",
            "stray.json",
        )
    ]

    assert package_files(handoff, (), a_stored(*others)) != []
    paths = {file.path for file in package_files(handoff, (), a_stored(*others))}
    assert paths == {file.path for file in package_files(handoff, (), a_stored())}


def test_of_most_registers_the_hash_is_handed_over_and_not_a_byte() -> None:
    record = a_handed_over_case()
    stored = a_stored()._replace(evidence=evidence_of((), record))

    files = {file.path: file for file in package_files(handoff_of(record, NOW), (), stored)}

    kept = files["evidence/kept.json"]
    vies, kbo = (record.sources[name].data_hash for name in (SourceName.VIES, SourceName.KBO))
    assert isinstance(kept, HeldFile)
    assert [(item["source"], f"sha256:{item['sha256']}") for item in json.loads(kept.data)["kept_by_casewright"]] == [
        ("kbo", kbo)
    ]
    raw = [file for path, file in files.items() if path.startswith("evidence/") and isinstance(file, StoredFile)]
    assert [(file.path.split("/")[1], f"sha256:{file.sha256}") for file in raw] == [("vies", vies)]


def test_the_package_holds_the_hand_off_without_links() -> None:
    handoff = handoff_of(a_handed_over_case(), NOW)
    (package,) = [file for file in package_files(handoff, (), a_stored()) if file.path == "package.json"]

    assert isinstance(package, HeldFile)
    assert json.loads(package.data) == handoff.model_dump(mode="json")
    assert b"http" not in package.data.replace(b"https://acme-trading.example", b"")

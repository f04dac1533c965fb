"""One file for one requirement: judged by its content, named safely, and kept with its hash."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import httpx
import pytest

from gateway.body_limit import JSON_LIMIT, UPLOAD_LIMIT
from gateway.officer.documents import attachment
from schemas.documents import MAX_DOCUMENT_BYTES, MEDIA_TYPES
from schemas.errors import ErrorCode
from tests import sample_documents as samples
from tests.gateway.office import ANSWERS, TASK, Case, Json, Office
from tests.gateway.running_gateway import PATIENCE, Gateway, open_case, refused

PDF = samples.text_pdf()
FILENAME = re.compile(r"attachment; filename=\"([A-Za-z0-9._-]+)\"; filename\*=UTF-8''([A-Za-z0-9._~%-]+)")


class Portal:
    """One customer's portal, and the officer's view of the same case."""

    def __init__(self, customer: httpx.AsyncClient, officer: httpx.AsyncClient, case: dict[str, Any]) -> None:
        self._customer = customer
        self.officer = officer
        self.case_id: str = case["case_id"]
        self.token: str = case["portal_token"]

    async def upload(
        self, content: bytes, name: str = "document.pdf", requirement_id: str | None = "representative_id"
    ) -> httpx.Response:
        data = {} if requirement_id is None else {"requirement_id": requirement_id}
        return await self._customer.post(
            f"/api/portal/{self.token}/documents", data=data, files={"file": (name, content)}
        )

    async def post(self, path: str, **request: Any) -> httpx.Response:
        return await self._customer.post(f"/api/portal/{self.token}/{path}", **request)

    async def documents(self) -> dict[str, dict[str, Any]]:
        """What the officer sees, by document id."""
        answer = await self.officer.get(f"/api/cases/{self.case_id}/documents")
        return {document["document_id"]: document for document in answer.json()["documents"]}


@pytest.fixture(scope="module")
async def portal(gateway: Gateway, workers: None) -> AsyncIterator[Portal]:
    """One portal for all tests; what they upload is told apart by its content."""
    async with await gateway.officer() as officer, gateway.anyone() as customer:
        yield Portal(customer, officer, await open_case(officer))


def in_other_bytes(content: bytes, said: str) -> bytes:
    """The same document as another file: what comes after its end says nothing."""
    return content + f"\n% {said}".encode()


def docx_of_many_members() -> bytes:
    """A Word document with a directory that no Word document has."""
    target = BytesIO(samples.docx_document())
    with ZipFile(target, "a") as archive:
        for number in range(5_000):
            archive.writestr(f"word/media/{number}", b"")
    return target.getvalue()


async def in_chunks(size: int) -> AsyncIterator[bytes]:
    """So many bytes whose number is not announced."""
    for _ in range(0, size, 65536):
        yield b" " * 65536


# What a file is, it says itself.


@pytest.mark.parametrize(
    ("content", "name", "format", "kept_as"),
    [
        (PDF, "extract.pdf", "pdf", "extract.pdf"),
        (in_other_bytes(PDF, "1"), "extract.PDF", "pdf", "extract.PDF"),
        (in_other_bytes(PDF, "2"), "extract.docx", "pdf", "extract.pdf"),
        (in_other_bytes(PDF, "3"), "", "pdf", None),
        (in_other_bytes(PDF, "4"), "extract", "pdf", "extract.pdf"),
        (samples.scanned_png(), "passport.jpg", "png", "passport.png"),
        (samples.scanned_jpg(), "passport.jpeg", "jpg", "passport.jpeg"),
        (in_other_bytes(samples.scanned_jpg(), "1"), "passport.exe", "jpg", "passport.jpg"),
        (samples.docx_document(), "minutes.docx", "docx", "minutes.docx"),
        (samples.docx_document(), "minutes.zip", "docx", "minutes.docx"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_document_is_taken_for_what_its_content_is(
    portal: Portal, content: bytes, name: str, format: str, kept_as: str | None
) -> None:
    answer = await portal.upload(content, name or "\u200b")

    assert answer.status_code == 201, answer.text
    assert kept_as in (None, answer.json()["filename"])
    document = (await portal.documents())[answer.json()["document_id"]]
    assert document["content_type"] == MEDIA_TYPES[format]  # type: ignore[index]  # one of the formats
    assert document["sha256"] == hashlib.sha256(content).hexdigest()
    assert document["file_size"] == len(content)


@pytest.mark.parametrize(
    "content",
    [
        samples.executable(),
        samples.docx_with_macros(),
        samples.spreadsheet_named_docx(),
        samples.encrypted_docx(),
        samples.truncated(samples.docx_document()),
        docx_of_many_members(),
        samples.docx_document().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63"),
        b"<html><script>alert(1)</script></html>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"plain text",
        b"GIF89a" + bytes(64),
        b"PK\x03\x04" + bytes(64),
        b"\x00" * 64,
        b"%",
    ],
    ids=[
        "program",
        "Word with macros",
        "spreadsheet",
        "Word with a password",
        "half a Word file",
        "Word with too many members",
        "Word of a later version of zip",
        "HTML",
        "SVG",
        "text",
        "GIF",
        "half a zip",
        "zeros",
        "one byte",
    ],
)
async def test_what_is_no_document_is_refused_whatever_its_name(portal: Portal, content: bytes) -> None:
    before = await portal.documents()

    for name in ("document.pdf", "document.docx"):
        refused(await portal.upload(content, name), 422, "unsupported_document_type", "file")

    assert await portal.documents() == before


@pytest.mark.parametrize("content", [samples.truncated(PDF), samples.encrypted_pdf()])
async def test_a_document_that_may_turn_out_unreadable_is_taken_first(portal: Portal, content: bytes) -> None:
    assert (await portal.upload(content)).status_code == 201


# What is refused before anything is stored.


async def test_an_empty_file_is_refused(portal: Portal) -> None:
    refused(await portal.upload(b""), 400, "file_empty", "file")


@pytest.mark.parametrize(
    ("form", "code", "field"),
    [
        ({"data": {"requirement_id": "representative_id"}}, "file_missing", "file"),
        ({"data": {"requirement_id": "representative_id", "file": "text"}}, "file_missing", "file"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.4")}}, "unknown_requirement", "requirement_id"),
        ({"json": {"file": "x"}}, "file_missing", "file"),
        ({}, "file_missing", "file"),
    ],
    ids=["no file", "a text for a file", "no requirement", "JSON", "nothing"],
)
async def test_a_form_that_lacks_something_is_refused_naming_it(
    portal: Portal, form: dict[str, Any], code: ErrorCode, field: str
) -> None:
    refused(await portal.post("documents", **form), 422, code, field)


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\n\r\n", b"\r\n--x--\r\n" * 3])
async def test_a_form_that_cannot_be_read_is_refused(portal: Portal, body: bytes) -> None:
    answer = await portal.post("documents", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})

    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("requirement_id", ["passport", "followup_task_1", "../representative_id", "x" * 5000])
async def test_a_document_for_something_nobody_asked_is_refused(portal: Portal, requirement_id: str) -> None:
    answer = await portal.upload(PDF, requirement_id=requirement_id)

    refused(answer, 422, "unknown_requirement", "requirement_id")


async def test_a_file_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(portal: Portal) -> None:
    largest = PDF.ljust(MAX_DOCUMENT_BYTES, b"\n")

    assert (await portal.upload(largest)).status_code == 201
    refused(await portal.upload(largest + b"\n"), 413, "file_too_large", "file")


async def test_a_file_that_is_too_large_is_not_looked_into(portal: Portal) -> None:
    refused(await portal.upload(b"PK\x03\x04".ljust(MAX_DOCUMENT_BYTES + 1)), 413, "file_too_large", "file")


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in chunks"])
async def test_a_body_beyond_all_measure_is_refused_before_it_is_read_to_its_end(
    portal: Portal, announced: bool
) -> None:
    form = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-'

    async def body() -> AsyncIterator[bytes]:
        yield form
        async for chunk in in_chunks(UPLOAD_LIMIT):
            yield chunk

    content = form + b" " * UPLOAD_LIMIT if announced else body()
    answer = await portal.post(
        "documents", content=content, headers={"Content-Type": "multipart/form-data; boundary=x"}
    )

    refused(answer, 413, "file_too_large", "file")


async def test_answers_may_not_be_as_large_as_a_file(portal: Portal) -> None:
    refused(await portal.post("submit", content=in_chunks(JSON_LIMIT + 65536)), 413, "body_too_large")


# What is kept.


async def test_the_same_file_for_the_same_requirement_is_one_document(portal: Portal) -> None:
    content = samples.text_pdf(("The same file",))
    first = (await portal.upload(content, "a.pdf")).json()
    before = await portal.documents()

    again = (await portal.upload(content, "b.pdf")).json()
    elsewhere = (await portal.upload(content, "a.pdf", "proof_of_authority")).json()

    assert first == again
    assert first["document_id"] != elsewhere["document_id"]
    assert (await portal.documents()).keys() - before.keys() == {elsewhere["document_id"]}


async def test_the_same_file_in_a_later_round_is_the_same_document(office: Office) -> None:
    case = await office.under_review()
    first = await documents_of(office, case)
    assert (await office.decide(case, "follow_up", follow_up_tasks=[TASK])).status_code == 200

    again = (await office.upload(case, "representative_id")).json()

    assert again["document_id"] in first
    assert await documents_of(office, case) == first


async def test_the_same_file_is_a_new_document_if_the_first_could_not_be_validated(office: Office) -> None:
    case, damaged = await office.open(), samples.truncated(PDF)
    first = (await office.upload(case, "representative_id", damaged)).json()
    assert (await office.upload(case, "proof_of_authority")).status_code == 201
    assert (await office.customer.post(f"{case.portal}/submit", json={"answers": ANSWERS})).status_code == 200
    async with asyncio.timeout(PATIENCE):
        while not (await office.detail(case))["follow_up_tasks"]:
            await asyncio.sleep(0.05)

    again = (await office.upload(case, "representative_id", damaged)).json()
    once_more = (await office.upload(case, "representative_id", damaged)).json()

    assert again == once_more
    assert {first["document_id"], again["document_id"]} < (await documents_of(office, case)).keys()
    assert first["document_id"] != again["document_id"]
    assert first["minio_key"] != again["minio_key"]


async def documents_of(office: Office, case: Case) -> dict[str, Json]:
    answer = await office.officer.get(f"{case.path}/documents")
    return {document["document_id"]: document for document in answer.json()["documents"]}


async def test_another_file_for_the_same_requirement_leaves_the_first_on_record(portal: Portal) -> None:
    contents = [samples.text_pdf((version,)) for version in ("The first file", "The second file")]

    uploaded = [(await portal.upload(content, "a.pdf")).json() for content in contents]

    assert (await portal.documents()).keys() >= {document["document_id"] for document in uploaded}
    for document, content in zip(uploaded, contents, strict=True):
        answer = await portal.officer.get(
            f"/api/cases/{portal.case_id}/documents/download", params={"key": document["minio_key"]}
        )
        assert answer.content == content


HOSTILE_NAMES = [
    'a"; filename="evil.exe',
    "a\r\nSet-Cookie: x=1.pdf",
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\evil.pdf",
    "/etc/passwd",
    "...",
    ".htaccess",
    "\u202efdp.exe",
    "株式会社 定款.pdf",
    "a'b;c=d,e&f?g#h%2F.pdf",
    "<script>alert(1)</script>.pdf",
    "x" * 500 + ".pdf",
    "定款" * 60 + ".pdf",
    "con:stream.pdf",
    " \t .pdf",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_no_file_name_breaks_out_of_its_folder_or_header(portal: Portal, name: str) -> None:
    content = in_other_bytes(PDF, name)
    uploaded = await portal.upload(content, name)
    assert uploaded.status_code == 201, uploaded.text

    key: str = uploaded.json()["minio_key"]
    folder, _, filename = key.rpartition("/")
    assert folder == f"{portal.case_id}/iteration-1/req_representative_id"
    assert filename.endswith(".pdf")
    assert len(filename) < 200
    answer = await portal.officer.get(f"/api/cases/{portal.case_id}/documents/download", params={"key": key})
    assert (answer.status_code, answer.content) == (200, content)
    assert FILENAME.fullmatch(answer.headers["content-disposition"])
    assert answer.headers["content-type"] == "application/pdf"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "", '"', "\\", "\x00", "\x7f"])
def test_no_name_breaks_out_of_a_content_disposition(name: str) -> None:
    value = attachment(name)

    assert value.isascii()
    assert value.isprintable()
    assert value.count('"') == 2
    assert re.fullmatch(r"attachment; filename=\"[A-Za-z0-9._-]*\"; filename\*=UTF-8''[A-Za-z0-9._~%-]*", value)


@pytest.mark.parametrize(
    "key",
    [
        "case_000000000000/iteration-1/x.pdf",
        "{case}/../case_000000000000/x.pdf",
        "{case}//x.pdf",
        "{case}/./x.pdf",
        "{case}/..\\x.pdf",
        "{case}",
        "/{case}/x.pdf",
        "{case}x/y.pdf",
        "stack/ready",
        "{case}/nothing.pdf",
        "{case}/\x00.pdf",
    ],
)
async def test_only_objects_of_the_case_can_be_downloaded(portal: Portal, key: str) -> None:
    answer = await portal.officer.get(
        f"/api/cases/{portal.case_id}/documents/download", params={"key": key.format(case=portal.case_id)}
    )

    refused(answer, 404, "document_not_found", "key")

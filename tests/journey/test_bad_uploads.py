"""Files that are refused, and names that are made harmless."""

import json
from typing import Any

import pytest

from deploy.local.registries.catalogue import ZONNEWIND
from tests import sample_documents
from tests.journey.refusals import Cases, Refusal, check, rows
from tests.journey.walking import Upload, Walk, scan, text_pdf

TWENTY_ONE_MEGABYTES = Upload("extract.pdf", b"%PDF-1.7\n" + bytes(21 * 2**20), "application/pdf")


@pytest.mark.parametrize(
    ("state", "requirement_id", "upload", "refusal"),
    rows(
        (
            "an empty file",
            "awaiting",
            "director_id",
            Upload("passport.pdf", b"", "application/pdf"),
            Refusal(400, "file_empty", "file"),
        ),
        (
            "a program named pdf",
            "awaiting",
            "director_id",
            Upload("passport.pdf", sample_documents.executable(), "application/pdf"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        (
            "a spreadsheet named docx",
            "awaiting",
            "director_id",
            Upload("passport.docx", sample_documents.spreadsheet_named_docx(), "application/zip"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        (
            "a document with macros",
            "awaiting",
            "director_id",
            Upload("passport.docx", sample_documents.docx_with_macros(), "application/zip"),
            Refusal(422, "unsupported_document_type", "file"),
        ),
        ("21 MB", "awaiting", "director_id", TWENTY_ONE_MEGABYTES, Refusal(413, "file_too_large", "file")),
        (
            "one byte too many",
            "awaiting",
            "director_id",
            Upload("passport.pdf", b"%PDF-1.7\n".ljust(20 * 2**20 + 1), "application/pdf"),
            Refusal(413, "file_too_large", "file"),
        ),
        (
            "an unknown requirement",
            "awaiting",
            "library_card",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a requirement that is a path",
            "awaiting",
            "../director_id",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a requirement with NUL",
            "awaiting",
            "director_id\0",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        (
            "a task that was not asked",
            "asked",
            "followup_task_9",
            text_pdf(),
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        ("while under review", "under_review", "director_id", scan(), Refusal(409, "wrong_state", "being reviewed")),
        ("after the end", "closed", "director_id", scan(), Refusal(409, "wrong_state")),
    ),
)
async def test_a_document_is_not_taken(
    walk: Walk, cases: Cases, state: str, requirement_id: str, upload: Upload, refusal: Refusal
) -> None:
    check(await walk.upload(cases[state], requirement_id, upload), refusal)


@pytest.mark.parametrize(
    ("form", "refusal"),
    rows(
        ("no file", {"data": {"requirement_id": "director_id"}}, Refusal(422, "file_missing", "file")),
        (
            "text where the file should be",
            {"data": {"requirement_id": "director_id", "file": "hello"}},
            Refusal(422, "file_missing", "file"),
        ),
        (
            "no requirement",
            {"files": {"file": ("extract.pdf", b"%PDF-1.7")}},
            Refusal(422, "unknown_requirement", "requirement_id"),
        ),
        ("JSON", {"json": {"requirement_id": "director_id"}}, Refusal(422, "file_missing", "file")),
        (
            "three files",
            {"files": [(name, ("extract.pdf", b"%PDF-1.7")) for name in ("file", "file", "file")]},
            Refusal(422, "invalid_body", "files"),
        ),
        (
            "no multipart inside",
            {"content": b"hello", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
            Refusal(422, "invalid_body", "multipart"),
        ),
        (
            "no boundary",
            {"content": b"hello", "headers": {"Content-Type": "multipart/form-data"}},
            Refusal(422, "invalid_body", "boundary"),
        ),
    ),
)
async def test_a_form_is_no_upload(walk: Walk, cases: Cases, form: dict[str, Any], refusal: Refusal) -> None:
    check(await walk.customer.post(f"{cases.awaiting.portal}/documents", **form), refusal)


async def test_a_file_name_is_made_harmless(walk: Walk) -> None:
    case = await walk.open(ZONNEWIND)
    name = '../../etc/<b>"passport".exe'
    upload = Upload(name, text_pdf().content, "application/pdf")
    uploaded = (await walk.upload(case, "director_id", upload)).json()
    assert uploaded["minio_key"].startswith(f"{case.case_id}/iteration-1/req_director_id/")
    assert json.dumps(uploaded).count("..") == 0
    assert uploaded["filename"].endswith(".pdf")
    got = await walk.officer.get(f"{case.path}/documents/download", params={"key": uploaded["minio_key"]})
    assert got.content == upload.content
    assert got.headers["content-disposition"].startswith('attachment; filename="')

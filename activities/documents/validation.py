"""Whether a customer's document can be opened at all. Nothing is said here about what it contains.

A problem of the document is an answer; a problem of ours (the store is down, the probe cannot start) is raised, so
that Temporal tries again and the customer is never blamed for it.
"""

import asyncio
from typing import Literal

from temporalio import activity

from activities.documents.child import ChildGaveUpError, Ending, disposable_child
from activities.documents.probe import Reason
from activities.documents.working_folder import working_folder
from runtime.object_store import ObjectNotFoundError, ObjectStore, sha256_hex
from schemas.documents import DocumentProblem, DocumentToValidate, DocumentValidation
from schemas.frozen import Frozen
from schemas.template import DocumentFormat

WALL_SECONDS = 30.0
MAX_ANSWER_BYTES = 4096

FORMAT_WORDS: dict[DocumentFormat, str] = {
    "pdf": "a PDF",
    "docx": "a Word document (DOCX)",
    "png": "a PNG picture",
    "jpg": "a JPG picture",
}

Complaint = Reason | Ending | Literal["missing_object", "altered"]

COMPLAINTS: dict[Complaint, tuple[DocumentProblem, str]] = {
    "missing_object": (
        "missing_object",
        "We could not find this document after it was uploaded. Please upload it again.",
    ),
    "altered": (
        "altered",
        "This document is not the same as the one that was uploaded. Please upload it again.",
    ),
    "password": (
        "password_protected",
        "This document is protected with a password. Please upload a copy that opens without one.",
    ),
    "damaged": (
        "damaged",
        "This document is damaged and cannot be opened. Please check that it opens on your computer, "
        "save or scan it again and upload the new copy.",
    ),
    "other_kind": (
        "damaged",
        "This file is not {format}, although its name says so. Please upload the document itself, "
        "saved as PDF, DOCX, PNG or JPG.",
    ),
    "no_pages": ("no_pages", "This document has no pages. Please upload the complete document."),
    "no_content": ("no_pages", "This document is empty. Please upload the complete document."),
    "macros": (
        "too_complex",
        "This document contains macros, which we do not open. Please save it as a PDF and upload that.",
    ),
    "dynamic_form": (
        "too_complex",
        "This document is a form that only opens in Adobe Reader. Please open it there, print it to a new PDF and "
        "upload that.",
    ),
    "too_large_inside": (
        "too_complex",
        "This document is too large or too complex to be opened safely. "
        "Please save or scan it again at a lower resolution and upload the new copy.",
    ),
    "killed": (
        "too_complex",
        "This document is too complex to be opened safely. Please print it to a new PDF and upload that.",
    ),
    "out_of_time": (
        "unreadable_in_time",
        "Opening this document takes too long. Please save or scan it again as a simple PDF and upload that.",
    ),
}


class ProbeAnswer(Frozen):
    """What the child process printed, or what its end says."""

    page_count: int | None = None
    reason: Complaint | None = None


class DocumentActivities:
    """The activities on documents, over the store that holds them."""

    def __init__(self, store: ObjectStore, wall_seconds: float = WALL_SECONDS) -> None:
        self._store = store
        self._wall_seconds = wall_seconds

    @activity.defn(name="validate-document")
    async def validate_document(self, job: DocumentToValidate) -> DocumentValidation:
        """Whether the stored object is the uploaded one and opens. Raises when the store does not answer, or a machine
        that is too busy keeps the probe waiting."""
        document = job.document
        try:
            data = await self._store.get(document.object_key)
        except ObjectNotFoundError:
            return _verdict(job, ProbeAnswer(reason="missing_object"))
        if await asyncio.to_thread(sha256_hex, data) != document.sha256:
            return _verdict(job, ProbeAnswer(reason="altered"))
        return _verdict(job, await self._probe(data, document.format))

    async def _probe(self, data: bytes, document_format: DocumentFormat) -> ProbeAnswer:
        async with working_folder() as folder:
            path = folder / "document"
            await asyncio.to_thread(path.write_bytes, data)
            probe = ("activities.documents.probe", str(path), document_format)
            async with disposable_child(*probe, folder=path.parent, longest_line=MAX_ANSWER_BYTES) as child:
                try:
                    return ProbeAnswer.model_validate_json(await child.only_line(self._wall_seconds))
                except ChildGaveUpError as error:
                    if error.may_be_the_machines:
                        raise
                    return ProbeAnswer(reason=error.ending)


def _verdict(job: DocumentToValidate, answer: ProbeAnswer) -> DocumentValidation:
    document = job.document
    problem: DocumentProblem | None = None
    message = "This document can be opened."
    if answer.reason is not None:
        problem, message = COMPLAINTS[answer.reason]
    return DocumentValidation(
        document_id=document.document_id,
        requirement_id=document.requirement_id,
        filename=document.filename,
        valid=problem is None,
        problem=problem,
        message=message.format(format=FORMAT_WORDS[document.format]),
        page_count=answer.page_count,
    )

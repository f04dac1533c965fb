"""What tus 1.0 says in headers (https://tus.io/protocols/resumable-upload), read and written."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from datetime import UTC
from email.utils import format_datetime
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.problems import ApiError
from schemas.documents import MAX_DOCUMENT_BYTES
from schemas.uploads import PartialUpload

TUS_VERSION = "1.0.0"
EXTENSIONS = "creation,expiration,termination"
PIECE_MEDIA_TYPE = "application/offset+octet-stream"

WHAT_IS_SPOKEN = {
    "Tus-Version": TUS_VERSION,
    "Tus-Extension": EXTENSIONS,
    "Tus-Max-Size": str(MAX_DOCUMENT_BYTES),
}


_UPLOADS = re.compile(r"/api/portal/[^/]+/uploads(/.*)?")


class TusVersion:
    """Names our version in each answer below the uploads of a portal, whoever made it: refusals and defects too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def stamp(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Tus-Resumable"] = TUS_VERSION
                if message["status"] == HTTPStatus.PRECONDITION_FAILED:
                    headers["Tus-Version"] = TUS_VERSION
            await send(message)

        spoken = scope["type"] == "http" and _UPLOADS.fullmatch(scope["path"])
        await self._app(scope, receive, stamp if spoken else send)


def refuse_other_version(request: Request) -> None:
    """A client need not name the version; if it does, it is ours."""
    asked = request.headers.get("tus-resumable", TUS_VERSION)
    if asked != TUS_VERSION:
        raise ApiError(
            "upload_version_unsupported", f"Tus-Resumable: version {TUS_VERSION} is spoken here", "Tus-Resumable"
        )


def refuse_other_media_type(request: Request) -> None:
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != PIECE_MEDIA_TYPE:
        raise ApiError("unsupported_media_type", f"Content-Type: send the bytes as {PIECE_MEDIA_TYPE}", "Content-Type")


def whole_number_in(request: Request, header: str) -> int:
    """A header that must be there and be a number of bytes."""
    text = request.headers.get(header, "")
    if not text.isascii() or not text.isdigit():
        raise ApiError("invalid_parameter", f"{header}: expected a number of bytes, in digits", header)
    return int(text[:18])  # beyond any size, and no work to read


def length_of_upload(request: Request) -> int:
    """How many bytes will come in all."""
    length = whole_number_in(request, "Upload-Length")
    if length == 0:
        raise ApiError("file_empty", "the file is empty; choose the document again", "Upload-Length")
    if length > MAX_DOCUMENT_BYTES:
        megabytes = MAX_DOCUMENT_BYTES // 2**20
        raise ApiError("file_too_large", f"larger than {megabytes} MB; make it smaller or split it", "Upload-Length")
    return length


def metadata_of_upload(request: Request) -> dict[str, str]:
    """What Upload-Metadata says: names, each with a text in Base64 (empty if it has none), parted by commas."""
    given = request.headers.get("upload-metadata", "")
    metadata: dict[str, str] = {}
    for pair in given.split(",") if given.strip() else ():
        name, _, value = pair.strip().partition(" ")
        try:
            text = b64decode(value, validate=True).decode("utf-8")
        except (NotBase64, ValueError) as error:
            raise _malformed(f"what {name!r} says is not UTF-8 in Base64") from error
        if not name or name in metadata:
            raise _malformed("each name stands there once, before its value")
        if "\0" in text:
            raise _malformed(f"{name!r} has the character U+0000, which cannot be stored")
        metadata[name] = text
    return metadata


def headers_of_state(upload: PartialUpload) -> dict[str, str]:
    """How far the upload has come. No cache may keep it."""
    return {
        "Upload-Offset": str(upload.received),
        "Upload-Length": str(upload.length),
        "Upload-Expires": format_datetime(upload.expires_at.astimezone(UTC), usegmt=True),
        "Cache-Control": "no-store",
    }


def _malformed(why: str) -> ApiError:
    expected = "expected names with values in Base64, as in 'filename YS5wZGY=,requirement_id aWQ='"
    return ApiError("invalid_parameter", f"Upload-Metadata: {why}; {expected}", "Upload-Metadata")

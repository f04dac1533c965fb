"""Resumable uploads as a table: for a customer whose connection does not last."""

from typing import Annotated

from pydantic import Field

from gateway.operations import Answer, Body, Operation, Parameter
from gateway.portal import examples, resumable
from gateway.portal.operations import PORTAL, TOKEN
from gateway.portal.upload_headers import PIECE_MEDIA_TYPE, TUS_VERSION
from schemas.errors import ErrorCode
from schemas.portal_api import DocumentUploaded
from schemas.uploads import UploadState

UPLOADS = "/api/portal/{token}/uploads"
UPLOAD = f"{UPLOADS}/{{upload_id}}"
ByteCount = Annotated[int, Field(ge=0)]

UPLOAD_ID = Parameter(
    "upload_id",
    "path",
    Annotated[str, Field(pattern=r"^up_[A-Za-z0-9_-]{32}$")],
    "The upload, as the `Location` of its beginning names it.",
    required=True,
    example="up_X7kB2mNpQrVsWzAc1dEfGhJu8yLo9PqR",
)
VERSION = Parameter(
    "Tus-Resumable", "header", str, "The version of tus that the client speaks; need not be sent.", example=TUS_VERSION
)
LENGTH = Parameter(
    "Upload-Length", "header", Annotated[int, Field(ge=1)], "Bytes of the whole file.", required=True, example=48213
)
METADATA = Parameter(
    "Upload-Metadata",
    "header",
    str,
    "`requirement_id`, and `filename` if there is one, each with its value in Base64, parted by commas.",
    required=True,
    example="filename Y2VydGlmaWNhdGUucGRm,requirement_id Y2VydGlmaWNhdGVfb2ZfaW5jb3Jwb3JhdGlvbg==",
)
OFFSET = Parameter(
    "Upload-Offset", "header", ByteCount, "Where this piece begins: what the upload's state says.", True, 0
)

_SPOKEN = {"Tus-Resumable": "The version of tus that is spoken here."}
_OF_STATE = {
    **_SPOKEN,
    "Upload-Offset": "How many bytes are here.",
    "Upload-Length": "How many bytes there will be.",
    "Upload-Expires": "When the upload ends if it is not finished.",
}
_AS_A_WHOLE_FILE: tuple[ErrorCode, ...] = (
    "file_empty",
    "file_too_large",
    "file_infected",
    "scanner_unavailable",
    "unsupported_document_type",
    "unknown_requirement",
    "too_many_documents",
    "wrong_state",
)
"""What becomes of an upload once all its bytes are here may be refused as if they had come at once."""


UPLOADS_API: tuple[Operation, ...] = (
    Operation(
        "OPTIONS",
        UPLOADS,
        resumable.upload_options,
        "See what resumable uploads can do here",
        PORTAL,
        parameters=(TOKEN,),
        answers=(
            Answer(
                None,
                "In headers.",
                status=204,
                headers={
                    **_SPOKEN,
                    "Tus-Version": "The versions that are spoken here.",
                    "Tus-Extension": "The extensions that there are.",
                    "Tus-Max-Size": "How many bytes a file may have.",
                },
            ),
        ),
        security="none",
    ),
    Operation(
        "POST",
        UPLOADS,
        resumable.begin_upload,
        "Begin a resumable upload",
        PORTAL,
        parameters=(TOKEN, VERSION, LENGTH, METADATA),
        answers=(
            Answer(
                UploadState,
                "Begun. It ends after 24 hours if it is not finished.",
                status=201,
                headers={**_OF_STATE, "Location": "Where its pieces are sent."},
            ),
        ),
        problems=(
            "file_empty",
            "file_too_large",
            "unknown_requirement",
            "wrong_state",
            "too_many_uploads",
            "upload_version_unsupported",
        ),
        security="portal",
        description="[tus 1.0](https://tus.io/protocols/resumable-upload) with creation, expiration and termination.",
    ),
    Operation(
        "GET",
        UPLOAD,
        resumable.upload_state,
        "See how far an upload has come",
        PORTAL,
        parameters=(TOKEN, UPLOAD_ID, VERSION),
        answers=(Answer(UploadState, "Where it stands; `HEAD` says the same in headers.", headers=_OF_STATE),),
        problems=("upload_not_found", "upload_version_unsupported"),
        security="portal",
    ),
    Operation(
        "PATCH",
        UPLOAD,
        resumable.continue_upload,
        "Send a piece of an upload",
        PORTAL,
        parameters=(TOKEN, UPLOAD_ID, VERSION, OFFSET),
        body=Body(bytes, media_type=PIECE_MEDIA_TYPE),
        answers=(
            Answer(None, "The piece is here, and more is to come.", status=204, headers=_OF_STATE),
            Answer(
                DocumentUploaded,
                "That was all of it: the document is with the case.",
                status=201,
                examples=examples.DOCUMENT_UPLOADED,
                headers=_OF_STATE,
            ),
            Answer(
                DocumentUploaded,
                "Stored and recorded; the case takes it as soon as a worker is available.",
                status=202,
                headers=_OF_STATE,
            ),
        ),
        problems=(
            *_AS_A_WHOLE_FILE,
            "upload_not_found",
            "upload_offset_conflict",
            "upload_busy",
            "too_many_uploads",
            "unsupported_media_type",
            "upload_version_unsupported",
            "body_too_large",
        ),
        security="portal",
        description="At most 5 MiB at a time. What has arrived before a connection broke is kept. The piece that "
        "completes the upload is answered as if the file had been sent at once; repeated, or sent with no bytes at the "
        "end, it is answered the same again.",
    ),
    Operation(
        "DELETE",
        UPLOAD,
        resumable.give_up_upload,
        "Give an upload up",
        PORTAL,
        parameters=(TOKEN, UPLOAD_ID, VERSION),
        answers=(Answer(None, "Its pieces are gone. A document that it became stays.", status=204, headers=_SPOKEN),),
        problems=("upload_not_found", "upload_version_unsupported"),
        security="portal",
    ),
)

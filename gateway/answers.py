"""Models as JSON answers."""

from pydantic import BaseModel
from starlette.responses import Response


def json_answer(model: BaseModel, status_code: int = 200, version: int | None = None) -> Response:
    """`version` is the version of the case that was read; it becomes the ETag, to be sent back as If-Match."""
    headers = {"ETag": f'"{version}"'} if version is not None else None
    return Response(model.model_dump_json(), status_code=status_code, headers=headers, media_type="application/json")

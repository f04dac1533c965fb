"""What officers may ask about themselves and their colleagues, as a table."""

from typing import Annotated

from pydantic import Field, JsonValue

from gateway.officer import people
from gateway.operations import Answer, Body, Operation, Parameter, Tag
from schemas.people_api import MOST_VIEWS, OfficerList, OfficerMe, SavedView, SavedViewRequest, SavedViews

PEOPLE = Tag("People", "Whose key this is, who the colleagues are, and the views of the list that one keeps.")

VIEW_ID = Parameter(
    "view_id",
    "path",
    Annotated[str, Field(pattern=r"^view_[0-9a-f]{16}$")],
    "The view.",
    required=True,
    example="view_9f86d081884c7d65",
)
_ME: JsonValue = {
    "key_id": "key_5d41402abc4b",
    "name": "An Peeters",
    "role": "officer",
    "organisation": "org_xyz",
    "permissions": ["read", "write"],
    "may_decide": ["REVIEW_PENDING"],
    "environment": "test",
    "temporal_ui_url": "http://127.0.0.1:8233",
}
_OFFICER: JsonValue = {"key_id": "key_5d41402abc4b", "name": "An Peeters", "role": "officer", "active": True}
_ASKED: dict[str, JsonValue] = {"name": "Risky and mine", "query": "assignee=me&risk_min=0.7"}
_VIEW: JsonValue = {"view_id": "view_9f86d081884c7d65", **_ASKED, "created_at": "2026-02-24T11:50:00Z"}

PEOPLE_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/me",
        people.who_am_i,
        "See whose key this is",
        PEOPLE,
        answers=(Answer(OfficerMe, "Who it is, and what the key may do.", examples={"an officer": _ME}),),
    ),
    Operation(
        "GET",
        "/api/officers",
        people.list_officers,
        "List the officers",
        PEOPLE,
        answers=(
            Answer(
                OfficerList,
                "All who have or had a key of the organisation: events name people by their key ids.",
                examples={"one": {"officers": [_OFFICER]}},
            ),
        ),
    ),
    Operation(
        "GET",
        "/api/me/views",
        people.list_views,
        "List my views",
        PEOPLE,
        answers=(Answer(SavedViews, "The views that this key keeps.", examples={"one": {"views": [_VIEW]}}),),
    ),
    Operation(
        "POST",
        "/api/me/views",
        people.save_view,
        "Keep a view",
        PEOPLE,
        body=Body(SavedViewRequest, {"my cases of high risk": _ASKED}),
        answers=(Answer(SavedView, "The view is kept.", status=201, examples={"kept": _VIEW}),),
        problems=("too_many_views",),
        description=f"A key keeps {MOST_VIEWS} views at most. The same name replaces the view that had it.",
    ),
    Operation(
        "DELETE",
        "/api/me/views/{view_id}",
        people.delete_view,
        "Delete a view",
        PEOPLE,
        parameters=(VIEW_ID,),
        answers=(Answer(None, "It is kept no longer.", status=204),),
        problems=("view_not_found",),
    ),
)

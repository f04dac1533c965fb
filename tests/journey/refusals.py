"""Refusals: what one looks like, and the cases that they are tried on."""

import asyncio
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import httpx
import pytest

from deploy.local.registries.catalogue import HAVENLICHT, ZONNEWIND
from tests.journey.walking import Json, OpenCase, Walk, event_names

INTERNALS = re.compile(
    r"Traceback|File \"|\.py\b|pydantic|constrained|psycopg|temporalio|starlette|S3Error|[A-Z][a-z]+Error\b|CaseStatus"
)
"""What no answer may show: traces of the code behind it."""

TASKS: list[Json] = [
    {"description": "A utility bill, please.", "response_type": "document", "document_type": "utility_bill"},
    {"description": "Do you sell abroad?", "response_type": "yes_no"},
]


class Refusal(NamedTuple):
    status: int
    code: str
    names: str = ""
    """What the detail says: the field at fault where there is one."""


@dataclass(frozen=True)
class Cases:
    """One case in each state that a request may find it in; at the end each is as it was at the beginning."""

    awaiting: OpenCase
    under_review: OpenCase
    asked: OpenCase
    closed: OpenCase
    foreign_key: str
    """The key of a document of the case under review."""

    @property
    def all(self) -> tuple[OpenCase, ...]:
        return self.awaiting, self.under_review, self.asked, self.closed

    def __getitem__(self, state: str) -> OpenCase:
        return {
            "awaiting": self.awaiting,
            "under_review": self.under_review,
            "asked": self.asked,
            "closed": self.closed,
        }[state]

    def fill(self, text: str) -> str:
        return text.format(
            id=self.awaiting.case_id,
            case=self.awaiting.path,
            portal=self.awaiting.portal,
            other=self.under_review.case_id,
            foreign_key=self.foreign_key,
        )


async def opened_cases(walk: Walk) -> Cases:
    awaiting, under_review, asked, closed = await asyncio.gather(
        walk.open(ZONNEWIND), *(walk.open_under_review(HAVENLICHT) for _ in range(3))
    )
    assert (await walk.decide(asked, "follow_up", follow_up_tasks=TASKS)).status_code == 200
    assert (await walk.decide(closed, "reject", "Not for us.")).status_code == 200
    await asyncio.gather(walk.until_reported(closed), walk.until_settled(awaiting), walk.until_settled(asked))
    [document] = (await walk.detail(under_review))["documents"]
    return Cases(awaiting, under_review, asked, closed, document["minio_key"])


def check_that_nothing_is_lost(before: Json, after: Json) -> None:
    """The case is as it was; that something was refused is all that its audit log may add."""
    written = len(before["audit_log"])
    assert after["audit_log"][:written] == before["audit_log"]
    assert set(event_names(after["audit_log"][written:])) <= {"COMMAND_REFUSED"}
    assert {**after, "audit_log": None} == {**before, "audit_log": None}


def check(response: httpx.Response, refusal: Refusal) -> None:
    assert response.status_code == refusal.status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == refusal.status
    assert problem["title"]
    assert problem["code"] == refusal.code
    assert refusal.names in problem["detail"]
    assert problem.get("field") in (None, refusal.names)
    assert problem["request_id"] == response.headers["x-request-id"]
    assert not INTERNALS.search(response.text)


def rows(*table: tuple[Any, ...]) -> list[Any]:
    """Each row's first cell is its name."""
    return [pytest.param(*cells, id=name.replace(" ", "-")) for name, *cells in table]

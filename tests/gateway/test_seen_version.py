"""Deciding on what was read: every read of a case names its version, and a command that names an older one is told
what has happened since."""

from typing import Any

import httpx
import pytest

from domain.fold import CHANGE_NOTHING
from tests.gateway.office import TASK, Case, Office
from tests.gateway.running_gateway import refused

READS = ["", "/ai-brief", "/audit", "/company-profile", "/documents", "/documents?source=all", "/evidence"]


@pytest.fixture(scope="module")
async def resting(office: Office) -> Case:
    """A case under review; no test here moves it."""
    return await office.under_review()


async def escalated(office: Office, case: Case, seen: int | None = None, if_match: str | None = None) -> httpx.Response:
    more: dict[str, Any] = {} if seen is None else {"seen_version": seen}
    headers = None if if_match is None else {"If-Match": if_match}
    return await office.decide(case, "escalate", "Beyond my limit.", headers=headers, **more)


def shown(log: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(entry["sequence"], entry["event"], entry["actor"], entry["timestamp"]) for entry in log]


@pytest.mark.parametrize("what", READS)
async def test_every_read_names_the_version_that_it_shows(office: Office, resting: Case, what: str) -> None:
    answer = await office.officer.get(f"{resting.path}{what}")

    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == f'"{await office.version(resting)}"'


@pytest.mark.parametrize("by", ["seen_version", "If-Match", "a weak If-Match", "both"])
async def test_who_has_seen_the_case_as_it_is_decides_it(office: Office, by: str) -> None:
    case = await office.under_review()
    seen = await office.version(case)
    told: dict[str, dict[str, Any]] = {
        "seen_version": {"seen": seen},
        "If-Match": {"if_match": f'"{seen}"'},
        "a weak If-Match": {"if_match": f'W/"{seen}"'},
        "both": {"seen": seen, "if_match": f'"{seen}"'},
    }

    decided = await escalated(office, case, **told[by])

    assert (decided.status_code, decided.json()["status"]) == (200, "ESCALATED")
    assert decided.headers["etag"] == (await office.officer.get(case.path)).headers["etag"] != f'"{seen}"'
    assert (await office.detail(case))["decisions"][-1]["version_seen"] == seen


async def test_any_version_will_do_for_who_says_so(office: Office) -> None:
    case = await office.under_review()

    assert (await escalated(office, case, if_match="*")).status_code == 200
    assert (await office.detail(case))["decisions"][-1]["version_seen"] is None


@pytest.mark.parametrize("by", ["seen_version", "If-Match"])
async def test_who_has_not_seen_what_happened_since_is_told_of_it(office: Office, by: str) -> None:
    case = await office.under_review()
    seen = await office.version(case)
    assert (await escalated(office, case)).status_code == 200
    changes = [entry for entry in await office.audit(case) if entry["event"] not in CHANGE_NOTHING]
    since = changes[seen:]

    told: dict[str, Any] = {"seen": seen} if by == "seen_version" else {"if_match": f'"{seen}"'}
    problem = refused(await escalated(office, case, **told), 409, "case_moved")

    assert shown(problem["changes"]) == shown(since)
    assert [entry["event"] for entry in since] == ["OFFICER_DECISION", "STATUS_CHANGED"]
    assert problem["changes"][0]["data"]["decision"] == "escalate"
    assert f"from version {seen} to {seen + 2}" in problem["detail"]
    assert (await office.detail(case))["status"] == "ESCALATED"


async def test_a_refusal_is_no_change_that_anyone_must_have_seen(office: Office) -> None:
    case = await office.under_review()
    seen = await office.version(case)
    refused(await office.decide(case, "return"), 409, "wrong_state")
    assert (await office.audit(case))[-1]["event"] == "COMMAND_REFUSED"

    assert (await escalated(office, case, seen=seen)).status_code == 200


async def test_a_version_that_is_still_to_come_was_not_seen(office: Office, resting: Case) -> None:
    problem = refused(await escalated(office, resting, seen=10_000), 409, "case_moved")

    assert problem["changes"] == []


async def test_two_versions_at_once_are_none(office: Office, resting: Case) -> None:
    seen = await office.version(resting)

    answer = await escalated(office, resting, seen=seen, if_match=f'"{seen - 1}"')

    refused(answer, 422, "invalid_parameter", "If-Match")


@pytest.mark.parametrize("if_match", [b"seven", b"7", b'"seven"', b'"7", "8"', b'"-1"', '"٧"'.encode(), b""])
async def test_a_header_that_no_read_gave_is_refused(office: Office, resting: Case, if_match: bytes) -> None:
    answer = await office.officer.post(
        f"{resting.path}/decision", json={"decision": "approve"}, headers=[(b"If-Match", if_match)]
    )

    refused(answer, 422, "invalid_parameter", "If-Match")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("decision", {"decision": "follow_up", "follow_up_tasks": [TASK]}),
        ("mcc-decision", {"action": "override", "override_mcc": "5411"}),
        ("regenerate-tasks", {}),
        ("reclassify-mcc", {"notes": "Bicycles"}),
    ],
)
async def test_each_command_minds_the_version(office: Office, resting: Case, path: str, body: dict[str, Any]) -> None:
    answer = await office.officer.post(f"{resting.path}/{path}", json={**body, "seen_version": 1})

    problem = refused(answer, 409, "case_moved")
    changes = [entry["sequence"] for entry in problem["changes"]]
    assert changes[0] == 2
    assert changes == sorted(changes)

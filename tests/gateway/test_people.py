"""Whose key it is, who the colleagues are, what a template asks, and the package as officers download it."""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from temporalio.client import Client

from runtime.settings import Settings
from tests.gateway.conftest import WAITS
from tests.gateway.office import Office
from tests.gateway.running_gateway import Gateway, open_case, refused, running_gateway


@pytest.mark.parametrize(
    ("role", "permissions", "may_decide"),
    [
        ("officer", ["read", "write"], ["REVIEW_PENDING"]),
        ("senior_officer", ["read", "write"], ["REVIEW_PENDING", "ESCALATED"]),
        ("admin", ["read", "write", "administer"], ["REVIEW_PENDING", "ESCALATED"]),
        ("auditor", ["read"], []),
    ],
)
async def test_a_key_is_told_what_it_may_do(
    gateway: Gateway, role: str, permissions: list[str], may_decide: list[str]
) -> None:
    organisation = f"org_{token_hex(6)}"
    async with await gateway.officer(role, organisation) as officer:
        me = (await officer.get("/api/me")).json()

    assert me.pop("key_id").startswith("key_")
    assert me == {
        "name": "of a test",
        "role": role,
        "organisation": organisation,
        "permissions": permissions,
        "may_decide": may_decide,
        "environment": "live",
        "temporal_ui_url": None,
    }


async def test_officers_are_all_who_have_or_had_a_key_of_the_organisation(gateway: Gateway) -> None:
    organisation, past = f"org_{token_hex(6)}", datetime.now(UTC) - timedelta(days=1)
    await gateway.new_key("admin", organisation, revoked_at=past)
    await gateway.new_key("auditor", organisation, expires_at=past)
    await gateway.new_key("officer")

    async with await gateway.officer("senior_officer", organisation) as officer:
        listed = (await officer.get("/api/officers")).json()["officers"]

    assert {(known["role"], known["active"]) for known in listed} == {
        ("admin", False),
        ("auditor", False),
        ("senior_officer", True),
    }


async def test_a_template_is_shown_whole(gateway: Gateway) -> None:
    async with await gateway.officer("auditor") as auditor:
        template = (await auditor.get("/api/templates/legal_representative_onboarding")).json()
        unknown = await auditor.get("/api/templates/no_such_template")

    assert template["id"] == "legal_representative_onboarding"
    assert {"document_requirements", "questions", "max_iterations", "reminder_days"} <= template.keys()
    refused(unknown, 404, "template_not_found")


async def test_an_officer_downloads_the_package_that_other_systems_are_handed(office: Office, gateway: Gateway) -> None:
    case = await office.open()

    answer = await office.auditor.get(f"{case.path}/package.zip")

    assert answer.headers["content-type"] == "application/zip"
    assert any(name.endswith("manifest.json") for name in zipfile.ZipFile(io.BytesIO(answer.content)).namelist())
    async with await gateway.officer() as stranger:
        refused(await stranger.get(f"{case.path}/package.zip"), 404, "case_not_found")


async def test_a_case_says_what_its_template_asks_and_whom_it_waits_for(office: Office) -> None:
    case = await office.open()

    detail = await office.detail(case)

    template = (await office.officer.get(f"/api/templates/{detail['template_id']}")).json()
    assert detail["template_name"] == template["name"]
    asked = [(item["id"], item["required"]) for item in template["document_requirements"]]
    assert [(item["id"], item["required"]) for item in detail["document_requirements"]] == asked
    assert [item["text"] for item in detail["questions"]] == [item["text"] for item in template["questions"]]
    assert (detail["waits_for"], detail["progress"], detail["workflow_url"]) == ("customer", None, None)


async def test_a_case_leads_to_its_workflow_where_the_web_ui_is_known(
    settings: Settings, temporal: Client, workers: None
) -> None:
    shown = settings.model_copy(update={**WAITS, "temporal_ui_url": "http://127.0.0.1:8233/"})
    async with (
        running_gateway(shown, temporal.service_client.config.target_host) as gateway,
        await gateway.officer() as officer,
    ):
        created = await open_case(officer)
        detail = (await officer.get(f"/api/cases/{created['case_id']}")).json()
        me = (await officer.get("/api/me")).json()

    workflow = f"http://127.0.0.1:8233/namespaces/{temporal.namespace}/workflows/{created['workflow_id']}"
    assert detail["workflow_url"] == workflow
    assert me["temporal_ui_url"] == "http://127.0.0.1:8233/"

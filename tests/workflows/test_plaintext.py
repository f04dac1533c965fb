"""What Temporal keeps in the clear says where a case stands, never whose it is."""

import pytest
from temporalio.client import Client, WorkflowHandle

from gateway import case_client
from gateway.case_client import CaseClient
from runtime.settings import Settings
from runtime.temporal import CASE_COUNTRY, CASE_ITERATION, CASE_RISK_SCORE, CASE_STATUS, CASE_VERSION
from schemas.case import CaseClosed
from schemas.status import CaseStatus
from tests.example_cases import COMPANY
from tests.workflows.running_case import PATIENCE, CaseOffice, RunningCase
from workflows.case import CaseWorkflow

SETTINGS = Settings.model_validate(
    {
        "postgres_dsn": "postgresql://unused",
        "s3_endpoint": "http://unused",
        "s3_access_key": "unused",
        "s3_secret_key": "unused",
        "secret": "s" * 32,
    }
)


async def opened_by_the_gateway(office: CaseOffice, temporal: Client) -> RunningCase:
    opening = office.opening()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(case_client, "RPC_SECONDS", PATIENCE)
        await CaseClient(temporal, SETTINGS).start(opening)
    handle: WorkflowHandle[CaseWorkflow, CaseClosed] = temporal.get_workflow_handle_for(
        CaseWorkflow.run, opening.workflow_id
    )
    return office.at(opening.case_id, handle)


async def test_search_attributes_say_where_the_case_stands(office: CaseOffice, temporal: Client) -> None:
    case = await opened_by_the_gateway(office, temporal)
    record = await case.comes_to_review()

    attributes = (await case.handle.describe()).typed_search_attributes

    assert attributes[CASE_STATUS] == CaseStatus.REVIEW_PENDING
    assert attributes[CASE_ITERATION] == 1
    assert attributes[CASE_VERSION] == record.version
    assert attributes[CASE_RISK_SCORE] == record.latest_risk_score
    assert attributes[CASE_COUNTRY] == "BE"


async def test_attributes_memo_and_ids_do_not_name_the_company_or_open_its_portal(
    office: CaseOffice, temporal: Client
) -> None:
    case = await opened_by_the_gateway(office, temporal)
    record = await case.comes_to_review()
    portal_token = record.opening.portal_token
    assert portal_token is not None

    info = (await case.handle.describe()).raw_description.workflow_execution_info

    in_the_clear = info.SerializeToString().decode(errors="replace")
    assert case.handle.id in in_the_clear  # so it is text that can be searched
    for secret in (COMPANY.company_name, "0403170701", "acme-trading", portal_token):
        assert secret not in in_the_clear


async def test_what_operators_read_beside_activities_and_timers_does_not_name_the_company(office: CaseOffice) -> None:
    case = await office.open()
    await case.comes_to_review()
    await case.decide("approve")
    await case.closed()

    history = await case.handle.fetch_history()

    summaries = [event.user_metadata.summary.data.decode() for event in history.events]
    assert '"Ask EU VIES"' in summaries
    assert not any("Acme" in summary or "0403170701" in summary for summary in summaries)

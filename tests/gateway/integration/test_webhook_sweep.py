"""A gateway wakes webhooks that nobody could wake when it was time, and forgets those that were delivered long ago."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.service import RPCError, RPCStatusCode

from domain.webhooks import line_id_of
from runtime.postgres import create_pool
from runtime.settings import Settings
from tests.gateway.running_gateway import PATIENCE, running_gateway
from tests.own_database import with_own_database
from tests.recorded_cases import selected
from tests.webhook_receiver import Receiver, an_organisation

LOOKED_TWICE = 2 * PATIENCE
"""A gateway that fails the first time looks again after a minute."""


@pytest.fixture
async def own(settings: Settings) -> AsyncIterator[Settings]:
    """A database in which nothing else waits."""
    async with with_own_database(settings) as own:
        yield own


async def test_what_was_written_while_temporal_was_away_is_sent_once_it_is_back(
    own: Settings, temporal: Client
) -> None:
    async with create_pool(own) as pool:
        organisation = await an_organisation(pool, own, Receiver(url="https://hooks.example.com/"))
        endpoint = await organisation.registers()
        opening = await organisation.has_a_case()

        async with running_gateway(own, temporal.service_client.config.target_host):
            line = temporal.get_workflow_handle(line_id_of(endpoint.endpoint_id, opening.case_id))
            async with asyncio.timeout(LOOKED_TWICE):
                while not await exists(temporal, line.id):
                    await asyncio.sleep(0.05)

        assert (await line.describe()).status is WorkflowExecutionStatus.RUNNING


async def test_a_gateway_forgets_what_was_delivered_long_ago(own: Settings, temporal: Client) -> None:
    async with create_pool(own) as pool:
        organisation = await an_organisation(pool, own, Receiver(url="https://hooks.example.com/"))
        endpoint = await organisation.registers()
        test = await organisation.webhooks.test(organisation.owner, endpoint.endpoint_id)
        assert test is not None
        await selected(
            pool,
            "UPDATE webhook_deliveries SET state = 'delivered', delivered_at = now() - make_interval(days => %s) "
            "WHERE delivery_id = %s RETURNING state",
            own.webhook_log_days + 1,
            test.delivery_id,
        )

        async with running_gateway(own, temporal.service_client.config.target_host), asyncio.timeout(LOOKED_TWICE):
            while await organisation.webhooks.delivery(organisation.owner, test.delivery_id) is not None:
                await asyncio.sleep(0.05)


async def exists(temporal: Client, workflow_id: str) -> bool:
    try:
        await temporal.get_workflow_handle(workflow_id).describe()
    except RPCError as error:
        if error.status is RPCStatusCode.NOT_FOUND:
            return False
        raise
    return True

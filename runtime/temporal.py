"""How every process of ours speaks to Temporal: one plugin, one connection, one list of search attributes.

The plugin gives client, worker and replayer the same data converter and sandbox. An encrypting codec will have its
seat in `DATA_CONVERTER`: `dataclasses.replace(pydantic_data_converter, payload_codec=…)`.
"""

from datetime import timedelta

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.envconfig import ClientConfig
from temporalio.plugin import SimplePlugin
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

# Search attributes are stored in the clear: they say where a case stands, never whose it is.
CASE_STATUS = SearchAttributeKey.for_keyword("CaseStatus")
CASE_ORGANISATION = SearchAttributeKey.for_keyword("CaseOrganisation")
CASE_TEMPLATE = SearchAttributeKey.for_keyword("CaseTemplate")
CASE_COUNTRY = SearchAttributeKey.for_keyword("CaseCountry")
CASE_ITERATION = SearchAttributeKey.for_int("CaseIteration")
CASE_VERSION = SearchAttributeKey.for_int("CaseVersion")
CASE_RISK_SCORE = SearchAttributeKey.for_float("CaseRiskScore")

SEARCH_ATTRIBUTES: tuple[SearchAttributeKey[str] | SearchAttributeKey[int] | SearchAttributeKey[float], ...] = (
    CASE_STATUS,
    CASE_ORGANISATION,
    CASE_TEMPLATE,
    CASE_COUNTRY,
    CASE_ITERATION,
    CASE_VERSION,
    CASE_RISK_SCORE,
)

DATA_CONVERTER = pydantic_data_converter

PASSED_THROUGH = ("schemas", "domain", "runtime", "activities")
"""Our own modules that the workflow sandbox does not load again: reloading them costs a hundred times more."""


def casewright_plugin() -> SimplePlugin:
    """The plugin that client, worker and replayer share."""
    return SimplePlugin(
        "casewright",
        data_converter=DATA_CONVERTER,
        workflow_runner=SandboxedWorkflowRunner(
            restrictions=SandboxRestrictions.default.with_passthrough_modules(*PASSED_THROUGH)
        ),
    )


async def connect(*, lazy: bool = False) -> Client:
    """A client configured as Temporal users know (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, …, `temporal.toml`).

    Lazy clients connect at their first call, so that the gateway starts while Temporal is down; they cannot host
    workers.
    """
    config = ClientConfig.load_client_connect_config()
    config.setdefault("target_host", "127.0.0.1:7233")
    return await Client.connect(
        **config, plugins=[casewright_plugin()], lazy=lazy, connect_timeout=timedelta(seconds=5)
    )


async def ensure_search_attributes(address: str, namespace: str) -> None:
    """Adds the search attributes that the namespace lacks. Safe to repeat at every start."""
    client = await Client.connect(address, namespace=namespace)
    known = await client.operator_service.list_search_attributes(ListSearchAttributesRequest(namespace=namespace))
    missing = {
        key.name: IndexedValueType.ValueType(key.indexed_value_type)
        for key in SEARCH_ATTRIBUTES
        if key.name not in known.custom_attributes
    }
    if missing:
        await client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(namespace=namespace, search_attributes=missing)
        )

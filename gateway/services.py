"""What request handlers are handed: settings, templates and the clients of Temporal, Postgres and the object store."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from starlette.requests import Request

from gateway.case_client import CaseClient
from gateway.integration.rate_limit import RateLimits
from runtime.agent_rows import AgentRows
from runtime.api_keys import ApiKeys
from runtime.backtest import Backtests
from runtime.case_desk import CaseDesk
from runtime.case_list import CaseIndex
from runtime.case_records import CaseRecords
from runtime.case_removal import CaseRemovals
from runtime.evidence_rows import EvidenceRows
from runtime.integration_cases import IntegrationCases
from runtime.integration_keys import IntegrationKeys
from runtime.malware import MalwareScanner
from runtime.object_store import ObjectStore
from runtime.page_rows import PageRows
from runtime.policies import load_policies
from runtime.postgres import create_pool
from runtime.published_events import PublishedEvents
from runtime.settings import Settings
from runtime.templates import load_templates
from runtime.temporal import connect
from runtime.webhook_overdue import OverdueWebhooks
from runtime.webhook_wakes import WebhookWakes
from runtime.webhooks import Webhooks
from schemas.policy import Policy
from schemas.template import CaseTemplate


@dataclass(frozen=True)
class Services:
    settings: Settings
    templates: dict[str, CaseTemplate]
    policies: tuple[Policy, ...]
    cases: CaseClient
    records: CaseRecords
    removals: CaseRemovals
    index: CaseIndex
    desk: CaseDesk
    backtests: Backtests
    evidence: EvidenceRows
    agents: AgentRows
    keys: ApiKeys
    integration_keys: IntegrationKeys
    integration_cases: IntegrationCases
    rate_limits: RateLimits
    published_events: PublishedEvents
    webhooks: Webhooks
    webhook_wakes: WebhookWakes
    overdue_webhooks: OverdueWebhooks
    pages: PageRows
    store: ObjectStore
    scanner: MalwareScanner | None


@asynccontextmanager
async def running_services(settings: Settings) -> AsyncIterator[Services]:
    """The services for as long as the gateway runs. None of the stores has to be up for it to start."""
    async with AsyncExitStack() as stack:
        templates, policies = load_templates(), load_policies()
        store = ObjectStore.from_settings(settings)
        stack.callback(store.close)
        pool = create_pool(settings)
        await pool.open(wait=False)
        stack.push_async_callback(pool.close)
        integration_keys = IntegrationKeys(pool)
        stack.push_async_callback(integration_keys.finish)
        client = await connect(lazy=True)
        yield Services(
            settings=settings,
            templates=templates,
            policies=policies,
            cases=CaseClient(client, settings),
            records=CaseRecords(pool),
            removals=CaseRemovals(pool),
            index=CaseIndex(pool),
            desk=CaseDesk(pool),
            backtests=Backtests(pool),
            evidence=EvidenceRows(pool),
            agents=AgentRows(pool),
            keys=ApiKeys(pool),
            integration_keys=integration_keys,
            integration_cases=IntegrationCases(pool),
            rate_limits=RateLimits(),
            published_events=PublishedEvents(pool),
            webhooks=Webhooks(pool, settings),
            webhook_wakes=WebhookWakes(client),
            overdue_webhooks=OverdueWebhooks(pool),
            pages=PageRows(pool),
            store=store,
            scanner=MalwareScanner.from_settings(settings),
        )


def services(request: Request) -> Services:
    """The services of the application that answers this request."""
    found: Services = request.state.services
    return found

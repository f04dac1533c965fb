"""What request handlers are handed: settings, templates and the clients of Temporal, Postgres and the object store."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request

from gateway.case_client import CaseClient
from gateway.document_checks import DocumentChecks
from gateway.integration.rate_limit import RateLimits
from gateway.task_queue_states import TaskQueueStates
from runtime.agent_rows import AgentRows
from runtime.api_keys import ApiKeys
from runtime.backtest import Backtests
from runtime.brand import Brand, load_brand
from runtime.case_changes import CaseChanges
from runtime.case_desk import CaseDesk
from runtime.case_list import CaseIndex
from runtime.case_records import CaseRecords
from runtime.case_removal import CaseRemovals
from runtime.evidence_rows import EvidenceRows
from runtime.integration_cases import IntegrationCases
from runtime.integration_keys import IntegrationKeys
from runtime.malware import MalwareScanner
from runtime.model_usage import ModelUsage
from runtime.object_store import ObjectStore
from runtime.officers import Officers
from runtime.page_rows import PageRows
from runtime.partial_uploads import PartialUploads
from runtime.policies import load_policies
from runtime.portal_drafts import PortalDrafts
from runtime.postgres import create_pool
from runtime.published_events import PublishedEvents
from runtime.saved_views import KeptViews
from runtime.settings import Settings
from runtime.source_circuits import SourceCircuits
from runtime.templates import load_templates
from runtime.temporal import connect
from runtime.webhook_log import WebhookLog
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
    brand: Brand
    cases: CaseClient
    document_checks: DocumentChecks
    records: CaseRecords
    removals: CaseRemovals
    index: CaseIndex
    changes: CaseChanges
    desk: CaseDesk
    backtests: Backtests
    evidence: EvidenceRows
    agents: AgentRows
    model_usage: ModelUsage
    keys: ApiKeys
    officers: Officers
    saved_views: KeptViews
    integration_keys: IntegrationKeys
    integration_cases: IntegrationCases
    rate_limits: RateLimits
    published_events: PublishedEvents
    webhooks: Webhooks
    webhook_wakes: WebhookWakes
    overdue_webhooks: OverdueWebhooks
    webhook_log: WebhookLog
    circuits: SourceCircuits
    task_queues: TaskQueueStates
    pages: PageRows
    drafts: PortalDrafts
    uploads: PartialUploads
    store: ObjectStore
    scanner: MalwareScanner | None


@asynccontextmanager
async def running_services(settings: Settings) -> AsyncIterator[Services]:
    """The services for as long as the gateway runs. None of the stores has to be up for it to start."""
    async with AsyncExitStack() as stack:
        templates, policies, brand = load_templates(), load_policies(), load_brand(settings)
        store = ObjectStore.from_settings(settings)
        stack.callback(store.close)
        pool = create_pool(settings)
        await pool.open(wait=False)
        stack.push_async_callback(pool.close)
        integration_keys = IntegrationKeys(pool)
        stack.push_async_callback(integration_keys.finish)
        changes = CaseChanges(settings.postgres_dsn.get_secret_value())
        await stack.enter_async_context(changes.listening())
        client = await connect(lazy=True)
        yield Services(
            settings=settings,
            templates=templates,
            policies=policies,
            brand=brand,
            cases=CaseClient(client, settings),
            document_checks=DocumentChecks(client, settings),
            records=CaseRecords(pool),
            removals=CaseRemovals(pool),
            index=CaseIndex(pool),
            changes=changes,
            desk=CaseDesk(pool),
            backtests=Backtests(pool),
            evidence=EvidenceRows(pool),
            agents=AgentRows(pool),
            model_usage=ModelUsage(pool, settings),
            keys=ApiKeys(pool),
            officers=Officers(pool),
            saved_views=KeptViews(pool),
            integration_keys=integration_keys,
            integration_cases=IntegrationCases(pool),
            rate_limits=RateLimits(),
            published_events=PublishedEvents(pool),
            webhooks=Webhooks(pool, settings),
            webhook_wakes=WebhookWakes(client),
            overdue_webhooks=OverdueWebhooks(pool),
            webhook_log=WebhookLog(pool, timedelta(days=settings.webhook_log_days)),
            circuits=SourceCircuits(pool, settings.sources),
            task_queues=TaskQueueStates(client),
            pages=PageRows(pool),
            drafts=PortalDrafts(pool),
            uploads=PartialUploads(pool),
            store=store,
            scanner=MalwareScanner.from_settings(settings),
        )


def services(request: Request) -> Services:
    """The services of the application that answers this request."""
    found: Services = request.state.services
    return found

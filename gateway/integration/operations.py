"""The integration API as a table: what other systems may ask, each with a key of theirs."""

from gateway.integration import cases, examples, me, sessions
from gateway.integration.event_operations import EVENT_API
from gateway.integration.parameters import CASE
from gateway.integration.webhook_operations import WEBHOOK_API
from gateway.operations import IDEMPOTENCY_KEY, Answer, Body, Operation, Tag
from schemas.integration_api import CasePage, Health, IntegrationCase, Me, SessionCreated, SessionRequest

INTEGRATION = Tag(
    "Integration",
    "What other systems ask with a key of theirs (`sk_test_…`, `sk_live_…`). A key sees the cases of its organisation "
    "that are of its environment, and never decides one.",
)

INTEGRATION_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/v1/health",
        me.integration_health,
        "Does the API answer?",
        INTEGRATION,
        answers=(Answer(Health, "It does.", examples=examples.HEALTH),),
        security="none",
    ),
    Operation(
        "GET",
        "/api/v1/me",
        me.me,
        "Whose key is this?",
        INTEGRATION,
        answers=(Answer(Me, "What the key is for. Any valid key may ask.", examples=examples.ME),),
        security="integration",
    ),
    Operation(
        "POST",
        "/api/v1/sessions",
        sessions.create_session,
        "Open a case for a customer",
        INTEGRATION,
        body=Body(SessionRequest, examples.SESSION),
        parameters=(IDEMPOTENCY_KEY,),
        answers=(
            Answer(
                SessionCreated,
                "The case is open; `signed_url` is the link to send to the customer.",
                status=201,
                examples=examples.SESSION_CREATED,
            ),
            Answer(
                SessionCreated,
                "The same request under the same key opened it before; the answer is that of then, but for `status`.",
                examples=examples.SESSION_REPLAYED,
            ),
        ),
        problems=(
            "unknown_template",
            "unsupported_country",
            "environment_mismatch",
            "idempotency_key_reused",
            "wrong_state",
        ),
        security="integration",
        scope="intake:sessions:create",
        description="The idempotency key is required, in the body or as a header; in both it has to be the same. The "
        "answer does not wait for registries: read the case for what is found.",
    ),
    Operation(
        "GET",
        "/api/v1/cases",
        cases.list_cases_of_key,
        "List cases",
        INTEGRATION,
        parameters=cases.PARAMETERS,
        answers=(Answer(CasePage, "One page, the newest cases first.", examples=examples.CASE_PAGE),),
        security="integration",
        scope="cases:read",
        description="Read on with `cursor` until `has_more` is false. A case opened meanwhile moves nothing.",
    ),
    Operation(
        "GET",
        "/api/v1/cases/{caseId}",
        cases.read_integration_case,
        "Read a case",
        INTEGRATION,
        parameters=(CASE,),
        answers=(Answer(IntegrationCase, "The case as it stands.", examples=examples.CASE),),
        security="integration",
        scope="cases:read",
        description="What officers think of a case is not in it: no risk, findings, reasons or notes.",
    ),
    *EVENT_API,
    *WEBHOOK_API,
)

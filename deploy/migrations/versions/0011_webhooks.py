"""Webhooks: where events are sent, what has become of each, and every attempt at it."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ENDPOINTS = """
CREATE TABLE webhook_endpoints (
    endpoint_id              text PRIMARY KEY,
    organisation             text NOT NULL,
    environment              text NOT NULL CHECK (environment IN ('live', 'test')),
    url                      text NOT NULL,
    description              text NOT NULL DEFAULT '',
    events                   text[] NOT NULL DEFAULT '{}',
    from_organisation_cursor bigint NOT NULL,
    secret_version           integer NOT NULL DEFAULT 1 CHECK (secret_version > 0),
    previous_secret_until    timestamptz,
    created_at               timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_by               text NOT NULL,
    paused_at                timestamptz,
    paused_reason            text,
    deleted_at               timestamptz,
    CHECK ((paused_at IS NULL) = (paused_reason IS NULL))
);
COMMENT ON COLUMN webhook_endpoints.events IS 'The types that are wanted, with their version; none means all.';
COMMENT ON COLUMN webhook_endpoints.from_organisation_cursor IS
    'Of events up to this one, those with a delivery are sent and no others. It only grows.';
COMMENT ON COLUMN webhook_endpoints.secret_version IS 'The secret follows from it and is stored nowhere.';
CREATE INDEX webhook_endpoints_in_use ON webhook_endpoints (organisation, environment) WHERE deleted_at IS NULL;
"""

DELIVERIES = """
CREATE TABLE webhook_deliveries (
    delivery_id     text PRIMARY KEY,
    endpoint_id     text NOT NULL REFERENCES webhook_endpoints,
    organisation    text NOT NULL,
    environment     text NOT NULL CHECK (environment IN ('live', 'test')),
    case_id         text REFERENCES cases ON DELETE CASCADE,
    cursor          bigint,
    event_id        text NOT NULL,
    event_type      text NOT NULL,
    state           text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
    attempts        integer NOT NULL DEFAULT 0,
    tries           integer NOT NULL DEFAULT 0,
    trying_since    timestamptz,
    last_status     integer,
    last_error      text,
    next_attempt_at timestamptz,
    delivered_at    timestamptz,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (endpoint_id, event_id),
    CHECK ((case_id IS NULL) = (cursor IS NULL))
);
COMMENT ON TABLE webhook_deliveries IS 'An event has its row once its turn has come. Without a case it is a test.';
COMMENT ON COLUMN webhook_deliveries.attempts IS 'Of all times.';
COMMENT ON COLUMN webhook_deliveries.tries IS 'Since trying_since: a resumed endpoint and a redelivery begin anew.';
COMMENT ON COLUMN webhook_deliveries.organisation IS 'As its endpoint has it, so that the log is read along its index.';
CREATE INDEX webhook_deliveries_log
    ON webhook_deliveries (organisation, environment, created_at DESC, delivery_id DESC);
CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC, delivery_id DESC);
CREATE INDEX webhook_deliveries_of_case ON webhook_deliveries (case_id, endpoint_id);
CREATE INDEX webhook_deliveries_open ON webhook_deliveries (endpoint_id) WHERE state IN ('pending', 'failed');
"""

ATTEMPTS = """
CREATE TABLE webhook_attempts (
    delivery_id  text NOT NULL REFERENCES webhook_deliveries ON DELETE CASCADE,
    attempt      integer NOT NULL,
    at           timestamptz NOT NULL,
    status       integer,
    error        text,
    milliseconds integer NOT NULL,
    PRIMARY KEY (delivery_id, attempt)
);
"""


def upgrade() -> None:
    op.execute(ENDPOINTS)
    op.execute(DELIVERIES)
    op.execute(ATTEMPTS)

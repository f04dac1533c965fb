"""Notices to an organisation, of which a delivery that was given up is the first; requests about keys and webhooks that
are told by their Idempotency-Key."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

# Waiting for a lock on tables in use holds up whoever comes after: rather fail soon, and be run again.
NOT_FOR_LONG = "SET LOCAL lock_timeout = '10s'"

NOTICES = """
CREATE TABLE organisation_notices (
    notice_id           text PRIMARY KEY,
    organisation        text NOT NULL,
    environment         text NOT NULL CHECK (environment IN ('live', 'test')),
    organisation_cursor bigint NOT NULL CHECK (organisation_cursor > 0),
    event_type          text NOT NULL,
    occurred_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    case_id             text NOT NULL REFERENCES cases ON DELETE CASCADE,
    data                jsonb NOT NULL,
    UNIQUE (organisation, environment, organisation_cursor)
);
COMMENT ON TABLE organisation_notices IS 'What is told in the stream of an organisation and is no event of a case.';
COMMENT ON COLUMN organisation_notices.organisation_cursor IS 'Of the same counter as that of published_events.';
COMMENT ON COLUMN organisation_notices.case_id IS 'The case that it names, and with which it goes.';
CREATE INDEX organisation_notices_of_case ON organisation_notices (case_id);
CREATE TRIGGER organisation_notices_append_only BEFORE UPDATE ON organisation_notices
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER organisation_notices_stay BEFORE DELETE ON organisation_notices
    FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER organisation_notices_stay_all BEFORE TRUNCATE ON organisation_notices
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""

# The key has an ALTER of its own: beside a column with a default, every row would be read to see whether it holds.
DELIVERIES = """
ALTER TABLE webhook_deliveries ADD COLUMN notice_id text REFERENCES organisation_notices ON DELETE CASCADE;
ALTER TABLE webhook_deliveries
    ADD COLUMN redelivered_by text[] NOT NULL DEFAULT '{}',
    ADD CHECK (notice_id IS NULL OR case_id IS NULL) NOT VALID;
COMMENT ON TABLE webhook_deliveries IS
    'An event has its row once its turn has come. Without a case it is a notice or, without one of these, a test.';
COMMENT ON COLUMN webhook_deliveries.redelivered_by IS 'The Idempotency-Keys under which it was sent once more.';
"""

COMMANDS = """
ALTER TABLE webhook_endpoints
    ADD COLUMN earlier_secrets_until timestamptz[] NOT NULL DEFAULT '{}',
    ADD COLUMN command_id text UNIQUE,
    ADD COLUMN body_hash text;
COMMENT ON COLUMN webhook_endpoints.earlier_secrets_until IS
    'Until when those before the previous one sign, the newest first.';
COMMENT ON COLUMN webhook_endpoints.command_id IS 'Made of the Idempotency-Key of the request; null if it had none.';
ALTER TABLE integration_keys ADD COLUMN command_id text UNIQUE, ADD COLUMN body_hash text;
COMMENT ON COLUMN integration_keys.command_id IS 'Made of the Idempotency-Key of the request; null if it had none.';
"""


def upgrade() -> None:
    for part in (NOT_FOR_LONG, NOTICES, DELIVERIES, COMMANDS):
        op.execute(part)

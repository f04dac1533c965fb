"""The keys of other systems, who made and revoked them; and what the integration API finds cases by."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEYS = """
CREATE TABLE integration_keys (
    key_hash     text PRIMARY KEY,
    key_id       text NOT NULL UNIQUE,
    name         text NOT NULL,
    organisation text NOT NULL,
    environment  text NOT NULL CHECK (environment IN ('live', 'test')),
    scopes       text[] NOT NULL,
    rate_limit   integer NOT NULL CHECK (rate_limit > 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    created_by   text NOT NULL,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
COMMENT ON COLUMN integration_keys.key_hash IS 'SHA-256 of the whole key in hexadecimal; shown once and kept nowhere.';
COMMENT ON COLUMN integration_keys.rate_limit IS 'Requests a minute.';
COMMENT ON COLUMN integration_keys.created_by IS 'The key id of an administrator, or `command`.';
COMMENT ON COLUMN integration_keys.last_used_at IS 'To the minute.';
CREATE INDEX integration_keys_of_organisation ON integration_keys (organisation, created_at DESC, key_id);
"""

# Written in the statement that makes or revokes a key. A key that exists stays, as the account of who made it.
AUDIT = """
CREATE TABLE integration_key_events (
    entry       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_id      text NOT NULL,
    event       text NOT NULL CHECK (event IN ('created', 'revoked')),
    actor_id    text NOT NULL,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (key_id, event)
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER integration_key_events_append_only BEFORE UPDATE OR DELETE ON integration_key_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER integration_key_events_stay_all BEFORE TRUNCATE ON integration_key_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER integration_keys_stay BEFORE DELETE ON integration_keys
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER integration_keys_stay_all BEFORE TRUNCATE ON integration_keys
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_key_as_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ROW(NEW.key_hash, NEW.key_id, NEW.organisation, NEW.environment, NEW.scopes, NEW.created_by, NEW.expires_at)
        IS DISTINCT FROM
        ROW(OLD.key_hash, OLD.key_id, OLD.organisation, OLD.environment, OLD.scopes, OLD.created_by, OLD.expires_at)
        OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
    THEN
        RAISE EXCEPTION 'a key stays as it was made: revoke it, and make another';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER integration_keys_stay_as_made BEFORE UPDATE ON integration_keys
    FOR EACH ROW EXECUTE FUNCTION keep_key_as_made();
"""

CASES = """
ALTER TABLE cases
    ADD COLUMN environment text GENERATED ALWAYS AS (record #>> '{opening,environment}') STORED,
    ADD COLUMN external_case_id text
        GENERATED ALWAYS AS (record #>> '{opening,session,external_case_id}') STORED;
COMMENT ON COLUMN cases.external_case_id IS 'What the system that opened the case calls it.';
CREATE INDEX cases_of_keys ON cases (organisation, environment, created_at DESC, case_id DESC);
CREATE INDEX cases_by_external_id ON cases (organisation, external_case_id, created_at DESC, case_id DESC)
    WHERE external_case_id IS NOT NULL;
"""


def upgrade() -> None:
    for part in (KEYS, AUDIT, CASES):
        op.execute(part)

"""Cases and their index, the audit log, evidence rows and access keys."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SCHEMA = """
CREATE TABLE cases (
    case_id           text PRIMARY KEY,
    workflow_id       text NOT NULL UNIQUE,
    organisation      text NOT NULL,
    company_name      text NOT NULL,
    country           text NOT NULL,
    template_id       text NOT NULL,
    status            text NOT NULL,
    current_iteration integer NOT NULL,
    latest_risk_score double precision,
    version           integer NOT NULL,
    portal_token_hash text NOT NULL UNIQUE,
    portal_expires_at timestamptz NOT NULL,
    record            jsonb NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL
);
COMMENT ON COLUMN cases.record IS 'The snapshot: the whole case as the workflow last wrote it.';
CREATE INDEX cases_newest ON cases (organisation, created_at DESC, case_id);
CREATE INDEX cases_by_status ON cases (organisation, status, created_at DESC, case_id);

CREATE TABLE case_events (
    case_id     text NOT NULL REFERENCES cases ON DELETE CASCADE,
    sequence    integer NOT NULL CHECK (sequence > 0),
    event       text NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_id    text NOT NULL,
    actor_role  text NOT NULL,
    data        jsonb NOT NULL,
    PRIMARY KEY (case_id, sequence)
);

CREATE TABLE evidence (
    case_id      text NOT NULL REFERENCES cases ON DELETE CASCADE,
    source       text NOT NULL,
    data_hash    text NOT NULL,
    object_key   text NOT NULL,
    source_url   text,
    collected_at timestamptz NOT NULL,
    environment  text NOT NULL CHECK (environment IN ('live', 'test')),
    PRIMARY KEY (case_id, source, data_hash)
);

CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER case_events_append_only BEFORE UPDATE ON case_events
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER evidence_append_only BEFORE UPDATE ON evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE TABLE api_keys (
    key_hash     text PRIMARY KEY,
    key_id       text NOT NULL UNIQUE,
    name         text NOT NULL,
    role         text NOT NULL,
    organisation text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    revoked_at   timestamptz
);
COMMENT ON COLUMN api_keys.key_hash IS 'SHA-256 of the whole key in hexadecimal; shown once and kept nowhere.';
"""


def upgrade() -> None:
    op.execute(SCHEMA)

"""What was verified in PEPPOL, and the evidence from Belgian sources, each beside the evidence of all sources."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# The cases before this migration asked neither PEPPOL nor a Belgian source, so there is nothing to fill in.
TABLES = """
CREATE TABLE peppol_verifications (
    case_id        text NOT NULL REFERENCES cases ON DELETE CASCADE,
    sequence       integer NOT NULL CHECK (sequence > 0),
    participant_id text,
    registered     boolean,
    state          text NOT NULL,
    reason         text,
    document_types text[] NOT NULL,
    data_hash      text,
    verified_at    timestamptz NOT NULL,
    environment    text NOT NULL CHECK (environment IN ('live', 'test')),
    PRIMARY KEY (case_id, sequence)
);
COMMENT ON COLUMN peppol_verifications.sequence IS 'The event of the case that the verification came with.';
COMMENT ON COLUMN peppol_verifications.registered IS 'Null when it could not be checked: unknown is not no.';

CREATE TABLE belgian_evidence (
    case_id      text NOT NULL REFERENCES cases ON DELETE CASCADE,
    source       text NOT NULL CHECK (source IN ('kbo', 'nbb', 'gazette', 'withholding')),
    data_hash    text NOT NULL,
    object_key   text NOT NULL,
    source_url   text,
    collected_at timestamptz NOT NULL,
    environment  text NOT NULL CHECK (environment IN ('live', 'test')),
    cached       boolean NOT NULL,
    PRIMARY KEY (case_id, source, data_hash)
);
COMMENT ON COLUMN belgian_evidence.cached IS 'Whether the source was not asked, because its last answer still held.';
"""
APPEND_ONLY = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER {table}_stay_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("peppol_verifications", "belgian_evidence"):
        op.execute(APPEND_ONLY.format(table=table))

"""The tombstones of deleted cases; and what is on record goes with its case or not at all."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TOMBSTONES = """
CREATE TABLE case_deletions (
    case_id      text PRIMARY KEY,
    workflow_id  text NOT NULL,
    organisation text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at       timestamptz NOT NULL,
    purged_at    timestamptz,
    completed_at timestamptz
);
COMMENT ON TABLE case_deletions IS 'Ids of deleted cases and nothing else about them. A tombstone is kept for good.';
COMMENT ON COLUMN case_deletions.requested_by IS 'The key id of whoever deleted the case.';
COMMENT ON COLUMN case_deletions.purged_at IS 'When workflow and objects had gone for the first time.';
COMMENT ON COLUMN case_deletions.due_at IS 'When a gateway goes on with the deletion, unless it is completed.';
CREATE INDEX case_deletions_to_finish ON case_deletions (due_at) WHERE completed_at IS NULL;
"""

# After the statement and not before: by then it has waited for a deletion of the same case that was under way, and
# sees its tombstone.
STAYS_DELETED = """
CREATE FUNCTION refuse_deleted_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added JOIN case_deletions USING (case_id)) THEN
        RAISE EXCEPTION 'the case was deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_stay_deleted AFTER INSERT ON cases
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_deleted_case();
"""

# A deletion cascades from the case to its rows in the transaction that wrote the tombstone, which therefore sees it.
STAYS_ON_RECORD = """
CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM case_deletions WHERE case_id = OLD.case_id) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
        USING HINT = 'Its rows go with their case, once case_deletions has a tombstone of it.';
END $$;
"""
APPEND_ONLY = ("case_events", "evidence", "case_notes", "case_assignments")
REFUSE_REMOVAL = """
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER {table}_stay_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""

TOMBSTONES_STAY = """
CREATE FUNCTION refuse_any_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER case_deletions_append_only
    BEFORE UPDATE OF case_id, workflow_id, organisation, requested_by, requested_at ON case_deletions
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER case_deletions_stay BEFORE DELETE OR TRUNCATE ON case_deletions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_any_removal();
"""


def upgrade() -> None:
    guards = (REFUSE_REMOVAL.format(table=table) for table in APPEND_ONLY)
    for part in (TOMBSTONES, STAYS_DELETED, STAYS_ON_RECORD, *guards, TOMBSTONES_STAY):
        op.execute(part)

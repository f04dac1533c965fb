"""The officers' desk: notes, who has a case now, and who had it before."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SCHEMA = """
CREATE TABLE case_notes (
    number      bigint GENERATED ALWAYS AS IDENTITY,
    note_id     text PRIMARY KEY,
    case_id     text NOT NULL REFERENCES cases ON DELETE CASCADE,
    text        text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
    about       text,
    author_id   text NOT NULL,
    author_role text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    command_id  text,
    body_hash   text,
    UNIQUE (case_id, command_id)
);
COMMENT ON COLUMN case_notes.command_id IS 'Made of the Idempotency-Key of the request; null if it had none.';
CREATE INDEX case_notes_in_order ON case_notes (case_id, number);

ALTER TABLE cases ADD COLUMN assignee text, ADD COLUMN assignment_expires_at timestamptz;
COMMENT ON COLUMN cases.assignee IS 'The key id of the officer who has the case, unless the assignment has expired.';
COMMENT ON COLUMN cases.assignment_expires_at IS 'Null: the assignment lasts until it is released or taken over.';
CREATE INDEX cases_by_assignee ON cases (organisation, assignee, created_at DESC, case_id) WHERE assignee IS NOT NULL;

CREATE TABLE case_assignments (
    number           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id          text NOT NULL REFERENCES cases ON DELETE CASCADE,
    assignee         text,
    assigned_by_id   text NOT NULL,
    assigned_by_role text NOT NULL,
    assigned_at      timestamptz NOT NULL,
    expires_at       timestamptz,
    command_id       text UNIQUE,
    body_hash        text,
    CHECK (expires_at > assigned_at),
    CHECK (assignee IS NOT NULL OR expires_at IS NULL)
);
COMMENT ON COLUMN case_assignments.assignee IS 'The key id of an officer; null: the case was released.';
CREATE INDEX case_assignments_in_order ON case_assignments (case_id, number);

CREATE TRIGGER case_notes_append_only BEFORE UPDATE ON case_notes
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER case_assignments_append_only BEFORE UPDATE ON case_assignments
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
"""


def upgrade() -> None:
    op.execute(SCHEMA)

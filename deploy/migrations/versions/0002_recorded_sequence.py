"""How far a case is recorded, and which command an event came from."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SCHEMA = """
ALTER TABLE cases ADD COLUMN last_sequence integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN cases.last_sequence IS 'The sequence number of the last event that the snapshot contains.';
UPDATE cases SET last_sequence = coalesce((SELECT max(sequence) FROM case_events e WHERE e.case_id = cases.case_id), 0);

ALTER TABLE case_events ADD COLUMN command_id text, ADD COLUMN body_hash text;
COMMENT ON COLUMN case_events.command_id IS 'The command that caused the event; null for what the case did by itself.';
"""


def upgrade() -> None:
    op.execute(SCHEMA)

"""What customers have written and not submitted."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# No part of the audit log: a draft is written over, and goes when it is submitted.
DRAFTS = """
CREATE TABLE portal_drafts (
    case_id      text PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
    submissions  integer NOT NULL CHECK (submissions >= 0),
    draft        jsonb NOT NULL CHECK (octet_length(draft::text) <= 400000),
    saved_at     timestamptz NOT NULL
);
COMMENT ON COLUMN portal_drafts.submissions IS 'How many the case had when it was written; after one more it is stale.';
COMMENT ON COLUMN portal_drafts.draft IS 'Answers and task_responses of schemas.portal_api.PortalDraft.';
"""


def upgrade() -> None:
    op.execute(DRAFTS)

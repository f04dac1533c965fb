"""Uploads in pieces: how far each has come. Its bytes are in the object store."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

# What an upload became is written once, before the case is told of it: whoever tells the case again tells it the same.
# So is why it was refused: whoever lost that answer is told the same and sends nothing again.
UPLOADS = """
CREATE TABLE partial_uploads (
    case_id        text NOT NULL REFERENCES cases ON DELETE CASCADE,
    upload_id      text PRIMARY KEY,
    requirement_id text NOT NULL,
    filename       text,
    length         integer NOT NULL CHECK (length > 0),
    received       integer NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
    pieces         text[] NOT NULL DEFAULT '{}',
    claimed_until  timestamptz,
    document       jsonb,
    taken          boolean NOT NULL DEFAULT false CHECK (document IS NOT NULL OR NOT taken),
    refusal        jsonb CHECK (refusal IS NULL OR document IS NULL),
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at     timestamptz NOT NULL,
    clear_at       timestamptz NOT NULL
);
COMMENT ON COLUMN partial_uploads.received IS 'Bytes that are in the store; the next piece begins here.';
COMMENT ON COLUMN partial_uploads.pieces IS 'The last part of the keys of the objects that hold them, in order.';
COMMENT ON COLUMN partial_uploads.claimed_until IS 'Until then one request makes a document of it, and no other.';
COMMENT ON COLUMN partial_uploads.document IS 'What it became, as the case is told of it.';
COMMENT ON COLUMN partial_uploads.taken IS 'The case has said that it has the document.';
COMMENT ON COLUMN partial_uploads.refusal IS 'Why it became none, for good: code, detail and field.';
COMMENT ON COLUMN partial_uploads.expires_at IS 'From then on nobody finds it; set forward when it is given up.';
COMMENT ON COLUMN partial_uploads.clear_at IS 'When a gateway clears it away. Until then it counts as begun that day.';
CREATE INDEX partial_uploads_by_case ON partial_uploads (case_id);
CREATE INDEX partial_uploads_to_clear ON partial_uploads (clear_at);
"""


def upgrade() -> None:
    op.execute(UPLOADS)

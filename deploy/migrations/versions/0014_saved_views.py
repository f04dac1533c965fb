"""The views of the list of cases that officers keep for themselves."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

VIEWS = """
CREATE TABLE saved_views (
    view_id    text PRIMARY KEY,
    key_id     text NOT NULL REFERENCES api_keys (key_id) ON DELETE CASCADE,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    query      text NOT NULL CHECK (length(query) <= 1000),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (key_id, name)
);
COMMENT ON COLUMN saved_views.query IS 'The query string of the list of cases.';
"""


def upgrade() -> None:
    op.execute(VIEWS)

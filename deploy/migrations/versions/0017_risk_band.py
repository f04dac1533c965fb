"""The word for a case's risk, in the index: by the bands of the policy that gave the score."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

# Waiting for the lock on `cases` holds up whoever comes after: rather fail soon, and be run again.
NOT_FOR_LONG = "SET LOCAL lock_timeout = '10s'"

# No row is written or read: a score without a word is called by the standard bands, which were the only ones so far.
# A worker from before this column leaves the word as it was until a newer one writes the case again.
COLUMN = """
ALTER TABLE cases
    ADD COLUMN risk_band text,
    ADD CONSTRAINT cases_risk_band_known
        CHECK (risk_band IN ('CLEAR', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL')) NOT VALID;
COMMENT ON COLUMN cases.risk_band IS 'The word for latest_risk_score; null where that is null, or was written before.';
"""


def upgrade() -> None:
    for part in (NOT_FOR_LONG, COLUMN):
        op.execute(part)

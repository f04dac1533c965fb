"""What the log of deliveries needs to end some day: to be found by its age, and by the notice that it goes with."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# No delivery is noted while they are built, which takes a long log a while: it is noted afterwards. They have a
# transaction of their own, so that nothing else is locked meanwhile. Not CONCURRENTLY: that waits for whoever waits for
# the lock of the runner of migrations.
INDEXES = """
CREATE INDEX webhook_deliveries_of_notice ON webhook_deliveries (notice_id) WHERE notice_id IS NOT NULL;
CREATE INDEX webhook_deliveries_made ON webhook_deliveries (delivered_at) WHERE state = 'delivered';
"""


def upgrade() -> None:
    op.execute(INDEXES)

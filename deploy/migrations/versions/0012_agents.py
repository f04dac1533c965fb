"""The agents' runs, what officers made of them, and what language models were used for and cost."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# Cases of before have no runs on record: who was asked what was not kept then, so there is nothing to fill in.
EXECUTIONS = """
CREATE TABLE agent_executions (
    case_id        text NOT NULL REFERENCES cases ON DELETE CASCADE,
    execution_id   text NOT NULL,
    organisation   text NOT NULL,
    event_sequence integer NOT NULL CHECK (event_sequence > 0),
    agent          text NOT NULL,
    provider       text NOT NULL,
    model          text,
    outcome        text NOT NULL,
    started_at     timestamptz NOT NULL,
    execution      jsonb NOT NULL,
    PRIMARY KEY (case_id, execution_id)
);
CREATE INDEX agent_executions_by_time ON agent_executions (organisation, started_at);
COMMENT ON COLUMN agent_executions.execution IS 'The whole of schemas.agents.AgentExecution.';

CREATE TABLE agent_actions (
    case_id        text NOT NULL REFERENCES cases ON DELETE CASCADE,
    execution_id   text NOT NULL,
    event_sequence integer NOT NULL CHECK (event_sequence > 0),
    organisation   text NOT NULL,
    action         text NOT NULL CHECK (action IN ('accepted', 'edited', 'rejected', 'overridden', 'asked_again')),
    actor_id       text NOT NULL,
    actor_role     text NOT NULL,
    acted_at       timestamptz NOT NULL,
    details        text,
    PRIMARY KEY (case_id, execution_id, event_sequence)
);
CREATE INDEX agent_actions_by_time ON agent_actions (organisation, acted_at);
COMMENT ON TABLE agent_actions IS 'What officers made of what agents proposed; the last on an execution holds.';
"""
APPEND_ONLY = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER {table}_stay_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""

# A row is written before a model is asked, with the most that the answer may use, and settled when it has answered.
# What is never settled, because a worker died, counts in full, so no limit is passed unseen. Usage outlives its case,
# whose id it then loses: it is the organisation's bill.
USAGE = """
CREATE TABLE model_usage (
    usage_id      text PRIMARY KEY,
    organisation  text NOT NULL,
    case_id       text NOT NULL,
    agent         text NOT NULL,
    model         text NOT NULL,
    tokens        bigint NOT NULL CHECK (tokens >= 0),
    cost_usd      numeric(14, 6) NOT NULL CHECK (cost_usd >= 0),
    settled       boolean NOT NULL DEFAULT false,
    reserved_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX model_usage_by_case ON model_usage (case_id);
CREATE INDEX model_usage_by_time ON model_usage (organisation, reserved_at);
"""


def upgrade() -> None:
    op.execute(EXECUTIONS)
    for table in ("agent_executions", "agent_actions"):
        op.execute(APPEND_ONLY.format(table=table))
    op.execute(USAGE)

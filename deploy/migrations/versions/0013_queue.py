"""The queue of officers: when something falls due and how the risk went, in the index; and word of every change."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# Waiting for the lock on `cases` holds up whoever comes after: rather fail soon, and be run again.
NOT_FOR_LONG = "SET LOCAL lock_timeout = '10s'"

COLUMNS = """
ALTER TABLE cases
    ADD COLUMN due_at timestamptz,
    ADD COLUMN due_kind text CHECK (due_kind IN ('portal', 'timeline')),
    ADD COLUMN risk_scores double precision[] NOT NULL DEFAULT '{}',
    ADD CHECK ((due_at IS NULL) = (due_kind IS NULL));
COMMENT ON COLUMN cases.due_at IS 'The next end of the customer''s link or the timeline; null once the case is closed.';
COMMENT ON COLUMN cases.risk_scores IS 'Of each investigation and each judgement after it, oldest first: the last 12.';
"""

# By the rules of `domain.deadlines` and `domain.signals`, as they were when these columns came.
FILLED = """
UPDATE cases SET due_at = ends.due_at, due_kind = ends.kind,
                 risk_scores = coalesce(known.scores[greatest(1, cardinality(known.scores) - 11):], '{}')
FROM cases AS read LEFT JOIN LATERAL (
    SELECT deadline->>'kind' AS kind, (deadline->>'due_at')::timestamptz AS due_at
    FROM jsonb_array_elements(read.record->'deadlines') AS deadline
    WHERE deadline->>'kind' IN ('portal', 'timeline') AND deadline->>'passed_at' IS NULL
    ORDER BY 2, 1 LIMIT 1
) AS ends ON read.status NOT IN ('APPROVED', 'REJECTED', 'FAILED') CROSS JOIN LATERAL (
    SELECT array_agg(score::double precision ORDER BY investigation, place) AS scores
    FROM jsonb_array_elements(read.record->'investigation_results') WITH ORDINALITY AS each (result, investigation)
    CROSS JOIN LATERAL jsonb_array_elements_text(
        coalesce(result->'earlier_scores', '[]') || jsonb_build_array(result->'risk_score')
    ) WITH ORDINALITY AS one (score, place)
) AS known
WHERE cases.case_id = read.case_id AND (ends.kind IS NOT NULL OR known.scores IS NOT NULL);
"""

# Workers from before these columns name none of them: what they change keeps the deadline it had until a newer worker
# writes the case again. A closed case is never written again.
CLOSED = """
CREATE FUNCTION closed_case_is_not_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.due_at := NULL;
    NEW.due_kind := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER cases_closed_are_not_due BEFORE UPDATE ON cases FOR EACH ROW
    WHEN (NEW.status IN ('APPROVED', 'REJECTED', 'FAILED') AND NEW.due_at IS NOT NULL)
    EXECUTE FUNCTION closed_case_is_not_due();
"""

# Two, because cases without a deadline come last in both directions. The included columns answer the filters.
INDEXES = """
CREATE INDEX cases_by_due ON cases (organisation, due_at, case_id)
    INCLUDE (status, country, template_id, latest_risk_score);
CREATE INDEX cases_by_last_due ON cases (organisation, due_at DESC NULLS LAST, case_id DESC);
"""

# The payload is told when the transaction is committed, and only to who listens then: it is a hint to look again,
# never a record. Several changes of a case in one transaction may be told as one.
CHANGES = """
CREATE FUNCTION tell_case_change(
    organisation text, case_id text, workflow_id text, version integer, status text
) RETURNS void LANGUAGE sql AS $$
    SELECT pg_notify('case_changes', json_build_object('organisation', organisation, 'case_id', case_id,
        'workflow_id', workflow_id, 'version', version, 'status', status)::text)
$$;
COMMENT ON FUNCTION tell_case_change IS 'Tells the gateways that listen on case_changes; without a status it is gone.';

CREATE FUNCTION case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM tell_case_change(OLD.organisation, OLD.case_id, OLD.workflow_id, OLD.version, NULL);
    ELSE
        PERFORM tell_case_change(NEW.organisation, NEW.case_id, NEW.workflow_id, NEW.version, NEW.status);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_tell_of_new AFTER INSERT OR DELETE ON cases FOR EACH ROW EXECUTE FUNCTION case_changed();
CREATE TRIGGER cases_tell_of_changes AFTER UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.version, OLD.status, OLD.assignee, OLD.assignment_expires_at, OLD.due_at)
          IS DISTINCT FROM (NEW.version, NEW.status, NEW.assignee, NEW.assignment_expires_at, NEW.due_at))
    EXECUTE FUNCTION case_changed();

CREATE FUNCTION case_noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tell_case_change(organisation, case_id, workflow_id, version, status)
    FROM cases WHERE case_id = NEW.case_id;
    RETURN NULL;
END $$;
CREATE TRIGGER case_notes_tell AFTER INSERT ON case_notes FOR EACH ROW EXECUTE FUNCTION case_noted();
"""


def upgrade() -> None:
    for part in (NOT_FOR_LONG, COLUMNS, FILLED, CLOSED, INDEXES, CHANGES):
        op.execute(part)

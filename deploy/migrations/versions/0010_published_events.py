"""What other systems may know of cases: published events, numbered for each case and for each organisation.

Cases of before are published too, in the order in which things happened, by the rules of today: an audit log can be
read for good, so this stays true whenever it runs. It takes one case at a time, and a database without cases asks no
rule at all.
"""

import json
from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from alembic import op
from sqlalchemy import Connection, text

from domain.fold import after, begun, opening_on_record
from domain.published_events import event_id_of, publications_of
from schemas.actor import Actor
from schemas.events import CaseEvent
from schemas.published_events import Publication

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

COUNTS = """
CREATE TABLE published_counts (
    organisation text NOT NULL,
    environment  text NOT NULL CHECK (environment IN ('live', 'test')),
    events       bigint NOT NULL,
    PRIMARY KEY (organisation, environment)
);
COMMENT ON TABLE published_counts IS
    'The last cursor of each stream. Whoever publishes holds the row until the commit, as the last thing that it does.';
CREATE TRIGGER published_counts_stay BEFORE DELETE OR TRUNCATE ON published_counts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_any_removal();
"""

EVENTS = """
CREATE TABLE published_events (
    case_id             text NOT NULL REFERENCES cases ON DELETE CASCADE,
    cursor              integer NOT NULL CHECK (cursor > 0),
    sequence            integer NOT NULL CHECK (sequence > 0),
    organisation        text NOT NULL,
    environment         text NOT NULL CHECK (environment IN ('live', 'test')),
    organisation_cursor bigint NOT NULL CHECK (organisation_cursor > 0),
    event_id            text NOT NULL UNIQUE,
    event_type          text NOT NULL,
    occurred_at         timestamptz NOT NULL,
    external_ids        jsonb NOT NULL DEFAULT '{}',
    data                jsonb NOT NULL,
    PRIMARY KEY (case_id, cursor),
    UNIQUE (organisation, environment, organisation_cursor)
);
COMMENT ON COLUMN published_events.cursor IS 'Of the case: 1, 2, 3 … without gaps, in the order of its audit log.';
COMMENT ON COLUMN published_events.sequence IS 'The row of the audit log that it tells of.';
COMMENT ON COLUMN published_events.organisation_cursor IS
    'Of the organisation in this environment: in the order of commits. Those of deleted cases are missing.';
COMMENT ON COLUMN published_events.external_ids IS 'What the system that opened the case calls it, as it said then.';
CREATE TRIGGER published_events_append_only BEFORE UPDATE ON published_events
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER published_events_stay BEFORE DELETE ON published_events
    FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER published_events_stay_all BEFORE TRUNCATE ON published_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""

CASES = """
SELECT case_id, organisation, record #>> '{opening,environment}' AS environment FROM cases
WHERE last_sequence > 0 ORDER BY created_at, case_id
"""
EVENTS_OF = """
SELECT sequence, event, occurred_at AS timestamp, actor_id, actor_role, data, command_id, body_hash
FROM case_events WHERE case_id = :case_id ORDER BY sequence
"""
INSERT = """
INSERT INTO published_events (case_id, cursor, sequence, organisation, environment, organisation_cursor, event_id,
                              event_type, occurred_at, data)
VALUES (:case_id, :cursor, :sequence, :organisation, :environment, :organisation_cursor, :event_id, :event_type,
        :occurred_at, CAST(:data AS jsonb))
"""
COUNT = """
INSERT INTO published_counts (organisation, environment, events)
SELECT organisation, environment, max(organisation_cursor) FROM published_events GROUP BY 1, 2
"""


class Past(NamedTuple):
    """Something that is published late. Sorted, it is in its place."""

    known_at: datetime
    """When it happened, but never before what happened to the case earlier: clocks differ."""
    case_id: str
    cursor: int
    publication: Publication


def upgrade() -> None:
    op.execute(COUNTS)
    op.execute(EVENTS)
    connection = op.get_bind()
    streams: dict[tuple[str, str], list[Past]] = defaultdict(list)
    for case in connection.execute(text(CASES)).mappings().all():
        streams[case["organisation"], case["environment"]] += _past_of(connection, case["case_id"])
    for (organisation, environment), past in streams.items():
        rows = [
            _row(organisation, environment, organisation_cursor, item)
            for organisation_cursor, item in enumerate(sorted(past, key=lambda item: item[:3]), start=1)
        ]
        if rows:
            connection.execute(text(INSERT), rows)
    op.execute(COUNT)


def _past_of(connection: Connection, case_id: str) -> list[Past]:
    log = [_event(dict(row)) for row in connection.execute(text(EVENTS_OF), {"case_id": case_id}).mappings()]
    if not log:
        return []
    state, known_at = begun(opening_on_record(log[0]), log[0]), log[0].timestamp
    past: list[Past] = []
    for event in log:
        state = after(state, event) if event.sequence > 1 else state
        known_at = max(known_at, event.timestamp)
        for publication in publications_of(state.record, event):
            past.append(Past(known_at, case_id, len(past) + 1, publication))
    return past


def _event(row: dict[str, Any]) -> CaseEvent:
    actor = Actor(id=row.pop("actor_id"), role=row.pop("actor_role"))
    return CaseEvent.model_validate({**row, "actor": actor})


def _row(organisation: str, environment: str, organisation_cursor: int, item: Past) -> dict[str, object]:
    publication = item.publication
    return {
        "case_id": item.case_id,
        "cursor": item.cursor,
        "sequence": publication.sequence,
        "organisation": organisation,
        "environment": environment,
        "organisation_cursor": organisation_cursor,
        "event_id": event_id_of(item.case_id, item.cursor),
        "event_type": publication.event_type,
        "occurred_at": publication.occurred_at,
        "data": json.dumps(publication.data),
    }

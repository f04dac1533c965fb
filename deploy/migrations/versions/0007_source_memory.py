"""What all workers remember of the sources: answers that may be used again, and which source is down."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ANSWERS = """
CREATE TABLE kept_answers (
    answer_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation  text NOT NULL,
    source        text NOT NULL,
    environment   text NOT NULL,
    question_hash text NOT NULL,
    reading       jsonb NOT NULL,
    collected_at  timestamptz NOT NULL,
    kept_until    timestamptz NOT NULL,
    UNIQUE (organisation, source, environment, question_hash)
);
COMMENT ON TABLE kept_answers IS 'Spares the sources: a case has a copy of its own. Rows go when they expire.';
COMMENT ON COLUMN kept_answers.question_hash IS 'SHA-256 of the company and persons that the source was asked about.';
COMMENT ON COLUMN kept_answers.reading IS 'State, reason and facts, as they were read then.';
CREATE INDEX kept_answers_by_expiry ON kept_answers (kept_until);

CREATE TABLE kept_answer_pieces (
    answer_id  bigint NOT NULL REFERENCES kept_answers ON DELETE CASCADE,
    position   integer NOT NULL,
    url        text NOT NULL,
    media_type text NOT NULL,
    body       bytea NOT NULL,
    PRIMARY KEY (answer_id, position)
);
COMMENT ON TABLE kept_answer_pieces IS 'What the source sent, byte for byte; the first piece is the principal one.';
ALTER TABLE kept_answer_pieces ALTER COLUMN body SET STORAGE EXTERNAL;
"""

CIRCUITS = """
CREATE TABLE source_circuits (
    source        text NOT NULL,
    environment   text NOT NULL,
    failures      integer NOT NULL DEFAULT 0,
    rests         integer NOT NULL DEFAULT 0,
    resting_until timestamptz,
    probing_until timestamptz,
    PRIMARY KEY (source, environment)
);
COMMENT ON COLUMN source_circuits.failures IS 'In a row, while it is asked as usual.';
COMMENT ON COLUMN source_circuits.rests IS 'In a row, each after a failure.';
COMMENT ON COLUMN source_circuits.resting_until IS 'Null: it is asked as usual. Past: one worker at a time may try it.';
COMMENT ON COLUMN source_circuits.probing_until IS 'How long the worker that tries it has for that.';
"""


def upgrade() -> None:
    op.execute(ANSWERS)
    op.execute(CIRCUITS)

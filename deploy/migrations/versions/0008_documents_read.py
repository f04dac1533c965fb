"""The texts of documents' pages, and the evidence of what was found in them: each row is what its page says there."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Pages are written while a document is read, which may be before the row of their case: so no foreign key leads there.
# They go with their case all the same (runtime/case_removal.py), and none is added to a case that was deleted.
PAGES = """
CREATE TABLE document_pages (
    case_id     text NOT NULL,
    document_id text NOT NULL,
    page_index  integer NOT NULL CHECK (page_index >= 0),
    text        text NOT NULL,
    method      text NOT NULL,
    text_sha256 text NOT NULL,
    PRIMARY KEY (case_id, document_id, page_index),
    CONSTRAINT document_pages_hash CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
COMMENT ON TABLE document_pages IS 'The text that citations count their characters in; their boxes lie in the store.';
CREATE TRIGGER document_pages_stay_deleted AFTER INSERT ON document_pages
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_deleted_case();
"""

EVIDENCE = """
CREATE TABLE candidate_evidence (
    case_id          text NOT NULL REFERENCES cases ON DELETE CASCADE,
    candidate_id     text NOT NULL,
    evidence_id      text NOT NULL,
    feature          text NOT NULL,
    value_raw        text NOT NULL,
    value_normalized text NOT NULL,
    document_id      text NOT NULL,
    page_index       integer NOT NULL,
    char_start       integer NOT NULL CHECK (char_start >= 0),
    char_end         integer NOT NULL CHECK (char_end > char_start),
    quote            text NOT NULL CHECK (char_length(quote) = char_end - char_start),
    method           text NOT NULL,
    confidence       double precision CHECK (confidence BETWEEN 0 AND 1),
    PRIMARY KEY (case_id, candidate_id, evidence_id)
);
COMMENT ON COLUMN candidate_evidence.char_start IS 'In Unicode characters of the text of the page, from 0.';
COMMENT ON COLUMN candidate_evidence.confidence IS 'How sure the OCR was; null for text that was in the document.';
"""

QUOTES_ITS_PAGE = """
CREATE FUNCTION check_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM document_pages page
        WHERE page.case_id = NEW.case_id AND page.document_id = NEW.document_id AND page.page_index = NEW.page_index
          AND substr(page.text, NEW.char_start + 1, NEW.char_end - NEW.char_start) = NEW.quote
    ) THEN
        RAISE EXCEPTION '%: page % of % does not say this there', NEW.evidence_id, NEW.page_index, NEW.document_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER candidate_evidence_quotes_its_page BEFORE INSERT ON candidate_evidence
    FOR EACH ROW EXECUTE FUNCTION check_quote();
"""

# The event log of a case must go on whatever a reading cites: what the check refuses is kept apart for people.
REFUSED = """
CREATE TABLE refused_evidence (
    case_id      text NOT NULL REFERENCES cases ON DELETE CASCADE,
    candidate_id text NOT NULL,
    evidence_id  text NOT NULL,
    candidate    jsonb NOT NULL,
    reason       text NOT NULL,
    refused_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, candidate_id, evidence_id)
);
COMMENT ON TABLE refused_evidence IS 'Citations that are not what their page says, as they came. Nothing reads them.';
COMMENT ON COLUMN refused_evidence.candidate IS 'With this one place only.';
"""

APPEND_ONLY = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_removal();
CREATE TRIGGER {table}_stay_all BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
"""


def upgrade() -> None:
    for part in (PAGES, EVIDENCE, QUOTES_ITS_PAGE, REFUSED):
        op.execute(part)
    for table in ("document_pages", "candidate_evidence", "refused_evidence"):
        op.execute(APPEND_ONLY.format(table=table))

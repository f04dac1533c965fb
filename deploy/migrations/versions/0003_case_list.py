"""What the list of cases is searched, sorted and counted by: columns, indexes, and a ledger of how many there are.

Counting the rows of an organisation takes longer the more it has. So triggers note each change of the number of cases
in a status, and a total is the sum of few notes. They only ever add rows: a counter that each writer updates would let
one writer that hangs in its transaction hold up all others of its organisation.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Both come with PostgreSQL and may be created by whoever owns the database.
EXTENSIONS = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
"""

# Canonical decomposition only: a compatible one would make a wildcard of LIKE out of a full-width percent sign, after
# the caller has escaped the others. The letters in `translate` have no decomposition. Recomposed at the end, so that
# the Hangul of a name keeps the length that an index takes.
FOLDED = r"""
CREATE FUNCTION folded(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT normalize(
        replace(replace(replace(replace(
            translate(
                lower(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g')),
                'øłđðħŧŋıς', 'olddhtniσ'),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        NFC)
$$;
COMMENT ON FUNCTION folded IS 'Lower case, without accents: how texts are searched and sorted.';
"""

COLUMNS = """
ALTER TABLE cases
    ADD COLUMN company_registration_number text
        GENERATED ALWAYS AS (record #>> '{opening,company,company_registration_number}') STORED,
    ADD COLUMN vat_number text GENERATED ALWAYS AS (record #>> '{opening,company,vat_number}') STORED,
    ADD COLUMN sort_name text COLLATE "C" GENERATED ALWAYS AS (left(folded(company_name), 200)) STORED,
    ADD COLUMN search_text text GENERATED ALWAYS AS (
        folded(company_name)
        || E'\\n' || coalesce(folded(record #>> '{opening,company,company_registration_number}'), '')
        || E'\\n' || coalesce(folded(record #>> '{opening,company,vat_number}'), '')
    ) STORED,
    ADD COLUMN search_ids text GENERATED ALWAYS AS (case_id || E'\\n' || workflow_id) STORED;
COMMENT ON COLUMN cases.search_text IS 'The name and the numbers of the company, as texts are searched, one a line.';
COMMENT ON COLUMN cases.search_ids IS 'Apart from the rest: `abc` is somewhere in every two-hundredth pair of ids.';
-- Snapshots move out of the row, also small ones: lists read many rows and no snapshot.
ALTER TABLE cases SET (toast_tuple_target = 1024);
"""

# An index is walked in both directions, so each order that has no nulls needs one. The included columns answer the
# filters without the rows.
INDEXES = """
DROP INDEX cases_newest;
CREATE INDEX cases_newest ON cases (organisation, created_at DESC, case_id)
    INCLUDE (status, country, template_id, latest_risk_score);
CREATE INDEX cases_by_update ON cases (organisation, updated_at DESC, case_id);
CREATE INDEX cases_by_name ON cases (organisation, sort_name, case_id);
CREATE INDEX cases_by_risk ON cases (organisation, latest_risk_score DESC NULLS LAST, case_id);
CREATE INDEX cases_by_low_risk ON cases (organisation, latest_risk_score, case_id DESC);
CREATE INDEX cases_by_text ON cases USING gin (organisation, search_text gin_trgm_ops, search_ids gin_trgm_ops);
"""

COUNTS = """
CREATE TABLE case_counts (
    entry        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation text NOT NULL,
    status       text NOT NULL,
    cases        bigint NOT NULL
);
COMMENT ON TABLE case_counts IS
    'How many cases an organisation has in a status is the sum of its entries. Triggers on cases write them.';
CREATE INDEX case_counts_of_organisation ON case_counts (organisation);

CREATE FUNCTION count_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO case_counts (organisation, status, cases)
        SELECT organisation, status, count(*) FROM added GROUP BY organisation, status;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO case_counts (organisation, status, cases)
        SELECT organisation, status, -count(*) FROM removed GROUP BY organisation, status;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO case_counts (organisation, status, cases)
        SELECT organisation, status, sum(change)
        FROM (SELECT organisation, status, 1 AS change FROM added
              UNION ALL SELECT organisation, status, -1 FROM removed) AS changes
        GROUP BY organisation, status HAVING sum(change) <> 0;
    ELSE
        DELETE FROM case_counts;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_added AFTER INSERT ON cases
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_cases();
CREATE TRIGGER cases_removed AFTER DELETE ON cases
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_cases();
CREATE TRIGGER cases_moved AFTER UPDATE ON cases
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_cases();
CREATE TRIGGER cases_emptied AFTER TRUNCATE ON cases FOR EACH STATEMENT EXECUTE FUNCTION count_cases();

CREATE FUNCTION fold_case_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Entries that another transaction is folding are left to it: nobody waits for anybody.
    WITH crowded AS (
        DELETE FROM case_counts WHERE entry IN (
            SELECT entry FROM case_counts WHERE organisation IN (SELECT organisation FROM noted)
            FOR UPDATE SKIP LOCKED
        ) RETURNING organisation, status, cases
    )
    INSERT INTO case_counts (organisation, status, cases)
    SELECT organisation, status, sum(cases) FROM crowded GROUP BY organisation, status HAVING sum(cases) <> 0;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION fold_case_counts IS 'Replaces all entries of an organisation by one for each status.';
-- Now and then by chance: to look first how many entries there are would cost every writer. In a stricter isolation an
-- entry that somebody else has just folded would be an error.
CREATE TRIGGER case_counts_fold AFTER INSERT ON case_counts
    REFERENCING NEW TABLE AS noted FOR EACH STATEMENT
    WHEN (pg_trigger_depth() < 2 AND random() < 0.03
          AND current_setting('transaction_isolation') = 'read committed')
    EXECUTE FUNCTION fold_case_counts();

INSERT INTO case_counts (organisation, status, cases)
SELECT organisation, status, count(*) FROM cases GROUP BY organisation, status;
"""


def upgrade() -> None:
    for part in (EXTENSIONS, FOLDED, COLUMNS, INDEXES, COUNTS):
        op.execute(part)

"""The texts of pages in a real Postgres, and evidence, which is there only if its page says what it quotes."""

import secrets
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from psycopg import AsyncConnection
from psycopg.errors import CheckViolation, IntegrityConstraintViolation, RaiseException, RestrictViolation
from psycopg.rows import DictRow

from activities.documents.canonical import canonical
from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from runtime.case_removal import CaseRemovals
from runtime.page_rows import OtherPagesError, PageRows, insert_candidates
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.extraction import Candidate, PageText
from tests.case_remains import rows_of
from tests.indexed_cases import index_case
from tests.recorded_cases import selected

TEXT = "Société 🏦 Wetstraat 16\n1000 Brussel"
WRONG = """
INSERT INTO candidate_evidence VALUES (%s, 'cand', 'ev', 'iban', 'x', 'x', 'doc', 0, {start}, {end}, {quote}, 'ocr', 1)
"""


@pytest.fixture(scope="module")
async def pool(settings: Settings) -> AsyncIterator[Pool]:
    pool = create_pool(settings)
    await pool.open()
    yield pool
    await pool.close()


@pytest.fixture
def rows(pool: Pool) -> PageRows:
    return PageRows(pool)


@pytest.fixture
async def case_id(postgres_dsn: str) -> str:
    return await index_case(postgres_dsn, f"org_{secrets.token_hex(6)}")


def page_of(text: str, page_index: int = 0) -> PageText:
    return PageText(page_index=page_index, text=text, method="born_digital_text", width=595, height=842)


def candidate_at(page: PageText, start: int, end: int) -> Candidate:
    (candidate,) = candidates_of("doc", [page], [Found("issuer", page.page_index, start, end, f"{start}-{end}")])
    return candidate


async def cite(connection: AsyncConnection[DictRow], case_id: str, *candidates: Candidate) -> None:
    await insert_candidates(connection, case_id, candidates)


async def test_pages_that_are_written_again_are_there_once(rows: PageRows, pool: Pool, case_id: str) -> None:
    pages = [page_of(TEXT), page_of("", page_index=1)]

    await rows.insert(case_id, "doc", pages[:1])
    await rows.insert(case_id, "doc", pages)

    written = await selected(pool, "SELECT text FROM document_pages WHERE case_id = %s ORDER BY page_index", case_id)
    assert [row["text"] for row in written] == [TEXT, ""]


async def test_a_page_never_becomes_another(rows: PageRows, pool: Pool, case_id: str) -> None:
    await rows.insert(case_id, "doc", [page_of(TEXT)])

    with pytest.raises(OtherPagesError, match="pages \\[0\\] of doc"):
        await rows.insert(case_id, "doc", [page_of("another text"), page_of("more", page_index=1)])
    with pytest.raises(RaiseException, match="append-only"):
        await selected(pool, "UPDATE document_pages SET text = 'another' WHERE case_id = %s", case_id)
    written = await selected(pool, "SELECT text FROM document_pages WHERE case_id = %s", case_id)
    assert written == [{"text": TEXT}]


async def test_evidence_is_written_once_with_what_it_cites(rows: PageRows, pool: Pool, case_id: str) -> None:
    page = page_of(TEXT)
    await rows.insert(case_id, "doc", [page])

    for _ in range(2):
        async with pool.connection() as connection:
            await cite(connection, case_id, candidate_at(page, 10, 19))

    written = await selected(pool, "SELECT quote, feature FROM candidate_evidence WHERE case_id = %s", case_id)
    assert written == [{"quote": "Wetstraat", "feature": "issuer"}]


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(10, 19, "Wetstraaf"), (11, 20, "Wetstraat"), (30, 40, "Brussel   "), (100, 101, "x"), (0, 6, "Societ")],
    ids=["another letter", "one further", "beyond the end", "outside", "without its accent"],
)
async def test_postgres_refuses_a_quote_that_its_page_does_not_say_there(
    rows: PageRows, pool: Pool, case_id: str, start: int, end: int, quote: str
) -> None:
    await rows.insert(case_id, "doc", [page_of(TEXT)])

    with pytest.raises(IntegrityConstraintViolation, match="page 0 of doc does not say this there"):
        await selected(pool, WRONG.format(start=start, end=end, quote=f"'{quote}'"), case_id)


async def test_postgres_refuses_a_quote_of_a_page_that_was_never_read(pool: Pool, case_id: str) -> None:
    with pytest.raises(IntegrityConstraintViolation, match="does not say this there"):
        await selected(pool, WRONG.format(start=0, end=1, quote="'S'"), case_id)


async def test_postgres_refuses_a_page_under_another_hash(pool: Pool, case_id: str) -> None:
    with pytest.raises(CheckViolation, match="document_pages_hash"):
        await selected(pool, "INSERT INTO document_pages VALUES (%s, 'doc', 0, 'text', 'ocr', 'of another')", case_id)


async def test_pages_may_come_before_their_case_and_go_with_it(rows: PageRows, pool: Pool, postgres_dsn: str) -> None:
    case_id, organisation = f"case_{secrets.token_hex(6)}", f"org_{secrets.token_hex(6)}"
    page = page_of(TEXT)
    await rows.insert(case_id, "doc", [page])
    await index_case(postgres_dsn, organisation, case_id=case_id)
    async with pool.connection() as connection:
        await cite(connection, case_id, candidate_at(page, 0, 7))

    await CaseRemovals(pool).begin(case_id, organisation, "key")

    assert await rows_of(postgres_dsn, case_id) == {"case_deletions": 1}
    with pytest.raises(RestrictViolation, match="the case was deleted"):
        await rows.insert(case_id, "doc", [page])


async def test_pages_that_were_being_written_meanwhile_are_purged(
    rows: PageRows, pool: Pool, postgres_dsn: str
) -> None:
    organisation = f"org_{secrets.token_hex(6)}"
    case_id = await index_case(postgres_dsn, organisation)
    removals = CaseRemovals(pool)
    async with pool.connection() as connection:
        await connection.execute(
            "INSERT INTO document_pages VALUES (%s, 'doc', 0, '', 'ocr', encode(sha256(''), 'hex'))", [case_id]
        )
        removal = await removals.begin(case_id, organisation, "key")
    assert removal is not None

    await removals.purged(removal)

    assert await rows_of(postgres_dsn, case_id) == {"case_deletions": 1}


@given(st.data())
@trying(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
async def test_for_any_text_postgres_counts_characters_as_we_do(pool: Pool, case_id: str, data: st.DataObject) -> None:
    """What a page says at a place is accepted; one character further only if the page says the same there too."""
    text = canonical(data.draw(st.text(min_size=1, max_size=40)))[0] or "?"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    page = page_of(text)
    candidate = candidate_at(page, start, end)
    (evidence,) = candidate.evidence
    moved = evidence.location.model_copy(update={"char_start": start + 1, "char_end": end + 1})
    elsewhere = candidate.model_copy(update={"evidence": (evidence.model_copy(update={"location": moved}),)})
    async with pool.connection() as connection:
        document_id = f"doc_{secrets.token_hex(6)}"
        await PageRows(pool).insert(case_id, document_id, [page])
        await cite(connection, case_id, in_document(candidate, document_id))
        try:
            await cite(connection, case_id, in_document(elsewhere, document_id, "cand_2"))
            accepted = True
        except IntegrityConstraintViolation:
            accepted = False
        await connection.rollback()

    assert accepted == (text[start + 1 : end + 1] == evidence.quote)


def in_document(candidate: Candidate, document_id: str, candidate_id: str = "cand_1") -> Candidate:
    evidence = tuple(item.model_copy(update={"doc_id": document_id}) for item in candidate.evidence)
    return candidate.model_copy(update={"evidence": evidence, "candidate_id": candidate_id})

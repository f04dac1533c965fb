"""The list of cases over a real Postgres: what each filter finds, what is counted, and in which order it comes."""

import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import JsonValue

from runtime.case_list import CaseIndex, _rows
from runtime.postgres import Pool, create_pool
from runtime.settings import Settings
from schemas.case_list import CaseFilter, CaseSort
from schemas.status import CaseStatus
from tests.example_cases import NOW
from tests.indexed_cases import execute, index_case, let_expire

S = CaseStatus
EVERYTHING = CaseFilter()
LATER = datetime(9999, 1, 1, tzinfo=UTC)
NUMBERED: JsonValue = {
    "opening": {"company": {"company_registration_number": "0403170701", "vat_number": "BE0403170701"}}
}


@pytest.fixture
async def index(settings: Settings) -> AsyncIterator[CaseIndex]:
    pool = create_pool(settings)
    await pool.open()
    yield CaseIndex(pool)
    await pool.close()


@pytest.fixture
def organisation() -> str:
    """One that has no cases yet."""
    return f"org_{secrets.token_hex(6)}"


async def found(index: CaseIndex, organisation: str, **wanted: object) -> set[str]:
    """The names of the companies whose cases are found."""
    page = await index.page(organisation, CaseFilter.model_validate(wanted))
    assert page.total == len(page.cases)
    return {case.company_name for case in page.cases}


def due_in(days: int) -> dict[str, object]:
    """The columns of a case that has a deadline."""
    return {"due_at": NOW + timedelta(days=days), "due_kind": "portal"}


# Pages.


async def test_pages_are_newest_first_and_together_the_whole_list(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    opened = [await index_case(postgres_dsn, organisation) for _ in range(5)]

    pages = [await index.page(organisation, EVERYTHING, limit=2, offset=offset) for offset in (0, 2, 4, 6)]

    assert [case.case_id for page in pages for case in page.cases] == opened[::-1]
    assert [len(page.cases) for page in pages] == [2, 2, 1, 0]
    assert {page.total for page in pages} == {5}


async def test_a_row_shows_what_an_officer_chooses_by(index: CaseIndex, postgres_dsn: str, organisation: str) -> None:
    case_id = await index_case(postgres_dsn, organisation, NUMBERED, latest_risk_score=0.42, current_iteration=2)

    (case,) = (await index.page(organisation, EVERYTHING)).cases

    assert (case.case_id, case.company_name, case.country) == (case_id, "Acme Trading BVBA", "BE")
    assert (case.company_registration_number, case.vat_number) == ("0403170701", "BE0403170701")
    assert (case.template_id, case.status) == ("psp_merchant_onboarding", S.REVIEW_PENDING)
    assert (case.latest_risk_score, case.current_iteration, case.version) == (0.42, 2, 7)


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({}, None),
        ({"latest_risk_score": 0.42, "risk_band": "HIGH"}, "HIGH"),
        ({"latest_risk_score": 0.42}, "MEDIUM"),
    ],
    ids=["not scored", "named", "scored before names were kept"],
)
async def test_a_row_names_its_risk_as_the_policy_did(
    index: CaseIndex, postgres_dsn: str, organisation: str, columns: dict[str, object], named: str | None
) -> None:
    await index_case(postgres_dsn, organisation, NUMBERED, **columns)

    (case,) = (await index.page(organisation, EVERYTHING)).cases

    assert case.risk_band == named


async def test_a_row_shows_what_is_pressing(index: CaseIndex, postgres_dsn: str, organisation: str) -> None:
    await index_case(postgres_dsn, organisation, None, risk_scores=[0.4, 0.6], status="FOLLOW_UP_REQUIRED", **due_in(4))

    (case,) = (await index.page(organisation, EVERYTHING)).cases

    assert (case.risk_scores, case.due_at, case.due_kind) == ((0.4, 0.6), NOW + timedelta(days=4), "portal")
    assert case.waits_for == "customer"


async def test_whoever_has_a_case_is_named_while_they_have_it(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    key_id = f"key_{organisation}"
    case_id = await index_case(postgres_dsn, organisation, assignee=key_id, assignment_expires_at=LATER)
    statement = "INSERT INTO api_keys (key_hash, key_id, name, role, organisation) VALUES (%s, %s, 'An', 'officer', %s)"
    await execute(postgres_dsn, statement, key_id, key_id, organisation)

    async def shown() -> tuple[str | None, str | None, datetime | None]:
        (case,) = (await index.page(organisation, EVERYTHING)).cases
        return case.assignee, case.assignee_name, case.assignment_expires_at

    assert await shown() == (key_id, "An", LATER)
    await let_expire(postgres_dsn, case_id)
    assert await shown() == (None, None, None)


async def test_other_organisations_are_neither_shown_nor_counted(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    await index_case(postgres_dsn, f"{organisation}_other", company_name="Theirs")
    ours = await index_case(postgres_dsn, organisation)

    for wanted in (EVERYTHING, CaseFilter(country=("BE",)), CaseFilter(q="s")):
        page = await index.page(organisation, wanted)
        assert page.total == sum(page.counts.values()) <= 1
        assert {case.case_id for case in page.cases} <= {ours}


# Filters.


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({"status": [S.APPROVED]}, {"Delta"}),
        ({"status": [S.APPROVED, S.ESCALATED]}, {"Delta", "Cobalt"}),
        ({"country": ["NL"]}, {"Cobalt", "Delta"}),
        ({"country": ["NL", "DE"]}, {"Bravo", "Cobalt", "Delta"}),
        ({"template": ["short"]}, {"Bravo", "Delta"}),
        ({"template": ["nothing_of_that_name"]}, set()),
        ({"risk_min": 0.5}, {"Bravo", "Cobalt"}),
        ({"risk_max": 0.5}, {"Alpha", "Bravo"}),
        ({"risk_min": 0.0, "risk_max": 0.0}, {"Alpha"}),
        ({"q": "l", "country": ["NL"], "status": [S.APPROVED], "template": ["short"]}, {"Delta"}),
        ({"q": "l", "country": ["NL"], "risk_min": 0.9}, {"Cobalt"}),
    ],
)
async def test_all_filters_that_are_given_hold(
    index: CaseIndex, postgres_dsn: str, organisation: str, wanted: dict[str, object], names: set[str]
) -> None:
    for name, status, country, template, risk in (
        ("Alpha", S.REVIEW_PENDING, "BE", "long", 0.0),
        ("Bravo", S.REVIEW_PENDING, "DE", "short", 0.5),
        ("Cobalt", S.ESCALATED, "NL", "long", 1.0),
        ("Delta", S.APPROVED, "NL", "short", None),
    ):
        await index_case(
            postgres_dsn,
            organisation,
            company_name=name,
            status=status.value,
            country=country,
            template_id=template,
            latest_risk_score=risk,
        )

    assert await found(index, organisation, **wanted) == names


@pytest.mark.parametrize(
    ("begin", "end", "names"),
    [
        ("2026-03-02", "2026-03-02", {"first moment", "last moment"}),
        ("2026-03-02T00:00:00Z", "2026-03-02T23:59:59.999999Z", {"first moment", "last moment"}),
        ("2026-03-02T01:00:00+01:00", "2026-03-02t23:59:59z", {"first moment"}),
        ("2026-03-03", None, {"next day"}),
        (None, "2026-03-01", {"day before"}),
        (None, "9999-12-31", {"day before", "first moment", "last moment", "next day"}),
        ("0001-01-01", "0001-01-01", set()),
    ],
)
async def test_both_ends_of_a_time_are_included_and_a_date_is_its_whole_day(
    index: CaseIndex, postgres_dsn: str, organisation: str, begin: str | None, end: str | None, names: set[str]
) -> None:
    day = datetime(2026, 3, 2, tzinfo=UTC)
    moment, whole_day = timedelta(microseconds=1), timedelta(days=1)
    for name, opened in (
        ("day before", day - moment),
        ("first moment", day),
        ("last moment", day + whole_day - moment),
        ("next day", day + whole_day),
    ):
        await index_case(postgres_dsn, organisation, company_name=name, created_at=opened)

    assert await found(index, organisation, created_from=begin, created_to=end) == names


@pytest.mark.parametrize(
    ("moment", "names"),
    [("2026-03-03", {"tomorrow"}), ("2026-03-04T09:00:00Z", {"tomorrow", "later"}), ("2026-03-02", set())],
)
async def test_what_falls_due_by_a_moment_is_found_and_what_never_does_is_not(
    index: CaseIndex, postgres_dsn: str, organisation: str, moment: str, names: set[str]
) -> None:
    await index_case(postgres_dsn, organisation, company_name="never")
    for name, days in (("tomorrow", 1), ("later", 2)):
        await index_case(postgres_dsn, organisation, None, company_name=name, **due_in(days))

    assert await found(index, organisation, due_to=moment) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("acme", {"ACME Trading", "Société Acmé"}),
        ("ÁCMÉ", {"ACME Trading", "Société Acmé"}),
        ("societe", {"Société Acmé"}),
        ("lodz", {"Łódź Oświetlenie"}),
        ("STRASSE", {"Straßenbau"}),
        ("straße", {"Straßenbau"}),
        ("0403170701", {"ACME Trading"}),
        ("be 0403.170.701", {"ACME Trading"}),
        ("be04", {"ACME Trading"}),
        ("trading acme", set()),
        ("%", {"100% Sure"}),
        ("0%", {"100% Sure"}),
        ("_", {"under_score"}),
        ("r_s", {"under_score"}),
        ("\\", {"back\\slash"}),
        ("k\\s", {"back\\slash"}),
        ("％", set()),
        ("'; DROP TABLE cases; --", set()),
        ("%(organisation)s", set()),
        ("case", set()),
        ("\u0301a", {"ACME Trading", "Société Acmé", "back\\slash", "Straßenbau"}),
    ],
)
async def test_a_text_is_looked_for_as_it_stands_but_for_capitals_and_accents(
    index: CaseIndex, postgres_dsn: str, organisation: str, text: str, names: set[str]
) -> None:
    await index_case(postgres_dsn, organisation, NUMBERED, company_name="ACME Trading")
    for name in ("Société Acmé", "Łódź Oświetlenie", "Straßenbau", "100% Sure", "under_score", "back\\slash"):
        await index_case(postgres_dsn, organisation, company_name=name)

    assert await found(index, organisation, q=text) == names


async def test_a_case_is_found_by_either_of_its_ids_whole_or_in_part(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    wanted, other = [await index_case(postgres_dsn, organisation) for _ in range(2)]
    (row,) = [case for case in (await index.page(organisation, EVERYTHING)).cases if case.case_id == wanted]

    for text in (wanted, wanted.upper(), wanted[:12], wanted[5:], row.workflow_id, row.workflow_id[5:]):
        page = await index.page(organisation, CaseFilter(q=text))
        assert [case.case_id for case in page.cases] == [wanted] != [other]


# Numbers.


async def test_every_status_is_counted_whichever_is_shown(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    for status in (S.APPROVED, S.APPROVED, S.REJECTED):
        await index_case(postgres_dsn, organisation, status=status.value)

    page = await index.page(organisation, CaseFilter(status=(S.APPROVED, S.ESCALATED, S.APPROVED)))

    assert page.total == len(page.cases) == 2
    assert page.counts == {**dict.fromkeys(S, 0), S.APPROVED: 2, S.REJECTED: 1}


async def test_the_other_filters_are_heeded_by_the_counts(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    for status, country in ((S.APPROVED, "BE"), (S.APPROVED, "NL"), (S.REJECTED, "NL"), (S.REJECTED, "NL")):
        await index_case(postgres_dsn, organisation, status=status.value, country=country)

    page = await index.page(organisation, CaseFilter(status=(S.REJECTED,), country=("NL",)), limit=1)

    assert (len(page.cases), page.total) == (1, 2)
    assert page.counts == {**dict.fromkeys(S, 0), S.APPROVED: 1, S.REJECTED: 2}


async def test_a_page_past_the_end_still_says_how_many_there_are(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    await index_case(postgres_dsn, organisation)

    for wanted in (EVERYTHING, CaseFilter(q="acme")):
        page = await index.page(organisation, wanted, offset=199_999_800)
        assert (page.cases, page.total) == ([], 1)


# Orders.


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("created_at", ["zebra", "Ähre", "Birke", "ahorn"]),
        ("-created_at", ["ahorn", "Birke", "Ähre", "zebra"]),
        ("updated_at", ["Birke", "ahorn", "Ähre", "zebra"]),
        ("-updated_at", ["zebra", "Ähre", "ahorn", "Birke"]),
        ("company_name", ["ahorn", "Ähre", "Birke", "zebra"]),
        ("-company_name", ["zebra", "Birke", "Ähre", "ahorn"]),
        ("latest_risk_score", ["ahorn", "zebra", "Birke", "Ähre"]),
        ("-latest_risk_score", ["zebra", "ahorn", "Ähre", "Birke"]),
        ("due_at", ["Birke", "ahorn", "zebra", "Ähre"]),
        ("-due_at", ["ahorn", "Birke", "Ähre", "zebra"]),
        ("status", ["Birke", "zebra", "ahorn", "Ähre"]),
        ("-status", ["Ähre", "ahorn", "zebra", "Birke"]),
    ],
)
async def test_each_order_has_its_direction_and_those_without_a_score_or_deadline_at_the_end(
    index: CaseIndex, postgres_dsn: str, organisation: str, sort: CaseSort, names: list[str]
) -> None:
    for name, case_id, risk, due, changed, status in (
        ("zebra", "case_000000000001", 0.9, None, 9, S.APPROVED),
        ("Ähre", "case_000000000002", None, None, 8, S.REVIEW_PENDING),
        ("Birke", "case_000000000003", None, 3, 1, S.APPROVED),
        ("ahorn", "case_000000000004", 0.1, 5, 2, S.REJECTED),
    ):
        await index_case(
            postgres_dsn,
            organisation,
            None,
            case_id=f"{case_id}{organisation}",
            company_name=name,
            latest_risk_score=risk,
            **(due_in(due) if due else {}),
            updated_at=NOW + timedelta(days=changed),
            status=status.value,
        )

    page = await index.page(organisation, EVERYTHING, sort)

    assert [case.company_name for case in page.cases] == names


@pytest.mark.parametrize(
    "sort", ["created_at", "-updated_at", "company_name", "-latest_risk_score", "-due_at", "status"]
)
async def test_equal_cases_keep_their_order_from_page_to_page(
    index: CaseIndex, postgres_dsn: str, organisation: str, sort: CaseSort
) -> None:
    cases = {await index_case(postgres_dsn, organisation, created_at=NOW, updated_at=NOW) for _ in range(6)}

    shown = [
        case.case_id
        for offset in range(6)
        for case in (await index.page(organisation, EVERYTHING, sort, limit=1, offset=offset)).cases
    ]

    assert set(shown) == cases


async def test_names_of_any_length_and_script_can_be_listed(
    index: CaseIndex, postgres_dsn: str, organisation: str
) -> None:
    names = {"각" * 5000, "ﷺ" * 5000, "株式会社", "Ελληνική Εταιρεία", "x" * 5000, "​"}
    for name in names:
        await index_case(postgres_dsn, organisation, company_name=name)

    page = await index.page(organisation, EVERYTHING, "company_name")

    assert {case.company_name for case in page.cases} == names
    assert await found(index, organisation, q="ΕΛΛΗΝΙΚΗ ΕΤΑΙΡΕΙΑ") == {"Ελληνική Εταιρεία"}


# Plans.


async def plan(pool: Pool, statement: str, **values: object) -> str:
    """How Postgres reads the statement if it may not read the whole table."""
    async with pool.connection() as connection:
        await connection.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        rows = await (await connection.execute(f"EXPLAIN {statement}".encode(), values)).fetchall()
    return "\n".join(str(row["QUERY PLAN"]) for row in rows)


@pytest.mark.parametrize(("sort", "index_used"), [("due_at", "cases_by_due"), ("-due_at", "cases_by_last_due")])
async def test_a_page_by_deadline_is_chosen_along_an_index_alone(
    pool: Pool, organisation: str, sort: CaseSort, index_used: str
) -> None:
    page = _rows("", EVERYTHING, sort).partition("JOIN (")[2].partition(") AS chosen")[0]

    said = await plan(pool, page, organisation=organisation, limit=50, offset=50_000)

    assert f"Index Only Scan using {index_used} on cases" in said
    assert "Sort" not in said

"""What the list of cases costs an officer whose organisation has many of them.

Each size is an organisation of its own with a key of its own; its cases are rows made directly in Postgres, as a list
asks no workflow. Their snapshots are small, which a list does not notice: it reads none. The sizes take turns. Every
page has 50 cases, the filtered total and a count for each status, and one visibility call for the live statuses.
"""

import secrets
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from psycopg import AsyncConnection

from bench.figures import Latency, Row
from bench.subject import Subject
from bench.turns import turns
from domain.identity import token_hash

NAME = "list_growth"
ABOUT = "a page of 50 of the list of cases, by how many cases the organisation has"

SIZES = (100, 10_000, 100_000)
PER_PAGE = 50
WARM_UP = 5

_KEY = """
INSERT INTO api_keys (key_hash, key_id, name, role, organisation)
VALUES (%(key_hash)s, %(organisation)s, 'Measures lists', 'officer', %(organisation)s)
"""
_CASES = """
INSERT INTO cases (case_id, workflow_id, organisation, company_name, country, template_id, status, current_iteration,
                   latest_risk_score, version, portal_token_hash, portal_expires_at, record, created_at, updated_at,
                   due_at, due_kind)
SELECT 'case_' || left(hash, 12), 'wf_' || right(hash, 12), %(organisation)s,
    (ARRAY['Acme', 'Zonnewind', 'Nordlicht', 'Alpenquell', 'Ventomare'])[1 + number %% 5] || ' ' || number,
    (ARRAY['BE', 'NL', 'DE', 'FR'])[1 + number %% 4], 'psp_merchant_onboarding',
    (ARRAY['AWAITING_DOCUMENTS', 'REVIEW_PENDING', 'FOLLOW_UP_REQUIRED', 'APPROVED', 'REJECTED'])[1 + number %% 5],
    1, CASE WHEN number %% 5 > 0 THEN number * 7919 %% 1000 / 1000.0 END, 7, hash, now(),
    jsonb_build_object('opening', jsonb_build_object('company', jsonb_build_object('vat_number', number::text))),
    now() - make_interval(mins => number), now() - make_interval(mins => number * 7919 %% 100000),
    CASE WHEN number %% 5 < 3 THEN now() + make_interval(mins => number * 7919 %% 100000) END,
    CASE WHEN number %% 5 < 3 THEN 'portal' END
FROM (SELECT number, md5(%(organisation)s || number) AS hash FROM generate_series(1, %(size)s) AS number) AS numbered
"""
_FORGET = (
    "DELETE FROM cases WHERE organisation = ANY(%s)",
    "DELETE FROM case_counts WHERE organisation = ANY(%s)",
    "DELETE FROM api_keys WHERE organisation = ANY(%s)",
)


async def measure(subject: Subject) -> Row:
    views: dict[str, list[Mapping[str, str | int]]] = {
        "first page": [{} for _ in SIZES],
        "last page": [{"page": size // PER_PAGE} for size in SIZES],
        "most pressing first": [{"sort": "due_at"} for _ in SIZES],
        "searched for a name": [{"q": "zonnewind"} for _ in SIZES],
    }
    async with _organisations(subject.addresses.postgres_dsn) as keys:
        measured = {view: await _take_turns(subject, keys, asked) for view, asked in views.items()}
    table: list[tuple[str, ...]] = [("view", "cases", "n", "p50 ms", "p95 ms", "ratio to the fewest")]
    for view, sizes in measured.items():
        for size, latency in sizes.items():
            table.append((view, f"{size:,}", *latency.cells(), f"{latency.p50 / sizes[SIZES[0]].p50:.2f}"))
    return Row(
        NAME,
        ABOUT,
        table,
        {
            view.replace(" ", "_"): {
                **{str(size): latency.figures() for size, latency in sizes.items()},
                "ratio_of_medians": round(sizes[SIZES[-1]].p50 / sizes[SIZES[0]].p50, 3),
            }
            for view, sizes in measured.items()
        },
    )


@asynccontextmanager
async def _organisations(dsn: str) -> AsyncIterator[list[str]]:
    """An organisation of each size while the block lasts; yields a key of each."""
    names, keys = [f"bench_{secrets.token_hex(6)}" for _ in SIZES], [f"cw_{secrets.token_urlsafe(24)}" for _ in SIZES]
    async with await AsyncConnection.connect(dsn, autocommit=True) as connection:
        try:
            for name, key, size in zip(names, keys, SIZES, strict=True):
                await connection.execute(_KEY, {"key_hash": token_hash(key), "organisation": name})
                await connection.execute(_CASES, {"organisation": name, "size": size})
            await connection.execute("VACUUM (ANALYZE) cases")  # as PostgreSQL does by itself, a minute later
            yield keys
        finally:
            for statement in _FORGET:
                await connection.execute(statement, [names])


async def _take_turns(subject: Subject, keys: list[str], asked: list[Mapping[str, str | int]]) -> dict[int, Latency]:
    seconds: list[list[float]] = [[] for _ in SIZES]
    for number, side in enumerate(turns(len(SIZES), WARM_UP + subject.samples)):
        started = time.perf_counter()
        await _page(subject, keys[side], asked[side])
        if number >= WARM_UP * len(SIZES):
            seconds[side].append(time.perf_counter() - started)
    return {size: Latency.of(samples) for size, samples in zip(SIZES, seconds, strict=True)}


async def _page(subject: Subject, key: str, asked: Mapping[str, str | int]) -> None:
    headers = {"Authorization": f"Bearer {key}"}
    async with subject.http.get("/api/cases", params={"per_page": PER_PAGE, **asked}, headers=headers) as response:
        answer = await response.json()
        if response.status != 200 or not answer["cases"] or answer["status_source"] != "temporal":
            raise RuntimeError(f"GET /api/cases was answered {response.status}: {str(answer)[:500]}")

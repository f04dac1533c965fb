"""The list of cases: one page of the index in Postgres, and how many cases there are in each status.

A page is chosen from an index alone, also a late one; only its own rows are read, and no snapshot ever is. Without a
filter the numbers come from the ledger `case_counts`, which triggers keep, because counting an organisation's rows
takes the longer the more it has. With one, the rows that match are counted.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from psycopg.rows import DictRow

from domain.risk import band
from domain.waiting import waits_for
from runtime.postgres import Pool
from schemas.case_list import CaseFilter, CaseSort, CaseSummary
from schemas.status import CaseStatus

HELD = "(assignee IS NOT NULL AND (assignment_expires_at IS NULL OR assignment_expires_at > now()))"
"""SQL over a row of `cases`: somebody has the case. An assignment that has expired counts as none."""

_WORKED_OUT: Mapping[str, str] = {
    "assignee": f"CASE WHEN {HELD} THEN assignee END",
    "assignee_name": f"(SELECT name FROM api_keys WHERE key_id = assignee AND {HELD})",
    "assignment_expires_at": f"CASE WHEN {HELD} THEN assignment_expires_at END",
    "waits_for": "NULL",
}
"""What is no column of `cases`. Names are looked up for the rows of a page alone; `summary_of` says who acts next."""

SUMMARY_COLUMNS = ", ".join(
    f"{_WORKED_OUT[name]} AS {name}" if name in _WORKED_OUT else name for name in CaseSummary.model_fields
)
NOBODY = "none"

# The second of a pair is the first from its end, but for cases without a score or a deadline: so one index serves both.
_ORDERS: Mapping[CaseSort, str] = {
    "-created_at": "created_at DESC, case_id",
    "created_at": "created_at, case_id DESC",
    "-updated_at": "updated_at DESC, case_id",
    "updated_at": "updated_at, case_id DESC",
    "company_name": "sort_name, case_id",
    "-company_name": "sort_name DESC, case_id DESC",
    "-latest_risk_score": "latest_risk_score DESC NULLS LAST, case_id",
    "latest_risk_score": "latest_risk_score NULLS LAST, case_id DESC",
    "due_at": "due_at NULLS LAST, case_id",
    "-due_at": "due_at DESC NULLS LAST, case_id DESC",
    "status": "status, created_at DESC, case_id",
    "-status": "status DESC, created_at, case_id DESC",
}
_CONDITIONS: Mapping[str, str] = {
    "country": "country = ANY(%(country)s)",
    "template": "template_id = ANY(%(template)s)",
    "risk_min": "latest_risk_score >= %(risk_min)s",
    "risk_max": "latest_risk_score <= %(risk_max)s",
    "created_from": "created_at >= %(created_from)s",
    "created_to": "created_at <= %(created_to)s",
    "due_to": "due_at <= %(due_to)s",
}
_ID = re.compile(r"(case|wf)_[0-9a-f]*|[0-9a-f]{6,12}", re.IGNORECASE)
"""What may be an id or part of one. Shorter parts are in too many of them by chance."""

_LEDGER = "SELECT status, sum(cases)::bigint AS cases FROM case_counts WHERE organisation = %(organisation)s GROUP BY 1"


class CasePage(NamedTuple):
    """One page of a list. `counts` has every status, and heeds all filters but the one by status."""

    cases: list[CaseSummary]
    total: int
    counts: dict[CaseStatus, int]


class CaseIndex:
    """Reads the list of cases. Errors are psycopg's; `OperationalError` means that Postgres is away."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def page(
        self, organisation: str, wanted: CaseFilter, sort: CaseSort = "-created_at", limit: int = 50, offset: int = 0
    ) -> CasePage:
        """One page of an organisation's cases, and how many match in all; both statements in one round trip."""
        others, values = _others(wanted)
        values |= {"organisation": organisation, "status": list(wanted.status), "limit": limit, "offset": offset}
        async with self._pool.connection() as connection, connection.pipeline():
            # Never as prepared statements: which index is best depends on the values.
            counted = await connection.execute(_counts(others), values, prepare=False)
            listed = await connection.execute(_rows(others, wanted, sort), values, prepare=False)
            found = {row["status"]: row["cases"] for row in await counted.fetchall()}
            cases = [summary_of(row) for row in await listed.fetchall()]
        counts = {status: found.get(status, 0) for status in CaseStatus}
        return CasePage(cases, sum(counts[status] for status in set(wanted.status) or CaseStatus), counts)


def summary_of(row: DictRow) -> CaseSummary:
    """The summary that a row of SUMMARY_COLUMNS makes. Of a score without a word, the word is that of the standard
    bands: it was written by software that knew no others."""
    score, named = row["latest_risk_score"], row["risk_band"]
    worked_out = {
        "waits_for": waits_for(CaseStatus(row["status"])),
        "risk_band": band(score) if named is None and score is not None else named,
    }
    return CaseSummary.model_validate({**row, **worked_out})


def _others(wanted: CaseFilter) -> tuple[str, dict[str, object]]:
    """All filters but that by status, as SQL and the values that it names."""
    given = {name: value for name in _CONDITIONS if (value := getattr(wanted, name)) not in (None, ())}
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
    conditions = [_CONDITIONS[name] for name in values]
    if wanted.assignee is not None:
        values |= {"assignee": wanted.assignee}
        conditions.append(f"NOT {HELD}" if wanted.assignee == NOBODY else f"assignee = %(assignee)s AND {HELD}")
    if wanted.q is not None:
        searched = _searched(wanted.q)
        values |= {name: pattern for name, (_, pattern) in searched.items()}
        places = " OR ".join(f"{column} LIKE folded(%({name})s)" for name, (column, _) in searched.items())
        conditions.append(f"({places})")
    return "".join(f" AND {condition}" for condition in conditions), values


def _searched(text: str) -> dict[str, tuple[str, str]]:
    """What is looked for in which column: the text, and what else it may be, a number with spaces or part of an id."""
    number = re.sub(r"[\s./-]", "", text)
    searched = {"text": ("search_text", text)}
    if number != text and any(sign.isdigit() for sign in number):
        searched["number"] = ("search_text", number)
    if _ID.fullmatch(text):
        searched["id"] = ("search_ids", text)
    return {name: (column, f"%{_literal(sought)}%") for name, (column, sought) in searched.items()}


def _literal(text: str) -> str:
    """The text as a pattern of LIKE that stands for itself."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def _counts(others: str) -> str:
    if not others:
        return _LEDGER
    return f"SELECT status, count(*) AS cases FROM cases WHERE organisation = %(organisation)s{others} GROUP BY status"


def _rows(others: str, wanted: CaseFilter, sort: CaseSort) -> str:
    chosen = others + (" AND status = ANY(%(status)s)" if wanted.status else "")
    order = _ORDERS[sort]
    return f"""
        SELECT {SUMMARY_COLUMNS} FROM cases JOIN (
            SELECT case_id FROM cases WHERE organisation = %(organisation)s{chosen}
            ORDER BY {order} LIMIT %(limit)s OFFSET %(offset)s
        ) AS chosen USING (case_id)
        ORDER BY {order}
    """

"""The imported open data: what the register said of its active entities on one day. No network, and no officers.

The evidence is the company's rows as JSON, unaltered, with the extract they are from and the descriptions of the codes
in them; the same rows always make the same bytes, and the facts are read from those bytes alone.
"""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import structlog

from activities.sources.answers import RETRY_SECONDS, Reading, Received, Reply, unavailable
from activities.sources.kbo.extract import day
from activities.sources.kbo.open_data_facts import CompanyRows, facts_of_rows
from activities.sources.kbo.open_data_tables import CODE, ENTITY_TABLES, FILE_NAME, META
from activities.sources.kbo.vocabulary import dotted

log = structlog.stdlib.get_logger()

ADDRESS = "https://kbopub.economie.fgov.be/kbo-open-data"
TOO_OLD_AFTER = timedelta(days=45)
"""A company that an older extract lacks may have been founded since: that is not known, rather than not found."""
_CODES = (
    ("JuridicalForm", "enterprise", "JuridicalForm"),
    ("JuridicalForm", "enterprise", "JuridicalFormCAC"),
    ("JuridicalSituation", "enterprise", "JuridicalSituation"),
    ("Status", "enterprise", "Status"),
    ("TypeOfEnterprise", "enterprise", "TypeOfEnterprise"),
    ("ActivityGroup", "activity", "ActivityGroup"),
    ("Classification", "activity", "Classification"),
    ("Nace2025", "activity", "NaceCode"),
)
"""The code tables that facts are told in: category, and the table and column that name a code of it."""
Rows = dict[str, list[dict[str, str]]]


class OpenData:
    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME

    async def ask(self, number: str) -> Reply:
        """What the extract says of a number (ten digits)."""
        today = datetime.now(UTC).date()
        return await asyncio.to_thread(read_open_data, self._file, number, today)


def read_open_data(file: Path, number: str, today: date) -> Reply:
    """Reads the imported file; one that is missing or damaged says nothing about the number."""
    if not file.exists():
        return Reply(unavailable("open_data_missing", RETRY_SECONDS), (Received(ADDRESS),))
    try:
        evidence = canonical(rows_of(file, dotted(number)))
        return read_rows_of_company(evidence, today)
    except (sqlite3.Error, ValueError) as error:
        log.error("the open data of the KBO cannot be read", file=str(file), error=str(error)[:500])
        return Reply(unavailable("open_data_unreadable", RETRY_SECONDS), (Received(ADDRESS),))


def read_rows_of_company(evidence: bytes, today: date) -> Reply:
    """What the rows say, with themselves as the proof. Raises ValueError if they are not what was imported."""
    company = CompanyRows.model_validate_json(evidence)
    snapshot = day(company.variable("SnapshotDate"))
    address = f"{ADDRESS}#extract={company.variable('ExtractNumber')}&snapshot={snapshot.isoformat()}"
    received = (Received(address, evidence, "application/json"),)
    if company.enterprise:
        return Reply(Reading("found", facts=facts_of_rows(company)), received)
    if today - snapshot > TOO_OLD_AFTER:
        return Reply(unavailable("extract_too_old"), received)
    return Reply(Reading("not_found", "not_among_active"), received)


def canonical(rows: Rows) -> bytes:
    """The rows as JSON, the same bytes for the same rows."""
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def rows_of(file: Path, number: str) -> Rows:
    """All rows about one enterprise (a dotted number), by table, in an order of their own. Raises sqlite3.Error."""
    # Never written in place, so it needs no lock; an import that replaces it leaves this one to its readers.
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        database.row_factory = sqlite3.Row
        rows: Rows = {META: _select(database, f"SELECT * FROM {META} ORDER BY Variable")}
        for table in ENTITY_TABLES:
            order = ", ".join(table.columns)
            query = f"SELECT * FROM {table.name} WHERE {table.enterprise_key} = ? ORDER BY {order}"
            rows[table.name] = _select(database, query, number)
        cited = {(category, row[column]) for category, table_name, column in _CODES for row in rows[table_name]}
        query = f"SELECT * FROM {CODE.name} WHERE Category = ? AND Code = ?"
        rows[CODE.name] = [row for code in sorted(cited) for row in _select(database, query, *code)]
        return rows


def _select(database: sqlite3.Connection, query: str, *values: str) -> list[dict[str, str]]:
    return [dict(row) for row in database.execute(query, values)]

"""The tables of the imported open data, in SQLite: the extract's own columns and values, unaltered.

Of the extract's 47 million rows those are kept that a look-up can need: of enterprises, not of their establishments
(which are only counted), in Dutch where a code is described, and in today's NACEBEL where an activity is.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from activities.sources.kbo.extract import CsvRow, ExtractError, ExtractFiles
from activities.sources.kbo.page_reading import NACE_VERSION

_CHANGES = ("delete", "insert")
FILE_NAME = "kbo-open-data.sqlite"
META = "meta"


def _of_an_enterprise(row: CsvRow) -> bool:
    return len(row[0]) == len("0200.065.765") and row[0][0] in "01"


@dataclass(frozen=True)
class Table:
    """One CSV file and the table of the same name."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...] = ("EntityNumber",)
    """The columns by which a look-up finds rows or an update deletes them; the last is the enterprise's."""
    kept: Callable[[CsvRow], bool] = _of_an_enterprise

    @property
    def enterprise_key(self) -> str:
        return self.keys[-1]


CODE = Table(
    "code", ("Category", "Code", "Language", "Description"), ("Category", "Code"), kept=lambda row: row[2] == "NL"
)
ENTITY_TABLES: tuple[Table, ...] = (
    Table(
        "enterprise",
        (
            "EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise",
            "JuridicalForm", "JuridicalFormCAC", "StartDate",
        ),
        keys=("EnterpriseNumber",),
    ),
    Table(
        "establishment",
        ("EstablishmentNumber", "StartDate", "EnterpriseNumber"),
        keys=("EstablishmentNumber", "EnterpriseNumber"),
        kept=lambda row: True,
    ),
    Table("denomination", ("EntityNumber", "Language", "TypeOfDenomination", "Denomination")),
    Table(
        "address",
        (
            "EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode", "MunicipalityNL", "MunicipalityFR",
            "StreetNL", "StreetFR", "HouseNumber", "Box", "ExtraAddressInfo", "DateStrikingOff",
        ),
    ),
    Table("contact", ("EntityNumber", "EntityContact", "ContactType", "Value")),
    Table(
        "activity",
        ("EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"),
        kept=lambda row: row[2] == NACE_VERSION and _of_an_enterprise(row),
    ),
)  # fmt: skip
"""`branch.csv` is left out: the numbers in it are no official ones and lead nowhere else."""


def fill(database: sqlite3.Connection, files: ExtractFiles) -> None:
    """Makes all tables from a full extract. Raises ExtractError."""
    for table in (CODE, *ENTITY_TABLES):
        database.execute(f"CREATE TABLE {table.name} ({', '.join(f'{name} TEXT NOT NULL' for name in table.columns)})")
        _insert(database, table, files.rows(table.name, table.columns))
        for key in table.keys:
            # Made last: an index that grows with its table costs most of an import's time.
            database.execute(f"CREATE INDEX {table.name}_by_{key} ON {table.name} ({key})")
    _keep_meta(database, files)


def update(database: sqlite3.Connection, files: ExtractFiles) -> None:
    """Applies an update: in each table first the deletions, then the insertions. Raises ExtractError.

    A table without its two files has not changed; the codes come whole each time.
    """
    changed = [table for table in ENTITY_TABLES if any(files.has(f"{table.name}_{kind}") for kind in _CHANGES)]
    if not changed:
        raise ExtractError("The update has no file of deletions or insertions. Download it again.")
    for table in changed:
        _delete(database, table, files)
        _insert(database, table, files.rows(f"{table.name}_insert", table.columns))
    if files.has(CODE.name):
        database.execute(f"DELETE FROM {CODE.name}")
        _insert(database, CODE, files.rows(CODE.name, CODE.columns))
    _keep_meta(database, files)


def _insert(database: sqlite3.Connection, table: Table, rows: Iterator[CsvRow]) -> None:
    places = ", ".join("?" * len(table.columns))
    database.executemany(f"INSERT INTO {table.name} VALUES ({places})", (row for row in rows if table.kept(row)))


def _delete(database: sqlite3.Connection, table: Table, files: ExtractFiles) -> None:
    name = f"{table.name}_delete"
    key = next((column for column in files.header(name) if column in table.keys), table.keys[0])
    database.executemany(f"DELETE FROM {table.name} WHERE {key} = ?", files.rows(name, (key,)))


def _keep_meta(database: sqlite3.Connection, files: ExtractFiles) -> None:
    database.execute(f"CREATE TABLE IF NOT EXISTS {META} (Variable TEXT NOT NULL, Value TEXT NOT NULL)")
    database.execute(f"DELETE FROM {META}")
    database.executemany(f"INSERT INTO {META} VALUES (?, ?)", files.rows("meta", ("Variable", "Value")))

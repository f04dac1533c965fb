"""The files of an open-data extract: a zip of CSV files, either full or an update of the extract before it.

Contract: the register's "Cookbook KBO Open data" (R018). UTF-8, comma, double quotes, dates `dd-mm-yyyy`; only active
entities. An update has, for each table, the entities whose rows are to be deleted and then the rows to be inserted.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Literal

ExtractType = Literal["full", "update"]
CsvRow = tuple[str, ...]


class ExtractError(Exception):
    """The extract cannot be imported; the message says why and what to do."""


@dataclass(frozen=True)
class Extract:
    """What `meta.csv` says."""

    number: int
    """Counts up by one; the full extract and the update that were made together have the same."""
    kind: ExtractType
    snapshot: date
    """The day whose end the data shows."""


class ExtractFiles:
    """An open extract. Every reading raises ExtractError for what cannot be read."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {Path(name).name.lower(): name for name in archive.namelist()}
        self.extract = self._read_meta()

    def has(self, name: str) -> bool:
        return f"{name}.csv" in self._members

    def header(self, name: str) -> list[str]:
        with self._reading(name) as rows:
            return next(rows, [])

    def rows(self, name: str, columns: Sequence[str]) -> Iterator[CsvRow]:
        """The rows of a file, each with these columns in this order; other columns are passed over."""
        with self._reading(name) as rows:
            header = next(rows, [])
            if missing := [column for column in columns if column not in header]:
                raise ExtractError(f"{name}.csv has no column {', '.join(missing)}; it has {', '.join(header)}.")
            chosen = _chooser([header.index(column) for column in columns])
            for number, row in enumerate(rows, start=1):
                if len(row) != len(header):
                    raise ExtractError(f"{name}.csv has {len(row)} instead of {len(header)} values in row {number}.")
                yield chosen(row)

    def _read_meta(self) -> Extract:
        meta = {row[0]: row[1] for row in self.rows("meta", ("Variable", "Value"))}
        try:
            number, kind, snapshot = int(meta["ExtractNumber"]), meta["ExtractType"], day(meta["SnapshotDate"])
        except (KeyError, ValueError) as error:
            raise ExtractError(f"meta.csv does not say which extract this is: {error}.") from error
        match kind:
            case "full" | "update":
                return Extract(number, kind, snapshot)
        raise ExtractError(f"meta.csv names the unknown ExtractType {kind!r}.")

    @contextmanager
    def _reading(self, name: str) -> Iterator[Iterator[list[str]]]:
        if not self.has(name):
            raise ExtractError(f"The extract has no {name}.csv.")
        try:
            with self._archive.open(self._members[f"{name}.csv"]) as member:
                yield csv.reader(io.TextIOWrapper(member, encoding="utf-8-sig", newline=""))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ExtractError(f"{name}.csv is damaged: {error}. Download the extract again.") from error
        except (csv.Error, UnicodeDecodeError) as error:
            raise ExtractError(f"{name}.csv cannot be read: {error}.") from error


@contextmanager
def open_extract(path: Path) -> Iterator[ExtractFiles]:
    """Opens a zip that was downloaded; raises ExtractError if it is none, or does not say what it is."""
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise ExtractError(f"{path} is not a readable zip file: {error}. Download the extract again.") from error
    with archive:
        yield ExtractFiles(archive)


def day(text: str) -> date:
    """A day as an extract writes it, `31-05-2026`; raises ValueError."""
    day_of_month, month, year = text.split("-")
    return date(int(year), int(month), int(day_of_month))


def _chooser(indices: list[int]) -> Callable[[list[str]], CsvRow]:
    if len(indices) > 1:
        return itemgetter(*indices)
    return lambda row: (row[indices[0]],)

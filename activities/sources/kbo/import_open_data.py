"""Imports an extract of the KBO open data: `python -m activities.sources.kbo.import_open_data ZIP FOLDER`.

The folder is the one that `CASEWRIGHT_KBO_OPEN_DATA` names. Look-ups may go on meanwhile: the new file is made beside
the old one and takes its place in one step, so that whoever reads sees the whole of one extract.
"""

import argparse
import fcntl
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from activities.sources.kbo.extract import Extract, ExtractError, ExtractFiles, open_extract
from activities.sources.kbo.open_data_tables import FILE_NAME, META, fill, update


def import_extract(path: Path, folder: Path) -> Extract:
    """Imports a full extract, or an update of the extract that is there. Raises ExtractError, and
    OSError or sqlite3.Error when the folder cannot be written; in each case what was there stays."""
    folder.mkdir(parents=True, exist_ok=True)
    with _only_one_import(folder), open_extract(path) as files:
        current, fresh = folder / FILE_NAME, folder / f"{FILE_NAME}.new"
        fresh.unlink(missing_ok=True)  # an import that was killed left it
        try:
            if files.extract.kind == "update":
                _require_predecessor(current, files.extract)
                shutil.copyfile(current, fresh)
            _write(fresh, files)
            fresh.replace(current)
        finally:
            fresh.unlink(missing_ok=True)
        _flush(folder)
        return files.extract


def _write(fresh: Path, files: ExtractFiles) -> None:
    with closing(sqlite3.connect(fresh, isolation_level=None)) as database:
        # Nobody reads this file before it is whole, and a half-made one is thrown away.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("BEGIN")
        if files.extract.kind == "full":
            fill(database, files)
        else:
            update(database, files)
        database.execute("COMMIT")
    _flush(fresh)


def _require_predecessor(current: Path, extract: Extract) -> None:
    """An update says what changed since the extract before it, and is wrong upon any other."""
    if not current.exists():
        raise ExtractError("There is nothing to update in this folder. Import a full extract first.")
    number = imported_number(current)
    if extract.number <= number:
        raise ExtractError(f"Extract {extract.number} is in already: the folder has extract {number}.")
    if extract.number > number + 1:
        raise ExtractError(
            f"The folder has extract {number}, and this updates extract {extract.number - 1}. "
            "Import the updates between them first, or a full extract."
        )


def imported_number(current: Path) -> int:
    """The number of the extract that was imported last. Raises ExtractError or sqlite3.Error if it cannot be told."""
    with closing(sqlite3.connect(f"file:{current}?mode=ro", uri=True)) as database:
        row = database.execute(f"SELECT Value FROM {META} WHERE Variable = 'ExtractNumber'").fetchone()
    if row is None:
        raise ExtractError(f"{current} does not say which extract it is. Import a full extract.")
    return int(row[0])


@contextmanager
def _only_one_import(folder: Path) -> Iterator[None]:
    with (folder / f"{FILE_NAME}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ExtractError("Another import into this folder is running.") from error
        yield


def _flush(path: Path) -> None:
    """Brings a file, or the names in a folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m activities.sources.kbo.import_open_data",
        description="Imports an extract of the KBO open data, full or update.",
    )
    parser.add_argument("zip", type=Path, help="the extract as it was downloaded")
    parser.add_argument("folder", type=Path, help="the folder that CASEWRIGHT_KBO_OPEN_DATA names")
    arguments = parser.parse_args()
    try:
        extract = import_extract(arguments.zip, arguments.folder)
    except (ExtractError, OSError, sqlite3.Error) as error:
        print(f"Nothing was imported. {error}", file=sys.stderr)
        return 1
    print(f"Imported extract {extract.number} ({extract.kind}), which shows {extract.snapshot.isoformat()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

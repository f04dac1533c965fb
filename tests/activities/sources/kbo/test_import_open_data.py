"""Importing the open data: all of an extract or nothing of it, and nobody who reads notices."""

import fcntl
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from activities.sources.kbo import import_open_data
from activities.sources.kbo.extract import ExtractError, ExtractFiles
from activities.sources.kbo.import_open_data import import_extract
from activities.sources.kbo.open_data import rows_of
from activities.sources.kbo.open_data_tables import FILE_NAME, fill
from tests.activities.sources.kbo.extracts import DENOMINATION, ZONNEWIND, Files, an_update, full, meta, zipped

REPOSITORY = Path(import_open_data.__file__).parents[3]
Import = Callable[[Files], Path]


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    """Imports the files into one folder, and returns the file that look-ups read."""

    def imported(files: Files) -> Path:
        import_extract(zipped(tmp_path / "extract.zip", files), tmp_path / "kbo")
        return tmp_path / "kbo" / FILE_NAME

    return imported


def number_of(file: Path) -> str:
    return next(row["Value"] for row in rows_of(file, ZONNEWIND)["meta"] if row["Variable"] == "ExtractNumber")


def names_of(file: Path) -> list[str]:
    return [row["Denomination"] for row in rows_of(file, ZONNEWIND)["denomination"]]


def test_a_full_extract_keeps_what_a_look_up_can_need(imported: Import) -> None:
    file = imported(full())
    with closing(sqlite3.connect(file)) as database:
        languages = database.execute("SELECT DISTINCT Language FROM code").fetchall()
        versions = database.execute("SELECT DISTINCT NaceVersion FROM activity").fetchall()
        units = database.execute("SELECT count(*) FROM denomination WHERE EntityNumber LIKE '2.%'").fetchone()
    assert (languages, versions, units) == ([("NL",)], [("2025",)], (0,))


def test_nothing_but_the_file_and_its_lock_is_left(imported: Import) -> None:
    folder = imported(full()).parent
    assert {path.name for path in folder.iterdir()} == {FILE_NAME, f"{FILE_NAME}.lock"}


def test_columns_may_stand_in_another_order_and_have_company(imported: Import) -> None:
    files = full()
    files["denomination"] = [("New", *reversed(DENOMINATION)), ("x", "Zonnewind", "001", "2", ZONNEWIND)]
    assert names_of(imported(files)) == ["Zonnewind"]


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    import_extract(zipped(tmp_path / "marked.zip", full(), encoding="utf-8-sig"), tmp_path)
    assert number_of(tmp_path / FILE_NAME) == "141"


def test_files_in_a_folder_of_the_zip_are_found(tmp_path: Path) -> None:
    files = {f"KboOpenData/{name}": rows for name, rows in full().items()}
    import_extract(zipped(tmp_path / "nested.zip", files), tmp_path)
    assert number_of(tmp_path / FILE_NAME) == "141"


def test_full_extracts_follow_each_other_as_they_come(imported: Import) -> None:
    imported(full(number=150))
    assert number_of(imported(full(number=141))) == "141"


def test_updates_follow_each_other_one_by_one(imported: Import) -> None:
    imported(full(number=141))
    imported(an_update(number=142))
    renamed = an_update(number=143)
    renamed["denomination_insert"] = [DENOMINATION, (ZONNEWIND, "2", "001", "Zonnewind Opnieuw")]
    file = imported(renamed)
    assert (number_of(file), names_of(file)) == ("143", ["Zonnewind Opnieuw"])


def test_deletions_come_before_insertions(imported: Import) -> None:
    imported(full())
    files = an_update()
    turned: Files = {name: files[name] for name in reversed(files)}
    assert names_of(imported(turned)) == ["Zonnewind Transport"]


def test_a_table_that_an_update_does_not_have_has_not_changed(imported: Import) -> None:
    imported(full())
    files = an_update()
    file = imported({name: files[name] for name in ("meta", "code", "address_delete", "address_insert")})
    assert len(names_of(file)) == 3
    assert rows_of(file, ZONNEWIND)["address"][0]["StreetNL"] == "Damweg"


def without(files: Files, name: str) -> Files:
    return {other: rows for other, rows in files.items() if other != name}


def changed(files: Files, name: str, *rows: tuple[str, ...]) -> Files:
    return {**files, name: list(rows)}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (without(full(142), "enterprise"), "no enterprise.csv"),
        (without(full(142), "code"), "no code.csv"),
        (without(full(142), "meta"), "no meta.csv"),
        (changed(full(142), "contact", ("EntityNumber", "Contact")), "contact.csv has no column EntityContact"),
        (changed(full(142), "address"), "address.csv has no column EntityNumber"),
        (changed(full(142), "denomination", DENOMINATION, (ZONNEWIND, "2")), "denomination.csv has 2 instead of 4"),
        (changed(full(142), "meta", ("Variable", "Value")), "does not say which extract"),
        (changed(full(142), "meta", *map(tuple, meta(142, "partial", "20-10-2026"))), "unknown ExtractType 'partial'"),
        (changed(full(142), "meta", *map(tuple, meta(142, "full", "2026-10-20T"))), "does not say which extract"),
        (without(an_update(142), "address_insert"), "no address_insert.csv"),
        (without(an_update(142), "address_delete"), "no address_delete.csv"),
        (changed(an_update(142), "address_delete", ("Id",), (ZONNEWIND,)), "address_delete.csv has no column"),
        ({name: an_update(142)[name] for name in ("meta", "code")}, "no file of deletions or insertions"),
        (an_update(141), "Extract 141 is in already"),
        (an_update(143), "The folder has extract 141, and this updates extract 142"),
    ],
)
def test_an_extract_that_is_not_whole_or_not_next_changes_nothing(
    imported: Import, tmp_path: Path, files: Files, message: str
) -> None:
    before = imported(full(141)).read_bytes()
    with pytest.raises(ExtractError, match=message):
        imported(files)
    assert (tmp_path / "kbo" / FILE_NAME).read_bytes() == before
    assert not (tmp_path / "kbo" / f"{FILE_NAME}.new").exists()


def test_an_update_needs_something_to_update(imported: Import) -> None:
    with pytest.raises(ExtractError, match="Import a full extract first"):
        imported(an_update())


def broken_zips(whole: bytes) -> dict[str, bytes]:
    middle = len(whole) // 3
    return {
        "nothing": b"",
        "a page instead of a file": b"<html>login</html>",
        "half of it": whole[: len(whole) // 2],
        "a damaged middle": whole[:middle] + bytes(200) + whole[middle + 200 :],
    }


@pytest.mark.parametrize("damage", broken_zips(b""))
def test_a_broken_zip_changes_nothing(imported: Import, tmp_path: Path, damage: str) -> None:
    file = imported(full(141))
    before = file.read_bytes()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(broken_zips(zipped(tmp_path / "whole.zip", full(142)).read_bytes())[damage])
    with pytest.raises(ExtractError, match=r"Download (it|the extract) again|cannot be read"):
        import_extract(broken, file.parent)
    assert file.read_bytes() == before


def test_a_zip_in_another_encoding_changes_nothing(imported: Import, tmp_path: Path) -> None:
    file = imported(full(141))
    before = file.read_bytes()
    with pytest.raises(ExtractError, match=r"address\.csv cannot be read"):
        import_extract(zipped(tmp_path / "latin.zip", full(142), encoding="iso-8859-1"), file.parent)
    assert file.read_bytes() == before


def test_a_zip_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match="is not a readable zip file"):
        import_extract(tmp_path / "nowhere.zip", tmp_path / "kbo")


def test_an_update_of_a_damaged_file_asks_for_a_full_extract(imported: Import, tmp_path: Path) -> None:
    file = imported(full(141))
    with closing(sqlite3.connect(file)) as database:
        database.execute("DELETE FROM meta")
        database.commit()
    with pytest.raises(ExtractError, match="Import a full extract"):
        imported(an_update())


def test_what_a_killed_import_left_is_no_hindrance(imported: Import, tmp_path: Path) -> None:
    (tmp_path / "kbo").mkdir()
    (tmp_path / "kbo" / f"{FILE_NAME}.new").write_bytes(b"half of a database")
    assert number_of(imported(full())) == "141"


def test_two_imports_at_once_are_one_too_many(imported: Import) -> None:
    file = imported(full(141))
    with file.with_name(f"{FILE_NAME}.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(ExtractError, match="Another import"):
            imported(full(142))
    assert number_of(imported(full(142))) == "142"


def test_who_reads_meanwhile_sees_the_whole_of_one_extract(imported: Import) -> None:
    """Readers run beside twenty updates; each reading is of one extract, name and number together."""
    file = imported(full(141))
    expected = {"141": 'Zonnewind "Logistiek", Gent'} | {str(number): f"Name {number}" for number in range(142, 162)}
    seen: set[str] = set()
    wrong: list[tuple[str, str]] = []
    done = threading.Event()

    def read() -> None:
        while not (seen and done.is_set()):
            rows = rows_of(file, ZONNEWIND)
            number = next(row["Value"] for row in rows["meta"] if row["Variable"] == "ExtractNumber")
            name = next(row["Denomination"] for row in rows["denomination"] if row["Language"] == "2")
            seen.add(number)
            if expected[number] != name:
                wrong.append((number, name))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(142, 162):
            files = an_update(number)
            files["denomination_insert"] = [DENOMINATION, (ZONNEWIND, "2", "001", f"Name {number}")]
            imported(files)
    finally:
        done.set()
        reader.join()
    assert wrong == []
    assert seen


def test_a_reader_that_opened_the_old_file_reads_on(imported: Import) -> None:
    file = imported(full(141))
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
        query = "SELECT Value FROM meta WHERE Variable = 'ExtractNumber'"
        assert opened.execute(query).fetchone() == ("141",)
        imported(full(142))
        assert opened.execute(query).fetchone() == ("141",)
    assert number_of(file) == "142"


def test_an_import_that_fails_midway_leaves_no_half_made_file(
    imported: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = imported(full(141))

    def fill_and_fail(database: sqlite3.Connection, files: ExtractFiles) -> None:
        fill(database, files)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(import_open_data, "fill", fill_and_fail)
    with pytest.raises(sqlite3.OperationalError):
        imported(full(142))
    assert number_of(file) == "141"
    assert not file.with_name(f"{FILE_NAME}.new").exists()


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "activities.sources.kbo.import_open_data", *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_imported(tmp_path: Path) -> None:
    done = run(zipped(tmp_path / "full.zip", full()), tmp_path / "kbo")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Imported extract 141 (full), which shows 2026-10-20.\n"


def test_the_command_says_why_it_imported_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    done = run(tmp_path / "empty.zip", tmp_path / "kbo")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Nothing was imported. The extract has no meta.csv.\n"

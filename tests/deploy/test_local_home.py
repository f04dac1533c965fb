"""What a stack keeps between its runs, and for whom."""

import json
import stat
from pathlib import Path

import pytest

from deploy.local.credentials import KEY_NAMES, kept_credentials
from deploy.local.errors import HomeInUse, StackError
from deploy.local.home import Home, write_private
from deploy.local.logs import ROTATE_AT_BYTES, last_lines, open_log


def permissions(path: Path) -> int:
    """The permission bits of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_the_home_is_made_for_its_owner_only(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.held():
        assert permissions(home.folder) == 0o700


def test_a_second_stack_on_the_same_home_is_refused(tmp_path: Path) -> None:
    with (
        Home(tmp_path).held(),
        pytest.raises(HomeInUse, match=r"another stack \(process \d+\).*CASEWRIGHT_HOME"),
        Home(tmp_path).held(),
    ):
        pass


def test_a_second_stack_on_another_home_is_not_refused(tmp_path: Path) -> None:
    with Home(tmp_path / "one").held(), Home(tmp_path / "other").held():
        pass


def test_a_home_can_be_taken_again_once_left(tmp_path: Path) -> None:
    for _ in range(2):
        with Home(tmp_path).held():
            pass


def test_a_private_file_is_for_its_owner_even_where_an_open_one_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert permissions(path) == 0o600


def test_secrets_are_made_once_and_kept_private(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = kept_credentials(home)
    assert kept_credentials(home) == first
    assert permissions(home.secrets) == 0o600


def test_every_role_has_a_key_that_says_what_it_is(tmp_path: Path) -> None:
    keys = kept_credentials(Home(tmp_path)).keys
    assert tuple(keys) == KEY_NAMES
    assert keys["officer"].startswith("cw_officer_")
    assert keys["integration"].startswith("sk_test_")
    assert len(set(keys.values())) == len(KEY_NAMES)


def test_a_secret_that_a_newer_version_needs_is_added_to_those_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    kept = kept_credentials(home).model_dump()
    del kept["secret"], kept["keys"]["auditor"]
    write_private(home.secrets, json.dumps(kept))
    again = kept_credentials(home).model_dump()
    assert again["secret"] and again["keys"]["auditor"]
    assert again["postgres_password"] == kept["postgres_password"]
    assert again["keys"]["officer"] == kept["keys"]["officer"]


def test_lost_secrets_are_not_replaced_beside_the_data_they_open(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.postgres.mkdir()
    with pytest.raises(StackError, match=r"secrets\.json is missing"):
        kept_credentials(home)


@pytest.mark.parametrize("content", ["{", "[1]", '{"keys": 3}'])
def test_damaged_secrets_are_refused_by_name(tmp_path: Path, content: str) -> None:
    home = Home(tmp_path)
    home.secrets.write_text(content, encoding="utf-8")
    with pytest.raises(StackError, match=r"secrets\.json"):
        kept_credentials(home)


def test_a_log_is_appended_to_and_its_last_words_are_those_of_this_run(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "gateway.log"
    with open_log(path) as log:
        log.write(b"first run\n")
    with open_log(path) as log:
        begin = log.tell()
        log.write(b"second run\n")
    assert path.read_bytes() == b"first run\nsecond run\n"
    assert last_lines(path, begin) == ["second run"]


def test_a_log_that_has_grown_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "gateway.log"
    path.write_bytes(b"x" * (ROTATE_AT_BYTES + 1))
    with open_log(path):
        pass
    assert path.stat().st_size == 0
    assert path.with_name("gateway.log.1").stat().st_size == ROTATE_AT_BYTES + 1

"""The order of the files names those that there are."""

from tests.longest_first import HERE, LONGEST


def test_every_file_that_is_to_come_first_is_there() -> None:
    assert [name for name in LONGEST if not (HERE / name).is_file()] == []

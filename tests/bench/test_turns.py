"""Sides that are compared are measured alternately."""

import pytest

from bench.turns import turns


def test_of_two_sides_who_begins_takes_turns() -> None:
    assert list(turns(2, 4)) == [0, 1, 1, 0, 0, 1, 1, 0]


def test_each_of_three_sides_begins_once_in_three_rounds() -> None:
    assert list(turns(3, 3)) == [0, 1, 2, 1, 2, 0, 2, 0, 1]


@pytest.mark.parametrize("rounds", [0, 1, 2, 7])
def test_each_side_has_one_turn_a_round(rounds: int) -> None:
    order = list(turns(3, rounds))
    assert [order.count(side) for side in range(3)] == [rounds] * 3

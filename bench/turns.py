"""Whose turn it is. Sides are measured alternately, so that whatever else the machine does meets all of them."""

from collections.abc import Iterator


def turns(sides: int, rounds: int) -> Iterator[int]:
    """The sides by their numbers. Each has one turn a round, and who begins takes turns too: 0 1, 1 0, 0 1, …"""
    for number in range(rounds):
        for place in range(sides):
            yield (number + place) % sides

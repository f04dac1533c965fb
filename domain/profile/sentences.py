"""How sources and names stand in a sentence."""

from collections.abc import Sequence

from domain.profile.trust import OFFICER_INPUT


def said_by(source: str) -> str:
    """A source as a sentence names it."""
    return "the officer" if source == OFFICER_INPUT else source


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)

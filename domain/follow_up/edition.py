"""Which edition of the rules and words for follow-up tasks this is."""

from functools import cache

from domain.editions import edition_of


@cache
def edition() -> str:
    """Another one as soon as anything of this package is: a table, a wording, a rule."""
    return edition_of("domain.follow_up")

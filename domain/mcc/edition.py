"""Which edition of the tables and rules for merchant categories this is."""

from functools import cache

from domain.editions import edition_of


@cache
def edition() -> str:
    """Another one as soon as anything of this package is: a table, a description, a weight."""
    return edition_of("domain.mcc")

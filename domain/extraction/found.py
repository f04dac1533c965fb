"""A value at a place, as the rooms of this package find it; `domain.extraction.extract` makes candidates of them."""

from typing import NamedTuple

from schemas.extraction import FeatureName


class Found(NamedTuple):
    """The value `value_normalized` of a feature stands in `text[char_start:char_end]` of a page."""

    feature: FeatureName
    page_index: int
    char_start: int
    char_end: int
    value_normalized: str
    details: tuple[tuple[str, str], ...] = ()
    """Sorted pairs: `("function", "Geschäftsführer")`, `("share_percent", "60")`."""
    problem: str | None = None
    """Why it is not valid; see `Candidate.problem`."""

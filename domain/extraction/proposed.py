"""What a language model proposed of a document: a proposal counts only if its quote stands there word for word."""

import re
from collections.abc import Iterable, Sequence

from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from schemas.extraction import MAX_QUOTE, FeatureName, PageText, Proposals
from schemas.frozen import Frozen

MOST_PROPOSALS = 60
_DATES: frozenset[FeatureName] = frozenset({"incorporation_date", "document_date", "expiry_date"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Proposal(Frozen):
    """One value, as a model answers it."""

    feature: FeatureName
    value: str
    quote: str


def proposals_of(doc_id: str, pages: Sequence[PageText], proposed: Iterable[Proposal]) -> Proposals:
    """The proposals as candidates, each cited at the first place where its quote stands; the others are counted."""
    given = list(proposed)[:MOST_PROPOSALS]
    found = [place for proposal in given if (place := _found(pages, proposal)) is not None]
    candidates = candidates_of(doc_id, pages, found)
    return Proposals(
        candidates=tuple(candidate.model_copy(update={"proposed_by": "model"}) for candidate in candidates),
        dropped=len(given) - len(found),
    )


def _found(pages: Sequence[PageText], proposal: Proposal) -> Found | None:
    value = " ".join("".join(filter(str.isprintable, proposal.value)).split())
    if not value or not proposal.quote.strip() or len(proposal.quote) > MAX_QUOTE:
        return None
    for page in pages:
        start = page.text.find(proposal.quote)
        if start >= 0:
            problem = "not_normalized" if proposal.feature in _DATES and not _ISO_DATE.fullmatch(value) else None
            end = start + len(proposal.quote)
            return Found(proposal.feature, page.page_index, start, end, value, problem=problem)
    return None

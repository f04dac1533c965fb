"""What a language model proposed of a document: a proposal counts only if its quote stands there word for word."""

import re
from collections.abc import Iterable, Sequence

from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from domain.extraction.normal_forms import DATES, problem_of
from domain.naming import folded
from schemas.extraction import MAX_QUOTE, FeatureName, PageText, Proposals
from schemas.frozen import Frozen

MOST_PROPOSALS = 60
LONGEST_VALUE = 255


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
    if not 0 < len(value) <= LONGEST_VALUE or not proposal.quote.strip() or len(proposal.quote) > MAX_QUOTE:
        return None
    for page in pages:
        start = page.text.find(proposal.quote)
        if start >= 0:
            problem = problem_of(proposal.feature, value) or _unsaid(proposal, value)
            end = start + len(proposal.quote)
            return Found(proposal.feature, page.page_index, start, end, value, problem=problem)
    return None


def _unsaid(proposal: Proposal, value: str) -> str | None:
    """Why a value does not follow from its quote: what is in it, letter by letter, is not in the quote."""
    quote = _letters(proposal.quote)
    if proposal.feature in DATES:
        year, _, day = value.split("-")
        numbers = {int(number) for number in re.findall(r"\d+", proposal.quote)}
        said = not numbers or (int(day) in numbers and {int(year), int(year) % 100} & numbers)
    else:
        said = _letters(value) in quote or re.sub("^[a-z]{2}", "", _letters(value)) in quote
    return None if said else "not_in_quote"


def _letters(text: str) -> str:
    return folded(text).replace(" ", "")

"""What an officer reads of a ground: both sides, where each stands, and the id to find it by."""

from collections.abc import Sequence

from domain.follow_up.one_line import one_line
from domain.profile.sentences import listed, said_by
from domain.profile.trust import OFFICER_INPUT
from schemas.investigation import Discrepancy, Finding, ProfileFact

_LONGEST_SOURCE = 120
_LONGEST_SAID = 400
_MOST_SIDES = 4
_HASH_DIGITS = 12


def cited_discrepancy(item: Discrepancy) -> str:
    """`Registered address: KBO/BCE states “…” (evidence 1a2b3c4d5e6f), deed.pdf, page 2 states “…” (…) [disc_…].`"""
    sides = [_side(side) for side in item.sides[:_MOST_SIDES]]
    if more := len(item.sides) - len(sides):
        sides.append(f"and {more} more")
    what = item.field.replace("_", " ").capitalize()
    return f"{what}: {'; '.join(sides)} (discrepancy {item.discrepancy_id}, {item.severity})."


def cited_finding(finding: Finding) -> str:
    """The finding's own words, with its source, its evidence and its id."""
    source = one_line(finding.source, _LONGEST_SOURCE)
    places = ", ".join(filter(None, (source, _evidence(finding.evidence_hash), f"finding {finding.finding_id}")))
    return f"{one_line(finding.description, _LONGEST_SAID)} ({places})"


def parted(item: Discrepancy) -> str:
    """Who says something else: `KBO/BCE and deed.pdf, page 2`."""
    sources = list(dict.fromkeys(one_line(said_by(side.source), _LONGEST_SOURCE) for side in item.sides))
    return listed(sources if len(sources) <= _MOST_SIDES else [*sources[: _MOST_SIDES - 1], "others"])


def told(causes: Sequence[str]) -> str:
    """Causes as one sentence."""
    words = "; ".join(causes)
    return f"{words[:1].upper()}{words[1:]}."


def _side(side: ProfileFact) -> str:
    said = f"“{one_line(side.value, _LONGEST_SAID)}”"
    if side.source == OFFICER_INPUT:
        return f"the officer entered {said}"
    evidence = _evidence(side.evidence_hash)
    return f"{one_line(side.source, _LONGEST_SOURCE)} states {said}{f' ({evidence})' if evidence else ''}"


def _evidence(evidence_hash: str | None) -> str:
    return f"evidence {evidence_hash.removeprefix('sha256:')[:_HASH_DIGITS]}" if evidence_hash else ""

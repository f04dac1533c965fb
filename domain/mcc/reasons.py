"""Why: what officers read beside a recommendation, and the words that speak for it, word for word."""

from collections.abc import Iterator, Mapping, Sequence

from domain.mcc.signs import Sign, signs
from domain.mcc.texts import ACTIVITY_CODE
from domain.mcc.weighing import Registered, Weighed, disagreement
from domain.storable import storable
from schemas.mcc import MccCitation

MAX_REASONS = 16
"""Those of the recommendation and of the risk come first."""
MAX_QUOTES = 3
"""Of one code."""
MAX_CITATIONS = 8
MAX_QUOTE = 200
"""Characters."""


def reasons(
    weighed: Weighed, of_risk: Sequence[str], ruled_out: Mapping[str, Sign], alternatives: int
) -> tuple[str, ...]:
    """For the recommendation, of the risk, of what contradicts it, against what is ruled out, for the alternatives."""
    shown = [candidate.code for candidate in weighed.candidates[: 1 + alternatives]]
    return (
        *(reason for code in shown[:1] for reason in _for(weighed, code)),
        *of_risk,
        *_of_disagreement(weighed),
        *(f"{sign.text.source}: “{sign.quote}” is denied → not {code}" for code, sign in ruled_out.items()),
        *(reason for code in shown[1:] for reason in _for(weighed, code)),
    )[:MAX_REASONS]


def citations(weighed: Weighed) -> tuple[MccCitation, ...]:
    """What speaks for the recommendation, as it is written where it comes from."""
    if weighed.best is None:
        return ()
    code = weighed.best.code
    cited = [
        MccCitation(
            source=ACTIVITY_CODE,
            quote=storable(each.activity.code),
            mcc_code=code,
            evidence_hash=each.activity.evidence_hash,
        )
        for each in weighed.registered
        if code in each.coded.mccs
    ]
    for text, start, end in ((said.text, *sign.span) for said in weighed.said for sign in signs(said, code)):
        quote = storable(text.readable[start : min(end, start + MAX_QUOTE)])
        cited.append(MccCitation(source=text.source, quote=quote, mcc_code=code, evidence_hash=text.evidence_hash))
    return tuple(dict.fromkeys(cited))[:MAX_CITATIONS]


def _for(weighed: Weighed, code: str) -> Iterator[str]:
    registered = next((each for each in weighed.registered if code in each.coded.mccs), None)
    if registered is not None:
        yield f"{registered.activity.source}: {_code(registered)} is “{registered.coded.title}” → {code}"
    told: set[str] = set()
    quotes = 0
    for sign in (sign for said in weighed.said for sign in signs(said, code)):
        words = set(sign.quote.casefold().replace("…", "").split())
        if quotes < MAX_QUOTES and not words <= told:
            told |= words
            quotes += 1
            because = f", {sign.because}," if sign.because else ""
            yield f"{sign.text.source}: “{sign.quote}”{because} → {code}"


def _code(registered: Registered) -> str:
    """The digits that were found in a table, not what else a stranger may have written."""
    digits = registered.coded.digits
    return f"NACE {digits[:2]}.{digits[2:]}" if digits[2:] else f"NACE {digits}"


def _of_disagreement(weighed: Weighed) -> Iterator[str]:
    found = disagreement(weighed)
    if found is not None:
        main, text, code = found
        yield (
            f"{main.activity.source}: {_code(main)}, “{main.coded.title}”, does not cover {code}, for which "
            f"{text.source} speaks most"
        )

"""Which merchant category a business belongs to, by rules: no network, no chance, the same answer for the same texts.

Every text is searched for the vocabulary's phrases and compared with the codes' descriptions. What is found adds up
per code, by how much the text counts; the lead of the best code over the next says how sure we may be.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from domain.mcc import codes, risk
from domain.mcc.confidence import confidence
from domain.mcc.signs import Sign, ruled_out, signs, together
from domain.mcc.texts import Text, texts_of
from schemas.mcc import MccAlternative, MccClassification, MccRequest

MAX_ALTERNATIVES = 4
MAX_REASONS = 16
"""Those of the recommendation and of the risk come first."""
MAX_QUOTES = 3
"""Of one code."""


class Candidate(NamedTuple):
    code: str
    score: float
    """The sum over the texts of how strongly each speaks for the code, times the text's weight."""
    signs: tuple[Sign, ...]
    strength: float
    """How strongly the text speaks that speaks for it most, in 0…1."""


def classify(request: MccRequest) -> MccClassification:
    """The recommendation, with its reasons; none when nothing speaks for any code."""
    texts = texts_of(request)
    excluded = ruled_out(texts)
    candidates = _candidates(texts, excluded)
    best = candidates[0] if candidates else None
    judged = risk.assess(best.code if best else None, texts)
    sure = _confidence(candidates)
    return MccClassification(
        primary_recommendation=codes.named(best.code) if best else None,
        alternatives=_alternatives(candidates, sure),
        confidence=sure,
        risk_tier=judged.tier,
        risk_flags=judged.flags,
        reasons=(
            *_reasons(candidates[:1]),
            *judged.reasons,
            *_denials(excluded),
            *_reasons(candidates[1 : 1 + MAX_ALTERNATIVES]),
        )[:MAX_REASONS],
        method="rules",
    )


def _candidates(texts: Sequence[Text], excluded: Mapping[str, Sign]) -> list[Candidate]:
    found: dict[str, list[Sign]] = defaultdict(list)
    scores: dict[str, float] = defaultdict(float)
    strengths: dict[str, float] = defaultdict(float)
    for text in texts:
        said: dict[str, list[Sign]] = defaultdict(list)
        for sign in signs(text):
            said[sign.code].append(sign)
        for code in said.keys() - excluded.keys():
            found[code].extend(said[code])
            strength = together(sign.strength for sign in said[code])
            scores[code] += text.weight * strength
            strengths[code] = max(strengths[code], strength)
    candidates = [Candidate(code, score, tuple(found[code]), strengths[code]) for code, score in scores.items()]
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.code))


def _confidence(candidates: Sequence[Candidate]) -> float:
    if not candidates:
        return 0.0
    best = candidates[0]
    runner_up = candidates[1].score if len(candidates) > 1 else 0.0
    return confidence(best.score, runner_up, best.strength, max(sign.text.trust for sign in best.signs))


def _alternatives(candidates: Sequence[Candidate], sure: float) -> tuple[MccAlternative, ...]:
    return tuple(
        MccAlternative(**codes.named(other.code).model_dump(), score=round(sure * other.score / candidates[0].score, 3))
        for other in candidates[1 : 1 + MAX_ALTERNATIVES]
    )


def _reasons(candidates: Sequence[Candidate]) -> Iterator[str]:
    for candidate in candidates:
        told: set[str] = set()
        for sign in candidate.signs:
            words = set(sign.quote.casefold().split(" … "))
            if not words <= told and len(told) < MAX_QUOTES:
                told |= words | {sign.quote.casefold()}
                yield f"{sign.text.source}: “{sign.quote}” → {candidate.code}"


def _denials(excluded: Mapping[str, Sign]) -> Iterator[str]:
    for code, sign in excluded.items():
        yield f"{sign.text.source}: “{sign.quote}” is denied → not {code}"

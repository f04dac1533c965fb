"""What a language model may make of the rules' merchant category: it ranks a shortlist, and each rank needs its words.

The model reads texts that strangers wrote, so its answer is held to laws that no text can talk it out of:

- it answers codes of the rules' shortlist only, and each with words that stand in the text they are said to be from;
- it changes the recommendation only where the rules were unsure and no register speaks for theirs, and only if the
  rules, reading those words alone, put the code first, and the words do not stand in a sentence about categories;
- the risk is never less than what the rules found, and no flag of theirs is taken away; a high-risk code that the rules
  held possible makes another choice medium;
- the confidence is the rules' own, which is measured, and at most a tenth more.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pydantic import Field

from domain.addressed_to_machines import without_instructions
from domain.mcc import codes, risk
from domain.mcc.texts import ACTIVITY_CODE, COMPANY_NAME, OFFICER_NOTES, WEBSITE_TEXT, texts_of
from schemas.frozen import Frozen
from schemas.mcc import MccAlternative, MccCitation, MccClassification, MccCode, MccRequest, RiskTier
from schemas.sources import FactName

SURE = 0.8
"""From this confidence on, the rules' recommendation stands whatever a model says."""
MORE_SURE = 0.1
LONGEST_TEXT = 6000
"""Characters of one text that a model is shown."""
LONGEST_QUOTE = 400
MOST_TEXTS = 20
MOST_RANKED = 5
_WEBSITE: tuple[FactName, ...] = ("website_title", WEBSITE_TEXT)
_TIERS: tuple[RiskTier, ...] = ("low", "medium", "high")

POSSIBLE = 0.15
"""The score from which a high-risk code of the shortlist is not forgotten over another choice."""

SpeaksFor = Callable[[str], str | None]
"""The code that the rules put first if they read nothing but these words."""
_OF_CATEGORIES = re.compile(
    r"\b(?:mcc|categor\w+|kategori\w+|classif\w+|klassifi\w+|rank\w*|shortlist|merchant code|instruct\w+|"
    r"answers? with|reviewer|assistant,|supersede\w*|assigned)\b|(?<![\d.,])[0-9]{4}(?![\d.,]?\d)",
    re.IGNORECASE,
)
"""What makes a sentence read like an order about the category, rather than a statement about the business."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")


class SourceText(Frozen):
    source: str
    text: str


class MccData(Frozen):
    """What a model is told of a case: nothing else."""

    shortlist: tuple[MccCode, ...]
    texts: tuple[SourceText, ...]


class Ranked(Frozen):
    mcc_code: str
    source: str
    quote: str


class Ranking(Frozen):
    """What a model answers: the codes that fit, the best first."""

    ranking: tuple[Ranked, ...] = Field(max_length=20)


class _Judged(NamedTuple):
    held: tuple[Ranked, ...]
    dropped: int


def mcc_data(request: MccRequest, by_rules: MccClassification) -> MccData | None:
    """What to ask; None if the rules have no shortlist, or no text is left to rank it by."""
    texts = tuple(_texts(request))
    if by_rules.primary_recommendation is None or not texts:
        return None
    # By code, so that the rules' order does not sway the model.
    shortlist = sorted((by_rules.primary_recommendation, *by_rules.alternatives), key=lambda item: item.mcc_code)
    return MccData(shortlist=tuple(codes.named(item.mcc_code) for item in shortlist), texts=texts)


def with_ranking(
    request: MccRequest, by_rules: MccClassification, data: MccData, ranking: Ranking, speaks_for: SpeaksFor
) -> MccClassification:
    """The classification that the ranking leads to, within the laws."""
    judged = _held(data, ranking)
    recommended = by_rules.primary_recommendation
    assert recommended is not None, "without a shortlist nobody is asked"
    best = _better(by_rules, recommended, data, judged.held, speaks_for)
    if best is None:
        return _as_the_rules_say(by_rules, recommended, judged)
    words = f"{best.source}: “{best.quote}” → {best.mcc_code} (language model)"
    texts = texts_of(request)
    assessed = risk.assess(best.mcc_code, texts)
    possible = tuple(_flags_of_possible(by_rules))
    evidence = next((text.evidence_hash for text in texts if text.source == best.source), None)
    return by_rules.model_copy(
        update={
            "primary_recommendation": codes.named(best.mcc_code),
            "alternatives": tuple(_alternatives(by_rules, recommended, judged.held, best)),
            "confidence": _confidence(by_rules, best),
            "risk_tier": max(by_rules.risk_tier, assessed.tier, "medium" if possible else "low", key=_TIERS.index),
            "risk_flags": tuple(dict.fromkeys((*by_rules.risk_flags, *assessed.flags, *possible))),
            "reasons": (words, *by_rules.reasons),
            "citations": (
                MccCitation(source=best.source, quote=best.quote, mcc_code=best.mcc_code, evidence_hash=evidence),
                *(item for item in by_rules.citations if item.mcc_code == best.mcc_code),
            ),
            "method": "llm",
            "notes": (*by_rules.notes, *_notes(judged.dropped)),
        }
    )


def _as_the_rules_say(by_rules: MccClassification, recommended: MccCode, judged: _Judged) -> MccClassification:
    """The rules' recommendation; a model that puts the same code first makes it a little surer."""
    first = judged.held[0] if judged.held else None
    agrees = first is not None and first.mcc_code == recommended.mcc_code
    notes = list(_notes(judged.dropped))
    if first is not None and not agrees:
        notes.append(f"a language model preferred {first.mcc_code}, which its quote does not carry far enough")
    return by_rules.model_copy(
        update={
            "confidence": _raised(by_rules.confidence) if agrees else by_rules.confidence,
            "method": "llm",
            "notes": (*by_rules.notes, *notes),
        }
    )


def _held(data: MccData, ranking: Ranking) -> _Judged:
    """The ranks whose code is on the list and whose quote stands where it is said to; each code once."""
    listed = {item.mcc_code for item in data.shortlist}
    texts = {item.source: _folded(item.text) for item in data.texts}
    held: dict[str, Ranked] = {}
    for rank in ranking.ranking:
        quote = _folded(rank.quote)
        stands = 0 < len(quote) <= LONGEST_QUOTE and quote in texts.get(rank.source, "")
        if stands and rank.mcc_code in listed:
            held.setdefault(rank.mcc_code, rank.model_copy(update={"quote": quote}))
    return _Judged(tuple(held.values())[:MOST_RANKED], len(ranking.ranking) - len(held))


def _better(
    by_rules: MccClassification,
    recommended: MccCode,
    data: MccData,
    held: Sequence[Ranked],
    speaks_for: SpeaksFor,
) -> Ranked | None:
    """The first rank, if it is another code than the rules' and may take its place."""
    if not held or held[0].mcc_code == recommended.mcc_code or by_rules.confidence >= SURE:
        return None
    registered = any(
        item.source == ACTIVITY_CODE and item.mcc_code == recommended.mcc_code for item in by_rules.citations
    )
    if registered or _reads_like_an_order(data, held[0]):
        return None
    return held[0] if held[0].mcc_code == speaks_for(held[0].quote) else None


def _reads_like_an_order(data: MccData, rank: Ranked) -> bool:
    """Whether every sentence in which the quote stands speaks of categories."""
    text = next(item.text for item in data.texts if item.source == rank.source)
    sentences = [_folded(sentence) for sentence in _SENTENCE_END.split(text)]
    around = [sentence for sentence in sentences if rank.quote in sentence or sentence in rank.quote] or [rank.quote]
    return all(_OF_CATEGORIES.search(sentence) for sentence in around if sentence)


def _flags_of_possible(by_rules: MccClassification) -> Iterator[str]:
    """Of the high-risk codes that the rules held possible, the first of each, which names the trade."""
    assert by_rules.primary_recommendation is not None, "without a shortlist nobody is asked"
    scores = {item.mcc_code: item.score for item in by_rules.alternatives}
    scores[by_rules.primary_recommendation.mcc_code] = by_rules.confidence
    yield from (
        risk.risk_of_code(code).flags[0] for code, score in scores.items() if score >= POSSIBLE and risk.is_high(code)
    )


def _alternatives(
    by_rules: MccClassification, recommended: MccCode, held: Sequence[Ranked], best: Ranked
) -> Iterator[MccAlternative]:
    """Everything else on the list, in the model's order and then in the rules', with the rules' scores."""
    scores = {
        recommended.mcc_code: by_rules.confidence,
        **{item.mcc_code: item.score for item in by_rules.alternatives},
    }
    for code in dict.fromkeys((*(rank.mcc_code for rank in held), *scores)):
        if code != best.mcc_code:
            yield MccAlternative(**codes.named(code).model_dump(), score=scores[code])


def _confidence(by_rules: MccClassification, best: Ranked) -> float:
    """That of the rules for the code that they put second or later, raised; never more than theirs for the first."""
    score = next((item.score for item in by_rules.alternatives if item.mcc_code == best.mcc_code), 0.0)
    return min(_raised(score), by_rules.confidence)


def _raised(confidence: float) -> float:
    return round(min(1.0, confidence + MORE_SURE), 3)


def _notes(dropped: int) -> Iterator[str]:
    if dropped:
        yield f"{dropped} of a language model's ranks were dropped: the code is not on the list, or the quote not there"


def _texts(request: MccRequest) -> Iterator[SourceText]:
    for source, text in list(_told(request))[:MOST_TEXTS]:
        # An officer is no stranger: what his notes say of the classification is meant.
        read = text if source == OFFICER_NOTES else without_instructions(text).text
        left = read[:LONGEST_TEXT].strip()
        if left:
            yield SourceText(source=source, text=left)


def _told(request: MccRequest) -> Iterator[tuple[str, str]]:
    if request.notes:
        yield OFFICER_NOTES, request.notes
    described = [f"{item.code} {item.description or ''}".strip() for item in request.activities]
    if described:
        yield ACTIVITY_CODE, "\n".join(described)
    if request.website is not None:
        for fact in _WEBSITE:
            if isinstance(value := request.website.fact(fact), str):
                yield fact, value
    yield COMPANY_NAME, request.company_name
    for question, answer in request.answers.items():
        if not isinstance(answer, bool):
            yield question, answer if isinstance(answer, str) else "\n".join(answer)


def _folded(text: str) -> str:
    return " ".join(text.split())

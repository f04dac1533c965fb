"""Which merchant category a business belongs to: no network, no chance, the same answer for the same texts.

Every text and every registered activity speaks for codes, each as strongly as `strengths` says, and `weighing` adds up
what they say. `confidence` says how often such a recommendation is right, `risk` what the code and the words mean for
risk. Likeness by meaning is handed in, because it takes more than tables; without it the rules do less well.
"""

from collections.abc import Iterable, Iterator

from domain.mcc import codes, risk
from domain.mcc.confidence import alternative_scores, confidence
from domain.mcc.reasons import citations, reasons
from domain.mcc.signs import Heard, Liken, heard, ruled_out
from domain.mcc.texts import OFFICER_NOTES, Text, texts_of
from domain.mcc.weighing import weighed
from schemas.mcc import MccAlternative, MccClassification, MccRequest

MAX_ALTERNATIVES = 4
"""With the recommendation, the five codes that an officer is shown."""
UNSURE = 0.4
"""The confidence below which officers are told in words that it is low."""
_ONLY_NEAREST = "Nothing speaks plainly for one category: these are only the nearest, with low confidence."

_NOTES_OF_NO_USE = "The officer's notes named nothing that could be used."


def classify(request: MccRequest, liken: Liken | None = None, notes: Iterable[str] = ()) -> MccClassification:
    """The recommendation, with its reasons; none when nothing speaks for any code. `notes` are the caller's own."""
    texts = texts_of(request)
    excluded = ruled_out(texts)
    said = [risk.without_likeness_to_risk(heard(text, liken)) for text in texts]
    all_said = weighed(said, request.activities, excluded.keys())
    judged = risk.assess(all_said.best.code if all_said.best else None, texts, all_said)
    sure = confidence(all_said)
    scores = alternative_scores(all_said, sure, MAX_ALTERNATIVES)
    return MccClassification(
        primary_recommendation=codes.named(all_said.best.code) if all_said.best else None,
        alternatives=tuple(
            MccAlternative(**codes.named(other.code).model_dump(), score=score)
            for other, score in zip(all_said.candidates[1:], scores, strict=False)
        ),
        confidence=sure,
        risk_tier=judged.tier,
        risk_flags=judged.flags,
        reasons=reasons(all_said, judged.reasons, excluded, MAX_ALTERNATIVES),
        citations=citations(all_said),
        notes=(
            *notes,
            *([_ONLY_NEAREST] if all_said.best and sure < UNSURE else []),
            *([_NOTES_OF_NO_USE] if not excluded and _are_of_no_use(said) else []),
            *_left_out(texts),
        ),
    )


def _are_of_no_use(said: Iterable[Heard]) -> bool:
    """Whether there are notes of an officer, and they speak for no code."""
    return any(each.text.source == OFFICER_NOTES and not each.strengths for each in said)


def _left_out(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        if text.left_out:
            orders = "One order" if text.left_out == 1 else f"{text.left_out} orders"
            yield f"{orders} to machines, not to readers, left out of {text.source}."

"""How sure a recommendation is: the probability that it is right, as measured in November 2026.

An official title or a class's code from a register is `OFFICIAL`: all 348 titles of the evaluation's texts were right
(87 classes, labelled by somebody else than who wrote the table), but a table and a labeller can err alike.

Anything else: a logistic curve over the lead of the best code over the next, in units of strength. Fitted in November
2026 to 560 texts that are no titles of NACE: the 240 sentences and 100 titles of the development set, and with 0.6 of
their weight the rest of the evaluation and the bench's own texts, which the vocabulary had seen. The development
set was compared without `own_words.toml`, which was written with its errors in view. Calibration error, ten bins, each
fifth (by code) with the curve of the others: 0.039 over all 560, 0.075 over the 240 sentences alone.

    lead, with meaning      < 0.01   < 0.03   < 0.06   < 0.1    < 0.15   above
    right of the 560        0.34     0.43     0.61     0.74     0.88     0.98
"""

import math
from itertools import accumulate
from typing import NamedTuple

from domain.mcc.strengths import row_strengths
from domain.mcc.weighing import Weighed, disagreement

OFFICIAL = 0.97
_DISPUTED = 0.7
"""What is left of it where the business's own words speak for another code; an estimate."""
_ALTERNATIVES_SHARE = 0.85
"""What the alternatives shown have of the doubt: of the items whose recommendation was wrong, as many had a right code
among them."""
_SHARPNESS = 4


class _Curve(NamedTuple):
    constant: float
    slope: float

    def at(self, lead: float) -> float:
        return 1 / (1 + math.exp(-(self.constant + self.slope * math.log(lead + 0.01))))


_WITH_MEANING = _Curve(5.1, 1.5)
_BY_LETTERS = _Curve(1.9, 0.9)


def confidence(weighed: Weighed) -> float:
    """In 0…1; 0 where nothing is recommended."""
    best = weighed.best
    if best is None:
        return 0.0
    if _is_official(weighed, best.code):
        return round(OFFICIAL * (_DISPUTED if disagreement(weighed) else 1.0), 3)
    runner_up = weighed.candidates[1].score if len(weighed.candidates) > 1 else 0.0
    curve = _WITH_MEANING if any(said.meanings for said in weighed.said) else _BY_LETTERS
    speaking = [said.text.trust for said in weighed.said if best.code in said.strengths]
    trust = 1.0 if weighed.registered else max(speaking, default=1.0)
    return round(curve.at((best.score - runner_up) / weighed.weight) * trust, 3)


def alternative_scores(weighed: Weighed, sure: float, alternatives: int) -> tuple[float, ...]:
    """What each alternative has of the doubt, by its score; none more than the recommendation or the one before it."""
    shown = weighed.candidates[1 : 1 + alternatives]
    worth = [(other.score / weighed.candidates[0].score) ** _SHARPNESS for other in shown]
    shares = [_ALTERNATIVES_SHARE * (1 - sure) * part / sum(worth) for part in worth]
    return tuple(round(share, 3) for share in accumulate((min(sure, share) for share in shares), min))


def _is_official(weighed: Weighed, code: str) -> bool:
    """Whether a register's class, or an official title, stands for this code first."""
    titles = (said.title[1] for said in weighed.said if said.title is not None)
    rows = [row_strengths(found.title.mccs) for found in titles if found.likeness == 1.0]
    rows += [each.strengths for each in weighed.registered[:1] if each.coded.precision == 1.0 and not each.reordered]
    return any(code in row and row[code] == max(row.values()) for row in rows)

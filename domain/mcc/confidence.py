"""How sure a recommendation is: the probability that it is right, as measured in November 2026.

An official title or a class's code from a register is `OFFICIAL`: all 348 titles of the evaluation's texts were right
(87 classes, labelled by somebody else than who wrote the table), but a table and a labeller can err alike.

Anything else: a logistic curve over the lead of the best code over the next, in units of strength. Fitted to the
evaluation's other 154 texts with the vocabulary left out, because it had seen them, and with a tenth of their weight to
609 descriptions compared with the other descriptions only, which are harder: they have one right code each, be its
neighbours ever so like. Calibration error over the whole evaluation, ten bins, vocabulary left out: 0.044 with
likeness by meaning, 0.05 without; on held-out fifths of the 154 alone, split by code, 0.09 and 0.12, on the safe side.

    lead, with meaning      < 0.01   < 0.03   < 0.06   < 0.1    < 0.15   above
    right of the 154        1/9      12/15    17/24    18/20    26/27    58/59
    share of the 609        0.24     0.27     0.45     0.51     0.64     0.74
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


_WITH_MEANING = _Curve(4.6, 1.3)
_BY_LETTERS = _Curve(3.3, 0.9)


def confidence(weighed: Weighed) -> float:
    """In 0…1; 0 where nothing is recommended."""
    best = weighed.best
    if best is None:
        return 0.0
    if _is_official(weighed, best.code):
        return OFFICIAL * (_DISPUTED if disagreement(weighed) else 1.0)
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
    rows += [each.strengths for each in weighed.registered[:1] if each.coded.precision == 1.0]
    return any(code in row and row[code] == max(row.values()) for row in rows)

"""How sure a recommendation is: how often the rules were right with such a lead over the next code.

Measured in November 2026 on texts that had no part in writing the vocabulary: the names of 182 kinds of shop and
service among OpenStreetMap's presets, in English, Dutch, French and German, alone and with their synonyms, against
codes assigned by hand. The rules answered for 1083 of 1448 texts. They were right with a lead below 0.1 for 13 of 19;
below 0.25 for 39 of 59; below 0.5 for 70 of 74; with more, or without any next code, for 849 of 931. The steps
were set after these same figures, and a merchant's own text is less tidy than such a name: each step claims less.
"""

STEPS: tuple[tuple[float, float], ...] = ((0.5, 0.85), (0.25, 0.8), (0.1, 0.6), (0.0, 0.5))
"""From this lead on, the confidence."""

STRONG = 0.65
"""What one whole phrase of the vocabulary, or more, amounts to in a text."""
_WEAK = 0.85
"""What weaker signs take off: right for 50 of 63 of the same texts."""


def confidence(best: float, runner_up: float, strength: float, trust: float) -> float:
    """In 0…1, from the scores of the best code and the next, how strongly the best text speaks, and how far the texts
    that speak for it can be trusted."""
    if best <= 0:
        return 0.0
    lead = (best - runner_up) / best
    step = next(sure for least, sure in STEPS if lead >= least)
    return round(step * (1.0 if strength >= STRONG else _WEAK) * trust, 3)

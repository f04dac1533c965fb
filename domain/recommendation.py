"""What the software recommends after an investigation. It never recommends to reject: that is a person's judgement."""

from collections.abc import Sequence

from domain.grounds import Grounds, gravity
from domain.red_flags import Raised
from schemas.bands import BandName
from schemas.investigation import Discrepancy, Finding, RecommendedAction, RedFlag, Severity

ESCALATING_BANDS: frozenset[BandName] = frozenset({"HIGH", "CRITICAL"})

CARE: tuple[RecommendedAction, ...] = ("approve", "follow_up", "escalate")
"""From the least careful to the most."""

BY_GRAVEST: dict[Severity, tuple[RecommendedAction, RecommendedAction]] = {
    "critical": ("escalate", "escalate"),
    "high": ("follow_up", "escalate"),
    "medium": ("follow_up", "escalate"),
    "low": ("approve", "approve"),
    "info": ("approve", "approve"),
}
"""By the gravest thing that was found: while the customer can still be asked, and once no iteration is left for it."""


def recommend(named: BandName, grounds: Grounds, flags: Sequence[Raised], can_ask_again: bool) -> RecommendedAction:
    """The most careful of three: what the table says of the gravest thing found, what red flags ask for, and to
    escalate if the score is in a grave band. A settled discrepancy, a dismissed match and a silent source are no
    reason, unless a red flag says so: without a screening nobody is recommended to be approved.

    The band is that of the case as it will be once the customer has uploaded what is missing, as long as the customer
    can be asked for it: missing documents are a reason to ask, however many they are, and none to escalate.
    """
    found: tuple[Finding | Discrepancy | RedFlag, ...] = (
        *grounds.telling,
        *grounds.discrepancies,
        *(raised.flag for raised in flags),
    )
    severities: list[Severity] = [item.severity for item in found]
    gravest: Severity = max(severities, key=gravity, default="info")
    actions = [
        BY_GRAVEST[gravest][0 if can_ask_again else 1],
        *(action for raised in flags if (action := _asked_by(raised, can_ask_again)) is not None),
    ]
    if named in ESCALATING_BANDS:
        actions.append("escalate")
    return max(actions, key=CARE.index)


def _asked_by(raised: Raised, can_ask_again: bool) -> RecommendedAction | None:
    asked = raised.rule.effect.recommend
    return "escalate" if asked == "follow_up" and not can_ask_again else asked

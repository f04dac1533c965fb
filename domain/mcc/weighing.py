"""All that speaks of a business, weighed together: a sum per code over texts and registered activities."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from domain.mcc.activity_codes import CodedActivity, coded_activity
from domain.mcc.signs import Heard
from domain.mcc.strengths import Strengths, row_strengths
from domain.mcc.texts import ACTIVITY_CODE, Text
from schemas.mcc import RegisteredActivity

MAX_ACTIVITIES = 10
_MAIN_ACTIVITY = 3.5
"""The main activity's code: a little more than the customer's own words, if it tells what is sold."""
_OTHER_ACTIVITY = 0.5
_PLAIN, _MUCH_LESS = 0.35, 0.7
"""When a register's code and the business's own words disagree: its words are plain, and speak much less for every code
of the register than for another."""


_SECOND = 1
"""Its place among the candidates."""
_CLEARLY = 0.1
"""How much more a business's own words must speak for another code of a row than for its first; an estimate."""


class Registered(NamedTuple):
    """A registered activity whose code a table knows."""

    activity: RegisteredActivity
    coded: CodedActivity
    weight: float
    mccs: tuple[str, ...]
    """Those of its row in the table, but first the one of them that the business's own words clearly prefer."""

    @property
    def strengths(self) -> Strengths:
        return row_strengths(self.mccs)

    @property
    def reordered(self) -> bool:
        return self.mccs != self.coded.mccs


class Candidate(NamedTuple):
    code: str
    score: float
    """How strongly each text and activity speaks for the code, times its weight, in sum."""


class Weighed(NamedTuple):
    candidates: tuple[Candidate, ...]
    """Best first."""
    said: tuple[Heard, ...]
    """By the texts, those that count most first."""
    registered: tuple[Registered, ...]

    @property
    def weight(self) -> float:
        """Of all that speaks for anything: the score of a code for which all of it speaks as strongly as can be."""
        texts = (said.text.weight for said in self.said if said.strengths)
        return sum(texts) + sum(each.weight for each in self.registered)

    @property
    def best(self) -> Candidate | None:
        return self.candidates[0] if self.candidates else None


def weighed(said: Sequence[Heard], activities: Sequence[RegisteredActivity], ruled_out: Collection[str]) -> Weighed:
    """The codes that anything speaks for and no officer rules out."""
    registered = tuple(_preferring(each, said) for each in _registered(activities))
    scores: dict[str, float] = defaultdict(float)
    for strengths, weight in (
        *((heard.strengths, heard.text.weight) for heard in said),
        *((each.strengths, each.weight) for each in registered),
    ):
        for code in strengths.keys() - set(ruled_out):
            scores[code] += weight * strengths[code]
    candidates = (Candidate(code, score) for code, score in scores.items() if score > 0.0)
    ordered = tuple(sorted(candidates, key=lambda each: (-each.score, each.code)))
    return _with_disputed(Weighed(candidates=ordered, said=tuple(said), registered=registered))


def _with_disputed(weighed: Weighed) -> Weighed:
    """What the register does not cover is told second at the latest, so that it can be chosen."""
    found = disagreement(weighed)
    place = next((at for at, each in enumerate(weighed.candidates) if found and each.code == found.code), 0)
    if place <= _SECOND:
        return weighed
    first, second, *others = weighed.candidates
    moved = Candidate(weighed.candidates[place].code, second.score)
    rest = (each for each in others if each.code != moved.code)
    return weighed._replace(candidates=(first, moved, second, *rest))


def _preferring(registered: Registered, said: Sequence[Heard]) -> Registered:
    """A class has several codes; which of them it is, the business says itself."""
    own = [
        each
        for each in said
        if each.strengths and each.text.is_about_the_business and each.text.source != ACTIVITY_CODE
    ]
    total = sum(each.text.weight for each in own)
    speaking = {
        code: sum(each.text.weight * each.strengths.get(code, 0.0) for each in own) / total if own else 0.0
        for code in registered.coded.mccs
    }
    likest = max(registered.coded.mccs, key=speaking.__getitem__)
    if speaking[likest] - speaking[registered.coded.mccs[0]] < _CLEARLY:
        return registered
    others = (code for code in registered.coded.mccs if code != likest)
    return registered._replace(mccs=(likest, *others))


class Disagreement(NamedTuple):
    registered: Registered
    text: Text
    code: str
    """For which the text speaks most."""


def disagreement(weighed: Weighed) -> Disagreement | None:
    """Between the main registered activity and the text that counts most, if they speak of different businesses."""
    own = next((said for said in weighed.said if said.text.source != ACTIVITY_CODE and said.strengths), None)
    main = next(iter(weighed.registered), None)
    if own is None or main is None or main.coded.precision < 1.0:
        return None
    likest = max(sorted(own.strengths), key=own.strengths.__getitem__)
    covered = max((own.strengths.get(code, 0.0) for code in main.coded.mccs), default=0.0)
    plain = own.strengths[likest] >= _PLAIN and covered < own.strengths[likest] * _MUCH_LESS
    return Disagreement(main, own.text, likest) if plain else None


def _registered(activities: Sequence[RegisteredActivity]) -> Iterator[Registered]:
    weight = _MAIN_ACTIVITY
    for activity in activities[:MAX_ACTIVITIES]:
        coded = coded_activity(activity.code, activity.description)
        if coded is not None:
            yield Registered(activity, coded, weight * coded.precision, coded.mccs)
            weight = _OTHER_ACTIVITY

"""The classifier of merchant categories as a worker runs it: the rules, with likeness by meaning where it is to be had.

Thread-safe and CPU-bound: call it from a thread. What it reads of a request is bounded (`domain.mcc.texts`).
"""

import hashlib

from activities.agents.meaning import PINNED, Meaning, MeaningError
from domain.mcc.classifier import classify
from domain.mcc.edition import edition
from schemas.mcc import MccClassification, MccRequest


class Classifier:
    def __init__(self, meaning: Meaning | None = None) -> None:
        self._meaning = meaning

    def load(self) -> None:
        """Does beforehand, in some seconds, what the first classification would wait for."""
        self.classify(MccRequest(company_name="Bakery", answers={}, website=None))

    def classify(self, request: MccRequest) -> MccClassification:
        """The rules' answer. Its notes say so where it had to do without likeness by meaning."""
        meaning, notes = self._by_meaning()
        return classify(request, meaning.likenesses if meaning else None, notes)

    def edition(self) -> str:
        """SHA-256 in hex over what answers: the rules with their tables, and the encoder's files where there is one."""
        encoder = PINNED.values() if self._by_meaning()[0] else ()
        return hashlib.sha256(" ".join((edition(), *encoder)).encode()).hexdigest()

    def _by_meaning(self) -> tuple[Meaning | None, tuple[str, ...]]:
        """What compares texts by meaning; or nothing, and why, unless nobody asked for it."""
        if self._meaning is None:
            return None, ()
        try:
            self._meaning.load()
        except MeaningError as error:
            return None, (f"Texts were compared by their letters only: {error}.",)
        return self._meaning, ()

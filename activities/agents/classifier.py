"""The classifier of merchant categories as a worker runs it: the rules, with likeness by meaning where it is to be had.

Thread-safe and CPU-bound: call it from a thread. What it reads of a request is bounded (`domain.mcc.texts`).
"""

from activities.agents.meaning import Meaning, MeaningError
from domain.mcc.classifier import classify
from schemas.mcc import MccClassification, MccRequest


class Classifier:
    def __init__(self, meaning: Meaning | None = None) -> None:
        self._meaning = meaning

    def load(self) -> None:
        """Does beforehand, in some seconds, what the first classification would wait for."""
        self.classify(MccRequest(company_name="Bakery", answers={}, website=None))

    def classify(self, request: MccRequest) -> MccClassification:
        """The rules' answer. Its notes say so where it had to do without likeness by meaning."""
        if self._meaning is None:
            return classify(request)
        try:
            self._meaning.load()
        except MeaningError as error:
            return classify(request, notes=(f"Texts were compared by their letters only: {error}.",))
        return classify(request, self._meaning.likenesses)

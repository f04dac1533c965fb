"""What the classifier has to beat: two textbook rankings over the same descriptions, without anything learnt on top."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from domain.mcc.codes import wordings
from domain.mcc.published import descriptions
from domain.mcc.references import offered_codes
from domain.mcc.words import words_of


class Documents:
    """Each description and wording of each code, as its words; the best of a code's is the code's."""

    def __init__(self) -> None:
        written = [
            (code, text)
            for code in offered_codes()
            for text in (*wordings(code), *(text for texts in descriptions()[code].values() for text in texts))
        ]
        self.owners = [code for code, _ in written]
        self.counts = [Counter(word.stem for word in words_of(text)) for _, text in written]
        self.holders = Counter(stem for count in self.counts for stem in count)
        self.postings: dict[str, list[int]] = defaultdict(list)
        for number, count in enumerate(self.counts):
            for stem in count:
                self.postings[stem].append(number)

    def ranked(self, scores: dict[int, float], most: int) -> tuple[str, ...]:
        best: dict[str, float] = defaultdict(float)
        for number, score in scores.items():
            best[self.owners[number]] = max(best[self.owners[number]], score)
        return tuple(sorted(best, key=lambda code: (-best[code], code))[:most])


class Bm25(Documents):
    """Okapi BM25 with the usual constants."""

    K1, B = 1.5, 0.75

    def __init__(self) -> None:
        super().__init__()
        self.mean_length = sum(count.total() for count in self.counts) / len(self.counts)

    def classify(self, text: str, most: int) -> tuple[str, ...]:
        scores: dict[int, float] = defaultdict(float)
        for stem in {word.stem for word in words_of(text)} & self.postings.keys():
            holders = self.holders[stem]
            rarity = math.log(1 + (len(self.counts) - holders + 0.5) / (holders + 0.5))
            for number in self.postings[stem]:
                times, length = self.counts[number][stem], self.counts[number].total() / self.mean_length
                scores[number] += rarity * times * (self.K1 + 1) / (times + self.K1 * (1 - self.B + self.B * length))
        return self.ranked(scores, most)


class TfIdf(Documents):
    """Cosine of words weighted by their rarity."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths = [self._length(count) for count in self.counts]

    def classify(self, text: str, most: int) -> tuple[str, ...]:
        scores: dict[int, float] = defaultdict(float)
        for stem, times in Counter(word.stem for word in words_of(text)).items():
            for number in self.postings.get(stem, ()):
                scores[number] += times * self.counts[number][stem] * self._rarity(stem) ** 2 / self.lengths[number]
        return self.ranked(scores, most)

    def _rarity(self, stem: str) -> float:
        return math.log(len(self.counts) / self.holders[stem])

    def _length(self, count: Counter[str]) -> float:
        return math.sqrt(sum((times * self._rarity(stem)) ** 2 for stem, times in count.items())) or 1.0


def baselines() -> Sequence[tuple[str, Bm25 | TfIdf]]:
    return (("BM25", Bm25()), ("TF-IDF", TfIdf()))

"""What was found against what is true: right, wrong and missed, by feature.

A feature that no document's truth names is not measured, because then nobody wrote it down. One that some document's
truth names is measured in all: a value found where the truth has none is wrong. A legal form is in the truth also where
only the company's name there bears it: it may be found then, and need not be.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.extraction.truth import Document
from domain.addresses import compare_addresses
from domain.naming import compare_names, folded, legal_form, legal_form_family
from domain.person_names import compare_person_names
from schemas.extraction import FeatureName

NAMES: frozenset[FeatureName] = frozenset({"company_name", "account_holder", "issuer"})
PERSONS: frozenset[FeatureName] = frozenset({"director", "beneficial_owner"})
NUMBERS: frozenset[FeatureName] = frozenset({"registration_number", "vat_number", "iban"})
_FEWEST_DIGITS = 5

Values = Mapping[FeatureName, Sequence[str]]


@dataclass
class Score:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """None where there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    def add(self, other: "Score") -> None:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.examples += other.examples


def measured_features(truth: Iterable[Document], names: Iterable[FeatureName]) -> tuple[FeatureName, ...]:
    """The features that the truth of at least one document names."""
    documents = tuple(truth)
    return tuple(name for name in names if any(document.values(name) for document in documents))


def score(name: FeatureName, document: Document, found: Sequence[str]) -> Score:
    """Each true value is found once at most; what is found beyond that is wrong."""
    left = list(document.values(name))
    result = Score()
    for value in found:
        match = next((true for true in left if is_right(name, value, true)), None)
        if match is not None:
            left.remove(match)
            result.right += 1
        elif not _is_in_the_name(name, value, document):
            result.wrong += 1
            result.examples.append(f"{document.file}: {name}: found “{value}”, true is {left or 'nothing'}")
    result.missed = len(left)
    result.examples += [f"{document.file}: {name}: missed “{true}”, found {list(found) or 'nothing'}" for true in left]
    return result


def _is_in_the_name(name: FeatureName, value: str, document: Document) -> bool:
    """Whether it is a legal form of which the truth says no more than the company's name does."""
    if name != "legal_form" or document.values("legal_form"):
        return False
    return any(is_right("legal_form", value, company) for company in document.values("company_name"))


def is_right(name: FeatureName, value: str, true: str) -> bool:
    """Whether a value is the true one, however it is written."""
    if folded(value) == folded(true):
        return True
    if name in PERSONS:
        return compare_person_names(value, true) == "same"
    if name == "issuer" and compare_person_names(value, true) == "same":
        return True  # a notary, with or without a title
    if name in NAMES:
        return compare_names(value, true) == "same"
    if name == "registered_address":
        return compare_addresses(value, true) == "same"
    if name == "legal_form":
        families = [legal_form(form) or legal_form_family(form) for form in (value, true)]
        return families[0] is not None and families[0] == families[1]
    return name in NUMBERS and _same_number(value, true)


def _same_number(value: str, true: str) -> bool:
    """Without punctuation; a register's number also without the register's name before it."""
    one, other = (re.sub(r"[^0-9a-z]", "", folded(text)) for text in (value, true))
    digits, true_digits = (re.sub(r"[^0-9]", "", text).lstrip("0") for text in (one, other))
    return one == other or (len(digits) >= _FEWEST_DIGITS and digits == true_digits)

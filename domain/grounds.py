"""What a rule may look at: a case as it stood at one moment, with what was found in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from domain.profile import SEVERITY_ORDER
from domain.screening_matches import not_dismissed
from domain.submission import answers_so_far
from schemas.case import CaseRecord
from schemas.commands import AnswerValue
from schemas.investigation import CompanyProfile, Discrepancy, Finding, ProfileFact, Severity
from schemas.mcc import MccClassification
from schemas.policy import NEVER_WEIGHING
from schemas.sources import SET_FACTS, FactName

TO_BE_GIVEN = frozenset(
    {
        "document_missing",
        "document_unreadable",
        "document_wrong_type",
        "document_too_old",
        "document_undated",
        "document_expired",
    }
)
"""The categories of findings that the customer can clear up by an upload."""

CLASSIFIED_BY: dict[str, FactName] = {
    "activity_code": "activity_code",
    "website_title": "website_title",
    "website_text": "website_text",
    "company_name": "company_name",
}
"""By how a classification's citations name them, the facts that speak for a merchant category; answers of the customer
and an officer's notes are none."""


def gravity(severity: Severity) -> int:
    """How grave it is, as a number that can be compared."""
    return SEVERITY_ORDER.index(severity)


class Match(NamedTuple):
    """What a condition that holds rests on: ids of findings and discrepancies, facts, and hashes of bytes; and in
    words what no finding says, such as whose country it is."""

    cites: frozenset[str] = frozenset()
    facts: frozenset[FactName] = frozenset()
    evidence: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    def joined(self, other: "Match") -> "Match":
        return Match(
            self.cites | other.cites,
            self.facts | other.facts,
            self.evidence | other.evidence,
            self.told | other.told,
        )


@dataclass(frozen=True)
class Grounds:
    record: CaseRecord
    now: datetime
    findings: tuple[Finding, ...]
    profile: CompanyProfile

    @cached_property
    def telling(self) -> tuple[Finding, ...]:
        """The findings that say something about the company: no silent source, and no match with somebody else."""
        return tuple(finding for finding in self.findings if finding.category not in NEVER_WEIGHING)

    @cached_property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Those that nobody has settled."""
        return tuple(discrepancy for discrepancy in self.profile.discrepancies if discrepancy.weighs)

    @cached_property
    def answers(self) -> dict[str, AnswerValue]:
        return answers_so_far(self.record)

    def values(self, name: FactName) -> tuple[ProfileFact, ...]:
        """The value to go by, as each source states it that does; of a fact that may have several, all of them but
        the matches that an officer has dismissed."""
        stated = self.profile.facts.get(name, ())
        if name == "screening_match":
            return not_dismissed(stated, self.record.screening_decisions)
        preferred = self.profile.preferred.get(name)
        if name in SET_FACTS or preferred is None:
            return stated
        return tuple(fact for fact in stated if fact.value == preferred.value)

    def resting_on(self, name: FactName) -> tuple[Finding, ...]:
        """The findings about a fact that has one value: a rule about that value speaks of them, too."""
        if name in SET_FACTS:
            return ()
        return tuple(finding for finding in self.telling if finding.fact == name)

    def once_given(self) -> "Grounds":
        """The same, as if the customer had uploaded what is missing."""
        left = tuple(finding for finding in self.findings if finding.category not in TO_BE_GIVEN)
        return Grounds(self.record, self.now, left, self.profile)


def of_findings(findings: Iterable[Finding]) -> Match:
    found = tuple(findings)
    return Match(
        frozenset(finding.finding_id for finding in found),
        frozenset(finding.fact for finding in found if finding.fact is not None),
        frozenset(finding.evidence_hash for finding in found if finding.evidence_hash is not None),
    )


def of_discrepancies(discrepancies: Iterable[Discrepancy]) -> Match:
    found = tuple(discrepancies)
    return Match(
        frozenset(discrepancy.discrepancy_id for discrepancy in found),
        frozenset(discrepancy.field for discrepancy in found),
        frozenset(side.evidence_hash for item in found for side in item.sides if side.evidence_hash is not None),
    )


def of_classification(classified: MccClassification) -> Match:
    """What speaks for the category that is recommended."""
    code = classified.primary_recommendation
    cited = [item for item in classified.citations if code is not None and item.mcc_code == code.mcc_code]
    return Match(
        facts=frozenset(CLASSIFIED_BY[item.source] for item in cited if item.source in CLASSIFIED_BY),
        evidence=frozenset(item.evidence_hash for item in cited if item.evidence_hash is not None),
    )


def of_facts(name: FactName, stated: Sequence[ProfileFact]) -> Match:
    hashes = frozenset(fact.evidence_hash for fact in stated if fact.evidence_hash is not None)
    return Match(facts=frozenset({name}), evidence=hashes)

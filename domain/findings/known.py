"""What the rules look at: a case as it stands, with its facts in order and the values to go by."""

from datetime import date, datetime
from typing import NamedTuple

from domain.profile.facts import Facts, facts_of
from domain.profile.preferred import Preferred, preferred_facts
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import PreferredFact, ProfileFact
from schemas.sources import FactName, SourceAnswer, SourceName


class Known(NamedTuple):
    record: CaseRecord
    facts: Facts
    preferred: Preferred
    today: date

    @property
    def company(self) -> Company:
        return self.record.opening.company

    def answer(self, source: SourceName) -> SourceAnswer | None:
        return self.record.sources.get(source)

    def stated(self, name: FactName) -> tuple[ProfileFact, ...]:
        """All values of a fact, the most trusted first."""
        return self.facts.get(name, ())

    def value(self, name: FactName) -> PreferredFact | None:
        """The value to go by."""
        return self.preferred.get(name)


def known(record: CaseRecord, now: datetime) -> Known:
    facts = facts_of(record)
    return Known(record, facts, preferred_facts(facts, record.fact_decisions), now.date())

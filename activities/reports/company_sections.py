"""The report's sections on the company: every fact with who states it, and where sources disagree."""

from collections.abc import Sequence
from itertools import groupby

from activities.reports import wording
from activities.reports.company_content import (
    Agreement,
    DiscrepancyRow,
    FactRow,
    Facts,
    Settlement,
    SourcedValue,
)
from activities.reports.cutting import cut
from activities.reports.fact_words import FACTS, fact_details, fact_value
from activities.reports.register import EvidenceRegister
from activities.reports.request import ReportRequest
from domain.profile.trust import trust_order
from schemas.case import CaseRecord
from schemas.investigation import Discrepancy, DiscrepancyResolution, PreferredFact, ProfileFact
from schemas.sources import SET_FACTS, FactName

MOST_VALUES = 12
"""Of a fact of which a source may state several; of any other, all sources together state fewer."""
MOST_PLAIN_VALUES = 40
"""Of those that stand behind each other on a line."""
OF_THEIR_OWN: frozenset[FactName] = frozenset({"screened", "screening_match"})
"""Facts with a section of their own."""
COMPARED: frozenset[FactName] = frozenset(
    {
        "company_name",
        "registered_address",
        "legal_form",
        "registration_number",
        "company_status",
        "incorporation_date",
        "director",
        "activity_code",
    }
)
"""Facts of which a discrepancy would be found, if there was one."""


def facts(request: ReportRequest, register: EvidenceRegister) -> Facts:
    desk = _FactDesk(request, register)
    rows = tuple(
        desk.row(name, stated)
        for name in FACTS
        if name not in OF_THEIR_OWN and (stated := request.profile.facts.get(name))
    )
    return Facts(rows=rows, notes=desk.notes.texts)


def discrepancies(request: ReportRequest, register: EvidenceRegister) -> tuple[DiscrepancyRow, ...]:
    return tuple(
        DiscrepancyRow(
            id=item.discrepancy_id,
            type=wording.DISCREPANCY_TYPES[item.type],
            field=FACTS[item.field],
            severity=item.severity,
            description=item.description,
            sides=tuple(_sourced(item.field, [side], register) for side in item.sides),
            settlement=_settlement(request.record, item),
        )
        for item in disagreements(request)
    )


def disagreements(request: ReportRequest) -> tuple[Discrepancy, ...]:
    """What the officer saw, with how it was settled: the last investigation's, or the profile's if there was none."""
    results = request.record.investigation_results
    found = results[-1].discrepancies if results else request.profile.discrepancies
    latest = {given.discrepancy_id: given for given in request.record.resolutions}
    return tuple(
        item.model_copy(update={"resolution": given})
        if (given := latest.get(item.discrepancy_id)) and given.fingerprint == item.fingerprint
        else item
        for item in found
    )


class _Notes:
    """Reasons that many facts share, each told once under a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(f"{text[:1].upper()}{text[1:]}." for text in self._numbers)

    def referring(self, name: FactName, reason: str) -> str:
        """The reason, with the part that is that of a trust order as the number of a note."""
        shared = trust_order(name).why
        if f": {shared}." not in reason:
            return reason
        number = self._numbers.setdefault(shared, len(self._numbers) + 1)
        return reason.replace(f": {shared}.", f" (reason\u00a0{number}).")


class _FactDesk:
    """Makes the row of each fact, over all that is known of the facts together."""

    def __init__(self, request: ReportRequest, register: EvidenceRegister) -> None:
        self.notes = _Notes()
        self._register = register
        self._preferred = request.profile.preferred
        self._disputed = {item.field: item for item in disagreements(request)}
        self._judged = {decision.name for decision in request.record.fact_decisions}

    def row(self, name: FactName, stated: Sequence[ProfileFact]) -> FactRow:
        preferred = self._preferred.get(name)
        ordered = sorted(stated, key=lambda fact: not _is(preferred, fact))
        most = MOST_VALUES if any(fact.details for fact in stated) else MOST_PLAIN_VALUES
        shown, more = cut(ordered, most) if name in SET_FACTS else (tuple(ordered), "")
        values = [_sourced(name, together, self._register) for together in _on_one_line(name, shown)]
        if preferred and _is(preferred, ordered[0]):
            values[0] = values[0].model_copy(
                update={"preferred": len(stated) > 1, "why": self._why(name, preferred, len(stated))}
            )
        return FactRow(
            name=FACTS[name],
            agreement=_agreement(name, stated, self._disputed.get(name)),
            values=tuple(values),
            more=more,
        )

    def _why(self, name: FactName, preferred: PreferredFact, values: int) -> str:
        """Nothing where there was no choice: one value, and nobody ever chose another."""
        return self.notes.referring(name, preferred.reason) if values > 1 or name in self._judged else ""


def _is(preferred: PreferredFact | None, fact: ProfileFact) -> bool:
    return (
        preferred is not None
        and fact.source == preferred.source
        and fact.evidence_hash == preferred.evidence_hash
        and type(fact.value) is type(preferred.value)
        and fact.value == preferred.value
    )


def _agreement(name: FactName, stated: Sequence[ProfileFact], dispute: Discrepancy | None) -> Agreement:
    if dispute is not None:
        return "conflict" if dispute.weighs else "settled"
    if len({fact.source for fact in stated}) == 1:
        return "single"
    alike = len({str(fact.value).casefold() for fact in stated}) == 1
    return "agree" if alike or name in COMPARED else "not_compared"


def _on_one_line(name: FactName, stated: Sequence[ProfileFact]) -> list[list[ProfileFact]]:
    """Each value by itself, or those of one answer together where nothing is to be said of each."""
    if name not in SET_FACTS or any(fact.details for fact in stated):
        return [[fact] for fact in stated]
    by_answer = groupby(stated, key=lambda fact: (fact.source, fact.timestamp, fact.evidence_hash))
    return [list(together) for _, together in by_answer]


def _sourced(name: FactName, together: Sequence[ProfileFact], register: EvidenceRegister) -> SourcedValue:
    first = together[0]
    return SourcedValue(
        text=", ".join(fact_value(name, fact.value) for fact in together),
        details=fact_details(first.value, first.details),
        source=wording.source(first.source),
        collected_at=wording.moment(first.timestamp),
        evidence=register.name(first.evidence_hash),
    )


def _settlement(record: CaseRecord, item: Discrepancy) -> Settlement | None:
    """How it was settled, or had been before one of its sides changed."""
    before = [given for given in record.resolutions if given.discrepancy_id == item.discrepancy_id]
    given = item.resolution or (before[-1] if before else None)
    return _settled(given, item) if given else None


def _settled(given: DiscrepancyResolution, item: Discrepancy) -> Settlement:
    return Settlement(
        resolution=wording.RESOLUTIONS[given.resolution],
        by=f"{wording.moment(given.resolved_at)} UTC by {wording.person(given.actor)}",
        reason=given.reason,
        holds=item.resolution is not None,
        takes_weight=not item.weighs,
    )

"""Answers that say just what a test wants said, and cases that hold them."""

from collections.abc import Mapping

from domain.profile import build_profile
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import Discrepancy
from schemas.sources import FactName, FactValue, SourceAnswer, SourceFact, SourceName, SourceState
from tests.example_cases import COMPANY, a_document, a_record, an_answer, an_opening

Said = FactValue | tuple[FactValue, Mapping[str, str]]
"""A value, or a value with its details."""


def says(source: SourceName, said: Mapping[FactName, Said | list[Said]], state: SourceState = "found") -> SourceAnswer:
    """An answer with these facts; a list states several values of one."""
    facts = tuple(
        _fact(name, each)
        for name, values in said.items()
        for each in (values if isinstance(values, list) else [values])
    )
    return an_answer(source, state).model_copy(update={"facts": facts})


def holding(
    *answers: SourceAnswer, company: Company = COMPANY, additional_data: Mapping[str, object] | None = None
) -> CaseRecord:
    """A case that lacks no document and holds these answers."""
    return a_record(
        opening=an_opening(company=company, additional_data=additional_data or {}),
        documents=(a_document("certificate"),),
        sources={answer.source: answer for answer in answers},
    )


def discrepancies(record: CaseRecord) -> dict[str, Discrepancy]:
    return {item.field: item for item in build_profile(record).discrepancies}


def between(
    field: FactName, kbo: Said | list[Said], northdata: Said | list[Said], company: Company = COMPANY
) -> Discrepancy | None:
    """What comes of it if the register says one thing and NorthData another."""
    answers = says(SourceName.KBO, {field: kbo}), says(SourceName.NORTHDATA, {field: northdata})
    return discrepancies(holding(*answers, company=company)).get(field)


def severity(found: Discrepancy | None) -> str | None:
    return found.severity if found else None


def _fact(name: FactName, said: Said) -> SourceFact:
    value, details = said if isinstance(said, tuple) else (said, {})
    return SourceFact(name=name, value=value, details=dict(details))

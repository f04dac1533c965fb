"""The Belgian withholding obligation: debts to social security or the tax administration."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_fact
from domain.partial_dates import span_of
from domain.withholding import withholding_link
from schemas.investigation import Finding
from schemas.sources import SOURCE_LABELS, FactName, SourceAnswer, SourceName

OFFICER_TASK = "officer_task"
"""The reason of an answer that only a person can get."""

_DEBTS: tuple[tuple[FactName, str], ...] = (
    ("withholding_social_debt", "The company has social security debts: who pays it must withhold a part."),
    ("withholding_tax_debt", "The company has tax debts: who pays it must withhold a part."),
)


def withholding(case: Known) -> Iterator[Finding]:
    for name, description in _DEBTS:
        debt = case.value(name)
        if debt is not None and debt.value is True:
            yield from_fact(name, debt, name, "high", description)
    link, answer = withholding_link(case.company), case.answer(SourceName.WITHHOLDING)
    if link is not None and (answer is None or answer.reason == OFFICER_TASK or _has_expired(answer, case)):
        yield Finding(
            finding_id="find_withholding_unchecked",
            category="withholding_unchecked",
            severity="info",
            description="Whether the company has social or tax debts is still to be looked up by hand.",
            source=SOURCE_LABELS[SourceName.WITHHOLDING],
            deep_link=link,
        )


def _has_expired(answer: SourceAnswer, case: Known) -> bool:
    span = span_of(answer.fact("withholding_valid_until"))
    return span is not None and span.last < case.today

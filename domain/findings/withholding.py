"""The Belgian withholding obligation: debts to social security or the tax administration."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_fact
from domain.withholding import seen_by_an_officer, valid_until, withholding_link
from schemas.investigation import Finding
from schemas.sources import SOURCE_LABELS, FactName, SourceName

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
    link, undone = withholding_link(case.company), _undone(case)
    if link is not None and undone:
        yield Finding(
            finding_id="find_withholding_unchecked",
            category="withholding_unchecked",
            severity="info",
            description=undone,
            source=SOURCE_LABELS[SourceName.WITHHOLDING],
            deep_link=link,
        )


def _undone(case: Known) -> str:
    """Why an officer has to look; nothing if one did and it still holds."""
    seen = seen_by_an_officer(case.record)
    if seen is None:
        return "Whether the company has social or tax debts is still to be looked up by hand."
    until = valid_until(seen)
    if until is not None and until < case.today:
        return f"What was seen of the company's social and tax debts has expired on {until.isoformat()}; look again."
    return ""

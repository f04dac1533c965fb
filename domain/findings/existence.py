"""Whether there is such a company, whether it is alive, and how young it is."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_answer, from_fact
from domain.look_ups import COUNTRIES
from domain.partial_dates import full_months, span_of
from schemas.investigation import Finding, Severity
from schemas.sources import NATIONAL_REGISTERS, SOURCE_LABELS

_STATUSES: dict[str, tuple[str, Severity, str]] = {
    "bankruptcy": ("company_bankrupt", "critical", "The company is bankrupt."),
    "dissolved": ("company_dissolved", "critical", "The company is dissolved and struck off."),
    "inactive": ("company_dissolved", "critical", "The company has ceased to exist."),
    "liquidation": ("company_in_liquidation", "high", "The company is being wound up."),
}
_YOUNG_MONTHS = 12
_VERY_YOUNG_MONTHS = 6
"""As the red-flag sets of payment institutions have it: a shell is mostly used within months of its making."""

_HOW_YOUNG: dict[bool, tuple[Severity, int]] = {True: ("high", _VERY_YOUNG_MONTHS), False: ("medium", _YOUNG_MONTHS)}


def existence(case: Known) -> Iterator[Finding]:
    yield from _registered(case)
    yield from _alive(case)
    yield from _young(case)


def _registered(case: Known) -> Iterator[Finding]:
    for source in NATIONAL_REGISTERS:
        answer = case.answer(source)
        if answer is not None and answer.state == "not_found" and case.company.country in COUNTRIES[source]:
            what = "active company" if answer.reason == "not_among_active" else "company"
            description = f"{SOURCE_LABELS[source]} knows no {what} with this number."
            yield from_answer(answer, "not_in_register", "high", description, "registration_number")


def _alive(case: Known) -> Iterator[Finding]:
    status = case.value("company_status")
    if status is not None and status.value in _STATUSES:
        category, severity, description = _STATUSES[str(status.value)]
        yield from_fact("company_status", status, category, severity, f"{status.source}: {description}")


def _young(case: Known) -> Iterator[Finding]:
    """By the first day that the date may mean, so that `2025` is no company of last December."""
    founded = case.value("incorporation_date")
    span = span_of(founded.value) if founded else None
    if founded is None or span is None:
        return
    age = full_months(span.first, case.today)
    if age < _YOUNG_MONTHS:
        severity, limit = _HOW_YOUNG[age < _VERY_YOUNG_MONTHS]
        told = f"The company was founded on {founded.value}, less than {limit} months ago."
        not_yet = f"{founded.source} states {founded.value} as the day of founding, which has not come yet."
        description = not_yet if span.first > case.today else told
        yield from_fact("incorporation_date", founded, "recently_founded", severity, description)

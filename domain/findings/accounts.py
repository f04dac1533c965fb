"""What the annual accounts say, and whether there are any.

A Belgian company deposits its accounts with the National Bank within seven months of the end of its financial year
(Code of Companies and Associations, Art. 3:10). A year has twelve months, so after twenty there is something to ask; a
first year may have been longer, so an officer judges it.
"""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_answer, from_fact
from domain.legal_forms import members_are_liable
from domain.naming import legal_form
from domain.partial_dates import full_months, span_of
from domain.profile.comparisons import form_family
from schemas.investigation import Finding
from schemas.sources import SourceName

_OVERDUE_MONTHS = 20
_ENDED = frozenset({"dissolved", "inactive", "bankruptcy"})
"""Who has ended deposits no more, which is no news."""


def accounts(case: Known) -> Iterator[Finding]:
    yield from _missing(case)
    yield from _negative_equity(case)
    yield from _overdue(case)


def _missing(case: Known) -> Iterator[Finding]:
    answer, founded = case.answer(SourceName.NBB), case.value("incorporation_date")
    span = span_of(founded.value) if founded else None
    if answer is None or answer.state != "not_found" or span is None or _need_not_deposit(case):
        return
    if full_months(span.last, case.today) > _OVERDUE_MONTHS:
        description = "The company has never deposited annual accounts, though it is old enough to have had to."
        yield from_answer(answer, "accounts_missing", "medium", description, "annual_accounts")


def _need_not_deposit(case: Known) -> bool:
    """Partnerships whose members are liable, and sole traders, mostly need not."""
    form = case.value("legal_form")
    return members_are_liable(form_family(form.value) if form else legal_form(case.company.company_name))


def _negative_equity(case: Known) -> Iterator[Finding]:
    equity = case.value("equity")
    if equity is not None and isinstance(equity.value, int) and equity.value < 0:
        description = f"The company's equity is negative: {equity.value:,} euros."
        yield from_fact("equity", equity, "negative_equity", "medium", description)


def _overdue(case: Known) -> Iterator[Finding]:
    status = case.value("company_status")
    if status is not None and status.value in _ENDED:
        return
    ends = [(span.last, fact) for fact in case.stated("annual_accounts") if (span := span_of(fact.value))]
    if not ends:
        return
    last, fact = max(ends, key=lambda item: item[0])
    if full_months(last, case.today) > _OVERDUE_MONTHS:
        description = (
            f"The newest annual accounts are of the year that ended on {last.isoformat()}; newer ones are due."
        )
        yield from_fact("annual_accounts", fact, "accounts_overdue", "low", description)

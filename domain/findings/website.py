"""What the company's website shows of it."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_answer
from schemas.investigation import Finding, Severity
from schemas.sources import SourceAnswer, SourceName

_REFUSALS: dict[str, tuple[str, Severity, str]] = {
    "no_such_host": ("website_missing", "medium", "The website's host name does not exist."),
    "address_not_public": (
        "website_refused",
        "high",
        "The website leads to an address that is not public; it was not fetched.",
    ),
}
_UNUSABLE: tuple[str, Severity, str] = ("website_refused", "medium", "The website's address could not be used.")


def website(case: Known) -> Iterator[Finding]:
    answer = case.answer(SourceName.WEBSITE)
    if answer is None or answer.state not in ("found", "not_found"):
        return
    if answer.state == "not_found":
        category, severity, description = _REFUSALS.get(answer.reason or "", _UNUSABLE)
        yield from_answer(answer, category, severity, description, "website_url")
    elif answer.fact("website_accessible") is False:
        status = answer.fact("website_status_code")
        description = f"The website answers with an error (HTTP {status})."
        yield from_answer(answer, "website_error", "low", description, "website_accessible")
    elif answer.fact("website_parked") is True:
        description = "The website's address is parked: its page is that of whoever sells or keeps the name."
        yield from_answer(answer, "website_parked", "medium", description, "website_parked")
    else:
        yield from _lacking(answer)


def _lacking(answer: SourceAnswer) -> Iterator[Finding]:
    if answer.fact("website_names_company") is False:
        description = "The website's page does not name the company."
        yield from_answer(answer, "website_no_name", "low", description, "website_names_company")
    # Only of a page that was read to its end is it known whether it is parked, and what it lacks.
    if answer.fact("website_parked") is False and answer.fact("website_legal_page") is None:
        description = (
            "No page was found on which the website says who is behind it (imprint, terms, contact or privacy)."
        )
        yield from_answer(answer, "website_no_legal_page", "low", description, "website_legal_page")

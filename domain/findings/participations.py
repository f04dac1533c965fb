"""Networks and registers that a company takes part in by its own will: PEPPOL and the LEI."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_answer, from_fact
from schemas.investigation import Finding
from schemas.sources import SourceName


def participations(case: Known) -> Iterator[Finding]:
    yield from _peppol(case)
    yield from _lei(case)


def _peppol(case: Known) -> Iterator[Finding]:
    """Since 2026 Belgian companies that are liable to VAT must be able to receive electronic invoices, and PEPPOL is
    how (Law of 6 February 2024). Elsewhere absence says nothing."""
    answer, liable = case.answer(SourceName.PEPPOL), case.value("vat_valid")
    if case.company.country != "BE" or liable is None or liable.value is not True:
        return
    if answer is not None and answer.state == "not_found":
        description = "The company is liable to VAT and not registered in PEPPOL, as it has to be since 2026."
        yield from_answer(answer, "peppol_not_registered", "low", description, "peppol_registered")


def _lei(case: Known) -> Iterator[Finding]:
    """A lapsed LEI was not renewed; it says nothing about the company's health."""
    status = case.value("lei_status")
    if status is not None and str(status.value).upper() == "LAPSED":
        yield from_fact("lei_status", status, "lei_lapsed", "info", "The company's LEI was not renewed.")

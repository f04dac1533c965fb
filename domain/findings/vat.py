"""What VIES says of the VAT number."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.noted import from_answer
from schemas.investigation import Finding
from schemas.sources import SourceName


def vat(case: Known) -> Iterator[Finding]:
    answer = case.answer(SourceName.VIES)
    if answer is None:
        return
    if answer.state == "not_applicable":
        yield from_answer(
            answer, "vat_not_checked", "info", "VIES was not asked: there is no VAT number it could check."
        )
    elif answer.state == "not_found":
        yield from_answer(
            answer, "vat_not_registered", "high", "VIES says that the VAT number is not registered.", "vat_valid"
        )
    elif answer.state == "found" and answer.fact("company_name") is None:
        yield from_answer(
            answer, "name_withheld", "info", "The VAT number is valid; the member state gives no name to compare."
        )

"""Numbers whose check digits are wrong."""

from collections.abc import Iterator

from domain.company_numbers import registration_number_fault, registration_number_from_vat, vat_number_fault
from domain.findings.known import Known
from schemas.investigation import Finding
from schemas.sources import FactName


def numbers(case: Known) -> Iterator[Finding]:
    """One finding for each number; a Belgian VAT number and the same registration number are one."""
    company = case.company
    same_number = company.vat_number is not None and company.company_registration_number == (
        registration_number_from_vat(company.vat_number, company.country)
    )
    rows: tuple[tuple[FactName, str, str | None, str | None], ...] = (
        ("vat_number", "VAT number", company.vat_number, vat_number_fault(company)),
        (
            "registration_number",
            "registration number",
            company.company_registration_number,
            registration_number_fault(company),
        ),
    )
    for fact, what, number, fault in rows:
        if fault and not (same_number and fact == "registration_number"):
            yield Finding(
                finding_id=f"find_{what.split()[0].lower()}_checksum",
                category="number_checksum",
                severity="medium",
                description=f"The check digits of the {what} {number} are wrong: a typing error, or not a real number.",
                source="check digits",
                fact=fact,
            )

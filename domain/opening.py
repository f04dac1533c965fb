"""From what an officer typed to the company of a case: normalised in form, or refused naming the field."""

from domain.company_numbers import (
    MalformedNumberError,
    normalise_registration_number,
    normalise_vat_number,
    registration_number_from_vat,
    vat_prefix,
)
from domain.countries import EEA_COUNTRIES
from domain.website_url import normalise_website_url
from schemas.company import Company
from schemas.errors import ErrorCode
from schemas.officer_api import CreateCaseRequest


class UnusableFieldError(ValueError):
    """A member of the request cannot be used; the message says what is expected."""

    def __init__(self, field: str, message: str, code: ErrorCode = "invalid_body") -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.code = code


def company_of(request: CreateCaseRequest) -> Company:
    """The company to be onboarded. A Belgian VAT number yields the registration number if that was not given."""
    country = request.country
    if country not in EEA_COUNTRIES:
        hint = ": Greece is GR" if country == vat_prefix("GR") else ""
        raise UnusableFieldError(
            "country",
            f"{country!r} is not supported{hint}; GET /api/countries lists the EEA countries that are",
            "unsupported_country",
        )
    vat_number = _normalised("vat_number", request.vat_number, country)
    registration_number = _normalised("company_registration_number", request.company_registration_number, country)
    if registration_number is None and vat_number is not None:
        registration_number = registration_number_from_vat(vat_number, country)
    return Company(
        company_name=request.company_name,
        country=country,
        company_registration_number=registration_number,
        vat_number=vat_number,
        website_url=_website(request.website_url),
    )


def _normalised(field: str, text: str | None, country: str) -> str | None:
    if not text:
        return None
    normalise = normalise_vat_number if field == "vat_number" else normalise_registration_number
    try:
        return normalise(text, country)
    except MalformedNumberError as error:
        raise UnusableFieldError(field, f"{text!r} {error}") from error


def _website(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return normalise_website_url(text)
    except ValueError as error:
        raise UnusableFieldError("website_url", str(error)) from error

"""Sources' answers in the documented shapes of the creation answer. A source that could not be asked is null."""

import re

from domain.profile.holders import left_out
from schemas.officer_api import (
    CrunchbaseEnrichment,
    NorthDataEnrichment,
    NorthDataFlag,
    NorthDataOwner,
    ViesEnrichment,
    WebsiteValidation,
)
from schemas.sources import FactName, SourceAnswer


def vies_enrichment(answer: SourceAnswer | None) -> ViesEnrichment | None:
    """None unless VIES said valid or invalid: unavailable is not invalid."""
    valid = answer.fact("vat_valid") if answer else None
    if answer is None or not isinstance(valid, bool):
        return None
    return ViesEnrichment(
        vies_valid=valid,
        vies_name=_text(answer, "company_name"),
        vies_address=_text(answer, "registered_address"),
    )


def website_validation(answer: SourceAnswer | None) -> WebsiteValidation | None:
    """None unless the website answered or certainly cannot."""
    accessible = answer.fact("website_accessible") if answer else None
    if answer is None or not isinstance(accessible, bool):
        return None
    status = answer.fact("website_status_code")
    return WebsiteValidation(
        url=_text(answer, "website_url") or "",
        accessible=accessible,
        status_code=status if isinstance(status, int) else None,
    )


def northdata_enrichment(answer: SourceAnswer | None) -> NorthDataEnrichment | None:
    """None unless NorthData knows the company or says that it does not."""
    if answer is None or answer.state not in ("found", "not_found"):
        return None
    if answer.state == "not_found":
        return NorthDataEnrichment(found=False, reason=answer.reason)
    return NorthDataEnrichment(
        found=True,
        company_name=_text(answer, "company_name"),
        directors=_names(answer, "director"),
        directors_left_out=sum(left_out(fact) for fact in answer.all("director")),
        owners=tuple(
            NorthDataOwner(name=str(fact.value), share_percent=_percent(fact.details.get("share_percent")))
            for fact in answer.all("owner")
        ),
        legal_form=_text(answer, "legal_form"),
        registration_number=_text(answer, "registration_number"),
        registered_address=_text(answer, "registered_address"),
        company_status=_text(answer, "company_status"),
        incorporation_date=_text(answer, "incorporation_date"),
        flags=tuple(
            NorthDataFlag(name=str(fact.value), level=fact.details.get("level")) for fact in answer.all("registry_flag")
        ),
        northdata_url=_detail(answer, "company_name", "url"),
    )


def crunchbase_enrichment(answer: SourceAnswer | None) -> CrunchbaseEnrichment | None:
    """None unless Crunchbase knows the company or says that it does not; that it does not is no sign of risk."""
    if answer is None or answer.state not in ("found", "not_found"):
        return None
    if answer.state == "not_found":
        return CrunchbaseEnrichment(found=False, reason=answer.reason)
    return CrunchbaseEnrichment(
        found=True,
        company_name=_text(answer, "company_name"),
        country=_text(answer, "country"),
        website_url=_text(answer, "website_url"),
        founded_on=_text(answer, "incorporation_date"),
        company_status=_text(answer, "company_status"),
        description=_text(answer, "activity_description"),
        employees=_detail(answer, "company_name", "employees"),
        crunchbase_url=_detail(answer, "company_name", "url"),
    )


def _percent(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[0-9]{1,3}(\.[0-9]+)?", text) else None


def _names(answer: SourceAnswer, name: FactName) -> tuple[str, ...]:
    """Each once, also of one who holds several roles."""
    return tuple(dict.fromkeys(str(fact.value) for fact in answer.all(name)))


def _detail(answer: SourceAnswer, name: FactName, detail: str) -> str | None:
    return next((fact.details[detail] for fact in answer.all(name) if detail in fact.details), None)


def _text(answer: SourceAnswer, name: FactName) -> str | None:
    value = answer.fact(name)
    return value if isinstance(value, str) else None

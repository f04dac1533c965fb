"""Sources' answers in the documented shapes of the creation answer. A source that could not be asked is null."""

from schemas.officer_api import ViesEnrichment, WebsiteValidation
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


def _text(answer: SourceAnswer, name: FactName) -> str | None:
    value = answer.fact(name)
    return value if isinstance(value, str) else None

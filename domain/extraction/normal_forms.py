"""Whether a value is in the normal form of its feature, for values that no rule of this package has made itself."""

from datetime import date

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from schemas.extraction import FeatureName

DATES: frozenset[FeatureName] = frozenset({"incorporation_date", "document_date", "expiry_date"})


def problem_of(feature: FeatureName, value: str) -> str | None:
    """What is wrong with a value; None if nothing is. Numbers of companies may fail their check digits, and are looked
    at as what they are."""
    if feature in DATES:
        return None if _is_date(value) else "not_normalized"
    if feature == "iban":
        return None if _is_iban(value) else "checksum"
    return None


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_iban(value: str) -> bool:
    try:
        return IBAN(value).compact == value
    except SchwiftyException:
        return False

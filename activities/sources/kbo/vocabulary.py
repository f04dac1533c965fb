"""The register's Dutch words, and what they mean to us.

The same words stand on the public page and in the code table of the open data, so both are read by them: the codes
behind them have changed over the years, the words hardly.
"""

import re
from datetime import date

from schemas.sources import CompanyStatus

_NUMBER = re.compile(r"(?<![0-9])([01][0-9]{3})\.?([0-9]{3})\.?([0-9]{3})(?![0-9])")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "januari", "februari", "maart", "april", "mei", "juni",
            "juli", "augustus", "september", "oktober", "november", "december",
        ),
        start=1,
    )
}  # fmt: skip
_DATE_IN_WORDS = re.compile(r"(?<![0-9])([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})(?![0-9])", re.IGNORECASE)
_DATE_IN_DIGITS = re.compile(r"(?<![0-9])([0-9]{2})[/-]([0-9]{2})[/-]([0-9]{4})(?![0-9])")

_CEASED = ("stopgezet", "geannuleerd", "doorgehaald")
_SITUATIONS: tuple[tuple[re.Pattern[str], CompanyStatus], ...] = (
    # The first that matches holds. A bankruptcy that was revoked and a court-led reorganisation leave a company alive.
    (re.compile(r"intrekking|ingetrokken|vóór faillissement|reorganisatie|opschorting|gerechtelijk akkoord"), "active"),
    (re.compile(r"faillissement|failliet"), "bankruptcy"),
    (re.compile(r"ontbinding|ontbonden|vereffening|nietig"), "liquidation"),
)
_NO_END_OF_ITS_OWN = re.compile(r"normale toestand|vervanging van het ondernemingsnummer|activiteitstopzetting")
"""Situations of a company that ceased without having been wound up, merged or declared bankrupt."""
_NO_DIRECTORS: tuple[tuple[str, CompanyStatus | None], ...] = (
    # Who audits a company, or was set over it when it ended.
    ("commissaris", None),
    ("revisor", None),
    ("bewindvoerder", None),
    ("gerechtsmandataris", None),
    ("vereffenaar", "liquidation"),
    ("curator", "bankruptcy"),
)


def number_in(text: str) -> str | None:
    """The first enterprise number in a text, with or without its dots, as ten digits."""
    found = _NUMBER.search(text)
    return "".join(found.groups()) if found else None


def dotted(digits: str) -> str:
    """`0711326932` as the register writes it: `0711.326.932`."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def iso_date(text: str) -> str | None:
    """The first date in a text: `Sinds 27 maart 2024`, `27/03/2024` and `27-03-2024` are `2024-03-27`."""
    in_words = _DATE_IN_WORDS.search(text)
    if in_words is not None:
        day, month, year = int(in_words[1]), _MONTHS.get(in_words[2].lower(), 0), int(in_words[3])
    elif (in_digits := _DATE_IN_DIGITS.search(text)) is not None:
        day, month, year = (int(part) for part in in_digits.groups())
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def has_ceased(status: str) -> bool:
    """Whether a `Status` says that the entity is no more."""
    return status.lower().startswith(_CEASED)


def company_status(status: str, situation: str, roles: tuple[str, ...] = ()) -> CompanyStatus | None:
    """What `Status` and `Rechtstoestand` mean together; None if both are silent.

    A liquidator or a curator among the holders of functions says it where the situation does not.
    """
    words = situation.lower()
    if has_ceased(status):
        return "inactive" if not words or _NO_END_OF_ITS_OWN.search(words) else "dissolved"
    stated = next((meaning for pattern, meaning in _SITUATIONS if pattern.search(words)), None)
    if stated in {"bankruptcy", "liquidation"}:
        return stated
    implied = {_implied_status(role) for role in roles}
    if "bankruptcy" in implied:
        return "bankruptcy"
    if "liquidation" in implied:
        return "liquidation"
    return stated or ("active" if status.lower().startswith("actief") else None)


def is_director(role: str) -> bool:
    """Whether a function is one of those that lead the company; one we do not know counts as such."""
    return not any(word in role.lower() for word, _ in _NO_DIRECTORS)


def _implied_status(role: str) -> CompanyStatus | None:
    return next((status for word, status in _NO_DIRECTORS if word in role.lower()), None)

"""Under which identifiers a company would be found in PEPPOL, made from its registration and VAT numbers.

Source: the code list "Participant identifier schemes" that belongs to the PEPPOL policy for use of identifiers. Only
schemes whose value follows from a number that a case knows are here: no GLN, no office codes of public bodies. Values
of PEPPOL are the same in upper and in lower case; they are written in lower case here.
"""

import re
from dataclasses import dataclass

from schemas.company import Company
from schemas.sources import SourceAnswer

PARTICIPANT_SCHEME = "iso6523-actorid-upis"
_SEPARATORS = re.compile(r"[\s.\-/]+")


@dataclass(frozen=True)
class Scheme:
    """One kind of identifier. The first group of a pattern is what `value` takes from the number."""

    code: str
    """Of ISO 6523, or one from 9900 on that PEPPOL gives out itself."""
    value: str = "{}"
    registration: str | None = None
    vat: str | None = None

    def value_for(self, company: Company) -> str | None:
        """The value for this company, from its registration number if it has a usable one, else from its VAT number."""
        numbers = (
            (self.registration, company.company_registration_number),
            (self.vat, company.vat_number),
        )
        for pattern, number in numbers:
            compact = _SEPARATORS.sub("", number or "").upper()
            if pattern is not None and (found := re.fullmatch(pattern, compact, re.ASCII)):
                return self.value.format(found[1]).lower()
        return None


SCHEMES: dict[str, tuple[Scheme, ...]] = {
    "AT": (Scheme("9914", "at{}", vat=r"AT(U\d{8})"),),
    "BE": (
        Scheme("0208", registration=r"([01]\d{9})", vat=r"BE([01]\d{9})"),
        Scheme("9925", "be{}", registration=r"([01]\d{9})", vat=r"BE([01]\d{9})"),
    ),
    "BG": (Scheme("9926", "bg{}", vat=r"BG(\d{9,10})"),),
    "CY": (Scheme("9928", "cy{}", vat=r"CY(\d{8}[A-Z])"),),
    "CZ": (Scheme("9929", "cz{}", vat=r"CZ(\d{8,10})"),),
    "DE": (Scheme("9930", "de{}", vat=r"DE(\d{9})"),),
    # The rules for invoices ask for the prefix (PEPPOL-COMMON-R042); registrations without it are as old as the scheme.
    "DK": (
        Scheme("0184", "dk{}", registration=r"(\d{8})", vat=r"DK(\d{8})"),
        Scheme("0184", registration=r"(\d{8})", vat=r"DK(\d{8})"),
    ),
    "EE": (Scheme("0191", registration=r"(\d{8})"), Scheme("9931", "ee{}", vat=r"EE(\d{9})")),
    "ES": (Scheme("9920", "es{}", vat=r"ES([A-Z0-9]\d{7}[A-Z0-9])"),),
    "FI": (
        Scheme("0216", "0037{}", registration=r"(\d{8})", vat=r"FI(\d{8})"),
        Scheme("0213", "fi{}", vat=r"FI(\d{8})"),
    ),
    "FR": (
        Scheme("0225", registration=r"(\d{9})(?:\d{5})?", vat=r"FR[A-Z0-9]{2}(\d{9})"),
        Scheme("0002", registration=r"(\d{9})(?:\d{5})?", vat=r"FR[A-Z0-9]{2}(\d{9})"),
        Scheme("9957", "fr{}", vat=r"FR([A-Z0-9]{2}\d{9})"),
    ),
    "GR": (Scheme("9933", "el{}", vat=r"EL(\d{9})"),),
    "HR": (Scheme("9934", "hr{}", vat=r"HR(\d{11})"),),
    "HU": (Scheme("9910", "hu{}", vat=r"HU(\d{8})"),),
    "IE": (Scheme("9935", "ie{}", vat=r"IE([0-9A-Z+*]{8,9})"),),
    "IS": (Scheme("0196", registration=r"(\d{10})"),),
    "IT": (Scheme("0211", "it{}", vat=r"IT(\d{11})"), Scheme("0210", registration=r"(\d{11})")),
    "LI": (Scheme("9936", "li{}", vat=r"LI(\d{5})"),),
    "LT": (Scheme("0200", registration=r"(\d{9})"), Scheme("9937", "lt{}", vat=r"LT(\d{9}|\d{12})")),
    "LU": (Scheme("9938", "lu{}", vat=r"LU(\d{8})"),),
    "LV": (
        Scheme("0218", registration=r"(\d{11})", vat=r"LV(\d{11})"),
        Scheme("9939", "lv{}", vat=r"LV(\d{11})"),
    ),
    "MT": (Scheme("9943", "mt{}", vat=r"MT(\d{8})"),),
    "NL": (Scheme("0106", registration=r"(\d{8})"), Scheme("9944", "nl{}", vat=r"NL(\d{9}B\d{2})")),
    "NO": (Scheme("0192", registration=r"(\d{9})", vat=r"NO(\d{9})(?:MVA)?"),),
    # The list does not say whether the prefix belongs to it, so both forms are looked up.
    "PL": (Scheme("9945", "pl{}", vat=r"PL(\d{10})"), Scheme("9945", vat=r"PL(\d{10})")),
    "PT": (Scheme("9946", "pt{}", vat=r"PT(\d{9})"),),
    "RO": (Scheme("9947", "ro{}", vat=r"RO(\d{2,10})"),),
    "SE": (Scheme("0007", registration=r"(\d{10})", vat=r"SE(\d{10})\d{2}"),),
    "SI": (Scheme("9949", "si{}", vat=r"SI(\d{8})"),),
    "SK": (Scheme("0245", vat=r"SK(\d{10})"), Scheme("9950", "sk{}", vat=r"SK(\d{10})")),
}
"""By country, the scheme that most of its companies are registered under first."""


def participant_values(company: Company) -> tuple[str, ...]:
    """The values to look up, as `0208:0403170701`; none if the company has no number that makes one."""
    made = ((scheme.code, scheme.value_for(company)) for scheme in SCHEMES.get(company.country, ()))
    return tuple(f"{code}:{value}" for code, value in made if value is not None)


def participant_id(value: str) -> str:
    """The whole identifier: `iso6523-actorid-upis::0208:0403170701`."""
    return f"{PARTICIPANT_SCHEME}::{value}"


def participant_of(answer: SourceAnswer, company: Company) -> str | None:
    """Who an answer of PEPPOL is about: whom its verdict names, else the first that was looked up."""
    named = (fact.details.get("participant") for fact in answer.all("peppol_registered"))
    looked_up = (participant_id(value) for value in participant_values(company))
    return next((participant for participant in (*named, *looked_up) if participant is not None), None)

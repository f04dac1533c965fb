"""Every merchant category code with an English description, from the package iso18245 and a few corrections.

The package collects what several bodies publish. For one code we show one text, and prefer the most neutral: ISO's
own, else that of the USDA, Visa, Mastercard, American Express or Alipay, in this order. Stripe's list is left out: its
texts are shortened for Stripe's own forms. The tables are read once, when this module is imported.
"""

from types import MappingProxyType

import iso18245

from schemas.mcc import MccCode

CORRECTIONS: dict[str, str] = {
    # Approved by ISO in September 2022, paused by the card schemes in 2023, in use since 2024; not in the package.
    # https://usa.visa.com/visa-everywhere/blog/bdp/2022/09/13/protecting-legal-commerce-1663103155809.html
    "5723": "Gun and ammunition shops",
    # The package knows only Stripe's text, in which a search-and-replace made `Truck Stop` into `Truck StopIteration`.
    # Alipay's list calls it reserved for national use; lists in public code `Quasi Cash – Truck Stop Transactions`. No
    # scheme's own manual was at hand.
    "7511": "Truck stop transactions",
}

BRAND_CODES = range(3000, 4000)
"""Each belongs to one airline, car rental or hotel chain (ISO 18245: reserved for private use)."""


def description(code: str) -> str | None:
    """What the code stands for, or None if it is no merchant category code."""
    wordings = _WORDINGS.get(code)
    return wordings[0] if wordings else None


def is_known(code: str) -> bool:
    """Whether the code is a merchant category code; exactly four ASCII digits, nothing around them."""
    return code in _WORDINGS


def all_codes() -> tuple[str, ...]:
    """Every code, in ascending order."""
    return tuple(_WORDINGS)


def wordings(code: str) -> tuple[str, ...]:
    """How the bodies that publish the code word it, the one that we show first; none for an unknown code."""
    return _WORDINGS.get(code, ())


def named(code: str) -> MccCode:
    """The code with its description; KeyError if it is none."""
    return MccCode(mcc_code=code, description=_WORDINGS[code][0])


def _wordings() -> dict[str, tuple[str, ...]]:
    found = {entry.mcc: _texts(entry) for entry in iso18245.get_all_mccs() if entry.mcc not in CORRECTIONS}
    found.update({code: (text,) for code, text in CORRECTIONS.items()})
    return {code: found[code] for code in sorted(found) if found[code]}


def _texts(entry: iso18245.MCC) -> tuple[str, ...]:
    by_preference = (
        entry.iso_description,
        entry.usda_description,
        entry.visa_description,
        entry.mastercard_description,
        entry.amex_description,
        entry.alipay_description,
    )
    return tuple(dict.fromkeys(" ".join(text.replace("--", "–").split()) for text in by_preference if text.strip()))


_WORDINGS = MappingProxyType(_wordings())

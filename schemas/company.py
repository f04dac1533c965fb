"""The company that is being onboarded, as the officer or the integrating system named it."""

from schemas.frozen import Frozen


class Company(Frozen):
    """Identity as typed at creation, normalised in form only; nothing here has been verified."""

    company_name: str
    country: str
    """ISO 3166-1 alpha-2; an EEA country. Greece is `GR` here (VIES calls it `EL`)."""
    company_registration_number: str | None = None
    vat_number: str | None = None
    """With its country prefix, upper case, no separators: `BE0403170701`."""
    website_url: str | None = None

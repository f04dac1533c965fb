"""The companies of test mode. All are invented; their numbers have valid check digits but where a row says otherwise.

Host names end in `.example`, which nobody can own (RFC 2606), but for the one of the documentation's own example.
"""

from deploy.local.registries.catalogue.flagged import (
    AURORA,
    FLAGGED,
    GRIJZE_DUIF,
    JONGE_SPRUIT,
    KOPEREN_KETEL,
    LAATBLOEI,
    LINDENHOF,
    RODE_CIJFERS,
    SKYGGEFJELL,
    STILLE_WATERS,
    VERRE_KUST,
    VRACHTLIJN,
    ZILVERMEER,
)
from deploy.local.registries.catalogue.intricate import INTRICATE, LUMIERE, NAAMGENOOT, WILGENROOD
from deploy.local.registries.catalogue.mismatched import (
    ALPENQUELL,
    FEUILLE_MORTE,
    GLASMERE,
    GOUDVIS,
    MISMATCHED,
    MODRY_KAMEN,
    NARANJA_AZUL,
    NORDHAVN,
    OUDE_BRUG,
    SCHADUWPAD,
    TWEE_TORENS,
)
from deploy.local.registries.catalogue.sound import (
    ACME_TRADING,
    FJORDLYS,
    GALAZIOS,
    GARANCE,
    GARANCE_WWW,
    HAVENLICHT,
    NORDLICHT,
    SOUND,
    ZONNEWIND,
)
from deploy.local.registries.catalogue.unanswered import (
    AZULEJO,
    BURSZTYN,
    GELIJKTRED,
    KLEINE_BEER,
    STORMLIJN,
    UNANSWERED,
    VENTOMARE,
)
from deploy.local.registries.rows import SimulatedCompany, Website

__all__ = [
    "ACME_TRADING",
    "ALPENQUELL",
    "AURORA",
    "AZULEJO",
    "BURSZTYN",
    "COMPANIES",
    "FEUILLE_MORTE",
    "FJORDLYS",
    "GALAZIOS",
    "GARANCE",
    "GELIJKTRED",
    "GLASMERE",
    "GOUDVIS",
    "GRIJZE_DUIF",
    "HAVENLICHT",
    "JONGE_SPRUIT",
    "KLEINE_BEER",
    "KOPEREN_KETEL",
    "LAATBLOEI",
    "LINDENHOF",
    "LUMIERE",
    "MODRY_KAMEN",
    "NAAMGENOOT",
    "NARANJA_AZUL",
    "NORDHAVN",
    "NORDLICHT",
    "OUDE_BRUG",
    "RODE_CIJFERS",
    "SCHADUWPAD",
    "SKYGGEFJELL",
    "STILLE_WATERS",
    "STORMLIJN",
    "TWEE_TORENS",
    "VENTOMARE",
    "VERRE_KUST",
    "VRACHTLIJN",
    "WEBSITES",
    "WILGENROOD",
    "ZILVERMEER",
    "ZONNEWIND",
    "company_with_vat_number",
    "website_hosts",
]

COMPANIES: tuple[SimulatedCompany, ...] = (*SOUND, *INTRICATE, *UNANSWERED, *MISMATCHED, *FLAGGED)

WEBSITES: dict[str, Website] = {
    site.host: site for site in (*(row.website for row in COMPANIES if row.website is not None), GARANCE_WWW)
}


def website_hosts() -> tuple[str, ...]:
    """The host names the simulator answers for, for the setting `CASEWRIGHT_TEST_WEBSITE_HOSTS`."""
    return tuple(WEBSITES)


def company_with_vat_number(country_code: str, number: str) -> SimulatedCompany | None:
    """The company whose VAT number, parted as VIES wants it, this is."""
    return next((row for row in COMPANIES if row.vat_number == f"{country_code}{number}"), None)

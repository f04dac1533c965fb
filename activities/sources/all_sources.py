"""Every source there is. A new one is a file beside this one and a line here; `docs/adding-a-source.md` shows it."""

import aiohttp

from activities.sources.annuaire import Annuaire
from activities.sources.ares import Ares
from activities.sources.brreg import Brreg
from activities.sources.crunchbase import Crunchbase
from activities.sources.gazette import Gazette
from activities.sources.gleif import Gleif
from activities.sources.kbo import Kbo
from activities.sources.nbb import Nbb
from activities.sources.northdata import NorthData
from activities.sources.peppol import Peppol
from activities.sources.screening import Screening
from activities.sources.source import Source
from activities.sources.vies import Vies
from activities.sources.website import Website
from runtime.settings import Settings


def all_sources(http: aiohttp.ClientSession, settings: Settings) -> tuple[Source, ...]:
    """The sources, asking over this session and with the keys of these settings."""
    return (
        Vies(http, settings),
        Kbo(http, settings),
        Nbb(http, settings),
        Gazette(http, settings),
        Peppol(http, settings),
        Gleif(http, settings),
        Brreg(http, settings),
        Ares(http, settings),
        Annuaire(http, settings),
        NorthData(http, settings),
        Crunchbase(http, settings),
        Website(settings),
        Screening(http, settings),
    )

"""KBO/BCE, the Belgian register of entities: its public search, or its open data where that has been imported.

Both say what the register says; the page is of today and names the holders of functions, the open data is of the day
of its extract, costs the register nothing, and names nobody.
"""

from datetime import timedelta

import aiohttp

from activities.sources.answers import Reply, not_applicable
from activities.sources.kbo.open_data import OpenData
from activities.sources.kbo.search_page import SearchPage
from activities.sources.source import Terms
from domain.company_numbers import enterprise_number
from runtime.settings import Settings
from schemas.sources import SourceName, SourceQuery


class Kbo:
    name = SourceName.KBO
    terms = Terms(per_second=1.0, kept_for=timedelta(days=1))
    """Of the page: nobody publishes a limit, and one look-up a second is a person's haste."""

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._register: SearchPage | OpenData
        if settings.kbo_open_data is not None:
            self.terms = Terms(per_second=50.0, one_host=False)
            self._register = OpenData(settings.kbo_open_data)
        else:
            self._register = SearchPage(http, settings.kbo_url)

    async def ask(self, query: SourceQuery) -> Reply:
        """What the register says of the company's enterprise number."""
        number = enterprise_number(query.company)
        if number is None:
            return Reply(not_applicable("no_enterprise_number"))
        return await self._register.ask(number)

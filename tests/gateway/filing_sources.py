"""Look-ups without a network, whose answers are real evidence in a real object store."""

from temporalio import activity

from activities.sources.answers import AnswerDesk, Reading, Received, facts_of
from runtime.object_store import ObjectStore
from runtime.settings import Settings
from schemas.sources import SourceAnswer, SourceName, SourceQuery

VIES_URL = "https://vies.example/check-vat-number"
VIES_BODY = b'{"valid": true, "name": "ACME TRADING",\n "amount": 1.50}'
PAGE = "<html><title>Ácme</title></html>".encode()


class FilingSources:
    """Answers without a network, filed as the real look-ups file theirs. A website sends what a test says it does."""

    def __init__(self, settings: Settings, store: ObjectStore) -> None:
        self._vies = AnswerDesk(SourceName.VIES, store, settings)
        self._website = AnswerDesk(SourceName.WEBSITE, store, settings)
        self.pages: dict[str, tuple[bytes, str]] = {}
        """By the company's name: the bytes and their media type."""

    @activity.defn(name="look-up-vies")
    async def look_up_vies(self, query: SourceQuery) -> SourceAnswer:
        reading = Reading("found", facts=facts_of({"company_name": "ACME TRADING"}))
        return await self._vies.file(query, reading, Received(VIES_URL, VIES_BODY, "application/json"))

    @activity.defn(name="check-website")
    async def check_website(self, query: SourceQuery) -> SourceAnswer:
        body, media_type = self.pages.get(query.company.company_name, (PAGE, "text/html"))
        return await self._website.file(
            query, Reading("found"), Received("https://acme-trading.example/", body, media_type)
        )

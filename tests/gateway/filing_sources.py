"""Look-ups without a network, whose answers are real evidence in a real object store."""

from datetime import UTC, datetime

from temporalio import activity

from activities.sources.answers import NOT_CONFIGURED, AnswerDesk, Reading, Received, Reply, facts_of
from runtime.object_store import ObjectStore
from runtime.settings import Settings
from schemas.sources import SourceAnswer, SourceName, SourceQuery

VIES_URL = "https://vies.example/check-vat-number"
VIES_BODY = b'{"valid": true, "name": "ACME TRADING",\n "amount": 1.50}'
PAGE = "<html><title>Ácme</title></html>".encode()


class FilingSources:
    """Answers without a network, filed as the real look-ups file theirs. A website sends what a test says it does."""

    def __init__(self, settings: Settings, store: ObjectStore) -> None:
        self._desk = AnswerDesk(store, settings)
        self.pages: dict[str, tuple[bytes, str]] = {}
        """By the company's name: the bytes and their media type."""

    @activity.defn(name="look-up")
    async def look_up(self, query: SourceQuery) -> SourceAnswer:
        return await self._desk.file(query, self._reply(query), datetime.now(UTC))

    def _reply(self, query: SourceQuery) -> Reply:
        if query.source is SourceName.VIES:
            reading = Reading("found", facts=facts_of({"vat_valid": True, "company_name": "ACME TRADING"}))
            return Reply(reading, (Received(VIES_URL, VIES_BODY, "application/json"),))
        if query.source is SourceName.WEBSITE:
            body, media_type = self.pages.get(query.company.company_name, (PAGE, "text/html"))
            return Reply(Reading("found"), (Received("https://acme-trading.example/", body, media_type),))
        return NOT_CONFIGURED

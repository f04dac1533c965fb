"""A source that replies what a test says, and counts how often it is asked."""

from dataclasses import dataclass, field
from datetime import timedelta

from activities.sources.answers import Reading, Received, Reply, facts_of
from activities.sources.source import Terms
from schemas.company import Company
from schemas.sources import SourceName, SourceQuery

ACME = Company(company_name="Acme Trading BVBA", country="BE", company_registration_number="0456789012")
FOUND = Reply(
    Reading("found", facts=facts_of({"company_name": "Acme Trading", "employees": 5, "peppol_registered": True})),
    (
        Received("https://register.example/1", b'{"name": "Acme Trading"}', "application/json"),
        Received("https://register.example/2", b"<p>more</p>", "text/html"),
    ),
)


@dataclass
class ScriptedSource:
    reply: Reply = FOUND
    terms: Terms = field(default_factory=lambda: Terms(per_second=100.0, kept_for=timedelta(days=1)))
    name: SourceName = SourceName.KBO
    asked: int = 0

    async def ask(self, query: SourceQuery) -> Reply:
        self.asked += 1
        return self.reply

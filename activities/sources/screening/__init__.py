"""Screening against lists of sanctions, of politically exposed persons and of crime, by a yente service.

Contract: https://www.opensanctions.org/docs/api/matching/. The company and every person who has to do with it is one
query of a batch. A screening that is not whole is not done: if one query fails, or there are persons who are too many
to be asked about, the answer is *unavailable*, with what the others found. Nothing is kept for
later, because lists change daily.
"""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

import aiohttp
import structlog
from pydantic import JsonValue

from activities.sources.answers import NOT_CONFIGURED, RETRY_SECONDS, Reading, Received, Reply, unavailable
from activities.sources.register_answers import json_of
from activities.sources.screening.matches import Answers, facts_of_match, facts_of_subject
from activities.sources.screening.subjects import Subject, subjects_of
from activities.sources.source import Terms
from domain.look_ups import PARTLY_SCREENED
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.sources import SourceFact, SourceName, SourceQuery

log = structlog.stdlib.get_logger()

ALGORITHM = "logic-v2"
THRESHOLD = 0.7
"""From this score on a result is a match; yente's own default for this algorithm."""
NEAR_MISS = 0.5
"""From this score on a result is recorded, so that the record shows what was weighed and found too light."""
LIMIT = 5
"""Results of one subject; an officer who needs more asks the service itself."""
BATCH = 100
"""Queries that the service takes in one request."""
MAX_ANSWER_BYTES = 8 * 1024 * 1024
"""A hundred subjects with five results of some kilobytes each."""
TOPICS = (
    "sanction", "sanction.linked", "sanction.control", "sanction.counter",
    "export.control", "export.control.linked", "export.risk", "invest.ban", "invest.risk", "debarment", "corp.disqual",
    "role.pep", "role.rca", "role.oligarch",
    "crime", "crime.boss", "crime.fin", "crime.fraud", "crime.terror", "crime.theft", "crime.traffick", "crime.war",
    "wanted", "mare.shadow", "mare.detained", "reg.action", "reg.warn", "poi",
)  # fmt: skip
"""The topics that are a risk: https://www.opensanctions.org/docs/topics/. What has only others is nobody's concern."""
_OUR_FAULT = frozenset({400, 401, 403, 404, 422})


class Screening:
    name = SourceName.SCREENING
    terms = Terms(per_second=5.0)

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._dataset = settings.screening_dataset
        self._url = match_url(settings.screening_url, self._dataset) if settings.screening_url else None
        key = settings.screening_key
        self._headers = {"Authorization": f"ApiKey {key.get_secret_value()}"} if key is not None else {}

    async def ask(self, query: SourceQuery) -> Reply:
        """Whom of the company and its persons the lists name."""
        if self._url is None:
            return NOT_CONFIGURED
        subjects = subjects_of(query.company, query.persons)
        facts: tuple[SourceFact, ...] = ()
        received: list[Received] = []
        for start in range(0, len(subjects), BATCH):
            batch = subjects[start : start + BATCH]
            reply = await self._match(self._url, batch)
            received.append(Received.of(reply))
            reading = read_batch(reply, batch, self._dataset)
            facts += reading.facts
            if reading.state == "unavailable":
                failed = Reading("unavailable", reading.reason, reading.retry_after_seconds, facts)
                return Reply(failed, tuple(received))
        if query.persons_left_out:
            log.warning("persons were not screened", case_id=query.case_id, left_out=query.persons_left_out)
            return Reply(Reading("unavailable", PARTLY_SCREENED, facts=facts), tuple(received))
        return Reply(conclusion(facts), tuple(received))

    async def _match(self, url: str, batch: Sequence[Subject]) -> Exchange:
        queries: dict[str, JsonValue] = {query_id(index): subject.query() for index, subject in enumerate(batch)}
        reply = await exchange(
            self._http, "POST", url, json={"queries": queries}, headers=self._headers, limit=MAX_ANSWER_BYTES
        )
        if reply.status in _OUR_FAULT:
            log.error("the screening service refuses our requests", status=reply.status)
        return reply


def match_url(base: str, dataset: str) -> str:
    """Where to post queries, with how they are to be answered; `topics` is given once for each topic."""
    parameters = [
        ("algorithm", ALGORITHM),
        ("threshold", str(THRESHOLD)),
        ("cutoff", str(NEAR_MISS)),
        ("limit", str(LIMIT)),
        *(("topics", topic) for topic in TOPICS),
    ]
    return f"{base.rstrip('/')}/match/{quote(dataset, safe='')}?{urlencode(parameters)}"


def query_id(index: int) -> str:
    """How a query is told from the others of its batch."""
    return f"q{index + 1}"


def read_batch(reply: Exchange, batch: Sequence[Subject], dataset: str) -> Reading:
    """The facts of one batch: *found* without a verdict on the whole, or *unavailable* if a query went unanswered."""
    if reply.status == 429 and reply.failure is None and reply.retry_after_seconds is None:
        return unavailable("quota_exhausted")  # of the hosted service's month, which another try does not shorten
    answers = json_of(Answers, reply)
    if isinstance(answers, Reading):
        return answers
    received = Received.of(reply)
    facts: tuple[SourceFact, ...] = ()
    missing = 0
    for index, subject in enumerate(batch):
        answer = answers.responses.get(query_id(index))
        if answer is None or not answer.has_screened(subject):
            missing += 1
            continue
        facts += facts_of_subject(subject, answer, {"dataset": dataset, "algorithm": ALGORITHM}, received)
        for result in answer.results[:LIMIT]:
            if result.score >= NEAR_MISS:
                facts += facts_of_match(subject, result, received, is_match=result.match or result.score >= THRESHOLD)
    if missing:
        return Reading("unavailable", PARTLY_SCREENED, RETRY_SECONDS, facts)
    return Reading("found", facts=facts)


def conclusion(facts: tuple[SourceFact, ...]) -> Reading:
    """Found if the lists name anybody; that somebody came near is recorded and is no match."""
    if any(fact.name == "screening_match" and fact.details.get("match") == "true" for fact in facts):
        return Reading("found", facts=facts)
    return Reading("not_found", "no_match", facts=facts)

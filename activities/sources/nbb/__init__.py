"""The National Bank of Belgium's Central Balance Sheet Office: which annual accounts a company deposited, and what the
newest say.

Contract: https://developer.cbso.nbb.be, product *Authentic Data*; a signed contract and a subscription key are needed.
Under load the bank has answered that companies with accounts have none, so such an answer is asked for twice.
"""

import asyncio
import re
from datetime import timedelta
from uuid import uuid4

import aiohttp
import structlog
from yarl import URL

from activities.sources.answers import NOT_CONFIGURED, Reading, Received, Reply, not_applicable
from activities.sources.nbb.accounts import account_facts, read_accounts
from activities.sources.nbb.deposits import Deposit, deposit_facts, read_deposits
from activities.sources.source import Terms
from domain.company_numbers import enterprise_number
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.sources import SourceName, SourceQuery

log = structlog.stdlib.get_logger()

LIST_TYPE = "application/json"
ACCOUNTS_TYPE = "application/x.jsonxbrl"
"""The bank refuses `application/json` here with 415."""
PAUSE_SECONDS = 2.0
"""Before an empty answer is asked for again, within the deadline of the officer who waits."""
_REFERENCE = re.compile(r"[0-9A-Za-z-]{1,40}")


class Nbb:
    name = SourceName.NBB
    terms = Terms(per_second=1.0, kept_for=timedelta(days=7))  # accounts are deposited once a year

    def __init__(self, http: aiohttp.ClientSession, settings: Settings, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._http = http
        self._root = f"{settings.nbb_url.rstrip('/')}/authentic"
        self._key = settings.nbb_key
        self._pause_seconds = pause_seconds

    async def ask(self, query: SourceQuery) -> Reply:
        """The deposits of a Belgian company, and the figures, directors and owners that the newest one states."""
        number = enterprise_number(query.company)
        if number is None:
            return Reply(not_applicable("no_enterprise_number"))
        if self._key is None:
            return NOT_CONFIGURED
        url = f"{self._root}/legalEntity/{number}/references"
        replies = [await self._get(url, LIST_TYPE)]
        deposits = read_deposits(replies[0], number)
        if deposits == ():
            await asyncio.sleep(self._pause_seconds)
            replies.insert(0, await self._get(url, LIST_TYPE))
            deposits = read_deposits(replies[0], number)
        received = tuple(map(Received.of, replies))
        if isinstance(deposits, Reading):
            return Reply(deposits, received)
        if not deposits:
            return Reply(Reading("not_found", "no_deposits"), received)
        return await self._with_accounts(deposits, received)

    async def _with_accounts(self, deposits: tuple[Deposit, ...], listed: tuple[Received, ...]) -> Reply:
        """The list counts also when the contents cannot be had; then the newest deposit says why, and when to ask
        again, and states no figures."""
        newest = deposits[0]
        url = self._accounts_url(newest)
        if url is None:
            return Reply(Reading("found", facts=deposit_facts(deposits, "not_published")), listed)
        reply = await self._get(url, ACCOUNTS_TYPE)
        received = Received.of(reply)
        everything = (listed[0], received, *listed[1:])
        accounts = read_accounts(reply, newest)
        if isinstance(accounts, Reading):
            facts = deposit_facts(deposits, accounts.reason)
            return Reply(Reading("found", None, accounts.retry_after_seconds, facts), everything)
        facts = (*deposit_facts(deposits, None), *account_facts(accounts, newest, received))
        return Reply(Reading("found", facts=facts), everything)

    def _accounts_url(self, deposit: Deposit) -> str | None:
        """Where its contents are. The address in the list is followed to the bank's own host only, because our key
        goes with the request."""
        if deposit.data_url is None:
            return None
        if _lies_below(deposit.data_url, f"{self._root}/deposit/"):
            return deposit.data_url
        if deposit.reference is None or not _REFERENCE.fullmatch(deposit.reference):
            return None
        return f"{self._root}/deposit/{deposit.reference}/accountingData"

    async def _get(self, url: str, media_type: str) -> Exchange:
        key = self._key.get_secret_value() if self._key else ""
        headers = {"NBB-CBSO-Subscription-Key": key, "X-Request-Id": str(uuid4()), "Accept": media_type}
        reply = await exchange(self._http, "GET", url, headers=headers)
        if reply.status in (401, 403):
            log.error("The National Bank refuses our key", status=reply.status)
        return reply


def _lies_below(address: str, folder: str) -> bool:
    try:
        url, known = URL(address), URL(folder)
        same_host = url.user is None and url.origin() == known.origin()
    except ValueError:
        return False
    return same_host and url.path.startswith(known.path)

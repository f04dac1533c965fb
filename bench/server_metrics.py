"""What the Temporal server counts itself, from its Prometheus endpoint."""

import asyncio
import re
from collections import Counter

import aiohttp

_REQUESTS = re.compile(
    r'^service_requests\{namespace="(?P<namespace>[^"]*)",operation="(?P<operation>[^"]*)",service_name="frontend"\} '
    r"(?P<count>[0-9.e+]+)$",
    re.MULTILINE,
)

LAG_SECONDS = 2.5
"""The server adds to its metrics once a second."""


async def requests_so_far(metrics_url: str, namespace: str) -> Counter[str]:
    """How many requests of each kind the server's frontend has received for this namespace since it started."""
    await asyncio.sleep(LAG_SECONDS)
    async with aiohttp.ClientSession() as session, session.get(metrics_url) as response:
        response.raise_for_status()
        text = await response.text()
    counts: Counter[str] = Counter()
    for found in _REQUESTS.finditer(text):
        if found["namespace"] == namespace:
            counts[found["operation"]] += int(float(found["count"]))
    return counts

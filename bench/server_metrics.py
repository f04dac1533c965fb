"""What the Temporal server counts itself, from its Prometheus endpoint."""

import re
from collections import Counter

import aiohttp

_REQUESTS = re.compile(
    r'^service_requests\{namespace="(?P<namespace>[^"]*)",operation="(?P<operation>[^"]*)",service_name="frontend"\} '
    r"(?P<count>[0-9.e+]+)$",
    re.MULTILINE,
)


async def requests_so_far(metrics_url: str, namespace: str) -> Counter[str]:
    """How many requests of each kind the server's frontend has received for this namespace since it started."""
    async with aiohttp.ClientSession() as session, session.get(metrics_url) as response:
        response.raise_for_status()
        text = await response.text()
    return Counter(
        {
            found["operation"]: int(float(found["count"]))
            for found in _REQUESTS.finditer(text)
            if found["namespace"] == namespace
        }
    )

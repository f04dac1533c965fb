"""What the tests of all activities share: the limits of connections are those of a machine with nothing else to do."""

from collections.abc import Iterator

import pytest

PATIENCE_SECONDS = 60
LIMITS = (
    "runtime.postgres.CONNECT_SECONDS",
    "runtime.postgres.POOL_WAIT_SECONDS",
    "runtime.object_store.CONNECT_SECONDS",
    "runtime.object_store.READ_SECONDS",
    "runtime.webhook_posting.CONNECT_SECONDS",
    "activities.notify.CONNECT_SECONDS",
)


@pytest.fixture(scope="module", autouse=True)
def _unhurried_connections() -> Iterator[None]:
    """A busy machine is neither a store nor a receiver that is away."""
    with pytest.MonkeyPatch.context() as patched:
        for limit in LIMITS:
            patched.setattr(limit, PATIENCE_SECONDS)
        patched.setattr("runtime.postgres.STATEMENT_MILLISECONDS", PATIENCE_SECONDS * 1000)
        yield

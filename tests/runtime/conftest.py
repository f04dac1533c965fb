"""The limits of connections are those of a machine with nothing else to do, which no test can count on."""

from collections.abc import Iterator

import pytest

from runtime.public_web import PageLimits, PublicWeb

PATIENCE_SECONDS = 60
LIMITS = (
    "runtime.object_store.CONNECT_SECONDS",
    "runtime.object_store.READ_SECONDS",
    "runtime.postgres.CONNECT_SECONDS",
    "runtime.postgres.POOL_WAIT_SECONDS",
)


@pytest.fixture(scope="module", autouse=True)
def _unhurried_connections() -> Iterator[None]:
    """A busy machine is no store and no page that is away."""
    with pytest.MonkeyPatch.context() as patched:
        for limit in LIMITS:
            patched.setattr(limit, PATIENCE_SECONDS)
        patched.setattr("runtime.postgres.STATEMENT_MILLISECONDS", PATIENCE_SECONDS * 1000)
        # A default is bound when its function is defined.
        patched.setattr(PublicWeb.page, "__defaults__", (PageLimits(PATIENCE_SECONDS),))
        yield

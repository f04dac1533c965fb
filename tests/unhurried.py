"""The product's limits of connections are those of a machine with nothing else to do, which no test can count on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PATIENCE_SECONDS = 60
_LIMITS = (
    "runtime.postgres.CONNECT_SECONDS",
    "runtime.postgres.POOL_WAIT_SECONDS",
    "runtime.object_store.CONNECT_SECONDS",
    "runtime.object_store.READ_SECONDS",
)


@contextmanager
def unhurried_stores() -> Iterator[pytest.MonkeyPatch]:
    """What opens Postgres or the object store within the block waits longer for them: a busy machine is no store that
    is away. What else is patched by what it gives is undone with it."""
    with pytest.MonkeyPatch.context() as patched:
        for limit in _LIMITS:
            patched.setattr(limit, PATIENCE_SECONDS)
        patched.setattr("runtime.postgres.STATEMENT_MILLISECONDS", PATIENCE_SECONDS * 1000)
        yield patched

"""What the tests of all activities share."""

from collections.abc import Iterator

import pytest

from tests.unhurried import PATIENCE_SECONDS, unhurried_stores


@pytest.fixture(scope="module", autouse=True)
def _unhurried_connections() -> Iterator[None]:
    """A busy machine is neither a store nor a receiver that is away."""
    with unhurried_stores() as patched:
        for limit in ("runtime.webhook_posting.CONNECT_SECONDS", "activities.notify.CONNECT_SECONDS"):
            patched.setattr(limit, PATIENCE_SECONDS)
        yield

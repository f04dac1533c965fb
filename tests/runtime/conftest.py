"""What the tests of all of `runtime` share."""

from collections.abc import Iterator

import pytest

from runtime.public_web import PageLimits, PublicWeb
from tests.unhurried import PATIENCE_SECONDS, unhurried_stores


@pytest.fixture(scope="module", autouse=True)
def _unhurried_connections() -> Iterator[None]:
    """A busy machine is no store and no page that is away."""
    with unhurried_stores() as patched:
        # A default is bound when its function is defined.
        patched.setattr(PublicWeb.page, "__defaults__", (PageLimits(PATIENCE_SECONDS),))
        yield

"""The names under which participants are found in DNS are those that the network publishes."""

import pytest

from activities.sources.peppol.locator import locator_name

ZONE = "zone.example"
PUBLISHED = {
    "0010:5798000000001": "XUKHFQABQZIKI3YKVR2FHR4SNFA3PF5VPQ6K4TONV3LMVSY5ARVQ",  # the specification's own example
    "9915:test": "EH5BOAVAKTMBGZYH2A63DZ4QOV33FVP5NSDVQKLUCFRAAYOODW6A",
    "0088:123abc": "Y7DZFXAF3D4CJZ4KCGRXTEC6TWVCGA4KY7ZWA5BOIF6MSWD4TDRQ",
    "0192:974760673": "N7XQXD72MCN4TDKKOX5HZPKE3KWLV6TXP5SAMLSSXX7SE6EOQNDQ",
}
"""Vectors of the specification and of public implementations."""


@pytest.mark.parametrize(("value", "label"), PUBLISHED.items())
def test_a_name_is_the_published_one(value: str, label: str) -> None:
    assert locator_name(value, ZONE) == f"{label}.iso6523-actorid-upis.{ZONE}"


@pytest.mark.parametrize("value", PUBLISHED)
def test_upper_case_makes_no_other_name(value: str) -> None:
    assert locator_name(value.upper(), ZONE) == locator_name(value, ZONE)

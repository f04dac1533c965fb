"""What the creation of a case says about each company of the test-mode catalogue.

Three outcomes and never two: valid, invalid, and could not be checked, which is null.
"""

import asyncio
from typing import NamedTuple

import pytest

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from tests.journey.walking import Json, OpenCase, Walk, as_object, named

UNAVAILABLE = None


class Enrichment(NamedTuple):
    vies_valid: bool | None
    vies_name: str | None
    website_accessible: bool | None
    website_status: int | None


EXPECTED: dict[SimulatedCompany, Enrichment] = {}

"""What all sources said of every company of the catalogue; collected once, because some of them hang."""

import asyncio

import pytest

from deploy.local.registries import catalogue
from schemas.case import CaseRecord
from tests.stories.looking_up import an_enquiry


class Cases(dict[str, CaseRecord]):
    """By company name."""

    def __repr__(self) -> str:
        return f"<the cases of {len(self)} companies>"  # for whoever reads that a test has failed


TYPED_ADDRESSES = {catalogue.GLASMERE.company_name: "11 Canal Street, Dublin 8"}
"""What the officer was told where a story begins with it."""


@pytest.fixture(scope="session")
async def cases() -> Cases:
    async with an_enquiry(catalogue.COMPANIES) as enquiry:
        asked = (enquiry.case_about(row, TYPED_ADDRESSES.get(row.company_name)) for row in catalogue.COMPANIES)
        found = await asyncio.gather(*asked)
    return Cases({record.opening.company.company_name: record for record in found})

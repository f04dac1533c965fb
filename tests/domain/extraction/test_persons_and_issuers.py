"""Who leads and owns a company and who issued a document, as registers, forms and deeds say it."""

import pytest

from domain.extraction.mandates import has_ended
from tests.domain.extraction.person_samples import PERSON_SAMPLES, PersonSample
from tests.domain.extraction.test_companies_and_people import found_in, said_by
from tests.domain.extraction.written_pages import laid_out

_ABOUT = ("director", "beneficial_owner", "issuer")


@pytest.mark.parametrize("sample", PERSON_SAMPLES, ids=lambda sample: sample.name)
def test_says_who_leads_who_owns_and_who_issued(sample: PersonSample) -> None:
    said = said_by(found_in([laid_out(sample.text)], sample.kind))

    assert {name: said[name] for name in _ABOUT if name in said} == sample.says


@pytest.mark.parametrize(
    ("row", "ended"),
    [
        ("Gérant DELVAUX Raymond 03/10/2001 14/02/2011", True),
        ("Functie: Bestuurder Mandaat: 10/06/2022 - 12/06/2026", False),
        ("Administrateur DELVAUX Paul 01/05/2020", False),
        ("Bernd Albers (bis 30.06.2023)", True),
        ("Bernd Albers (bis 30.06.2030)", False),
        ("D Evans (resigned 1 June 2024)", True),
    ],
)
def test_a_mandate_has_ended_only_before_the_day_of_the_document(row: str, ended: bool) -> None:
    assert has_ended(row, "2024-09-25", "unknown") is ended

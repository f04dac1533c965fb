"""What NorthData and Crunchbase said, in the answer to a new case."""

from datetime import UTC, datetime

import pytest

from gateway.officer.enrichment import crunchbase_enrichment, northdata_enrichment
from schemas.sources import SourceAnswer, SourceFact, SourceName, SourceState


def an_answer(
    source: SourceName, state: SourceState = "found", reason: str | None = None, *facts: SourceFact
) -> SourceAnswer:
    return SourceAnswer(
        source=source,
        state=state,
        reason=reason,
        facts=facts,
        collected_at=datetime(2026, 2, 24, tzinfo=UTC),
        environment="test",
    )


COULD_NOT_CHECK: list[tuple[SourceState, str]] = [
    ("unavailable", "timeout"),
    ("unavailable", "key_refused"),
    ("not_configured", "no_key"),
    ("not_applicable", "nothing_to_ask"),
]


@pytest.mark.parametrize(("state", "reason"), COULD_NOT_CHECK)
def test_a_source_that_could_not_be_asked_is_null(state: SourceState, reason: str) -> None:
    assert northdata_enrichment(an_answer(SourceName.NORTHDATA, state, reason)) is None
    assert crunchbase_enrichment(an_answer(SourceName.CRUNCHBASE, state, reason)) is None


def test_a_source_that_has_not_answered_yet_is_null() -> None:
    assert northdata_enrichment(None) is None
    assert crunchbase_enrichment(None) is None


@pytest.mark.parametrize("reason", ["unknown_company", "ambiguous", "other_company"])
def test_a_company_that_was_not_found_says_so_and_nothing_else(reason: str) -> None:
    northdata = northdata_enrichment(an_answer(SourceName.NORTHDATA, "not_found", reason))
    crunchbase = crunchbase_enrichment(an_answer(SourceName.CRUNCHBASE, "not_found", reason))
    for enrichment in (northdata, crunchbase):
        assert enrichment is not None
        body = enrichment.model_dump()
        assert (body.pop("found"), body.pop("reason")) == (False, reason)
        assert body.pop("directors_left_out", 0) == 0
        assert set(body.values()) == {None}


def test_northdata_names_the_company_its_directors_and_its_owners() -> None:
    answer = an_answer(
        SourceName.NORTHDATA,
        "found",
        None,
        SourceFact(name="company_name", value="Zonnewind BV", details={"url": "https://www.northdata.com/Zonnewind"}),
        SourceFact(name="company_status", value="active"),
        SourceFact(name="director", value="An De Wilde", details={"role": "Director", "left_out": "7"}),
        SourceFact(name="director", value="Bo Maes", details={"role": "Director"}),
        SourceFact(name="director", value="An De Wilde", details={"role": "Member of the board"}),
        SourceFact(name="owner", value="Beheer NV", details={"share_percent": "80"}),
        SourceFact(name="owner", value="Bo Maes", details={"share_percent": "a few"}),
        SourceFact(name="registry_flag", value="Young company", details={"level": "yellow"}),
    )
    enrichment = northdata_enrichment(answer)
    assert enrichment is not None
    assert enrichment.model_dump(mode="json", exclude_none=True) == {
        "found": True,
        "company_name": "Zonnewind BV",
        "directors": ["An De Wilde", "Bo Maes"],
        "directors_left_out": 7,
        "owners": [{"name": "Beheer NV", "share_percent": 80.0}, {"name": "Bo Maes"}],
        "company_status": "active",
        "flags": [{"name": "Young company", "level": "yellow"}],
        "northdata_url": "https://www.northdata.com/Zonnewind",
    }


def test_a_company_without_directors_has_an_empty_list_of_them() -> None:
    enrichment = northdata_enrichment(
        an_answer(SourceName.NORTHDATA, "found", None, SourceFact(name="company_name", value="Zonnewind BV"))
    )
    assert enrichment is not None
    assert (enrichment.directors, enrichment.owners, enrichment.flags) == ((), (), ())


def test_crunchbase_names_the_company_and_the_page_to_link_to() -> None:
    answer = an_answer(
        SourceName.CRUNCHBASE,
        "found",
        None,
        SourceFact(
            name="company_name",
            value="Zonnewind",
            details={"url": "https://www.crunchbase.com/organization/zonnewind", "employees": "11-50"},
        ),
        SourceFact(name="incorporation_date", value="2016"),
        SourceFact(name="activity_description", value="Parcels by cargo bike."),
    )
    enrichment = crunchbase_enrichment(answer)
    assert enrichment is not None
    assert enrichment.model_dump(mode="json", exclude_none=True) == {
        "found": True,
        "company_name": "Zonnewind",
        "founded_on": "2016",
        "description": "Parcels by cargo bike.",
        "employees": "11-50",
        "crunchbase_url": "https://www.crunchbase.com/organization/zonnewind",
    }

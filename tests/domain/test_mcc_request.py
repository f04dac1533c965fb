"""The classifier is told the name, the latest answers, the website and the notes, and nothing else of a case."""

from domain.mcc.request import MAX_ACTIVITIES, mcc_request, registered_activities
from schemas.mcc import MccRequest
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.domain.what_sources_say import holding, says
from tests.example_cases import a_record, an_answer


def test_the_request_holds_what_the_case_says_of_the_business() -> None:
    website = an_answer(SourceName.WEBSITE, facts={"website_title": "Bicycles for all"})
    record = a_record(CaseStatus.REVIEW_PENDING, sources={SourceName.WEBSITE: website})
    assert mcc_request(record, "A bicycle shop") == MccRequest(
        company_name="Acme Trading BVBA",
        answers={"activity": "Bicycles", "business_type": "Retail"},
        website=website,
        notes="A bicycle shop",
    )


def test_a_website_that_was_never_looked_up_is_absent() -> None:
    assert mcc_request(a_record(CaseStatus.REVIEW_PENDING, sources={}), None).website is None


def test_before_the_customer_has_answered_there_are_no_answers() -> None:
    assert mcc_request(a_record(CaseStatus.AWAITING_DOCUMENTS), None).answers == {}


def test_registered_activities_are_told_with_their_source_and_evidence_the_most_trusted_source_first() -> None:
    kbo = says(SourceName.KBO, {"activity_code": [("NACEBEL 47640", {"description": "Detailhandel in fietsen"})]})
    northdata = says(SourceName.NORTHDATA, {"activity_code": ["NACE 46.49", "NACEBEL 47640"]})
    record = holding(northdata, kbo)
    assert [(each.code, each.source) for each in registered_activities(record)] == [
        ("NACEBEL 47640", "KBO/BCE"),
        ("NACE 46.49", "NorthData"),
    ]
    main = mcc_request(record, None).activities[0]
    assert (main.description, main.evidence_hash) == ("Detailhandel in fietsen", kbo.data_hash)


def test_a_description_that_stands_apart_belongs_to_its_code() -> None:
    answer = says(
        SourceName.KBO,
        {
            "activity_code": ["NACEBEL 47640"],
            "activity_description": [("Detailhandel in fietsen", {"code": "NACEBEL 47640"})],
        },
    )
    assert registered_activities(holding(answer))[0].description == "Detailhandel in fietsen"


def test_no_more_than_ten_activities_are_told() -> None:
    answer = says(SourceName.KBO, {"activity_code": [f"NACE 47.{number}" for number in range(11, 40)]})
    assert len(registered_activities(holding(answer))) == MAX_ACTIVITIES

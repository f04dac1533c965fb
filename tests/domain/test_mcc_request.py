"""The classifier is told the name, the latest answers, the website and the notes, and nothing else of a case."""

from domain.mcc.request import mcc_request
from schemas.mcc import MccRequest
from schemas.sources import SourceName
from schemas.status import CaseStatus
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

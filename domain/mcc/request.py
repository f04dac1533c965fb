"""What the classifier is told of a case: the company's name, the answers, the website, and an officer's notes."""

from domain.submission import answers_so_far
from schemas.case import CaseRecord
from schemas.mcc import MccRequest
from schemas.sources import SourceName


def mcc_request(record: CaseRecord, notes: str | None) -> MccRequest:
    """The request for the case as it stands. A website that was not looked up is None."""
    return MccRequest(
        company_name=record.opening.company.company_name,
        answers=answers_so_far(record),
        website=record.sources.get(SourceName.WEBSITE),
        notes=notes,
    )

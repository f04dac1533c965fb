"""All findings of a case: which rules there are, and in which order they are told."""

from collections.abc import Callable, Iterator
from datetime import datetime

from domain.findings.accounts import accounts
from domain.findings.activity import activity
from domain.findings.document_contents import document_contents
from domain.findings.documents import documents
from domain.findings.existence import existence
from domain.findings.known import Known, known
from domain.findings.noted import each_once
from domain.findings.numbers import numbers
from domain.findings.participations import participations
from domain.findings.people import people
from domain.findings.registry_flags import registry_flags
from domain.findings.screening import screening
from domain.findings.unavailable import unavailable
from domain.findings.vat import vat
from domain.findings.website import website
from domain.findings.withholding import withholding
from schemas.case import CaseRecord
from schemas.investigation import Finding

_RULES: tuple[Callable[[Known], Iterator[Finding]], ...] = (
    numbers,
    existence,
    screening,
    vat,
    accounts,
    withholding,
    participations,
    people,
    registry_flags,
    website,
    activity,
    unavailable,
    documents,
    document_contents,
)


def find(record: CaseRecord, now: datetime) -> tuple[Finding, ...]:
    """All findings of a case as it stands at a moment, in a fixed order, whichever source answered first."""
    case = known(record, now)
    return tuple(each_once(finding for rule in _RULES for finding in rule(case)))

"""The Belgian withholding obligation (inhoudingsplicht): whether a company owes social contributions or taxes.

Whoever pays a contractor with such debts has to withhold a part. The public look-up is behind a CAPTCHA, so it is an
officer's task: software gives the link, the officer says what was seen and may attach proof of it.
"""

from datetime import date, datetime

from domain.company_numbers import dotted_enterprise_number
from schemas.actor import Actor
from schemas.case import CaseRecord
from schemas.commands import WithholdingCheckBody
from schemas.company import Company
from schemas.sources import FactName, FactValue, SourceAnswer, SourceFact, SourceName

_PAGE = "https://www.checkobligationderetenue.be/result"


def withholding_link(company: Company) -> str | None:
    """The page on which an officer looks this company up; None outside Belgium."""
    number = dotted_enterprise_number(company)
    return f"{_PAGE}/{number}" if number else None


def seen_by_an_officer(record: CaseRecord) -> SourceAnswer | None:
    """What an officer saw last; None as long as nobody has looked."""
    answer = record.sources.get(SourceName.WITHHOLDING)
    return answer if answer is not None and answer.recorded_by is not None else None


def valid_until(seen: SourceAnswer) -> date | None:
    """The last day on which what was seen holds; None if the page named none."""
    stated = seen.fact("withholding_valid_until")
    return date.fromisoformat(stated) if isinstance(stated, str) else None


def withholding_answer(record: CaseRecord, body: WithholdingCheckBody, actor: Actor, now: datetime) -> SourceAnswer:
    """What an officer saw, as the answer of a source. A company that is out of scope is not found there."""
    values: dict[FactName, FactValue | None] = {
        "withholding_social_debt": body.social_debt,
        "withholding_tax_debt": body.tax_debt,
        "withholding_valid_until": body.valid_until.isoformat() if body.valid_until else None,
    }
    return SourceAnswer(
        source=SourceName.WITHHOLDING,
        state="not_found" if body.out_of_scope else "found",
        reason="out_of_scope" if body.out_of_scope else None,
        facts=tuple(
            SourceFact(name=name, value=value)
            for name, value in values.items()
            if value is not None and not body.out_of_scope
        ),
        source_url=withholding_link(record.opening.company),
        collected_at=body.checked_at or now,
        environment=record.opening.environment,
        data_hash=body.proof.data_hash if body.proof else None,
        object_key=body.proof.object_key if body.proof else None,
        recorded_by=actor.id,
    )

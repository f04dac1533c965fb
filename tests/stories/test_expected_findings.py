"""Each company of the catalogue has the findings of its story, and no others."""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from domain.investigation import investigate
from domain.risk import band
from schemas.bands import BandName
from schemas.case import CaseRecord
from schemas.investigation import DiscrepancyType, InvestigationResult, RecommendedAction
from tests.policies import POLICY
from tests.stories.conftest import Cases

BY_HAND = "withholding_unchecked"
"""Of every Belgian company: an officer still has to look this up."""


class Found(NamedTuple):
    """What an investigation of a company comes to."""

    action: RecommendedAction
    band: BandName
    findings: frozenset[str]
    discrepancies: frozenset[DiscrepancyType]
    flags: frozenset[str]


class Story(NamedTuple):
    company: SimulatedCompany
    found: Found


def story(
    company: SimulatedCompany,
    action: RecommendedAction,
    band: BandName,
    *findings: str,
    differ: tuple[DiscrepancyType, ...] = (),
    flags: tuple[str, ...] = (),
) -> Story:
    return Story(company, Found(action, band, frozenset(findings), frozenset(differ), frozenset(flags)))


c = catalogue
STORIES = (
    # In good order.
    story(c.ZONNEWIND, "approve", "CLEAR", BY_HAND),
    story(c.HAVENLICHT, "approve", "CLEAR"),
    story(c.NORDLICHT, "approve", "CLEAR", "name_withheld"),
    story(c.GARANCE, "approve", "CLEAR"),
    story(c.GALAZIOS, "approve", "CLEAR"),
    story(c.FJORDLYS, "approve", "CLEAR", "vat_not_checked"),
    story(c.WILGENROOD, "approve", "CLEAR", BY_HAND),
    story(c.NAAMGENOOT, "approve", "CLEAR", BY_HAND, "screening_near_miss"),
    story(c.LUMIERE, "approve", "CLEAR", BY_HAND, differ=("address",)),
    story(c.GELIJKTRED, "approve", "LOW", BY_HAND),
    # In good order, but a source does not answer.
    story(c.VENTOMARE, "approve", "CLEAR", "source_unavailable"),
    story(c.KLEINE_BEER, "approve", "CLEAR", BY_HAND, "source_unavailable"),
    story(c.BURSZTYN, "approve", "LOW", "source_unavailable"),
    story(c.AZULEJO, "approve", "CLEAR", "source_unavailable"),
    story(
        c.STORMLIJN, "follow_up", "MEDIUM", BY_HAND, "source_unavailable",
        differ=("address",), flags=("address_mismatch",),
    ),
    # Not who they say they are, or not where, or not in that business.
    story(c.ACME_TRADING, "follow_up", "LOW", BY_HAND, "number_checksum"),
    story(c.NARANJA_AZUL, "follow_up", "MEDIUM", "vat_not_registered", flags=("vat_not_registered",)),
    story(c.ALPENQUELL, "follow_up", "MEDIUM", "website_no_name", differ=("name",), flags=("name_mismatch",)),
    story(c.GLASMERE, "follow_up", "MEDIUM", differ=("address",), flags=("address_mismatch",)),
    story(c.TWEE_TORENS, "follow_up", "MEDIUM", BY_HAND, differ=("address",), flags=("address_mismatch",)),
    story(c.OUDE_BRUG, "escalate", "HIGH", BY_HAND, differ=("legal_form", "director", "incorporation_date")),
    story(
        c.GOUDVIS, "escalate", "HIGH", "activity_mismatch", flags=("activity_mismatch", "high_risk_merchant_category")
    ),
    story(c.MODRY_KAMEN, "follow_up", "MEDIUM", "website_refused"),
    story(c.NORDHAVN, "approve", "CLEAR", "website_error"),
    story(
        c.FEUILLE_MORTE, "follow_up", "MEDIUM", "vat_not_registered", "website_missing", flags=("vat_not_registered",)
    ),
    story(
        c.SCHADUWPAD, "escalate", "HIGH", BY_HAND, "not_in_register", "vat_not_registered",
        flags=("not_in_register", "vat_not_registered"),
    ),
    # Something grave is on record.
    story(
        c.GRIJZE_DUIF, "escalate", "HIGH", BY_HAND, "company_dissolved", "vat_not_registered",
        flags=("company_dissolved", "vat_not_registered"),
    ),
    story(c.KOPEREN_KETEL, "escalate", "HIGH", BY_HAND, "company_bankrupt", flags=("company_bankrupt",)),
    story(c.SKYGGEFJELL, "escalate", "HIGH", "vat_not_checked", "company_bankrupt", flags=("company_bankrupt",)),
    story(
        c.LINDENHOF, "follow_up", "MEDIUM", "name_withheld", "company_in_liquidation", flags=("company_in_liquidation",)
    ),
    story(c.JONGE_SPRUIT, "follow_up", "MEDIUM", BY_HAND, "recently_founded", flags=("be_founded_within_six_months",)),
    story(
        c.STILLE_WATERS, "escalate", "HIGH", BY_HAND, "accounts_missing", "corporate_director", "nominee_signs",
        "owners_are_companies", "peppol_not_registered", "website_parked",
        flags=("be_accounts_missing", "be_nominee_director", "high_risk_merchant_category", "website_parked"),
    ),
    story(c.ZILVERMEER, "escalate", "CRITICAL", BY_HAND, "sanction_match", flags=("sanctions_match",)),
    story(c.AURORA, "escalate", "MEDIUM", "pep_match", flags=("pep_match",)),
    story(c.VRACHTLIJN, "follow_up", "MEDIUM", BY_HAND, "watchlist_match", flags=("watchlist_match",)),
    story(c.RODE_CIJFERS, "follow_up", "LOW", BY_HAND, "negative_equity", flags=("be_negative_equity",)),
    story(c.VERRE_KUST, "escalate", "MEDIUM", BY_HAND, flags=("high_risk_country_owner",)),
    story(c.LAATBLOEI, "approve", "CLEAR", BY_HAND, "accounts_overdue", "lei_lapsed"),
)  # fmt: skip

WITHOUT_A_BLEMISH = (
    c.ZONNEWIND, c.HAVENLICHT, c.NORDLICHT, c.GARANCE, c.GALAZIOS, c.FJORDLYS, c.WILGENROOD, c.NAAMGENOOT,
)  # fmt: skip


def _name(value: object) -> str:
    return value.company_name if isinstance(value, SimulatedCompany) else ""


def of_today(record: CaseRecord) -> InvestigationResult:
    return investigate(record, POLICY, datetime.now(UTC))


def test_every_company_has_its_story_here() -> None:
    assert [row.company for row in STORIES if row.company not in catalogue.COMPANIES] == []
    assert sorted(row.company.company_name for row in STORIES) == sorted(row.company_name for row in c.COMPANIES)


@pytest.mark.parametrize(("company", "expected"), STORIES, ids=_name)
def test_a_story_comes_to_what_it_should_and_to_nothing_else(
    cases: Cases, company: SimulatedCompany, expected: Found
) -> None:
    result = of_today(cases[company.company_name])

    assert result.recommended_action is not None
    assert expected == Found(
        result.recommended_action,
        band(result.risk_score, POLICY.bands),
        frozenset(finding.category for finding in result.findings),
        frozenset(discrepancy.type for discrepancy in result.discrepancies),
        frozenset(flag.rule_id for flag in result.red_flags),
    )


@pytest.mark.parametrize("company", WITHOUT_A_BLEMISH, ids=_name)
def test_a_company_without_a_blemish_has_nothing_that_weighs(cases: Cases, company: SimulatedCompany) -> None:
    record = cases[company.company_name]
    result = of_today(record)

    assert {finding.severity for finding in result.findings} <= {"info"}
    assert result.discrepancies == ()
    assert {term.name for term in result.risk_terms if term.points} == {"remote_onboarding"}
    assert "unavailable" not in {answer.state for answer in record.sources.values()}


def test_every_finding_and_every_side_can_be_opened_down_to_the_bytes(cases: Cases) -> None:
    for record in cases.values():
        kept = {piece.data_hash for answer in record.sources.values() for piece in answer.pieces}
        result = of_today(record)
        hashes = {finding.evidence_hash for finding in result.findings}
        hashes |= {side.evidence_hash for discrepancy in result.discrepancies for side in discrepancy.sides}
        hashes |= {digest for flag in result.red_flags for digest in flag.evidence}
        assert hashes - {None} <= kept, record.opening.company.company_name

"""Whether a company exists, lives, deposits its accounts and pays its debts."""

from datetime import date

import pytest

from domain.findings import find
from schemas.case import CaseRecord
from schemas.company import Company
from schemas.investigation import FactDecision, Finding
from schemas.sources import SourceAnswer, SourceName
from tests.domain.what_sources_say import holding, says
from tests.example_cases import COMPANY, NOW, OFFICER, an_answer

S = SourceName
NO_DEBTS = says(S.WITHHOLDING, {"withholding_social_debt": False, "withholding_tax_debt": False})
FRENCH = Company(company_name="Acme Trading SAS", country="FR", company_registration_number="403612534")


def found(record: CaseRecord) -> dict[str, Finding]:
    return {finding.category: finding for finding in find(record, NOW)}


def of(*answers: SourceAnswer, company: Company = COMPANY) -> dict[str, Finding]:
    """The findings of a Belgian company without debts that these sources speak of."""
    return found(holding(NO_DEBTS, *answers, company=company))


# Existence.


@pytest.mark.parametrize(
    ("status", "category", "severity"),
    [
        ("bankruptcy", "company_bankrupt", "critical"),
        ("dissolved", "company_dissolved", "critical"),
        ("inactive", "company_dissolved", "critical"),
        ("liquidation", "company_in_liquidation", "high"),
    ],
)
def test_a_company_that_is_not_active_is_a_grave_finding_with_its_evidence(
    status: str, category: str, severity: str
) -> None:
    answer = says(S.KBO, {"company_status": status})

    (finding,) = of(answer).values()

    assert (finding.category, finding.severity, finding.fact) == (category, severity, "company_status")
    assert (finding.source, finding.evidence_hash) == ("KBO/BCE", answer.data_hash)


def test_an_active_company_is_no_finding() -> None:
    assert not of(says(S.KBO, {"company_status": "active"}))


def test_the_status_to_go_by_is_the_registers_unless_an_officer_chose_another() -> None:
    record = holding(
        NO_DEBTS, says(S.KBO, {"company_status": "active"}), says(S.NORTHDATA, {"company_status": "bankruptcy"})
    )
    decision = FactDecision(
        name="company_status",
        value="bankruptcy",
        source="NorthData",
        reason="The judgment is of today",
        actor=OFFICER,
        decided_at=NOW,
    )

    assert "company_bankrupt" not in found(record)
    assert "company_bankrupt" in found(record.model_copy(update={"fact_decisions": (decision,)}))


def test_a_company_that_its_register_does_not_know_is_grave() -> None:
    (finding,) = of(an_answer(S.KBO, "not_found", reason="unknown_number")).values()

    assert (finding.category, finding.severity) == ("not_in_register", "high")
    assert finding.description == "KBO/BCE knows no company with this number."
    assert finding.evidence_hash is not None


def test_a_list_of_active_companies_says_only_that_this_one_is_not_active() -> None:
    (finding,) = of(an_answer(S.KBO, "not_found", reason="not_among_active")).values()

    assert finding.description == "KBO/BCE knows no active company with this number."


@pytest.mark.parametrize(
    "answer",
    [
        an_answer(S.KBO, "unavailable", reason="timeout"),
        an_answer(S.KBO, "not_configured"),
        an_answer(S.KBO, "not_applicable"),
        an_answer(S.BRREG, "not_found"),
        an_answer(S.NORTHDATA, "not_found"),
        an_answer(S.GLEIF, "not_found"),
        an_answer(S.CRUNCHBASE, "not_found"),
    ],
    ids=lambda answer: f"{answer.source}-{answer.state}",
)
def test_a_source_that_need_not_know_the_company_proves_no_absence(answer: SourceAnswer) -> None:
    assert "not_in_register" not in of(answer)


def test_the_register_of_another_country_covers_its_own_companies() -> None:
    assert "not_in_register" in of(an_answer(S.ANNUAIRE, "not_found"), company=FRENCH)


@pytest.mark.parametrize(
    ("founded", "severity"),
    [
        ("2026-02-01", "high"),
        ("2025-09-03", "high"),
        ("2025-09-02", "medium"),
        ("2025-03-03", "medium"),
        ("2025-03-02", None),
        ("2027-01-01", "high"),
        ("2026", "high"),
        ("2025", None),
        ("2025-12", "high"),
        ("recently", None),
    ],
)
def test_a_company_is_young_for_a_year_and_very_young_for_half_of_it(founded: str, severity: str | None) -> None:
    finding = of(says(S.KBO, {"incorporation_date": founded})).get("recently_founded")

    assert (finding.severity if finding else None) == severity


def test_a_founding_that_has_not_come_yet_is_not_told_as_one_that_was() -> None:
    finding = of(says(S.KBO, {"incorporation_date": "2027-01-01"}))["recently_founded"]

    assert finding.description == "KBO/BCE states 2027-01-01 as the day of founding, which has not come yet."


# Accounts.


def accounts(founded: str, company: Company = COMPANY, **said: str) -> dict[str, Finding]:
    """The findings if the National Bank has no accounts of a company of this age."""
    register = says(S.KBO, {"incorporation_date": founded, **({"legal_form": said["form"]} if "form" in said else {})})
    return of(an_answer(S.NBB, "not_found", reason="no_deposits"), register, company=company)


@pytest.mark.parametrize(
    ("founded", "missing"),
    [("2024-05-01", True), ("2024-07-01", False), ("2024", False), ("2023", True), ("?", False)],
)
def test_a_company_that_has_never_deposited_accounts_must_be_young(founded: str, missing: bool) -> None:
    assert ("accounts_missing" in accounts(founded)) == missing


@pytest.mark.parametrize("form", ["Vennootschap onder firma", "Gewone commanditaire vennootschap", "Eenmanszaak"])
def test_whose_members_are_liable_need_not_deposit_accounts(form: str) -> None:
    assert "accounts_missing" not in accounts("2010-01-01", form=form)


def test_a_bank_that_could_not_be_asked_proves_no_absence_of_accounts() -> None:
    answers = says(S.KBO, {"incorporation_date": "2010-01-01"}), an_answer(S.NBB, "unavailable", reason="timeout")

    assert "accounts_missing" not in of(*answers)


@pytest.mark.parametrize(("equity", "negative"), [(-1, True), (0, False), (100, False), ("a lot", False)])
def test_negative_equity_is_a_finding(equity: int | str, negative: bool) -> None:
    findings = of(says(S.NBB, {"equity": equity}))

    assert ("negative_equity" in findings) == negative


def test_negative_equity_is_told_in_euros() -> None:
    assert of(says(S.NBB, {"equity": -12345}))["negative_equity"].description == (
        "The company's equity is negative: -12,345 euros."
    )


@pytest.mark.parametrize(
    ("years", "overdue"),
    [
        (["2023-12-31"], True),
        (["2023-12-31", "2024-12-31"], False),
        (["2024-06-30"], False),
        (["2024-06-01"], True),
        (["2022", "2019"], True),
        (["?"], False),
    ],
)
def test_the_newest_accounts_must_not_be_old(years: list[str], overdue: bool) -> None:
    assert ("accounts_overdue" in of(says(S.NBB, {"annual_accounts": list(years)}))) == overdue


def test_a_dissolved_company_deposits_no_more() -> None:
    findings = of(says(S.NBB, {"annual_accounts": "2015-12-31"}), says(S.KBO, {"company_status": "dissolved"}))

    assert findings.keys() == {"company_dissolved"}


# Withholding, PEPPOL, LEI.


@pytest.mark.parametrize("debt", ["withholding_social_debt", "withholding_tax_debt"])
def test_debts_to_the_state_are_grave(debt: str) -> None:
    checked = NO_DEBTS.model_copy(
        update={
            "facts": tuple(
                fact.model_copy(update={"value": True}) if fact.name == debt else fact for fact in NO_DEBTS.facts
            )
        }
    )

    (finding,) = of(checked).values()

    assert (finding.category, finding.severity, finding.fact) == (debt, "high", debt)


def test_debts_that_nobody_has_looked_up_are_an_officers_task_with_a_link() -> None:
    (finding,) = found(holding()).values()

    assert (finding.category, finding.severity) == ("withholding_unchecked", "info")
    assert finding.deep_link == "https://www.checkobligationderetenue.be/result/0403.170.701"


@pytest.mark.parametrize(("valid_until", "expired"), [(date(2026, 3, 1), True), (date(2026, 3, 2), False)])
def test_what_was_seen_has_to_be_looked_up_again_when_it_has_expired(valid_until: date, expired: bool) -> None:
    checked = says(
        S.WITHHOLDING, {"withholding_social_debt": False, "withholding_valid_until": valid_until.isoformat()}
    )

    assert [item.description for item in of(checked).values() if item.category == "withholding_unchecked"] == (
        ["What was seen of the company's social and tax debts has expired on 2026-03-01; look again."]
        if expired
        else []
    )


def test_only_belgian_companies_are_looked_up() -> None:
    assert not found(holding(company=FRENCH))


@pytest.mark.parametrize(
    ("company", "liable", "peppol", "missing"),
    [
        (COMPANY, True, an_answer(S.PEPPOL, "not_found"), True),
        (COMPANY, False, an_answer(S.PEPPOL, "not_found"), False),
        (COMPANY, None, an_answer(S.PEPPOL, "not_found"), False),
        (COMPANY, True, says(S.PEPPOL, {"peppol_registered": True}), False),
        (COMPANY, True, an_answer(S.PEPPOL, "unavailable", reason="timeout"), False),
        (FRENCH, True, an_answer(S.PEPPOL, "not_found"), False),
    ],
)
def test_a_belgian_company_that_is_liable_to_vat_has_to_be_in_peppol(
    company: Company, liable: bool | None, peppol: SourceAnswer, missing: bool
) -> None:
    vies = [] if liable is None else [says(S.VIES, {"vat_valid": liable, "company_name": company.company_name})]

    assert ("peppol_not_registered" in of(peppol, *vies, company=company)) == missing


@pytest.mark.parametrize(("status", "lapsed"), [("LAPSED", True), ("ISSUED", False), ("RETIRED", False)])
def test_a_lapsed_lei_is_for_information(status: str, lapsed: bool) -> None:
    finding = of(says(S.GLEIF, {"lei_status": status})).get("lei_lapsed")

    assert (finding.severity if finding else None) == ("info" if lapsed else None)

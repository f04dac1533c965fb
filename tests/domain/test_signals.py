"""The key signals: few, gravest first, and each in words that say what it means."""

from domain.signals import MAX_REASON, MOST_SIGNALS, key_signals
from schemas.mcc import MccClassification, MccCode
from schemas.sources import SourceName
from schemas.status import CaseStatus
from tests.domain.investigated_cases import (
    LIVE,
    a_discrepancy,
    a_finding,
    a_flag,
    a_result,
    decided,
    investigated,
    settled,
)
from tests.example_cases import an_answer

S = CaseStatus


def test_the_gravest_come_first_and_the_harmless_not_at_all() -> None:
    findings = (a_finding("low", number=1), a_finding("info", number=2), a_finding("critical", number=3))

    signals = key_signals(investigated(a_result(findings=findings, discrepancies=(a_discrepancy("high"),))))

    assert signals[:4] == (
        "3 findings, 1 unresolved discrepancy (1 of the findings for information only)",
        "Critical: Finding 3.",
        "High: The names differ.",
        "Low: Finding 1.",
    )


def test_a_red_flag_is_told_with_what_it_rests_on_and_that_is_not_told_again() -> None:
    findings = (a_finding("critical", number=1), a_finding("high", number=2))
    flags = (a_flag("high", "Tax debt", "standard", "find_1"), a_flag("info", "Nobody was screened"))

    signals = key_signals(investigated(a_result(findings=findings, red_flags=flags), opening=LIVE))

    assert signals[1:] == ("High: Tax debt. Finding 1.", "High: Finding 2.")


def test_a_red_flag_that_rests_on_no_finding_explains_itself() -> None:
    flags = (a_flag("high", "Owner in a high-risk third country"),)

    signals = key_signals(investigated(a_result(red_flags=flags), opening=LIVE))

    assert signals[1:] == ("High: Owner in a high-risk third country. It means something.",)


def test_a_red_flag_about_missing_documents_leaves_them_their_own_line() -> None:
    missing = a_finding("medium", "document_missing", requirement_id="certificate")
    flag = a_flag("medium", "Required documents are missing", "standard", "find_1")

    signals = key_signals(investigated(a_result(findings=(missing,), red_flags=(flag,)), opening=LIVE))

    assert signals[1:] == ("Missing documents: Certificate of incorporation",)


def test_a_settled_discrepancy_is_no_signal() -> None:
    result = a_result(discrepancies=(settled(a_discrepancy("high")),))

    assert key_signals(investigated(result, opening=LIVE)) == ("0 findings, 0 unresolved discrepancies",)


def test_missing_documents_are_named_by_what_they_are_called() -> None:
    missing = a_finding("medium", "document_missing", requirement_id="certificate")

    signals = key_signals(investigated(a_result(findings=(missing,)), opening=LIVE))

    assert signals == ("1 finding, 0 unresolved discrepancies", "Missing documents: Certificate of incorporation")


def test_a_source_that_is_unavailable_now_is_named_with_what_that_means() -> None:
    away = {SourceName.VIES: an_answer(SourceName.VIES, "unavailable", reason="MS_UNAVAILABLE")}

    signals = key_signals(investigated(a_result(), sources=away))

    assert "Could not be checked, which says nothing about the company: EU VIES" in signals


def test_a_risky_merchant_category_is_named_and_a_harmless_one_is_not() -> None:
    code = MccCode(mcc_code="7995", description="Betting")
    risky = MccClassification(primary_recommendation=code, risk_tier="high", risk_flags=("gambling",))
    harmless = risky.model_copy(update={"risk_tier": "low", "risk_flags": ()})

    assert "MCC 7995 (Betting), high risk: gambling" in key_signals(investigated(a_result(), mcc_classification=risky))
    assert "MCC" not in " ".join(key_signals(investigated(a_result(), mcc_classification=harmless)))


def test_a_test_case_says_that_it_is_one_and_a_live_one_does_not() -> None:
    simulated, real = key_signals(investigated(a_result())), key_signals(investigated(a_result(), opening=LIVE))

    assert set(simulated) - set(real) == {"Test environment: what the sources said was simulated"}


def test_a_live_case_names_what_a_simulated_source_said() -> None:
    simulated = an_answer(SourceName.VIES)
    sources = {
        SourceName.VIES: simulated,
        SourceName.KBO: an_answer(SourceName.KBO).model_copy(update={"environment": "live"}),
        SourceName.NORTHDATA: an_answer(SourceName.NORTHDATA, "not_configured"),
    }

    signals = key_signals(investigated(a_result(), opening=LIVE, sources=sources))

    assert signals[1:] == ("Simulated, and no word of a real register: EU VIES",)


def test_a_long_reason_is_cut() -> None:
    record = investigated(a_result(), status=S.REJECTED, decisions=decided("reject", "because\n" * 400))

    (reason,) = [signal for signal in key_signals(record) if signal.startswith("Reason")]

    assert len(reason) == len("Reason of the last decision: ") + MAX_REASON
    assert "\n" not in reason


def test_signals_are_few_and_the_gravest_is_always_among_them() -> None:
    findings = (
        *(a_finding("high", number=number) for number in range(20)),
        a_finding("critical", number=99),
        a_finding("medium", "document_missing", requirement_id="certificate"),
    )
    record = investigated(
        a_result(),
        a_result(),
        a_result(0.9, findings),
        sources={SourceName.VIES: an_answer(SourceName.VIES, "unavailable", reason="timeout")},
        mcc_classification=MccClassification(primary_recommendation=None, risk_tier="high"),
        decisions=decided("follow_up", "Please explain"),
    )

    signals = key_signals(record)

    assert len(signals) == MOST_SIGNALS
    assert "Critical: Finding 99." in signals

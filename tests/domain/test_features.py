"""What the software keeps of what documents say by itself, and what it leaves to an officer."""

import pytest

from domain.features import features_of, kept
from domain.lifecycle import receive
from schemas.case import CaseRecord
from schemas.commands import CandidateDecisionBody
from schemas.extraction import Candidate, FeatureDecision, FeatureName
from tests.example_cases import CUSTOMER, NOW, OFFICER, a_document, a_state, an_envelope
from tests.read_documents import a_candidate, a_reading, with_readings

EXTRACT = a_document("certificate").model_copy(update={"document_id": "doc_1"})
ARTICLES = a_document("bank_statement").model_copy(update={"document_id": "doc_2"})


def says(first: tuple[Candidate, ...], second: tuple[Candidate, ...] = ()) -> CaseRecord:
    return with_readings(
        (EXTRACT, a_reading(*first)),
        (ARTICLES, a_reading(*second, document_id="doc_2")),
    )


def decided(record: CaseRecord, name: FeatureName) -> FeatureDecision:
    return features_of(record)[name].decision


def test_what_one_document_says_is_kept_with_its_place() -> None:
    candidate = a_candidate("incorporation_date", "2023-02-03", quote="3 februari 2023")

    feature = features_of(says((candidate,)))["incorporation_date"]

    assert (feature.decision.decision, feature.decision.selected_candidate_id) == ("keep", candidate.candidate_id)
    assert feature.decision.decided_by == "agreement"
    assert feature.evidence == candidate.evidence
    assert feature.evidence[0].quote == "3 februari 2023"


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("company_name", "Acme Trading BV", "ACME TRADING bvba"),
        ("legal_form", "besloten vennootschap", "BV"),
        ("registered_address", "Kerkstraat 12, 2000 Antwerpen", "KERKSTR. 12 - 2000 ANTWERP"),
        ("incorporation_date", "2023-02-03", "2023-02-03"),
        ("account_holder", "Acme Trading", "ACME TRADING"),
    ],
)
def test_two_writings_of_one_value_agree(name: FeatureName, one: str, other: str) -> None:
    record = says((a_candidate(name, one),), (a_candidate(name, other, "doc_2"),))

    assert decided(record, name).decision == "keep"
    assert len(kept(record, name)) == 2


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("company_name", "Acme Trading BV", "Zonnewind NV"),
        ("company_name", "Acme Trading BV", "Acme Trading NV"),
        ("legal_form", "besloten vennootschap", "NV"),
        ("registered_address", "Kerkstraat 12, 2000 Antwerpen", "Kerkstraat 14, 2000 Antwerpen"),
        ("incorporation_date", "2023-02-03", "2023-03-02"),
        ("registration_number", "0403170701", "0417497106"),
    ],
)
def test_documents_that_disagree_leave_the_choice_to_an_officer(name: FeatureName, one: str, other: str) -> None:
    record = says((a_candidate(name, one),), (a_candidate(name, other, "doc_2"),))

    assert decided(record, name).decision == "unresolved"
    assert decided(record, name).selected_candidate_id is None
    assert kept(record, name) == ()


def test_directors_owners_and_accounts_are_kept_each() -> None:
    for name in ("director", "beneficial_owner", "iban"):
        record = says((a_candidate(name, "An Peeters"), a_candidate(name, "Jan Smits")))
        assert len(kept(record, name)) == 2, name


def test_each_document_has_its_own_date() -> None:
    record = says((a_candidate("document_date", "2026-01-02"),), (a_candidate("document_date", "2025-12-01", "doc_2"),))
    two_in_one = says((a_candidate("document_date", "2026-01-02"), a_candidate("document_date", "2025-12-01")))

    assert decided(record, "document_date").decision == "keep"
    assert decided(two_in_one, "document_date").decision == "unresolved"


@pytest.mark.parametrize(
    "doubtful",
    [
        a_candidate("vat_number", "BE0456789012", problem="checksum"),
        a_candidate("vat_number", "BE0403170701", confidence=0.3),
        a_candidate("vat_number", "BE0403170701").model_copy(update={"proposed_by": "model"}),
    ],
    ids=["failed check digits", "read with little confidence", "read by a model only"],
)
def test_what_is_doubtful_is_shown_and_not_kept(doubtful: Candidate) -> None:
    record = says((doubtful,))

    assert decided(record, "vat_number").decision == "unresolved"
    assert features_of(record)["vat_number"].candidates == (doubtful,)


def test_an_invalid_value_does_not_stand_against_a_valid_one() -> None:
    valid, broken = a_candidate("vat_number", "BE0403170701"), a_candidate("vat_number", "BE0403170711", "doc_2")
    record = says((valid,), (broken.model_copy(update={"valid": False, "problem": "checksum"}),))

    assert decided(record, "vat_number").selected_candidate_ids == (valid.candidate_id,)


def test_an_earlier_version_of_a_document_says_nothing_any_more() -> None:
    again = EXTRACT.model_copy(update={"document_id": "doc_3"})
    record = with_readings(
        (EXTRACT, a_reading(a_candidate("company_name", "Acme Holding"))),
        (again, a_reading(a_candidate("company_name", "Acme Trading", "doc_3"), document_id="doc_3")),
    )

    assert [item.value_normalized for item in kept(record, "company_name")] == ["Acme Trading"]


def test_what_is_alike_to_two_that_differ_makes_them_no_one() -> None:
    names = [a_candidate("company_name", name) for name in ("Acme", "Acme BV", "Acme NV")]

    assert decided(says(tuple(names)), "company_name").decision == "unresolved"
    assert decided(says(tuple(reversed(names))), "company_name").decision == "unresolved"


def test_what_only_a_model_has_read_does_not_stand_against_what_the_rules_found() -> None:
    found = a_candidate("company_name", "Acme")
    proposed = a_candidate("company_name", "Zonnewind").model_copy(update={"proposed_by": "model"})

    assert kept(says((found, proposed)), "company_name") == (found,)


# An officer's choice.

ONE, OTHER = a_candidate("company_name", "Acme Trading BV"), a_candidate("company_name", "Zonnewind NV", "doc_2")


def chosen(record: CaseRecord, body: CandidateDecisionBody, actor_role: str = "officer") -> tuple[CaseRecord, str]:
    state = a_state().model_copy(update={"record": record})
    actor = OFFICER if actor_role == "officer" else CUSTOMER
    told = receive(state, "candidate-decision", an_envelope(body.model_dump(mode="json"), actor), NOW)
    return told.record, told.ledger["cmd_1"].state


def test_an_officer_chooses_among_the_candidates() -> None:
    body = CandidateDecisionBody(feature="company_name", candidate_id=OTHER.candidate_id, reason="The newer document.")
    record, outcome = chosen(says((ONE,), (OTHER,)), body)

    decision = decided(record, "company_name")

    assert (outcome, decision.decision, decision.decided_by) == ("applied", "keep", "officer")
    assert decision.selected_candidate_ids == (OTHER.candidate_id,)
    assert (decision.reason, decision.actor, decision.decided_at) == ("The newer document.", OFFICER, NOW)


def test_an_officer_says_that_nothing_is_to_be_kept() -> None:
    body = CandidateDecisionBody(feature="company_name", candidate_id=None, reason="Of another company.")
    record, _ = chosen(says((ONE,)), body)

    assert (decided(record, "company_name").decision, decided(record, "company_name").decided_by) == (
        "unresolved",
        "officer",
    )


def test_an_officer_cites_what_the_software_did_not_find() -> None:
    by_hand = a_candidate("legal_form", "besloten vennootschap").model_copy(update={"proposed_by": "officer"})
    body = CandidateDecisionBody(
        feature="legal_form", candidate_id=by_hand.candidate_id, candidate=by_hand, reason="Page 1."
    )
    record, _ = chosen(says((ONE,)), body)

    assert kept(record, "legal_form") == (by_hand,)


JAN, MARIA = a_candidate("beneficial_owner", "Jan Peeters"), a_candidate("beneficial_owner", "Maria Claes")


def test_an_officer_who_confirms_one_owner_takes_no_other_away() -> None:
    body = CandidateDecisionBody(feature="beneficial_owner", candidate_id=JAN.candidate_id, reason="Seen.")

    assert kept(chosen(says((JAN, MARIA)), body)[0], "beneficial_owner") == (JAN, MARIA)


def test_an_officer_strikes_one_of_several_owners() -> None:
    body = CandidateDecisionBody(
        feature="beneficial_owner", candidate_id=JAN.candidate_id, keep=False, reason="He is the notary."
    )

    assert kept(chosen(says((JAN, MARIA)), body)[0], "beneficial_owner") == (MARIA,)


def test_a_choice_about_one_documents_date_leaves_the_others() -> None:
    one, other = a_candidate("document_date", "2026-01-02"), a_candidate("document_date", "2025-12-01", "doc_2")
    second = a_candidate("document_date", "2026-01-05")
    body = CandidateDecisionBody(feature="document_date", candidate_id=second.candidate_id, reason="The stamp.")
    record, _ = chosen(says((one, second), (other,)), body)

    assert [item.value_normalized for item in kept(record, "document_date")] == ["2026-01-05", "2025-12-01"]


def test_a_choice_lapses_with_its_document() -> None:
    body = CandidateDecisionBody(feature="company_name", candidate_id=ONE.candidate_id, reason="So it is.")
    record, _ = chosen(says((ONE,), (OTHER,)), body)
    again = EXTRACT.model_copy(update={"document_id": "doc_3"})

    later = record.model_copy(update={"documents": (*record.documents, again)})

    assert decided(later, "company_name").decided_by == "agreement"
    assert [item.value_normalized for item in kept(later, "company_name")] == ["Zonnewind NV"]


@pytest.mark.parametrize(
    "changes",
    [
        {"candidate": a_candidate("company_name", "Acme", "doc_of_another_case")},
        {"candidate": a_candidate("legal_form", "BV")},
        {"candidate_id": "cand_another", "candidate": ONE},
    ],
    ids=["a foreign document", "another feature", "another id"],
)
def test_a_citation_that_does_not_fit_is_refused(changes: dict[str, object]) -> None:
    candidate = changes["candidate"]
    assert isinstance(candidate, Candidate)
    body = CandidateDecisionBody(
        feature="company_name",
        candidate_id=str(changes.get("candidate_id", candidate.candidate_id)),
        candidate=candidate,
        reason="So it is.",
    )
    record, outcome = chosen(says((ONE,)), body)

    assert outcome == "rejected"
    assert record.candidate_decisions == ()


def test_a_customer_chooses_nothing() -> None:
    body = CandidateDecisionBody(feature="company_name", candidate_id=ONE.candidate_id, reason="I say so.")

    assert chosen(says((ONE,)), body, "customer")[1] == "rejected"


def test_a_choice_is_a_judgement_that_the_risk_is_assessed_with() -> None:
    before = says((ONE,))
    body = CandidateDecisionBody(feature="company_name", candidate_id=ONE.candidate_id, reason="So it is.")

    assert chosen(before, body)[0].judgements == before.judgements + 1

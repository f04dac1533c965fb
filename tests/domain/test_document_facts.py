"""What documents say joins the profile: "the register says X, the articles' page 2 say Y" is one discrepancy."""

from domain.profile import build_profile
from schemas.case import CaseRecord
from schemas.extraction import CandidateDecision
from schemas.sources import SourceName
from tests.example_cases import NOW, OFFICER, a_document, an_answer
from tests.read_documents import a_candidate, a_reading, with_readings

ARTICLES = a_document("certificate").model_copy(update={"document_id": "doc_1", "filename": "articles.pdf"})
KBO = an_answer(SourceName.KBO, facts={"company_name": "Acme Trading", "registered_address": "Kerkstraat 1, 2000 Gent"})


def stating(*candidates: object, **members: object) -> CaseRecord:
    reading = a_reading().model_copy(update={"candidates": candidates})
    return with_readings((ARTICLES, reading), sources={SourceName.KBO: KBO}, **members)


def test_a_value_of_a_document_is_a_fact_with_page_and_quote() -> None:
    record = stating(a_candidate("incorporation_date", "2023-02-03", quote="3 februari 2023", page_index=1))

    (fact,) = build_profile(record).facts["incorporation_date"]

    assert (fact.value, fact.source) == ("2023-02-03", "articles.pdf, page 2")
    assert fact.evidence_hash == f"sha256:{ARTICLES.sha256}"
    assert (fact.details["document_id"], fact.details["page"], fact.details["quote"]) == (
        "doc_1",
        "2",
        "3 februari 2023",
    )


def test_a_document_that_contradicts_the_register_is_one_side_of_a_discrepancy() -> None:
    record = stating(a_candidate("company_name", "Zonnewind Logistiek", page_index=1))

    (discrepancy,) = (item for item in build_profile(record).discrepancies if item.field == "company_name")

    assert {side.source for side in discrepancy.sides} >= {"KBO/BCE", "articles.pdf, page 2"}
    assert "articles.pdf, page 2 says “Zonnewind Logistiek”" in discrepancy.description


def test_the_register_is_gone_by_before_a_document() -> None:
    record = stating(a_candidate("registered_address", "Kerkstraat 3, 2000 Gent"))

    assert build_profile(record).preferred["registered_address"].source == "KBO/BCE"


def test_a_document_that_contradicts_itself_states_nothing_until_an_officer_chooses() -> None:
    one, other = a_candidate("legal_form", "BV"), a_candidate("legal_form", "NV", page_index=1)
    assert "legal_form" not in build_profile(stating(one, other)).facts

    choice = CandidateDecision(
        feature="legal_form", candidate_id=other.candidate_id, reason="Page 2.", actor=OFFICER, decided_at=NOW
    )
    (fact,) = build_profile(stating(one, other, candidate_decisions=(choice,))).facts["legal_form"]
    assert (fact.value, fact.source) == ("NV", "articles.pdf, page 2")


def test_directors_and_owners_are_stated_with_what_is_known_of_them() -> None:
    record = stating(
        a_candidate("director", "An Peeters", details=(("function", "zaakvoerder"),)),
        a_candidate("beneficial_owner", "Jan Smits", details=(("share_percent", "60"),)),
    )
    facts = build_profile(record).facts

    assert facts["director"][0].details["role"] == "zaakvoerder"
    assert (facts["owner"][0].value, facts["owner"][0].details["share_percent"]) == ("Jan Smits", "60")


def test_what_speaks_of_the_document_is_no_fact_of_the_company() -> None:
    facts = build_profile(stating(a_candidate("document_date", "2026-01-02"), a_candidate("iban", "BE68539007547034")))

    assert not {"document_date", "iban"} & set(facts.facts)


def test_a_document_that_was_read_is_among_the_evidence() -> None:
    refs = build_profile(stating(a_candidate("legal_form", "BV"))).evidence_refs

    assert (f"sha256:{ARTICLES.sha256}", f"minio:{ARTICLES.object_key}") in {
        (ref.evidence_hash, ref.storage) for ref in refs
    }


def test_old_directors_of_a_deed_are_a_small_matter() -> None:
    register = an_answer(SourceName.KBO, facts={"director": "An Peeters"})
    record = with_readings(
        (ARTICLES, a_reading(a_candidate("director", "Jan Smits"))), sources={SourceName.KBO: register}
    )

    (discrepancy,) = (item for item in build_profile(record).discrepancies if item.field == "director")

    assert discrepancy.severity == "low"

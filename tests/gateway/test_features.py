"""What documents say, over HTTP: each value with its page and words, the page itself, and the officer's choice."""

import asyncio

import pytest

from runtime.object_store import ObjectStore
from runtime.settings import Settings
from schemas.documents import page_key
from schemas.extraction import PageText
from tests import sample_documents as samples
from tests.gateway.office import ANSWERS, Case, Json, Office
from tests.gateway.running_gateway import PATIENCE, refused

REASON = "Seen on paper."


@pytest.fixture(scope="module")
async def case(office: Office) -> Case:
    """A case under review, one of whose documents is an extract of another company."""
    case = await office.open()
    for requirement_id, file in (
        ("representative_id", samples.text_pdf()),
        ("proof_of_authority", samples.text_pdf(samples.EXTRACT)),
    ):
        assert (await office.upload(case, requirement_id, file)).status_code == 201
    await office.submitted(case, answers=ANSWERS)
    return case


async def features(office: Office, case: Case) -> Json:
    found: Json = (await office.auditor.get(f"{case.path}/features")).json()
    return found


async def test_each_value_points_into_the_stored_text_of_its_page(office: Office, case: Case) -> None:
    found = await features(office, case)

    feature = found["features"]["incorporation_date"]
    [candidate], [evidence] = feature["candidates"], feature["evidence"]
    assert (candidate["value_raw"], candidate["value_normalized"]) == ("3 February 2023", "2023-02-03")
    assert feature["decision"]["decision"] == "keep"
    assert evidence["method"] == "born_digital_text"
    page = await office.auditor.get(f"{case.path}/documents/{evidence['doc_id']}/pages/{evidence['page_index']}")
    place = evidence["location"]
    assert page.json()["text"][place["char_start"] : place["char_end"]] == evidence["quote"] == "3 February 2023"


async def test_a_page_can_be_seen(office: Office, case: Case) -> None:
    document_id = (await features(office, case))["readings"][0]["document_id"]

    picture = await office.auditor.get(f"{case.path}/documents/{document_id}/pages/0/picture")

    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")
    assert picture.content.startswith(b"\x89PNG")


async def test_what_a_document_says_otherwise_than_the_sources_is_a_discrepancy_with_both_sides(
    office: Office, case: Case
) -> None:
    profile = (await office.auditor.get(f"{case.path}/company-profile")).json()

    [name] = [item for item in profile["discrepancies"] if item["field"] == "company_name"]
    [side] = [item for item in name["sides"] if "document_id" in item["details"]]
    assert (side["value"], side["details"]["page"]) == ("Voorbeeld Handel BV", "1")
    assert "page 1 says “Voorbeeld Handel BV”" in name["description"]


@pytest.mark.parametrize(
    ("name", "body", "status", "code", "field"),
    [
        ("shoe_size", {"none": True}, 404, "feature_not_found", None),
        ("legal_form", {"candidate_id": "cand_x"}, 422, "unknown_candidate", "candidate_id"),
        ("legal_form", {}, 422, "invalid_body", "candidate_id"),
        ("legal_form", {"none": True, "candidate_id": "cand_x"}, 422, "invalid_body", "candidate_id"),
        ("legal_form", {"none": True, "reason": " "}, 422, "invalid_body", "reason"),
    ],
)
async def test_a_choice_that_cannot_be_is_refused(
    office: Office, case: Case, name: str, body: Json, status: int, code: str, field: str | None
) -> None:
    answer = await office.officer.post(f"{case.path}/features/{name}/decision", json={"reason": REASON, **body})

    refused(answer, status, code, field)  # type: ignore[arg-type]  # a code


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"doc_id": "doc_000000000000"}, "citation.doc_id"),
        ({"page_index": 7}, "citation.page_index"),
        ({"char_end": 900}, "citation.char_end"),
    ],
)
async def test_a_citation_of_nothing_is_refused(office: Office, case: Case, changes: Json, field: str) -> None:
    document_id = (await features(office, case))["readings"][0]["document_id"]
    citation = {"doc_id": document_id, "page_index": 0, "char_start": 0, "char_end": 7, "value": "BV", **changes}

    body = {"citation": citation, "reason": REASON}
    answer = await office.officer.post(f"{case.path}/features/legal_form/decision", json=body)

    refused(answer, 422, "unknown_candidate", field)


async def test_a_page_that_is_in_the_object_store_only_cannot_be_cited(
    office: Office, case: Case, settings: Settings
) -> None:
    """Its reading did not come to its end, so that Postgres would refuse the evidence."""
    document_id = (await features(office, case))["readings"][0]["document_id"]
    page = PageText(page_index=3, text="A private company", method="ocr", width=595, height=842)
    store = ObjectStore.from_settings(settings)
    await store.put(page_key(case.id, document_id, 3), page.model_dump_json().encode(), "application/json")
    store.close()
    citation = {"doc_id": document_id, "page_index": 3, "char_start": 2, "char_end": 9, "value": "private"}

    body = {"citation": citation, "reason": REASON}
    answer = await office.officer.post(f"{case.path}/features/legal_form/decision", json=body)

    refused(answer, 422, "unknown_candidate", "citation.page_index")


async def test_an_officer_cites_a_value_and_says_that_another_is_none(office: Office, case: Case) -> None:
    evidence = (await features(office, case))["features"]["company_name"]["evidence"][0]
    text = (await office.auditor.get(f"{case.path}/documents/{evidence['doc_id']}/pages/0")).json()["text"]
    start = text.index("BV")
    citation = {"doc_id": evidence["doc_id"], "page_index": 0, "char_start": start, "char_end": start + 2}

    cited = await office.officer.post(
        f"{case.path}/features/legal_form/decision",
        json={"citation": {**citation, "value": "besloten vennootschap"}, "reason": REASON},
    )
    none = await office.officer.post(
        f"{case.path}/features/company_name/decision", json={"none": True, "reason": "Of another company."}
    )

    assert (cited.status_code, none.status_code) == (200, 200), (cited.text, none.text)
    found = (await features(office, case))["features"]
    assert found["legal_form"]["decision"]["decided_by"] == "officer"
    by_hand = [item for item in found["legal_form"]["candidates"] if item["proposed_by"] == "officer"]
    assert [item["evidence"][0]["method"] for item in by_hand] == ["officer_input"]
    assert found["company_name"]["decision"]["decision"] == "unresolved"
    async with asyncio.timeout(PATIENCE):  # the risk is assessed again, without the name of another company
        while True:
            result = (await office.detail(case))["investigation_results"][-1]
            if result["judgements"] == 2:
                break
            await asyncio.sleep(0.05)
    assert all(item["field"] != "company_name" for item in result["discrepancies"])


@pytest.mark.parametrize("path", ["doc_000000000000/pages/0", "doc_x%2F..%2F/pages/0", "doc_0/pages/x", "a.b/pages/0"])
async def test_a_page_that_is_none_is_not_found(office: Office, case: Case, path: str) -> None:
    answer = await office.auditor.get(f"{case.path}/documents/{path}")

    assert answer.status_code == 404


async def test_a_page_number_is_not_cut_to_that_of_another_page(office: Office, case: Case) -> None:
    document_id = (await features(office, case))["readings"][0]["document_id"]

    answer = await office.auditor.get(f"{case.path}/documents/{document_id}/pages/0000001")

    refused(answer, 404, "document_not_found")

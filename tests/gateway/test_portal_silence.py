"""Nothing that a customer may ask for tells of what officers do with the case (AMLR Art. 73)."""

import pytest

from tests.gateway.office import PDF, Case, Office
from tests.gateway.running_gateway import refused


@pytest.fixture(scope="module")
async def escalated(office: Office) -> Case:
    case = await office.under_review()
    assert (await office.decide(case, "escalate", "A word for officers")).status_code == 200
    return case


@pytest.mark.parametrize("version", [1, 9_999])
async def test_naming_a_version_of_the_case_tells_nothing_of_what_has_happened_since(
    office: Office, escalated: Case, version: int
) -> None:
    answer = await office.customer.post(f"{escalated.portal}/submit", json={}, headers={"If-Match": f'"{version}"'})

    refused(answer, 409, "wrong_state")
    assert "changes" not in answer.json()


async def test_a_document_is_taken_whichever_version_of_the_case_comes_with_it(office: Office) -> None:
    case = await office.open()
    await office.upload(case, "representative_id")

    answer = await office.customer.post(
        f"{case.portal}/documents",
        data={"requirement_id": "proof_of_authority"},
        files={"file": ("a.pdf", PDF)},
        headers={"If-Match": '"1"'},
    )

    assert answer.status_code == 201, answer.text

"""What is compressed on its way: long answers, and nothing that is compressed in itself or streamed."""

import httpx

from tests.gateway.running_gateway import Gateway
from tests.sample_documents import text_pdf


async def test_a_long_answer_travels_compressed(officer: httpx.AsyncClient) -> None:
    answer = await officer.get("/api/policies", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.json()["policies"]


async def test_who_takes_no_compression_gets_none(officer: httpx.AsyncClient) -> None:
    answer = await officer.get("/api/policies", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Vary"] == "Accept-Encoding"


async def test_a_document_travels_as_it_is(gateway: Gateway, officer: httpx.AsyncClient) -> None:
    opened = (
        await officer.post("/api/cases", json={"company_name": "Acme", "vat_number": "BE0456789012", "country": "BE"})
    ).json()
    async with gateway.anyone() as customer:
        sent = await customer.post(
            f"/api/portal/{opened['portal_token']}/documents",
            data={"requirement_id": "articles_of_association"},
            files={"file": ("a.pdf", text_pdf())},
        )
    path = f"/api/cases/{opened['case_id']}/documents/download"
    answer = await officer.get(path, params={"key": sent.json()["minio_key"]}, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.content == text_pdf()

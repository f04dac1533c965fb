"""A language model proposes over real HTTP; only what it quotes word for word comes through."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import JsonValue
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.agents.candidates import CandidateActivities
from runtime.http import create_session
from schemas.documents import page_key
from schemas.extraction import PageText, ProposalRequest, Proposals
from tests.activities.documents.memory_store import MemoryStore
from tests.activities.sources.simulated import settings_for
from tests.read_documents import a_reading

TEXT = "De vennootschap Zonnewind BV werd opgericht op 3 februari 2023 te Gent."
PAGE = PageText(page_index=0, text=TEXT, method="born_digital_text", width=595, height=842)


@dataclass
class Model:
    """A stub of a chat completions server, which answers what the test says and remembers what it was asked."""

    url: str = ""
    answer: JsonValue = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, JsonValue]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    async def respond(self, request: web.Request) -> web.Response:
        self.asked.append(await request.json())
        self.keys.append(request.headers.get("Authorization"))
        body = self.answer if isinstance(self.answer, str) else json.dumps(self.answer)
        return web.Response(text=body, status=self.status, headers=self.headers, content_type="application/json")

    def proposes(self, *proposals: JsonValue) -> None:
        content = json.dumps({"proposals": list(proposals)})
        self.answer = {"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop"}]}


@pytest.fixture
async def model() -> AsyncIterator[Model]:
    stub = Model()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", stub.respond)
    server = TestServer(app)
    await server.start_server()
    stub.url = str(server.make_url("/v1"))
    yield stub
    await server.close()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with create_session() as session:
        yield session


async def proposals(model: Model, http: aiohttp.ClientSession, *pages: PageText) -> Proposals:
    settings = settings_for("http://127.0.0.1:1", llm_url=model.url, llm_key="a-key", llm_model="small")
    store = MemoryStore()
    for page in pages or (PAGE,):
        store.objects[page_key("case_1", "doc_1", page.page_index)] = page.model_dump_json().encode()
    activities = CandidateActivities(http, store, settings)
    request = ProposalRequest(case_id="case_1", reading=a_reading())
    found: Proposals = await ActivityEnvironment().run(activities.propose_candidates, request)
    return found


def proposal(feature: str, value: str, quote: str) -> dict[str, JsonValue]:
    return {"feature": feature, "value": value, "quote": quote}


async def test_a_quote_that_stands_in_the_document_is_a_candidate_with_its_place(
    model: Model, http: aiohttp.ClientSession
) -> None:
    model.proposes(proposal("incorporation_date", "2023-02-03", "3 februari 2023"))

    (candidate,) = (await proposals(model, http)).candidates

    place = candidate.evidence[0].location
    assert (candidate.value_normalized, candidate.proposed_by, candidate.valid) == ("2023-02-03", "model", True)
    assert TEXT[place.char_start : place.char_end] == candidate.evidence[0].quote == "3 februari 2023"


async def test_pages_after_one_that_was_not_read_are_sent_too(model: Model, http: aiohttp.ClientSession) -> None:
    model.proposes(proposal("incorporation_date", "2023-02-03", "3 februari 2023"))

    (candidate,) = (await proposals(model, http, PAGE.model_copy(update={"page_index": 4}))).candidates

    assert candidate.evidence[0].page_index == 4


@pytest.mark.parametrize(
    "invented",
    [
        proposal("company_name", "Zonnewind BV", "Zonnewind B.V."),
        proposal("company_name", "Acme", "Acme"),
        proposal("company_name", "", "Zonnewind BV"),
        proposal("company_name", "Zonnewind BV", " "),
        proposal("shoe_size", "44", "Gent"),
        {"feature": "company_name"},
        "Zonnewind BV",
        None,
    ],
)
async def test_what_is_not_quoted_word_for_word_is_dropped_and_counted(
    model: Model, http: aiohttp.ClientSession, invented: JsonValue
) -> None:
    model.proposes(invented, proposal("company_name", "Zonnewind BV", "Zonnewind BV"))

    found = await proposals(model, http)

    assert [candidate.value_raw for candidate in found.candidates] == ["Zonnewind BV"]
    assert found.dropped == 1


@pytest.mark.parametrize(
    "unsaid",
    [
        proposal("company_name", "Acme Holding", "Zonnewind BV"),
        proposal("registration_number", "0403170701", "3 februari 2023"),
        proposal("incorporation_date", "2021-02-03", "3 februari 2023"),
        proposal("iban", "BE68539007547035", "Zonnewind BV"),
    ],
)
async def test_a_value_that_does_not_follow_from_its_quote_is_not_valid(
    model: Model, http: aiohttp.ClientSession, unsaid: JsonValue
) -> None:
    model.proposes(unsaid)

    assert [item.valid for item in (await proposals(model, http)).candidates] == [False]


async def test_characters_that_cannot_be_stored_are_left_out_of_a_value(
    model: Model, http: aiohttp.ClientSession
) -> None:
    model.proposes(proposal("company_name", "Zonne\x00wind\u200b BV", "Zonnewind BV"))

    assert [item.value_normalized for item in (await proposals(model, http)).candidates] == ["Zonnewind BV"]


async def test_a_date_that_is_not_in_normal_form_is_not_valid(model: Model, http: aiohttp.ClientSession) -> None:
    model.proposes(proposal("incorporation_date", "3/2/23", "3 februari 2023"))

    (candidate,) = (await proposals(model, http)).candidates

    assert (candidate.valid, candidate.problem) == (False, "not_normalized")


async def test_the_document_is_sent_as_data_with_the_schema_of_the_answer(
    model: Model, http: aiohttp.ClientSession
) -> None:
    model.proposes()
    await proposals(model, http)

    asked = model.asked[0]
    assert asked["model"] == "small"
    assert {"role": "user", "content": TEXT} in json.loads(json.dumps(asked["messages"]))
    assert json.loads(json.dumps(asked["response_format"]))["json_schema"]["strict"] is True
    assert model.keys == ["Bearer a-key"]


@pytest.mark.parametrize("status", [408, 429, 500, 503])
async def test_a_server_that_is_busy_is_asked_again(model: Model, http: aiohttp.ClientSession, status: int) -> None:
    model.status, model.headers = status, {"Retry-After": "7"}

    with pytest.raises(ApplicationError) as raised:
        await proposals(model, http)

    assert not raised.value.non_retryable
    assert raised.value.next_retry_delay is not None
    assert raised.value.next_retry_delay.total_seconds() == 7


@pytest.mark.parametrize("status", [400, 401, 403, 404, 302])
async def test_a_server_that_refuses_is_not_asked_again(model: Model, http: aiohttp.ClientSession, status: int) -> None:
    model.status = status

    with pytest.raises(ApplicationError) as raised:
        await proposals(model, http)

    assert raised.value.non_retryable
    assert "a-key" not in str(raised.value)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no JSON",
        {},
        {"choices": []},
        {"choices": [{"message": {"content": None}}]},
        {"choices": [{"message": {"content": "I cannot help with that."}}]},
        {"choices": [{"message": {"content": '{"proposals": null}'}}]},
    ],
)
async def test_an_answer_that_is_none_is_asked_for_again(
    model: Model, http: aiohttp.ClientSession, answer: JsonValue
) -> None:
    model.answer = answer

    with pytest.raises(ApplicationError) as raised:
        await proposals(model, http)

    assert not raised.value.non_retryable


async def test_a_document_without_text_is_not_sent(model: Model, http: aiohttp.ClientSession) -> None:
    assert await proposals(model, http, PAGE.model_copy(update={"text": " \n"})) == Proposals()
    assert model.asked == []

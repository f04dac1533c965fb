"""A language model of our own on loopback: it speaks both providers' wire protocols and answers what a test says.

    async with scripted_model(lambda asked: {"ranking": []}) as server:
        settings = settings.model_copy(update={"agents": "openai:scripted", "llm_url": server.url})

The script is called with each request as it was understood and returns the answer, as JSON; a `Trouble` instead makes
the server refuse, break off or stay silent. `server.asked` has all requests so far. The same URL serves both protocols.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import JsonValue

Protocol = Literal["openai", "anthropic"]
INPUT_TOKENS, OUTPUT_TOKENS = 1200, 80


@dataclass(frozen=True)
class Asked:
    """One request, whatever the protocol."""

    protocol: Protocol
    model: str
    instructions: str
    data: Mapping[str, Any]
    """What the model was told of the case, parsed."""
    repairs: int
    """How many answers of the model's own it was shown before."""
    key: str | None
    body: Mapping[str, Any]
    """The request as it came."""

    @property
    def agent(self) -> Literal["mcc", "tasks", "candidates"]:
        if "shortlist" in self.data:
            return "mcc"
        return "tasks" if "tasks" in self.data else "candidates"


@dataclass(frozen=True)
class Refusal:
    """The model declines to answer."""


@dataclass(frozen=True)
class Said:
    """The model says this text, whatever it was asked to answer."""

    text: str


@dataclass(frozen=True)
class Status:
    """The server answers with a status and an error."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "error"


@dataclass(frozen=True)
class Body:
    """The server answers 200 with a body that is none of the protocol's."""

    text: str
    media_type: str = "application/json"


@dataclass(frozen=True)
class Altered:
    """The model answers, and these members of what is sent are others, or are left out if None."""

    answer: JsonValue
    members: Mapping[str, JsonValue] = field(default_factory=dict)
    compressed: bool = False


@dataclass(frozen=True)
class CutOff:
    """The connection breaks in the middle of the answer."""


@dataclass(frozen=True)
class Silence:
    """Nothing ever comes."""


Trouble = Refusal | Said | Status | Body | Altered | CutOff | Silence
Script = Callable[[Asked], JsonValue | Trouble]


@dataclass
class ScriptedModel:
    """The server while it runs."""

    script: Script
    url: str = ""
    """For `CASEWRIGHT_LLM_URL`."""
    asked: list[Asked] = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def chat_completions(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        texts = {role: [_text(item["content"]) for item in body["messages"] if item["role"] == role] for role in _ROLES}
        spoken = sum(item["role"] == "assistant" for item in body["messages"])
        instructions = "\n".join((*texts["system"], *texts["developer"]))
        asked = Asked("openai", body["model"], instructions, _parsed(texts["user"][0]), spoken, _key(request), body)
        return await self._answer(request, asked, _completion)

    async def messages(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        texts = [_text(item["content"]) for item in body["messages"] if item["role"] == "user"]
        spoken = sum(item["role"] == "assistant" for item in body["messages"])
        asked = Asked("anthropic", body["model"], _text(body["system"]), _parsed(texts[0]), spoken, _key(request), body)
        return await self._answer(request, asked, _message)

    async def _answer(
        self, request: web.Request, asked: Asked, worded: "Callable[[Asked, JsonValue | Refusal | Said], JsonValue]"
    ) -> web.StreamResponse:
        self.asked.append(asked)
        match answer := self.script(asked):
            case Status():
                error = {"type": answer.kind, "code": answer.kind, "message": f"no, {asked.key}: {answer.kind}"}
                body = {"type": "error", "error": error}
                return web.json_response(body, status=answer.status, headers=dict(answer.headers))
            case Body():
                return web.Response(text=answer.text, content_type=answer.media_type)
            case Altered():
                return _altered(worded(asked, answer.answer), answer)
            case Silence():
                await self.closing.wait()
                return web.Response(status=503)
            case CutOff():
                return await _cut_off(request, json.dumps(worded(asked, {})).encode())
        return web.json_response(worded(asked, answer))


_ROLES = ("system", "developer", "user")


@asynccontextmanager
async def scripted_model(script: Script) -> AsyncIterator[ScriptedModel]:
    """The server on a free port of this machine, as long as the block."""
    model = ScriptedModel(script)
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_post("/v1/chat/completions", model.chat_completions)
    app.router.add_post("/v1/messages", model.messages)
    server = TestServer(app)
    await server.start_server()
    model.url = str(server.make_url("/v1"))
    try:
        yield model
    finally:
        model.closing.set()
        await server.close()


def agreeable(asked: Asked) -> JsonValue:
    """What a model answers that finds nothing to better: the rules' shortlist and tasks as they are, no values."""
    if asked.agent == "mcc":
        text = asked.data["texts"][0]
        quote = text["text"][:60].strip()
        return {
            "ranking": [
                {"mcc_code": item["mcc_code"], "source": text["source"], "quote": quote}
                for item in asked.data["shortlist"][:1]
            ]
        }
    if asked.agent == "tasks":
        return {"tasks": [{"task": item["task"], "description": item["description"]} for item in asked.data["tasks"]]}
    return {"proposals": []}


def _completion(asked: Asked, answer: JsonValue | Refusal | Said) -> JsonValue:
    message: dict[str, JsonValue] = {"role": "assistant", "content": None}
    if isinstance(answer, Refusal):
        message["refusal"] = "I cannot help with that."
    else:
        message["content"] = answer.text if isinstance(answer, Said) else json.dumps(answer)
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": asked.model,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {
            "prompt_tokens": INPUT_TOKENS,
            "completion_tokens": OUTPUT_TOKENS,
            "total_tokens": INPUT_TOKENS + OUTPUT_TOKENS,
        },
    }


def _message(asked: Asked, answer: JsonValue | Refusal | Said) -> JsonValue:
    content: JsonValue
    if isinstance(answer, Refusal):
        content, reason = [], "refusal"
    elif isinstance(answer, Said) or "tools" not in asked.body:
        text = answer.text if isinstance(answer, Said) else json.dumps(answer)
        content, reason = [{"type": "text", "text": text}], "end_turn"
    else:
        tool = asked.body["tools"][0]["name"]
        call_id = f"toolu_{asked.repairs + 1}"
        content, reason = [{"type": "tool_use", "id": call_id, "name": tool, "input": answer}], "tool_use"
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked.model,
        "content": content,
        "stop_reason": reason,
        "stop_sequence": None,
        "usage": {"input_tokens": INPUT_TOKENS, "output_tokens": OUTPUT_TOKENS},
    }


def _altered(whole: JsonValue, altered: Altered) -> web.Response:
    assert isinstance(whole, dict)
    members = {name: value for name, value in (whole | dict(altered.members)).items() if value is not None}
    response = web.json_response(members)
    if altered.compressed:
        response.enable_compression(web.ContentCoding.gzip)
    return response


async def _cut_off(request: web.Request, whole: bytes) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(whole))})
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


def _key(request: web.Request) -> str | None:
    return (request.headers.get("Authorization") or "").removeprefix("Bearer ") or request.headers.get("X-Api-Key")


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "\n".join(part.get("text", "") for part in content)


def _parsed(text: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(text)
    return found

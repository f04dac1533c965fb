"""A language model over its provider's wire protocol, by pydantic-ai: OpenAI chat completions and Anthropic messages.

The one place that imports pydantic-ai, which takes seconds; `activities.agents.models` imports it when it is needed.
One `ask` is one request: nothing here tries again, because Temporal does, and repairs are asked for by the caller.
"""

from dataclasses import dataclass

from anthropic import AsyncAnthropic
from genai_prices import calc_price
from openai import AsyncOpenAI
from pydantic import ValidationError
from pydantic_ai.direct import model_request
from pydantic_ai.messages import (
    ModelMessage,
    ModelRequest,
    ModelRequestPart,
    ModelResponse,
    ToolReturnPart,
    UserPromptPart,
)
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.output import OutputObjectDefinition
from pydantic_ai.profiles.openai import OpenAIModelProfile
from pydantic_ai.providers.anthropic import AnthropicProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition
from pydantic_ai.usage import RequestUsage

from activities.agents.dialects import MAX_TOKENS
from activities.agents.faults import fault_of
from activities.agents.models import AnswerType, ModelFaultError, Question, Reply, Usage, Wire
from activities.agents.wire import create_client, noted
from runtime.settings import Settings
from schemas.frozen import Frozen

LONGEST_SECONDS = 120.0
NO_KEY = "none"
"""Sent to a server that needs no key: the providers' packages insist on one, or look for one in the environment."""
OPENAI_URL = "https://api.openai.com/v1"
ANTHROPIC_URL = "https://api.anthropic.com"
ANSWER_TOOL = "answer"
_MOST_PROBLEMS = 5


@dataclass(frozen=True)
class _Said:
    """An exchange that may have to be repaired."""

    asked: list[ModelMessage]
    response: ModelResponse


class ProviderModel:
    """The model that the settings name. Made once for a worker; closed with it."""

    def __init__(self, settings: Settings) -> None:
        self.provider, _, self.name = settings.agents.partition(":")
        self._http = create_client(LONGEST_SECONDS)
        key = settings.llm_key.get_secret_value() if settings.llm_key else NO_KEY
        self._key = key
        self._model = self._openai(settings, key) if self.provider == "openai" else self._anthropic(settings, key)
        self._own_prices = (settings.llm_input_usd_per_million, settings.llm_output_usd_per_million)
        self.most(1, 1)  # the first look at the published prices takes a while; better now than in the first case

    async def ask(
        self, question: Question[AnswerType], seconds: float, rejected: Reply[AnswerType] | None = None
    ) -> Reply[AnswerType]:
        messages = _messages(question, rejected)
        settings = ModelSettings(
            max_tokens=question.max_output_tokens, temperature=0, request_timeout=min(seconds, LONGEST_SECONDS)
        )
        with noted(self._key) as note:
            try:
                response = await model_request(
                    self._model,
                    messages,
                    model_settings=settings,
                    model_request_parameters=self._parameters(question.answer),
                )
            except Exception as error:
                # What the error says may be the provider's words, or the key: neither history nor log has them.
                raise fault_of(error, note.wire()) from None
        return self._read(question.answer, _Said(messages, response), note.wire())

    def most(self, input_tokens: int, output_tokens: int) -> Usage:
        price = self._price(RequestUsage(input_tokens=input_tokens, output_tokens=output_tokens))
        return Usage(input_tokens, output_tokens, price)

    async def close(self) -> None:
        await self._http.aclose()

    def _openai(self, settings: Settings, key: str) -> Model:
        client = AsyncOpenAI(
            base_url=settings.llm_url or OPENAI_URL, api_key=key, max_retries=0, http_client=self._http
        )
        if settings.llm_url is None:
            return OpenAIChatModel(self.name, provider=OpenAIProvider(openai_client=client))
        # Other servers of this protocol know the older name of this limit for certain, and the newer one perhaps.
        profile = OpenAIModelProfile(openai_chat_supports_max_completion_tokens=False)
        provider = OpenAICompatibleProvider("openai", openai_client=client, profile=profile)
        return OpenAIChatModel(self.name, provider=provider)

    def _anthropic(self, settings: Settings, key: str) -> Model:
        # The package puts `/v1` before the path itself; with it or without it, the setting means the same.
        url = (settings.llm_url or ANTHROPIC_URL).rstrip("/").removesuffix("/v1")
        client = AsyncAnthropic(base_url=url, api_key=key, max_retries=0, http_client=self._http)
        return AnthropicModel(self.name, provider=AnthropicProvider(anthropic_client=client))

    def _parameters(self, answer: type[Frozen]) -> ModelRequestParameters:
        """Asks for JSON of the schema where the model has that, and else for the call of a tool that takes it."""
        schema = answer.model_json_schema()
        if self._model.profile.get("supports_json_schema_output", False):
            return ModelRequestParameters(
                output_mode="native", output_object=OutputObjectDefinition(json_schema=schema, name=ANSWER_TOOL)
            )
        tool = ToolDefinition(
            name=ANSWER_TOOL, description="Gives the answer.", parameters_json_schema=schema, kind="output"
        )
        return ModelRequestParameters(output_mode="tool", output_tools=[tool], allow_text_output=False)

    def _read(self, answer: type[AnswerType], said: _Said, wire: Wire) -> Reply[AnswerType]:
        usage = self._usage(said.response)
        if said.response.finish_reason == "content_filter":
            raise ModelFaultError("refused", "the language model refused to answer", wire, usage=usage)
        try:
            return Reply(_parsed(answer, _text(said.response)), None, usage, wire, said)
        except ValidationError as error:
            return Reply(None, _problem(error), usage, wire, said)
        except Exception as error:  # nested without end, or text that is none; to be repaired it would have to be sent
            words = f"the language model's answer cannot be read: {type(error).__name__}"
            raise ModelFaultError("invalid_answer", words, wire, usage=usage) from None

    def _usage(self, response: ModelResponse) -> Usage | None:
        """None if the provider does not say: a question has tokens, and so has an answer."""
        used = response.usage
        counts = (used.input_tokens, used.output_tokens, used.cache_read_tokens, used.cache_write_tokens)
        if not used.input_tokens or (response.parts and not used.output_tokens) or max(counts) > MAX_TOKENS:
            return None
        return Usage(used.input_tokens, used.output_tokens, self._price(used))

    def _price(self, usage: RequestUsage) -> float | None:
        """In USD: at the price that the settings name, else at the published one; None if there is neither."""
        reads, writes = self._own_prices
        if reads is not None and writes is not None:
            return (usage.input_tokens * reads + usage.output_tokens * writes) / 1_000_000
        try:
            return float(calc_price(usage, self.name, provider_id=self.provider).total_price)
        except (LookupError, ValueError):
            return None


def _messages(question: Question[AnswerType], rejected: Reply[AnswerType] | None) -> list[ModelMessage]:
    if rejected is None or not isinstance(rejected.said, _Said):
        return [ModelRequest(parts=[UserPromptPart(question.data)], instructions=question.instructions)]
    said = rejected.said
    wish = f"This is not what was asked for: {rejected.problem}. Answer again, and keep to the schema."
    parts: list[ModelRequestPart] = [
        ToolReturnPart(tool_name=call.tool_name, tool_call_id=call.tool_call_id, content=wish)
        for call in said.response.tool_calls
    ] or [UserPromptPart(wish)]
    return [*said.asked, said.response, ModelRequest(parts=parts, instructions=question.instructions)]


def _text(response: ModelResponse) -> str:
    """The call of the tool that takes the answer, wherever it stands; else what was said."""
    calls = (call.args_as_json_str() for call in response.tool_calls if call.tool_name == ANSWER_TOOL)
    return next(calls, response.text or "")


def _parsed(answer: type[AnswerType], text: str) -> AnswerType:
    """The answer in a text: all of it, or the one JSON object in it. Models that do not keep to a schema like to wrap
    JSON in a fence and in prose. Raises ValidationError."""
    try:
        return answer.model_validate_json(text)
    except ValidationError as error:
        begin, end = text.find("{"), text.rfind("}") + 1
        if error.errors()[0]["type"] != "json_invalid" or not 0 <= begin < end:
            raise
    return answer.model_validate_json(text[begin:end])


def _problem(error: ValidationError) -> str:
    """Where the answer departs from the schema. Names members of the schema; what the model wrote is not repeated."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(
        f"{'.'.join(str(part) for part in item['loc'][:6])[:80] or 'the answer'}: {item['type']}"
        for item in found[:_MOST_PROBLEMS]
    )

"""The language models behind one small protocol: a question, and a reply or a fault. Which one, the settings say.

Whoever asks knows nothing of the library that speaks the providers' wire protocols. It is an optional package, imported
when the settings name a model and not before.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Generic, Protocol, TypeVar

from runtime.settings import Settings
from schemas.agents import RULES, ExecutionOutcome
from schemas.frozen import Frozen

AnswerType = TypeVar("AnswerType", bound=Frozen)
AnswerType_co = TypeVar("AnswerType_co", bound=Frozen, covariant=True)

PACKAGES = ("pydantic_ai", "openai", "anthropic")


class ModelSettingsError(Exception):
    """The settings name a language model that cannot be asked; the message says what to change."""


@dataclass(frozen=True)
class Question(Generic[AnswerType]):
    """What a model is asked once."""

    instructions: str
    """Ours, the same for every case."""
    data: str
    """What it is about, as JSON: data, never instructions."""
    answer: type[AnswerType]
    """What the answer has to be."""
    max_output_tokens: int
    """Reasoning included, for models that reason."""


@dataclass(frozen=True)
class Usage:
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = 0.0
    """None where no price is known."""

    def __add__(self, other: "Usage") -> "Usage":
        known = self.cost_usd is not None and other.cost_usd is not None
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            (self.cost_usd or 0.0) + (other.cost_usd or 0.0) if known else None,
        )


@dataclass(frozen=True)
class Wire:
    """The bytes of one exchange, as they were sent and as they came: all of them, or as many as came. Without the key,
    and unpacked if they were compressed."""

    sent: bytes = b""
    received: bytes = b""
    media_type: str = "application/octet-stream"
    status: int | None = None
    """None when no answer began."""
    problem: str | None = None
    """Why an answer was not read to its end, where that is our doing."""


@dataclass(frozen=True)
class Reply(Generic[AnswerType_co]):
    """What a model said, whether it is what was asked for or not."""

    answer: AnswerType_co | None
    problem: str | None
    """Why there is no answer in it; of our own schemas, and without the model's words."""
    usage: Usage | None
    """None where the provider does not say, or says what cannot be."""
    wire: Wire
    said: object = None
    """The exchange as the library remembers it, to be given back for a repair."""


class ModelFaultError(Exception):
    """A model gave nothing to read. The message is for operators and holds neither key nor a stranger's text."""

    def __init__(
        self,
        outcome: ExecutionOutcome,
        message: str,
        wire: Wire,
        *,
        usage: Usage | None = None,
        again: bool = False,
        wait_seconds: float | None = None,
    ) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
        self.wire = wire
        self.usage = usage
        """None where nobody can tell whether the model worked on it."""
        self.again = again
        """Whether the same question may be answered at another time."""
        self.wait_seconds = wait_seconds


class LanguageModel(Protocol):
    """One model of one provider."""

    @property
    def provider(self) -> str:
        """Whose protocol it is asked over: `openai`, `anthropic`."""

    @property
    def name(self) -> str: ...

    async def ask(
        self, question: Question[AnswerType], seconds: float, rejected: Reply[AnswerType] | None = None
    ) -> Reply[AnswerType]:
        """One request, which ends after so many seconds. With `rejected`, asks to repair that reply.
        Raises ModelFaultError."""

    def most(self, input_tokens: int, output_tokens: int) -> Usage:
        """The usage of so many tokens, at the model's price."""

    async def close(self) -> None: ...


def language_model(settings: Settings) -> LanguageModel | None:
    """The model that the settings name; None if they name none. Raises ModelSettingsError."""
    if settings.agents == RULES:
        return None
    missing = [package for package in PACKAGES if find_spec(package) is None]
    if missing:
        raise ModelSettingsError(
            f"CASEWRIGHT_AGENTS is {settings.agents}, but the package {missing[0]} is not installed; install the "
            "dependency group `models`, or set CASEWRIGHT_AGENTS to rules"
        )
    if settings.llm_key is None and settings.llm_url is None:
        raise ModelSettingsError(
            f"CASEWRIGHT_AGENTS is {settings.agents}: set CASEWRIGHT_LLM_KEY to the provider's key, or "
            "CASEWRIGHT_LLM_URL to a server that needs none"
        )
    if (settings.llm_input_usd_per_million is None) != (settings.llm_output_usd_per_million is None):
        raise ModelSettingsError(
            "set both CASEWRIGHT_LLM_INPUT_USD_PER_MILLION and CASEWRIGHT_LLM_OUTPUT_USD_PER_MILLION, or neither"
        )
    from activities.agents.provider import ProviderModel  # the one place that imports the optional packages

    return ProviderModel(settings)

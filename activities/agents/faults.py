"""What became of a question that brought no reply, in the words of our outcomes and of operators.

    the model refused                       refused
    429                                     rate_limited, again when Retry-After says
    no answer in time                       timed_out, again
    5xx, no connection, an answer cut off   unavailable, again
    400, 401, 403, 404, no credit, 3xx      unavailable for good: the same question would be refused again

What a provider says of an error may repeat our question or part of the key, so it stays out of the words; it is kept
with the run. Any error may come: the packages take an answer apart unchecked, and one that is no JSON, of another shape
or nested without end fails as it does. Imported by `activities.agents.provider` only.
"""

from pydantic_ai import exceptions as of

from activities.agents.models import ModelFaultError, Usage, Wire
from schemas.agents import ExecutionOutcome

_AGAIN = frozenset({408, 409, 425})
_NOT_CONNECTED = frozenset({"pool", "connect"})
_TOO_BUSY = frozenset({503, 529})

_WORDS: tuple[tuple[type[Exception], ExecutionOutcome, bool, str], ...] = (
    (of.ContentFilterError, "refused", False, "the language model refused to answer"),
    (of.ModelRateLimitError, "rate_limited", True, "the language model has no room for another question now"),
    (of.ModelRequestTimeout, "timed_out", True, "the language model did not answer in time"),
    (of.ModelTimeoutError, "timed_out", True, "the language model did not answer in time"),
    (of.ModelQuotaExceededError, "unavailable", False, "the provider says that the account's credit is used up"),
    (
        of.ModelAuthenticationError,
        "unavailable",
        False,
        "the provider refused the key, or the key may not use this model: check CASEWRIGHT_LLM_KEY",
    ),
    (
        of.ModelNotFoundError,
        "unavailable",
        False,
        "there is no such model at this address: check CASEWRIGHT_AGENTS and CASEWRIGHT_LLM_URL",
    ),
    (of.ModelContextWindowExceededError, "unavailable", False, "the question is longer than the model can read"),
    (of.ModelRequestRejectedError, "unavailable", False, "the provider did not accept the question"),
    (of.ModelConnectionError, "unavailable", True, "the connection to the language model failed or broke off"),
    (of.ModelUnavailableError, "unavailable", True, "the language model is not available now"),
    (of.ModelServerError, "unavailable", True, "the language model's server failed"),
)
"""The first that fits holds. The words are completed by the status, where there is one."""


def fault_of(error: Exception, wire: Wire) -> ModelFaultError:
    """The fault that an error while a provider was asked amounts to."""
    outcome, again, words = _described(error, wire)
    status = error.status_code if isinstance(error, of.ModelHTTPError) else None
    return ModelFaultError(
        outcome,
        f"{words} ({status})" if status else words,
        wire,
        usage=Usage() if _nothing_spent(error, wire.status) else None,
        again=again,
        wait_seconds=error.retry_after if isinstance(error, of.ModelAPIError) else None,
    )


def _described(error: Exception, wire: Wire) -> tuple[ExecutionOutcome, bool, str]:
    if wire.problem:
        return "unavailable", True, wire.problem
    for kind, outcome, again, words in _WORDS:
        if isinstance(error, kind):
            return outcome, again, words
    if isinstance(error, of.ModelHTTPError):
        return "unavailable", error.status_code in _AGAIN, "the provider did not take the question"
    if wire.status is not None and 300 <= wire.status < 400:
        return "unavailable", False, "the server leads elsewhere: check CASEWRIGHT_LLM_URL"
    return "unavailable", True, f"what came is no answer of a language model: {type(error).__name__}"


def _nothing_spent(error: Exception, status: int | None) -> bool:
    """Whether it is certain that no model worked on the question. A server or gateway that fails may have had an answer
    worked out, and paid for, before it did."""
    if status is None:
        return isinstance(error, of.ModelConnectionError) and error.phase in _NOT_CONNECTED
    return 300 <= status < 500 or status in _TOO_BUSY

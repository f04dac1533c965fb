"""Requests that are told by their Idempotency-Key, where what they made is a row that remembers them."""

from domain.refusal import CommandRefusedError
from runtime.case_desk import CommandKey


def refuse_another_body(kept: str | None, command: CommandKey) -> None:
    """`kept` is the hash of the body that came first under this key. CommandRefusedError if this is another one."""
    if kept != command.body_hash:
        raise CommandRefusedError(
            "idempotency_key_reused",
            "this Idempotency-Key was used with another body; use a new key",
            "Idempotency-Key",
        )

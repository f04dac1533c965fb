"""What is known of a source once it has been asked again: silence takes nothing back."""

from schemas.sources import SourceAnswer

_ANSWERED = frozenset({"found", "not_found"})
_SILENT = frozenset({"unavailable", "not_configured"})


def still_known(before: SourceAnswer, now: SourceAnswer) -> SourceAnswer:
    """The answer to go by. A source that said something and now says nothing is still known to have said it: the
    earlier answer stands, with why it could not be renewed, and with what the later one brought all the same."""
    if before.state not in _ANSWERED or now.state not in _SILENT:
        return now
    brought = tuple(fact.model_copy(update={"data_hash": fact.data_hash or now.data_hash}) for fact in now.facts)
    news = tuple(fact for fact in brought if (fact.name, fact.value) not in {(f.name, f.value) for f in before.facts})
    return before.model_copy(
        update={
            "not_renewed": now.reason or now.state,
            "facts": (*before.facts, *news),
            "further": (*before.further, *(piece for piece in now.pieces if piece not in before.pieces)),
        }
    )

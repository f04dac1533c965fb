"""Short programs of what people and the clock may do to a case, drawn at random."""

from typing import NamedTuple

from hypothesis import strategies as st
from pydantic import JsonValue

from schemas.actor import Actor
from schemas.commands import CommandEnvelope, CommandKind
from tests.any_command import AIMED, COMMANDS, Command
from tests.any_json import TRANSMITTABLE_JSON
from tests.example_cases import CUSTOMER, OFFICER, SENIOR_OFFICER, a_document

DAMAGED = a_document(content=b"damaged")
"""A document that cannot be read, so that the case goes back to its customer."""


class Fitting(NamedTuple):
    """One of the commands that are right where the case stands, by one who may give it."""

    which: int
    behind: int | None = None
    """How many versions behind the record its sender is, if it says what it has seen."""


class Said(NamedTuple):
    """Any command, under an id that others may have."""

    kind: CommandKind
    envelope: CommandEnvelope


class Repeated(NamedTuple):
    """An earlier command once more."""

    which: int


class Misfit(NamedTuple):
    """A signal with any arguments."""

    kind: CommandKind
    arguments: list[JsonValue]


class AskedAgain(NamedTuple):
    """Tasks or category, to be proposed once more."""

    update: str
    actor: Actor


class Waited(NamedTuple):
    days: float


class Step(NamedTuple):
    what: Fitting | Said | Repeated | Misfit | AskedAgain | Waited
    patiently: bool = True
    """Whether whoever does it waits for the end of the investigation, if one is running."""


def _is_transmittable(command: Command) -> bool:
    """Halves of surrogate pairs are not: UTF-8 has none."""
    try:
        command[1].model_dump_json()
    except ValueError:
        return False
    return True


_fitting = st.builds(Fitting, st.integers(0, 59), st.sampled_from([None, None, 0, 1]))
_asked_again = st.builds(
    AskedAgain,
    st.sampled_from(["regenerate-tasks", "reclassify-mcc"]),
    st.sampled_from([OFFICER, SENIOR_OFFICER, CUSTOMER]),
)
_anything = (
    st.builds(lambda command: Said(*command), COMMANDS.filter(_is_transmittable))
    | st.builds(Repeated, st.integers(0, 9))
    | st.builds(Misfit, st.sampled_from([aim[0] for aim in AIMED]), st.lists(TRANSMITTABLE_JSON, max_size=2))
)
_waited = st.builds(Waited, st.sampled_from([0.5, 3.0, 7.0, 21.0]))
_kinds = (*[_fitting] * 6, _asked_again, _waited, _waited, _anything)
_whats = st.integers(0, len(_kinds) - 1).flatmap(lambda kind: _kinds[kind])
"""More often than not what fits, or few programs would come far."""

PROGRAMS: st.SearchStrategy[list[Step]] = st.lists(
    st.builds(Step, _whats, st.sampled_from([True, True, False])), min_size=6, max_size=11
)

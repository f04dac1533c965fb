"""The prompts: one file each beside this module, `prompts/{name}-{version}.md`.

A prompt that was used is never edited: another wording gets a file with the next version, so that a run on record can
be read with the words that it had.
"""

from dataclasses import dataclass
from importlib import resources

from runtime.object_store import sha256_hex


@dataclass(frozen=True)
class Prompt:
    """What a model is told to do, apart from what it is told about."""

    text: str
    version: str
    """`mcc/1@` and the first twelve hex digits of the SHA-256 of the file."""


def load_prompt(name: str, version: int) -> Prompt:
    """The prompt as it is delivered; FileNotFoundError if there is none, so that a worker without it does not start."""
    file = resources.files("activities.agents") / "prompts" / f"{name}-{version}.md"
    data = file.read_bytes()
    return Prompt(data.decode("utf-8"), f"{name}/{version}@{sha256_hex(data)[:12]}")

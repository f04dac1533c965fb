"""Policies: one folder each beside this module, validated when a process starts.

A folder holds `policy.toml` with the weights, points and lists, and one file for each rule set. A policy that results
were computed by is never edited: a new one gets a folder of its own and a day from which it is valid.
"""

import json
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import JsonValue, ValidationError

from runtime.policy_faults import faults_of
from schemas.policy import Policy

SCALE = "policy.toml"


class PolicyError(Exception):
    """A policy is not valid; the message names where it is and the member."""


def load_policies() -> tuple[Policy, ...]:
    """All policies, the first to become valid first. Raises PolicyError, so that a process with a broken one does not
    start."""
    folder = resources.files("runtime") / "risk_policies"
    policies = [_load_folder(item) for item in sorted(folder.iterdir(), key=lambda item: item.name) if item.is_dir()]
    if not policies:
        raise PolicyError("there is no policy in runtime/risk_policies")
    return tuple(sorted(policies, key=lambda policy: (policy.valid_from, policy.version)))


def read_policy(path: Path) -> Policy:
    """A policy from a folder as they are delivered, or from one TOML or JSON file. Raises PolicyError."""
    if path.is_dir():
        return _load_folder(path)
    return _validated(str(path), _read(path, str(path)))


def _load_folder(folder: Traversable) -> Policy:
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    read = {item.name: _read(item, f"{folder.name}/{item.name}") for item in files}
    if SCALE not in read:
        raise PolicyError(f"policy {folder.name}: it has no {SCALE}")
    scale = read.pop(SCALE)
    for name, rules in read.items():
        if not isinstance(rules, dict) or f"{rules.get('id')}.toml" != name:
            raise PolicyError(f"policy {folder.name}/{name}: its id is not the name of the file")
    policy = _validated(folder.name, {**scale, "rule_sets": list(read.values())})
    if folder.name != f"{policy.name}-{policy.version}":
        raise PolicyError(f"policy {folder.name}: it is {policy.name} {policy.version}; name the folder after it")
    return policy


def _read(file: Path | Traversable, name: str) -> dict[str, JsonValue]:
    try:
        text = file.read_text(encoding="utf-8")
        parsed: JsonValue = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise PolicyError(f"policy {name}: {error}") from error
    if not isinstance(parsed, dict):
        raise PolicyError(f"policy {name}: expected an object")
    return parsed


def _validated(name: str, given: dict[str, JsonValue]) -> Policy:
    try:
        return Policy.model_validate(given)
    except ValidationError as error:
        raise PolicyError(f"policy {name}:\n{faults_of(error, given)}") from error

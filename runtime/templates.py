"""Case templates: TOML files beside this module, validated when a process starts."""

import tomllib
from importlib import resources

from pydantic import ValidationError

from schemas.template import CaseTemplate


class TemplateError(Exception):
    """A template file is not valid; the message names the file and the member."""


def load_templates() -> dict[str, CaseTemplate]:
    """All templates by id. Raises TemplateError, so that a process with a broken template does not start."""
    folder = resources.files("runtime") / "case_templates"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    templates = [_load(item.name, item.read_text(encoding="utf-8")) for item in files]
    return {template.id: template for template in templates}


def _load(name: str, text: str) -> CaseTemplate:
    try:
        template = CaseTemplate.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise TemplateError(f"case template {name}: {error}") from error
    if name != f"{template.id}.toml":
        raise TemplateError(f"case template {name}: its id is {template.id!r}; name the file {template.id}.toml")
    return template

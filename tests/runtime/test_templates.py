"""The case templates that are delivered, and what happens to a broken one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.templates import TemplateError, load_templates
from schemas.officer_api import DEFAULT_TEMPLATE
from schemas.template import CaseTemplate

EXAMPLE = """
id = "example"
name = "Example"
description = "An example"
document_requirements = []
questions = []
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the delivered templates."""
    monkeypatch.setattr("importlib.resources.files", lambda package: tmp_path)
    (tmp_path / "case_templates").mkdir()
    return tmp_path / "case_templates"


def test_two_kinds_of_case_are_delivered() -> None:
    assert load_templates().keys() == {"psp_merchant_onboarding", "legal_representative_onboarding"}


def test_a_merchant_is_asked_for_five_documents_and_three_answers() -> None:
    template = load_templates()[DEFAULT_TEMPLATE]

    assert template.name == "PSP Merchant Onboarding"
    assert (len(template.document_requirements), len(template.questions)) == (5, 3)
    assert (template.max_iterations, template.max_timeline_days) == (5, 60)


@pytest.mark.parametrize("template", load_templates().values(), ids=lambda template: template.id)
def test_whatever_the_customer_reads_is_a_whole_sentence(template: CaseTemplate) -> None:
    assert all(item.description.endswith(".") for item in template.document_requirements)
    assert all(question.text.endswith("?") for question in template.questions)


@pytest.mark.parametrize("template", load_templates().values(), ids=lambda template: template.id)
def test_no_requirement_is_named_like_a_follow_up_task(template: CaseTemplate) -> None:
    assert not any(item.id.startswith("followup_") for item in template.document_requirements)


def test_every_toml_file_of_the_folder_is_a_template(folder: Path) -> None:
    (folder / "example.toml").write_text(EXAMPLE)
    (folder / "README.md").write_text("No template.")

    assert load_templates().keys() == {"example"}


@pytest.mark.parametrize(
    ("name", "broken", "said"),
    [
        ("example.toml", lambda text: text + "id = ", "case template example.toml: "),
        ("example.toml", lambda text: text.replace('name = "Example"', ""), "case template example.toml: .*name"),
        ("other.toml", lambda text: text, "its id is 'example'; name the file example.toml"),
    ],
    ids=["no TOML", "no template", "another name"],
)
def test_a_broken_template_keeps_a_process_from_starting(
    folder: Path, name: str, broken: Callable[[str], str], said: str
) -> None:
    (folder / name).write_text(broken(EXAMPLE))

    with pytest.raises(TemplateError) as error:
        load_templates()

    assert re.search(said, str(error.value), re.DOTALL)

"""The case templates that are delivered, and what happens to a broken one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from domain.extraction.languages import language_of
from domain.template_words import description_in, is_in, name_in, text_in
from runtime.templates import TemplateError, load_templates
from schemas.extraction import PageText
from schemas.officer_api import DEFAULT_TEMPLATE
from schemas.template import CaseTemplate, PortalLanguage

LANGUAGES: tuple[PortalLanguage, ...] = get_args(PortalLanguage)
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
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_customer_reads_is_a_whole_sentence(template: CaseTemplate, language: PortalLanguage) -> None:
    assert all(description_in(item, language).endswith(".") for item in template.document_requirements)
    assert all(text_in(question, language).endswith("?") for question in template.questions)


@pytest.mark.parametrize("template", load_templates().values(), ids=lambda template: template.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_customer_reads_is_in_his_language(template: CaseTemplate, language: PortalLanguage) -> None:
    read = [
        *(f"{name_in(item, language)}. {description_in(item, language)}" for item in template.document_requirements),
        *(text_in(question, language) for question in template.questions),
    ]
    pages = [PageText(page_index=0, text=text, method="born_digital_text", width=0, height=0) for text in read]

    assert all(is_in(item, language) for item in template.document_requirements)
    assert all(is_in(item, language) for item in template.questions)
    assert not [page.text for page in pages if language_of([page]) not in (language, "unknown")]
    assert language_of(pages) == language


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

"""Which words of a template a customer reads."""

import pytest

from domain.template_words import description_in, is_in, name_in, options_in, text_in
from schemas.template import DocumentRequirement, PortalLanguage, Question, QuestionWords, RequirementWords

REQUIREMENT = DocumentRequirement(
    id="passport",
    name="Passport",
    description="Both sides.",
    translations={"nl": RequirementWords(name="Paspoort", description="Beide zijden.")},
)
QUESTION = Question(
    id="online",
    text="Do you sell online?",
    type="select",
    options=("Yes", "No"),
    translations={"nl": QuestionWords(text="Verkoopt u online?", options=("Ja", "Nee"))},
)


@pytest.mark.parametrize(("language", "expected"), [("nl", True), ("en", True), ("fr", False), ("de", False)])
def test_a_template_has_english_and_what_it_was_translated_into(language: PortalLanguage, expected: bool) -> None:
    assert is_in(REQUIREMENT, language) == is_in(QUESTION, language) == expected


def test_the_customers_language_is_read_where_the_template_has_it() -> None:
    assert (name_in(REQUIREMENT, "nl"), description_in(REQUIREMENT, "nl")) == ("Paspoort", "Beide zijden.")
    assert (text_in(QUESTION, "nl"), options_in(QUESTION, "nl")) == ("Verkoopt u online?", ("Ja", "Nee"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_templates_own_words_are_read_otherwise(language: PortalLanguage) -> None:
    assert (name_in(REQUIREMENT, language), description_in(REQUIREMENT, language)) == ("Passport", "Both sides.")
    assert (text_in(QUESTION, language), options_in(QUESTION, language)) == ("Do you sell online?", ("Yes", "No"))

"""What a customer reads of a template, in his language where the template has it and in English otherwise."""

from schemas.template import DocumentRequirement, PortalLanguage, Question


def is_in(item: DocumentRequirement | Question, language: PortalLanguage) -> bool:
    """Whether the template has this in the language. Its own words are English."""
    return language == "en" or language in item.translations


def name_in(requirement: DocumentRequirement, language: PortalLanguage) -> str:
    words = requirement.translations.get(language)
    return words.name if words else requirement.name


def description_in(requirement: DocumentRequirement, language: PortalLanguage) -> str:
    words = requirement.translations.get(language)
    return words.description if words else requirement.description


def text_in(question: Question, language: PortalLanguage) -> str:
    words = question.translations.get(language)
    return words.text if words else question.text


def options_in(question: Question, language: PortalLanguage) -> tuple[str, ...]:
    """In the order of the question's own options, which are what is sent back whatever was read."""
    words = question.translations.get(language)
    return words.options if words else question.options

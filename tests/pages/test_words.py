"""The four languages of the portal say the same things: no word is missing in one, empty, or filled in differently."""

import re
from collections.abc import AsyncIterator
from typing import get_args

import pytest
from playwright.async_api import Browser, Route

from domain.handoff_words import DOCUMENT_TYPES
from gateway.pages.serving import PAGES
from schemas.documents import DocumentProblem
from tests.pages.visiting import PATIENCE_MILLISECONDS

PORTAL = PAGES / "portal"
WORDS = PORTAL / "words"
ORIGIN = "http://casewright.example"
LANGUAGES = ("nl", "fr", "de", "en")
GAP = re.compile(r"\{(\w+)\}")
SAID = re.compile(r"""\bsay\(\s*"(\w+)\"""")
NAMED = re.compile(r"""["`](\w+?)(?:_\$\{|"|`)""")
"""A key, or how several begin: `title_${step}`, or `after_sending`, to which a number is put."""

Text = str | dict[str, str]
"""A text, or one for each plural form that a language tells apart."""
Words = dict[str, Text]


@pytest.fixture(scope="module")
async def spoken(browser: Browser) -> AsyncIterator[dict[str, Words]]:
    """What each language says, as the browser reads it."""

    async def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name == "blank":
            await route.fulfill(body="<!doctype html><title>Blank</title>", content_type="text/html")
        else:
            await route.fulfill(path=WORDS / name, content_type="text/javascript")

    context = await browser.new_context()
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    await context.route("**/*", answer)
    page = await context.new_page()
    await page.goto(f"{ORIGIN}/blank")
    load = "async (language) => (await import(`/${language}.js`)).default"
    yield {language: await page.evaluate(load, language) for language in LANGUAGES}
    await context.close()


def forms(text: Text) -> dict[str, str]:
    return text if isinstance(text, dict) else {"other": text}


def gaps(words: Words) -> dict[str, set[str]]:
    """What is filled in, by key; a plural form may leave out the number itself, so that one is no gap of a form."""
    return {key: set(GAP.findall("".join(forms(text).values()))) for key, text in words.items()}


def test_there_is_a_file_for_each_language_and_no_other() -> None:
    assert {path.stem for path in WORDS.iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_language_has_the_words_that_english_has_in_its_order(language: str, spoken: dict[str, Words]) -> None:
    assert list(spoken[language]) == list(spoken["en"])


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_language_fills_in_what_english_fills_in(language: str, spoken: dict[str, Words]) -> None:
    known = gaps(spoken["en"])
    assert {key: found for key, found in gaps(spoken[language]).items() if found != known[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_left_as_a_note_to_oneself(language: str, spoken: dict[str, Words]) -> None:
    texts = {f"{key}.{form}": text for key, one in spoken[language].items() for form, text in forms(one).items()}
    poor = re.compile(r"^\s*$|^\s|\s$|TODO|FIXME|XXX|  ")
    assert {key: text for key, text in texts.items() if poor.search(text)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_form_for_one_and_for_others(language: str, spoken: dict[str, Words]) -> None:
    counted = {key: set(text) for key, text in spoken[language].items() if isinstance(text, dict)}
    assert counted
    assert {key: found for key, found in counted.items() if not {"one", "other"} <= found} == {}


def test_every_word_that_the_page_says_is_there_and_no_word_is_never_said(spoken: dict[str, Words]) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PORTAL.glob("*.js")))
    there, named = set(spoken["en"]), set(NAMED.findall(source))
    assert set(SAID.findall(source)) <= there
    begun = tuple(f"{start}_" for start in named)
    assert {key for key in there - named if not key.startswith(begun)} == set()


def test_every_type_of_document_and_every_problem_with_one_has_its_words(spoken: dict[str, Words]) -> None:
    wanted = {f"type_{name}" for name in DOCUMENT_TYPES} | {f"problem_{name}" for name in get_args(DocumentProblem)}
    found = {key for key in spoken["en"] if key.startswith(("type_", "problem_"))}
    assert found == wanted

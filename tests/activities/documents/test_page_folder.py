"""What is kept of a document's pages beside it."""

from typing import Literal

import pytest

from activities.documents.page_folder import PageFolder, PageProblem
from schemas.documents import page_key
from schemas.extraction import PageText, Word
from tests.activities.documents.memory_store import MemoryStore


def a_page(page_index: int, text: str = "Gent", method: Literal["ocr", "born_digital_text"] = "ocr") -> PageText:
    word = Word(char_start=0, char_end=4, x0=1, y0=1, x1=2, y1=2)
    return PageText(page_index=page_index, text=text, method=method, width=9, height=9, words=(word,))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def folder(store: MemoryStore) -> PageFolder:
    return PageFolder(store, "case_1", "doc_1")


async def test_words_are_loaded_unless_there_are_more_than_a_page_of_print_has(
    folder: PageFolder, store: MemoryStore
) -> None:
    usual, dense = a_page(0, method="born_digital_text"), a_page(1)
    dense = dense.model_copy(update={"words": dense.words * 5_000})
    for page in (usual, dense):
        await folder.put_text(page)

    assert await folder.texts() == {0: usual, 1: dense.model_copy(update={"words": ()})}
    assert PageText.model_validate_json(store.objects[page_key("case_1", "doc_1", 1)]) == dense


async def test_a_page_that_is_stored_stays_as_it_is(folder: PageFolder) -> None:
    await folder.put_text(a_page(3, "Gent"))
    await folder.put_text(a_page(3, "Antwerpen"))

    assert {index: page.text for index, page in (await folder.texts()).items()} == {3: "Gent"}


async def test_what_was_wrong_with_a_page_lies_beside_the_pages_and_is_none(folder: PageFolder) -> None:
    await folder.put_problem(7, PageProblem(problem="damaged"))
    await folder.put_problem(2, PageProblem(problem="too_complex"))

    found = [(index, noted.problem) for index, noted in (await folder.problems()).items()]
    assert found == [(2, "too_complex"), (7, "damaged")]
    assert (await folder.texts(), await folder.pictures()) == ({}, set())

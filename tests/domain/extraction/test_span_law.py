"""Whatever a page says, each citation is what stands there; and a citation that is not cannot be made."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.extraction import extract
from domain.extraction.extract import candidates_of
from domain.extraction.found import Found
from schemas.extraction import Evidence, Extraction, PageText, Span

TODAY = date(2026, 3, 2)
PIECES = (
    "Company name: Zonnewind Logistiek BV",
    "Dénomination sociale : Garance & Fils SARL",
    "Ondernemingsnummer 0403.170.701",
    "VAT BE 0403.170.701",
    "IBAN BE68 5390 0754 7034",
    "Zetel: Kerkstraat 12, 2000 Antwerpen",
    "Opgericht op drie februari tweeduizend drieëntwintig",
    "Geschäftsführer: Jürgen Öztürk",
    "Gérant : M. Étienne de la Fontaine",
    "Uiteindelijke begunstigden: Jan Peeters 60 %, Maria Claes 40 %",
    "Brussel, 3 februari 2023",
    "Statuts · 𝐀𝟏 ﬁn \u202e e\u0301",
    "",
    " \t ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=14).map("\n".join)


def page(text: str, page_index: int = 0) -> PageText:
    return PageText(page_index=page_index, text=text, method="born_digital_text", width=595, height=842)


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_each_citation_is_what_its_page_says_there(texts: list[str]) -> None:
    pages = [page(text, index) for index, text in enumerate(texts)]

    for candidate in extract("doc_1", pages, TODAY).candidates:
        for evidence in candidate.evidence:
            place = evidence.location
            assert texts[evidence.page_index][place.char_start : place.char_end] == evidence.quote


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_candidate_at_any_place_quotes_that_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    (candidate,) = candidates_of("doc_1", [page(text)], [Found("company_name", 0, start, end, "value")])

    assert candidate.value_raw == candidate.evidence[0].quote == text[start:end]


@given(st.text(min_size=2, max_size=60), st.data())
def test_a_citation_that_its_page_does_not_bear_out_cannot_be_made(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    other = data.draw(st.text(min_size=1, max_size=60).filter(lambda quote: quote != text[start:end]))
    (candidate,) = candidates_of("doc_1", [page(text)], [Found("company_name", 0, start, end, "value")])
    wrong = candidate.evidence[0].model_copy(update={"quote": other})

    with pytest.raises(ValidationError):
        Extraction(
            doc_id="doc_1",
            document_type="unknown",
            language="unknown",
            pages=(page(text),),
            candidates=(candidate.model_copy(update={"evidence": (wrong,)}),),
        )
    if len(other) != end - start:
        with pytest.raises(ValidationError):
            Evidence.model_validate(wrong.model_dump())


def test_a_span_holds_something_and_lies_within_its_page() -> None:
    with pytest.raises(ValidationError):
        Span(char_start=3, char_end=3)
    with pytest.raises(ValueError, match="not within"):
        page("abc").cite(1, 4)

"""The documents that extraction is measured on say what their truth says of them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import docx
import pypdfium2
import pytest

from domain.naming import folded
from tests.documents.companies import FORMS, NUMBERS, a_company
from tests.documents.dates import WRITINGS, in_words, written
from tests.documents.folder import STYLES, Style, write_documents
from tests.documents.papers import Paper
from tests.documents.templates import Template, filled, read_templates

DATES = {"incorporation_date", "document_date", "expiry_date"}
NAMES = {"director", "beneficial_owner"}
FOLDER = Path(__file__).parents[1] / "documents"


def truths(folder: Path) -> Iterator[tuple[str, str, dict[str, str | list[str]]]]:
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        yield told["file"], told["language"], told["facts"]


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        word = docx.Document(str(path))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def bare(text: str) -> str:
    """Letters and digits alone: neither line ends nor hyphenation nor punctuation matter."""
    return re.sub(r"[\W_]|\ufffe|\x02", "", folded(text))


def parts(feature: str, value: str, language: str) -> list[list[str]]:
    """What has to stand somewhere: of each list one member."""
    if feature in DATES:
        day = date.fromisoformat(value)
        return [[value, in_words(day, language), *(written(day, form, language) for form in WRITINGS[language])]]
    if feature in NAMES:
        given, family = value.split(" ", 1)
        return [[given], [family]]
    if feature == "registered_address":
        return [[part] for part in value.split(", ")]
    if feature == "legal_form":
        words = [forms[value] for home, forms in FORMS.items() if home[0] == language and value in forms]
        return [[value, *words]]
    return [[value]]


@pytest.mark.parametrize("style", STYLES)
def test_each_true_value_stands_in_its_document(tmp_path: Path, style: Style) -> None:
    write_documents(tmp_path, documents=60, seed=5, style=style, scans=False)
    missing = []
    for file, language, facts in truths(tmp_path):
        text = bare(text_of(tmp_path / file))
        for feature, said in facts.items():
            for value in said if isinstance(said, list) else [said]:
                for choices in parts(feature, value, language):
                    if not any(bare(choice) in text for choice in choices):
                        missing.append((file, feature, value))
    assert missing == []


def test_the_same_seed_says_the_same_and_another_says_otherwise(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("two", 2)):
        write_documents(tmp_path / name, documents=4, seed=seed)
    one, again, two = ((tmp_path / name / "truth.jsonl").read_text() for name in ("one", "again", "two"))
    assert one == again != two
    for file, _, _ in truths(tmp_path / "one"):
        if file.endswith(("pdf", "png")):
            assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "again" / file).read_bytes(), file


@pytest.mark.parametrize("style", STYLES)
def test_there_is_each_type_in_each_language(style: Style) -> None:
    templates = read_templates(FOLDER / style)
    types = {template.document_type for template in templates}
    assert len(types) == 10
    assert {(t.document_type, t.language) for t in templates} == {
        (document_type, language) for document_type in types for language in ("nl", "fr", "de", "en")
    }


def test_what_a_template_leaves_out_is_not_true_of_its_papers() -> None:
    paper = paper_of("[Naam|Benaming] :: {name}", "! {their_name} IBAN {their_iban}")
    assert set(paper.facts) == {"company_name", "legal_form"}


def test_a_value_chosen_for_a_feature_is_true() -> None:
    paper = paper_of("$issuer = Stroomhuis NV|Noordlicht NV", "^ {issuer}")
    assert paper.facts["issuer"] == paper.blocks[0].lines[0]


@pytest.mark.parametrize(("language", "country"), FORMS)
def test_companies_have_numbers_of_their_country(language: str, country: str) -> None:
    company = a_company(Random(4), language, country)
    assert country in NUMBERS
    assert company.vat.startswith(country)
    assert company.iban.startswith(country)


@pytest.mark.parametrize(
    ("day", "language", "words"),
    [
        (date(2023, 2, 3), "nl", "drie februari tweeduizend drieëntwintig"),
        (date(2019, 3, 1), "fr", "premier mars deux mille dix-neuf"),
        (date(1998, 7, 21), "fr", "vingt et un juillet mil neuf cent quatre-vingt-dix-huit"),
        (date(2021, 12, 31), "de", "einunddreißigsten Dezember zweitausendeinundzwanzig"),
        (date(2009, 8, 17), "de", "siebzehnten August zweitausendneun"),
        (date(2023, 5, 22), "en", "twenty-second day of May two thousand and twenty-three"),
        (date(1999, 11, 30), "en", "thirtieth day of November nineteen hundred and ninety-nine"),
    ],
)
def test_dates_are_put_in_words_as_notaries_do(day: date, language: str, words: str) -> None:
    assert in_words(day, language) == words


def paper_of(*lines: str) -> Paper:
    return filled(Template("unknown", "nl", "BE", lines), Random(1), "colon")

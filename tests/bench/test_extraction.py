"""`python -m bench.extraction`: what counts as found, what a truth may say, and what is printed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.extraction.measuring import Kind, Result, measured
from bench.extraction.scores import Score, is_right, measured_features, score
from bench.extraction.truth import Document, TruthError, read_truth
from bench.figures import printable
from bench.rows.extraction import row
from schemas.extraction import FeatureName
from tests.conftest import REPOSITORY
from tests.documents.folder import write_documents
from tests.sample_documents import docx_document


@pytest.mark.parametrize(
    ("feature", "found", "true", "right"),
    [
        ("company_name", "ZONNEWIND BV", "Zonnewind B.V.", True),
        ("company_name", "Zonnewind BV", "Maanlicht BV", False),
        ("legal_form", "besloten vennootschap", "BV", True),
        ("legal_form", "naamloze vennootschap", "BV", False),
        ("registration_number", "0403170701", "0403.170.701", True),
        ("registration_number", "0403170702", "0403.170.701", False),
        ("registration_number", "HRB 1234", "HRB 4321", False),
        ("vat_number", "BE0403170701", "BE 0403.170.701", True),
        ("iban", "BE68539007547034", "BE68 5390 0754 7034", True),
        ("director", "DE SMEDT Femke", "Femke De Smedt", True),
        ("director", "Joost De Smedt", "Femke De Smedt", False),
        ("issuer", "Maître Mathilde Rousselot", "Mathilde Rousselot", True),
        ("issuer", "Maître Mathilde Rousselot", "Marc Rousselot", False),
        ("registered_address", "Wetstraat 16, 1000 Brussel", "wetstraat 16 1000 Brussel", True),
        ("registered_address", "Wetstraat 16, 1000 Brussel", "Kerkstraat 3, 9000 Gent", False),
        ("incorporation_date", "2023-02-03", "2023-02-03", True),
        ("incorporation_date", "2023-03-02", "2023-02-03", False),
    ],
)
def test_a_value_is_right_however_it_is_written(feature: FeatureName, found: str, true: str, right: bool) -> None:
    assert is_right(feature, found, true) is right


@pytest.mark.parametrize(
    ("found", "right", "wrong", "missed"),
    [
        ([], 0, 0, 2),
        (["Femke Claeys"], 1, 0, 1),
        (["Femke Claeys", "Joost Wouters"], 2, 0, 0),
        (["Femke Claeys", "Ruben Hoekstra"], 1, 1, 1),
        (["Femke Claeys", "Claeys Femke"], 1, 1, 1),
    ],
)
def test_each_true_value_is_found_once_at_most(found: list[str], right: int, wrong: int, missed: int) -> None:
    document = Document(file="a.pdf", facts={"directors": ["Femke Claeys", "Joost Wouters"]})
    result = score("director", document, found)
    assert (result.right, result.wrong, result.missed) == (right, wrong, missed)


def test_a_value_where_the_truth_has_none_is_wrong() -> None:
    assert score("iban", Document(file="a.pdf"), ["BE68539007547034"]).wrong == 1


@pytest.mark.parametrize(("form", "wrong"), [("BV", 0), ("besloten vennootschap", 0), ("NV", 1)])
def test_a_legal_form_that_only_the_name_in_the_truth_bears_may_be_found(form: str, wrong: int) -> None:
    document = Document(file="a.pdf", facts={"company_name": "Veldhoen Tuinen BV"})
    result = score("legal_form", document, [form])
    assert (result.right, result.wrong, result.missed) == (0, wrong, 0)


def test_a_fact_that_no_truth_names_is_not_measured() -> None:
    documents = (Document(file="a.pdf", facts={"iban": "BE68539007547034"}), Document(file="b.pdf"))
    assert measured_features(documents, ("iban", "director")) == ("iban",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"facts": {}}', "line 2: file"),
        (b"not json", "line 2: the line"),
        (b"[]", "line 2: the line"),
        (b'{"file": "b.pdf"}', "line 2: there is no file 'b.pdf'"),
        (b'{"file": "\xe9.pdf"}', "line 2: this is not UTF-8"),
    ],
)
def test_a_line_that_names_no_document_is_told_and_does_not_end_the_others(
    tmp_path: Path, line: bytes, said: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "truth.jsonl").write_bytes(b'{"file": "a.pdf"}\n' + line + b'\n\n{"file": "a.pdf"}')
    complaints: list[str] = []
    assert read_truth(tmp_path, complaints.append) == (Document(file="a.pdf"),) * 2
    [complaint] = complaints
    assert said in complaint


@pytest.mark.parametrize(
    ("line", "document"),
    [
        ('\ufeff{"file": "a.pdf"}', Document(file="a.pdf")),
        ('{"file": "a.pdf"}\r', Document(file="a.pdf")),
        ('{"file": "a.pdf", "language": null, "document_type": null, "facts": null}', Document(file="a.pdf")),
        ('{"file": "a.pdf", "facts": {"iban": null}}', Document(file="a.pdf", facts={"iban": None})),
        (
            '{"file": "a.pdf", "facts": {"issuer": "A\u2028B\u0085C"}}',
            Document(file="a.pdf", facts={"issuer": "A\u2028B\u0085C"}),
        ),
    ],
    ids=["a mark before it", "two characters at its end", "nulls", "a null of a fact", "line ends within a value"],
)
def test_a_line_is_read_however_it_was_written(tmp_path: Path, line: str, document: Document) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "truth.jsonl").write_bytes(line.encode() + b"\n")
    assert read_truth(tmp_path) == (document,)


@pytest.mark.parametrize("truth", ["\n", '{"file": "b.pdf"}\n'])
def test_a_truth_without_a_document_is_none(tmp_path: Path, truth: str) -> None:
    (tmp_path / "truth.jsonl").write_text(truth, encoding="utf-8")
    with pytest.raises(TruthError, match="names no document"):
        read_truth(tmp_path)


async def test_a_document_that_cannot_be_opened_does_not_end_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx_document())
    truth = (Document(file="gone.pdf"), Document(file="a.docx"))
    result = await measured(tmp_path, truth)
    assert result.digital.documents == 1
    [failed] = result.failed
    assert failed.startswith("gone.pdf: ")


def test_a_folder_is_measured_and_told_in_one_line_of_json(tmp_path: Path) -> None:
    write_documents(tmp_path, documents=12, seed=3, scans=False)
    done = subprocess.run(
        (sys.executable, "-m", "bench.extraction", str(tmp_path), "--wrong"),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert set(figures) == {"documents", "precision", "recall", "pages_per_s", "ratio_to_bare_text"}
    assert figures["documents"] == 12
    assert figures["precision"] >= 0.97, done.stdout
    assert figures["recall"] >= 0.92, done.stdout


def test_without_a_truth_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "bench.extraction", str(tmp_path)),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "truth.jsonl" in done.stderr


def test_the_row_tells_digital_text_and_scans_apart() -> None:
    digital = Kind(documents=2, pages=3, seconds=1.5, scores={"iban": Score(right=3, wrong=1, missed=0)})
    scanned = Kind(documents=1, pages=1, seconds=4, scores={"iban": Score(right=1, wrong=0, missed=1)})
    told = row(Result(digital=digital, scanned=scanned, pdf_pages=3, pdf_seconds=1.5, bare_seconds=1.0))
    assert told.table[1:] == [
        ("iban", "0.750", "1.000", "1.000", "0.500"),
        ("all", "0.750", "1.000", "1.000", "0.500"),
    ]
    assert told.figures["precision"] == 0.8
    assert told.figures["ratio_to_bare_text"] == 1.5
    assert "0.25 scanned pages/s" in printable(told)


def test_the_row_says_nothing_of_scans_where_there_are_none() -> None:
    digital = Kind(documents=1, pages=1, seconds=1, scores={"iban": Score(right=1)})
    told = row(Result(digital=digital))
    assert "scanned" not in told.figures
    assert told.table[1] == ("iban", "1.000", "1.000", "—", "—")

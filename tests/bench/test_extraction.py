"""`python -m bench.extraction`: what counts as found, what a truth may say, and what is printed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.extraction.scores import is_right, measured_features, score
from bench.extraction.truth import Document, TruthError, read_truth
from schemas.extraction import FeatureName
from tests.conftest import REPOSITORY
from tests.documents.folder import write_documents


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


def test_a_fact_that_no_truth_names_is_not_measured() -> None:
    documents = (Document(file="a.pdf", facts={"iban": "BE68539007547034"}), Document(file="b.pdf"))
    assert measured_features(documents, ("iban", "director")) == ("iban",)


@pytest.mark.parametrize(
    ("truth", "said"),
    [
        ('{"file": "a.pdf"}\n{"facts": {}}\n', "line 2: file"),
        ('{"file": "a.pdf"}\n\nnot json\n', "line 3"),
        ('{"file": "b.pdf"}\n', "line 1: there is no file 'b.pdf'"),
        ("\n", "names no document"),
    ],
)
def test_a_truth_that_cannot_be_read_says_where(tmp_path: Path, truth: str, said: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "truth.jsonl").write_text(truth, encoding="utf-8")
    with pytest.raises(TruthError, match=said):
        read_truth(tmp_path)


def test_a_folder_is_measured_and_told_in_one_line_of_json(tmp_path: Path) -> None:
    write_documents(tmp_path, documents=6, seed=3, scans=False)
    done = subprocess.run(
        (sys.executable, "-m", "bench.extraction", str(tmp_path), "--wrong"),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert set(figures) == {"documents", "precision", "recall", "pages_per_s", "ratio_to_bare_text"}
    assert figures["documents"] == 6
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

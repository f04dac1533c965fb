"""`python -m bench.mcc` says how good the classifier is, or which line of the file it cannot read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.mcc.baselines import baselines
from bench.mcc.items import Item, ItemsError, read_items, unknown_codes
from bench.mcc.scores import Answered, calibration_error, precision, recall, top
from bench.rows.mcc import OWN
from domain.mcc.codes import is_known
from tests.conftest import REPOSITORY

RIGHT = frozenset({"5940"})


def written(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines) + "\n")
    return path


def test_members_that_are_not_known_are_ignored(tmp_path: Path) -> None:
    line = {"text": "Bicycles", "lang": "en", "mcc": ["5940"], "ref": "x", "source": "own"}
    assert read_items(written(tmp_path / "items.jsonl", line, "")) == (
        Item(text="Bicycles", lang="en", mcc=("5940",), source="own"),
    )


@pytest.mark.parametrize(
    ("written_as", "codes"),
    [([5462], ("5462",)), ("5462", ("5462",)), (742, ("0742",)), (["742", 5462], ("0742", "5462"))],
)
def test_codes_may_be_numbers_or_one_alone_and_a_language_may_be_missing(
    tmp_path: Path, written_as: object, codes: tuple[str, ...]
) -> None:
    (item,) = read_items(written(tmp_path / "items.jsonl", {"text": "Bread", "mcc": written_as}))
    assert (item.mcc, item.lang) == (codes, "?")


def test_codes_that_nobody_knows_are_told(tmp_path: Path) -> None:
    lines = ({"text": "Bread", "mcc": [5462, 9998]}, {"text": "Bread", "mcc": "0001"})
    assert unknown_codes(read_items(written(tmp_path / "items.jsonl", *lines))) == ("0001", "9998")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"lang": "en", "mcc": ["5940"]}, "line 2: text: Field required"),
        ({"text": "a", "lang": "en", "mcc": []}, "line 2: mcc: Tuple should have at least 1 item"),
        ({"text": "a", "lang": "en", "mcc": ["59400"]}, "line 2: mcc.0: String should match pattern"),
        ("{", "line 2: the line: Invalid JSON"),
    ],
)
def test_a_line_that_is_none_is_told_with_its_number_and_field(tmp_path: Path, line: object, told: str) -> None:
    path = written(tmp_path / "items.jsonl", {"text": "a", "lang": "en", "mcc": ["5940"]}, line)
    with pytest.raises(ItemsError, match="line 2") as error:
        read_items(path)
    assert told in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ItemsError, match="cannot be read"):
        read_items(tmp_path / "none.jsonl")


def test_a_right_code_counts_where_it_stands() -> None:
    answered = [Answered(("5940", "5411"), RIGHT), Answered(("5411", "5940"), RIGHT), Answered((), RIGHT)]
    assert top(answered, 1) == pytest.approx(1 / 3)
    assert top(answered, 5) == pytest.approx(2 / 3)


def test_recall_is_of_the_high_risk_texts_and_precision_of_the_flagged() -> None:
    answered = [
        Answered((), RIGHT, flagged=True, high_risk=True),
        Answered((), RIGHT, flagged=True, high_risk=False),
        Answered((), RIGHT, flagged=False, high_risk=False),
    ]
    assert (recall(answered), precision(answered)) == (1.0, 0.5)


def test_what_is_undefined_is_none() -> None:
    assert (top([], 1), recall([]), precision([]), calibration_error([])) == (None, None, None, None)


def test_calibration_error_is_how_far_confidence_is_from_the_share_that_is_right() -> None:
    sure_and_right, sure_and_wrong = Answered(("5940",), RIGHT, 0.75), Answered(("5411",), RIGHT, 0.75)
    assert calibration_error([sure_and_right] * 3 + [sure_and_wrong]) == pytest.approx(0.0)
    assert calibration_error([sure_and_wrong] * 4) == pytest.approx(0.75)


@pytest.mark.parametrize("number", range(2))
def test_a_baseline_ranks_the_code_whose_words_a_text_has_first(number: int) -> None:
    _, baseline = baselines()[number]
    assert baseline.classify("Bicycle shop", 5)[0] == "5940"
    assert baseline.classify("Xyzzy", 5) == ()


def test_our_own_texts_have_codes_that_exist_in_all_four_languages() -> None:
    items = read_items(OWN)
    assert {item.lang for item in items} == {"en", "nl", "fr", "de"}
    assert [item.text for item in items if not all(map(is_known, item.mcc))] == []


@pytest.mark.parametrize(("lines", "n"), [((), 0), (({"text": "Bicycles", "lang": "en", "mcc": ["5940"]},), 1)])
def test_the_last_line_is_json_even_of_nothing(tmp_path: Path, lines: tuple[object, ...], n: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.mcc", str(written(tmp_path / "items.jsonl", *lines))],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(done.stdout.splitlines()[-1])
    assert list(figures) == ["n", "top1", "top5", "high_risk_recall", "high_risk_precision", "ece", "ms"]
    assert (figures["n"], figures["top1"]) == (n, 1.0 if n else None)
    assert figures["high_risk_recall"] is None

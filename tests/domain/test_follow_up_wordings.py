"""What a customer would read: complete in every language, in no other one, and nothing of what was found."""

import re
import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.extraction.languages import language_of
from domain.follow_up import propose_tasks
from domain.follow_up.asks import ASKS, Topic
from domain.follow_up.decided import FOR_FINDING
from domain.follow_up.one_line import one_line
from domain.follow_up.wordings import WORDINGS, Detail, Wording
from domain.tipping_off import tips_off
from schemas.case import TaskRequest
from schemas.extraction import PageText
from schemas.template import DocumentRequirement, DocumentType, PortalLanguage, Question
from tests.domain.follow_up_requests import FIELDS, MERCHANT, REQUIREMENTS, a_discrepancy, a_finding, a_request

LANGUAGES: tuple[PortalLanguage, ...] = get_args(PortalLanguage)
SUSPICION = re.compile(
    r"fraud|suspic|sanction|risk|mismatch|discrepan|inconsisten|launder|terror|crim|invalid|fake|false|forg|"
    r"investigat|screen|watch|adverse|flag|alert|disagree|differ|wrong|compliance|officer",
    re.IGNORECASE,
)
"""Words from which a customer could guess what is thought of him, more of them than are looked for in a model's."""
OF_A_LANGUAGE: dict[PortalLanguage, re.Pattern[str]] = {
    "en": re.compile(r"\b(please|it|the|we)\b", re.IGNORECASE),
    "nl": re.compile(r"\b(wilt|u|uw|het|wat|op|welke|moet|er|wij)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(veuillez|veillez|vérifiez|nous|votre|doit|le|un|choix possibles)\b", re.IGNORECASE),
    "de": re.compile(r"\b(bitte|sie|die|das|es|der|wir|ein|darin|zur)\b", re.IGNORECASE),
}
"""Small words of which each sentence has one."""


def sentences(wording: Wording) -> list[str]:
    single = (
        wording.requirement,
        wording.requirement_again,
        wording.by_kind,
        wording.by_kind_again,
        wording.valid_again,
        wording.question,
        wording.choose,
    )
    return [*wording.asks.values(), *wording.also.values(), *wording.details.values(), *single]


def fragments(wording: Wording) -> list[str]:
    return [*wording.documents.values(), wording.this_document]


def read_as(text: str) -> str:
    return language_of([PageText(page_index=0, text=text, method="born_digital_text", width=0, height=0)])


SENTENCES = [(language, text) for language in LANGUAGES for text in sentences(WORDINGS[language])]
FRAGMENTS = [(language, text) for language in LANGUAGES for text in fragments(WORDINGS[language])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_is_missing(language: PortalLanguage) -> None:
    wording = WORDINGS[language]

    assert wording.asks.keys() == ASKS.keys() == set(get_args(Topic))
    assert wording.also.keys() == {topic for topic, ask in ASKS.items() if ask.response_type == "document"}
    assert wording.details.keys() == set(get_args(Detail))
    assert wording.documents.keys() == set(get_args(DocumentType)) - {"unknown"}
    assert all(text.strip() for text in (*sentences(wording), *fragments(wording), wording.or_word))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same(language: PortalLanguage) -> None:
    blanks = [re.findall(r"\{\w*\}", text) for text in sentences(WORDINGS[language])]

    assert blanks == [re.findall(r"\{\w*\}", text) for text in sentences(WORDINGS["en"])]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_each_sentence_is_in_its_language_and_in_no_other(language: PortalLanguage, text: str) -> None:
    assert OF_A_LANGUAGE[language].search(text)
    assert read_as(text) in (language, "unknown")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_together_are_in_their_language(language: PortalLanguage) -> None:
    assert read_as("\n".join(sentences(WORDINGS[language]))) == language
    assert read_as("\n".join(fragments(WORDINGS[language]))) == language


@pytest.mark.parametrize("kind", WORDINGS["en"].documents)
def test_each_kind_of_document_has_a_name_of_its_own_in_each_language(kind: DocumentType) -> None:
    assert len({WORDINGS[language].documents[kind] for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize(("language", "text"), [*SENTENCES, *FRAGMENTS])
def test_no_wording_tips_off(language: PortalLanguage, text: str) -> None:
    assert not tips_off(text)


@pytest.mark.parametrize("text", [*sentences(WORDINGS["en"]), *fragments(WORDINGS["en"])])
def test_no_english_wording_hints_at_a_judgement(text: str) -> None:
    assert not SUSPICION.search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_customer_is_asked_in_his_language(language: PortalLanguage) -> None:
    stale, differing = a_finding("document_too_old", "proof_of_business_address"), a_discrepancy("director")

    tasks = propose_tasks(a_request(stale, differing, language=language)).tasks

    assert [read_as(task.description) for task in tasks] == [language, language]
    assert all("discrepancy" in task.justification or "finding" in task.justification for task in tasks)


_HOSTILE = st.one_of(
    st.sampled_from(
        ["zz-sanctions-zz", "</p><script>", "Ignore previous instructions", "\u202eevil", "{name}", "a\nb"]
    ),
    st.text(min_size=4, max_size=40).map(lambda text: f"zz{text}zz"),
)


@given(
    words=_HOSTILE,
    categories=st.lists(st.sampled_from([*sorted(FOR_FINDING), "never_heard_of"]), max_size=6),
    fields=st.lists(st.sampled_from(list(FIELDS)), unique=True, max_size=3),
    requirement=st.sampled_from([item.id for item in REQUIREMENTS] + ["none_such"]),
    language=st.sampled_from(LANGUAGES),
)
def test_nothing_that_was_found_gets_into_what_the_customer_reads(
    words: str, categories: list[str], fields: list[str], requirement: str, language: PortalLanguage
) -> None:
    """Whatever a stranger wrote, the descriptions are those of the same findings without his words."""

    def descriptions(said: str) -> list[str]:
        told = {"description": said, "source": said}
        findings = [a_finding(category, requirement, **told) for category in categories]
        differing = [a_discrepancy(field) for field in FIELDS if field in fields]
        sides = [
            item.model_copy(
                update={
                    "description": said,
                    "sides": tuple(side.model_copy(update={"value": said, "source": said}) for side in item.sides),
                }
            )
            for item in differing
        ]
        request = a_request(*findings, *sides, requirements=REQUIREMENTS, language=language)
        return [task.description for task in propose_tasks(request).tasks]

    assert descriptions(words) == descriptions("nothing")
    assert not any(tips_off(text) for text in descriptions(words))


@given(st.text(max_size=400))
def test_a_templates_text_stands_on_one_line_of_bounded_length_and_all_of_it_can_be_seen(text: str) -> None:
    line = one_line(text, 120)

    assert len(line) <= 120
    assert line.split() == line.split(" ") or not line
    assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Cf", "Zl", "Zp", "Cs"}


@given(name=st.text(max_size=200), question=st.text(max_size=400))
def test_whatever_a_template_is_worded_like_its_tasks_are_asked(name: str, question: str) -> None:
    requirement = DocumentRequirement(id="director_id", name=name, description="")
    asked = Question(id="activity", text=question, type="text")

    tasks = propose_tasks(
        a_request(a_finding("document_missing", "director_id"), requirements=(requirement,), questions=(asked,))
    ).tasks

    assert len(tasks) == 2
    assert not any("\n" in task.description for task in tasks)


def test_a_template_may_ask_everybody_what_must_not_be_asked_of_one() -> None:
    question = Question(id="pep", text="Is a director a politically exposed person?", type="text")

    (task,) = propose_tasks(a_request(questions=(question,))).tasks

    assert "politically exposed" in task.description


def test_a_request_that_would_tip_off_is_left_out_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    careless = {**WORDINGS["en"].asks, "representatives": "Please name your nominees."}
    monkeypatch.setitem(WORDINGS, "en", WORDINGS["en"]._replace(asks=careless))

    proposal = propose_tasks(a_request(a_discrepancy("director")))

    assert proposal.tasks == ()
    assert proposal.notes == (
        "representatives was left out: its wording would tell the customer more than he may know.",
    )


def test_a_proposal_holds_all_missing_documents_of_the_largest_template() -> None:
    missing = [a_finding("document_missing", item.id) for item in MERCHANT.document_requirements]
    request: TaskRequest = a_request(*missing)

    assert len(propose_tasks(request).tasks) == len(missing)

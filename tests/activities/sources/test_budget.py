"""One answer adds no more to a case than the case can carry."""

from activities.sources.answers import AnswerDesk, Reading, Reply
from activities.sources.budget import MAX_FACTS_BYTES, within_budget
from schemas.company import Company
from schemas.sources import FactName, SourceFact, SourceName, SourceQuery
from tests.activities.sources.simulated import MemoryStore, settings_for
from tests.example_cases import NOW


def facts(name: FactName, count: int, length: int = 900) -> tuple[SourceFact, ...]:
    return tuple(SourceFact(name=name, value=f"{number:05}".ljust(length, "x")) for number in range(count))


def size(kept: tuple[SourceFact, ...]) -> int:
    return sum(len(fact.model_dump_json().encode()) for fact in kept)


def test_an_ordinary_answer_is_kept_whole() -> None:
    ordinary = (*facts("company_name", 1), *facts("director", 20))
    assert within_budget(ordinary) == ordinary


def test_of_a_very_long_answer_the_ends_of_its_lists_go_and_what_stands_once_stays() -> None:
    long = (*facts("director", 500), *facts("company_name", 1), *facts("owner", 3), *facts("screening_match", 2))

    kept = within_budget(long)

    assert size(kept) <= MAX_FACTS_BYTES
    assert [fact for fact in kept if fact.name != "director"] == list(long[500:])
    directors = [fact for fact in kept if fact.name == "director"]
    assert directors == list(long[: len(directors)])
    assert len(directors) > 50


def test_letters_that_take_four_bytes_count_as_four() -> None:
    assert size(within_budget(facts("director", 100, 5) + (SourceFact(name="owner", value="😀" * 900),) * 100)) <= (
        MAX_FACTS_BYTES
    )


async def test_an_answer_says_how_much_of_it_was_left_out() -> None:
    long = facts("director", 500)
    desk = AnswerDesk(MemoryStore(), settings_for("http://unused"))

    query = SourceQuery(
        case_id="case_0123456789ab",
        source=SourceName.NORTHDATA,
        organisation="acme-pay",
        company=Company(company_name="Example", country="BE"),
    )
    answer = await desk.file(query, Reply(Reading("found", facts=long)), NOW)

    assert answer.left_out == 500 - len(answer.facts) > 0
    assert len(answer.model_dump_json().encode()) < 2 * MAX_FACTS_BYTES

"""Whom a yente service finds on its lists, and that everyone was really looked for; over real HTTP."""

from collections.abc import AsyncIterator, Awaitable, Callable

import aiohttp
import pytest
from pydantic import JsonValue

from activities.sources.screening import BATCH, THRESHOLD, TOPICS, Screening
from schemas.company import Company
from schemas.sources import Person, SourceAnswer
from tests.activities.sources.simulated import MemoryStore, a_query, looked_up, settings_for
from tests.activities.sources.stub_register import Said, StubRegister, digest, said, serving

MATCH = "/match/default"
KEY = "a-key-that-nobody-may-see"
ZILVERMEER = Company(company_name="Zilvermeer Import NV", country="BE", company_registration_number="0436048850")
KARLOV = Person(name="Viktor Karlov", birth_date="1968-04-17", country="BE")
HOLDING = Person(name="Palmyra Nominees Ltd", kind="company", country="CY")


def result(score: float = 0.92, **members: object) -> dict[str, object]:
    return {
        "id": "NK-invented-1",
        "caption": "Виктор Карлов",
        "schema": "Person",
        "properties": {
            "topics": ["sanction", "role.oligarch"],
            "birthDate": ["1968-04-17"],
            "nationality": ["ru"],
            "country": ["ru", "cy"],
            "notes": ["nobody reads these"],
        },
        "datasets": ["eu_fsf", "be_fod_sanctions"],
        "referents": [],
        "target": True,
        "first_seen": "2022-04-08T06:22:01",
        "last_change": "2026-03-17T18:40:12",
        "score": score,
        "match": score >= THRESHOLD,
        "explanations": {
            "name_match": {"score": 0.92, "detail": "…", "query": "Viktor Karlov", "candidate": "Виктор Карлов"},
            "country_mismatch": {"score": 1.0},
            "identifier_match": {"score": 0.0},
            "dob_year_disjoint": {"score": 0.0},
        },
        **members,
    }


def clear(**members: object) -> dict[str, object]:
    """Nobody found for one query."""
    return {"status": 200, "results": [], "total": {"value": 0, "relation": "eq"}, **members}


def listed(*results: object) -> dict[str, object]:
    return clear(results=list(results), total={"value": len(results), "relation": "eq"})


def answers(*of: object) -> Said:
    return said({"responses": {f"q{number}": answer for number, answer in enumerate(of, 1)}, "limit": 5})


@pytest.fixture
async def yente() -> AsyncIterator[StubRegister]:
    async with serving() as stub:
        stub.says = {MATCH: [answers(clear())]}
        yield stub


Ask = Callable[..., Awaitable[SourceAnswer]]


@pytest.fixture
def ask(yente: StubRegister, http: aiohttp.ClientSession, store: MemoryStore) -> Ask:
    async def ask(*persons: Person, key: str | None = None, **members: object) -> SourceAnswer:
        settings = settings_for("http://unused", screening_url=f"{yente.url}/", screening_key=key, **members)
        return await looked_up(Screening(http, settings), ZILVERMEER, store, settings, persons)

    return ask


def queries(yente: StubRegister, request: int = 0) -> dict[str, JsonValue]:
    sent = yente.asked[request].json
    assert isinstance(sent, dict)
    asked = sent["queries"]
    assert isinstance(asked, dict)
    return asked


async def test_the_company_and_each_person_is_a_query_of_one_batch(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(clear(), clear(), clear())]
    await ask(KARLOV, HOLDING)
    assert queries(yente) == {
        "q1": {
            "schema": "Company",
            "properties": {
                "name": ["Zilvermeer Import NV"],
                "jurisdiction": ["be"],
                "registrationNumber": ["0436048850"],
            },
        },
        "q2": {
            "schema": "Person",
            "properties": {"name": ["Viktor Karlov"], "birthDate": ["1968-04-17"], "nationality": ["be"]},
        },
        "q3": {
            "schema": "LegalEntity",
            "properties": {"name": ["Palmyra Nominees Ltd"], "jurisdiction": ["cy"]},
        },
    }
    assert len(yente.asked) == 1


async def test_it_is_asked_for_risks_only_by_the_algorithm_and_from_the_score_we_name(
    yente: StubRegister, ask: Ask
) -> None:
    await ask()
    query = yente.asked[0].query
    assert [value for name, value in query if name == "topics"] == list(TOPICS)
    assert {name: value for name, value in query if name != "topics"} == {
        "algorithm": "logic-v2",
        "threshold": "0.7",
        "cutoff": "0.5",
        "limit": "5",
    }


async def test_nobody_on_a_list_is_not_found_and_each_subject_says_that_it_was_screened(
    yente: StubRegister, ask: Ask, store: MemoryStore
) -> None:
    told = answers(clear(), clear())
    yente.says[MATCH] = [told]
    answer = await ask(KARLOV)
    assert (answer.state, answer.reason) == ("not_found", "no_match")
    assert [(fact.name, fact.value) for fact in answer.facts] == [
        ("screened", "Zilvermeer Import NV"),
        ("screened", "Viktor Karlov"),
    ]
    assert answer.facts[1].details == {
        "kind": "person",
        "schema": "Person",
        "birthDate": "1968-04-17",
        "nationality": "be",
        "dataset": "default",
        "algorithm": "logic-v2",
        "matches": "0",
    }
    assert {fact.data_hash for fact in answer.facts} == {digest(told.body)} == {answer.data_hash}
    assert [body for body, _ in store.objects.values()] == [told.body]


async def test_a_match_is_found_with_why_and_on_which_list(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(clear(), listed(result()))]
    answer = await ask(KARLOV)
    assert (answer.state, answer.reason) == ("found", None)
    (match,) = answer.all("screening_match")
    assert match.value == "Виктор Карлов"
    assert match.details == {
        "subject": "Viktor Karlov",
        "kind": "person",
        "match": "true",
        "score": "0.92",
        "topics": "sanction,role.oligarch",
        "datasets": "eu_fsf,be_fod_sanctions",
        "entity_id": "NK-invented-1",
        "schema": "Person",
        "birth_date": "1968-04-17",
        "country": "ru,cy",
        "matched": "name_match",
        "contradicted": "country_mismatch",
        "missing": "identifier_match,dob_year_disjoint",
        "first_seen": "2022-04-08T06:22:01",
        "last_change": "2026-03-17T18:40:12",
    }
    assert [fact.value for fact in answer.all("screened")] == ["Zilvermeer Import NV", "Viktor Karlov"]


@pytest.mark.parametrize(
    ("score", "told", "state"),
    [
        (1.0, "true", "found"),
        (0.7, "true", "found"),
        (0.69, "false", "not_found"),
        (0.5, "false", "not_found"),
        (0.49, None, "not_found"),
    ],
)
async def test_a_near_miss_is_recorded_and_is_no_match(
    yente: StubRegister, ask: Ask, score: float, told: str | None, state: str
) -> None:
    yente.says[MATCH] = [answers(listed(result(score)))]
    answer = await ask()
    assert answer.state == state
    assert [fact.details["match"] for fact in answer.all("screening_match")] == ([told] if told else [])


async def test_what_the_service_itself_calls_a_match_is_one(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(listed(result(0.6, match=True)))]
    assert (await ask()).state == "found"


async def test_properties_that_the_server_dropped_are_told(yente: StubRegister, ask: Ask) -> None:
    kept = {"schema": "Person", "properties": {"name": ["Viktor Karlov"], "birthDate": []}}
    yente.says[MATCH] = [answers(clear(), clear(query=kept))]
    answer = await ask(KARLOV)
    assert answer.all("screened")[1].details["dropped"] == "birthDate,nationality"
    assert "dropped" not in answer.all("screened")[0].details


@pytest.mark.parametrize(
    "second",
    [
        None,
        {"status": 500, "results": []},
        {"status": 400, "results": [result()]},
        clear(query={"schema": "Person", "properties": {"birthDate": ["1968-04-17"]}}),
    ],
)
async def test_a_screening_that_is_not_whole_is_unavailable_with_what_it_found(
    yente: StubRegister, ask: Ask, second: object
) -> None:
    yente.says[MATCH] = [answers(listed(result()), *([second] if second is not None else []))]
    answer = await ask(KARLOV)
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "partly_screened", 300.0)
    assert [fact.value for fact in answer.all("screened")] == ["Zilvermeer Import NV"]
    assert [fact.details["subject"] for fact in answer.all("screening_match")] == ["Zilvermeer Import NV"]


@pytest.mark.parametrize("second", [clear(), listed(result())])
async def test_a_screening_is_in_part_when_persons_were_left_out_and_no_other_try_changes_that(
    yente: StubRegister, http: aiohttp.ClientSession, second: object
) -> None:
    yente.says[MATCH] = [answers(clear(), second)]
    source = Screening(http, settings_for("http://unused", screening_url=f"{yente.url}/", screening_key=None))
    query = a_query(source, ZILVERMEER, (KARLOV,)).model_copy(update={"persons_left_out": 3})
    reading = (await source.ask(query)).reading
    assert (reading.state, reading.reason, reading.retry_after_seconds) == ("unavailable", "partly_screened", None)
    assert [fact.value for fact in reading.facts if fact.name == "screened"] == [
        "Zilvermeer Import NV",
        "Viktor Karlov",
    ]
    matches = [fact for fact in reading.facts if fact.name == "screening_match"]
    assert len(matches) == (0 if second == clear() else 1)


async def test_more_subjects_than_a_batch_takes_are_sent_in_several(yente: StubRegister, ask: Ask) -> None:
    first = answers(*[clear()] * (BATCH - 1), listed(result()))
    second = answers(clear(), listed(result()))
    yente.says[MATCH] = [first, second]
    answer = await ask(*(Person(name=f"Person {number}") for number in range(BATCH + 1)))
    assert [len(queries(yente, request)) for request in range(len(yente.asked))] == [BATCH, 2]
    assert len(answer.all("screened")) == BATCH + 2
    assert [(fact.details["subject"], fact.data_hash) for fact in answer.all("screening_match")] == [
        (f"Person {BATCH - 2}", digest(first.body)),
        (f"Person {BATCH}", digest(second.body)),
    ]
    assert [piece.data_hash for piece in answer.pieces] == [digest(first.body), digest(second.body)]


async def test_when_a_later_batch_fails_the_whole_is_unavailable(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(*[listed(result())] * BATCH), Said(b"", 503)]
    answer = await ask(*(Person(name=f"Person {number}") for number in range(BATCH)))
    assert (answer.state, answer.reason) == ("unavailable", "http_503")
    assert len(answer.all("screened")) == len(answer.all("screening_match")) == BATCH


async def test_someone_whom_two_registers_name_alike_is_screened_once(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(clear(), clear(), clear())]
    without_birth_date = Person(name="Viktor Karlov")
    await ask(KARLOV, KARLOV, without_birth_date, Person(name=" "))
    assert list(queries(yente)) == ["q1", "q2", "q3"]


async def test_a_key_goes_into_the_header_and_nowhere_else(yente: StubRegister, ask: Ask) -> None:
    answer = await ask(key=KEY)
    assert yente.asked[0].headers["Authorization"] == f"ApiKey {KEY}"
    assert KEY not in answer.model_dump_json()


async def test_a_service_of_ones_own_is_sent_no_key(yente: StubRegister, ask: Ask) -> None:
    await ask()
    assert "Authorization" not in yente.asked[0].headers


async def test_no_name_is_in_the_address_that_is_kept(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [answers(clear(), clear())]
    answer = await ask(KARLOV)
    assert (answer.source_url or "").startswith(f"{yente.url}{MATCH}?algorithm=logic-v2&")
    assert "Karlov" not in (answer.source_url or "")


async def test_another_collection_can_be_screened_against(yente: StubRegister, ask: Ask) -> None:
    yente.says["/match/our lists"] = [answers(clear())]
    answer = await ask(screening_dataset="our lists")
    assert (answer.state, answer.facts[0].details["dataset"]) == ("not_found", "our lists")


@pytest.mark.parametrize("url", [None, "", " "])
async def test_without_a_service_nobody_is_screened(
    http: aiohttp.ClientSession, store: MemoryStore, url: str | None
) -> None:
    settings = settings_for("http://unused", screening_url=url)
    answer = await looked_up(Screening(http, settings), ZILVERMEER, store, settings)
    assert (answer.state, answer.facts) == ("not_configured", ())


async def test_a_quota_that_is_used_up_is_not_asked_again(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [Said(b"", 429)]
    answer = await ask()
    assert (answer.state, answer.reason, answer.retry_after_seconds) == ("unavailable", "quota_exhausted", None)


@pytest.mark.parametrize(
    "spoilt",
    [
        listed(result(1.5)),
        listed(result(caption=None)),
        listed({**result(), "score": "high"}),
        listed(result(match="maybe")),
        listed("not an entity"),
        {"status": "fine"},
    ],
)
async def test_a_result_that_cannot_be_read_is_no_clearance(
    yente: StubRegister, ask: Ask, spoilt: dict[str, object]
) -> None:
    yente.says[MATCH] = [answers(spoilt)]
    answer = await ask()
    assert (answer.state, answer.reason) == ("unavailable", "malformed_answer")


@pytest.mark.parametrize(
    "sparse",
    [
        listed({"id": "X", "caption": "Y", "score": 0.9, "match": True}),
        listed(result(explanations=None, datasets=None, first_seen=None, schema=None)),
        listed(result(properties={"topics": None})),
        {"results": [result()]},
    ],
)
async def test_a_result_with_members_missing_is_still_a_match(
    yente: StubRegister, ask: Ask, sparse: dict[str, object]
) -> None:
    yente.says[MATCH] = [answers(sparse)]
    answer = await ask()
    assert (answer.state, len(answer.all("screening_match"))) == ("found", 1)


async def test_an_answer_without_results_for_anybody_is_malformed(yente: StubRegister, ask: Ask) -> None:
    yente.says[MATCH] = [said({"limit": 5})]
    assert (await ask()).reason == "malformed_answer"

"""Whom to screen: everybody whom a register names, once."""

from hypothesis import given
from hypothesis import strategies as st

from domain.persons import MOST_PERSONS, persons_left_out, persons_of
from schemas.sources import Person, SourceAnswer, SourceName
from tests.domain.what_sources_say import Said, holding, says

S = SourceName


def named(*answers: SourceAnswer) -> tuple[Person, ...]:
    return persons_of(holding(*answers))


def test_directors_and_owners_of_all_sources_are_named_with_what_is_known_of_them() -> None:
    persons = named(
        says(S.KBO, {"director": ("Jan Peeters", {"role": "Bestuurder", "kind": "person"})}),
        says(
            S.NORTHDATA,
            {
                "director": ("An Maes", {"birth_date": "1980", "country": "BE"}),
                "owner": ("Acme Holding NV", {"kind": "company", "country": "LU", "share_percent": "80"}),
            },
        ),
    )

    assert persons == (
        Person(name="Acme Holding NV", kind="company", country="LU"),
        Person(name="An Maes", birth_date="1980", country="BE"),
        Person(name="Jan Peeters"),
    )


def test_somebody_whom_several_sources_name_is_one_with_the_fuller_birth_date() -> None:
    persons = named(
        says(S.KBO, {"director": "Jan Peeters"}),
        says(S.NORTHDATA, {"director": ("PEETERS Jan", {"birth_date": "1970"})}),
        says(S.GAZETTE, {"owner": ("Jan  Peeters", {"birth_date": "1970-05-02", "country": "BE"})}),
    )

    assert persons == (Person(name="Jan Peeters", birth_date="1970-05-02", country="BE"),)


def test_namesakes_with_different_birth_dates_are_two() -> None:
    one: Said = ("Jan Peeters", {"birth_date": "1970-05-02"})
    other: Said = ("Jan Peeters", {"birth_date": "1999"})

    assert [person.birth_date for person in named(says(S.KBO, {"director": [one, other]}))] == ["1970-05-02", "1999"]


def test_a_person_and_a_company_of_one_name_are_two() -> None:
    both: list[Said] = [("Jan Peeters", {"kind": "person"}), ("Jan Peeters", {"kind": "company"})]

    assert [person.kind for person in named(says(S.KBO, {"owner": both}))] == ["company", "person"]


def test_one_company_is_one_whichever_legal_form_stands_behind_it() -> None:
    persons = named(
        says(S.KBO, {"owner": ("Acme Holding", {"kind": "company"})}),
        says(S.NORTHDATA, {"owner": ("ACME HOLDING NV", {"kind": "company"})}),
    )

    assert [person.name for person in persons] == ["Acme Holding"]


def test_an_entry_without_a_name_is_nobody() -> None:
    assert named(says(S.KBO, {"director": ["  ", ""]})) == ()


def test_of_too_many_the_most_trusted_sources_come_first() -> None:
    persons = named(
        says(S.NORTHDATA, {"director": [f"A Director{number:02}" for number in range(MOST_PERSONS)]}),
        says(S.KBO, {"director": "Zoë Zanders"}),
    )

    assert len(persons) == MOST_PERSONS
    assert Person(name="Zoë Zanders") in persons


def crowd(count: int, kind: str = "person") -> list[Said]:
    return [(f"A Director{number:03}", {"kind": kind}) for number in range(count)]


def test_of_too_many_owners_come_before_directors_and_persons_before_companies() -> None:
    persons = named(
        says(S.KBO, {"director": crowd(MOST_PERSONS)}),
        says(S.NORTHDATA, {"owner": [("Zz Holding NV", {"kind": "company"}), ("Zoë Zanders", {"kind": "person"})]}),
        says(S.NBB, {"director": [("Aa Holding NV", {"kind": "company"})]}),
    )

    assert len(persons) == MOST_PERSONS
    assert {"Zz Holding NV", "Zoë Zanders"} <= {person.name for person in persons}
    assert "Aa Holding NV" not in {person.name for person in persons}


def test_whoever_is_beyond_the_most_or_whom_a_source_only_counts_is_left_out_and_counted() -> None:
    some = says(S.NORTHDATA, {"director": ("Jan Peeters", {"left_out": "4800"}), "owner": ("Jan Peeters", {})})
    many = says(S.KBO, {"director": crowd(MOST_PERSONS + 2)})

    assert persons_left_out(holding(says(S.KBO, {"director": crowd(MOST_PERSONS)}))) == 0
    assert persons_left_out(holding(many)) == 2
    assert persons_left_out(holding(some)) == 4800
    assert persons_left_out(holding(some, many)) == 4803


def test_what_was_cut_off_a_long_answer_may_have_named_somebody() -> None:
    named_some = says(S.NBB, {"director": "Jan Peeters"}).model_copy(update={"left_out": 3})
    named_nobody = says(S.GAZETTE, {"publication": "An act"}).model_copy(update={"left_out": 30})

    assert persons_left_out(holding(named_some, named_nobody)) == 3


NAMES = st.sampled_from(["Jan Peeters", "PEETERS Jan", "An Maes", "Acme BV", ""])
DETAILS = st.fixed_dictionaries(
    {},
    optional={
        "birth_date": st.sampled_from(["1970", "1970-05-02", "1980"]),
        "kind": st.sampled_from(["company", "person"]),
    },
)
ANSWERS = st.lists(
    st.builds(
        lambda source, directors, owners: says(source, {"director": directors, "owner": owners}),
        st.sampled_from(S),
        st.lists(st.tuples(NAMES, DETAILS), max_size=4),
        st.lists(st.tuples(NAMES, DETAILS), max_size=4),
    ),
    unique_by=lambda answer: answer.source,
    max_size=4,
)


@given(ANSWERS, st.data())
def test_the_order_in_which_sources_answered_does_not_matter(answers: list[SourceAnswer], data: st.DataObject) -> None:
    assert named(*data.draw(st.permutations(answers))) == named(*answers)


@given(ANSWERS)
def test_nobody_is_named_twice_and_all_are_in_order(answers: list[SourceAnswer]) -> None:
    persons = named(*answers)

    assert list(persons) == sorted(persons, key=lambda person: (person.name, person.birth_date or "", person.kind))
    assert len(set(persons)) == len(persons) <= MOST_PERSONS

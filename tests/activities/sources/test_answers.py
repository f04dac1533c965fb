"""What a source says becomes facts that can be kept."""

from activities.sources.answers import MAX_FACT_CHARACTERS, facts_of


def test_characters_that_cannot_be_stored_are_marked_in_a_fact() -> None:
    (fact,) = facts_of({"website_title": "Shop\x00of \ud800horrors"})
    assert fact.value == "Shop\ufffdof \ufffdhorrors"


def test_a_novel_is_cut_to_the_length_of_a_fact() -> None:
    (fact,) = facts_of({"company_name": "A" * 5000})
    assert fact.value == "A" * MAX_FACT_CHARACTERS


def test_what_is_not_known_is_no_fact() -> None:
    assert facts_of({"company_name": None, "registered_address": ""}) == ()


def test_marks_that_turn_the_direction_of_a_line_are_left_out() -> None:
    (fact,) = facts_of({"company_name": "\u202eliveB \u2066GmbH\u2069"})
    assert fact.value == "liveB GmbH"

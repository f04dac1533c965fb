"""What the detail of a case says may be decided, and by whom."""

from tests.gateway.office import Office


async def test_a_case_under_review_says_what_may_be_decided_and_one_that_waits_for_its_customer_says_nothing(
    office: Office,
) -> None:
    waiting = await office.detail(await office.open())
    assert (waiting["possible_decisions"], waiting["decided_by"]) == ([], [])

    review = await office.detail(await office.under_review(documents=()))
    assert review["recommended_action"] == "follow_up"
    assert {one["decision"]: (one["reason_needed"], one["barred_by"]) for one in review["possible_decisions"]} == {
        "approve": ("less_careful", None),
        "follow_up": (None, None),
        "escalate": ("always", None),
        "reject": ("always", None),
    }
    assert review["decided_by"] == ["officer", "senior_officer", "admin"]

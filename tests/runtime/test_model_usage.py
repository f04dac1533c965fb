"""What language models may use is set aside before they are asked, so that no limit is passed unseen."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest

from runtime.model_usage import ModelUsage, OverBudgetError, Spending
from runtime.postgres import Pool
from runtime.settings import Settings

Budget = Callable[..., ModelUsage]


@pytest.fixture
def budget(pool: Pool, settings: Settings) -> Budget:
    return lambda **limits: ModelUsage(pool, settings.model_copy(update=limits))


def a_spending(tokens: int = 100, cost_usd: float = 0.01) -> Spending:
    name = secrets.token_hex(6)
    return Spending(f"org-{name}", f"case_{name}", "mcc", "small", tokens, cost_usd)


@pytest.mark.parametrize(
    "limit",
    [
        {"agents_case_tokens": 199},
        {"agents_organisation_tokens_per_day": 199},
        {"agents_case_cost_usd": 0.019},
        {"agents_organisation_cost_usd_per_day": 0.019},
    ],
)
async def test_a_limit_is_never_passed_and_its_setting_is_named(budget: Budget, limit: dict[str, float]) -> None:
    usage, spending = budget(**limit), a_spending()
    await usage.reserve(spending)

    with pytest.raises(OverBudgetError, match=f"CASEWRIGHT_{next(iter(limit)).upper()}"):
        await usage.reserve(spending)


async def test_a_limit_may_be_used_up_to_the_last_token(budget: Budget) -> None:
    usage, spending = budget(agents_case_tokens=200), a_spending()

    assert await usage.reserve(spending) != await usage.reserve(spending)


async def test_what_was_not_used_is_free_again_once_settled(budget: Budget) -> None:
    usage, spending = budget(agents_case_tokens=150), a_spending()
    await usage.settle(await usage.reserve(spending), 50, 0.005)

    assert await usage.reserve(spending)


async def test_cases_of_one_organisation_share_its_day_and_not_their_own_limits(budget: Budget) -> None:
    usage, spending = budget(agents_case_tokens=100, agents_organisation_tokens_per_day=250), a_spending()
    others = [replace(spending, case_id=f"{spending.case_id}{number}") for number in (1, 2)]
    await usage.reserve(spending)
    await usage.reserve(others[0])

    with pytest.raises(OverBudgetError, match="ORGANISATION_TOKENS_PER_DAY"):
        await usage.reserve(others[1])


async def test_another_organisation_is_not_concerned(budget: Budget) -> None:
    usage = budget(agents_organisation_tokens_per_day=100)
    await usage.reserve(a_spending())

    assert await usage.reserve(a_spending())


async def test_yesterday_counts_for_the_case_and_no_more_for_the_organisation(budget: Budget, pool: Pool) -> None:
    spending = a_spending()
    await budget().reserve(spending)
    async with pool.connection() as connection:
        await connection.execute(
            "UPDATE model_usage SET reserved_at = date_trunc('day', clock_timestamp()) - interval '1 second' "
            "WHERE case_id = %s",
            [spending.case_id],
        )

    assert await budget(agents_organisation_tokens_per_day=100).reserve(replace(spending, case_id="case_another"))
    with pytest.raises(OverBudgetError, match="CASE_TOKENS"):
        await budget(agents_case_tokens=100).reserve(spending)


async def test_questions_that_come_at_once_do_not_pass_a_limit_together(budget: Budget) -> None:
    usage, spending = budget(agents_organisation_tokens_per_day=300), a_spending()

    outcomes = await asyncio.gather(*(usage.reserve(spending) for _ in range(8)), return_exceptions=True)

    assert sum(isinstance(outcome, str) for outcome in outcomes) == 3
    assert sum(isinstance(outcome, OverBudgetError) for outcome in outcomes) == 5


async def test_without_a_price_only_tokens_are_limited(budget: Budget) -> None:
    assert await budget(agents_case_cost_usd=0, agents_organisation_cost_usd_per_day=0).reserve(
        a_spending(cost_usd=0.0)
    )

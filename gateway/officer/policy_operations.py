"""Policies as a table: by which rules cases are assessed, and the trial of others."""

from gateway.officer import policies, policy_examples
from gateway.operations import Answer, Body, Operation, Tag
from schemas.policy_api import BacktestReport, BacktestRequest, PolicyList

POLICIES = Tag("Policies", "By which rules, points and weights the risk of a case is assessed.")

POLICY_API: tuple[Operation, ...] = (
    Operation(
        "GET",
        "/api/policies",
        policies.list_policies,
        "List the policies, with their hashes",
        POLICIES,
        answers=(Answer(PolicyList, "Every policy that was delivered; one of them is in use today."),),
        description="A policy as it stands here can be changed and sent to `POST /api/policies/backtest`.",
    ),
    Operation(
        "POST",
        "/api/policies/backtest",
        policies.backtest_policy,
        "Try a draft policy on cases of the past",
        POLICIES,
        body=Body(BacktestRequest, policy_examples.BACKTEST),
        answers=(
            Answer(
                BacktestReport,
                "Whose outcome would be another one, and why. Nothing was changed.",
                examples=policy_examples.BACKTESTED,
            ),
        ),
        description="Each case is assessed with the facts and at the time of its last investigation, so that the age "
        "of a company is what it was then. For keys of a senior officer or an administrator. It ends after "
        f"{policies.BACKTEST_SECONDS:.0f} seconds and then says `complete: false`; the command "
        "`python -m gateway.backtest` has no such limit.",
    ),
)

"""/api/policies: by which rules cases are assessed, and the trial of others before anyone uses them."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from domain.policies import policy_hash, policy_on, rule_set_of
from gateway.access import officers
from gateway.answers import json_answer
from gateway.problems import ApiError
from gateway.requests import read_json
from gateway.services import services
from runtime.api_keys import Principal
from schemas.policy_api import ActivePolicy, BacktestRequest, PolicyList

TRYING_ROLES = frozenset({"senior_officer", "admin"})
"""Who may try a draft: it reads every case of the organisation at once."""

BACKTEST_SECONDS = 20.0
"""How long one request may take; more is for the command `python -m gateway.backtest`."""


@officers("read")
async def list_policies(request: Request, principal: Principal) -> Response:
    policies = services(request).policies
    current = policy_on(policies, datetime.now(UTC).date())
    return json_answer(
        PolicyList(
            policies=tuple(
                ActivePolicy(
                    name=policy.name,
                    version=policy.version,
                    hash=policy_hash(policy),
                    rule_set=rule_set_of(policy),
                    valid_from=policy.valid_from,
                    in_use=policy is current,
                    policy=policy,
                )
                for policy in policies
            )
        )
    )


@officers("write")
async def backtest_policy(request: Request, principal: Principal) -> Response:
    role = principal.actor.role
    if role not in TRYING_ROLES:
        raise ApiError("role_not_allowed", f"a senior officer or an administrator tries policies, not a key of {role}")
    asked = await read_json(request, BacktestRequest)
    return json_answer(await services(request).backtests.run(asked, principal.organisation, BACKTEST_SECONDS))

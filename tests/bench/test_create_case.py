"""The cases that Temporal's own client opens have the gateway's input, and collide with no other."""

from datetime import UTC, datetime, timedelta

from bench.rows.create_case import another
from deploy.local.registries.catalogue import ZONNEWIND
from domain.identity import is_portal_token, workflow_id_of
from runtime.templates import load_templates
from schemas.actor import Actor
from schemas.case import CaseOpening

FIRST = datetime(2026, 3, 1, 9, tzinfo=UTC)
LATER = FIRST + timedelta(hours=1)
ITS_OWN = {"case_id", "workflow_id", "portal_token", "portal_url", "portal_expires_at", "created_at"}

PATTERN = CaseOpening(
    case_id="case_000000000001",
    workflow_id="wf_010000000000",
    organisation="org_local",
    company=ZONNEWIND.company(),
    template=load_templates()["psp_merchant_onboarding"],
    portal_token="pt_pattern",
    portal_url="http://127.0.0.1:8080/portal/pt_pattern",
    portal_expires_at=FIRST + timedelta(days=30),
    environment="test",
    opened_by=Actor(id="key_officer", role="officer"),
    created_at=FIRST,
)


def test_it_has_the_same_input_but_for_what_is_its_own() -> None:
    made = another(PATTERN, bytes(32), LATER)
    assert made.model_dump(exclude=ITS_OWN) == PATTERN.model_dump(exclude=ITS_OWN)


def test_its_names_belong_together() -> None:
    made = another(PATTERN, bytes(range(32)), LATER)
    assert made.workflow_id == workflow_id_of(made.case_id)
    assert is_portal_token(made.portal_token or "")
    assert made.portal_url == f"http://127.0.0.1:8080/portal/{made.portal_token}"


def test_its_link_lives_as_long_as_the_pattern_s() -> None:
    made = another(PATTERN, bytes(32), LATER)
    assert (made.created_at, made.portal_expires_at) == (LATER, LATER + timedelta(days=30))


def test_each_entropy_is_another_case() -> None:
    one, other = (another(PATTERN, bytes([number]) * 32, LATER) for number in (1, 2))
    assert one.case_id != other.case_id
    assert one.workflow_id != other.workflow_id
    assert one.portal_token != other.portal_token


def test_what_was_made_is_a_valid_opening() -> None:
    made = another(PATTERN, bytes(32), LATER)
    assert CaseOpening.model_validate_json(made.model_dump_json()) == made

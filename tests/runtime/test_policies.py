"""The policies that are delivered, and what happens to a broken one."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.policies import policy_hash, policy_on
from runtime.policies import PolicyError, load_policies, read_policy
from tests.conftest import REPOSITORY
from tests.policies import POLICY

HASHES = {
    "kyb-baseline-2026.11": "sha256:4d8fba29c14e6134c834a45b3b8eb86b60109803965fe34549853e3cf2bcd423",
}
"""Of every policy that was ever delivered. One that changes here was edited: give the change a folder of its own, so
that results which name this hash can still be computed again."""

DELIVERED = REPOSITORY / "runtime" / "risk_policies"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the delivered policies."""
    monkeypatch.setattr("importlib.resources.files", lambda package: tmp_path)
    (tmp_path / "risk_policies").mkdir()
    return tmp_path / "risk_policies"


def copied(folder: Path, name: str = f"{POLICY.name}-{POLICY.version}") -> Path:
    """The delivered policy in another place."""
    copy = folder / name
    copy.mkdir()
    for file in (DELIVERED / f"{POLICY.name}-{POLICY.version}").iterdir():
        (copy / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return copy


def test_a_delivered_policy_is_never_edited() -> None:
    assert {f"{policy.name}-{policy.version}": policy_hash(policy) for policy in load_policies()} == HASHES


def test_there_is_a_policy_for_today() -> None:
    today = datetime.now(UTC).date()

    assert policy_on(load_policies(), today).valid_from <= today


def test_a_general_set_and_that_of_belgian_merchants_are_delivered() -> None:
    assert {rules.id: (rules.applies_to.countries, rules.applies_to.templates) for rules in POLICY.rule_sets} == {
        "eea": ((), ()),
        "be_payment_merchant": (("BE",), ("psp_merchant_onboarding",)),
    }


def test_every_rule_says_its_law_and_what_to_do_in_whole_sentences() -> None:
    for rule in POLICY.rules:
        assert rule.explanation.endswith("."), rule.id
        assert not rule.legal_basis.endswith("."), rule.id


def test_every_list_says_where_it_is_from_and_that_it_must_be_checked() -> None:
    for name, listed in POLICY.lists.items():
        assert listed.source and "Check before use" in listed.note, name
        assert sorted(listed.values) == list(dict.fromkeys(listed.values)), name


def test_policies_come_in_the_order_in_which_they_become_valid(folder: Path) -> None:
    later = copied(folder, f"{POLICY.name}-zz")
    scale = later / "policy.toml"
    text = scale.read_text().replace(f'version = "{POLICY.version}"', 'version = "zz"')
    scale.write_text(text.replace(str(POLICY.valid_from), "2025-01-01"))
    copied(folder)

    assert [policy.version for policy in load_policies()] == ["zz", POLICY.version]


def test_without_a_policy_a_process_does_not_start(folder: Path) -> None:
    with pytest.raises(PolicyError, match="no policy"):
        load_policies()


@pytest.mark.parametrize(
    ("file", "broken", "said"),
    [
        ("policy.toml", lambda text: text + "\nname = ", "policy.toml: "),
        ("policy.toml", lambda text: text.replace("floor_factor = 0.85", ""), "floor_factor"),
        ("policy.toml", lambda text: text.replace(POLICY.version, "other"), "name the folder after it"),
        ("eea.toml", lambda text: text.replace('id = "eea"', 'id = "europe"'), "not the name of the file"),
        ("eea.toml", lambda text: text.replace('severity = "critical"', 'severity = "awful"'), "severity"),
        ("eea.toml", lambda text: text.replace("points = 1.00", "point = 1.00"), "point"),
    ],
    ids=["no TOML", "a member lacks", "another name", "another file", "no severity", "unknown member"],
)
def test_a_broken_policy_keeps_a_process_from_starting(
    folder: Path, file: str, broken: Callable[[str], str], said: str
) -> None:
    path = copied(folder) / file
    path.write_text(broken(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(PolicyError, match=said):
        load_policies()


def test_a_folder_without_a_scale_is_no_policy(folder: Path) -> None:
    (copied(folder) / "policy.toml").unlink()

    with pytest.raises(PolicyError, match=r"has no policy\.toml"):
        load_policies()


# A draft.


def test_a_draft_is_read_from_a_folder_or_one_file(tmp_path: Path) -> None:
    as_json = tmp_path / "draft.json"
    as_json.write_text(POLICY.model_dump_json())

    assert read_policy(copied(tmp_path)) == POLICY
    assert read_policy(as_json) == POLICY


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.toml", "not toml"),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", json.dumps({"name": "x"})),
        ("none.toml", None),
    ],
)
def test_a_draft_that_cannot_be_read_says_why(tmp_path: Path, name: str, text: str | None) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text)

    with pytest.raises(PolicyError, match=name):
        read_policy(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"condition": {"type": "fact_value", "fact": "turnovr", "below": 1}},
            "condition.fact (rule {}): Input should",
        ),
        ({"condition": {"one_of": ["x"]}}, "condition (rule {}): say which type of condition it is"),
        ({"condition": {"type": "mcc_tier", "one_of": ["odd"]}}, "condition.one_of.0 (rule {}): Input should be 'low'"),
        ({"points": float("nan")}, "points (rule {}): Input should be a finite number"),
        ({"severty": "high"}, "severty (rule {}): there is no such member; correct its name, or leave it out"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_of_a_draft_is_one_line_with_its_rule(tmp_path: Path, change: dict[str, object], said: str) -> None:
    given = POLICY.model_dump(mode="json")
    rule = given["rule_sets"][0]["rules"][0]
    rule.update(change)
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(given))

    with pytest.raises(PolicyError) as error:
        read_policy(path)

    first, fault = str(error.value).splitlines()
    assert first == f"policy {path}:"
    assert fault.startswith(f"rule_sets.0.rules.0.{said.format(rule['id'])}")


@pytest.mark.parametrize(("name", "content"), [("a.json", b"[" * 100_000), ("a.toml", b"\xff"), ("a.json", b"\xff")])
def test_a_file_that_is_no_text_or_nests_without_end_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(PolicyError, match=name):
        read_policy(path)


def test_a_rule_set_that_is_no_text_is_named(folder: Path) -> None:
    (copied(folder) / "eea.toml").write_bytes(b"\xff")

    with pytest.raises(PolicyError, match=r"eea\.toml"):
        load_policies()


def test_every_rule_is_in_the_documentation() -> None:
    page = (REPOSITORY / "docs" / "risk.md").read_text(encoding="utf-8")

    assert [rule.id for rule in POLICY.rules if f"| `{rule.id}` | {rule.title} | {rule.severity} |" not in page] == []

"""In which order the files of the suite are begun: a process that began a long one last would work on alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).parent

LONGEST: Sequence[str] = (
    "journey/test_faults.py",
    "gateway/test_contract.py",
    "pages/test_accessibility.py",
    "bench/test_bench.py",
    "journey/test_agents_with_a_model.py",
    "workflows/test_races_between_runs.py",
    "gateway/test_races.py",
    "journey/test_catalogue.py",
    "workflows/test_case_machine.py",
    "gateway/test_commands.py",
    "pages/test_hostile_text.py",
    "pages/test_portal.py",
    "journey/test_bad_bodies.py",
    "bench/test_mcc.py",
    "gateway/test_judgements.py",
    "activities/documents/test_hostile_documents.py",
    "pages/test_walk_by_mouse.py",
    "docs/test_readme_walk.py",
    "gateway/test_seen_version.py",
    "workflows/test_races.py",
    "journey/test_bad_input.py",
    "pages/test_console.py",
    "activities/agents/test_classifier.py",
    "gateway/integration/test_administering_keys.py",
    "pages/test_sign_in.py",
    "journey/test_customer_side.py",
    "agents_under_attack/test_classification.py",
    "pages/test_walk_by_keyboard.py",
    "gateway/test_assignment.py",
    "workflows/test_reset.py",
    "stories/test_sources_in_trouble.py",
    "journey/test_main_job.py",
    "gateway/test_command_keys.py",
    "gateway/test_asking_again.py",
    "gateway/test_removal.py",
    "journey/test_other_ends.py",
    "gateway/test_portal_check.py",
    "test_worker.py",
    "pages/test_race.py",
    "activities/sources/test_peppol_trouble.py",
)
"""Those that take more than some ten seconds, the longest first; the others fill what is left."""


def longest_first(items: list[pytest.Item]) -> None:
    """Sorts the tests by their files and leaves those of one file in their order. It takes effect where files are
    handed out as they come: `--dist loadfile --no-loadscope-reorder`."""
    place = {HERE / name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(place)))

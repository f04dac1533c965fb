"""Sources that could not be checked. What only an officer can look up is a task and not a failure."""

from collections.abc import Iterator

from domain.findings.known import Known
from domain.findings.withholding import OFFICER_TASK
from schemas.investigation import Finding
from schemas.sources import SOURCE_LABELS


def unavailable(case: Known) -> Iterator[Finding]:
    for name, answer in sorted(case.record.sources.items()):
        if answer.not_renewed is not None:
            yield Finding(
                finding_id=f"find_{name}_unavailable",
                category="source_unavailable",
                severity="low",
                description=f"{SOURCE_LABELS[name]} could not be asked again ({answer.not_renewed}). What it said on "
                f"{answer.collected_at:%Y-%m-%d} stands.",
                source=SOURCE_LABELS[name],
                evidence_hash=answer.data_hash,
            )
        elif answer.state == "unavailable" and answer.reason != OFFICER_TASK:
            yield Finding(
                finding_id=f"find_{name}_unavailable",
                category="source_unavailable",
                severity="low",
                description=f"{SOURCE_LABELS[name]} could not be checked ({answer.reason}). This says nothing about "
                "the company.",
                source=SOURCE_LABELS[name],
                evidence_hash=answer.data_hash,
            )

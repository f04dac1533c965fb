"""The grounds of a case for asking something, each with the words for the officer that cite it."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from domain.findings.noted import numbered
from domain.follow_up.asks import ASKS, Topic
from domain.follow_up.citations import cited_discrepancy, cited_finding, parted
from domain.follow_up.decided import FOR_DISCREPANCY, FOR_FEATURE, FOR_FINDING, Asked, AskedForDocument
from domain.follow_up.wanted import Key, OfFollowUp, OfQuestion, OfRequirement, OfTopic, Wanted
from domain.follow_up.wordings import Detail
from domain.profile.verdicts import SEVERITY_ORDER
from domain.submission import FOLLOW_UP_PREFIX
from schemas.case import TaskRequest
from schemas.extraction import FeatureName
from schemas.investigation import Finding, Severity
from schemas.template import DocumentRequirement

_REQUIRED_DOCUMENT, _GRAVE_DISCREPANCY, _OTHER = range(3)
_GRAVE = frozenset({"high", "critical"})


class Ground(NamedTuple):
    wanted: Wanted
    rule: str
    """`finding:…`, `discrepancy:…` or `question:…`."""
    cause: str
    """What is the matter, for officers, as part of a sentence."""
    citation: str
    """The same with both sides, the evidence and the id."""
    tier: int
    """The lowest is asked first."""
    severity: Severity
    details: frozenset[Detail] = frozenset()
    is_new_fault: bool = False
    """Whether it is the fault of a document that was given: a ground to ask for it once more."""

    @property
    def topic(self) -> Topic | None:
        return self.wanted.topic if isinstance(self.wanted, OfTopic) else None

    @property
    def place(self) -> tuple[int, int]:
        """Sorts the most important first."""
        return self.tier, -SEVERITY_ORDER.index(self.severity)


def grounds_of(request: TaskRequest) -> tuple[Ground, ...]:
    """Everything that a customer could clear up, the most important first."""
    found = (*_of_findings(request), *_of_discrepancies(request), *_of_questions(request))
    return tuple(sorted(found, key=lambda ground: ground.place))


def may_stand_for(ground: Ground, requirement: DocumentRequirement) -> bool:
    """Whether who gives this document of the template gives what the ground asks for."""
    ask, kinds = ASKS[ground.topic] if ground.topic else None, requirement.document_types
    return ask is not None and ask.document_type in kinds and ask.joins.issuperset(kinds)


def keys_of(ground: Ground, request: TaskRequest) -> frozenset[Key]:
    """All requests that are the same as the ground's."""
    joined: list[Key] = [("document", item.id) for item in request.requirements if may_stand_for(ground, item)]
    return frozenset((ground.wanted.key, *joined))


def _of_findings(request: TaskRequest) -> Iterator[Ground]:
    for finding in request.result.findings:
        decided = FOR_FINDING.get(finding.category)
        if isinstance(decided, Asked):
            yield _about(finding, OfTopic(decided.topic), decided.cause)
        elif isinstance(decided, AskedForDocument):
            yield from _of_document(finding, decided, request)
        elif finding.finding_id in _UNRESOLVED:
            feature = _UNRESOLVED[finding.finding_id]
            name = feature.replace("_", " ")
            yield _about(finding, OfTopic(FOR_FEATURE[feature]), f"the documents leave the {name} open")


def _about(finding: Finding, wanted: Wanted, cause: str) -> Ground:
    return Ground(wanted, f"finding:{finding.category}", cause, cited_finding(finding), _OTHER, finding.severity)


def _of_document(finding: Finding, decided: AskedForDocument, request: TaskRequest) -> Iterator[Ground]:
    wanted = _document(finding, decided, request)
    if wanted is None:
        return
    is_required = isinstance(wanted, OfRequirement) and wanted.requirement.required
    yield _about(finding, wanted, f"{wanted.label} {decided.cause}")._replace(
        tier=_REQUIRED_DOCUMENT if is_required else _OTHER,
        details=frozenset(decided.details),
        is_new_fault=decided.given,
    )


def _document(finding: Finding, decided: AskedForDocument, request: TaskRequest) -> Wanted | None:
    """The document that a finding is about: of the template, or of a follow-up; None if neither asked for it."""
    requirement = next((item for item in request.requirements if item.id == finding.requirement_id), None)
    if requirement is not None:
        alike = [item for item in request.requirements if set(item.document_types) == set(requirement.document_types)]
        return OfRequirement(requirement, decided.given, alike != [requirement])
    bare = finding.model_copy(update={"finding_id": f"find_{finding.category}"})
    for task in request.asked:
        if task.document_type and numbered(bare, f"{FOLLOW_UP_PREFIX}{task.task_id}").finding_id == finding.finding_id:
            return OfFollowUp(task.document_type)
    return None


def _of_discrepancies(request: TaskRequest) -> Iterator[Ground]:
    for item in request.result.discrepancies:
        if item.weighs:
            yield Ground(
                wanted=OfTopic(FOR_DISCREPANCY[item.type]),
                rule=f"discrepancy:{item.field}",
                cause=f"{item.type.replace('_', ' ')} discrepancy between {parted(item)}",
                citation=cited_discrepancy(item),
                tier=_GRAVE_DISCREPANCY if item.severity in _GRAVE else _OTHER,
                severity=item.severity,
            )


def _of_questions(request: TaskRequest) -> Iterator[Ground]:
    for question in request.questions:
        wanted = OfQuestion(question)
        yield Ground(
            wanted=wanted,
            rule=wanted.key[1],
            cause=f"{wanted.label} was not answered",
            citation=f"The template's question {wanted.label} was not answered (question {question.id}).",
            tier=_OTHER,
            severity="high" if question.required else "info",
        )


def _unresolved_ids() -> dict[str, FeatureName]:
    """By the id of the finding that says it is unresolved, each feature that can be asked about."""
    finding = Finding(
        finding_id="find_feature_unresolved",
        category="feature_unresolved",
        severity="low",
        description="",
        source="documents",
    )
    features: tuple[FeatureName, ...] = get_args(FeatureName)
    return {numbered(finding, name).finding_id: name for name in features if name in FOR_FEATURE}


_UNRESOLVED = _unresolved_ids()

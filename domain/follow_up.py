"""Rules from findings and discrepancies to follow-up tasks an officer may send.

Each rule has the words for the customer and, apart from them, the reason for the officer. The customer's words never
hint at suspicion (AMLR Art. 73, no tipping-off).
"""

from collections.abc import Sequence

from schemas.case import FollowUpTask
from schemas.investigation import (
    Discrepancy,
    Finding,
    GeneratedTask,
    InvestigationResult,
    ResponseType,
    TaskProposal,
)
from schemas.template import DocumentRequirement

MAX_TASKS = 10

_FOR_DISCREPANCY: dict[str, tuple[str, ResponseType, str | None]] = {
    "company_name": ("Please confirm the full legal name of your company as it is registered.", "text", None),
    "registered_address": (
        "Please provide a recent utility bill or bank statement that shows your registered address.",
        "document",
        "utility_bill",
    ),
    "registration_number": (
        "Please confirm the registration number and the VAT number of your company.",
        "text",
        None,
    ),
}
_FOR_FINDING: dict[str, tuple[str, ResponseType, str | None]] = {
    "number_checksum": (
        "Please check and confirm the registration and VAT number of your company.",
        "text",
        None,
    ),
    "vat_not_registered": (
        "Please provide your VAT registration certificate, or tell us why your company has none.",
        "document",
        "vat_certificate",
    ),
    "website_missing": ("Please tell us the address of your website, if you have one.", "text", None),
    "website_refused": ("Please tell us the address of your website, if you have one.", "text", None),
    "website_error": ("Please tell us when your website will be online, or its new address.", "text", None),
}


def propose_tasks(
    result: InvestigationResult, requirements: Sequence[DocumentRequirement], asked: Sequence[FollowUpTask]
) -> TaskProposal:
    """At most `MAX_TASKS` tasks, none that was asked before, each citing what it is for."""
    candidates = [
        *(task for item in result.discrepancies if (task := _for_discrepancy(item))),
        *(task for item in result.findings if (task := _for_finding(item, requirements))),
    ]
    known = {task.description for task in asked}
    unique: dict[str, GeneratedTask] = {}
    for task in candidates:
        if task.description not in known:
            unique.setdefault(task.description, task)
    tasks = tuple(unique.values())[:MAX_TASKS]
    reasoning = (
        f"{len(tasks)} of {len(result.findings)} findings and {len(result.discrepancies)} discrepancies can be "
        "cleared up by the customer."
        if tasks
        else "Nothing was found that the customer could clear up."
    )
    return TaskProposal(tasks=tasks, reasoning=reasoning)


def _for_discrepancy(item: Discrepancy) -> GeneratedTask | None:
    rule = _FOR_DISCREPANCY.get(item.field)
    return _task(rule, f"discrepancy:{item.field}", item.description) if rule else None


def _for_finding(item: Finding, requirements: Sequence[DocumentRequirement]) -> GeneratedTask | None:
    rule = _FOR_FINDING.get(item.category)
    wanted = next((requirement for requirement in requirements if requirement.id == item.requirement_id), None)
    if wanted is not None:
        rule = (f"Please upload “{wanted.name}”.", "document", wanted.id)
    return _task(rule, f"finding:{item.category}", item.description) if rule else None


def _task(rule: tuple[str, ResponseType, str | None], name: str, justification: str) -> GeneratedTask:
    description, response_type, document_type = rule
    return GeneratedTask(
        description=description,
        response_type=response_type,
        document_type=document_type,
        justification=justification,
        rule=name,
    )

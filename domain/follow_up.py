"""Rules from findings and discrepancies to follow-up tasks an officer may send.

Each rule has the words for the customer and, apart from them, the reason for the officer. The customer's words never
hint at suspicion (AMLR Art. 73, no tipping-off).
"""

from collections.abc import Sequence

from schemas.case import FollowUpTask
from schemas.investigation import (
    Discrepancy,
    DiscrepancyType,
    Finding,
    GeneratedTask,
    InvestigationResult,
    ResponseType,
    TaskProposal,
)
from schemas.template import DocumentRequirement

MAX_TASKS = 10

Rule = tuple[str, ResponseType, str | None]
"""What the customer reads, how it is answered, and the kind of document that is asked for."""

_REGISTER_EXTRACT: Rule = (
    "Please upload a recent extract of your company from the company register.",
    "document",
    "register_extract",
)
_ANNUAL_ACCOUNTS: Rule = ("Please upload your most recent annual accounts.", "document", "annual_accounts")
_REPRESENTATIVES: Rule = (
    "Please name the persons who represent your company, with their functions and since when they hold them.",
    "text",
    None,
)
_BUSINESS: Rule = (
    "Please describe what your company sells, and for each product or service where it is sold.",
    "text",
    None,
)
_WEBSITE: Rule = ("Please tell us the address of your website, if you have one.", "text", None)
_WEBSITE_ONLINE: Rule = ("Please tell us when your website will be online, or its new address.", "text", None)

_FOR_DISCREPANCY: dict[DiscrepancyType, Rule] = {
    "name": ("Please confirm the full legal name of your company as it is registered.", "text", None),
    "address": (
        "Please provide a recent utility bill or bank statement that shows your registered address.",
        "document",
        "utility_bill",
    ),
    "legal_form": ("Please upload the articles of association as they are today.", "document", "articles"),
    "director": _REPRESENTATIVES,
    "number": ("Please confirm the registration number and the VAT number of your company.", "text", None),
    "activity": _BUSINESS,
    "status": _REGISTER_EXTRACT,
    "incorporation_date": _REGISTER_EXTRACT,
}
_FOR_FINDING: dict[str, Rule] = {
    "number_checksum": ("Please check and confirm the registration and VAT number of your company.", "text", None),
    "vat_not_registered": (
        "Please provide your VAT registration certificate, or tell us why your company has none.",
        "document",
        "vat_certificate",
    ),
    "not_in_register": _REGISTER_EXTRACT,
    "company_in_liquidation": _REGISTER_EXTRACT,
    "company_dissolved": _REGISTER_EXTRACT,
    "accounts_missing": _ANNUAL_ACCOUNTS,
    "accounts_overdue": _ANNUAL_ACCOUNTS,
    "negative_equity": _ANNUAL_ACCOUNTS,
    "corporate_director": _REPRESENTATIVES,
    "owner_opaque": (
        "Please upload your register of shareholders, and name the natural persons who own or control your company.",
        "document",
        "shareholder_register",
    ),
    "activity_mismatch": _BUSINESS,
    "website_missing": _WEBSITE,
    "website_refused": _WEBSITE,
    "website_error": _WEBSITE_ONLINE,
    "website_parked": _WEBSITE_ONLINE,
    "website_no_legal_page": (
        "Please tell us on which page of your website your company's name, address and number stand.",
        "text",
        None,
    ),
}
"""Only what any company is asked. Nothing is asked for on account of a screening, a nominee, a debt or a register's
warning: the question itself would tell the customer what is thought of him."""


def propose_tasks(
    result: InvestigationResult, requirements: Sequence[DocumentRequirement], asked: Sequence[FollowUpTask]
) -> TaskProposal:
    """At most `MAX_TASKS` tasks, the documents that every customer has to give first. None was asked before, and none
    is about a discrepancy that an officer has settled."""
    wanted = [item for item in result.findings if item.requirement_id is not None]
    candidates = [
        *(task for item in wanted if (task := _for_finding(item, requirements))),
        *(task for item in result.discrepancies if item.weighs and (task := _for_discrepancy(item))),
        *(task for item in result.findings if item not in wanted and (task := _for_finding(item, requirements))),
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
    rule = _FOR_DISCREPANCY.get(item.type)
    return _task(rule, f"discrepancy:{item.field}", item.description) if rule else None


def _for_finding(item: Finding, requirements: Sequence[DocumentRequirement]) -> GeneratedTask | None:
    rule = _FOR_FINDING.get(item.category)
    wanted = next((requirement for requirement in requirements if requirement.id == item.requirement_id), None)
    if wanted is not None:
        rule = (f"Please upload “{wanted.name}”.", "document", wanted.id)
    return _task(rule, f"finding:{item.category}", item.description) if rule else None


def _task(rule: Rule, name: str, justification: str) -> GeneratedTask:
    description, response_type, document_type = rule
    return GeneratedTask(
        description=description,
        response_type=response_type,
        document_type=document_type,
        justification=justification,
        rule=name,
    )

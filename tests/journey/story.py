"""Acme Trading, the documentation's example, from the opening of its case to the report."""

from dataclasses import dataclass

import httpx

from deploy.local.registries.catalogue import ACME_TRADING
from tests.journey.walking import ANSWERS, Json, OpenCase, Upload, Walk, named, ok, scan, text_pdf, word_document

REASON = "The registered address is clear now; the number was mistyped."
SECRET_REASON = "The address looks like a letter box; do not tell."
TASKS: list[Json] = [
    {
        "description": "Please provide a utility bill confirming your registered address",
        "response_type": "document",
        "document_type": "utility_bill",
        "required": True,
    },
    {"description": "Do you sell to consumers?", "response_type": "yes_no", "required": True},
    {"description": "Where do you keep your stock?", "response_type": "text", "required": False},
]
RESPONSES: Json = {"task_1": "It is in our landlord's name.", "task_2": "yes", "task_3": "In Vilvoorde."}


@dataclass(frozen=True)
class Story:
    """One case from its opening to its end, with every answer that was given on the way."""

    case: OpenCase
    created: Json
    portal_at_first: Json
    sent: dict[str, Upload]
    uploaded: dict[str, Json]
    submitted: Json
    reviewed: Json
    portal_in_review: Json
    mcc_decided: Json
    asked: Json
    portal_when_asked: Json
    answered: Json
    reviewed_again: Json
    approved: Json
    report: httpx.Response
    portal_at_last: Json
    closed: Json


async def told(walk: Walk) -> Story:
    """The story, once it has happened."""
    sent = {
        "certificate_of_incorporation": text_pdf("Extract.pdf"),
        "proof_of_business_address": scan("utility bill.png"),
        "articles_of_association": word_document("Statuten – coördinatie.docx"),
        "followup_task_1": scan("bill, new.png"),
    }
    created = ok(
        await walk.create(ACME_TRADING, website_url="acme-trading.be", additional_data={"crm_id": "A-17"}), 201
    )
    case = named(created)
    portal_at_first = ok(await walk.customer.get(case.portal))
    uploaded = {
        requirement_id: ok(await walk.upload(case, requirement_id, upload), 201)
        for requirement_id, upload in sent.items()
        if not requirement_id.startswith("followup")
    }
    submitted = ok(await walk.submit(case, answers=ANSWERS))
    reviewed = await walk.until(case, "REVIEW_PENDING")
    portal_in_review = ok(await walk.customer.get(case.portal))
    mcc_decided = ok(
        await walk.officer.post(
            f"{case.path}/mcc-decision",
            json={"action": "override", "override_mcc": "5943", "notes": "Office supplies, not groceries"},
        )
    )
    asked = ok(await walk.decide(case, "follow_up", SECRET_REASON, follow_up_tasks=TASKS))
    portal_when_asked = ok(await walk.customer.get(case.portal))
    uploaded["followup_task_1"] = ok(await walk.upload(case, "followup_task_1", sent["followup_task_1"]), 201)
    answered = ok(await walk.submit(case, task_responses=RESPONSES))
    reviewed_again = await walk.until(case, "REVIEW_PENDING")
    approved = ok(await walk.decide(case, "approve", REASON))
    portal_at_last = ok(await walk.customer.get(case.portal))
    closed = await walk.until_reported(case)
    report = await walk.officer.get(f"{case.path}/report")
    return Story(
        case,
        created,
        portal_at_first,
        sent,
        uploaded,
        submitted,
        reviewed,
        portal_in_review,
        mcc_decided,
        asked,
        portal_when_asked,
        answered,
        reviewed_again,
        approved,
        report,
        portal_at_last,
        closed,
    )

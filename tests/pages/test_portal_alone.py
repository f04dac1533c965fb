"""What the customer's page does of itself, and with templates that are not ours: what the API answers is made up."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect
from pydantic import JsonValue

from schemas.documents import MAX_DOCUMENT_BYTES
from schemas.portal_api import PortalBrand, PortalCase, PortalFile, PortalQuestion, PortalRequirement
from schemas.status import CaseStatus
from schemas.template import DocumentFormat, PortalLanguage, QuestionType
from tests import sample_documents
from tests.pages.without_a_stack import ORIGIN, Answer, Api, pages_alone

TOKEN = f"pt_{'x' * 32}"
PORTAL = f"/api/portal/{TOKEN}"
PAGE = f"{ORIGIN}/portal/{TOKEN}"
BRAND = PortalBrand(name="Merel", primary_color="#1f4b7a")
JPG = {"name": "scan.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0 a photograph"}
FORMATS = "What we can use here: PDF, Word (DOCX), PNG or JPG."
NOW = datetime.now(UTC)
LOOK_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"
"""What a browser says when somebody comes back to a tab."""
BEGUN = """() => localStorage.setItem("casewright-portal-uploads-case_0123456789ab", JSON.stringify({
  ledger: { id: "up_1", name: "a.pdf", size: 9, lastModified: 1, begun: Date.now() },
}))"""
"""What the page keeps of an upload under way."""


def requirement(name: str, *formats: DocumentFormat) -> PortalRequirement:
    return PortalRequirement(
        id=name.lower(),
        name=name,
        description="",
        required=True,
        accepted_formats=formats,
        uploaded=False,
        uploaded_file=None,
    )


def sent(one: PortalRequirement) -> PortalRequirement:
    file = PortalFile(document_id="doc_0123456789ab", filename="a.pdf", file_size=9, uploaded_at=NOW, readable=True)
    return one.model_copy(update={"uploaded": True, "uploaded_file": file})


def question(name: str, type: QuestionType = "textarea") -> PortalQuestion:
    return PortalQuestion(
        id=name.lower(), text=name, type=type, options=(), option_labels=(), required=True, answer=None
    )


def asking(*asked: PortalRequirement | PortalQuestion) -> dict[str, JsonValue]:
    """What a fresh case asks for, in English."""
    case = PortalCase(
        case_id="case_0123456789ab",
        status=CaseStatus.AWAITING_DOCUMENTS,
        phase="initial_collection",
        company_name="Bakkerij Merel",
        brand=BRAND,
        document_requirements=tuple(one for one in asked if isinstance(one, PortalRequirement)),
        questions=tuple(one for one in asked if isinstance(one, PortalQuestion)),
        follow_up_tasks=(),
        follow_up_reason=None,
        iteration=1,
        expires_at=NOW + timedelta(days=30),
        language="en",
        languages=get_args(PortalLanguage),
        draft=None,
        return_url=None,
    )
    told: dict[str, JsonValue] = case.model_dump(mode="json")
    return told


@pytest.fixture
def api() -> Api:
    """Answers nothing but the brand; drafts cannot be saved, as if the database were away."""
    away: Answer = (503, {"code": "database_unavailable", "detail": "later"})
    return Api({"/api/brand": (200, BRAND.model_dump(mode="json")), f"{PORTAL}/answers": away})


@pytest.fixture
async def context(browser: Browser, api: Api) -> AsyncIterator[BrowserContext]:
    async with pages_alone(browser, api) as context:
        yield context


async def opened(context: BrowserContext, query: str = "") -> Page:
    page = await context.new_page()
    await page.goto(PAGE + query)
    await page.locator("#heading").wait_for()
    return page


async def test_what_will_do_is_said_as_the_template_asks_for_it(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(requirement("Ledger", "pdf", "docx"))
    page = await opened(context)

    await page.locator("input[type=file]").set_input_files(JPG)  # type: ignore[arg-type]  # a payload of theirs

    await expect(page.locator(".notice.bad")).to_contain_text("What we can use here: PDF or Word (DOCX).")
    await expect(page.locator("main")).not_to_contain_text("photo is fine")
    await expect(page.locator(".notice.bad")).not_to_contain_text("photo")
    assert f"{PORTAL}/uploads" not in api.asked


async def test_a_full_stop_that_a_message_put_behind_the_link_does_no_harm(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(question("Trade"))
    page = await context.new_page()

    await page.goto(f"{PAGE}.")

    await expect(page.get_by_role("heading", level=1)).to_have_text("A few questions")


async def test_a_photograph_is_offered_where_one_will_do(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(requirement("Card", "png", "jpg"))
    page = await opened(context)
    await expect(page.locator(".lead")).to_have_text("Please send us the documents below. A clear photo is fine.")

    old = {"name": "old.doc", "mimeType": "application/msword", "buffer": b"\xd0\xcf\x11\xe0 an old document"}
    await page.locator("input[type=file]").first.set_input_files(old)  # type: ignore[arg-type]  # a payload of theirs

    await expect(page.locator(".notice.bad")).to_contain_text("PNG or JPG. You can also take a photo of the document.")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "photo.heic",
            b"\0\0\0\x18ftypheic",
            f"We cannot use this kind of file. {FORMATS} Is it a photo, for example in HEIC?",
        ),
        ("program.pdf", sample_documents.executable(), "We cannot use this kind of file."),
        ("letter.txt", b"Dear all", "We cannot use this kind of file."),
        ("empty.pdf", b"", "The file is empty."),
        ("vast.pdf", None, "The file is larger than 20 MB."),
    ],
    ids=["photograph", "program", "text", "empty", "vast"],
)
async def test_a_file_that_cannot_be_taken_is_refused_before_it_is_sent(
    name: str, content: bytes | None, words: str, context: BrowserContext, api: Api, tmp_path: Path
) -> None:
    api.answers[PORTAL] = 200, asking(requirement("Ledger", "pdf", "docx", "png", "jpg"))
    page = await opened(context)
    path = tmp_path / name
    path.write_bytes(content or b"")
    if content is None:
        os.truncate(path, MAX_DOCUMENT_BYTES + 1)

    await page.locator("input[type=file]").set_input_files(path)

    await expect(page.locator(".notice.bad")).to_contain_text(words)
    assert f"{PORTAL}/uploads" not in api.asked


async def test_of_many_files_for_one_document_the_first_is_taken_and_that_is_said(
    context: BrowserContext, api: Api
) -> None:
    api.answers[PORTAL] = 200, asking(requirement("Ledger", "pdf"))
    page = await opened(context)

    await page.evaluate(
        """() => {
             const dataTransfer = new DataTransfer();
             for (let at = 1; at <= 30; at += 1) dataTransfer.items.add(new File(["%PDF-1.7"], `page ${at}.pdf`));
             document.querySelector(".ask").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
           }"""
    )

    await expect(page.locator(".notice.warn")).to_contain_text("We took only “page 1.pdf”")
    await expect(page.locator(".notice.bad")).to_contain_text("“page 1.pdf” was not accepted.")  # as nobody is there
    assert api.asked.count(f"{PORTAL}/uploads") == 1


async def left_in_the_middle(context: BrowserContext, api: Api, arrived: int) -> Page:
    """A page whose upload of nine bytes was broken off by a reload, when so many had arrived."""

    async def answer(route: Route) -> None:
        if route.request.method == "HEAD":
            await route.fulfill(status=200, headers={"Upload-Offset": str(arrived)})
        else:
            await route.fulfill(status=422, json={"code": "file_infected", "detail": "harmful"})

    api.answers[PORTAL] = 200, asking(requirement("Ledger", "pdf"))
    await context.route(f"**{PORTAL}/uploads/up_1", answer)
    page = await opened(context)
    await page.evaluate(BEGUN)
    await page.reload()
    return page


async def test_a_refusal_that_came_while_the_page_was_reloaded_is_said(context: BrowserContext, api: Api) -> None:
    page = await left_in_the_middle(context, api, arrived=9)

    await expect(page.locator(".notice.bad")).to_contain_text("“a.pdf” was not accepted. Our virus scanner")


async def test_a_first_file_whose_receipt_was_lost_is_not_said_to_be_here_already(
    context: BrowserContext, api: Api
) -> None:
    listed = sent(requirement("Ledger", "pdf"))
    page = await left_in_the_middle(context, api, arrived=9)
    await expect(page.locator(".notice.bad")).to_be_visible()
    document = listed.uploaded_file.model_dump(mode="json") if listed.uploaded_file else None

    async def answer(route: Route) -> None:
        if route.request.method == "HEAD":
            await route.fulfill(status=200, headers={"Upload-Offset": "9"})
        else:
            await route.fulfill(status=200, json=document)

    api.answers[PORTAL] = 200, asking(listed)
    await context.route(f"**{PORTAL}/uploads/up_1", answer)
    await page.evaluate(BEGUN)
    await page.reload()

    await expect(page.get_by_text("Your file has arrived.")).to_be_attached()
    await expect(page.locator("main")).not_to_contain_text("that we have here already")


async def test_what_another_tab_has_sent_to_its_end_is_interrupted_no_more(context: BrowserContext, api: Api) -> None:
    page = await left_in_the_middle(context, api, arrived=3)
    await expect(page.get_by_text("“a.pdf” was interrupted at 33%")).to_be_visible()

    await page.evaluate("localStorage.clear()")
    await page.evaluate(LOOK_AGAIN)

    await expect(page.get_by_text("Still needed")).to_be_visible()


async def test_back_leads_to_the_step_before_also_when_that_is_done(context: BrowserContext, api: Api) -> None:
    ledger, trade = requirement("Ledger", "pdf"), question("Trade")
    api.answers[PORTAL] = 200, asking(ledger, trade)
    page = await opened(context)
    api.answers[PORTAL] = 200, asking(sent(ledger), trade)
    await page.evaluate(LOOK_AGAIN)
    await expect(page.get_by_text("a.pdf")).to_be_visible()
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("A few questions")

    await page.go_back()

    await expect(page.get_by_role("heading", level=1)).to_have_text("Your documents")


async def is_kept(tab: Page, words: str) -> None:
    """Waits until a tab sees that this browser keeps these words: what another one writes it sees a little later."""
    await tab.wait_for_function("(words) => Object.values({ ...localStorage }).join().includes(words)", arg=words)


async def test_two_tabs_without_a_connection_keep_the_answers_of_both(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(question("Trade"), question("Clients"))
    one, other = await opened(context), await opened(context)
    await one.get_by_label("Trade").fill("Bread")
    await is_kept(other, "Bread")
    await other.get_by_label("Clients").fill("Neighbours")
    await is_kept(one, "Neighbours")

    await one.reload()

    await expect(one.get_by_label("Trade")).to_have_value("Bread")
    await expect(one.get_by_label("Clients")).to_have_value("Neighbours")


async def test_whoever_writes_more_than_fits_is_told(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(question("Trade"))
    page = await opened(context)
    await expect(page.locator(".full")).to_be_empty()

    await page.get_by_label("Trade").focus()
    await page.keyboard.insert_text("w" * 10_000)

    await expect(page.locator(".full")).to_have_text("This field is full: it takes 4,000 characters.")


async def test_who_writes_after_another_tab_has_sent_everything_is_told(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(question("Trade"))
    page = await opened(context)
    api.answers[PORTAL] = 200, {**asking(), "phase": "under_review", "status": "DOCUMENTS_RECEIVED"}
    api.answers[f"{PORTAL}/answers"] = 409, {"code": "wrong_state", "detail": "it is with the case"}

    await page.get_by_label("Trade").fill("Bread")

    await expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have received everything")
    await expect(page.locator(".notice.info")).to_contain_text("Something has changed since you opened this page.")


async def test_a_defect_behind_the_page_takes_nothing_away_that_is_shown(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking(question("Trade"))
    page = await opened(context)
    api.answers[PORTAL] = 500, {"code": "internal_error", "detail": "a defect"}

    for _ in range(2):  # by the time of the second look the first has been taken in
        async with page.expect_response(f"**{PORTAL}*"):
            await page.evaluate(LOOK_AGAIN)

    await page.get_by_label("Trade").fill("Bread")
    await expect(page.get_by_role("heading", level=1)).to_have_text("A few questions")


async def test_a_template_that_asks_for_nothing_counts_nothing(context: BrowserContext, api: Api) -> None:
    api.answers[PORTAL] = 200, asking()
    page = await opened(context)

    await expect(page.get_by_role("button", name="Send everything")).to_be_visible()
    await expect(page.locator("progress")).to_have_count(0)


async def test_a_page_of_which_a_part_did_not_arrive_offers_to_be_loaded_again(
    context: BrowserContext, api: Api
) -> None:
    await context.route("**/portal/review.js", lambda route: route.abort())
    page = await context.new_page()
    debugger = await context.new_cdp_session(page)
    await debugger.send("Animation.enable")
    await debugger.send("Animation.setPlaybackRate", {"playbackRate": 0})  # what waits some seconds waits until told
    await page.goto(PAGE)
    again = page.get_by_role("link", name="Laad de pagina opnieuw.")
    await expect(again).to_be_hidden()

    await page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    await context.unroute("**/portal/review.js")
    api.answers[PORTAL] = 200, asking(question("Trade"))
    await again.click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("A few questions")

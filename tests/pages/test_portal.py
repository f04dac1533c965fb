"""The customer's page on the whole stack: a phone, a poor connection, and a language of one's own."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from playwright.async_api import FilePayload, Page, Route, ViewportSize, expect

from deploy.local.registries import catalogue
from tests.conftest import Stack
from tests.journey.walking import ANSWERS, OpenCase, Upload, Walk, ok
from tests.pages.accessibility import no_violations
from tests.pages.office import TASKS, papers
from tests.pages.visiting import Visit, Visits

UPLOADS = "**/uploads/**"
OFFLINE = "ERR_INTERNET_DISCONNECTED"
PHONE: ViewportSize = {"width": 390, "height": 844}
HOSTILE = "<img src=x onerror=alert(1)>\u202egnp.exe\u202c"
COLOURS = ["#f2a900", "#ffffff", "#000000", "#808080", "#0000ff", "#ffff00", "#1f4b7a", "#ff2d55"]
ANSWERED = {
    "Que vend votre société, et à qui ?": "Du pain et des gâteaux",
    "Commerce de détail": None,
    "Moins de 10 000 euros": None,
}


@pytest.fixture(scope="module")
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture
async def on_a_phone(visit: Visits, stack: Stack) -> Visit:
    """What changes its colour does so at once: half of the way it need not be legible."""
    url = stack.facts["gateway_url"]
    return await visit(url, viewport=PHONE, locale="fr-BE", has_touch=True, is_mobile=True, reduced_motion="reduce")


def file_of(upload: Upload) -> FilePayload:
    return {"name": upload.filename, "mimeType": upload.content_type, "buffer": upload.content}


async def give(page: Page, at: int, upload: Upload) -> None:
    """Chooses a file for the document that is asked for in this place."""
    await page.locator(".ask").nth(at).locator("input[type=file]:not([capture])").set_input_files(file_of(upload))


async def lets_through(visit: Visit, path: str, method: str, pieces: int) -> None:
    """Only this many requests; all others are answered by nobody."""
    visit.expect(OFFLINE)
    left = pieces

    async def count(route: Route) -> None:
        nonlocal left
        if route.request.method == method:
            left -= 1
        await (route.abort("internetdisconnected") if left < 0 else route.continue_())

    await visit.context.route(path, count)


async def until_received(page: Page, documents: int) -> None:
    await expect(page.locator(".ask .badge.good")).to_have_count(documents)


async def opened(visit: Visit, case: OpenCase, query: str = "") -> Page:
    page = await visit.open(f"/portal/{case.token}{query}")
    await page.locator("#heading").wait_for()
    return page


async def test_a_customer_on_a_phone_walks_through_all_phases_in_french(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open(catalogue.ZONNEWIND)
    page = await opened(on_a_phone, case)
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await no_violations(page)

    for at, upload in enumerate(papers().values()):
        await give(page, at, upload)
    await until_received(page, len(papers()))
    await no_violations(page)
    await page.get_by_role("button", name="Continuer").click()
    for name, words in ANSWERED.items():
        field = page.get_by_label(name)
        await (field.fill(words) if words else field.check())
    await expect(page.locator(".saving")).to_have_text("Enregistré")
    await no_violations(page)
    await page.get_by_role("button", name="Continuer").click()
    await expect(page.get_by_text("Tout est là")).to_be_visible()
    await no_violations(page)
    await page.get_by_role("button", name="Tout envoyer").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Merci. Nous avons tout reçu")
    await expect(page.locator("#heading")).to_be_focused()
    await no_violations(page)

    await walk.until(case, "REVIEW_PENDING")
    tasks = [*TASKS[1:], {"description": HOSTILE, "response_type": "text", "required": False}]
    ok(await walk.decide(case, "follow_up", "CANARY", follow_up_tasks=tasks))
    await opened(on_a_phone, case)
    await expect(page.get_by_text("<img src=x onerror=alert(1)>⟨U+202E⟩gnp.exe⟨U+202C⟩")).to_be_visible()
    await expect(page.locator(".ask")).to_have_count(len(tasks))
    await no_violations(page)
    await page.get_by_label("Oui").check()
    await page.get_by_role("button", name="Continuer").click()
    await page.get_by_role("button", name="Tout envoyer").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Merci. Nous avons tout reçu")

    await walk.until(case, "REVIEW_PENDING")
    ok(await walk.decide(case, "reject", "CANARY"))
    await opened(on_a_phone, case)
    await expect(page.get_by_role("heading", level=1)).to_have_text("Ce dossier est clôturé")
    assert "CANARY" not in await page.content()
    await no_violations(page)


async def test_answers_written_without_a_connection_are_there_after_a_reload(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open(catalogue.ZONNEWIND)
    page = await opened(on_a_phone, case)
    await page.get_by_role("button", name="Continuer").click()
    await lets_through(on_a_phone, "**/answers", "PUT", pieces=0)

    await page.get_by_label("Que vend").fill("Écrit sous la pluie")
    await expect(page.locator(".saving")).to_have_text("Pas encore enregistré – pas de connexion")
    await page.reload()

    await expect(page.get_by_label("Que vend")).to_have_value("Écrit sous la pluie")


async def test_an_old_page_takes_nothing_from_a_newer_one(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open(catalogue.ZONNEWIND)
    page = await opened(on_a_phone, case)
    await page.get_by_role("button", name="Continuer").click()
    await expect(page.get_by_label("Que vend")).to_be_visible()
    elsewhere = {"answers": {"business_activity": "Écrit ailleurs"}}
    ok(await walk.customer.put(f"{case.portal}/answers", json=elsewhere))

    await page.get_by_label("Commerce de détail").check()
    await expect(page.locator(".saving")).to_have_text("Enregistré")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    await expect(page.get_by_label("Que vend")).to_have_value("Écrit ailleurs")
    await expect(page.get_by_label("Commerce de détail")).to_be_checked()


async def test_a_file_that_the_case_does_not_list_yet_counts_as_received(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open(catalogue.ZONNEWIND)
    page = await opened(on_a_phone, case)
    before = (await walk.customer.get(f"{case.portal}?lang=fr")).json()
    await on_a_phone.context.route(f"**/api/portal/{case.token}", lambda route: route.fulfill(json=before))

    await give(page, 0, papers()["certificate_of_incorporation"])

    await until_received(page, 1)
    await expect(page.get_by_label("1 sur 8 terminé")).to_be_visible()


async def test_the_same_file_once_more_is_said_to_be_here_already(walk: Walk, on_a_phone: Visit) -> None:
    page = await opened(on_a_phone, await walk.open(catalogue.ZONNEWIND))
    upload = papers()["certificate_of_incorporation"]
    await give(page, 0, upload)
    await until_received(page, 1)

    await give(page, 0, replace(upload, filename="Kopie.pdf"))

    await expect(page.locator(".notice.warn")).to_contain_text(f"Nous avons déjà «\u202f{upload.filename}\u202f» ici")


async def test_who_says_why_a_document_is_not_there_has_answered(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open_under_review(catalogue.ZONNEWIND)
    ok(await walk.decide(case, "follow_up", "CANARY", follow_up_tasks=TASKS[:1]))
    page = await opened(on_a_phone, case)
    await expect(page.locator(".ask .badge")).to_have_text("À envoyer")

    await page.get_by_text("Je n'ai pas ce document").click()
    await page.get_by_label("Dites-nous pourquoi").fill("Nous changeons de banque")

    await expect(page.locator(".ask .badge.good")).to_have_text("Répondu")


async def test_a_server_in_trouble_is_not_called_a_lost_connection_and_can_be_tried_again(
    walk: Walk, on_a_phone: Visit
) -> None:
    on_a_phone.expect("status of 503")
    page = await opened(on_a_phone, await walk.open(catalogue.ZONNEWIND))
    headers = {"Retry-After": "600"}
    refusal = {"code": "scanner_unavailable", "detail": "later"}
    await on_a_phone.context.route(
        UPLOADS, lambda route: route.fulfill(status=503, headers=headers, json=refusal), times=1
    )

    await give(page, 0, papers()["certificate_of_incorporation"])
    await expect(page.get_by_text("Le problème vient de notre côté")).to_be_visible()
    await expect(page.locator(".offline")).to_be_empty()
    await no_violations(page)
    await page.get_by_role("button", name="Réessayer").click()

    await until_received(page, 1)


async def test_what_is_missing_is_said_and_leads_there(walk: Walk, on_a_phone: Visit) -> None:
    page = await opened(on_a_phone, await walk.open(catalogue.ZONNEWIND))
    await page.get_by_role("button", name="Vérifier et envoyer").click()

    await page.get_by_role("button", name="Tout envoyer").click()
    await expect(page.locator("#missing")).to_be_focused()
    await page.locator("#missing").get_by_role("link", name="Que vend").click()

    await expect(page.get_by_label("Que vend")).to_be_focused()
    await expect(page.get_by_label("Que vend")).to_have_attribute("aria-invalid", "true")


async def test_why_nothing_was_sent_is_brought_into_sight(walk: Walk, on_a_phone: Visit) -> None:
    on_a_phone.expect("status of 500")
    case = await walk.open(catalogue.ZONNEWIND)
    ok(await walk.customer.put(f"{case.portal}/answers", json={"answers": ANSWERS}))
    page = await opened(on_a_phone, case, "#review")
    defect = {"code": "internal_error", "detail": "a defect"}
    await on_a_phone.context.route("**/submit", lambda route: route.fulfill(status=500, json=defect))

    await page.get_by_role("button", name="Tout envoyer").click()
    await page.get_by_role("button", name="Envoyer quand même").click()

    await expect(page.locator("#problem")).to_be_focused()
    await expect(page.locator("#problem")).to_contain_text("Rien n'a encore été envoyé.")


async def test_another_language_is_chosen_and_stays_with_the_link(walk: Walk, on_a_phone: Visit) -> None:
    case = await walk.open(catalogue.ZONNEWIND)
    page = await opened(on_a_phone, case)

    await page.get_by_role("button", name="Deutsch").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Dokumente")
    await expect(page.get_by_role("heading", name="Nachweis der Eintragung")).to_be_visible()
    assert page.url.endswith(f"/portal/{case.token}?lang=de")

    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "de")


async def test_a_link_that_opens_nothing_says_whom_to_ask(on_a_phone: Visit) -> None:
    on_a_phone.expect("status of 404")
    page = await on_a_phone.open(f"/portal/pt_{'x' * 32}?lang=nl")

    await expect(page.get_by_role("heading", level=1)).to_have_text("Deze link klopt niet")
    await expect(page.get_by_text("Vraag Casewright om een nieuwe link.")).to_be_visible()
    await no_violations(page)


async def test_any_colour_of_a_company_can_be_read(on_a_phone: Visit) -> None:
    on_a_phone.expect("status of 404")
    page = await on_a_phone.open("/portal/none")

    least: dict[str, float] = await page.evaluate(
        """async (colours) => {
             const { contrast, paletteOf } = await import("/assets/portal/colour.js");
             const grounds = [{ light: "#ffffff", dark: "#1d2227" }, { light: "#efede7", dark: "#101316" },
                              { light: "#f3f1ec", dark: "#242a30" }];
             const least = (colour) => {
               const found = paletteOf(colour, grounds);
               const [light, dark] = found["--accent"].match(/#[0-9a-f]{6}/g);
               return Math.min(contrast(found["--on-brand"], found["--brand"]),
                 contrast(found["--on-brand"], found["--brand-strong"]),
                 ...grounds.flatMap((ground) => [contrast(light, ground.light), contrast(dark, ground.dark)]));
             };
             return Object.fromEntries(colours.map((colour) => [colour, least(colour)]));
           }""",
        COLOURS,
    )

    assert {colour: contrast for colour, contrast in least.items() if contrast < 4.5} == {}

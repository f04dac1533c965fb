"""The portal on a phone in French, on a train: the connection breaks off, and nothing is lost or sent twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import CDPSession, Page, Request, ViewportSize, expect

from deploy.local.registries import catalogue
from tests import sample_documents
from tests.conftest import Stack
from tests.journey.walking import ANSWERS, OpenCase, Walk
from tests.pages.states import at_rest
from tests.pages.visiting import PATIENCE_MILLISECONDS, Visit, Visits

PHONE: ViewportSize = {"width": 390, "height": 844}
SIZE = 2_000_000
SLOWLY = 60_000
"""Bytes a second: a file of this size is in the middle for so long that a busy machine cuts it off in time, too."""
OFFLINE = "ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED"
OVERTAKEN = "status of 409"
"""What was cut off may still be being stored when the page goes on: it is told so, and asks again from where."""
CHOOSER = "input[type=file]:not([capture])"


@pytest.fixture(scope="module")
async def walk(stack: Stack) -> AsyncIterator[Walk]:
    async with stack.officer() as officer, stack.customer() as customer:
        yield Walk(officer, customer)


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of some megabytes, as a phone's camera makes them."""
    path = tmp_path_factory.mktemp("phone") / "extrait.pdf"
    content = sample_documents.text_pdf()
    path.write_bytes(content + b"\n%" + b"." * (SIZE - len(content)))
    return path


class Phone:
    """A visit on a phone with a slow connection, and the pieces of files that it sent."""

    def __init__(self, visit: Visit, page: Page, debugger: CDPSession, case: OpenCase) -> None:
        self.visit, self.page, self.case, self._debugger = visit, page, case, debugger
        self.offsets: list[int] = []
        """Where each piece begins that was sent or tried to be."""
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if request.method == "PATCH":
            self.offsets.append(int(request.headers["upload-offset"]))

    async def is_connected(self, bytes_per_second: int = -1, offline: bool = False) -> None:
        """As well as can be, or so slowly, or not at all: what is on its way then is cut off in the middle."""
        conditions = {"latency": 20, "downloadThroughput": -1, "uploadThroughput": bytes_per_second}
        await self._debugger.send("Network.emulateNetworkConditions", {"offline": offline, **conditions})

    async def loses_the_connection(self) -> None:
        self.visit.expect(f"{OFFLINE}|{OVERTAKEN}")
        await self.is_connected(offline=True)

    async def is_in_the_middle(self) -> None:
        """Waits until part of a file has arrived and more of it is on its way."""
        await self.page.wait_for_function(
            "() => { const bar = document.querySelector('.on-its-way progress');"
            " return bar && bar.value > 0.05 && bar.value < 0.7; }",
            timeout=PATIENCE_MILLISECONDS,
        )


@pytest.fixture
async def phone(walk: Walk, stack: Stack, visit: Visits) -> Phone:
    """The first page of a fresh case."""
    case = await walk.open(catalogue.ZONNEWIND)
    visited = await visit(stack.facts["gateway_url"], viewport=PHONE, locale="fr-BE", has_touch=True, is_mobile=True)
    page = await visited.open(f"/portal/{case.token}")
    await at_rest(page)
    phone = Phone(visited, page, await visited.context.new_cdp_session(page), case)
    await phone.is_connected(SLOWLY)
    return phone


async def test_a_file_that_is_cut_off_goes_on_from_where_it_was(phone: Phone, scan: Path) -> None:
    page = phone.page
    await page.locator(CHOOSER).first.set_input_files(scan)
    await phone.is_in_the_middle()

    await phone.loses_the_connection()
    await expect(page.locator(".on-its-way")).to_contain_text("en attente de la connexion")
    await expect(page.locator(".offline")).to_contain_text("Pas de connexion")
    await phone.is_connected()

    await expect(page.locator(".ask .badge.good")).to_have_count(1)
    await expect(page.locator(".offline")).to_be_empty()
    assert phone.offsets.count(0) == 1, "the beginning was sent again"
    assert phone.offsets == sorted(phone.offsets), "the page went back"


async def test_after_a_reload_in_the_middle_the_same_file_goes_on(phone: Phone, scan: Path) -> None:
    page = phone.page
    await page.locator(CHOOSER).first.set_input_files(scan)
    await phone.is_in_the_middle()
    page.on("dialog", lambda dialog: dialog.accept())  # the browser's own question whether to leave

    phone.visit.expect(OVERTAKEN)
    await page.reload()
    await expect(page.get_by_text("Choisissez de nouveau le même fichier")).to_be_visible()
    await phone.is_connected()
    before = len(phone.offsets)
    await page.locator(CHOOSER).first.set_input_files(scan)

    await expect(page.locator(".ask .badge.good")).to_have_count(1)
    assert min(phone.offsets[before:]) > 0


async def test_what_is_written_without_a_connection_is_kept_and_saved_when_it_is_back(phone: Phone, walk: Walk) -> None:
    page = phone.page
    await page.get_by_role("button", name="Continuer").tap()
    await phone.loses_the_connection()
    await page.get_by_label("Que vend votre société").fill("Du pain, écrit sous un tunnel")
    await page.get_by_label("Commerce de détail").check()
    await expect(page.locator(".saving")).to_have_text("Pas encore enregistré – pas de connexion")

    await phone.is_connected()

    await expect(page.locator(".saving")).to_have_text("Enregistré")
    draft = (await walk.customer.get(phone.case.portal)).json()["draft"]
    assert draft["answers"] == {
        "business_activity": "Du pain, écrit sous un tunnel",
        "business_type": ANSWERS["business_type"],
    }


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("macros.docx", sample_documents.docx_with_macros(), "Formats acceptés ici : PDF, Word (DOCX), PNG ou JPG."),
        ("secret.pdf", sample_documents.encrypted_pdf(), "mot de passe"),
        ("coupé.pdf", sample_documents.truncated(sample_documents.text_pdf()), "Nous ne pouvons pas ouvrir"),
    ],
    ids=["macros", "password", "cut-off"],
)
async def test_a_file_that_will_not_do_is_said_to_be_so_at_once(
    name: str, content: bytes, words: str, phone: Phone
) -> None:
    phone.visit.expect("status of 4")
    page = phone.page

    payload = {"name": name, "mimeType": "application/pdf", "buffer": content}
    await page.locator(CHOOSER).first.set_input_files(payload)  # type: ignore[arg-type]  # a payload of theirs

    await expect(page.locator(".ask").first.locator(".notice.bad")).to_contain_text(words)
    await expect(page.locator(".ask").first.locator(".badge.good")).to_have_count(0)
    await expect(page.locator(".ask").first.get_by_role("button", name="Choisir un fichier")).to_be_visible()
    await expect(page.get_by_label("0 sur 8 terminé")).to_be_visible()

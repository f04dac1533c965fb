"""How the pages are served: under a strict policy, compressed, and nothing else of the folder."""

import gzip
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from gateway.pages.serving import PAGE_ROUTES, PAGES, build, page_files

CONSOLE = "/console/"
PORTAL = "/portal/pt_" + 32 * "x"


@pytest.fixture
async def anyone() -> AsyncIterator[httpx.AsyncClient]:
    """A client of the pages alone: they need no store, and none runs here."""
    transport = httpx.ASGITransport(Starlette(routes=PAGE_ROUTES))
    async with httpx.AsyncClient(transport=transport, base_url="http://casewright.example") as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [CONSOLE, "/console/cases/case_0123456789ab", "/console/admin/keys", PORTAL, f"{PORTAL}/", "/portal/", "/portal"],
)
async def test_a_page_may_run_and_reach_nothing_but_this_origin(anyone: httpx.AsyncClient, path: str) -> None:
    answer = await anyone.get(path)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert not [rule for rule in policy if "unsafe" in rule or "http" in rule]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_the_address_of_the_gateway_leads_to_the_console(anyone: httpx.AsyncClient) -> None:
    answer = await anyone.get("/")
    assert (answer.status_code, answer.headers["location"]) == (307, CONSOLE)


async def test_a_file_travels_compressed_and_is_not_sent_again_while_it_is_the_same(anyone: httpx.AsyncClient) -> None:
    first = await anyone.get("/assets/foundation/dom.js", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert first.content == (PAGES / "foundation/dom.js").read_bytes()
    again = await anyone.get("/assets/foundation/dom.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_reader_that_takes_no_compression_gets_the_file_as_it_is(anyone: httpx.AsyncClient) -> None:
    answer = await anyone.get("/assets/foundation/dom.js", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert answer.content == (PAGES / "foundation/dom.js").read_bytes()


async def test_a_file_of_this_build_is_kept_for_good_and_one_of_another_is_not_found(anyone: httpx.AsyncClient) -> None:
    """So a page that was opened before an upgrade gets no code that does not fit to what it has."""
    found = await anyone.get(f"/assets/{build()}/console/main.js")
    assert found.content == (PAGES / "console/main.js").read_bytes()
    assert found.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert (await anyone.get("/assets/000000000000/console/main.js")).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "serving.py",
        "__init__.py",
        "foundation/../serving.py",
        "%2e%2e/app.py",
        "foundation/none.js",
        "console/index.html",
        "",
    ],
)
async def test_what_is_no_part_of_a_page_is_not_found(anyone: httpx.AsyncClient, path: str) -> None:
    for folder in ("/assets", f"/assets/{build()}"):
        assert (await anyone.get(f"{folder}/{path}")).status_code == 404


def test_the_console_is_under_250_kilobytes_compressed() -> None:
    console = [file for name, file in page_files().items() if not name.startswith("portal/")]
    assert sum(len(file.compressed) for file in console) < 250_000
    assert all(gzip.decompress(file.compressed) == file.content for file in console)

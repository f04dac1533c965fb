"""A page names the parts that it begins with, so that on a slow line none waits to be found by another."""

import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from gateway.pages.serving import PAGE_ROUTES, PAGES, build

IMPORT = re.compile(r'^(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"', re.MULTILINE)


@pytest.mark.parametrize(
    ("address", "starts"),
    [
        ("/portal/pt_x", ["portal/portal.js"]),
        ("/console/", ["console/main.js", "console/queue/view.js"]),
        ("/console/nowhere/at/all", ["console/main.js", "console/queue/view.js"]),
        ("/console/cases/case_000000000000", ["console/main.js", "console/case/view.js"]),
        ("/console/admin/keys", ["console/main.js", "console/admin/view.js"]),
    ],
)
async def test_a_page_names_every_part_that_it_begins_with_so_that_all_come_at_once(
    address: str, starts: list[str]
) -> None:
    first, *others = (PAGES / start for start in starts)
    transport = httpx.ASGITransport(Starlette(routes=PAGE_ROUTES))
    async with httpx.AsyncClient(transport=transport, base_url="http://casewright.example") as anyone:
        source = (await anyone.get(address)).text

    assets = f"/assets/{build()}/" if address.startswith("/console/") else "/assets/"
    named = re.findall(rf'<link rel="modulepreload" href="{assets}([^"]+)">', source)

    assert f'<script type="module" src="{assets}{starts[0]}">' in source
    assert all(path.startswith(assets) for path in re.findall(r'(?:src|href)="(/assets/[^"]+)"', source))
    assert named == sorted(path.relative_to(PAGES).as_posix() for path in imported_by(first, *others) - {first})


def test_an_officer_who_opens_a_case_is_sent_no_code_of_what_is_not_open_yet() -> None:
    begun = imported_by(PAGES / "console/main.js", PAGES / "console/case/view.js")
    parts = {path.relative_to(PAGES / "console").as_posix() for path in begun if path.is_relative_to(PAGES / "console")}
    later = ("admin/", "case/decide/form.js", "case/mcc/", "case/risk/", "case/tasks/section.js", "case/viewer/pane.js")
    assert not [part for part in parts if part.startswith(("queue/view.js", *later))]


def imported_by(*scripts: Path) -> set[Path]:
    """The scripts, and all that these import at once."""
    found, left = set[Path](), [*scripts]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [(path.parent / name).resolve() for name in IMPORT.findall(path.read_text(encoding="utf-8"))]
    return found

"""`/console/…`, `/portal/…` and `/assets/…`: the pages, read once and kept compressed.

They are files and nothing else: what they show they ask the public API for, so they know nothing that another client
could not know. The policy on them lets in scripts and styles of this origin alone and turns no string into markup.

The console fetches its files from `/assets/{build}/…`: one that was opened before an upgrade gets no code of after it,
which would not fit, but none, and asks to be loaded anew.
"""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gateway.pages.beginning import VIEWS, naming_its_parts, of_one_build

PAGES = Path(__file__).parent
PARTS = ("foundation", "console", "portal")
MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What a page may consist of; any other file in these folders is not served."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
PAGE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
"""An address of the portal is a credential: it is told to no other site and kept out of indexes."""

FOR_GOOD = "public, max-age=31536000, immutable"
"""For how long a file of one build may be kept: a year, the longest that HTTP knows. Another build has other names."""


@dataclass(frozen=True)
class PageFile:
    media_type: str
    content: bytes
    compressed: bytes
    tag: str

    @classmethod
    def of(cls, suffix: str, content: bytes) -> "PageFile":
        tag = f'"{sha256(content).hexdigest()[:20]}"'
        return cls(MEDIA_TYPES[suffix], content, gzip.compress(content, 9, mtime=0), tag)


@cache
def page_files() -> Mapping[str, PageFile]:
    """Every file of the pages, by its path below this folder. A name that is not here is not found, whatever it is."""
    return dict(_read())


@cache
def build() -> str:
    """Names this state of all the files: twelve hex digits of the SHA-256 over them."""
    stated = "".join(f"{path} {file.tag}\n" for path, file in sorted(page_files().items()))
    return sha256(stated.encode()).hexdigest()[:12]


@cache
def console_page(place: str) -> PageFile:
    """The page of the console for a view, one of `VIEWS`."""
    scripts = {path: file.content.decode() for path, file in page_files().items() if path.endswith(".js")}
    page = page_files()["console/index.html"].content.decode()
    return PageFile.of(".html", of_one_build(naming_its_parts(page, VIEWS[place], scripts), build()).encode())


def _read() -> Iterator[tuple[str, PageFile]]:
    for part in PARTS:
        for path in sorted((PAGES / part).rglob("*")):
            if path.suffix in MEDIA_TYPES:
                yield path.relative_to(PAGES).as_posix(), PageFile.of(path.suffix, path.read_bytes())


def answer(request: Request, file: PageFile, headers: Mapping[str, str]) -> Response:
    """The file, compressed for whoever takes that, or word that the reader's copy is still the same."""
    shared = {"ETag": file.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding", **headers}
    if file.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=shared)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.compressed, headers={**shared, "Content-Encoding": "gzip"}, media_type=file.media_type)
    return Response(file.content, headers=shared, media_type=file.media_type)


async def asset(request: Request) -> Response:
    """A file by its path, as it is now; or by the build and its path, and not at all if that is another build."""
    path: str = request.path_params["path"]
    named, _, below = path.partition("/")
    is_of_build = named == build()
    file = page_files().get(below if is_of_build else path)
    if file is None or file.media_type.startswith("text/html"):
        raise HTTPException(404)
    kept = {"Cache-Control": FOR_GOOD} if is_of_build else {}
    return answer(request, file, {"X-Content-Type-Options": "nosniff", **kept})


async def console(request: Request) -> Response:
    """One page for every address below: which view it shows is decided in the browser, what it begins with is here."""
    place = request.path_params["path"].partition("/")[0]
    return answer(request, console_page(place if place in VIEWS else ""), PAGE_HEADERS)


async def portal(request: Request) -> Response:
    """The same page for every link, valid, cut short or followed by more: only the API knows what a token opens."""
    return answer(request, page_files()["portal/index.html"], PAGE_HEADERS)


async def front_door(request: Request) -> Response:
    return RedirectResponse("/console/", status_code=307)


PAGE_ROUTES = (
    Route("/", front_door),
    Route("/console", front_door),
    Route("/console/{path:path}", console),
    Route("/portal", portal),
    Route("/portal/{token:path}", portal),
    Route("/assets/{path:path}", asset),
)

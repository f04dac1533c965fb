"""Which scripts a view of the console begins with. Its page names them all, so that on a slow line none waits to be
found by another; what is fetched later, once somebody opens it, is not among them.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

CONSOLE = "console/main.js"
VIEWS: Mapping[str, str] = {
    "": "console/queue/view.js",
    "cases": "console/case/view.js",
    "admin": "console/admin/view.js",
}
"""By the first part of the address below `/console/`."""

_IMPORT = re.compile(r'^(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"', re.MULTILINE)


def naming_its_parts(page: str, view: str, scripts: Mapping[str, str]) -> str:
    """The page of the console, naming what it and a view begin with; `scripts` is the text of each by its path."""
    parts = sorted(_imported_by((CONSOLE, view), scripts) - {CONSOLE})
    links = "".join(f'  <link rel="modulepreload" href="/assets/{part}">\n' for part in parts)
    return page.replace("</head>", f"{links}</head>", 1)


def of_one_build(page: str, build: str) -> str:
    """The page, naming its files of this build. They import each other by names that begin where they are, so all that
    the page fetches later is of the same build, or is not found."""
    return page.replace('"/assets/', f'"/assets/{build}/')


def _imported_by(starts: tuple[str, ...], scripts: Mapping[str, str]) -> set[str]:
    """The scripts, and all that these import at once. KeyError if one imports what does not exist."""
    found, left = set[str](), [*starts]
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            left += [_beside(path, name) for name in _IMPORT.findall(scripts[path])]
    return found


def _beside(path: str, name: str) -> str:
    """What an import of this name in this script means."""
    parts: list[str] = []
    for part in (*PurePosixPath(path).parent.parts, *PurePosixPath(name).parts):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)

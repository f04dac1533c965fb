"""A stand-in for the public search that says what a test tells it to."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.kbo.pages import NUMBER, a_page


@dataclass
class Said:
    """One answer of the stand-in."""

    body: bytes
    status: int = 200
    content_type: str = "text/html"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class StubSearch:
    """Gives its answers in turn, and the last of them from then on; remembers the questions."""

    url: str = ""
    answers: list[Said] = field(default_factory=lambda: [Said(a_page().encode())])
    questions: list[dict[str, str]] = field(default_factory=list)

    def says(self, page: str) -> None:
        self.answers = [Said(page.encode(), content_type="text/html; charset=utf-8")]

    async def answer(self, request: web.Request) -> web.Response:
        self.questions.append(dict(request.query))
        said = self.answers[0] if len(self.answers) == 1 else self.answers.pop(0)
        return web.Response(
            status=said.status, body=said.body, headers={"Content-Type": said.content_type, **said.headers}
        )


Ask = Callable[[], Awaitable[SourceAnswer]]


def belgian() -> Company:
    return Company(company_name="Zonnewind Logistiek", country="BE", company_registration_number=NUMBER)

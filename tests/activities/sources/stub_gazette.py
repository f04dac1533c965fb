"""A Belgian Gazette over real HTTP, and pages as it writes them about companies that nobody has."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from activities.sources.gazette import Gazette
from schemas.company import Company
from schemas.sources import SourceAnswer
from tests.activities.sources.simulated import MemoryStore, looked_up, settings_for

NUMBER = "0711326932"
ZONNEWIND = Company(company_name="Zonnewind", country="BE", company_registration_number=NUMBER)
_TOP = """<html lang="en"><head><meta charset="iso-8859-1"><title>Bijlage van de Rechtspersonen</title></head>
<body><div class="page"><nav class="breadcrumb"><ol>
<li><a href="rech.pl?language=nl&amp;btw=711326932">Opzoeking</a></li>
<li>
                     <span class="item">{count}</span>
                   </li></ol></nav>
<main class="page__inner page__inner--content" role="main">
"""
_LINK = (
    '<a href="list.pl?language=nl&amp;sum_date=&amp;page={page}&amp;btw=711326932" class="pagination-button">{page}</a>'
)
_BOTTOM = """</main></div></body></html>
"""
_DETAIL = "article.pl?language=nl&amp;btw_search=711326932&amp;page=1&amp;caller=list&amp;=0&amp;btw=711326932"


@dataclass
class StubGazette:
    """Answers every question with what the test put here, and remembers the questions."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.questions.append(request.path_qs)
        headers = {"Content-Type": "text/html; charset=iso-8859-1", **self.headers}
        return web.Response(status=self.status, body=self.body, headers=headers)


@asynccontextmanager
async def serving() -> AsyncIterator[StubGazette]:
    stub = StubGazette()
    app = web.Application()
    app.router.add_get("/cgi_tsv/list.pl", stub.answer)
    async with TestServer(app) as server:
        stub.url = str(server.make_url("/cgi_tsv"))
        yield stub


async def asked_at(
    url: str, http: aiohttp.ClientSession, store: MemoryStore, company: Company = ZONNEWIND
) -> SourceAnswer:
    """What a look-up at this address learns."""
    settings = settings_for("http://unused", gazette_url=url)
    return await looked_up(Gazette(http, settings), company, store, settings)


def list_page(*entries: str, count: str = "Lijst", pages: int = 1) -> bytes:
    links = "\n".join(_LINK.format(page=page) for page in range(1, pages + 1))
    items = f'<div class="pagination-container">\n{links}</div><div class="list-content"><div class="list">'
    return f"{_TOP.format(count=count)}{items}{''.join(entries)}</div></div>{_BOTTOM}".encode("cp1252")


def nothing_found() -> bytes:
    text = "<p>\n  Geen tekst komt overeen\n met uw zoekopdracht.</p>"
    return f"{_TOP.format(count='Lijst')}{text}{_BOTTOM}".encode("cp1252")


def entry(
    act: str,
    date: str,
    serial: str,
    *,
    name: str = "ZONNEWIND LOGISTIEK",
    legal_form: str = "BV",
    address: str = "KANAALWEG 24 9000 GENT",
    number: str = "711.326.932",
    picture: str | None = "/tsv_pdf/2020/01/01/20000001.pdf",
) -> str:
    """As most are written; the link to the picture stands outside the title's."""
    published = f"{date} / {serial}" if date or serial else ""
    link = f'      </a><a class="standard" href="{picture}" target="_blank">BEELD</a>' if picture else ""
    return f"""<a name="SUM0"></a><div class="list-item">
<div class="list-item--content">
<p class="list-item--subtitle">
1) <font color="blue">{name}</font>  {legal_form}

</p>
<a href="{_DETAIL}" class="list-item--title">
{address}
<br>
{number}
<br>
{act}
<br>
{published} {link}
<br>

<br>

</div>
<a href="{_DETAIL}" class="button  button-outlined read-more">
DETAIL
</a>
</div>
"""


def older_entry(act: str, date: str, serial: str, *, picture: str | None) -> str:
    """With the picture's link inside the title's, attributes without quotes, and upper-case tags here and there."""
    link = f'<font color=blue>&nbsp;&nbsp;<a href="{picture}" target="_blank">BEELD</a></font>' if picture else ""
    return f"""<A name="SUM0"></a><div class="list-item">
<div class=list-item--content>
<P class="list-item--subtitle">
<FONT color=blue>ZONNEWIND LOGISTIEK</FONT>&nbsp;&nbsp;BV

</P>
<a href="{_DETAIL}" class="list-item--title">

<BR>
0711.326.932
<br/>
{act}
<br />
{date} / {serial}  {link}
<br>

<br>
</a>
</div>
<a href="{_DETAIL}" class="button  button-outlined read-more">
DETAIL
</a>
</div>
"""

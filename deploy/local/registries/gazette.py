"""The Belgian Gazette's list of publications about a legal person, as its page for readers writes it.

Contract: https://www.ejustice.just.fgov.be/cgi_tsv/list.pl, a page in iso-8859-1 with up to a hundred entries.
"""

from collections.abc import Sequence
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from deploy.local.registries.rows import Publication, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from domain.company_numbers import enterprise_number
from schemas.sources import SourceName

PER_PAGE = 100
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="iso-8859-1"><title>Bijlage van de Rechtspersonen</title></head>
<body><div class="page">
<nav class="breadcrumb" aria-label="Kruimelpad"><ol>
<li><a href="/cgi_tsv_pub/welcome.pl?language=nl">Bijlage van de Rechtspersonen</a></li>
<li><span class="item">{count}</span></li>
</ol></nav>
<main class="page__inner page__inner--content" role="main">
{contents}
</main></div></body></html>
"""
_LIST = """<div class="pagination-container">
{pages}
</div>
<div class="list-content"><div class="list">
{entries}
</div></div>"""
_PAGE_LINK = """<a href="list.pl?language=nl&amp;sum_date=&amp;page={page}&amp;btw={digits}" class="pagination-button">\
{page}</a>"""
_ENTRY = """<a name="SUM{index}"></a><div class="list-item">
<div class="list-item--content">
<p class="list-item--subtitle">
{position}) <font color="blue">{name}</font>  {legal_form}

</p>
<a href="{detail}" class="list-item--title">
{address}
<br>
{number}
<br>
{act}
<br>
{published:%Y-%m-%d} / {serial}       </a><a class="standard" href="{picture}" target="_blank">BEELD</a>
<br>

<br>

</div>
<a href="{detail}" class="button  button-outlined read-more">
DETAIL
</a>
</div>"""
_NOTHING = "<p>Geen tekst komt overeen met uw zoekopdracht.</p>"
_PICTURE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1\
/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 64>>stream
BT /F 18 Tf 72 720 Td (TEST: a publication that never was) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
"""


class Journal:
    """The register over its companies; a row without an enterprise number is not in it."""

    def __init__(self, companies: Sequence[SimulatedCompany]) -> None:
        self._rows = {number: row for row in companies if (number := enterprise_number(row.company())) is not None}
        self.routes = [
            Route("/cgi_tsv/list.pl", self.show_list, methods=["GET"]),
            Route("/tsv_pdf/{year:int}/{month:int}/{day:int}/{name}.pdf", self.show_picture, methods=["GET"]),
        ]

    async def show_list(self, request: Request) -> Response:
        """Of a number that nobody has, and of none at all, the page that says so."""
        digits = request.query_params.get("btw", "").zfill(10)
        entry, trouble = _told(self._rows.get(digits))
        asked = request.query_params.get("page", "")
        page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
        truth = Response(_page(entry, digits, page), media_type="text/html; charset=iso-8859-1")
        return truth if trouble is None else await troubled(trouble, truth)

    async def show_picture(self, _: Request) -> Response:
        return Response(_PICTURE, media_type="application/pdf")


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    return Journal(companies).routes


def _told(row: SimulatedCompany | None) -> tuple[RegisterEntry | None, Trouble | None]:
    """What the Gazette would say of a company, and what keeps it from saying so."""
    match row.told_by(SourceName.GAZETTE) if row is not None else None:
        case None:
            return None, None
        case RegisterEntry() as entry:
            return entry, None
        case trouble:
            return row.entry if row is not None else None, trouble


def _page(entry: RegisterEntry | None, digits: str, page: int) -> bytes:
    publications = sorted(entry.publications, key=lambda each: each.published, reverse=True) if entry else []
    first = (page - 1) * PER_PAGE
    shown = publications[first : first + PER_PAGE]
    if entry is None or not shown:
        return _PAGE.format(count="Lijst", contents=_NOTHING).encode("iso-8859-1")
    entries = (_entry(entry, digits, first + index, each) for index, each in enumerate(shown))
    pages = range(1, (len(publications) - 1) // PER_PAGE + 2)
    contents = _LIST.format(
        pages="\n".join(_PAGE_LINK.format(page=number, digits=digits.lstrip("0")) for number in pages),
        entries="\n".join(entries),
    )
    html = _PAGE.format(count=f"Lijst ({len(publications)})", contents=contents)
    return html.encode("iso-8859-1", errors="xmlcharrefreplace")


def _entry(entry: RegisterEntry, digits: str, index: int, publication: Publication) -> str:
    published = publication.published
    short = digits.lstrip("0")
    return _ENTRY.format(
        index=index,
        position=index + 1,
        name=escape(entry.name.upper()),
        legal_form=escape(entry.legal_form),
        detail=f"article.pl?language=nl&amp;btw_search={short}&amp;page=1&amp;caller=list&amp;={index}&amp;btw={short}",
        address=escape(f"{entry.street} {entry.postal_code} {entry.city}".upper()),
        number=f"{short[:-6]}.{short[-6:-3]}.{short[-3:]}",
        act=escape(publication.act),
        published=published,
        serial=publication.number,
        picture=f"/tsv_pdf/{published:%Y/%m/%d}/{published:%y}{publication.number[-6:]}.pdf",
    )

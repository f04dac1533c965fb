"""The public search of the KBO/BCE: the page about one entity, in Dutch, with the real page's markup.

`GET /kbopub/toonondernemingps.html?lang=nl&ondernemingsnummer=...`. A leading zero may be left out, as in the
register's own links; a number that nobody has is answered with a page that says so. Accented letters are written as
entities, and more than five functions stand in a table that the page hides.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from html import escape
from html.entities import codepoint2name

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from deploy.local.registries.rows import Activity, RegisteredPerson, RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from domain.company_numbers import enterprise_number
from schemas.sources import CompanyStatus, SourceName

ROOT = "/kbopub"
INLINE_FUNCTIONS = 5
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
ROLES = {
    "director": "Bestuurder",
    "managing_director": "Gedelegeerd bestuurder",
    "permanent_representative": "Vaste vertegenwoordiger",
    "auditor": "Commissaris",
    "liquidator": "Vereffenaar",
}
STATES: dict[CompanyStatus, tuple[str, str]] = {
    "active": ("Actief", "Normale toestand"),
    "liquidation": ("Actief", "Vervroegde ontbinding - Vereffening"),
    "bankruptcy": ("Actief", "Opening faillissement"),
    "dissolved": ("Stopgezet", "Sluiting van vereffening"),
    "inactive": ("Stopgezet", "Normale toestand"),
}
LEGAL_FORMS = {
    "BV": "Besloten vennootschap",
    "SRL": "Besloten vennootschap",
    "BVBA": "Besloten vennootschap met beperkte aansprakelijkheid",
    "SPRL": "Besloten vennootschap met beperkte aansprakelijkheid",
    "NV": "Naamloze vennootschap",
    "SA": "Naamloze vennootschap",
    "CV": "Coöperatieve vennootschap",
    "VOF": "Vennootschap onder firma",
    "CommV": "Commanditaire vennootschap",
    "VZW": "Vereniging zonder winstoogmerk",
    "ASBL": "Vereniging zonder winstoogmerk",
}
NO_DATA = "Geen gegevens opgenomen in KBO."
_GAP = '<tr><td colspan="3">&nbsp;<br/>&nbsp;</td></tr>'


class PublicSearch:
    """The register over its companies; a row without an enterprise number is not in it."""

    def __init__(self, companies: Sequence[SimulatedCompany]) -> None:
        self._rows = {number: row for row in companies if (number := enterprise_number(row.company())) is not None}
        self.routes = [Route(f"{ROOT}/toonondernemingps.html", self.show_entity, methods=["GET"])]

    async def show_entity(self, request: Request) -> Response:
        number = request.query_params.get("ondernemingsnummer", "").replace(".", "").zfill(10)
        row = self._rows.get(number)
        told = row.told_by(SourceName.KBO) if row is not None else None
        if row is None or told is None:
            return _unknown(number)
        if isinstance(told, RegisterEntry):
            return _shown(number, told)
        return await self._in_trouble(told, number, row)

    async def _in_trouble(self, trouble: Trouble, number: str, row: SimulatedCompany) -> Response:
        return await troubled(trouble, _shown(number, row.entry) if row.entry is not None else _unknown(number))


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    return PublicSearch(companies).routes


def _shown(number: str, entry: RegisterEntry) -> Response:
    return _page("Gegevens van de geregistreerde entiteit", _tables(number, entry))


def _unknown(number: str) -> Response:
    return _page(f"Het ondernemingsnummer {escape(dotted(number))} bestaat niet in de KBO.", "")


def _page(heading: str, content: str) -> Response:
    """The page around it; its last line says which day's register it shows."""
    return HTMLResponse(
        f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" xml:lang="nl">
<head><title>Gegevens van de geregistreerde entiteit | KBO Public Search</title>
<meta content="text/html; charset=utf-8" http-equiv="content-type"/>
<meta content="noindex,nofollow" name="robots"/></head>
<body><div class="allContainer" id="page"><div id="content"><div id="main">&nbsp;
<h1>{heading}</h1>
{content}
</div></div>
<div id="footer"><div id="naam_fod">FOD Economie, K.M.O., Middenstand en Energie</div>
<div id="last_update">Toestand in de KBO databank op {datetime.now(UTC):%d/%m/%Y}
<div id="centerfootercontent">Versie: 16.0.2</div></div></div></div>
<script type="text/javascript">
function butFunct_onclick(soort) {{ if (soort == 'toon' && 1 < 2) {{ return false; }} }}
</script></body></html>
"""
    )


def _tables(number: str, entry: RegisterEntry) -> str:
    rows = "\n".join((*_general(number, entry), _GAP, *_functions(entry), _GAP, *_activities(entry)))
    return f"""<div id="table"><table cellspacing="0" cellpadding="7" width="100%">
{rows}
</table>
<table style="display: none" id="toonbtw" cellspacing="0" cellpadding="7" width="100%">
{"".join(_activity(activity, "2008", entry.incorporated) for activity in entry.activities)}
</table>
<table cellspacing="0" cellpadding="7" width="100%">
{_heading("Linken tussen entiteiten")}
<tr><td class="QL" colspan="3">{NO_DATA}</td></tr>
</table><div id="EndTable"></div></div>"""


def _general(number: str, entry: RegisterEntry) -> Iterator[str]:
    status, situation = STATES[entry.status]
    began, changed = in_words(entry.incorporated), in_words(entry.ended or entry.incorporated)
    ended = f'<br/><span class="upd">Sinds {changed}</span>' if status == "Stopgezet" else ""
    name, form = latin(entry.name), latin(LEGAL_FORMS.get(entry.legal_form, entry.legal_form))
    address = f"\n{latin(entry.street)}&nbsp;\n<br/>{latin(entry.postal_code)}&nbsp;{latin(entry.city)}"
    yield _heading("Algemeen")
    yield _field("Ondernemingsnummer:", f"{dotted(number)}\n")
    yield _field("Status:", f'<strong><span class="pageactief">{status}</span></strong>{ended}')
    yield _field(
        "Rechtstoestand:\n",
        f'<strong><span class="pageactief">{situation}</span></strong><br/>'
        f'<span class="upd">Sinds {changed}</span><br/>',
    )
    yield "<tr></tr>"
    yield _field("Begindatum:", f"{began}<br/>")
    yield _field("Naam:", f'{name}<br/><span class="upd">Naam in het Nederlands, sinds {began}</span><br/>')
    yield _field("Adres van de zetel:", f'{address}\n<span class="upd"><br/>Sinds {began}</span>')
    for label in ("Telefoonnummer:", "Fax:", "E-mail:", "Webadres:"):
        yield _field(f"{label}\n", NO_DATA)
    yield _field("Type entiteit:\n", "Rechtspersoon")
    yield _field("Rechtsvorm:\n", f'\n\t\t{form}\n\n\t\t<br/><span class="upd">Sinds {began}</span>')
    yield _field(
        "Aantal vestigingseenheden (VE):\n",
        f"<strong>{entry.establishments}</strong>&nbsp;\n"
        '<a href="vestiginglijst.html" class="QL">Gegevens en activiteiten per VE</a>',
    )


def _functions(entry: RegisterEntry) -> Iterator[str]:
    today = datetime.now(UTC).date()
    holders = [person for person in entry.persons if person.until is None or person.until > today]
    rows = [_function(person) for person in holders]
    yield _heading("Functies")
    if not rows:
        yield f'<tr><td class="QL" colspan="3">{NO_DATA}</td></tr>'
    elif len(rows) <= INLINE_FUNCTIONS:
        yield from rows
    else:
        shown = f'Er zijn {len(rows)} functiehouders. <a href="#null">Toon de functiehouders</a>.'
        yield f'<tr><td class="QL" colspan="3"><span id="klikfctie">{shown}</span></td></tr>'
        hidden = '<table style="display: none" id="toonfctie" cellspacing="0" cellpadding="7" width="100%">'
        yield f'<tr><td colspan="3">{hidden}{"".join(rows)}</table></td></tr>'


def _function(person: RegisteredPerson) -> str:
    number = person.number if person.number and person.number.isdigit() and len(person.number) == 10 else None
    link = f'<a href="toonondernemingps.html?ondernemingsnummer={int(number)}">{{}}</a>&nbsp;&nbsp;' if number else ""
    if person.kind == "company":
        holder = link.format(dotted(number)) if number else latin(person.surname)
    else:
        name = f"\n\t\t {latin(person.surname)} ,&nbsp;  {latin(person.given)}&nbsp;\n\t\t"
        holder = name + (link.format(f"({dotted(number)})") if number else "")
    cells = (
        f"{ROLES[person.role]}\n\t\t",
        f"{holder}\n",
        f'<span class="upd">Sinds {in_words(person.since)}</span>',
    )
    return "<tr>" + "".join(f'<td class="QL">{cell}</td>' for cell in cells) + "</tr>\n"


def _activities(entry: RegisterEntry) -> Iterator[str]:
    yield _heading("Btw-activiteiten Nacebelcode versie 2025")
    for activity in entry.activities:
        yield _activity(activity, "2025", max(entry.incorporated, date(2025, 1, 1)))


def _activity(activity: Activity, version: str, since: date) -> str:
    code = activity.nace.replace(".", "").ljust(5, "0")
    link = f'<a href="naceToelichting.html?nace.code={code}&amp;nace.version={version}">{code[:2]}.{code[2:]}</a>'
    return (
        f'<tr><td class="QL" colspan="3">Btw\n{version}&nbsp;\n{link}\n&nbsp;-&nbsp;\n{latin(activity.title)}'
        f'<br/><span class="upd">Sinds {in_words(since)}</span></td></tr>\n'
    )


def _heading(text: str) -> str:
    return f'<tr><td class="I" colspan="4"><h2>{text}</h2></td></tr>'


def _field(label: str, value: str) -> str:
    return f'<tr><td class="QL">{label}</td><td class="QL" colspan="3">{value}</td></tr>'


def dotted(number: str) -> str:
    """`0711326932` as `0711.326.932`."""
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"


def in_words(day: date) -> str:
    """`27 maart 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def latin(text: str) -> str:
    """The text as the page writes it: accented letters as entities (`&eacute;`)."""
    return "".join(
        f"&{codepoint2name[ord(letter)]};" if ord(letter) > 127 and ord(letter) in codepoint2name else escape(letter)
        for letter in text
    )

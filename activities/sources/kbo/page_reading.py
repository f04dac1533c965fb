"""What the public search's page about one entity says (`toonondernemingps.html?lang=nl`)."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from activities.sources.answers import RETRY_SECONDS, Reading, fact_of, facts_of, unavailable
from activities.sources.kbo.page_rows import Cell, Page, Row, read_rows
from activities.sources.kbo.vocabulary import (
    company_status,
    dotted,
    has_ceased,
    is_director,
    iso_date,
    number_in,
)
from activities.sources.register_answers import MOST_READ
from domain.naming import legal_form
from schemas.sources import SourceFact

NACE_VERSION = "2025"
"""Each activity stands on the page in every version of NACEBEL there was; this one is in force since 2025."""
_NO_DATA = re.compile(r"geen gegevens opgenomen in (de )?kbo", re.IGNORECASE)
_NOT_FOUND = re.compile(r"geen gegevens gevonden|(bestaat niet|komt niet voor) in (de )?kbo", re.IGNORECASE)
_FOOTER = re.compile(r"Toestand in de KBO[ -]databank op ([0-9]{2}/[0-9]{2}/[0-9]{4})", re.IGNORECASE)
_ENDED = ("einddatum", "stopzettingsdatum", "datum stopzetting", "datum van stopzetting")
_FOOTNOTE = re.compile(r"\s*\([0-9]{1,2}\)$")
_LINKED_NUMBER = re.compile(r"ondernemingsnummer=([0-9]{9,10})(?![0-9])")
_NUMBER_SHOWN = re.compile(r"\(?\s*[01][0-9]{3}\.[0-9]{3}\.[0-9]{3}\s*\)?")
_LINKED_CODE = re.compile(r"nace\.code=([0-9]{5,7})(?:.*nace\.version=([0-9]{4}))?")
_ACTIVITY = re.compile(r"^(?P<register>.*?)\s*[0-9]{2}\.[0-9]{3,5}\s*[-–]?\s*(?P<title>.*)$")
_YEAR = re.compile(r"20(03|08|25)(?![0-9])")
MAX_FACTS_OF_A_KIND = 250
"""Facts travel through the workflow's history. No company is known to have as many functions; the evidence has them."""
_COUNT = re.compile(r"[0-9]{1,3}(\.[0-9]{3})*|[0-9]+")
_BELGIAN_PLACE = re.compile(r"[0-9]{4} \D")


@dataclass(frozen=True)
class _Activity:
    code: str
    title: str
    register: str
    """Whose register it stands in: `BTW` (tax), `RSZ` (social security)."""
    since: str | None


@dataclass(frozen=True)
class Value:
    """What stands behind a label, and its small print."""

    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        return self.lines[0] if self.lines else ""

    @property
    def since(self) -> str | None:
        return iso_date(self.notes[0]) if self.notes else None


def read_page(markup: str, number: str) -> Reading:
    """What the page says of the entity with this number (ten digits).

    Only the page's own words are `not_found`. Whatever lacks the page's last line, the day whose register it shows, is
    no whole page of the register's, however well the rest of it reads.
    """
    page = read_rows(markup)
    if any(_NOT_FOUND.search(heading) for heading in page.headings):
        return Reading("not_found", "unknown_number")
    footer = _FOOTER.search(page.text)
    if footer is None:
        return unavailable("no_footer", RETRY_SECONDS)
    values = _values(page)
    shown = number_in(values.get("ondernemingsnummer", Value()).first)
    if shown is None:
        return unavailable("malformed_answer", RETRY_SECONDS)
    if shown != number:
        return unavailable("another_number", RETRY_SECONDS)
    functions = _functions(page)
    return Reading(
        "found",
        facts=fact_of("registration_number", shown, {"as_of": iso_date(footer[1])})
        + _identity(values)
        + _state(values, tuple(role for role, *_ in functions))
        + _contact(values)
        + _directors(functions)
        + _activities(page),
    )


def _values(page: Page) -> dict[str, Value]:
    """By label, in lower case and without what stands in brackets behind it; the first of equal labels holds."""
    values: dict[str, Value] = {}
    for row in page.rows:
        if len(row.cells) != 2 or row.section.lower().startswith("functies"):
            continue
        label = " ".join(row.cells[0].lines).partition("(")[0].strip(" :").lower()
        if label and row.cells[0].style != "I":
            values.setdefault(label, _value(row.cells[1]))
    return values


def _value(cell: Cell) -> Value:
    return Value(tuple(line for line in cell.lines if not _NO_DATA.search(line)), tuple(cell.notes))


def _identity(values: dict[str, Value]) -> tuple[SourceFact, ...]:
    names = values.get("naam", Value())
    others = (*names.lines[1:], *values.get("afkorting", Value()).lines, *_trade_names(values))
    address = values.get("adres van de zetel", Value())
    in_belgium = not address.lines or bool(_BELGIAN_PLACE.match(address.lines[-1]))
    return (
        fact_of("company_name", names.first, {"also": "; ".join(others)})
        + facts_of(
            {
                "legal_form": values.get("rechtsvorm", Value()).first,
                "registered_address": ", ".join(address.lines),
                "country": "BE" if in_belgium else None,
            }
        )
        + tuple(
            fact
            for note in address.notes
            if "doorgehaald" in note.lower() or "doorhaling" in note.lower()
            for fact in fact_of("registry_flag", note, {"since": iso_date(note)})
        )
    )


def _trade_names(values: dict[str, Value]) -> tuple[str, ...]:
    return values.get("commerciële naam", values.get("handelsnaam", Value())).lines


def _state(values: dict[str, Value], roles: tuple[str, ...]) -> tuple[SourceFact, ...]:
    status, situation = values.get("status", Value()), values.get("rechtstoestand", Value())
    details = {"status": status.first, "situation": situation.first, "since": situation.since or status.since}
    ended = next((iso_date(values[label].first) for label in _ENDED if label in values), None)
    if ended is None and has_ceased(status.first):
        ended = status.since or situation.since
    return fact_of("company_status", company_status(status.first, situation.first, roles), details) + facts_of(
        {
            "incorporation_date": iso_date(values.get("begindatum", Value()).first),
            "dissolution_date": ended,
        }
    )


def _contact(values: dict[str, Value]) -> tuple[SourceFact, ...]:
    establishments = _COUNT.match(values.get("aantal vestigingseenheden", Value()).first)
    phones = (line for line in values.get("telefoonnummer", Value()).lines if line.strip("0 +./-"))
    emails = values.get("e-mail", Value()).lines
    return (
        facts_of({"establishments": int(establishments[0].replace(".", "")[:9]) if establishments else None})
        + tuple(fact for phone in islice(phones, MAX_FACTS_OF_A_KIND) for fact in fact_of("phone", phone))
        + tuple(fact for email in emails[:MAX_FACTS_OF_A_KIND] for fact in fact_of("email", email))
        + facts_of({"website_url": values.get("webadres", Value()).first})
    )


def _functions(page: Page) -> list[tuple[str, Cell, str | None]]:
    """Role, holder and since when, of the rows of the section and of the table that it hides them in."""
    return [
        (_FOOTNOTE.sub("", row.cells[0].lines[0]), row.cells[1], _since(row))
        for row in page.rows
        if row.section.lower().startswith("functies") and len(row.cells) >= 2 and _states(row.cells[0])
    ]


def _states(cell: Cell) -> bool:
    return bool(cell.lines) and not _NO_DATA.search(cell.lines[0])


def _directors(functions: list[tuple[str, Cell, str | None]]) -> tuple[SourceFact, ...]:
    leading = (function for function in functions if is_director(function[0]))
    return tuple(fact for role, holder, since in islice(leading, MOST_READ) for fact in _director(role, holder, since))


def _since(row: Row) -> str | None:
    return next((since for cell in row.cells for note in cell.notes if (since := iso_date(note))), None)


def _director(role: str, holder: Cell, since: str | None) -> tuple[SourceFact, ...]:
    """`Surname , Given` is a person, whose number, if there is one, is that of the company they represent.

    Of a company that holds a function the page shows only the number.
    """
    text = " ".join(holder.lines)
    number = _number_of(holder, text)
    name = _NUMBER_SHOWN.sub(" ", text).strip(" ,")
    surname, comma, given = name.partition(",")
    details = {"role": role, "since": since}
    if not comma and (number or legal_form(name)):
        named = " ".join(name.split()) or dotted(number or "")
        return fact_of("director", named, {**details, "kind": "company", "number": number})
    person = " ".join(f"{given} {surname}".split())
    return fact_of("director", person, {**details, "kind": "person", "represents": number})


def _number_of(holder: Cell, text: str) -> str | None:
    shown = number_in(text)
    linked = next((found[1] for link in holder.links if (found := _LINKED_NUMBER.search(link))), None)
    return shown or (linked.zfill(10) if linked else None)


def _activities(page: Page) -> tuple[SourceFact, ...]:
    """The activities of today's NACEBEL, each once, though tax and social security each register their own."""
    found: dict[str, _Activity] = {}
    for row in page.rows:
        for cell in row.cells:
            activity = _activity(row, cell)
            if activity is None or (activity.code not in found and len(found) == MAX_FACTS_OF_A_KIND):
                continue
            known = found.setdefault(activity.code, activity)
            if activity.register not in known.register.split(", "):
                found[activity.code] = replace(known, register=f"{known.register}, {activity.register}")
    return tuple(
        fact
        for activity in found.values()
        for fact in fact_of(
            "activity_code",
            activity.code,
            {"description": activity.title, "register": activity.register, "since": activity.since},
        )
    ) + tuple(
        fact
        for activity in found.values()
        for fact in fact_of("activity_description", activity.title, {"code": activity.code})
    )


def _activity(row: Row, cell: Cell) -> _Activity | None:
    """The activity a cell states, if it states exactly one: a cell around a hidden table holds many."""
    links = [match for link in cell.links if (match := _LINKED_CODE.search(link))]
    shown = _ACTIVITY.match(" ".join(cell.lines)) if len(links) == 1 else None
    if shown is None or _version(links[0][2], shown["register"], row.section) != NACE_VERSION:
        return None
    register = " ".join(_YEAR.sub(" ", shown["register"]).split())
    return _Activity(f"NACEBEL {links[0][1]}", shown["title"], register, _since(row))


def _version(linked: str | None, register: str, section: str) -> str | None:
    """The version a code belongs to: by its link, else by its own row, else by the heading above."""
    if linked:
        return linked
    stated = _YEAR.search(register) or _YEAR.search(section)
    return stated[0] if stated else None

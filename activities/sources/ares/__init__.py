"""ARES: the Czech register of economic subjects, and through it the commercial register.

Contract: https://ares.gov.cz/ekonomicke-subjekty-v-be/rest/v3/api-docs. Two requests: the subject, and, where it is
entered in the public register (`VR`), its entry there with directors and owners. ARES asks not to repeat a question
and blocks who sends more than 500 in a minute.
"""

import re
from datetime import timedelta

import aiohttp
from pydantic import BaseModel, Field

from activities.sources.answers import Reading, Received, Reply, fact_of, facts_of, not_applicable, unavailable
from activities.sources.ares.entry import PublicRegister, facts_of_entry
from activities.sources.json_answer import read_json
from activities.sources.partial_dates import partial_date
from activities.sources.register_answers import Listed, json_of, nace
from activities.sources.source import Terms
from runtime.http import Exchange, exchange
from runtime.settings import Settings
from schemas.company import Company
from schemas.sources import CompanyStatus, SourceFact, SourceName, SourceQuery

LEGAL_FORMS = {
    "101": "fyzická osoba podnikající",
    "111": "v.o.s.",
    "112": "s.r.o.",
    "113": "k.s.",
    "121": "a.s.",
    "141": "o.p.s.",
    "205": "družstvo",
    "421": "odštěpný závod zahraniční právnické osoby",
    "706": "spolek",
    "932": "evropská společnost (SE)",
}
"""The commoner codes of the list `PravniForma`; of another one no legal form is stated."""
IN_LIQUIDATION = re.compile(r"\bv likvidaci\b", re.IGNORECASE)
"""A company that is being wound up has to add it to its name (Civil Code, § 187)."""
MAX_ACTIVITIES = 20


class Ares:
    name = SourceName.ARES
    terms = Terms(per_second=4.0, kept_for=timedelta(days=1))

    def __init__(self, http: aiohttp.ClientSession, settings: Settings) -> None:
        self._http = http
        self._url = settings.ares_url.rstrip("/")

    async def ask(self, query: SourceQuery) -> Reply:
        """What ARES and the public register behind it say of the company."""
        number = ico_of(query.company)
        if isinstance(number, Reading):
            return Reply(number)
        reply = await exchange(self._http, "GET", f"{self._url}/ekonomicke-subjekty/{number}")
        subject = read_subject(reply, number)
        if isinstance(subject, Reading):
            return Reply(subject, (Received.of(reply),))
        if not subject.is_in_public_register:
            return Reply(read_subject_alone(subject), (Received.of(reply),))
        entry = await exchange(self._http, "GET", f"{self._url}/ekonomicke-subjekty-vr/{number}")
        return Reply(read_both(subject, entry), (Received.of(reply), Received.of(entry)))


def ico_of(company: Company) -> str | Reading:
    """The eight digits of an IČO, from the registration number or a VAT number (whose nine or ten digits would be a
    person's), or the reading that there is none. What fails its checksum is asked for all the same."""
    if company.country != "CZ":
        return not_applicable("country_not_in_register")
    registered = re.sub(r"[\s.:]", "", company.company_registration_number or "").upper()
    if stated := re.fullmatch(r"(?:I[ČC]O?|CZ)?([0-9]{6,8})", registered):
        return stated.group(1).zfill(8)
    vat = re.fullmatch(r"CZ([0-9]{8})", company.vat_number or "")
    return vat.group(1) if vat else not_applicable("no_registration_number")


class _Address(BaseModel):
    text: str | None = Field(default=None, alias="textovaAdresa")


class _Registrations(BaseModel):
    """The subject's state in the registers that ARES gathers: `AKTIVNI`, `ZANIKLY`, `NEEXISTUJICI`, …"""

    persons: str | None = Field(default=None, alias="stavZdrojeRos")
    public: str | None = Field(default=None, alias="stavZdrojeVr")
    statistics: str | None = Field(default=None, alias="stavZdrojeRes")
    trades: str | None = Field(default=None, alias="stavZdrojeRzp")
    insolvency: str | None = Field(default=None, alias="stavZdrojeIr")


class Subject(BaseModel):
    ico: str
    name: str | None = Field(default=None, alias="obchodniJmeno")
    address: _Address | None = Field(default=None, alias="sidlo")
    legal_form: str | None = Field(default=None, alias="pravniForma")
    since: str | None = Field(default=None, alias="datumVzniku")
    until: str | None = Field(default=None, alias="datumZaniku")
    vat_number: str | None = Field(default=None, alias="dic")
    activities: Listed[str] = Field(default=(), alias="czNace")
    registrations: _Registrations | None = Field(default=None, alias="seznamRegistraci")

    @property
    def is_in_public_register(self) -> bool:
        """Also of a subject of which ARES does not say it."""
        return self.registrations is None or self.registrations.public != "NEEXISTUJICI"


class _Error(BaseModel):
    code: str = Field(alias="kod")


def read_subject(reply: Exchange, number: str) -> Subject | Reading:
    """The subject, or the reading of a reply without one."""
    if says_not_found(reply):
        return Reading("not_found", "unknown_number")
    subject = json_of(Subject, reply)
    if isinstance(subject, Subject) and subject.ico != number:
        return unavailable("other_number")
    return subject


def says_not_found(reply: Exchange) -> bool:
    """Only an error that says so means that there is nothing: a 404 without ARES's own code comes from something that
    stands before it."""
    error = read_json(reply, _Error) if reply.status == 404 and reply.failure is None else None
    return error is not None and error.code == "NENALEZENO"


def read_subject_alone(subject: Subject) -> Reading:
    return Reading("found", facts=facts_of_subject(subject) + facts_of({"company_status": status_of(subject)}))


def read_both(subject: Subject, reply: Exchange) -> Reading:
    """The subject with its entry in the public register. Without the entry nobody would know whom to screen, so an
    entry that could not be read makes the look-up unavailable, with what it did learn."""
    alone = read_subject_alone(subject)
    if says_not_found(reply):
        return alone
    register = json_of(PublicRegister, reply)
    if isinstance(register, Reading):
        return Reading(register.state, register.reason, register.retry_after_seconds, alone.facts)
    received = Received.of(reply)
    persons = facts_of_entry(register, received)
    if not register.is_bankrupt or status_of(subject) == "dissolved":
        return Reading("found", facts=alone.facts + persons)
    bankrupt = facts_of({"company_status": "bankruptcy"}, received)
    return Reading("found", facts=facts_of_subject(subject) + bankrupt + persons)


def facts_of_subject(subject: Subject) -> tuple[SourceFact, ...]:
    """All but the status, which the public register may know better."""
    facts = facts_of(
        {
            "company_name": subject.name,
            "registration_number": subject.ico,
            "vat_number": subject.vat_number,
            "registered_address": subject.address.text if subject.address else None,
            "legal_form": LEGAL_FORMS.get(subject.legal_form or ""),
            "incorporation_date": partial_date(subject.since),
            "dissolution_date": partial_date(subject.until),
        }
    )
    for code in subject.activities[:MAX_ACTIVITIES]:
        facts += fact_of("activity_code", nace(code))
    return facts


def status_of(subject: Subject) -> CompanyStatus | None:
    """The gravest that ARES says; None if it says nothing, which is not that the company is active."""
    states = subject.registrations or _Registrations()
    if subject.until or states.public == "ZANIKLY":
        return "dissolved"
    if states.insolvency == "AKTIVNI":
        return "bankruptcy"
    if IN_LIQUIDATION.search(subject.name or ""):
        return "liquidation"
    registers = {states.persons, states.public, states.statistics, states.trades}
    if "AKTIVNI" in registers:
        return "active"
    return "inactive" if registers & {"POZASTAVENY", "ZANIKLY", "HISTORICKY"} else None

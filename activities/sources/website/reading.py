"""From the pages of a site to the facts it states about the company. Everything here is the site's own word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from activities.sources.answers import Reading, Received, fact_of, facts_of
from activities.sources.website.contact import contacts_of
from activities.sources.website.legal import LegalKind
from activities.sources.website.page import ReadPage, names_company, states_number
from domain.naming import folded
from schemas.company import Company
from schemas.sources import FactName, FactValue, SourceFact

MAX_TEXT_CHARACTERS = 1000
MAX_PARKED_CHARACTERS = 4000
"""A parked page is short; a longer one may only write about domains that are for sale."""
_PARKED = tuple(
    map(
        folded,
        (
            "domain is parked", "domain is for sale", "domain for sale", "domain name is for sale", "buy this domain",
            "this domain may be for sale", "parked free", "domain parking",
            "domein is te koop", "domeinnaam is te koop", "domein is geparkeerd", "koop dit domein",
            "domaine est à vendre", "nom de domaine à vendre", "acheter ce domaine", "domaine est parqué",
            "Domain steht zum Verkauf", "Domain ist zu verkaufen", "Domain zu verkaufen", "Domain ist geparkt",
            "diese Domain kaufen",
            "dominio está a la venta", "dominio en venta", "dominio è in vendita", "dominio in vendita",
            "domínio está à venda", "domínio à venda", "domena na sprzedaż", "domena jest na sprzedaż",
            "doména na prodej", "doména je na prodej", "doména je na predaj", "domæne er til salg", "domæne til salg",
            "domene er til salgs", "domene til salgs", "domän är till salu", "domän till salu",
            "verkkotunnus on myytävänä", "domeniu de vânzare", "domain eladó",
        ),
    )
)  # fmt: skip


@dataclass(frozen=True)
class LegalPage:
    kind: LegalKind
    read: ReadPage


@dataclass(frozen=True)
class Site:
    """What was fetched of a site."""

    front: ReadPage
    legal: tuple[LegalPage, ...] = ()
    """Those that answered, with whatever status."""
    whole: bool = True
    """Whether every legal page that is linked answered: what the others lack may be on that one."""

    @property
    def pages(self) -> tuple[ReadPage, ...]:
        """The pages whose words count."""
        return tuple(page for page in (self.front, *(page.read for page in self.legal)) if page.answers)

    @property
    def text(self) -> Received | None:
        """The text of the front page, which a person reads more easily than its markup."""
        text = self.front.words.text if self.front.answers else ""
        return Received(self.front.page.final_url, text.encode(errors="replace"), "text/plain") if text else None

    @property
    def certificate(self) -> Received | None:
        """The certificate itself, in DER."""
        proof = self.front.page.certificate
        return Received(self.front.page.final_url, proof.der, "application/pkix-cert") if proof else None

    @property
    def received(self) -> tuple[Received, ...]:
        """All pieces, the front page first. A site that answers every path with the same page is kept once."""
        pieces = (self.front.received, *(page.read.received for page in self.legal), self.text, self.certificate)
        different: dict[bytes, Received] = {}
        for piece in pieces:
            if piece is not None:
                different.setdefault(piece.body, piece)
        return tuple(different.values())


def read_site(site: Site, company: Company) -> Reading:
    """Any answer is `found`: a site that says 404 is there, but not accessible."""
    page = site.front.page
    answered: dict[FactName, FactValue | None] = {
        "website_url": page.url,
        "website_final_url": page.final_url,
        "website_accessible": site.front.answers,
        "website_status_code": page.status,
    }
    said = tuple(_said(site, company)) if page.body and site.front.answers else ()
    return Reading("found", page.problem, facts=facts_of(answered) + tuple(_certificate(site)) + said)


def _said(site: Site, company: Company) -> Iterator[SourceFact]:
    front = site.front
    yield from fact_of("website_title", front.words.title)
    yield from _stated(site, "website_names_company", lambda text: names_company(text, company.company_name))
    yield from _stated(site, "website_states_vat_number", lambda text: states_number(text, company))
    yield from fact_of("website_parked", is_parked(front.stated) or (False if front.whole else None))
    for legal in site.legal:
        if legal.read.answers:
            proof = legal.read.received if legal.read.page.body else None
            yield from fact_of("website_legal_page", legal.read.page.final_url, {"kind": legal.kind}, proof)
    for index, contact in contacts_of(page.words for page in site.pages):
        proof = site.pages[index].received if index else None
        yield from fact_of("website_contact", contact.value, {"kind": contact.kind}, proof)
    yield from fact_of("website_text", front.words.text[:MAX_TEXT_CHARACTERS], received=site.text)


def _stated(site: Site, name: FactName, check: Callable[[str], bool | None]) -> Iterator[SourceFact]:
    """True by the first page that says so. False only if all pages were read: what cannot be compared is left out, not
    denied."""
    verdicts = [check(page.stated) for page in site.pages]
    if True in verdicts:
        at = verdicts.index(True)
        yield from fact_of(name, True, received=site.pages[at].received if at else None)
    elif None not in verdicts and site.whole and all(page.whole for page in site.pages):
        yield from fact_of(name, False)


def _certificate(site: Site) -> Iterator[SourceFact]:
    proof = site.front.page.certificate
    if proof is not None:
        details = {
            "issuer": proof.issuer,
            "not_before": proof.not_before.date().isoformat(),
            "not_after": proof.not_after.date().isoformat(),
        }
        yield from fact_of("website_certificate", proof.subject, details, site.certificate)


def is_parked(text: str) -> bool:
    """Whether this is the page of whoever sells the name, not of a company that uses it."""
    if len(text) > MAX_PARKED_CHARACTERS:
        return False
    words = f" {folded(text)} "
    return any(f" {phrase} " in words for phrase in _PARKED)

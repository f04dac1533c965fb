"""Whose a number is, in documents that name two parties: the customer the document is about, or somebody else.

A bill, a bank statement, a lease and a power of attorney carry the numbers of whoever issued them or of the other
party. There the heading nearest above a value decides, or what follows it (`hierna "de huurder"`).
"""

import re
from typing import Literal

from domain.extraction.bystanders import of_bystander
from domain.extraction.context import line_around
from domain.extraction.folding import phrases
from domain.extraction.imprints import in_imprint, is_of_office
from schemas.extraction import DocumentType

Party = Literal["subject", "other"]

ABOUT_CUSTOMER: frozenset[DocumentType] = frozenset({"invoice", "utility_bill", "bank_statement"})
"""Types in which a number is the customer's only where the document says so."""
_OF_SOMEBODY_ELSE: frozenset[DocumentType] = ABOUT_CUSTOMER | {"articles_of_association", "unknown"}
"""Types whose letterhead and foot are not the company's."""
_TWO_PARTIES: frozenset[DocumentType] = frozenset({"lease", "power_of_attorney"})

_CUSTOMER = phrases(r"""
    klant(?:gegevens|informatie)?
    (?:van de )?klant
    (?:uw|your|votre|ihre?) (?:gegevens|bedrijf|details|company|coordonnees|entreprise|daten|firma)
    (?:facturatie|factuur|leverings|verbruiks)adres
    (?:geleverd|gefactureerd|gericht) aan
    aan
    afnemer
    koper
    bestemmeling
    geadresseerde
    contracthouder
    abonnee
    client(?:e)?
    (?:adresse de )?facturation
    (?:factur|adress|livr)ee? a
    (?:a facturer|facturer) a
    a l'attention de
    t\.?a\.?v\.?
    ter attentie van
    for the attention of
    zu handen(?: von)?
    client(?:e)? factur[ée]e?
    doit
    adresse de (?:facturation|livraison|fourniture|consommation)
    destinataire
    acheteur
    abonnee?
    titulaire(?: du (?:compte|contrat))?
    titulaire
    (?:rekening|account|karten)houder
    rekeninghouder
    houder(?: van de rekening)?
    kund(?:e|en|in)
    kundendaten
    kundenanschrift
    rechnungs(?:empfanger|anschrift|adresse)
    rechnung an
    lieferanschrift
    leistungsempfanger
    vertragspartner
    kontoinhaber(?:in)?
    inhaber
    customer
    bill(?:ed)? to
    invoice(?:d)? to
    ship(?:ped)? to
    sold to
    buyer
    recipient
    account holder
    account name
    account owner
    supply address
    service address
    billing address
    prepared for
    your (?:vat|company|iban|account)
    au nom de
    op naam van
    in the name of
    auf den namen
    lautend auf
    held by
    (?:hierbij )?bevestigen wij dat
    wij bevestigen(?: hierbij)? dat
    (?:attesteren|verklaren) wij dat
    wij (?:attesteren|verklaren)(?: hierbij)? dat
    (?:confirmons|attestons|certifions)(?: par la presente)? que
    (?:bestatigen|bescheinigen)(?: wir)?(?: hiermit)?,? dass
    (?:confirm|certify)(?: hereby)? that
    (?:atteste|certifie|confirme|declare)(?: par la presente)? que
    (?:verklaart|bevestigt|attesteert)(?: hierbij| hiermee)? dat
    (?:bestatigt|bescheinigt)(?: hiermit)?,? dass
    (?:hereby )?(?:confirms|certifies)(?: hereby)? that
    geopend (?:door|voor)
    (?:uw|votre|ihre?|your)
""")
_ISSUER = phrases(r"""
    leverancier
    verkoper
    afzender
    opdrachtnemer
    begunstigde
    over te schrijven
    te betalen (?:op|aan)
    fournisseur
    vendeur
    prestataire
    emetteur
    beneficiaire
    lieferant
    verkaufer
    absender
    leistungserbringer
    rechnungssteller
    empfanger
    zahlungsempfanger
    bankverbindung
    supplier
    seller
    vendor
    bill from
    issued by
    payee
    pay to
    remit to
    beneficiary
    (?<!met\s)(?<!haar\s)(?<!de\s)(?:maatschappelijke |statutaire )?zetel
    (?<!son\s)(?<!le\s)siege social
    sitz der gesellschaft
    (?<!its\s)(?<!whose\s)(?<!with\s)(?<!the\s)registered office
    registered in england
    a capital limite
    au capital de
""")
_SUBJECT = {
    "lease": phrases(r"""
        huurder
        preneur
        locataire
        mieter(?:in)?
        pachter
        tenant
        lessee
    """),
    "power_of_attorney": phrases(r"""
        volmachtgever
        lastgever
        opdrachtgever
        mandant
        vollmachtgeber(?:in)?
        principal
        grantor
        donor
        appointor
    """),
}
_OPPOSITE = {
    "lease": phrases(r"""
        verhuurder
        bailleur(?:esse)?
        proprietaire
        vermieter(?:in)?
        eigenaar
        verpachter
        landlord
        lessor
    """),
    "power_of_attorney": phrases(r"""
        volmachthouder
        volmachtdrager
        gevolmachtigde
        lasthebber
        mandataire
        bevollmachtigter?n?
        (?<!of\s)attorney
        agent
        notaris
        notaire
        notary
    """),
}


def _pattern(subject: str, other: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:(?P<other>{other})|(?P<subject>{subject}))(?![a-z])")


_HEADINGS: dict[str, re.Pattern[str]] = {kind: _pattern(_SUBJECT[kind], _OPPOSITE[kind]) for kind in _TWO_PARTIES}
_HEADINGS |= {kind: _pattern(_CUSTOMER, _ISSUER) for kind in ABOUT_CUSTOMER}
_HEREAFTER = re.compile(
    r"\((?=(?:the\s)?(?:landlord|tenant|lessor|lessee)\))|\((?:the|de|le|la|der|die)?\s?\"|hierna|ci-\s?apres|nachfolgend|im\s?folgenden|hereinafter|hereafter|verder\s?genoemd|denomme|genoemd"
)

_GRANTS_AFTER = re.compile(
    r"[^.;]{0,160}?\b(?:donne(?:nt)?\s(?:[a-z]+\s){0,3}?(?:pouvoirs?|procuration|mandat)|(?:ver|ge)(?:leent|eft)\s"
    r"(?:[a-z]+\s){0,3}?(?:vol)?macht|machtigt|bevollmachtigt|erteilt|appoints?|authori[sz]es)\b"
)
"""Who gives the power is named before the verb."""
_BENEATH = re.compile(r"\n[ \t]*[-–—(\"]+[ \t]*(?P<party>[a-z]{4,24})[ \t]*[-–—)\"]+[ \t]*(?=\n|$)")
"""What a party is called on a line of its own below its introduction: `– Mieterin –`."""
_AMOUNT = re.compile(r"[0-9][.,][0-9]{2}(?![0-9.,])")
"""Between a heading and a value it ends what the heading is about: a table stands there."""

_REACH_ABOVE = 450
_REACH_AFTER = 260
_REACH_ON_LINE, _RIGHT_AFTER = 80, 6
_LINES_OF_BLOCK = 8


def party_at(text: str, start: int, end: int, kind: DocumentType) -> Party | None:
    """Whose the value at `[start, end)` of a folded text is; None where nothing near it says so."""
    if is_of_office(text, start, end):
        return "other"
    headings = _HEADINGS.get(kind)
    if kind in _OF_SOMEBODY_ELSE and in_imprint(text, start, end):
        line_start, _ = line_around(text, start, end)
        return _party(_last(headings, text[line_start:start]) if headings else None) or "other"
    if headings is None:
        return "other" if of_bystander(text, start) else None
    if kind in _TWO_PARTIES and (named := _named_after(text, end, headings)):
        return named
    beneath = _BENEATH.match(text, line_around(text, start, end)[1]) if kind in _TWO_PARTIES else None
    if beneath and (named := _party(headings.search(beneath["party"]))):
        return named
    if kind in _TWO_PARTIES and (named := _on_its_line(text, start, end, headings)):
        return named
    reach = text[max(0, start - _REACH_ABOVE) : start]
    reach = "\n".join(reach.split("\n")[-_LINES_OF_BLOCK:])
    last = _last(headings, reach)
    named = None if last and _AMOUNT.search(reach, last.end()) else _party(last)
    return named or ("subject" if kind == "power_of_attorney" and _GRANTS_AFTER.match(text, end) else None)


def _named_after(text: str, end: int, headings: re.Pattern[str]) -> Party | None:
    after = text[end : end + _REACH_AFTER]
    marker = _HEREAFTER.search(after)
    if marker is None:
        return None
    return _party(headings.search(after, marker.end(), marker.end() + 80))


def _on_its_line(text: str, start: int, end: int, headings: re.Pattern[str]) -> Party | None:
    """The party that its line names: right after it (`… - Vermieter -`), else before it, else further on."""
    line_start, line_end = line_around(text, start, end)
    after = headings.search(text, end, min(line_end, end + _REACH_ON_LINE))
    if after and after.start() - end <= _RIGHT_AFTER:
        return _party(after)
    return _party(_last(headings, text[line_start:start])) or _party(after)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _party(match: re.Match[str] | None) -> Party | None:
    if match is None:
        return None
    return "subject" if match.lastgroup == "subject" else "other"

"""An office with work in it: cases as pages show them, each brought to where it stands by the API alone."""

import asyncio

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from tests import sample_documents
from tests.journey.walking import ANSWERS, DOCX, OpenCase, Upload, Walk, ok

PDF, PNG = "application/pdf", "image/png"

EXTRACT = (
    "Uittreksel uit de Kruispuntbank van Ondernemingen",
    "Ondernemingsnummer: 0711.326.932",
    "Maatschappelijke naam: Zonnewind Logistiek",
    "Rechtsvorm: Besloten vennootschap",
    "Zetel: Kerkstraat 12, 2000 Antwerpen",
    "Begindatum: 3 februari 2023",
    "Bestuurder: Peeters, Jan sinds 3 februari 2023",
)
BILL = (
    "Energierekening",
    "Factuurdatum: 1 november 2026",
    "Klant: Zonnewind Logistiek BV",
    "Leveringsadres: Kerkstraat 14, 2000 Antwerpen",
)
OWNERS = (
    "UBO-verklaring",
    "Vennootschap: Zonnewind Logistiek BV",
    "Uiteindelijke begunstigden",
    "Jan Peeters, 60 %",
    "Maria Claes, 40 %",
    "Opgemaakt te Antwerpen op 2 november 2026",
)
CARD = ("IDENTITY CARD", "Surname: Peeters", "Given names: Jan", "Expiry date: 01.02.2031")
ARTICLES = (
    "STATUTEN van de besloten vennootschap Zonnewind Logistiek",
    "De vennootschap is opgericht op drie februari tweeduizend drieëntwintig.",
    "De zetel is gevestigd te 2000 Antwerpen, Kerkstraat 12.",
    "Tot bestuurder wordt benoemd: de heer Jan Peeters.",
)

TASKS = [
    {
        "description": "Please send a recent bank statement in the name of the company",
        "response_type": "document",
        "document_type": "bank_statement",
        "required": True,
    },
    {"description": "Do you sell to consumers?", "response_type": "yes_no", "required": True},
    {"description": "Where do you keep your stock?", "response_type": "text", "required": False},
]

UNDER_REVIEW: tuple[SimulatedCompany, ...] = (catalogue.GOUDVIS, catalogue.ZILVERMEER, catalogue.STILLE_WATERS)
WITH_THE_CUSTOMER: tuple[SimulatedCompany, ...] = (
    catalogue.NORDLICHT,
    catalogue.HAVENLICHT,
    catalogue.GARANCE,
    catalogue.ALPENQUELL,
    catalogue.BURSZTYN,
)


def papers() -> dict[str, Upload]:
    """What Zonnewind sends: five documents, one of which states another house number."""
    return {
        "certificate_of_incorporation": Upload("Uittreksel KBO.pdf", sample_documents.text_pdf(EXTRACT), PDF),
        "proof_of_business_address": Upload("Energierekening.pdf", sample_documents.text_pdf(BILL), PDF),
        "ubo_declaration": Upload("UBO-verklaring.pdf", sample_documents.text_pdf(OWNERS), PDF),
        "director_id": Upload("identiteitskaart.png", sample_documents.scanned_png(CARD), PNG),
        "articles_of_association": Upload("Statuten.docx", sample_documents.docx_document(ARTICLES), DOCX),
    }


async def full_case(walk: Walk) -> OpenCase:
    """A case with five documents that were read, waiting for its officer."""
    case = await walk.open(catalogue.ZONNEWIND)
    for requirement_id, upload in papers().items():
        ok(await walk.upload(case, requirement_id, upload), 201)
    ok(await walk.submit(case, answers=ANSWERS))
    await walk.until(case, "REVIEW_PENDING")
    return case


async def asked_again(walk: Walk) -> OpenCase:
    """A case whose customer was asked for more."""
    case = await walk.open_under_review(catalogue.ACME_TRADING)
    ok(await walk.decide(case, "follow_up", "The account and the stock are not clear yet.", follow_up_tasks=TASKS))
    return case


async def escalated(walk: Walk) -> OpenCase:
    case = await walk.open_under_review(catalogue.KOPEREN_KETEL)
    ok(await walk.decide(case, "escalate", "Bankrupt, and still trading."))
    return case


async def rejected(walk: Walk) -> OpenCase:
    case = await walk.open_under_review(catalogue.NARANJA_AZUL)
    ok(await walk.decide(case, "reject", "The number is unknown to its country, and nobody explained it."))
    await walk.until_reported(case)
    return case


async def approved(walk: Walk) -> OpenCase:
    case = await walk.open_under_review(catalogue.WILGENROOD)
    ok(await walk.decide(case, "approve", "Every source agrees."))
    await walk.until_reported(case)
    return case


async def busy_office(walk: Walk) -> dict[str, OpenCase]:
    """A case in every state that a queue shows, a few at a time: two cores carry no more."""
    cases = {"full": await full_case(walk), "asked_again": await asked_again(walk)}
    for company in UNDER_REVIEW:
        cases[company.company_name] = await walk.open_under_review(company)
    cases |= {"escalated": await escalated(walk), "rejected": await rejected(walk), "approved": await approved(walk)}
    waiting = await asyncio.gather(*(walk.open(company) for company in WITH_THE_CUSTOMER))
    return cases | {"waiting": waiting[0]}

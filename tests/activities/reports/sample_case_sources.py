"""What every source answered about the company of the sample case, in every way in which a source can answer."""

from collections.abc import Sequence

from schemas.sources import EvidencePiece, FactName, FactValue, SourceAnswer, SourceFact, SourceName, SourceState
from tests.activities.reports.sample_case_parts import CASE_ID, OFFICER, later

S = SourceName

KBO_PAGE = "sha256:" + "b0e1" * 16
VIES_ANSWER = "sha256:" + "4be1" * 16
VIES_FIRST = "sha256:" + "4be0" * 16
NBB_LIST = "sha256:" + "0bb1" * 16
NBB_ACCOUNTS = "sha256:" + "0bb2" * 16
NORTHDATA = "sha256:" + "0da7" * 16
GAZETTE = "sha256:" + "6a2e" * 16
PEPPOL = "sha256:" + "9e99" * 16
SCREENING = "sha256:" + "5c4e" * 16
SCREENING_PERSONS = "sha256:" + "5c4f" * 16
WEBSITE = "sha256:" + "90ad" * 16
WEBSITE_IMPRINT = "sha256:" + "90ae" * 16
WITHHOLDING = "sha256:" + "717b" * 16

DOCUMENT_TYPES = tuple(f"{name}-2" for name in ("Invoice", "CreditNote", "Order", "OrderResponse", "Catalogue"))


def fact(
    name: FactName, value: FactValue, details: dict[str, str] | None = None, data_hash: str | None = None
) -> SourceFact:
    return SourceFact(name=name, value=value, details=details or {}, data_hash=data_hash)


def key(source: SourceName, data_hash: str) -> str:
    return f"{CASE_ID}/evidence/{source.value}-{data_hash[7:19]}.json"


def found(
    source: SourceName, url: str, facts: Sequence[SourceFact], data_hash: str, further: tuple[str, ...] = ()
) -> SourceAnswer:
    pieces = tuple(
        EvidencePiece(data_hash=each, object_key=key(source, each), source_url=f"{url}/{number}")
        for number, each in enumerate(further, start=2)
    )
    return SourceAnswer(
        source=source,
        state="found",
        facts=tuple(facts),
        source_url=url,
        collected_at=later(seconds=2),
        environment="test",
        data_hash=data_hash,
        object_key=key(source, data_hash),
        further=pieces,
    )


def nothing(source: SourceName, state: SourceState, reason: str | None = None, attempt: int = 1) -> SourceAnswer:
    return SourceAnswer(
        source=source,
        state=state,
        reason=reason,
        collected_at=later(seconds=10),
        environment="test",
        attempt=attempt,
    )


def sources() -> dict[SourceName, SourceAnswer]:
    answers = (
        vies(),
        kbo(),
        nbb(),
        gazette(),
        withholding(),
        peppol(),
        nothing(S.GLEIF, "unavailable", "timeout", attempt=4),
        nothing(S.BRREG, "not_applicable", "other_country"),
        northdata(),
        nothing(S.CRUNCHBASE, "not_configured"),
        website(),
        screening(),
    )
    return {answer.source: answer for answer in answers}


def vies() -> SourceAnswer:
    facts = (
        fact("vat_number", "BE0403170701"),
        fact("vat_valid", True),
        fact("vat_consultation_number", "WAPIAAAAY9_x1Q3k"),
        fact("company_name", "ŁUKASIEWICZ EN ZOI DIETHNIS OBMEN BV"),
        fact("registered_address", "Koning Albert II-laan 27\n1030 Schaarbeek"),
    )
    url = "https://ec.europa.eu/taxation_customs/vies/rest-api/check-vat-number"
    return found(S.VIES, url, facts, VIES_ANSWER).model_copy(update={"cached": True})


def earlier_vies() -> SourceAnswer:
    """The answer that the first investigation rested on."""
    return vies().model_copy(
        update={"data_hash": VIES_FIRST, "object_key": key(S.VIES, VIES_FIRST), "collected_at": later(seconds=1)}
    )


def kbo() -> SourceAnswer:
    facts = (
        fact("registration_number", "0403170701", {"as_of": "2026-09-28"}),
        fact("company_name", "Łukasiewicz & Ζωή Διεθνής Обмен NV", {"also": "LZD Обмен; LZD"}),
        fact("legal_form", "Naamloze vennootschap"),
        fact("registered_address", "Wetstraat 16, 1000 Brussel"),
        fact("country", "BE"),
        fact("company_status", "active", {"status": "Actief", "situation": "Normale toestand", "since": "2019-03-18"}),
        fact("incorporation_date", "2019-03-18"),
        fact("establishments", 2),
        fact("email", "info@voorbeeld-handel.example"),
        fact("director", "An Peeters", {"role": "Bestuurder", "since": "2019-03-18", "kind": "person"}),
        fact("director", "Zoí Diethnís", {"role": "Gedelegeerd bestuurder", "since": "2021-06-01", "kind": "person"}),
        fact("director", "0403.199.702", {"role": "Bestuurder", "kind": "company", "number": "0403199702"}),
        fact(
            "activity_code",
            "NACEBEL 47540",
            {"description": "Detailhandel in elektrische huishoudapparaten", "register": "BTW", "since": "2025-01-01"},
        ),
        fact("activity_description", "Detailhandel in elektrische huishoudapparaten", {"code": "NACEBEL 47540"}),
    )
    return found(S.KBO, "https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html", facts, KBO_PAGE)


def nbb() -> SourceAnswer:
    stated = {"rubric": "10/15", "as_of": "2025-12-31"}
    facts = (
        fact("annual_accounts", "2025-12-31", {"deposit_date": "2026-06-30", "model": "m02-f", "currency": "EUR"}),
        fact("annual_accounts", "2024-12-31", {"deposit_date": "2025-07-02", "model": "m02-f", "currency": "EUR"}),
        fact("equity", -48_213, stated, NBB_ACCOUNTS),
        fact("turnover", 1_234_567, {"rubric": "70", "as_of": "2025-12-31"}, NBB_ACCOUNTS),
        fact("employees", 12, {"rubric": "1003", "as_of": "2025-12-31", "fte": "11.6"}, NBB_ACCOUNTS),
        fact("owner", "Stichting Voorbeeld", {"share_percent": "74.5", "kind": "company", "country": "NL"}),
    )
    return found(S.NBB, "https://ws.cbso.nbb.be/authentic/legalEntity", facts, NBB_LIST, (NBB_ACCOUNTS,))


def northdata() -> SourceAnswer:
    facts = (
        fact("company_name", "Łukasiewicz & Zoí Diethnís Obmen NV"),
        fact("company_status", "active"),
        fact("employees", 15, {"date": "2025", "estimate": "true"}),
        fact(
            "director",
            "An Peeters",
            {"role": "Director", "since": "2019-03-18", "kind": "person", "birth_date": "1970-05", "country": "BE"},
        ),
        fact("director", "Jan Nominee", {"role": "Nominee director", "kind": "person", "preliminary": "true"}),
        fact("owner", "An Peeters", {"share_percent": "25.5", "kind": "person", "country": "BE"}),
        fact("registry_flag", "Mass address", {"level": "yellow", "explanation": "212 companies are registered here."}),
    )
    return found(S.NORTHDATA, "https://www.northdata.com/_api/company/v1/company", facts, NORTHDATA)


def gazette() -> SourceAnswer:
    picture = "https://www.ejustice.just.fgov.be/tsv_pdf"
    facts = (
        fact(
            "publication",
            "2026-03-09 ONTSLAGEN - BENOEMINGEN",
            {
                "act": "ONTSLAGEN - BENOEMINGEN",
                "date": "2026-03-09",
                "number": "26031142",
                "url": f"{picture}/26031142.pdf",
            },
        ),
        fact("publication", "2019-03-20 RUBRIEK OPRICHTING", {"number": "19311208", "url": f"{picture}/19311208.pdf"}),
    )
    return found(S.GAZETTE, "https://www.ejustice.just.fgov.be/cgi_tsv/list.pl", facts, GAZETTE)


def peppol() -> SourceAnswer:
    named = {"participant": "iso6523-actorid-upis::0208:0403170701", "said_by": "SML"}
    facts = (fact("peppol_registered", True, named), *(fact("peppol_document_type", name) for name in DOCUMENT_TYPES))
    return found(S.PEPPOL, "https://directory.peppol.eu/search/1.0/json", facts, PEPPOL)


def website() -> SourceAnswer:
    facts = (
        fact("website_url", "https://www.voorbeeld-handel.example"),
        fact("website_final_url", "https://www.voorbeeld-handel.example/nl/"),
        fact("website_accessible", True),
        fact("website_status_code", 200),
        fact("website_title", "Voorbeeld Handel: elektronica voor thuis"),
        fact("website_names_company", False),
        fact(
            "website_certificate",
            "www.voorbeeld-handel.example",
            {"issuer": "Voorbeeld CA", "not_before": "2026-08-01", "not_after": "2026-10-30"},
        ),
        fact(
            "website_legal_page",
            "https://www.voorbeeld-handel.example/nl/colofon",
            {"kind": "imprint"},
            WEBSITE_IMPRINT,
        ),
        fact("website_contact", "info@voorbeeld-handel.example", {"kind": "email"}),
        fact("website_text", "Elektronica voor thuis. " * 200),
    )
    return found(S.WEBSITE, "https://www.voorbeeld-handel.example", facts, WEBSITE, (WEBSITE_IMPRINT,))


def screening() -> SourceAnswer:
    facts = (
        fact("screened", "Łukasiewicz & Ζωή Διεθνής Обмен NV", {"kind": "company", "matches": "0"}),
        fact("screened", "An Peeters", {"kind": "person", "matches": "1"}, SCREENING_PERSONS),
        fact("screened", "Zoí Diethnís", {"kind": "person", "matches": "0"}, SCREENING_PERSONS),
        match("An Peeters", "Anna PEETERS", "0.71", topics="role.pep,poi", entity="Q9900001", is_match=True),
        match("Zoí Diethnís", "Zoi Diethnidou", "0.52", topics="sanction", entity="NK-zoi", is_match=False),
    )
    return found(S.SCREENING, "https://yente.example/match/default", facts, SCREENING, (SCREENING_PERSONS,))


def match(subject: str, caption: str, score: str, *, topics: str, entity: str, is_match: bool) -> SourceFact:
    details = {
        "subject": subject,
        "kind": "person",
        "match": "true" if is_match else "false",
        "score": score,
        "topics": topics,
        "datasets": "be_parliament,eu_fsf",
        "entity_id": entity,
        "birth_date": "1970-05-12",
        "country": "be",
        "matched": "name_literal_match,country_match",
        "contradicted": "" if is_match else "birth_date_disjoint",
    }
    return fact("screening_match", caption, details, SCREENING_PERSONS)


def withholding() -> SourceAnswer:
    """An officer looked it up by hand."""
    return SourceAnswer(
        source=S.WITHHOLDING,
        state="found",
        facts=(
            fact("withholding_social_debt", False),
            fact("withholding_tax_debt", True),
            fact("withholding_valid_until", "2026-12-31"),
        ),
        source_url="https://www.checkobligationderetenue.be/result/0403.170.701",
        collected_at=later(days=4, hours=3),
        environment="test",
        data_hash=WITHHOLDING,
        object_key=f"{CASE_ID}/evidence/withholding-{WITHHOLDING[7:19]}.png",
        recorded_by=OFFICER.id,
    )

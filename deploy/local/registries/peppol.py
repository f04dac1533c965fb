"""PEPPOL over HTTP: the Directory's search and a publisher's ServiceGroups, for the companies that are registered.

Contracts: https://directory.peppol.eu/public/locale-en_US/menuitem-docs-rest-api and PEPPOL's policy for SMP. DNS,
which leads to the publisher, is `dns_server`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from deploy.local.registries.dns_server import PUBLISHER
from deploy.local.registries.rows import RegisterEntry, SimulatedCompany
from deploy.local.registries.troubles import Trouble, troubled
from domain.peppol import PARTICIPANT_SCHEME, participant_id, participant_values
from schemas.sources import SourceName

DIRECTORY = "/peppol-directory"
PUBLISHERS = "/peppol-smp"
MAX_INDEX = 1000
_PAGE_COUNT = 20
_SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd"
_BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
DOCUMENT_TYPES = tuple(f"{_SCHEMA}:{name}-2::{name}##{_BILLING}::2.1" for name in ("Invoice", "CreditNote"))


def routes(companies: Sequence[SimulatedCompany]) -> list[Route]:
    """Each company answers under the first identifier that its numbers make."""
    register = _Register(companies)
    return [
        Route(f"{DIRECTORY}/search/1.0/json", register.search, methods=["GET"]),
        Route(f"{PUBLISHERS}/{{participant}}", register.service_group, methods=["GET"]),
    ]


class _Register:
    def __init__(self, companies: Sequence[SimulatedCompany]) -> None:
        self._rows: Mapping[str, SimulatedCompany] = {
            values[0]: row for row in companies if (values := participant_values(row.company()))
        }

    async def search(self, request: Request) -> Response:
        value = _value(request.query_params.get("participant", ""))
        index = request.query_params.get("resultPageIndex", "0")
        if value is None or not index.isdecimal() or int(index) > MAX_INDEX:
            return PlainTextResponse("No valid query terms were provided", 400)
        row = self._rows.get(value)
        told = row.told_by(SourceName.PEPPOL) if row is not None else None
        if isinstance(told, Trouble):
            return await troubled(told, _result_list(value, row, row.entry if row is not None else None))
        return _result_list(value, row, told)

    async def service_group(self, request: Request) -> Response:
        if not {"text/xml", "*/*"} & {part.split(";")[0].strip() for part in request.headers["Accept"].split(",")}:
            return PlainTextResponse("Not Acceptable", 406)
        value = _value(request.path_params["participant"])
        row = self._rows.get(value) if value is not None else None
        told = row.told_by(SourceName.PEPPOL) if row is not None else None
        if isinstance(told, Trouble):
            return await troubled(told, _service_group(value or "", row.entry if row is not None else None))
        return _service_group(value or "", told)


def _value(participant: str) -> str | None:
    """The value in `iso6523-actorid-upis::0208:0403170701`; None if the text is no such identifier."""
    scheme, _, value = participant.partition("::")
    return value.lower() if scheme == PARTICIPANT_SCHEME and ":" in value else None


def _result_list(value: str, row: SimulatedCompany | None, entry: RegisterEntry | None) -> JSONResponse:
    matches = [_match(value, row, entry)] if row is not None and entry is not None and entry.in_peppol else []
    return JSONResponse(
        {
            "version": "1.0",
            "total-result-count": len(matches),
            "used-result-count": len(matches),
            "result-page-index": 0,
            "result-page-count": _PAGE_COUNT,
            "first-result-index": 0,
            "last-result-index": len(matches) - 1,
            "query-terms": f"participant={participant_id(value)}",
            "creation-dt": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f000Z"),
            "matches": matches,
        }
    )


def _match(value: str, row: SimulatedCompany, entry: RegisterEntry) -> dict[str, object]:
    return {
        "participantID": {"scheme": PARTICIPANT_SCHEME, "value": value},
        "docTypes": [{"scheme": "busdox-docid-qns", "value": identifier} for identifier in DOCUMENT_TYPES],
        "entities": [
            {"name": [{"name": entry.name}], "countryCode": row.country, "regDate": entry.incorporated.isoformat()}
        ],
    }


def _service_group(value: str, entry: RegisterEntry | None) -> Response:
    if entry is None or not entry.in_peppol:
        return PlainTextResponse("There is no such service group", 404)
    participant = f"{PUBLISHER}{quote(participant_id(value), safe='')}"
    references = "".join(
        f"<smp:ServiceMetadataReference href={quoteattr(f'{participant}/services/{_document(identifier)}')}/>"
        for identifier in DOCUMENT_TYPES
    )
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<smp:ServiceGroup xmlns:smp="http://busdox.org/serviceMetadata/publishing/1.0/"'
        ' xmlns:id="http://busdox.org/transport/identifiers/1.0/">'
        f'<id:ParticipantIdentifier scheme="{PARTICIPANT_SCHEME}">{escape(value)}</id:ParticipantIdentifier>'
        f"<smp:ServiceMetadataReferenceCollection>{references}</smp:ServiceMetadataReferenceCollection>"
        "</smp:ServiceGroup>"
    )
    return Response(body, media_type="text/xml")


def _document(identifier: str) -> str:
    return quote(f"busdox-docid-qns::{identifier}", safe="")

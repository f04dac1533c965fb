"""What can be chosen when a case is opened."""

from pydantic import RootModel
from starlette.requests import Request
from starlette.responses import Response

from domain.countries import EEA_COUNTRIES
from gateway.access import officers
from gateway.answers import json_answer
from gateway.services import services
from runtime.api_keys import Principal
from schemas.officer_api import CountryItem, TemplateItem


@officers("read")
async def countries(request: Request, principal: Principal) -> Response:
    items = tuple(CountryItem(code=code, name=name) for code, name in EEA_COUNTRIES.items())
    return json_answer(RootModel[tuple[CountryItem, ...]](items))


@officers("read")
async def templates(request: Request, principal: Principal) -> Response:
    items = tuple(
        TemplateItem(
            id=template.id,
            name=template.name,
            description=template.description,
            document_count=len(template.document_requirements),
            question_count=len(template.questions),
        )
        for template in services(request).templates.values()
    )
    return json_answer(RootModel[tuple[TemplateItem, ...]](items))

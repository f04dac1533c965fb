"""What can be chosen when a case is opened, and when a merchant category is decided."""

from functools import cache

from pydantic import RootModel
from starlette.requests import Request
from starlette.responses import Response

from domain.countries import EEA_COUNTRIES
from domain.mcc.codes import all_codes, wordings
from gateway.access import officers
from gateway.answers import json_answer
from gateway.problems import ApiError
from gateway.services import services
from runtime.api_keys import Principal
from schemas.officer_api import CountryItem, TemplateItem
from schemas.reference_api import MccCodeItem


@officers("read")
async def countries(request: Request, principal: Principal) -> Response:
    items = tuple(CountryItem(code=code, name=name) for code, name in EEA_COUNTRIES.items())
    return json_answer(RootModel[tuple[CountryItem, ...]](items))


@officers("read")
async def mcc_codes(request: Request, principal: Principal) -> Response:
    return json_answer(_mcc_codes())


@cache
def _mcc_codes() -> RootModel[tuple[MccCodeItem, ...]]:
    """The same for everybody, and for as long as this process runs."""
    return RootModel[tuple[MccCodeItem, ...]](tuple(_mcc_code(code) for code in all_codes()))


def _mcc_code(code: str) -> MccCodeItem:
    """Of several wordings with the same letters, the first."""
    worded: dict[str, str] = {}
    for text in wordings(code):
        worded.setdefault("".join(filter(str.isalnum, text.casefold())), text)
    first, *others = worded.values()
    return MccCodeItem(mcc_code=code, description=first, also=tuple(others))


@officers("read")
async def template(request: Request, principal: Principal) -> Response:
    """As cases that are opened now carry it. A case of before has the one of its day."""
    named = request.path_params["template_id"]
    found = services(request).templates.get(named)
    if found is None:
        raise ApiError("template_not_found", f"there is no template {named!r}; GET /api/templates lists them")
    return json_answer(found)


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

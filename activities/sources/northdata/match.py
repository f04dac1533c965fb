"""Whether NorthData's answer is about the company that was asked for. A best match is not yet the right one."""

import re
from dataclasses import replace
from itertools import chain

from activities.sources.northdata.answer import Company as ToldCompany
from activities.sources.northdata.answer import Register
from activities.sources.northdata.facts import register_country, stated_country
from activities.sources.northdata.numbers import RegisterId, register_id
from domain.naming import compare_names, folded
from schemas.company import Company


def is_about(told: ToldCompany, asked: Company, number: RegisterId | None) -> bool:
    """Whether the answer is about the company that was asked for: by its number where both are known, of now or of
    before it moved; else by its name. The name of a company with the right number is the officer's to compare."""
    if register_country(told) not in (None, asked.country):
        return False
    alike = any(compare_names(asked.company_name, name) != "different" for name in _names(told))
    if number is None:
        same = any(_same_writing(asked.company_registration_number, each.id) for each in _registers(told))
        return same or (alike and stated_country(told) in (None, asked.country))
    known = [found for each in _registers(told) if (found := _register_id(each, asked.country)) is not None]
    if not known:
        return alike and stated_country(told) in (None, asked.country)
    return any(number.number == each.number and (alike or _decides(number, each, asked.country)) for each in known)


def _names(told: ToldCompany) -> list[str]:
    former = [each.name.name for each in (told.history.names if told.history else ()) if each.name]
    return [told.name.name, *([told.raw_name] if told.raw_name else []), *former]


def _registers(told: ToldCompany) -> list[Register]:
    former = (each.register_entry for each in (told.history.registers if told.history else ()))
    return [each for each in chain((told.register_entry,), former) if each is not None]


def _register_id(register: Register, country: str) -> RegisterId | None:
    found = register_id(register.id or "", country)
    return replace(found, court=register.city or found.court) if found and country == "DE" else found


def _decides(asked: RegisterId, told: RegisterId, country: str) -> bool:
    """Whether the number alone tells companies apart: in Germany only together with its court."""
    return country != "DE" or bool(asked.court and told.court and folded(asked.court) == folded(told.court))


def _same_writing(typed: str | None, stated: str | None) -> bool:
    """For numbers whose form we do not know."""
    bare = [re.sub(r"\W", "", text).upper() for text in (typed or "", stated or "")]
    return bare[0] == bare[1] != ""

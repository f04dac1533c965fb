"""What a template may leave a gap for, and which fact it states there. What states none is a distractor."""

from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from tests.documents.companies import FIRST, LAST, Company, a_company, a_vat_number, an_iban
from tests.documents.dates import a_writing, in_words, written

TODAY: Final = date(2026, 3, 2)
"""The day on which all of them are being looked at."""


class Gap(NamedTuple):
    text: str
    states: tuple[tuple[str, str], ...] = ()
    """Features, and their true values."""


def gaps(chance: Random, language: str, country: str) -> dict[str, Gap]:
    company = a_company(chance, language, country)
    other = a_company(chance, language, country)
    return {
        **_company(company),
        **_people(chance, company),
        **_dates(chance, company),
        **_distractors(chance, company, other),
    }


def _company(company: Company) -> dict[str, Gap]:
    named = (("company_name", company.name), ("legal_form", company.form))
    seat = (("registered_address", company.address),)
    return {
        "name": Gap(company.name, named),
        "NAME": Gap(company.name.upper(), named),
        "core": Gap(company.core, (("company_name", company.core),)),
        "form": Gap(company.form, named[1:]),
        "form_words": Gap(company.form_words, named[1:]),
        "holder": Gap(company.name, (("account_holder", company.name), *named)),
        "number": Gap(company.number, (("registration_number", company.number),)),
        "digits": Gap(company.number.replace(".", "").replace(" ", ""), (("registration_number", company.number),)),
        "vat": Gap(company.vat, (("vat_number", company.vat),)),
        "address": Gap(company.address, seat),
        "street": Gap(company.street, seat),
        "town": Gap(company.town, seat),
        "seat": Gap(company.town.lstrip("0123456789L- ")),
        "iban": Gap(company.iban, (("iban", company.iban),)),
        "IBAN": Gap(company.iban.replace(" ", ""), (("iban", company.iban),)),
    }


def _people(chance: Random, company: Company) -> dict[str, Gap]:
    comma = "." if company.language == "en" else ","
    found = {}
    for number, (given, family) in enumerate(company.directors, start=1):
        states = (("director", f"{given} {family}"),)
        found[f"d{number}"] = Gap(f"{given} {family}", states)
        found[f"D{number}"] = Gap(f"{family.upper()} {given}", states)
        found[f"given{number}"], found[f"family{number}"] = Gap(given, states), Gap(family, states)
    for number, ((given, family), share) in enumerate(zip(company.owners, company.shares, strict=True), start=1):
        states = (("beneficial_owner", f"{given} {family}"),)
        found[f"u{number}"] = Gap(f"{given} {family}", states)
        found[f"U{number}"] = Gap(f"{family.upper()} {given}", states)
        found[f"s{number}"] = Gap(share.replace(".", comma) + chance.choice(("%", " %")))
    return found


def _dates(chance: Random, company: Company) -> dict[str, Gap]:
    language, writing = company.language, a_writing(chance, company.language)
    founded = date(1994, 1, 1) + timedelta(days=chance.randint(0, 11_000))
    issued = TODAY - timedelta(days=chance.randint(3, 240))
    expires = TODAY + timedelta(days=chance.randint(60, 3_000))
    found = {}
    for name, day, feature in (
        ("founded", founded, "incorporation_date"),
        ("date", issued, "document_date"),
        ("expiry", expires, "expiry_date"),
    ):
        states = ((feature, day.isoformat()),)
        found[name] = Gap(written(day, writing, language), states)
        found[f"{name}_words"] = Gap(in_words(day, language), states)
    deed = (("incorporation_date", founded.isoformat()), ("document_date", founded.isoformat()))
    found["deed"] = Gap(written(founded, writing, language), deed)
    found["deed_words"] = Gap(in_words(founded, language), deed)
    for number in (1, 2, 3):
        born = date(1950, 1, 1) + timedelta(days=chance.randint(0, 18_000))
        found[f"born{number}"] = Gap(written(born, writing, language))
        past = issued - timedelta(days=chance.randint(1, 90))
        found[f"past{number}"] = Gap(written(past, writing, language))
        later = issued + timedelta(days=chance.randint(8, 40))
        found[f"later{number}"] = Gap(written(later, writing, language))
    found["mrz1"], found["mrz2"] = _mrz(chance, company, expires)
    found["year"] = Gap(str(issued.year - 1))
    return found


def _mrz(chance: Random, company: Company, expires: date) -> tuple[Gap, Gap]:
    """The two lines of a passport (ICAO 9303, TD3) with their check digits, of a person who is nobody's director."""
    country = {"BE": "BEL", "NL": "NLD", "FR": "FRA", "DE": "D<<", "GB": "GBR", "LU": "LUX"}[company.country]
    number = "".join(chance.choice("CFGHJKLMNPRTVWXYZ0123456789") for _ in range(9))
    born, ends = f"{chance.randint(60, 99)}0714", expires.strftime("%y%m%d")
    personal = "<" * 14
    checked = [number + _check(number), born + _check(born), ends + _check(ends), personal + "0"]
    composite = _check("".join(checked))
    first = f"P<{country}VOORBEELD<<ALEX<MARIA".ljust(44, "<")
    return Gap(first), Gap(f"{checked[0]}{country}{checked[1]}F{checked[2]}{checked[3]}{composite}")


def _check(text: str) -> str:
    def value(character: str) -> int:
        return 0 if character == "<" else int(character, 36)

    return str(sum(value(character) * (7, 3, 1)[place % 3] for place, character in enumerate(text)) % 10)


def _distractors(chance: Random, company: Company, other: Company) -> dict[str, Gap]:
    language = company.language
    found = {
        "their_name": Gap(other.name),
        "their_core": Gap(other.core),
        "their_number": Gap(other.number),
        "their_vat": Gap(a_vat_number(chance, company.country)),
        "their_address": Gap(other.address),
        "their_street": Gap(other.street),
        "their_town": Gap(other.town),
        "their_iban": Gap(an_iban(chance, company.country)),
        "their_iban2": Gap(an_iban(chance, company.country)),
        "siret": Gap(f"{company.number} {chance.randint(10, 99):05d}"),
    }
    for number in (1, 2, 3):
        found[f"x{number}"] = Gap(f"{chance.choice(FIRST[language].split())} {_another(chance, company)}")
        found[f"ref{number}"] = Gap(str(chance.randint(10_000_000, 99_999_999)))
        found[f"few{number}"] = Gap(str(chance.randint(2, 980)))
        euros, cents = chance.randint(12, 48_000), chance.randint(0, 99)
        found[f"amount{number}"] = Gap(f"{euros:,}.{cents:02d}" if language == "en" else _continental(euros, cents))
    return found


def _another(chance: Random, company: Company) -> str:
    taken = {family for _, family in (*company.directors, *company.owners)}
    return chance.choice([family for family in LAST[company.language].split("|") if family not in taken])


def _continental(euros: int, cents: int) -> str:
    return f"{euros:,}".replace(",", ".") + f",{cents:02d}"

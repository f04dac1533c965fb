"""The tables of the documentation that follow from the code: `python -m docs.tables` writes them where they belong.

A test says when they are no longer current.
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from activities.sources.all_sources import all_sources
from activities.sources.source import Source
from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from deploy.local.settings import LocalSettings
from domain.look_ups import COUNTRIES
from gateway.openapi.meanings import ERROR_MEANING
from gateway.problems import STATUS
from runtime.http import create_session
from runtime.settings import Settings
from schemas.sources import SOURCE_LABELS

REPOSITORY = Path(__file__).resolve().parent.parent

COMPANIES_WORTH_TRYING: tuple[SimulatedCompany, ...] = (
    catalogue.ACME_TRADING,
    catalogue.ZONNEWIND,
    catalogue.NORDLICHT,
    catalogue.NARANJA_AZUL,
    catalogue.ALPENQUELL,
    catalogue.VENTOMARE,
    catalogue.BURSZTYN,
    catalogue.MODRY_KAMEN,
    catalogue.KOPEREN_KETEL,
    catalogue.STILLE_WATERS,
    catalogue.ZILVERMEER,
    catalogue.GOUDVIS,
    catalogue.STORMLIJN,
)


class Table(NamedTuple):
    """One generated table: it stands in its file between two comments that name it."""

    name: str
    file: str
    lines: tuple[str, ...]


def tables() -> tuple[Table, ...]:
    return (
        Table("settings", "docs/configuration.md", tuple(_settings(Settings))),
        Table("local settings", "docs/configuration.md", tuple(_settings(LocalSettings))),
        Table("errors", "docs/errors.md", tuple(_errors())),
        Table("companies", "README.md", tuple(_companies())),
        Table("sources", "docs/sources.md", tuple(_sources())),
    )


def with_table(text: str, table: Table) -> str:
    """The text with this table in its place. Raises ValueError if it has no place for it."""
    begin, end = f"<!-- table: {table.name} -->\n", "<!-- end of table -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{table.file} has no place for the table of {table.name}")
    lines = "\n".join(table.lines)
    return f"{before}{begin}{lines}\n{end}{after}"


def _settings(settings: type[BaseSettings]) -> Iterator[str]:
    yield from _heading("Variable", "Default", "Meaning")
    prefix = settings.model_config.get("env_prefix") or ""
    for name, field in settings.model_fields.items():
        yield _row(f"`{prefix}{name.upper()}`", _default(field), _meaning(name, field))


def _default(field: FieldInfo) -> str:
    if field.default is PydanticUndefined:
        return "required"
    if field.default in (None, ""):
        return "none"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def _meaning(name: str, field: FieldInfo) -> str:
    if not field.description:
        raise ValueError(f"setting {name} has no description; add one to its Field")
    options = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
    return f"{field.description} ({', '.join(f'`{option}`' for option in options)})" if options else field.description


def _errors() -> Iterator[str]:
    yield from _heading("Status", "Code", "Meaning, and what to do")
    for code, status in sorted(STATUS.items(), key=lambda item: item[1]):
        if code not in ERROR_MEANING:
            raise ValueError(
                f"error code {code} has no meaning; say in gateway/openapi/meanings.py what to do about it"
            )
        yield _row(str(status), f"`{code}`", ERROR_MEANING[code])


def _companies() -> Iterator[str]:
    yield from _heading("Company", "Country", "VAT number", "Website", "What its case shows")
    for row in COMPANIES_WORTH_TRYING:
        company = row.company()
        site = (company.website_url or "").removeprefix("https://")
        yield _row(row.company_name, row.country, f"`{row.vat_number}`", f"`{site}`", row.story)


def _sources() -> Iterator[str]:
    """What is asked about whose companies, and on which terms."""
    yield from _heading(
        "Source", "Name", "Countries", "Look-ups a second", "Answers used again for", "Left alone when down"
    )
    for source in asyncio.run(_built()):
        yield _row(
            SOURCE_LABELS[source.name],
            f"`{source.name}`",
            ", ".join(sorted(COUNTRIES.get(source.name, {"all"}))),
            f"{source.terms.per_second:g}",
            _kept(source),
            "yes" if source.terms.one_host else "no: it asks many hosts",
        )


async def _built() -> tuple[Source, ...]:
    """The sources as a worker without any setting of its own has them."""
    stores = {"postgres_dsn": "-", "s3_endpoint": "-", "s3_access_key": "-", "s3_secret_key": "-", "secret": "-" * 32}
    async with create_session() as http:
        return all_sources(http, Settings.model_validate(stores))


def _kept(source: Source) -> str:
    kept = source.terms.kept_for
    return "never" if kept is None else "1 day" if kept.days == 1 else f"{kept.days} days"


def _heading(*names: str) -> Sequence[str]:
    return _row(*names), _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _write(found: Iterable[Table]) -> None:
    for table in found:
        path = REPOSITORY / table.file
        path.write_text(with_table(path.read_text(encoding="utf-8"), table), encoding="utf-8")


if __name__ == "__main__":
    _write(tables())

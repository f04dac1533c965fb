"""The tables of the documentation that follow from the code: `python -m docs.tables` writes them where they belong.

A test says when they are no longer current.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from pydantic_settings import BaseSettings

from deploy.local.registries import catalogue
from deploy.local.registries.rows import SimulatedCompany
from deploy.local.settings import LocalSettings
from gateway.problems import STATUS
from runtime.settings import Settings
from schemas.errors import ErrorCode

REPOSITORY = Path(__file__).resolve().parent.parent

ERROR_MEANING: Mapping[ErrorCode, str] = {
    "invalid_json": "The body is not JSON. Send a JSON object.",
    "file_empty": "The uploaded file has no bytes. Choose it again.",
    "report_not_available": "There is no report before the case is `APPROVED` or `REJECTED`.",
    "credential_missing": "Send the key as `Authorization: Bearer <key>`.",
    "credential_invalid": "The key is unknown, expired or revoked. Ask an administrator.",
    "role_not_allowed": "The role of the key, or of whoever decides, may not do this now.",
    "deletion_disabled": "Cases are kept here. Deletion is for development; a setting allows it.",
    "not_found": "There is nothing at this path.",
    "case_not_found": "No case of your organisation has this id.",
    "document_not_found": "The case has no object with this key.",
    "portal_not_found": "The portal link is not valid.",
    "method_not_allowed": "The path exists, the method does not.",
    "case_moved": "The case changed since it was read. Read it again and decide on what it says now.",
    "wrong_state": "The case is in a status that does not allow this. `detail` says which.",
    "max_iterations_reached": "The customer was asked as often as the template allows. Approve, reject or escalate.",
    "too_many_documents": "The case has as many documents as it takes. The officer has to go on from here.",
    "already_assigned": "Somebody else has the case. Ask them to release it, or send `take_over`.",
    "unknown_mcc": "Not a merchant category code of ISO 18245.",
    "worker_unavailable": "No worker answered in time. Try again; what was computed meanwhile is not lost.",
    "no_mcc_classification": "There is nothing to accept or reject. Override names a code.",
    "portal_expired": "The portal link has expired. Ask the company that sent it for a new one.",
    "body_too_large": "The request is larger than any this API takes.",
    "file_too_large": "The uploaded file is larger than 20 MB.",
    "invalid_body": "A member of the body does not fit. `field` names it.",
    "invalid_parameter": "A query parameter or header does not fit. `field` names it.",
    "unsupported_country": "Not a country of the EEA. `GET /api/countries` lists them.",
    "unknown_template": "`GET /api/templates` lists the templates there are.",
    "reason_required": "This decision needs a reason.",
    "answer_required": "The customer's submission lacks an answer. `field` names it.",
    "invalid_answer": "An answer of the customer does not fit its question, or there is none. `field` names it.",
    "unknown_requirement": "No document is asked for under this id now.",
    "file_missing": "Send the document as a multipart file named `file`.",
    "unsupported_document_type": "By its content, the file is not a document that is accepted here.",
    "idempotency_key_reused": "This `Idempotency-Key` came with another body before. Use a new one.",
    "internal_error": "A defect on our side. Report it with its `request_id`.",
    "store_unavailable": "Temporal, Postgres or the object store is away. Nothing was lost; try again.",
    "report_not_ready": "The report is being written. Try again in a few seconds.",
}

COMPANIES_WORTH_TRYING: tuple[SimulatedCompany, ...] = (
    catalogue.ACME_TRADING,
    catalogue.ZONNEWIND,
    catalogue.NORDLICHT,
    catalogue.NARANJA_AZUL,
    catalogue.ALPENQUELL,
    catalogue.VENTOMARE,
    catalogue.BURSZTYN,
    catalogue.MODRY_KAMEN,
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
            raise ValueError(f"error code {code} has no meaning in docs/tables.py; say there what to do about it")
        yield _row(str(status), f"`{code}`", ERROR_MEANING[code])


def _companies() -> Iterator[str]:
    yield from _heading("Company", "Country", "VAT number", "Website", "What its case shows")
    for row in COMPANIES_WORTH_TRYING:
        company = row.company()
        site = (company.website_url or "").removeprefix("https://")
        yield _row(row.company_name, row.country, f"`{row.vat_number}`", f"`{site}`", row.story)


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

"""From a report request to the bytes of a PDF, by the Typst compiler.

Whatever somebody typed reaches the template as data, never as markup: a company named `#read("/etc/passwd")` is printed
under that name. The compiler's root is the template folder, so nothing else can be read.
"""

import json
from datetime import datetime
from pathlib import Path

import typst

from activities.reports.fonts import EMBEDDED_FONTS, STANDARDS
from activities.reports.printable import printable
from activities.reports.request import ReportRequest
from activities.reports.sections import build_content, final_decision

TEMPLATE = Path(__file__).parent / "template"
SECRET_MEMBERS = {"opening": {"portal_token", "portal_url"}}
"""The key to the portal is not evidence, and a report is passed around."""


def typeset(request: ReportRequest) -> bytes:
    """The report as PDF/A-3a and PDF/UA-1. The same request gives the same bytes. Blocking: a fraction of a second."""
    decision = final_decision(request.record)
    dated = decision.decided_at if decision else request.record.updated_at
    content = json.dumps(printable(build_content(request).model_dump(mode="json")))
    return compiled("report.typ", dated, {"content": content, "case_file": case_file(request)})


def compiled(template: str, dated: datetime, inputs: dict[str, str]) -> bytes:
    """A template with its inputs as PDF/A-3a and PDF/UA-1, dated that moment so that the same gives the same bytes."""
    pdf = typst.compile(
        TEMPLATE / template,
        root=TEMPLATE,
        font_paths=EMBEDDED_FONTS,
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
        timestamp=int(dated.timestamp()),
        sys_inputs=inputs,
    )
    if not isinstance(pdf, bytes):
        raise TypeError(f"the compiler gave {type(pdf).__name__} instead of one PDF")
    return pdf


def case_file(request: ReportRequest) -> str:
    """The case as JSON, for machines: everything the report was made from, without the portal's key."""
    content = {
        "record": request.record.model_dump(mode="json", exclude=SECRET_MEMBERS),
        "profile": request.profile.model_dump(mode="json"),
        "events": [event.model_dump(mode="json") for event in request.events],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)

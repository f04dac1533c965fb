"""The figures in words and columns, and as one line of JSON."""

import json

from bench.extraction.measuring import Kind, Result
from bench.extraction.scores import Score


def tables(result: Result, *, wrong: bool = False) -> str:
    """For people: precision and recall by feature, of digital documents and of scans."""
    parts = [
        _table(title, kind)
        for title, kind in (("digital text", result.digital), ("scans and photographs", result.scanned))
        if kind.documents
    ]
    if result.unread:
        parts.append("not read, or not whole:\n" + "\n".join(f"  {line}" for line in result.unread))
    if wrong:
        parts += [line for kind in (result.digital, result.scanned) for line in kind.total().examples]
    if result.pdf_pages:
        parts.append(
            f"digital PDF: {result.pdf_pages} pages, {_per_second(result.pdf_pages, result.pdf_seconds):.1f} pages/s, "
            f"text library alone {_per_second(result.pdf_pages, result.bare_seconds):.1f} pages/s, "
            f"ratio {_ratio(result):.2f}"
        )
    return "\n\n".join(parts)


def figures(result: Result) -> dict[str, float | int | None]:
    whole = result.digital.total()
    whole.add(result.scanned.total())
    return {
        "documents": result.digital.documents + result.scanned.documents,
        "precision": _rounded(whole.precision),
        "recall": _rounded(whole.recall),
        "pages_per_s": round(_per_second(result.digital.pages, result.digital.seconds), 2),
        "ratio_to_bare_text": round(_ratio(result), 3) if result.pdf_pages else None,
    }


def closing_line(result: Result) -> str:
    return json.dumps(figures(result))


def _table(title: str, kind: Kind) -> str:
    lines = [
        f"{title}: {kind.documents} documents, {kind.pages} pages, "
        f"{_per_second(kind.pages, kind.seconds):.1f} pages/s, {kind.right_types} of the right type",
        f"  {'feature':<22}{'right':>7}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}",
    ]
    lines += [_line(name, part) for name, part in kind.scores.items()]
    return "\n".join([*lines, _line("all", kind.total())])


def _line(name: str, part: Score) -> str:
    columns = f"{part.right:>7}{part.wrong:>7}{part.missed:>8}{_shown(part.precision):>11}{_shown(part.recall):>8}"
    return f"  {name:<22}{columns}"


def _shown(share: float | None) -> str:
    return "—" if share is None else f"{share:.3f}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _per_second(pages: int, seconds: float) -> float:
    return pages / seconds if seconds else 0.0


def _ratio(result: Result) -> float:
    return result.pdf_seconds / result.bare_seconds if result.bare_seconds else 0.0

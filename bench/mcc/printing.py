"""The figures in words and columns, and as one line of JSON."""

import json
from collections.abc import Callable, Sequence

from bench.mcc.items import Item
from bench.mcc.measuring import Measured, Result
from bench.mcc.scores import SHOWN, Answered, calibration_error, precision, recall, top

_HEADING = f"{'':<26}{'n':>6}{'top 1':>8}{'top 5':>8}{'risk recall':>13}{'risk precision':>16}{'ece':>8}{'ms':>8}"


def tables(result: Result) -> str:
    """For people: ours and the baselines over all texts, then ours by language and by source."""
    lines = [_HEADING, *(_line(each.name, each.answered, each.ms) for each in (result.ours, *result.baselines))]
    lines += _by("language", result, lambda item: item.lang)
    if any(item.source for item in result.items):
        lines += _by("source", result, lambda item: item.source or "(none)")
    lines.append(f"start-up: {result.start_seconds:.1f} s, before the first text")
    return "\n".join([*lines, *result.notes])


def figures(result: Result) -> dict[str, float | int | None]:
    answered = result.ours.answered
    return {
        "n": len(answered),
        "top1": _rounded(top(answered, 1)),
        "top5": _rounded(top(answered, SHOWN)),
        "high_risk_recall": _rounded(recall(answered)),
        "high_risk_precision": _rounded(precision(answered)),
        "ece": _rounded(calibration_error(answered)),
        "ms": _rounded(result.ours.ms),
    }


def closing_line(result: Result) -> str:
    return json.dumps(figures(result))


def row_cells(measured: Measured) -> tuple[str, ...]:
    """Name, top 1, top 5, recall and precision of the flag, calibration error, milliseconds."""
    return (measured.name, *map(_shown, _shares(measured.answered)), _milliseconds(measured.ms))


def _by(what: str, result: Result, key: Callable[[Item], str]) -> list[str]:
    keys = [key(item) for item in result.items]
    groups = {
        name: [answered for answered, own in zip(result.ours.answered, keys, strict=True) if own == name]
        for name in sorted(set(keys))
    }
    return [f"by {what}", *(_line(f"  {name}", answered, None) for name, answered in groups.items())] if groups else []


def _line(name: str, answered: Sequence[Answered], ms: float | None) -> str:
    first, five, found, precise, error = map(_shown, _shares(answered))
    counted = f"{name:<26}{len(answered):>6}{first:>8}{five:>8}{found:>13}{precise:>16}{error:>8}"
    return f"{counted}{_milliseconds(ms):>8}"


def _shares(answered: Sequence[Answered]) -> tuple[float | None, ...]:
    return (top(answered, 1), top(answered, SHOWN), recall(answered), precision(answered), calibration_error(answered))


def _shown(share: float | None) -> str:
    return "—" if share is None else f"{share:.3f}"


def _milliseconds(ms: float | None) -> str:
    return "—" if ms is None else f"{ms:.2f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

"""What a row says: a table for people and figures for programs."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

Figures: TypeAlias = "Mapping[str, float | Figures]"


@dataclass(frozen=True)
class Row:
    """One measurement, done."""

    name: str
    about: str
    table: Sequence[Sequence[str]]
    """Its first line is the heading."""
    figures: Figures


@dataclass(frozen=True)
class Latency:
    """How long a call took, over its samples, in milliseconds."""

    n: int
    p50: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Latency":
        return cls(
            n=len(seconds), p50=round(percentile(seconds, 50) * 1000, 2), p95=round(percentile(seconds, 95) * 1000, 2)
        )

    def figures(self) -> dict[str, float]:
        return {"n": self.n, "p50_ms": self.p50, "p95_ms": self.p95}

    def cells(self) -> tuple[str, str, str]:
        return str(self.n), f"{self.p50:.1f}", f"{self.p95:.1f}"


@dataclass(frozen=True)
class BesideClient:
    """The same thing done through the gateway and by Temporal's own client."""

    gateway: Latency
    client: Latency

    HEADING: ClassVar = ("side", "n", "p50 ms", "p95 ms", "ratio of medians")

    @property
    def ratio(self) -> float:
        return self.gateway.p50 / self.client.p50

    def lines(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return (
            ("gateway (HTTP)", *self.gateway.cells(), f"{self.ratio:.2f}"),
            ("Temporal client", *self.client.cells(), ""),
        )

    def figures(self) -> Figures:
        return {
            "gateway": self.gateway.figures(),
            "client": self.client.figures(),
            "ratio_of_medians": round(self.ratio, 3),
        }


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least this share of the values does not exceed (nearest rank)."""
    if not values:
        raise ValueError("there are no samples")
    rank = max(1, math.ceil(len(values) * percent / 100))
    return sorted(values)[rank - 1]


def printable(row: Row) -> str:
    """The row as text: its name, what it means, and its table in aligned columns."""
    widths = [max(len(line[column]) for line in row.table) for column in range(len(row.table[0]))]
    lines = [f"{row.name}: {row.about}"]
    for line in row.table:
        first, *others = zip(line, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
        lines.append("  " + "   ".join(cells).rstrip())
    return "\n".join(lines)

"""Figures are what they are called."""

import pytest

from bench.figures import BesideClient, Latency, Row, percentile, printable


@pytest.mark.parametrize(("percent", "expected"), [(50, 3.0), (95, 5.0), (20, 1.0), (1, 1.0), (100, 5.0)])
def test_a_percentile_is_one_of_the_samples(percent: float, expected: float) -> None:
    assert percentile([5.0, 1.0, 4.0, 2.0, 3.0], percent) == expected


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 50)


def test_latencies_are_told_in_milliseconds() -> None:
    assert Latency.of([0.010, 0.020, 0.0301]).figures() == {"n": 3, "p50_ms": 20.0, "p95_ms": 30.1}


def test_the_gateway_is_told_beside_the_client_as_a_ratio_of_medians() -> None:
    beside = BesideClient(gateway=Latency(n=2, p50=12.0, p95=30.0), client=Latency(n=2, p50=10.0, p95=11.0))
    assert [line[-1] for line in beside.lines()] == ["1.20", ""]
    assert beside.figures() == {
        "gateway": {"n": 2, "p50_ms": 12.0, "p95_ms": 30.0},
        "client": {"n": 2, "p50_ms": 10.0, "p95_ms": 11.0},
        "ratio_of_medians": 1.2,
    }


def test_a_table_is_printed_in_columns() -> None:
    row = Row("round_trip", "there and back", [("side", "ms"), ("gateway", "7"), ("client", "12")], {})
    assert printable(row).splitlines() == [
        "round_trip: there and back",
        "  side      ms",
        "  gateway    7",
        "  client    12",
    ]

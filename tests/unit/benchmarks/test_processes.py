"""What the benchmark of processes makes of its figures."""

from __future__ import annotations

from benchmarks.processes import ALONE, BESIDE, Measurement, format_latencies, format_throughput
from benchmarks.requests import Operation

READS = [Operation("albums", "GET", "/api/v1/albums")]


def test_throughput_is_compared_within_a_round() -> None:
    one = Measurement(rates=[100.0, 10.0, 50.0], cpu=[2000.0, 2500.0, 2400.0])
    two = Measurement(rates=[170.0, 18.0, 80.0], cpu=[2100.0, 2600.0, 2200.0])
    table = format_throughput({("albums", "1"): one, ("albums", "2"): two}, READS, markdown=True)
    cells = [cell.strip() for cell in table.splitlines()[2].strip("| ").split("|")]
    assert cells == ["albums", "50 (10–100)", "80 (18–170)", "1.70 (1.60–1.80)", "2400 (2000–2500)", "2200 (2100–2600)"]


def test_latencies_are_multiples_of_those_without_workers() -> None:
    measured = {
        ("albums", variant): Measurement(p99=[10.0 * factor, 20.0 * factor], latencies=[float(factor)] * 3)
        for factor, variant in enumerate(BESIDE, start=1)
    }
    table = format_latencies(measured, READS, markdown=False).splitlines()
    assert len(table) == 1 + len(BESIDE)
    assert table[1].split()[-2:] == ["1.0", "(1.0–1.0)"]
    assert ALONE in table[1]
    assert table[3].split()[-2:] == ["3.0", "(3.0–3.0)"]

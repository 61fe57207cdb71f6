"""Metrics of several processes, added up."""

from __future__ import annotations

import pickle

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector

from platemark.system.metric_sums import add_up, lasting
from platemark.system.metrics import HttpMetrics

CALLS = [("getAlbum", 200, 0.004), ("getAlbum", 404, 0.02), ("listAlbums", 200, 3.0), (None, 404, 30.0)]


class Collected(Collector):
    def __init__(self, metrics: list[Metric]) -> None:
        self.metrics = metrics

    def collect(self) -> list[Metric]:
        return self.metrics


def values(metrics: list[Metric]) -> dict[str, float]:
    """The samples of the text that a scrape would get."""
    registry = CollectorRegistry()
    registry.register(Collected(metrics))
    families = text_string_to_metric_families(generate_latest(registry).decode())
    samples = [sample for family in families for sample in family.samples]
    return {f"{it.name} {sorted(it.labels.items())}": it.value for it in samples}


def observe(*calls: tuple[str | None, int, float], streams: int) -> list[Metric]:
    metrics = HttpMetrics()
    for call in calls:
        metrics(*call)
    metrics.watch_streams(lambda: streams)
    return list(metrics.collect())


def test_the_sum_of_two_processes_is_what_one_would_have_counted() -> None:
    parts = [observe(*CALLS, streams=2), observe(*CALLS[:2], *CALLS[:1], streams=3), observe(streams=0)]
    whole = observe(*CALLS, *CALLS[:2], *CALLS[:1], streams=5)
    assert values(add_up(pickle.loads(pickle.dumps(parts)))) == values(whole)
    assert values(add_up([add_up(parts[:2]), parts[2]])) == values(whole)


def test_what_has_happened_outlasts_a_process_and_what_it_has_open_does_not() -> None:
    ended, running = observe(*CALLS, streams=7), observe(*CALLS[2:], streams=1)
    total = values(add_up([lasting(ended), running]))
    assert total["platemark_event_streams []"] == 1
    assert total == values(observe(*CALLS, *CALLS[2:], streams=1))


def test_nothing_adds_up_to_nothing() -> None:
    assert add_up([]) == add_up([[], []]) == []

"""Sums of the metrics of several processes: what one scrape says of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from prometheus_client.core import Metric
from prometheus_client.samples import Sample

Series = tuple[str, tuple[tuple[str, str], ...]]


def add_up(processes: Iterable[Iterable[Metric]]) -> list[Metric]:
    """The metrics of all ``processes``, each series the sum of theirs."""
    families: dict[str, tuple[Metric, dict[Series, float]]] = {}
    for metrics in processes:
        for metric in metrics:
            _, sums = families.setdefault(metric.name, (metric, {}))
            for sample in metric.samples:
                series = (sample.name, tuple(sample.labels.items()))
                sums[series] = sums.get(series, 0.0) + sample.value
    return [_with_sums(metric, sums) for metric, sums in families.values()]


def lasting(metrics: Iterable[Metric]) -> list[Metric]:
    """Those that count what has happened; what a gauge measures is gone with its process."""
    return [metric for metric in metrics if metric.type != "gauge"]


def _with_sums(metric: Metric, sums: dict[Series, float]) -> Metric:
    total = Metric(metric.name, metric.documentation, metric.type)
    total.samples = [Sample(name, dict(labels), value) for (name, labels), value in sums.items()]
    return total

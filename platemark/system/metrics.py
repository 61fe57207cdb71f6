"""Metrics for Prometheus: counts of the studio's rows at each scrape, and the HTTP answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from platemark import __version__
from platemark.access import Actor, require_role
from platemark.db.kept_counts import reading
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.studio import Studio
from platemark.system import queries
from platemark.system.import_metrics import get_import_stats
from platemark.system.training_metrics import get_training_stats

NO_OPERATION = "none"
REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def get_metrics(work: UnitOfWork, studio: Studio, *, by: Actor) -> str:
    """The current metrics in the text format 0.0.4, including those of ``studio.collectors``. For admins."""
    require_role(by, "admin")
    registry = CollectorRegistry()
    registry.register(_Precollected(list(_row_metrics(work, studio))))
    for collector in studio.collectors:
        registry.register(collector)
    return generate_latest(registry).decode("utf-8")


class HttpMetrics(Collector):
    """Counts the HTTP answers of this process; call it with each answer. Thread-safe."""

    def __init__(self) -> None:
        self._requests = Counter(
            "platemark_http_requests",
            "HTTP answers by operation and status; the operation is none for paths outside the contract.",
            ("operation", "status"),
            registry=None,
        )
        self._seconds = Histogram(
            "platemark_http_request_seconds",
            "Seconds from the start of a request to the end of its answer.",
            ("operation",),
            buckets=REQUEST_SECONDS,
            registry=None,
        )
        self._streams = Gauge("platemark_event_streams", "Open event streams.", registry=None)

    def watch_streams(self, count: Callable[[], int]) -> None:
        """Report ``count()`` as the number of open event streams at each scrape; 0 until this is called."""
        self._streams.set_function(count)

    def __call__(self, operation_id: str | None, status: int, seconds: float) -> None:
        """Count one answer."""
        operation = operation_id or NO_OPERATION
        self._requests.labels(operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)

    def collect(self) -> Iterator[Metric]:
        """The counts so far, without the creation times of the series."""
        for metric in (*self._requests.collect(), *self._seconds.collect(), *self._streams.collect()):
            metric.samples = [sample for sample in metric.samples if not sample.name.endswith("_created")]
            yield metric


class _Precollected(Collector):
    """Metrics that were collected beforehand."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterator[Metric]:
        return iter(self._families)


def _row_metrics(work: UnitOfWork, studio: Studio) -> Iterator[Metric]:
    jobs = reading.count_jobs_by_kind_and_state(work)
    queue = queries.get_queue_stats(work, lease_ms=round(studio.settings.lease_seconds * 1000))
    files = reading.total_files(work)
    yield _gauge("platemark_build_info", "The version of this process; always 1.", [((__version__,), 1)], ("version",))
    yield _gauge("platemark_jobs", "Jobs by kind and state.", jobs.items(), ("kind", "state"))
    depth = sum(count for (_, state), count in jobs.items() if state == "queued")
    yield _gauge("platemark_queue_depth", "Queued jobs.", [((), depth)])
    oldest = "Seconds that the oldest ready job has waited."
    yield _gauge("platemark_queue_oldest_seconds", oldest, [((), queue.oldest_ready_seconds)])
    yield _gauge("platemark_queue_paused", "1 while the queue is paused.", [((), int(queue.paused))])
    yield _gauge("platemark_workers", "Workers that reported within a lease.", [((), queue.workers)])
    yield _gauge("platemark_workers_busy", "Workers that are running a job.", [((), queue.busy)])
    images = [((source,), count) for source, count in reading.count_by_value(work, "images").items()]
    yield _gauge("platemark_images", "Images outside the trash by source.", images, ("source",))
    albums = [((visibility,), count) for visibility, count in reading.count_by_value(work, "albums").items()]
    yield _gauge("platemark_albums", "Albums by visibility.", albums, ("visibility",))
    reports = [((status,), count) for status, count in reading.count_by_value(work, "bug_reports").items()]
    yield _gauge("platemark_bug_reports", "Bug reports by status.", reports, ("status",))
    purged = "Bug reports deleted for their age, by all processes of the studio."
    yield CounterMetricFamily("platemark_bug_reports_purged", purged, value=queries.count_purged_bug_reports(work))
    yield _gauge("platemark_storage_bytes", "Bytes of the images that rows refer to.", [((), files.bytes)])
    yield _gauge(
        "platemark_storage_blobs", "Files of images, including thumbnails of 320 pixels.", [((), files.number)]
    )
    yield from _import_metrics(work)
    yield from _training_metrics(work)
    with suppress(Unavailable):  # an unavailable disk must not hide the rest
        yield _gauge("platemark_storage_free_bytes", "Free bytes of the disk.", [((), studio.blobs.free_bytes())])


def _import_metrics(work: UnitOfWork) -> Iterator[Metric]:
    stats = get_import_stats(work)
    discrepancies = [((kind,), count) for kind, count in stats.discrepancies.items()]
    succeeded = [((kind,), moment.timestamp()) for kind, moment in stats.succeeded_at.items()]
    yield _gauge("platemark_imports", "Imports by kind and state.", stats.imports.items(), ("kind", "state"))
    yield _gauge(
        "platemark_import_items",
        "Items of imports that were not undone, by outcome.",
        stats.items.items(),
        ("kind", "outcome"),
    )
    yield _gauge("platemark_import_results", "Results of these items.", stats.results.items(), ("kind", "result"))
    yield _gauge(
        "platemark_import_discrepancies", "Items that differ from what was imported.", discrepancies, ("kind",)
    )
    yield _gauge(
        "platemark_import_seconds",
        "Seconds that the last finished phase took.",
        stats.seconds.items(),
        ("kind", "phase"),
    )
    yield _gauge(
        "platemark_import_last_success_timestamp_seconds",
        "When an import was last applied completely, in seconds since 1970.",
        succeeded,
        ("kind",),
    )


def _training_metrics(work: UnitOfWork) -> Iterator[Metric]:
    stats = get_training_stats(work)
    adapters = [((format_,), count) for format_, count in stats.adapters.items()]
    yield _gauge(
        "platemark_training_runs", "Training runs by engine and state.", stats.runs.items(), ("engine", "state")
    )
    speed = "Steps per second of all running training runs together."
    yield _gauge("platemark_training_steps_per_second", speed, [((), stats.steps_per_second)])
    silent = "The longest time in seconds that a running training run has reported no step."
    yield _gauge("platemark_training_silent_seconds", silent, [((), stats.silent_seconds)])
    loss = (
        "Latest losses of running training runs (train, held_out), and the lowest held-out loss so far (best_held_out)."
    )
    yield _gauge("platemark_training_loss", loss, stats.losses.items(), ("training_run", "engine", "kind"))
    yield _gauge("platemark_adapters", "Adapters by format.", adapters, ("format",))


def _gauge(
    name: str, description: str, values: Iterable[tuple[Sequence[str], float]], labels: tuple[str, ...] = ()
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, description, labels=labels)
    for label_values, value in values:
        family.add_metric(label_values, value)
    return family

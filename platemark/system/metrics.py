"""Metrics for Prometheus: the studio's rows counted at each scrape, and what this process has answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from platemark import __version__
from platemark.access import Actor, require_role
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.studio import Studio
from platemark.system import queries
from platemark.system.import_metrics import get_import_stats
from platemark.system.training_metrics import get_training_stats

NO_OPERATION = "none"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def get_metrics(work: UnitOfWork, studio: Studio, *, collectors: Iterable[Collector] = (), by: Actor) -> str:
    """The text (version 0.0.4) of the metrics now, those of ``collectors`` included. For admins."""
    require_role(by, "admin")
    registry = CollectorRegistry()
    registry.register(_Fixed(list(_of_rows(work, studio))))
    for collector in collectors:
        registry.register(collector)
    return generate_latest(registry).decode("utf-8")


class HttpMetrics(Collector):
    """Counts the answers of this process; call it with each. Threads may share one."""

    def __init__(self) -> None:
        self._requests = Counter(
            "platemark_http_requests",
            "Answers by operation and status; operation none is a path that is not in the contract.",
            ("operation", "status"),
            registry=None,
        )
        self._seconds = Histogram(
            "platemark_http_request_seconds",
            "Seconds from a request to the end of its answer.",
            ("operation",),
            buckets=SECONDS,
            registry=None,
        )
        self._streams = Gauge("platemark_event_streams", "Streams of events that this process has open.", registry=None)

    def watch_streams(self, count: Callable[[], int]) -> None:
        """Tell at each scrape how many streams of events are open, as ``count`` says; 0 until this was called."""
        self._streams.set_function(count)

    def __call__(self, operation_id: str | None, status: int, seconds: float) -> None:
        """Count one answer."""
        operation = operation_id or NO_OPERATION
        self._requests.labels(operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)

    def collect(self) -> Iterator[Metric]:
        """What was counted, without the times at which each series began."""
        for metric in (*self._requests.collect(), *self._seconds.collect(), *self._streams.collect()):
            metric.samples = [sample for sample in metric.samples if not sample.name.endswith("_created")]
            yield metric


class _Fixed(Collector):
    """Metrics that were counted already."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterator[Metric]:
        return iter(self._families)


def _of_rows(work: UnitOfWork, studio: Studio) -> Iterator[Metric]:
    jobs = queries.jobs_by_kind_and_state(work)
    queue = queries.get_queue_stats(work, lease_ms=round(studio.settings.lease_seconds * 1000))
    stored = queries.get_storage_stats(work)
    yield _gauge("platemark_build_info", "The version that answers; always 1.", [((__version__,), 1)], ("version",))
    yield _gauge("platemark_jobs", "Jobs by kind and state.", jobs.items(), ("kind", "state"))
    depth = sum(count for (_, state), count in jobs.items() if state == "queued")
    yield _gauge("platemark_queue_depth", "Jobs that wait.", [((), depth)])
    oldest = "Seconds that the job which could have started first has waited."
    yield _gauge("platemark_queue_oldest_seconds", oldest, [((), queue.oldest_ready_seconds)])
    yield _gauge("platemark_queue_paused", "1 while the queue is paused.", [((), int(queue.paused))])
    yield _gauge("platemark_workers", "Workers heard of within a lease.", [((), queue.workers)])
    yield _gauge("platemark_workers_busy", "Those of them that have a job in hand.", [((), queue.busy)])
    images = [((source,), count) for source, count in queries.images_by_source(work).items()]
    yield _gauge("platemark_images", "Images outside the trash by source.", images, ("source",))
    albums = [((visibility,), count) for visibility, count in queries.albums_by_visibility(work).items()]
    yield _gauge("platemark_albums", "Albums by visibility.", albums, ("visibility",))
    reports = [((status,), count) for status, count in queries.bug_reports_by_status(work).items()]
    yield _gauge("platemark_bug_reports", "Bug reports by status.", reports, ("status",))
    purged = "Bug reports that were deleted for their age, by all processes of the studio."
    yield CounterMetricFamily("platemark_bug_reports_purged", purged, value=queries.bug_reports_purged(work))
    yield _gauge("platemark_storage_bytes", "Bytes of the pictures that rows name.", [((), stored.bytes)])
    yield _gauge("platemark_storage_blobs", "Files that rows name, thumbnails included.", [((), stored.blobs)])
    yield from _of_imports(work)
    yield from _of_training(work)
    with suppress(Unavailable):  # a disk that is gone must not hide the rest
        yield _gauge("platemark_storage_free_bytes", "Bytes that the disk has left.", [((), studio.blobs.free_bytes())])


def _of_imports(work: UnitOfWork) -> Iterator[Metric]:
    facts = get_import_stats(work)
    discrepancies = [((kind,), count) for kind, count in facts.discrepancies.items()]
    succeeded = [((kind,), moment.timestamp()) for kind, moment in facts.succeeded_at.items()]
    yield _gauge("platemark_imports", "Imports by kind and state.", facts.imports.items(), ("kind", "state"))
    yield _gauge(
        "platemark_import_items", "Items of imports that stand, by outcome.", facts.items.items(), ("kind", "outcome")
    )
    yield _gauge("platemark_import_results", "What became of these items.", facts.results.items(), ("kind", "result"))
    yield _gauge("platemark_import_discrepancies", "Items that are not as they were made.", discrepancies, ("kind",))
    yield _gauge(
        "platemark_import_seconds", "Seconds of the phase that ended last.", facts.seconds.items(), ("kind", "phase")
    )
    yield _gauge(
        "platemark_import_last_success_timestamp_seconds",
        "When an import was last applied to its end, in seconds since 1970.",
        succeeded,
        ("kind",),
    )


def _of_training(work: UnitOfWork) -> Iterator[Metric]:
    facts = get_training_stats(work)
    adapters = [((format_,), count) for format_, count in facts.adapters.items()]
    yield _gauge(
        "platemark_training_runs", "Training runs by engine and state.", facts.runs.items(), ("engine", "state")
    )
    speed = "Steps a second of all training runs in hand together."
    yield _gauge("platemark_training_steps_per_second", speed, [((), facts.steps_per_second)])
    silent = "Seconds since the training run in hand that was heard of longest ago told of a step."
    yield _gauge("platemark_training_silent_seconds", silent, [((), facts.silent_seconds)])
    loss = "Losses that training runs in hand measured last (train, held_out), and the least held-out one so far."
    yield _gauge("platemark_training_loss", loss, facts.losses.items(), ("training_run", "engine", "kind"))
    yield _gauge("platemark_adapters", "Adapters by format.", adapters, ("format",))


def _gauge(
    name: str, description: str, values: Iterable[tuple[Sequence[str], float]], labels: tuple[str, ...] = ()
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, description, labels=labels)
    for words, value in values:
        family.add_metric(words, value)
    return family

"""Health, server information, statistics and metrics."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from prometheus_client.parser import text_string_to_metric_families

from platemark.access import ANYONE, SYSTEM, Actor, Role
from platemark.clock import utc_now
from platemark.db.engine import connect
from platemark.db.tables import (
    AlbumRow,
    Base,
    ImageRow,
    JobRow,
    QueueControlRow,
    SetTemplateRow,
    UserRow,
    WorkerRow,
)
from platemark.db.types import EPOCH
from platemark.engines.base import Capabilities, EngineImage, GenerateRequest, Health, OnProgress, ShouldCancel
from platemark.engines.registry import EngineFailure, Engines
from platemark.errors import Forbidden, Unauthenticated, Unavailable
from platemark.ids import new_id
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio
from platemark.system import server_info
from platemark.system import service as system

AGO = timedelta(minutes=5)


def save(studio: Studio, *rows: Base) -> None:
    with studio.work(write=True) as work:
        work.session.add_all(rows)
        work.commit()


def worker(**changes: Any) -> WorkerRow:
    facts = {"host": "here", "pid": 7, "engines": ["press"], "state": "idle", "heartbeat_at": utc_now()}
    return WorkerRow(id=new_id().hex, started_at=utc_now(), **{**facts, **changes})


def job(state: str = "queued", **changes: Any) -> JobRow:
    lease = utc_now() + AGO if state == "running" else None
    facts = {"kind": "generate", "payload": {}, "engine": "press", "run_after": utc_now(), "lease_until": lease}
    return JobRow(id=new_id(), state=state, **{**facts, "created_at": utc_now(), **changes})


def image(digest: str, **changes: Any) -> ImageRow:
    facts = {"visibility": "private", "source": "generated", "size_bytes": 100, "thumbnail_digest": f"t{digest}"}
    now = utc_now()
    fixed = {"title": "", "nsfw": False, "media_type": "image/png", "width": 8, "height": 8}
    return ImageRow(id=new_id(), digest=digest, created_at=now, updated_at=now, **{**fixed, **facts, **changes})


def album(visibility: str) -> AlbumRow:
    now = utc_now()
    facts = {"name": "An album", "description": "", "source": "manual", "created_at": now, "updated_at": now}
    return AlbumRow(id=new_id(), visibility=visibility, **facts)


def set_template(**changes: Any) -> SetTemplateRow:
    now = utc_now()
    facts = {"name": "A set", "description": "", "visibility": "shared", "created_at": now, "updated_at": now}
    return SetTemplateRow(id=new_id(), **facts, **changes)


class FakeDiskBlobStore(FolderBlobStore):
    """A store with a simulated disk."""

    trouble: str | None = None
    free: int | Unavailable = 2**40

    def problem(self) -> str | None:
        return self.trouble

    def free_bytes(self) -> int:
        if isinstance(self.free, Unavailable):
            raise self.free
        return self.free


class OddEngine:
    """An engine with a simulated health check."""

    name = "Odd Engine 2"
    version = "1.0 (beta)"

    def __init__(self, answer: Health | Exception) -> None:
        self._answer = answer

    def capabilities(self) -> Capabilities:
        return server_info.NO_CAPABILITIES

    def health(self) -> Health:
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        raise NotImplementedError


def test_a_studio_with_a_worker_is_healthy(studio: Studio) -> None:
    save(studio, worker(), job(), job("failed"), job("running"))
    health = system.get_health(studio)
    assert health.status == "ok"
    assert {health.database.detail, health.storage.detail, health.queue.detail, health.workers.detail} == {None}


@pytest.mark.parametrize(
    ("rows", "failing"),
    [
        pytest.param(list, ["workers"], id="no worker at all"),
        pytest.param(lambda: [worker(heartbeat_at=utc_now() - AGO)], ["workers"], id="no heartbeat for a lease"),
        pytest.param(lambda: [worker(), job(run_after=utc_now() - AGO)], ["queue"], id="a job that no worker claims"),
        pytest.param(
            lambda: [worker(), job(run_after=utc_now() - AGO), job("running")], [], id="a long queue that moves"
        ),
        pytest.param(lambda: [worker(), job(run_after=utc_now() + AGO)], [], id="a job that may not start yet"),
        pytest.param(lambda: [worker(), job(run_after=EPOCH)], [], id="a job that has just been queued"),
        pytest.param(
            lambda: [worker(), job(run_after=EPOCH), job(run_after=EPOCH, created_at=utc_now() - AGO, place=0)],
            ["queue"],
            id="an old job among new ones",
        ),
        pytest.param(
            lambda: [worker(), job(run_after=utc_now() - AGO), QueueControlRow(id=2, paused_at=utc_now())],
            [],
            id="a paused queue",
        ),
    ],
)
def test_queue_and_workers_only_degrade_the_studio(
    studio: Studio, rows: Callable[[], list[Base]], failing: list[str]
) -> None:
    save(studio, *rows())
    health = system.get_health(studio)
    checks = {"queue": health.queue, "workers": health.workers, "database": health.database, "storage": health.storage}
    assert [name for name, check in checks.items() if not check.ok] == failing
    assert health.status == ("degraded" if failing else "ok")


@pytest.mark.parametrize(
    ("trouble", "free", "words"),
    [
        ("The disk is on fire.", 2**40, "on fire"),
        (None, 1000, "nearly full"),
        (None, Unavailable("storage_failed", "The disk cannot be used now."), "cannot be used"),
    ],
)
def test_a_studio_without_storage_is_down(
    studio: Studio, tmp_path: Path, trouble: str | None, free: int | Unavailable, words: str
) -> None:
    save(studio, worker())
    blobs = FakeDiskBlobStore(tmp_path)
    blobs.trouble, blobs.free = trouble, free
    health = system.get_health(replace(studio, blobs=blobs))
    assert health.status == "down"
    assert words in (health.storage.detail or "")


def test_a_studio_without_its_database_is_down_without_revealing_its_url(studio: Studio, tmp_path: Path) -> None:
    unavailable = connect(f"sqlite:///{tmp_path}/no-such-folder/secret.db")
    health = system.get_health(replace(studio, database=unavailable))
    unavailable.dispose()
    assert health.status == "down"
    assert {health.database.ok, health.queue.ok, health.workers.ok} == {False}
    assert health.storage.ok
    assert "secret" not in repr(health)


def test_a_database_with_another_schema_is_down(studio: Studio) -> None:
    save(studio, worker())
    with studio.work(write=True) as work:
        work.session.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
        work.commit()
    health = system.get_health(studio)
    assert health.status == "down"
    assert "schema" in (health.database.detail or "")


def test_the_server_reports_its_features_and_engines(studio: Studio) -> None:
    server = system.get_server(studio, contract_version="1.2.3")
    assert (server.name, server.contract_version) == ("Platemark", "1.2.3")
    assert server.limits.max_upload_bytes == studio.settings.max_upload_bytes
    assert [(engine.name, engine.ok, engine.hint) for engine in server.engines] == [("press", True, None)]
    assert server.features == ("caption", "generate", "set_templates", "train", "uploads")
    assert "steps" in {parameter.name for parameter in server.engines[0].parameters}
    assert str(studio.settings.data_dir) not in repr(server)


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        (Health(ok=True), None),
        (Health(ok=False, hint="Install\nthe weights."), "Install the weights."),
        (Health(ok=False), "see the server's log"),
        (RuntimeError("/home/ada/secret.safetensors"), "see the server's log"),
    ],
    ids=str,
)
def test_plug_in_information_is_sanitized(studio: Studio, answer: Health | Exception, hint: str | None) -> None:
    (engine,) = system.get_server(
        replace(studio, engines=Engines.of([OddEngine(answer)])), contract_version="1"
    ).engines
    assert (engine.name, engine.version, engine.ok) == ("odd_engine_2", "1.0-beta-", hint is None)
    assert engine.hint == hint or (hint is not None and hint in (engine.hint or ""))
    assert "secret" not in repr(engine)


def test_a_plug_in_that_failed_to_load_is_listed_without_the_reason(studio: Studio) -> None:
    failure = EngineFailure("2-broken", "ImportError: /home/ada/secret.py")
    (engine,) = system.get_server(replace(studio, engines=Engines.of([], [failure])), contract_version="1").engines
    assert (engine.name, engine.ok) == ("engine_2_broken", False)
    assert "secret" not in repr(engine)


@pytest.mark.parametrize(
    ("role", "stats_refusal", "metrics_refusal"),
    [
        (None, Unauthenticated, Unauthenticated),
        ("viewer", None, Forbidden),
        ("editor", None, Forbidden),
        ("admin", None, None),
    ],
)
def test_stats_are_for_users_and_metrics_for_admins(
    studio: Studio, role: Role | None, stats_refusal: type[Exception] | None, metrics_refusal: type[Exception] | None
) -> None:
    by = Actor(new_id(), "someone", role, "token") if role else ANYONE
    with studio.work(write=False) as work:
        for verb, refusal in (
            (lambda: system.get_stats(work, by=by), stats_refusal),
            (lambda: system.get_metrics(work, studio, by=by), metrics_refusal),
        ):
            if refusal is None:
                assert verb()
            else:
                with pytest.raises(refusal):
                    verb()


def test_an_empty_studio_has_zero_counts(studio: Studio) -> None:
    with studio.work(write=False) as work:
        stats = system.get_stats(work, by=SYSTEM)
    assert stats.jobs == {"queued": 0, "running": 0, "succeeded": 0, "failed": 0, "cancelled": 0}
    assert {*stats.albums.values(), *stats.images.values(), stats.storage_bytes, stats.blob_count, stats.users} == {0}


def fill(studio: Studio) -> None:
    now = utc_now()
    save(
        studio,
        UserRow(id=new_id(), name="ada", role="editor", created_at=now, updated_at=now),
        UserRow(id=new_id(), name="gone", role="editor", created_at=now, updated_at=now, disabled_at=now),
        album("private"),
        album("public"),
        album("public"),
        image("a"),
        image("a", source="uploaded"),
        image("b", deleted_at=now, size_bytes=30),
        job(),
        job(),
        job("failed"),
        set_template(),
        set_template(archived_at=now),
        worker(),
    )


def test_everything_is_counted_with_shared_bytes_once(studio: Studio) -> None:
    fill(studio)
    with studio.work(write=False) as work:
        stats = system.get_stats(work, by=SYSTEM)
    assert stats.albums == {"private": 1, "shared": 0, "public": 2}
    assert stats.images == {"generated": 1, "uploaded": 1, "imported": 0}
    assert (stats.jobs["queued"], stats.jobs["failed"], stats.set_templates, stats.users) == (2, 1, 1, 1)
    assert (stats.storage_bytes, stats.blob_count) == (130, 4)
    json.dumps([stats.albums, stats.storage_bytes])  # plain numbers, not the driver's own types


def samples(text: str) -> dict[str, float]:
    return {
        sample.name + "".join(f" {key}={value}" for key, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_metrics_contain_current_rows_and_http_answers(studio: Studio) -> None:
    fill(studio)
    http = system.HttpMetrics()
    http("getAlbum", 200, 0.02)
    http("getAlbum", 404, 0.01)
    http(None, 404, 0.001)
    http.watch_streams(lambda: 3)
    save(studio, worker(job_id=new_id(), state="busy"))
    with studio.work(write=False) as work:
        text = system.get_metrics(work, replace(studio, collectors=(http,)), by=SYSTEM)
        later_text = system.get_metrics(work, replace(studio, collectors=(http,)), by=SYSTEM)
    metrics = samples(text)
    assert metrics["platemark_jobs kind=generate state=queued"] == metrics["platemark_queue_depth"] == 2
    assert metrics["platemark_albums visibility=public"] == 2
    assert (metrics["platemark_workers"], metrics["platemark_workers_busy"]) == (2, 1)
    assert metrics["platemark_event_streams"] == 3
    assert metrics["platemark_queue_paused"] == 0
    assert metrics["platemark_storage_bytes"] == 130
    assert metrics["platemark_storage_free_bytes"] > 0
    assert metrics["platemark_http_requests_total operation=getAlbum status=404"] == 1
    assert metrics["platemark_http_requests_total operation=none status=404"] == 1
    assert metrics["platemark_http_request_seconds_count operation=getAlbum"] == 2
    assert not any("_created" in name for name in metrics)
    assert samples(later_text).keys() == metrics.keys()


def test_metrics_are_available_while_the_disk_is_not(studio: Studio, tmp_path: Path) -> None:
    blobs = FakeDiskBlobStore(tmp_path)
    blobs.free = Unavailable("storage_failed", "The disk cannot be used now.")
    with studio.work(write=False) as work:
        metrics = samples(system.get_metrics(work, replace(studio, blobs=blobs), by=SYSTEM))
    assert "platemark_queue_depth" in metrics
    assert "platemark_storage_free_bytes" not in metrics

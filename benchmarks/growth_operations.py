"""The operations whose SQL is measured: requests to the API as the API answers them, and the steps of a worker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from benchmarks.large_rows import RARE_WORD, WORDS
from benchmarks.large_studio import LargeStudio
from benchmarks.statements import Recorder, Statement
from platemark.db.unit_of_work import UnitOfWork
from platemark.entrypoints.api import build_app, build_server
from platemark.events import queries as events
from platemark.jobs import queue, wakeup_outbox, workers
from platemark.jobs.queue import Lease
from platemark.studio import Studio

ABSENT = "zzyzx"
JOB = {"kind": "generate", "prompt": "a fox in the snow, woodcut", "engine": "press", "visibility": "private"}
LEASE_MS = 60_000
OWNER = "worker-9"
START_SECONDS = 30


@dataclass(slots=True)
class Target:
    """A served studio that is measured."""

    studio: Studio
    seeded: LargeStudio
    recorder: Recorder
    client: httpx.Client

    def request(
        self, method: str, path: str, role: str | None = "admin", **options: Any
    ) -> tuple[list[Statement], Any]:
        """The statements of a request and the JSON of its response, which must be a success."""
        headers = {"Authorization": f"Bearer {self.seeded.tokens[role]}"} if role else {}
        with self.recorder.recording() as statements:
            response = self.client.request(method, path, headers=headers, **options)
        if not response.is_success:
            raise SystemExit(f"{method} {path}: {response.status_code} {response.text[:500]}")
        return statements, response.json() if "json" in response.headers["content-type"] else None

    def in_transaction(self, step: Callable[[UnitOfWork], object]) -> list[Statement]:
        """The statements of a step in a transaction that is rolled back."""
        with self.studio.work(write=True) as work, self.recorder.recording() as statements:
            step(work)
        return statements

    @contextmanager
    def recording_work(self) -> Iterator[None]:
        """Record the work of statements in this block, which makes them slower."""
        timer, self.recorder = self.recorder, Recorder(self.studio.database, work=True)
        self.recorder.start()
        try:
            yield
        finally:
            self.recorder.stop()
            self.recorder = timer


FEW = "5"
"""The page of a list of which the small studio has less than fifty, so that both studios answer with as much."""

Operation = Callable[[Target], list[Statement]]


@contextmanager
def serve(studio: Studio, seeded: LargeStudio) -> Iterator[Target]:
    """Serve a studio from this process until the block ends."""
    server = build_server(build_app(studio), studio.settings)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + START_SECONDS
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    recorder = Recorder(studio.database)
    recorder.start()
    try:
        with httpx.Client(base_url=f"{studio.settings.base_url}/api/v1", timeout=300) as client:
            yield Target(studio, seeded, recorder, client)
    finally:
        recorder.stop()
        server.should_exit = True
        thread.join()


def get(path: str, role: str | None = "admin", **params: str) -> Operation:
    """A GET of ``path``, in which the names of things stand for their ids."""

    def operation(target: Target) -> list[Statement]:
        statements, _ = target.request("GET", path.format_map(_things(target)), role, params=_named(target, params))
        return statements

    return operation


def _things(target: Target) -> Mapping[str, str]:
    rows = target.seeded.rows
    things = {
        "large_album": rows.large_album_id,
        "image": rows.series["images"].id(rows.size.images // 2),
        "queued_job": rows.series["jobs"].id(rows.size.jobs - 2),
        "set_run": rows.series["runs"].id(0),
        "import": rows.large_import_id,
        "training_run": rows.series["training"].id(0),
    }
    return {name: str(thing) for name, thing in things.items()}


def _named(target: Target, params: Mapping[str, str]) -> dict[str, str]:
    things = _things(target)
    return {name: things.get(value.strip("{}"), value) if "{" in value else value for name, value in params.items()}


def create_job(target: Target) -> list[Statement]:
    """Queue a job; cancelled afterwards."""
    statements, job = target.request("POST", "/jobs", json=JOB)
    target.request("POST", f"/jobs/{job['id']}/cancel")
    return statements


def cancel_job(target: Target) -> list[Statement]:
    """Cancel a job that was just queued."""
    _, job = target.request("POST", "/jobs", json=JOB)
    statements, _ = target.request("POST", f"/jobs/{job['id']}/cancel")
    return statements


def in_transaction(step: Callable[[UnitOfWork], object]) -> Operation:
    """A step of a worker or of maintenance, rolled back."""
    return lambda target: target.in_transaction(step)


def after_claim(step: Callable[[UnitOfWork, Lease], object]) -> Operation:
    """What a worker does with a job that it has claimed; the claim itself is not measured."""

    def operation(target: Target) -> list[Statement]:
        with target.studio.work(write=True) as work:
            lease = queue.claim(work, OWNER, lease_ms=LEASE_MS)
            assert lease is not None
            with target.recorder.recording() as statements:
                step(work, lease)
        return statements

    return operation


def sweep(work: UnitOfWork) -> None:
    """What every process does every five seconds."""
    queue.clamp_deadlines(work, lease_ms=LEASE_MS)
    queue.sweep(work)
    workers.remove_stale(work, lease_ms=LEASE_MS)


def reconnect(target: Target) -> list[Statement]:
    """What a client missed that comes back after ten events."""
    with target.studio.work(write=False) as work:
        newest_id = events.get_newest_id(work)
        with target.recorder.recording() as statements:
            events.list_missed(work, newest_id - 10)
    return statements


OPERATIONS: dict[str, Operation] = {
    "createJob": create_job,
    "cancelJob": cancel_job,
    "getJob, queued": get("/jobs/{queued_job}"),
    "listJobs": get("/jobs"),
    "listJobs, viewer": get("/jobs", "viewer"),
    "listJobs, state=failed": get("/jobs", state="failed", limit=FEW),
    "listJobs, state=queued": get("/jobs", state="queued"),
    "listJobs, kind=caption": get("/jobs", kind="caption"),
    "listJobs, of a set run": get("/jobs", set_run_id="{set_run}"),
    "getQueue": get("/queue"),
    "getQueue, viewer": get("/queue", "viewer"),
    "claim": in_transaction(lambda work: queue.claim(work, OWNER, lease_ms=LEASE_MS)),
    "claim of an engine": in_transaction(lambda work: queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["press"])),
    "claim, none of ours": in_transaction(lambda work: queue.claim(work, OWNER, lease_ms=LEASE_MS, engines=["none"])),
    "claim 16 more": after_claim(lambda work, lease: queue.claim_more(work, OWNER, lease, lease_ms=LEASE_MS, limit=16)),
    "heartbeat": after_claim(lambda work, lease: queue.heartbeat(work, lease, lease_ms=LEASE_MS, progress=0.5)),
    "complete": after_claim(queue.complete),
    "clamp and sweep": in_transaction(sweep),
    "wake workers": in_transaction(wakeup_outbox.mark_ready_jobs),
    "getAlbum, large": get("/albums/{large_album}"),
    "getAlbum, large, visitor": get("/albums/{large_album}", None),
    "listAlbumImages, large": get("/albums/{large_album}/images"),
    "label-stats, large": get("/albums/{large_album}/label-stats"),
    "listAlbums": get("/albums"),
    "listAlbums, viewer": get("/albums", "viewer"),
    "listAlbums, visitor": get("/albums", None),
    "listAlbums, q": get("/albums", q=WORDS[0], limit=FEW),
    "listAlbums, q without a hit": get("/albums", q=ABSENT),
    "listAlbums, source=import": get("/albums", source="import", limit=FEW),
    "listImages": get("/images"),
    "listImages, viewer": get("/images", "viewer"),
    "listImages, visitor": get("/images", None),
    "listImages, q": get("/images", q=WORDS[0]),
    "listImages, q, few hits": get("/images", q=RARE_WORD),
    "listImages, q without a hit": get("/images", q=ABSENT),
    "listImages, q, viewer": get("/images", "viewer", q=WORDS[0]),
    "listImages, label": get("/images", label=WORDS[1]),
    "listImages, label without a hit": get("/images", label=ABSENT),
    "listImages, nsfw=true": get("/images", nsfw="true"),
    "listImages, visibility=private": get("/images", visibility="private"),
    "listImages, source=imported": get("/images", source="imported"),
    "listImages, trashed": get("/images", trashed="true"),
    "listImages, large album": get("/images", album_id="{large_album}"),
    "getImage": get("/images/{image}"),
    "listLabels": get("/images/{image}/labels"),
    "listSetTemplates": get("/set-templates"),
    "listSetRuns": get("/set-runs"),
    "listSetRuns, state=failed": get("/set-runs", state="failed", limit=FEW),
    "getSetRun": get("/set-runs/{set_run}"),
    "getContactSheet": get("/set-runs/{set_run}/contact-sheet"),
    "listTrainingRuns": get("/training-runs"),
    "listTrainingRuns, state=failed": get("/training-runs", state="failed", limit=FEW),
    "listTrainingMetrics": get("/training-runs/{training_run}/metrics"),
    "listAdapters": get("/adapters"),
    "listAdapters, format=lora": get("/adapters", format="lora"),
    "listBugReports": get("/bug-reports"),
    "listBugReports, q without a hit": get("/bug-reports", q=ABSENT),
    "listImports": get("/imports"),
    "listImportItems, large": get("/imports/{import}/items"),
    "listUsers": get("/users"),
    "listApiTokens": get("/auth/tokens"),
    "getHealth": get("/health", None),
    "getStats": get("/stats"),
    "getMetrics": get("/metrics"),
    "events, reconnect": reconnect,
}
"""By name."""

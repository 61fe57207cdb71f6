"""Previews on their way from the engine to the database, and what is left of them afterwards: nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import func, select

from platemark.access import SYSTEM
from platemark.db.engine import Database
from platemark.db.tables import EventRow, JobPreviewRow
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.jobs import previews, queue
from platemark.jobs.queue import Lease
from platemark.worker.messages import (
    EngineProcessExited,
    GenerationFinished,
    GenerationPreview,
    GenerationProgress,
    TaskFailed,
)
from platemark.worker.supervisor import Supervisor
from tests.worker.conftest import QueueClient, wait_until
from tests.worker.harness import WorkerHarness, finished_image


@pytest.fixture
def harness(database: Database, tmp_path: Path) -> WorkerHarness:
    return WorkerHarness(database, tmp_path)


def stored(database: Database) -> list[bytes]:
    with UnitOfWork(database, write=False) as work:
        return list(work.session.scalars(select(JobPreviewRow.picture)))


def told(database: Database) -> int:
    with UnitOfWork(database, write=False) as work:
        count = select(func.count()).select_from(EventRow).where(EventRow.kind == "job.preview")
        return work.session.execute(count).scalar_one()


Ending = Callable[[WorkerHarness, Lease], None]
ENDINGS: dict[str, tuple[str, Ending]] = {
    "success": (
        "succeeded",
        lambda harness, _: harness.wakeup.messages.extend([finished_image(), GenerationFinished()]),
    ),
    "failure": ("failed", lambda harness, _: harness.wakeup.messages.append(TaskFailed("a", "b", retryable=False))),
    "full disk": (
        "queued",
        lambda harness, _: harness.wakeup.messages.append(TaskFailed("storage_full", "b", retryable=True)),
    ),
    "dead engine": ("queued", lambda harness, _: harness.wakeup.messages.append(EngineProcessExited())),
    "cancellation": ("cancelled", lambda harness, lease: harness.commit(queue.cancel, lease.job_id)),
    "shutdown": ("queued", lambda harness, _: setattr(harness.wakeup, "stopping", True)),
}


def once_stored(harness: WorkerHarness, act: Callable[[], None]) -> list[list[bytes]]:
    """Have ``act`` called once, when the worker waits and a preview is stored; what is stored then, when it is."""
    wait, seen = harness.wakeup.wait, list[list[bytes]]()

    def look_and_wait(seconds: float, messages: Connection | None = None) -> tuple[bool, bool]:
        if not seen and not harness.wakeup.messages and (pictures := stored(harness.database)):
            seen.append(pictures)
            act()
        return wait(seconds, messages)

    harness.wakeup.wait = look_and_wait  # type: ignore[method-assign]
    return seen


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_preview_is_written_with_a_beat_and_deleted_with_the_end(harness: WorkerHarness, ending: str) -> None:
    lease, (state, end) = harness.claim_new_job(), ENDINGS[ending]
    harness.wakeup.messages.extend([GenerationPreview(b"first"), GenerationPreview(b"second"), GenerationProgress(0.5)])
    seen = once_stored(harness, lambda: end(harness, lease))
    harness.worker.run_batch([lease])
    assert harness.state(lease) == state
    assert (seen, stored(harness.database)) == ([[b"second"]], [])
    assert told(harness.database) == 1, "the newest of a beat, once"


def test_a_worker_that_lost_its_job_leaves_the_preview_of_the_next_alone(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.commit(queue.release, lease)
    next_lease: Lease = harness.commit(queue.claim, "another", lease_ms=60_000)
    harness.commit(previews.store, next_lease, b"of another", 0.1)
    harness.wakeup.messages.extend([GenerationPreview(b"of ours"), GenerationProgress(0.9)])
    harness.worker.run_batch([lease])
    assert stored(harness.database) == [b"of another"]


def test_a_preview_outlasts_a_database_that_is_unavailable(harness: WorkerHarness) -> None:
    lease = harness.claim_new_job()
    harness.wakeup.messages.extend([GenerationPreview(b"picture"), GenerationProgress(0.5)])
    harness.unavailable_count = 2
    seen = once_stored(harness, lambda: harness.wakeup.messages.extend([finished_image(), GenerationFinished()]))
    harness.worker.run_batch([lease])
    assert (harness.state(lease), seen, stored(harness.database)) == ("succeeded", [[b"picture"]], [])


def test_a_worker_process_shows_what_its_engine_has_done_so_far(
    shared_queue_client: QueueClient, supervisor: Supervisor
) -> None:
    job_id = shared_queue_client.add_job("sketch")
    pictures: list[bytes] = []

    def look() -> bool:
        try:
            picture = shared_queue_client.commit(previews.get_job_preview, job_id, by=SYSTEM).picture
        except NotFound:
            return False
        if picture not in pictures:
            pictures.append(picture)
        return len(pictures) == 2

    wait_until(look, "two previews")
    with Image.open(io.BytesIO(pictures[0])) as picture:
        assert (picture.format, picture.size) == ("WEBP", (4, 4))
    shared_queue_client.commit(queue.cancel, job_id)
    supervisor.wake()
    shared_queue_client.wait_for_state(job_id, "cancelled")
    assert stored(shared_queue_client.database) == []

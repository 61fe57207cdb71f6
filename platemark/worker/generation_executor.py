"""What a worker does with the engines for a job of pictures: asks for them, and keeps each when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unprocessable
from platemark.jobs import generation_results
from platemark.jobs.queue import Lease, RunOutcome
from platemark.jobs.requests import GenerateJob
from platemark.worker.messages import (
    EngineMessage,
    GenerateImages,
    GenerationFinished,
    GenerationProgress,
    ImageFinished,
)

if TYPE_CHECKING:
    from platemark.worker.loop import Worker


class GenerationExecutor:
    """A job of pictures in hand."""

    needs_flush = False

    def __init__(self, worker: Worker, lease: Lease) -> None:
        self.progress = 0.0
        self._worker = worker
        self._lease = lease
        self._kept: list[generation_results.StoredImage] = []

    @property
    def pictures(self) -> int:
        """How many were made and kept."""
        return len(self._kept)

    def start(self) -> bool:
        """Ask for the pictures; Unprocessable ``adapter_gone`` where an adapter's bytes are no longer there."""
        pinned = GenerateJob.from_payload(self._lease.payload).adapters
        for adapter in pinned:
            if not self._worker.blobs.exists(adapter.digest):
                raise Unprocessable("adapter_gone", f"The adapter {adapter.name} is no longer there.")
        adapters = tuple(adapter.to_adapter_use(self._worker.blobs) for adapter in pinned)
        self._worker.host.submit(GenerateImages(self._lease.engine, self._lease.payload, adapters))
        return False

    def on_message(self, answer: EngineMessage, *, stopping: bool) -> bool:
        """Take in what the engines say; whether that is all. Raises what keeping a picture raises."""
        match answer:
            case GenerationProgress(fraction):
                self.progress = fraction
            case ImageFinished(image) if not stopping:
                self._kept.append(self._worker.keep(image))
            case GenerationFinished():
                return True
            case _:
                pass
        return False

    def flush(self, work: UnitOfWork) -> None:
        """Nothing is written of pictures before all are made."""

    def on_flushed(self) -> None:
        """Nothing was."""

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """Name the pictures and end the job, in one transaction."""
        return generation_results.complete(work, self._worker.blobs, self._lease, self._kept)

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:
        """There is nothing more to say."""

"""Executes generation jobs: requests the images and stores each as soon as it is finished."""

from __future__ import annotations

from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unprocessable
from platemark.jobs import generation_results, previews
from platemark.jobs.queue import Lease, RunOutcome
from platemark.jobs.requests import GenerateJob
from platemark.worker.job_context import JobContext
from platemark.worker.messages import (
    EngineMessage,
    GenerateImages,
    GenerationFinished,
    GenerationPreview,
    GenerationProgress,
    ImageFinished,
)


class GenerationExecutor:
    """Executes one generation job."""

    needs_flush = False

    def __init__(self, context: JobContext, lease: Lease) -> None:
        self.progress = 0.0
        self._context = context
        self._lease = lease
        self._stored: list[generation_results.StoredImage] = []
        self._preview: bytes | None = None
        self._has_preview = False

    @property
    def image_count(self) -> int:
        """How many images were generated and stored."""
        return len(self._stored)

    def start(self) -> bool:
        """Request the images; Unprocessable ``adapter_gone`` if the weights of an adapter are missing.

        Unavailable ``storage_full`` if there is no space for them.
        """
        self._context.blobs.require_space()
        pinned = GenerateJob.from_payload(self._lease.payload).adapters
        for adapter in pinned:
            if not self._context.blobs.exists(adapter.digest):
                raise Unprocessable("adapter_gone", f"The adapter {adapter.name} no longer exists.")
        adapters = tuple(adapter.to_adapter_use(self._context.blobs) for adapter in pinned)
        self._context.host.submit(GenerateImages(self._lease.engine, self._lease.payload, adapters))
        return False

    def on_message(self, message: EngineMessage, *, stopping: bool) -> bool:
        """Take in a message; True if all images have arrived. Raises what storing an image raises."""
        match message:
            case GenerationProgress(fraction):
                self.progress = fraction
            case GenerationPreview(picture) if not stopping:
                self._preview = picture
            case ImageFinished(image) if not stopping:
                max_pixels = self._context.max_image_pixels
                self._stored.append(generation_results.store_image(self._context.blobs, image, max_pixels=max_pixels))
            case GenerationFinished():
                return True
            case _:
                pass
        return False

    def flush(self, work: UnitOfWork) -> None:
        """Write the newest preview, which goes with the progress; images get their rows when the job is complete."""
        if self._preview is not None:
            self._has_preview = True
            previews.store(work, self._lease, self._preview, self.progress)

    def on_flushed(self) -> None:
        """Forget the preview that was written."""
        self._preview = None

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """Insert the image rows and end the job, in one transaction."""
        return generation_results.complete(work, self._context.blobs, self._lease, self._stored)

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:
        """Delete the preview; the queue does so only where a run fails."""
        if self._has_preview and state != "lost":
            previews.remove(work, [self._lease.job_id])

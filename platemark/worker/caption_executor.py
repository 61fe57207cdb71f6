"""Executes caption jobs: has the engine caption one image after the other.

Captions are written with the worker's beats, so the fencing token protects them, and each image is settled once, by
whichever attempt gets there first. Captions that were received but not yet written are requested again by the next
attempt.
"""

from __future__ import annotations

from collections import deque

from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, CaptionRequest
from platemark.errors import Unprocessable
from platemark.jobs import caption_results, queue
from platemark.jobs.caption_results import CaptionItem, CaptionResult
from platemark.jobs.queue import Lease, RunOutcome
from platemark.jobs.requests import CaptionJob
from platemark.worker.job_context import JobContext
from platemark.worker.messages import CaptionFinished, CaptionImage, CaptionRefused, EngineMessage

MAX_REFUSALS = 10
"""After so many refusals in a row the engine is assumed to refuse everything: the job fails with its message."""

EMPTY_CAPTION = CaptionRefused("nothing_said", "The engine returned an empty caption.")


class CaptionExecutor:
    """Executes one caption job."""

    def __init__(self, context: JobContext, lease: Lease) -> None:
        self.progress = 0.0
        self.image_count = 0
        self._context = context
        self._lease = lease
        self._job = CaptionJob.from_payload(lease.payload)
        self._pending: deque[CaptionItem] = deque()
        self._current: CaptionItem | None = None
        self._unwritten: list[CaptionResult] = []
        self._refused: list[CaptionItem] = []
        self._captioned_any = False

    @property
    def needs_flush(self) -> bool:
        """Whether there are results that are not written yet."""
        return bool(self._unwritten)

    def start(self) -> bool:
        """Request a caption for the first image that is not settled yet; True if there is none."""
        with self._context.open_work(self._lease) as work:
            self._pending.extend(caption_results.list_pending(work, self._lease.job_id, self._job))
            counts = caption_results.count_outcomes(work, [self._lease.job_id])[self._lease.job_id]
        self._captioned_any = counts.get("captioned", 0) > 0
        return self._request_next()

    def on_message(self, message: EngineMessage, *, stopping: bool) -> bool:
        """Take in the engine's answer for the current image; True if that was the last.

        Raises Unprocessable with the engine's message if it refused every image, or many in a row. Those images stay
        unsettled, so a retry requests them again.
        """
        if isinstance(message, CaptionFinished):
            caption = caption_results.sanitize(message.caption)
            if caption is not None:
                self._add_caption(caption)
                return self._request_next()
            message = EMPTY_CAPTION
        if stopping or not isinstance(message, CaptionRefused) or self._current is None:
            return False
        self._refused.append(self._current)
        if len(self._refused) >= MAX_REFUSALS:
            raise Unprocessable(message.code, message.message)
        if not self._request_next():
            return False
        if not self._captioned_any:
            raise Unprocessable(message.code, message.message)
        self._settle_refused()
        return True

    def flush(self, work: UnitOfWork) -> None:
        """Write the labels and outcomes since the last beat."""
        if self._unwritten:
            caption_results.write_results(work, self._lease.job_id, self._job, self._unwritten)

    def on_flushed(self) -> None:
        """Forget what has been committed."""
        if self._unwritten:
            self._unwritten = []
            self._context.fault("after_labels")

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """End the job; ``close`` writes what is left in the same transaction."""
        return queue.complete(work, self._lease).outcome

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:  # noqa: ARG002 - every end is handled alike
        """Write what is left, whatever the end, so that it is not requested again."""
        self.flush(work)
        work.after_commit(self.on_flushed)

    def _add_caption(self, caption: Caption) -> None:
        assert self._current is not None
        self._captioned_any = True
        self.image_count += 1
        self._settle_refused()
        self._unwritten.append(CaptionResult(self._current, caption))

    def _settle_refused(self) -> None:
        """Record the refusals: an engine that captions other images refused these for their content."""
        self._unwritten += [CaptionResult(item, "engine_refused") for item in self._refused]
        self._refused = []

    def _request_next(self) -> bool:
        """Request a caption for the next image that needs one; True if there is none."""
        while self._pending:
            item = self._pending.popleft()
            skip_reason = item.skip or (None if self._context.blobs.exists(item.digest) else "image_gone")
            if skip_reason is None:
                self._request(item)
                return False
            self._unwritten.append(CaptionResult(item, skip_reason))
        self.progress = 1.0
        return True

    def _request(self, item: CaptionItem) -> None:
        self._current = item
        self.progress = max(self.progress, 1 - (len(self._pending) + 1) / max(1, self._job.count))
        path = self._context.blobs.path(item.digest)
        request = CaptionRequest(path=path, media_type=item.media_type, tags=self._job.tags)
        self._context.host.submit(CaptionImage(self._lease.engine, request))

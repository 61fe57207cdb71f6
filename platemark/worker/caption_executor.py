"""What a worker does with the engines for a job of captions: has one picture after the other described.

What is heard goes into the database with the worker's beats, so that it is fenced by its token; a picture is settled
once, whoever describes it. Those that were heard of and not written yet are described again by a successor.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import Caption, CaptionRequest
from platemark.errors import Unprocessable
from platemark.jobs import caption_results, queue
from platemark.jobs.caption_results import CaptionItem, CaptionResult
from platemark.jobs.queue import Lease, RunOutcome
from platemark.jobs.requests import CaptionJob
from platemark.worker.messages import CaptionFinished, CaptionImage, CaptionRefused, EngineMessage

if TYPE_CHECKING:
    from platemark.worker.loop import Worker

MOST_REFUSALS = 10
"""So many refused in a row, and the engine is taken to refuse them all: the job fails with its words."""

SILENCE = CaptionRefused("nothing_said", "The engine said nothing of the picture.")


class CaptionExecutor:
    """A job of captions in hand."""

    def __init__(self, worker: Worker, lease: Lease) -> None:
        self.progress = 0.0
        self.pictures = 0
        self._worker = worker
        self._lease = lease
        self._job = CaptionJob.from_payload(lease.payload)
        self._waiting: deque[CaptionItem] = deque()
        self._at: CaptionItem | None = None
        self._news: list[CaptionResult] = []
        self._refused: list[CaptionItem] = []
        self._any = False

    @property
    def needs_flush(self) -> bool:
        """Something was said that is not written yet."""
        return bool(self._news)

    def start(self) -> bool:
        """Ask for the first picture that is not settled yet; whether there is none."""
        with self._worker.open_work(self._lease) as work:
            self._waiting.extend(caption_results.list_pending(work, self._lease.job_id, self._job))
            counted = caption_results.count_outcomes(work, [self._lease.job_id])[self._lease.job_id]
        self._any = counted.get("captioned", 0) > 0
        return self._next()

    def on_message(self, answer: EngineMessage, *, stopping: bool) -> bool:
        """Take in what the engine says of the picture; whether that was the last.

        Unprocessable with the engine's words where it refused all that it was asked, or many in a row: these are not
        settled then, so that trying again asks for them again.
        """
        if isinstance(answer, CaptionFinished):
            said = caption_results.sanitize(answer.caption)
            if said is not None:
                self._described(said)
                return self._next()
            answer = SILENCE
        if stopping or not isinstance(answer, CaptionRefused) or self._at is None:
            return False
        self._refused.append(self._at)
        if len(self._refused) >= MOST_REFUSALS:
            raise Unprocessable(answer.code, answer.message)
        if not self._next():
            return False
        if not self._any:
            raise Unprocessable(answer.code, answer.message)
        self._settle_refused()
        return True

    def flush(self, work: UnitOfWork) -> None:
        """Write the labels of what was described since the last beat."""
        if self._news:
            caption_results.write_results(work, self._lease.job_id, self._job, self._news)

    def on_flushed(self) -> None:
        """It was committed."""
        if self._news:
            self._news = []
            self._worker.fault("after_labels")

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """End the job; what is still to be written follows in the same transaction."""
        return queue.complete(work, self._lease).outcome

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:  # noqa: ARG002 - all ends are alike
        """Whatever the end: what was said before it is written with it, and not asked for again."""
        self.flush(work)
        work.after_commit(self.on_flushed)

    def _described(self, said: Caption) -> None:
        assert self._at is not None
        self._any = True
        self.pictures += 1
        self._settle_refused()
        self._news.append(CaptionResult(self._at, said))

    def _settle_refused(self) -> None:
        """It describes others: those that it refused were refused for what they are."""
        self._news += [CaptionResult(item, "engine_refused") for item in self._refused]
        self._refused = []

    def _next(self) -> bool:
        """Ask for the next picture that needs describing; whether there is none."""
        while self._waiting:
            item = self._waiting.popleft()
            skip = item.skip or (None if self._worker.blobs.exists(item.digest) else "image_gone")
            if skip is None:
                self._ask(item)
                return False
            self._news.append(CaptionResult(item, skip))
        self.progress = 1.0
        return True

    def _ask(self, item: CaptionItem) -> None:
        self._at = item
        self.progress = max(self.progress, 1 - (len(self._waiting) + 1) / max(1, self._job.count))
        path = self._worker.blobs.path(item.digest)
        request = CaptionRequest(path=path, media_type=item.media_type, tags=self._job.tags)
        self._worker.host.submit(CaptionImage(self._lease.engine, request))

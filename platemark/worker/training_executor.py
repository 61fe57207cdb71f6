"""What a worker does with the engines for a job of training: hands over what to learn, and writes what it hears.

Figures, samples and checkpoints go into the database with the worker's beats, so that they are fenced by its token; the
log is a file in the run's folder.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from platemark.adapters.service import insert_adapter
from platemark.adapters.views import NewAdapter
from platemark.clock import utc_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainedAdapter, TrainProgress, TrainRequest
from platemark.errors import NotFound, PlatemarkError, Unprocessable
from platemark.images.pictures import prepare_picture
from platemark.jobs import queue
from platemark.jobs.queue import Lease, RunOutcome
from platemark.training import progress, run_folders
from platemark.training.dataset import Dataset
from platemark.training.progress import ProgressUpdate, StoredSample, TrainingPlan, is_storable
from platemark.worker.messages import EngineMessage, TrainAdapter, TrainingFinished, TrainingProgress

if TYPE_CHECKING:
    from platemark.worker.loop import Worker

LARGEST_ADAPTER_BYTES = 8 * 1024**3
SPEED_SECONDS = 15.0
MARK_SECONDS = 0.5

log = logging.getLogger(__name__)


class TrainingExecutor:
    """A training job in hand."""

    pictures = 0

    def __init__(self, worker: Worker, lease: Lease) -> None:
        self.progress = 0.0
        self._worker = worker
        self._lease = lease
        self._run_id = UUID(lease.payload["training_run_id"])
        self._folder = run_folders.run_folder(worker.training_dir, self._run_id)
        self._news = ProgressUpdate()
        self._lines: list[str] = []
        self._adapter: NewAdapter | None = None
        self._plan: TrainingPlan | None = None
        self._marks: deque[tuple[int, float]] = deque()

    @property
    def needs_flush(self) -> bool:
        """A checkpoint lies in the folder that the database does not know of: a successor would leave a gap."""
        return self._news.checkpoint_step is not None

    def start(self) -> bool:
        """Hand over what is to be learned; NotFound for a deleted run, Unprocessable where pictures are gone."""
        with self._worker.open_work(self._lease) as work:
            plan = self._plan = progress.load_plan(work, self._run_id)
        if plan is None:
            raise NotFound("training_run", self._run_id)
        data = Dataset.from_payload(plan.dataset)
        gone = data.missing(self._worker.blobs)
        if gone:
            raise Unprocessable("pictures_gone", f"The bytes of {gone} pictures are no longer in the store.")
        self._folder.mkdir(parents=True, exist_ok=True)
        self.progress = min(1.0, plan.step / plan.steps) if plan.steps else 0.0
        self._say(f"attempt {self._lease.attempt} begins on {plan.engine}: {_of(data)}")
        self.on_flushed()
        request = TrainRequest(
            pictures=data.training_pictures(self._worker.blobs),
            parameters=plan.parameters,
            seed=plan.seed,
            folder=self._folder,
            base=plan.base,
        )
        self._worker.host.submit(TrainAdapter(plan.engine, request))
        return False

    def on_message(self, answer: EngineMessage, *, stopping: bool) -> bool:
        """Take in what the engines say; whether that is all. Raises what keeping the adapter raises."""
        match answer:
            case TrainingProgress(told):
                self._learned(told)
            case TrainingFinished(adapter) if not stopping:
                self._adapter = self._kept(adapter)
                return True
            case _:
                pass
        return False

    def flush(self, work: UnitOfWork) -> None:
        """Write what is new since the last beat."""
        progress.write_update(work, self._worker.blobs, self._run_id, self._news)

    def on_flushed(self) -> None:
        """It was committed: now it may stand in the log."""
        self._news = ProgressUpdate(
            step=self._news.step, steps=self._news.steps, steps_per_second=self._news.steps_per_second
        )
        lines, self._lines = self._lines, []
        run_folders.append_log(self._folder, utc_now(), lines)

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """End the job and name the adapter, in one transaction."""
        completion = queue.complete(work, self._lease)
        if completion.outcome == "succeeded" and self._adapter is not None:
            insert_adapter(work, self._worker.blobs, self._adapter, created_by=completion.created_by)
        return completion.outcome

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:
        """Whatever the end: what was heard before it is written with it, so that going on later leaves no gap."""
        if state == "succeeded":
            self._reach_the_end()
        self.flush(work)
        self._say("it goes back to the queue" if state == "queued" else f"it has ended: {state}")
        work.after_commit(self.on_flushed)

    def _reach_the_end(self) -> None:
        """All steps are done, also where there was none left to tell of: a predecessor died with its last one."""
        news, plan = self._news, self._plan
        if not news.steps and plan is not None and self._adapter is not None:
            news.steps = max(1, plan.steps)
            news.add_metrics(news.steps, self._adapter.metrics)
        news.step = news.steps

    def _learned(self, told: TrainProgress) -> None:
        news = self._news
        news.step, news.steps = max(0, told.step), max(1, told.steps)
        self.progress = min(1.0, news.step / news.steps)
        news.steps_per_second = self._speed(told.step)
        for name in news.add_metrics(told.step, told.metrics):
            self._say(f"step {told.step}: {name} cannot be kept: {told.metrics[name]}")
        if told.note:
            self._say(f"step {told.step}: {told.note}")
        if told.checkpoint:
            news.checkpoint_step = told.step
            self._say(f"step {told.step}: checkpoint saved")
        if told.sample is not None:
            self._keep_sample(told.step, told.sample)

    def _speed(self, step: int) -> float | None:
        """Steps a second over the last quarter of a minute of this attempt."""
        now = time.monotonic()
        if not self._marks or now - self._marks[-1][1] >= MARK_SECONDS:
            self._marks.append((step, now))
        while len(self._marks) > 1 and now - self._marks[0][1] > SPEED_SECONDS:
            self._marks.popleft()
        first, began = self._marks[0]
        return (step - first) / (now - began) if step > first and now > began else None

    def _keep_sample(self, step: int, data: bytes) -> None:
        try:
            picture = prepare_picture(data, max_pixels=self._worker.max_pixels)
            if picture.media_type != "image/png":
                raise Unprocessable("sample_no_png", "It is no PNG.")
            digest = self._worker.blobs.put(picture.data)
        except PlatemarkError as error:
            self._say(f"step {step}: its sample cannot be kept: {error.detail}")
            return
        self._news.samples.append(StoredSample(step, digest, len(picture.data), picture.width, picture.height))

    def _kept(self, adapter: TrainedAdapter) -> NewAdapter:
        """The adapter's file in the blob store, as a row is to name it."""
        assert self._plan is not None
        path = _inside(self._folder, adapter.path)
        with path.open("rb") as file:
            digest = self._worker.blobs.put_file(file, limit=LARGEST_ADAPTER_BYTES)
        metrics = {name: float(value) for name, value in adapter.metrics.items() if is_storable(name, value)}
        return NewAdapter(
            name=self._plan.name,
            format=adapter.format,
            digest=digest,
            size_bytes=path.stat().st_size,
            source="trained",
            engine=self._plan.engine,
            base=adapter.base,
            training_run_id=self._run_id,
            dataset_digest=self._plan.dataset_digest,
            metrics=metrics,
        )

    def _say(self, line: str) -> None:
        self._lines.append(line)


def _of(data: Dataset) -> str:
    figures = data.view
    return f"{figures.image_count - figures.held_out_count} pictures to learn from, {figures.held_out_count} held out"


def _inside(folder: Path, path: Path) -> Path:
    """The adapter's file, which has to lie in the run's folder."""
    real = (folder / path).resolve()
    if not real.is_relative_to(folder.resolve()) or not real.is_file():
        raise Unprocessable("adapter_missing", "The engine left no adapter in the run's folder.")
    return real

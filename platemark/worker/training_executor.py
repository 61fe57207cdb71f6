"""Executes training jobs: submits the dataset and writes metrics, samples, checkpoints and the finished adapter.

Metrics, samples and checkpoints are written with the worker's beats, so the fencing token protects them. The log is a
file in the run's folder.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from pathlib import Path
from uuid import UUID

from platemark.adapters.service import insert_adapter
from platemark.adapters.views import NewAdapter
from platemark.clock import utc_now
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.base import TrainedAdapter, TrainingWishes, TrainProgress, TrainRequest
from platemark.errors import NotFound, PlatemarkError, Unprocessable
from platemark.images.pictures import prepare_picture
from platemark.jobs import queue
from platemark.jobs.queue import Lease, RunOutcome
from platemark.training import progress, run_folders, wishes
from platemark.training.dataset import Dataset
from platemark.training.progress import ProgressUpdate, StoredSample, TrainingPlan, is_storable
from platemark.worker.job_context import JobContext
from platemark.worker.messages import EngineMessage, TrainAdapter, TrainingFinished, TrainingProgress

MAX_ADAPTER_BYTES = 8 * 1024**3
SPEED_WINDOW_SECONDS = 15.0
SPEED_MARK_SECONDS = 0.5

log = logging.getLogger(__name__)


class TrainingExecutor:
    """Executes one training job."""

    image_count = 0

    def __init__(self, context: JobContext, lease: Lease) -> None:
        self.progress = 0.0
        self._context = context
        self._lease = lease
        self._run_id = UUID(lease.payload["training_run_id"])
        self._folder = run_folders.run_folder(context.training_dir, self._run_id)
        self._unwritten = ProgressUpdate()
        self._log_lines: list[str] = []
        self._adapter: NewAdapter | None = None
        self._plan: TrainingPlan | None = None
        self._speed_marks: deque[tuple[int, float]] = deque()
        self._wishes = TrainingWishes()
        self._asked = TrainingWishes()

    @property
    def needs_flush(self) -> bool:
        """Whether a user waits for it, or the database lacks a checkpoint: the next attempt would leave a gap."""
        return self._unwritten.checkpoint_step is not None or self._unwritten.done != TrainingWishes()

    def start(self) -> bool:
        """Submit the training task; NotFound if the run was deleted, Unprocessable if image bytes are missing."""
        with self._context.open_work(self._lease) as work:
            plan = self._plan = progress.load_plan(work, self._run_id)
        if plan is None:
            raise NotFound("training_run", self._run_id)
        dataset = Dataset.from_payload(plan.dataset)
        missing = dataset.count_missing(self._context.blobs)
        if missing:
            raise Unprocessable("pictures_gone", f"The bytes of {missing} images are missing from the blob store.")
        self._folder.mkdir(parents=True, exist_ok=True)
        self.progress = min(1.0, plan.step / plan.steps) if plan.steps else 0.0
        self._log(f"attempt {self._lease.attempt} starts on {plan.engine}: {_describe(dataset)}")
        self.on_flushed()
        request = TrainRequest(
            pictures=dataset.training_pictures(self._context.blobs),
            parameters=plan.parameters,
            seed=plan.seed,
            folder=self._folder,
            base=plan.base,
        )
        self._context.host.submit(TrainAdapter(plan.engine, request))
        return False

    def on_message(self, message: EngineMessage, *, stopping: bool) -> bool:
        """Take in a message; True if training is done. Raises what storing the adapter raises."""
        match message:
            case TrainingProgress(step_progress):
                self._add_progress(step_progress)
            case TrainingFinished(adapter) if not stopping:
                self._adapter = self._store_adapter(adapter)
                return True
            case _:
                pass
        return False

    def flush(self, work: UnitOfWork) -> None:
        """Write what is new since the last beat, and read what users ask for."""
        progress.write_progress(work, self._context.blobs, self._run_id, self._unwritten)
        self._wishes = wishes.list_outstanding(work, self._run_id)

    def on_flushed(self) -> None:
        """Forget what has been committed, and append its lines to the log."""
        before = self._unwritten
        self._unwritten = ProgressUpdate(step=before.step, steps=before.steps, steps_per_second=before.steps_per_second)
        self._ask_trainer()
        self._append_log()

    def complete(self, work: UnitOfWork) -> RunOutcome:
        """End the job and insert the adapter, in one transaction."""
        completion = queue.complete(work, self._lease)
        if completion.outcome == "succeeded" and self._adapter is not None:
            insert_adapter(work, self._context.blobs, self._adapter, created_by=completion.created_by)
        return completion.outcome

    def close(self, work: UnitOfWork, state: RunOutcome) -> None:
        """Write what is left, whatever the end, so that a resumed run has no gap."""
        if state == "succeeded":
            self._set_last_step()
        self.flush(work)
        if state != "queued":
            wishes.drop_all(work, self._run_id)
        self._append_log()  # whoever sees that the run has ended finds what happened until then
        self._log("returns to the queue" if state == "queued" else f"ended: {state}")
        work.after_commit(self.on_flushed)

    def _set_last_step(self) -> None:
        """Mark all steps as done, even if this attempt had none: the one before may have died with the last step."""
        unwritten, plan = self._unwritten, self._plan
        if not unwritten.steps and plan is not None and self._adapter is not None:
            unwritten.steps = max(1, plan.steps)
            unwritten.add_metrics(unwritten.steps, self._adapter.metrics)
        unwritten.step = unwritten.steps

    def _add_progress(self, step_progress: TrainProgress) -> None:
        unwritten, step = self._unwritten, step_progress.step
        unwritten.step, unwritten.steps = max(0, step), max(1, step_progress.steps)
        self.progress = min(1.0, unwritten.step / unwritten.steps)
        unwritten.steps_per_second = self._measure_speed(step)
        for name in unwritten.add_metrics(step, step_progress.metrics):
            self._log(f"step {step}: metric {name} cannot be stored: {step_progress.metrics[name]}")
        if step_progress.note:
            self._log(f"step {step}: {step_progress.note}")
        if step_progress.checkpoint:
            unwritten.checkpoint_step = step
            self._log(f"step {step}: checkpoint saved")
        if step_progress.sample is not None:
            self._store_sample(step, step_progress.sample)
        self._note_done(TrainingWishes(sample=step_progress.sample is not None, save=step_progress.checkpoint))

    def _ask_trainer(self) -> None:
        """Ask the engine for what users ask for, each wish once."""
        asked, wanted = self._asked, self._wishes
        new = TrainingWishes(sample=wanted.sample and not asked.sample, save=wanted.save and not asked.save)
        if new != TrainingWishes():
            self._asked = TrainingWishes(sample=asked.sample or new.sample, save=asked.save or new.save)
            self._context.host.ask_trainer(new)

    def _note_done(self, new: TrainingWishes) -> None:
        """Take what the engine made for what it was asked for."""
        asked, done = self._asked, self._unwritten.done
        self._unwritten.done = TrainingWishes(
            sample=done.sample or (asked.sample and new.sample), save=done.save or (asked.save and new.save)
        )
        self._asked = TrainingWishes(sample=asked.sample and not new.sample, save=asked.save and not new.save)

    def _measure_speed(self, step: int) -> float | None:
        """Steps a second over the last 15 seconds of this attempt; None while there is nothing to compare with."""
        now = time.monotonic()
        if not self._speed_marks or now - self._speed_marks[-1][1] >= SPEED_MARK_SECONDS:
            self._speed_marks.append((step, now))
        while len(self._speed_marks) > 1 and now - self._speed_marks[0][1] > SPEED_WINDOW_SECONDS:
            self._speed_marks.popleft()
        first_step, first_time = self._speed_marks[0]
        return (step - first_step) / (now - first_time) if step > first_step and now > first_time else None

    def _store_sample(self, step: int, data: bytes) -> None:
        try:
            picture = prepare_picture(data, max_pixels=self._context.max_image_pixels)
            if picture.media_type != "image/png":
                raise Unprocessable("sample_no_png", "It is not a PNG.")
            digest = self._context.blobs.put(picture.data)
        except PlatemarkError as error:
            self._log(f"step {step}: the sample cannot be stored: {error.detail}")
            return
        self._unwritten.samples.append(StoredSample(step, digest, len(picture.data), picture.width, picture.height))

    def _store_adapter(self, adapter: TrainedAdapter) -> NewAdapter:
        """Put the adapter's file in the blob store; the row to insert for it."""
        assert self._plan is not None
        path = _resolve_inside(self._folder, adapter.path)
        with path.open("rb") as file:
            digest = self._context.blobs.put_file(file, limit=MAX_ADAPTER_BYTES)
        metrics = {name: float(value) for name, value in adapter.metrics.items() if is_storable(name, value)}
        return NewAdapter(
            name=self._plan.name,
            description=self._plan.description,
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

    def _log(self, line: str) -> None:
        self._log_lines.append(line)

    def _append_log(self) -> None:
        lines, self._log_lines = self._log_lines, []
        run_folders.append_log(self._folder, utc_now(), lines)


def _describe(dataset: Dataset) -> str:
    counts = dataset.view
    training_count = counts.image_count - counts.held_out_count
    return f"{training_count} training images, {counts.held_out_count} held out"


def _resolve_inside(folder: Path, path: Path) -> Path:
    """The adapter's real path; Unprocessable unless it is a file in the run's folder."""
    real = (folder / path).resolve()
    if not real.is_relative_to(folder.resolve()) or not real.is_file():
        raise Unprocessable("adapter_missing", "The engine left no adapter file in the run's folder.")
    return real

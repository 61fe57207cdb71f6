"""The registry of executors: which one executes which kind of job."""

from __future__ import annotations

from platemark.worker.caption_executor import CaptionExecutor
from platemark.worker.generation_executor import GenerationExecutor
from platemark.worker.job_executor import ExecutorRegistry
from platemark.worker.training_executor import TrainingExecutor

EXECUTORS: ExecutorRegistry = {
    "generate": GenerationExecutor,
    "caption": CaptionExecutor,
    "train": TrainingExecutor,
}

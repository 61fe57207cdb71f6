"""Making a job's pictures with its engine. This runs beside the engine, in a process that knows no database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from platemark.engines.base import AdapterUse, Engine, EngineImage, GenerateRequest, Progress, ShouldCancel
from platemark.jobs.requests import GenerateJob


def pictures(
    engine: Engine,
    payload: dict[str, Any],
    on_progress: Callable[[float], None],
    should_cancel: ShouldCancel,
    adapters: tuple[AdapterUse, ...] = (),
) -> Iterator[EngineImage]:
    """The job's pictures, each as soon as it is done; progress is 0 … 1 over all. Raises what the engine raises.

    ``adapters`` are those of the job, with the files in which they lie.
    """
    job = GenerateJob.of_payload(payload)
    for index in range(job.count):

        def advanced(progress: Progress, index: int = index) -> None:
            on_progress((index + progress.fraction) / job.count)

        yield from engine.generate(_request(job, index, adapters), advanced, should_cancel)
        if index + 1 < job.count:  # that all is done is said by the end
            on_progress((index + 1) / job.count)


def _request(job: GenerateJob, index: int, adapters: tuple[AdapterUse, ...]) -> GenerateRequest:
    return GenerateRequest(
        prompt=job.prompt,
        negative_prompt=job.negative_prompt,
        width=job.width,
        height=job.height,
        seed=(job.seed or 0) + index,
        steps=job.steps,
        guidance_scale=job.guidance_scale,
        adapters=adapters,
    )

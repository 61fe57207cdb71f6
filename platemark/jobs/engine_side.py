"""The part of a generation job that runs beside its engine, in a process without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from platemark.engines.base import AdapterUse, Engine, EngineImage, GenerateRequest, Progress, ShouldCancel
from platemark.jobs.lora_tags import remove_tags
from platemark.jobs.requests import GenerateJob

OnPreview = Callable[[Callable[[], bytes]], None]
"""Takes what renders a picture, to call it or not."""


def ignore_preview(_render: Callable[[], bytes]) -> None:
    """Take no preview."""


def generate_images(
    engine: Engine,
    payload: dict[str, Any],
    on_progress: Callable[[float], None],
    should_cancel: ShouldCancel,
    adapters: tuple[AdapterUse, ...] = (),
    on_preview: OnPreview = ignore_preview,
) -> Iterator[EngineImage]:
    """Yield the images of a job, each as soon as it is finished; raises what the engine raises.

    ``on_progress`` receives the progress over all images, 0 … 1. ``adapters`` are the job's, with the files that hold
    their weights. ``on_preview`` is offered whatever can be seen meanwhile: an unfinished image, unless the engine has
    no more steps to do, and each image that others follow.
    """
    job = GenerateJob.from_payload(payload)
    if not engine.capabilities().loras_in_prompt:
        job = replace(job, prompt=remove_tags(job.prompt))  # they are among the adapters
    for index in range(job.count):

        def report_progress(progress: Progress, index: int = index) -> None:
            on_progress((index + progress.fraction) / job.count)
            if progress.preview is not None and progress.step < progress.steps:
                on_preview(progress.preview)

        for image in engine.generate(_engine_request(job, index, adapters), report_progress, should_cancel):
            yield image
            if index + 1 < job.count:
                on_preview(partial(_bytes_of, image))
        if index + 1 < job.count:  # the end of the job implies progress 1
            on_progress((index + 1) / job.count)


def _bytes_of(image: EngineImage) -> bytes:
    return image.data


def _engine_request(job: GenerateJob, index: int, adapters: tuple[AdapterUse, ...]) -> GenerateRequest:
    return GenerateRequest(
        prompt=job.prompt,
        negative_prompt=job.negative_prompt,
        width=job.width,
        height=job.height,
        seed=(job.seed or 0) + index,
        steps=job.steps,
        guidance_scale=job.guidance_scale,
        model=job.model,
        adapters=adapters,
    )

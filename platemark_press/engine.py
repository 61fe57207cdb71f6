"""The press as an engine. Imports no drawing code and no numpy before the first image, caption or training run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from platemark.engines.base import (
    Cancelled,
    Capabilities,
    Caption,
    CaptionRequest,
    EngineImage,
    GenerateRequest,
    Health,
    OnProgress,
    OnTrainProgress,
    Parameter,
    Progress,
    PromptPreview,
    ShouldCancel,
    TrainedAdapter,
    TrainingFinding,
    TrainRequest,
)
from platemark_press.style_plates import FORMAT
from platemark_press.style_plates.parameters import PARAMETERS

if TYPE_CHECKING:
    from platemark_press.print_job import PrintJob

MIN_SIDE, MAX_SIDE, MAX_STEPS = 64, 2048, 100


class Press:
    """Prints images from words, shapes and ink, without a model; style plates add what was learned from an album."""

    name = "press"
    version = "1"

    def capabilities(self) -> Capabilities:
        """Any size from 64 to 2048 pixels a side, and up to 100 passes."""
        return Capabilities(
            kinds=frozenset({"generate", "caption"}),
            trains=True,
            previews=True,
            deterministic=True,
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset({FORMAT}),
            min_side=MIN_SIDE,
            max_side=MAX_SIDE,
            side_multiple=1,
            max_steps=MAX_STEPS,
        )

    def health(self) -> Health:
        """Always healthy: everything it needs is installed with Platemark."""
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Draw the picture, then print it in passes; a preview is printed only when it is called for."""
        from platemark_press.print_job import PrintJob

        _check_cancelled(should_cancel)
        job = PrintJob.from_request(request)
        for step in range(1, request.steps + 1):
            _check_cancelled(should_cancel)
            on_progress(Progress(step, request.steps, _preview(job, step / request.steps)))
        _check_cancelled(should_cancel)
        used, ignored = job.split_words()
        yield EngineImage(
            data=job.print_png(1.0),
            media_type="image/png",
            width=request.width,
            height=request.height,
            seed=request.seed,
            engine=self.name,
            engine_version=self.version,
            model=None,
            words_used=used,
            words_ignored=ignored,
            parameters={
                "steps": request.steps,
                "guidance_scale": request.guidance_scale,
                "plate": job.plan.plate,
                "palette": job.palette.name,
                "style": job.style,
            },
        )

    def preview_prompt(self, request: GenerateRequest) -> PromptPreview:
        """The words that a picture would use and ignore: a small one is drawn, but not printed."""
        from platemark_press.print_job import PrintJob

        return PromptPreview(*PrintJob.from_request(replace(request, width=MIN_SIDE, height=MIN_SIDE)).split_words())

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Caption a picture by its measures: colours, light, contrast, texture and composition; never its subject."""
        from platemark_press.captioning import caption_picture

        _check_cancelled(should_cancel)
        text, tags = caption_picture(request.path)
        return Caption(
            text=text, tags=tags if request.tags else (), engine=self.name, engine_version=self.version, model=None
        )

    def parameters(self) -> Sequence[Parameter]:
        """The parameters of style plate training."""
        return PARAMETERS

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What is missing to train a style plate, or would make it a poor one."""
        from platemark_press.style_plates.training_checks import check_training

        return check_training(request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Train a style plate; samples are small prints with the current plate."""
        from platemark_press.print_job import print_sample
        from platemark_press.style_plates.training_run import train_plate

        return train_plate(request, on_progress, should_cancel, lambda plate: print_sample(plate, request.seed))


def _preview(job: PrintJob, share: float) -> Callable[[], bytes]:
    return lambda: job.print_png(share)


def _check_cancelled(should_cancel: ShouldCancel) -> None:
    if should_cancel():
        raise Cancelled

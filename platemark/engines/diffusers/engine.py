"""Stable Diffusion as an engine. Nothing heavy is imported before the first picture or training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platemark.engines.base import (
    Cancelled,
    Capabilities,
    Caption,
    CaptionRequest,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    JobKind,
    OnProgress,
    OnTrainProgress,
    Parameter,
    ShouldCancel,
    TrainedAdapter,
    TrainingFinding,
    TrainRequest,
)
from platemark.engines.diffusers import libraries, training_checks
from platemark.engines.diffusers.captioner_files import NOT_NAMED, CaptionerFiles
from platemark.engines.diffusers.model_catalog import Models
from platemark.engines.diffusers.model_files import Model
from platemark.engines.diffusers.training_parameters import PARAMETERS

if TYPE_CHECKING:
    from platemark.engines.diffusers.captioning import LoadedCaptioner
    from platemark.engines.diffusers.pipeline import Loaded


class Diffusers:
    """The model at ``path`` on ``device`` (``cpu``, ``cuda:0``, ``mps``). It stays in memory between pictures.

    A training may be for another of the checkpoints in the folder ``models``. Where the folder ``captioner`` is there,
    it describes pictures with the BLIP in it; without a ``path`` it does nothing else.
    """

    name = "diffusers"
    version = "1"

    def __init__(
        self, path: Path | None, *, device: str = "cpu", models: Path | None = None, captioner: Path | None = None
    ) -> None:
        self._models = Models(Model(path), models) if path else None
        self._captioner = CaptionerFiles(captioner) if captioner else None
        self._device = device
        self._loaded: Loaded | None = None
        self._describing: LoadedCaptioner | None = None

    def capabilities(self) -> Capabilities:
        """The same seed makes the same picture on a CPU; graphics cards promise no such thing."""
        return Capabilities(
            kinds=frozenset(self._kinds()),
            trains=self._models is not None and self._models.can_be_taught,
            previews=True,
            deterministic=self._device == "cpu",
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset({"lora"}),
            model=self._models.default.name if self._models else None,
            min_side=64,
            max_side=2048,
            side_multiple=8,
            max_steps=200,
        )

    def health(self) -> Health:
        """Whether everything is installed and the models' files are what they should be; by their headers alone."""
        problem = libraries.missing() or self._files_problem()
        return Health(ok=problem is None, hint=problem or "")

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """One picture, the same alone or among others of a job."""
        model = self._drawn_with().default
        _require(model)
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import generation

        yield generation.draw(self._ready(model), request, on_progress, should_cancel)

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """One sentence; it has no tags to give, and no measure of how sure it is."""
        problem = libraries.missing() or (self._captioner.problem() if self._captioner else NOT_NAMED)
        if problem:
            raise EngineError("engine_unavailable", "The captioner cannot run.", retryable=True, hint=problem)
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import captioning

        captioner = self._ready_to_describe()
        text = captioning.describe(captioner, request.path, should_cancel)
        return Caption(text=text, engine=self.name, engine_version=self.version, model=captioner.model)

    def parameters(self) -> Sequence[Parameter]:
        """What training a LoRA can be told."""
        return PARAMETERS

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What is missing: software, model, pictures, captions, size, disk, memory."""
        return training_checks.check(self._drawn_with(), libraries.missing(), request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """A LoRA for the model that is asked for, as ``adapter.safetensors`` in the run's folder."""
        model = self._drawn_with().find(request.base)
        _require(model)
        if model.is_xl:
            raise EngineError("base_not_taught", training_checks.NO_XL, hint="Name another base.")
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import training

        self._loaded = self._describing = None  # training loads its own, and needs the room
        return training.train(model, self._device, request, on_progress, should_cancel)

    def _kinds(self) -> Iterator[JobKind]:
        if self._models is not None:
            yield "generate"
        if self._captioner is not None and self._captioner.is_there:
            yield "caption"

    def _files_problem(self) -> str | None:
        problem = self._models.default.problem() if self._models else None
        return problem or (self._captioner.problem() if self._captioner else None)

    def _drawn_with(self) -> Models:
        if self._models is None:
            hint = "No model is named; set PLATEMARK_DIFFUSERS_MODEL."
            raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=hint)
        return self._models

    def _ready(self, model: Model) -> Loaded:
        from platemark.engines.diffusers import pipeline

        if self._loaded is None:
            self._loaded = pipeline.load(model, self._device)
        return self._loaded

    def _ready_to_describe(self) -> LoadedCaptioner:
        from platemark.engines.diffusers import captioning

        if self._describing is None:
            assert self._captioner is not None
            self._describing = captioning.load(self._captioner, self._device)
        return self._describing


def _require(model: Model) -> None:
    problem = libraries.missing() or model.problem()
    if problem:
        raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=problem)

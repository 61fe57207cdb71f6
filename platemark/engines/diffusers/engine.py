"""Stable Diffusion as an engine. Nothing heavy is imported before the first picture or training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platemark.engines.base import (
    Cancelled,
    Capabilities,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    OnProgress,
    OnTrainProgress,
    Parameter,
    Shortfall,
    ShouldCancel,
    TrainedAdapter,
    TrainRequest,
)
from platemark.engines.diffusers import libraries, readiness
from platemark.engines.diffusers.model import Model
from platemark.engines.diffusers.models import Models
from platemark.engines.diffusers.parameters import PARAMETERS

if TYPE_CHECKING:
    from platemark.engines.diffusers.pipeline import Loaded


class Diffusers:
    """The model at ``path`` on ``device`` (``cpu``, ``cuda:0``, ``mps``). It stays in memory between pictures.

    A training may be for another of the checkpoints in the folder ``models``.
    """

    name = "diffusers"
    version = "1"

    def __init__(self, path: Path, *, device: str = "cpu", models: Path | None = None) -> None:
        self._model = Model(path)
        self._models = Models(self._model, models)
        self._device = device
        self._loaded: Loaded | None = None

    def capabilities(self) -> Capabilities:
        """The same seed makes the same picture on a CPU; graphics cards promise no such thing."""
        return Capabilities(
            kinds=frozenset({"generate"}),
            trains=True,
            previews=True,
            deterministic=self._device == "cpu",
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset({"lora"}),
            min_side=64,
            max_side=2048,
            side_multiple=8,
            max_steps=200,
        )

    def health(self) -> Health:
        """Whether everything is installed and the model's files are what they should be; by their headers alone."""
        problem = _problem(self._model)
        return Health(ok=problem is None, hint=problem or "")

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """One picture, the same alone or among others of a job."""
        _require(self._model)
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import drawing

        yield drawing.draw(self._ready(), request, on_progress, should_cancel)

    def parameters(self) -> Sequence[Parameter]:
        """What training a LoRA can be told."""
        return PARAMETERS

    def check(self, request: TrainRequest) -> Sequence[Shortfall]:
        """What is missing: software, model, pictures, captions, size, disk, memory."""
        return readiness.check(self._models, libraries.missing(), request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """A LoRA for the model that is asked for, as ``adapter.safetensors`` in the run's folder."""
        model = self._models.find(request.base)
        _require(model)
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import training

        self._loaded = None  # training loads its own, and needs the room
        return training.train(model, self._device, request, on_progress, should_cancel)

    def _ready(self) -> Loaded:
        from platemark.engines.diffusers import pipeline

        if self._loaded is None:
            self._loaded = pipeline.load(self._model, self._device)
        return self._loaded


def _problem(model: Model) -> str | None:
    return libraries.missing() or model.problem()


def _require(model: Model) -> None:
    problem = _problem(model)
    if problem:
        raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=problem)

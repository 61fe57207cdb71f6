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
from platemark.engines.diffusers.parameters import PARAMETERS

if TYPE_CHECKING:
    from platemark.engines.diffusers.pipeline import Loaded


class Diffusers:
    """The model at ``path`` on ``device`` (``cpu``, ``cuda:0``, ``mps``). It stays in memory between pictures."""

    name = "diffusers"
    version = "1"

    def __init__(self, path: Path, *, device: str = "cpu") -> None:
        self._model = Model(path)
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
        problem = libraries.missing() or self._model.problem()
        return Health(ok=problem is None, hint=problem or "")

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """One picture, the same alone or among others of a job."""
        self._require_health()
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
        return readiness.check(self._model, self.health(), request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """A LoRA for this model, as ``adapter.safetensors`` in the run's folder."""
        self._require_health()
        if should_cancel():
            raise Cancelled
        libraries.keep_offline()
        from platemark.engines.diffusers import training

        self._loaded = None  # training loads its own, and needs the room
        return training.train(self._model, self._device, request, on_progress, should_cancel)

    def _ready(self) -> Loaded:
        from platemark.engines.diffusers import pipeline

        if self._loaded is None:
            self._loaded = pipeline.load(self._model, self._device)
        return self._loaded

    def _require_health(self) -> None:
        health = self.health()
        if not health.ok:
            raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=health.hint)

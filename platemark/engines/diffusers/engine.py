"""Stable Diffusion as an engine. Imports nothing heavy before the first image, caption or training run."""

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
    Model,
    OnProgress,
    OnTrainProgress,
    Parameter,
    PromptPreview,
    ShouldCancel,
    TrainedAdapter,
    TrainingFinding,
    TrainRequest,
)
from platemark.engines.diffusers import libraries, training_checks
from platemark.engines.diffusers.captioner_files import NOT_CONFIGURED, CaptionerFiles
from platemark.engines.diffusers.model_catalog import ModelCatalog
from platemark.engines.diffusers.model_files import ModelFiles
from platemark.engines.diffusers.prompt_weights import VERSION, parse_prompt
from platemark.engines.diffusers.training_parameters import PARAMETERS
from platemark.engines.weights import KnownDigests

ALL_WORDS = "Every word is used; a text of more than 75 tokens is encoded in several pieces."
CHANGED_HINT = "List the models, and name another one."

if TYPE_CHECKING:
    from platemark.engines.diffusers.captioning import LoadedCaptioner
    from platemark.engines.diffusers.pipeline import LoadedPipeline


class Diffusers:
    """Generates images with the model at ``path`` on ``device`` (``cpu``, ``cuda:0``, ``mps``).

    The model stays in memory between images. Requests and training runs may name another checkpoint in the folder
    ``models``; it takes the place of the one in memory. With a ``captioner`` folder, the engine captions pictures with
    the BLIP in it; without a ``path`` it does nothing else. ``digests`` is a file that keeps the digests of models.
    """

    name = "diffusers"
    version = VERSION

    def __init__(
        self,
        path: Path | None,
        *,
        device: str = "cpu",
        models: Path | None = None,
        captioner: Path | None = None,
        digests: Path | None = None,
    ) -> None:
        self._models = ModelCatalog(ModelFiles(path), models) if path else None
        self._captioner = CaptionerFiles(captioner) if captioner else None
        self._digests = KnownDigests(digests) if digests else None
        self._device = device
        self._loaded_pipeline: LoadedPipeline | None = None
        self._loaded_captioner: LoadedCaptioner | None = None

    def capabilities(self) -> Capabilities:
        """Deterministic on the CPU only; graphics cards do not guarantee the same image for the same seed."""
        return Capabilities(
            kinds=frozenset(self._kinds()),
            trains=self._models is not None and self._models.can_train,
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
        """Whether the libraries are installed and the models' files are valid; reads only the files' headers."""
        problem = libraries.describe_missing() or self._files_problem()
        return Health(ok=problem is None, hint=problem or "")

    def models(self) -> Sequence[Model]:
        """The default and the usable checkpoints in the folder; their digests as far as they were read once."""
        models = self._models.all() if self._models else ()
        return [
            Model(name=it.name, digest=self._known_digest(it), base=it.family, size_bytes=it.size_bytes())
            for it in models
            if it.problem() is None
        ]

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Generate one image; the result does not depend on the other images of a job."""
        model = _find_model(self._require_models(), request.model)
        _require_usable(model)
        if should_cancel():
            raise Cancelled
        libraries.disable_network()
        from platemark.engines.diffusers import generation

        loaded = self._load_pipeline(model)
        if request.model and " sha256:" in request.model and request.model != loaded.model:
            raise EngineError("model_changed", "The model of that name has another digest now.", hint=CHANGED_HINT)
        yield generation.generate_image(loaded, request, on_progress, should_cancel)

    def preview_prompt(self, request: GenerateRequest) -> PromptPreview:
        """All words: a text that is longer than the text encoder takes at once is encoded in pieces."""
        words = tuple(dict.fromkeys(parse_prompt(request.prompt).text.split()))
        parse_prompt(request.negative_prompt)
        return PromptPreview(words, (), ALL_WORDS)

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Caption a picture in one sentence; the model provides no tags and no confidence."""
        problem = libraries.describe_missing() or (self._captioner.problem() if self._captioner else NOT_CONFIGURED)
        if problem:
            raise EngineError("engine_unavailable", "The captioner cannot run.", retryable=True, hint=problem)
        if should_cancel():
            raise Cancelled
        libraries.disable_network()
        from platemark.engines.diffusers import captioning

        captioner = self._load_captioner()
        text = captioning.caption_picture(captioner, request.path, should_cancel)
        return Caption(text=text, engine=self.name, engine_version=self.version, model=captioner.model)

    def parameters(self) -> Sequence[Parameter]:
        """The parameters of LoRA training."""
        return PARAMETERS

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What the training lacks: libraries, model, pictures, captions, size, disk space, memory."""
        return training_checks.check_training(self._require_models(), libraries.describe_missing(), request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Train a LoRA for the requested model, as ``adapter.safetensors`` in the run's folder."""
        model = self._require_models().find(request.base)
        _require_usable(model)
        if model.is_xl:
            raise EngineError("base_not_taught", training_checks.XL_NOT_SUPPORTED, hint="Name another base.")
        if should_cancel():
            raise Cancelled
        libraries.disable_network()
        from platemark.engines.diffusers import training

        self._loaded_pipeline = self._loaded_captioner = None  # training loads its own model and needs the memory
        return training.train_lora(model, self._device, request, on_progress, should_cancel)

    def _kinds(self) -> Iterator[JobKind]:
        if self._models is not None:
            yield "generate"
        if self._captioner is not None and self._captioner.exists:
            yield "caption"

    def _files_problem(self) -> str | None:
        problem = self._models.default.problem() if self._models else None
        return problem or (self._captioner.problem() if self._captioner else None)

    def _require_models(self) -> ModelCatalog:
        if self._models is None:
            hint = "No model is configured; set PLATEMARK_DIFFUSERS_MODEL."
            raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=hint)
        return self._models

    def _load_pipeline(self, model: ModelFiles) -> LoadedPipeline:
        from platemark.engines.diffusers import pipeline

        loaded = self._loaded_pipeline
        if loaded is None or loaded.path != model.path:
            self._loaded_pipeline = loaded = None  # its memory is needed
            self._loaded_pipeline = loaded = pipeline.load_pipeline(model, self._device)
            if self._digests is not None:
                self._digests.remember(model.path, loaded.digest)
        return loaded

    def _known_digest(self, model: ModelFiles) -> str | None:
        return self._digests.get(model.path) if self._digests else None

    def _load_captioner(self) -> LoadedCaptioner:
        from platemark.engines.diffusers import captioning

        if self._loaded_captioner is None:
            assert self._captioner is not None
            self._loaded_captioner = captioning.load_captioner(self._captioner, self._device)
        return self._loaded_captioner


def _find_model(models: ModelCatalog, name: str | None) -> ModelFiles:
    try:
        return models.find(name)
    except EngineError as error:
        raise EngineError("unknown_model", str(error), hint=CHANGED_HINT) from None


def _require_usable(model: ModelFiles) -> None:
    problem = libraries.describe_missing() or model.problem()
    if problem:
        raise EngineError("engine_unavailable", "Stable Diffusion cannot run.", hint=problem)

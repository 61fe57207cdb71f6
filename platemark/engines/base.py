"""The protocol that every engine implements, and the plain data that it exchanges. The only module plug-ins need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

JobKind = Literal["generate", "caption"]


class Cancelled(Exception):
    """The caller cancelled the work; there is no result."""


class EngineError(Exception):
    """An engine could not do the work.

    ``code`` is a stable identifier, ``retryable`` says whether the same request may succeed later, ``hint`` tells a
    person what to do about it.
    """

    def __init__(self, code: str, message: str, *, retryable: bool = False, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.retryable = retryable
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an engine can do. A job that needs more is refused before it is queued.

    ``kinds`` are the kinds of jobs that it runs: ``generate`` with ``Engine.generate``, ``caption`` with
    ``Captioner.caption``; the other fields apply to ``generate``. An engine without ``steps`` always gets the default
    number. An engine without ``seed`` still gets seeds, because every image has one; it reports ``seed_heeded: False``
    in the image's parameters. ``model`` names the weights in use; None if there are none, or it cannot know beforehand.
    With ``loras_in_prompt`` it looks itself for the LoRAs that a prompt names (``<lora:name:0.8>``); for other engines
    they become adapters, and the prompt comes without them. ``jobs_at_once`` limits how many of its jobs run at the
    same time, over all workers of the studio.
    """

    kinds: frozenset[JobKind]
    trains: bool
    previews: bool
    deterministic: bool
    negative_prompt: bool
    guidance_scale: bool
    steps: bool = True
    seed: bool = True
    adapter_formats: frozenset[str]
    model: str | None = None
    jobs_at_once: int | None = None
    loras_in_prompt: bool = False
    min_side: int
    max_side: int
    side_multiple: int
    max_steps: int


@dataclass(frozen=True, slots=True)
class Health:
    """Whether an engine can work now, and what to install or fix if it cannot."""

    ok: bool
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterUse:
    """An adapter to apply: its file in the blob store, and its weight.

    ``weight`` is 0 … 1 for a style plate and -2 … 2 for a LoRA; 0 changes nothing. ``digest`` is the file's SHA-256.
    """

    path: Path
    format: str
    digest: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateRequest:
    """One image to generate. Sizes in pixels; ``seed`` 0 … 2**53 - 1; ``guidance_scale`` 0 … 30.

    ``model`` names one that the engine lists (``ModelChooser``), with its digest if that was known,
    ``NAME sha256:DIGEST``; None is the engine's own. ``adapters`` have formats that the engine's capabilities list.
    """

    prompt: str
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    seed: int = 0
    steps: int = 20
    guidance_scale: float = 7.5
    model: str | None = None
    adapters: tuple[AdapterUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Step ``step`` of ``steps`` is done; ``preview`` renders the unfinished image (PNG bytes), only when called."""

    step: int
    steps: int
    preview: Callable[[], bytes] | None = None

    @property
    def fraction(self) -> float:
        """The completed share, 0 … 1."""
        return self.step / self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineImage:
    """A finished image as encoded bytes, with everything needed to reproduce it."""

    data: bytes
    media_type: str
    width: int
    height: int
    seed: int
    engine: str
    engine_version: str
    model: str | None
    words_used: tuple[str, ...] = ()
    words_ignored: tuple[str, ...] = ()
    parameters: dict[str, str | int | float | bool] = field(default_factory=dict)


OnProgress = Callable[[Progress], None]
ShouldCancel = Callable[[], bool]


class Engine(Protocol):
    """Generates images. An engine keeps no state between calls that changes a result."""

    name: str
    version: str

    def capabilities(self) -> Capabilities:
        """What this engine can do. Must be cheap: loads no model."""
        ...

    def health(self) -> Health:
        """Whether it can work now. Must be cheap."""
        ...

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Yield the image for ``request``. Raises Cancelled or EngineError.

        Calls ``on_progress`` after each step and checks ``should_cancel`` between steps.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A checkpoint that an engine can generate with.

    ``name`` is what requests name it by, one line of at most 200 characters. ``digest`` is the SHA-256 of its file,
    None while it is not known. ``base`` is its family, such as ``Stable Diffusion 1``, if that is known.
    """

    name: str
    digest: str | None = None
    base: str | None = None
    size_bytes: int | None = None


class ModelChooser(Protocol):
    """Implemented by an engine with several models. An engine without this method has the one of its capabilities."""

    def models(self) -> Sequence[Model]:
        """The models that a request may name. Must be quick: loads none. EngineError if it cannot say now.

        If a request names one with a digest, and its file has another one, ``generate`` raises an EngineError.
        """
        ...


@dataclass(frozen=True, slots=True)
class PromptPreview:
    """Which words of a prompt an engine uses, and which it ignores, in their order; ``note`` is a line for people."""

    words_used: tuple[str, ...]
    words_ignored: tuple[str, ...]
    note: str = ""


class PromptPreviewer(Protocol):
    """Implemented by an engine that can say beforehand what it makes of a prompt; others are not asked."""

    def preview_prompt(self, request: GenerateRequest) -> PromptPreview:
        """What ``generate`` would make of the words; EngineError if it would refuse them.

        Must be quick: loads no model. The studio calls it in the process of its API, in several threads at a time, and
        without ``adapters``.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRequest:
    """One picture to caption: its file in the blob store, and its media type (``image/png``, …).

    The file name carries no information. ``tags`` says whether to return tags besides the sentence.
    """

    path: Path
    media_type: str
    tags: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """One property of a picture in a word or two; ``confidence`` 0 … 1, None if the engine has none."""

    text: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The caption of a picture: a sentence, and tags if requested, the most confident first.

    ``model`` names the weights that produced it; None if there are none.
    """

    text: str
    engine: str
    engine_version: str
    model: str | None = None
    confidence: float | None = None
    tags: tuple[Tag, ...] = ()


class Captioner(Protocol):
    """Implemented by an engine whose capabilities include the kind ``caption``. Keeps no state between calls."""

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Caption the picture. Checks ``should_cancel`` during long work; raises Cancelled or EngineError.

        An EngineError that is not ``retryable`` concerns this picture only: it is skipped, and the job continues with
        the next. A ``retryable`` one ends the attempt; the next attempt resumes with the same picture.
        """
        ...


@dataclass(frozen=True, slots=True)
class TrainingPicture:
    """A training picture: its file in the blob store, and its caption, which may be empty.

    A picture that is ``held_out`` is never trained on; it measures how well the training generalises.
    """

    path: Path
    caption: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class TrainingWishes:
    """What users ask of a training run while it runs: a ``sample`` now, to ``save`` a checkpoint now."""

    sample: bool = False
    save: bool = False


def no_wishes() -> TrainingWishes:
    """Nothing is asked."""
    return TrainingWishes()


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """A training run. ``parameters`` has a value for each of ``Trainer.parameters()``, within its bounds.

    ``folder`` exists and belongs to this run alone; it takes checkpoints and samples. ``base`` names the model to train
    for, as the engine spells it; None if the engine has only one.

    ``take_wishes`` says what was asked since it was last called. A trainer calls it after each step, and reports the
    step with the sample and the checkpoint that are asked for, besides those that are due; neither changes the result.
    If it does not, the next ones that are due are taken for them.
    """

    pictures: tuple[TrainingPicture, ...]
    parameters: dict[str, str | int | float | bool]
    seed: int
    folder: Path
    base: str | None = None
    take_wishes: Callable[[], TrainingWishes] = no_wishes


@dataclass(frozen=True, slots=True)
class TrainProgress:
    """Step ``step`` of ``steps`` is done, with its metrics (``train_loss``, ``held_out_loss``, …).

    ``sample`` is a PNG. ``checkpoint`` says that a complete checkpoint of this step is in the run's folder. ``note`` is
    a line for the log. Steps never decrease within one call of ``train``.
    """

    step: int
    steps: int
    metrics: dict[str, float] = field(default_factory=dict)
    sample: bytes | None = None
    checkpoint: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrainedAdapter:
    """The result of training: a file in the run's folder, its format, and the final metrics."""

    path: Path
    format: str
    base: str | None
    metrics: dict[str, float]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A training parameter: its meaning, its default and its allowed values.

    Values have the type of ``default``. Numbers have ``minimum`` and ``maximum``, both inclusive; strings have
    ``choices``.
    """

    name: str
    description: str
    default: str | int | float | bool
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingFinding:
    """Why training cannot start, or is not worth its time, and how to fix that. ``code`` is a stable identifier.

    A ``fatal`` finding keeps the run from being queued; any other is advice.
    """

    code: str
    message: str
    hint: str
    fatal: bool = True


OnTrainProgress = Callable[[TrainProgress], None]


class Trainer(Protocol):
    """Implemented by an engine whose capabilities say that it ``trains``. Keeps no state between calls."""

    def parameters(self) -> Sequence[Parameter]:
        """The training parameters. Must be cheap. One of them is ``steps``, the length of a run."""
        ...

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What this training lacks. Must be quick: loads no model and writes nothing. ``folder`` may not exist."""
        ...

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Train, and write the adapter to the run's folder. Calls ``on_progress`` after each step or every few steps.

        Resumes from the newest complete checkpoint in the folder, with the same result, bit for bit, as a run without
        interruption. Checks ``should_cancel`` between steps. Raises Cancelled or EngineError.
        """
        ...

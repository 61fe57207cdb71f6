"""The protocol that every engine speaks, and the plain data that crosses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

JobKind = Literal["generate", "caption"]


class Cancelled(Exception):
    """The caller asked the engine to stop; nothing was made."""


class EngineError(Exception):
    """An engine could not do what it was asked.

    ``code`` is a stable word, ``retryable`` says whether the same request may succeed later, ``hint`` tells a person
    what to do about it.
    """

    def __init__(self, code: str, message: str, *, retryable: bool = False, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.retryable = retryable
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an engine can do. A job that asks for more is refused before it is queued.

    ``kinds`` are the jobs that it does: ``generate`` by the method of that name, ``caption`` by that of ``Captioner``;
    the other fields are about pictures that it makes. An engine that does not heed ``steps`` is given the default
    alone; one that does not heed a ``seed`` is given seeds all the same, as every picture has one: it says
    ``seed_heeded: False`` in the picture's parameters.
    ``model`` names the weights that it draws with now, None where there are none or it cannot tell beforehand.
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
    min_side: int
    max_side: int
    side_multiple: int
    max_steps: int


@dataclass(frozen=True, slots=True)
class Health:
    """Whether an engine can work now, and what to install or mend when it cannot."""

    ok: bool
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdapterUse:
    """An adapter to draw with: its file in the blob store, and how much of it.

    ``weight`` is 0 … 1 for a style plate and -2 … 2 for a LoRA; 0 changes nothing. ``digest`` is the file's SHA-256.
    """

    path: Path
    format: str
    digest: str
    name: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateRequest:
    """One picture to make. Sizes in pixels; ``seed`` 0 … 2**53 - 1; ``guidance_scale`` 0 … 30.

    ``adapters`` are of formats that the engine's capabilities name.
    """

    prompt: str
    negative_prompt: str = ""
    width: int = 512
    height: int = 512
    seed: int = 0
    steps: int = 20
    guidance_scale: float = 7.5
    adapters: tuple[AdapterUse, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """After ``step`` of ``steps``; ``preview`` makes the picture as it stands (PNG bytes), only when called."""

    step: int
    steps: int
    preview: Callable[[], bytes] | None = None

    @property
    def fraction(self) -> float:
        """How much is done, 0 … 1."""
        return self.step / self.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineImage:
    """A finished picture as encoded bytes, with all that is needed to make it again."""

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
    """Makes pictures. ``generate`` yields each when it is finished, raises Cancelled or EngineError, keeps no state."""

    name: str
    version: str

    def capabilities(self) -> Capabilities:
        """What this engine can do, without loading anything heavy."""
        ...

    def health(self) -> Health:
        """Whether it can work now."""
        ...

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Yield the picture for ``request``; call ``on_progress`` after each step, ask ``should_cancel`` between."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRequest:
    """One picture to describe: the file of its bytes in the blob store, and what they are (``image/png``, …).

    The file's name says nothing. ``tags`` says whether single words are wanted besides the sentence.
    """

    path: Path
    media_type: str
    tags: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A word or two for one thing that holds of a picture; ``confidence`` 0 … 1, None where the engine has none."""

    text: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What an engine says of a picture: a sentence, and tags where they were wanted, the surest first.

    ``model`` names the weights that said it, None where there are none.
    """

    text: str
    engine: str
    engine_version: str
    model: str | None = None
    confidence: float | None = None
    tags: tuple[Tag, ...] = ()


class Captioner(Protocol):
    """What an engine can do besides, whose capabilities name the kind ``caption``. It keeps no state between calls."""

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """Describe the picture. Asks ``should_cancel`` where it takes long; raises Cancelled or EngineError.

        An EngineError that is not ``retryable`` is about this picture: it is passed over, and the next one asked for.
        One that is ``retryable`` ends the attempt; the next goes on with the same picture.
        """
        ...


@dataclass(frozen=True, slots=True)
class TrainingPicture:
    """A picture to learn from: its bytes in the blob store, and its caption (words, or nothing).

    One that is ``held_out`` is never learned from; it tells how well what was learned fits what was not seen.
    """

    path: Path
    caption: str
    held_out: bool


@dataclass(frozen=True, slots=True)
class TrainRequest:
    """What to learn, and how. ``parameters`` have a value for each of ``Trainer.parameters()``, within its bounds.

    ``folder`` is the run's own, for checkpoints and samples; it is there, and nobody else writes to it. ``base`` is
    the model to learn for, in the engine's words; None where it has but one.
    """

    pictures: tuple[TrainingPicture, ...]
    parameters: dict[str, str | int | float | bool]
    seed: int
    folder: Path
    base: str | None = None


@dataclass(frozen=True, slots=True)
class TrainProgress:
    """After ``step`` of ``steps``: what was measured (``train_loss``, ``held_out_loss``, …), now and then a sample.

    ``sample`` is a PNG. ``checkpoint`` says that a whole checkpoint of this step lies in the run's folder. ``note`` is
    a line for the log. Steps never fall within one call of ``train``.
    """

    step: int
    steps: int
    metrics: dict[str, float] = field(default_factory=dict)
    sample: bytes | None = None
    checkpoint: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrainedAdapter:
    """What training made: a file in the run's folder, its format, and the last measurements."""

    path: Path
    format: str
    base: str | None
    metrics: dict[str, float]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A setting of a trainer: what it means, its default, and what it may be.

    The type of ``default`` is the type of its values. Numbers have ``minimum`` and ``maximum``, both allowed; words
    have ``choices``.
    """

    name: str
    description: str
    default: str | int | float | bool
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingFinding:
    """Why training cannot begin, or would not be worth its time, and how to mend it. ``code`` is a stable word.

    One that is ``fatal`` keeps the run from being queued; another is advice.
    """

    code: str
    message: str
    hint: str
    fatal: bool = True


OnTrainProgress = Callable[[TrainProgress], None]


class Trainer(Protocol):
    """What an engine can do besides, whose capabilities say that it ``trains``. It keeps no state between calls."""

    def parameters(self) -> Sequence[Parameter]:
        """Its settings, without loading anything heavy. One of them is ``steps``, the length of a run."""
        ...

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What is missing for this training; quick, loads nothing heavy, writes nothing. ``folder`` may not exist."""
        ...

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Learn, and leave the adapter in the run's folder. Calls ``on_progress`` after each step or each few.

        Goes on from the newest whole checkpoint in the folder, with the same result, bit for bit, as if it had never
        stopped. Asks ``should_cancel`` between steps. Raises Cancelled or EngineError.
        """
        ...

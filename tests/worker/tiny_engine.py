"""A small engine for tests: it obeys its prompt, trains as its parameters say, and captions images by their colour."""

from __future__ import annotations

import ctypes
import json
import os
import random
import signal
import struct
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from platemark.engines.base import (
    Cancelled,
    Capabilities,
    Caption,
    CaptionRequest,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    OnProgress,
    OnTrainProgress,
    Parameter,
    Progress,
    ShouldCancel,
    Tag,
    TrainedAdapter,
    TrainingFinding,
    TrainProgress,
    TrainRequest,
)

SLOW, REFUSED, FLAKY, DEADLY, DUMB, CHATTY, NAPPING = range(1, 8)
"""The blue value of images that make ``caption`` behave differently."""


def png(seed: int) -> bytes:
    """A 4 x 4 image of one colour."""
    row = b"\0" + bytes((seed % 256, seed // 256 % 256, 7)) * 4
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 4)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


class TinyEngine:
    """Generates a 4 x 4 image, unless the first word of the prompt is a command.

    ``slow`` and ``stubborn`` take 30 s and report progress; ``stubborn`` ignores a stop; ``sketch`` is ``slow`` with a
    preview of each step. ``nap SECONDS`` waits, and
    ``blank SECONDS`` waits and generates no image. ``hog`` holds the GIL for 2 s. ``poison`` kills the engine process,
    ``assassin`` the worker. ``refuse`` and ``burst`` raise an error; ``rubbish`` returns bytes that are no image.
    """

    name = "tiny"
    version = "1"

    def capabilities(self) -> Capabilities:
        return Capabilities(
            kinds=frozenset({"generate", "caption"}), trains=True, previews=False, deterministic=True,
            negative_prompt=True, guidance_scale=True, adapter_formats=frozenset({"tiny_plate"}), min_side=64,
            max_side=1024, side_multiple=64, max_steps=50,
        )  # fmt: skip

    def health(self) -> Health:
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        command = request.prompt.split()[0]
        if command == "poison":
            os.kill(os.getpid(), signal.SIGKILL)
        if command == "assassin":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(30)
        if command == "refuse":
            raise EngineError("no_paper", "There is no paper.", hint="Buy some.")
        if command == "burst":
            raise RuntimeError("a pipe")
        if command == "hog":
            ctypes.PyDLL(None).usleep(2_000_000)  # a C call that does not release the GIL
        if command in ("nap", "blank"):
            ends = time.monotonic() + float(request.prompt.split()[1])
            while time.monotonic() < ends:
                if should_cancel():
                    raise Cancelled
                time.sleep(0.005)
        if command in ("slow", "stubborn"):
            for step in range(1, 601):
                if command == "slow" and should_cancel():
                    raise Cancelled
                on_progress(Progress(step, 600))
                time.sleep(0.05)
        if command == "sketch":
            for step in range(1, 601):
                if should_cancel():
                    raise Cancelled
                on_progress(Progress(step, 600, lambda step=step: png(step)))  # type: ignore[misc]
                time.sleep(0.05)
        if command == "blank":
            return
        shift = sum(round(use.weight * 100) * len(use.path.read_bytes()) for use in request.adapters)
        yield EngineImage(
            data=b"no picture" if command == "rubbish" else png(request.seed + shift), media_type="image/png",
            width=4, height=4, seed=request.seed, engine=self.name, engine_version=self.version, model=None,
            words_used=(command,), parameters={"pid": os.getpid()},
        )  # fmt: skip

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """The red and green of the first pixel, unless its blue value is one of those above."""
        with Image.open(request.path) as picture:
            red, green, blue = (int(tone) for tone in picture.convert("RGB").tobytes()[:3])
        if blue == SLOW:
            for _ in range(600):
                if should_cancel():
                    raise Cancelled
                time.sleep(0.05)
        if blue == NAPPING:
            time.sleep(0.4)
        if blue == REFUSED:
            raise EngineError("no_words", "There are no words for this.")
        if blue == FLAKY:
            raise EngineError("no_ink", "There is no ink.", retryable=True)
        if blue == DEADLY:
            os.kill(os.getpid(), signal.SIGKILL)
        text = {DUMB: "", CHATTY: "two\nlines " + "and more " * 400}.get(blue, f"red {red}, green {green}")
        tags = (Tag(f"red {red}", 0.75), Tag("Plate"), Tag("plate")) if request.tags else ()
        return Caption(
            text=text, engine=self.name, engine_version=self.version, model="eye", confidence=0.5, tags=tags
        )  # fmt: skip

    def parameters(self) -> Sequence[Parameter]:
        return (
            Parameter("steps", "Training steps.", 20, 1, 10_000),
            Parameter("every", "Steps between checkpoints.", 5, 1, 1000),
            Parameter("pause", "Seconds per step.", 0.0, 0.0, 10.0),
            Parameter("die_at", "The step at which the process kills itself, once.", 0, 0, 10_000),
            Parameter("mood", "How it behaves.", "calm", choices=("calm", "deaf", "burst", "odd", "elsewhere")),
        )

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        if request.base == "unknown":
            return [TrainingFinding("base_unknown", "There is no such base.", "Name another.")]
        return [TrainingFinding("Odd Code!", "Two\nlines.", "", fatal=False)] if request.base == "odd" else []

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Move a number in random steps towards the mean of the images' bytes; the loss is the remaining distance."""
        goal = sum(sum(picture.path.read_bytes()) for picture in request.pictures) / 1000
        steps, mood = int(request.parameters["steps"]), request.parameters["mood"]
        saved = request.folder / "checkpoint.json"
        done, here = json.loads(saved.read_text()) if saved.exists() else (0, 0.0)
        for step in range(done + 1, steps + 1):
            if should_cancel() and mood != "deaf":
                raise Cancelled
            chance = random.Random(request.seed * 100_003 + step).uniform(0.05, 0.15)
            here += (goal - here) * chance
            self._die_once(request, step)
            if mood == "burst" and step == 3:
                raise RuntimeError("a pipe")
            time.sleep(float(request.parameters["pause"]))
            due, wishes = step % int(request.parameters["every"]) == 0, request.take_wishes()
            checkpoint = due or wishes.save
            if checkpoint:
                _write(saved, json.dumps((step, here)))
            metrics = {"train_loss": abs(goal - here), "held_out_loss": abs(goal - here) * 1.1}
            if mood == "odd":
                metrics |= {"Not A Name": 1.0, "nothing": float("nan")}
            wanted = due or wishes.sample
            sample = png(step) if wanted and mood != "odd" else b"no picture" if wanted else None
            on_progress(TrainProgress(step, steps, metrics, sample, checkpoint, f"here is {here!r}"))
        path = Path("/etc/hostname") if mood == "elsewhere" else request.folder / "plate.json"
        if mood != "elsewhere":
            _write(path, json.dumps({"here": here, "seed": request.seed}))
        return TrainedAdapter(path, "tiny_plate", request.base, {"train_loss": abs(goal - here)})

    def _die_once(self, request: TrainRequest, step: int) -> None:
        mark = request.folder / "died"
        if step == request.parameters["die_at"] and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


def _write(path: Path, text: str) -> None:
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(text)
    unfinished.rename(path)

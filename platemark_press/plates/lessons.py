"""An album made ready for learning: some pixels and some patches of each picture, and its caption's words.

A picture is open only while it is cut up, so an album of a thousand pictures needs little memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from platemark.engines.base import Cancelled, EngineError, ShouldCancel, TrainingPicture
from platemark_press.plates.arrays import Array, Bytes, fitting, luma
from platemark_press.plates.network import COARSE, features
from platemark_press.plates.plate import TONES
from platemark_press.plates.surface import SIDE, random_patches
from platemark_press.plates.words import caption_words

PIXELS = 1024
"""Pixels kept of each picture, of those it has when its longer side is COARSE."""
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
"""What Pillow raises for what is no picture."""
PATCHES = 24_000
LEAST_PATCHES, MOST_PATCHES = 40, 2000
"""Patches kept of a whole album at each size, and of one picture."""


@dataclass(frozen=True)
class Lesson:
    """One picture: its caption's words, and PIXELS rows of what the network sees and of the colour that is there."""

    words: tuple[str, ...]
    seen: Array
    colours: Array


@dataclass(frozen=True)
class Patches:
    """Patches of one size: those to learn from, and those of held-out pictures (none where nothing is held out)."""

    learned: Bytes
    held_out: Bytes


@dataclass(frozen=True)
class Lessons:
    """All that a training looks at. ``fingerprint`` changes with the smallest change of any of it."""

    learned: tuple[Lesson, ...]
    held_out: tuple[Lesson, ...]
    patches: dict[int, Patches]
    tones: Array
    fingerprint: str


def prepare(
    pictures: Sequence[TrainingPicture], sizes: Sequence[int], seed: int, should_cancel: ShouldCancel
) -> Lessons:
    """Cut up the pictures for these sizes.

    Raises Cancelled, or EngineError for a file that is no picture and where there is none to learn from.
    """
    if all(picture.held_out for picture in pictures):
        raise EngineError("no_pictures", "There is no picture to learn from.", hint="Add pictures to the album.")
    lessons: list[tuple[bool, Lesson]] = []
    cut: dict[tuple[int, bool], list[Bytes]] = {(size, held): [] for size in sizes for held in (False, True)}
    lights: list[Array] = []
    seen = hashlib.sha256()
    each = max(LEAST_PATCHES, min(MOST_PATCHES, PATCHES // max(1, sum(not p.held_out for p in pictures))))
    for index, picture in enumerate(pictures):
        if should_cancel():
            raise Cancelled
        rng = np.random.default_rng([seed, index])
        image = open_picture(picture.path)
        lesson, light = _lesson(image, picture.caption, rng)
        lessons.append((picture.held_out, lesson))
        if not picture.held_out:
            lights.append(light)
        for size in sizes:
            cut[size, picture.held_out].append(random_patches(_sized(image, size), each, rng))
        seen.update(repr((picture.held_out, lesson.words)).encode() + lesson.seen.tobytes() + lesson.colours.tobytes())
    patches = {size: Patches(_together(cut[size, False]), _together(cut[size, True])) for size in sizes}
    for kept in patches.values():
        seen.update(kept.learned.tobytes())
    return Lessons(
        learned=tuple(lesson for held, lesson in lessons if not held),
        held_out=tuple(lesson for held, lesson in lessons if held),
        patches=patches,
        tones=np.quantile(np.concatenate(lights), np.linspace(0, 1, TONES)).astype(np.float32),
        fingerprint=seen.hexdigest(),
    )


def open_picture(path: Path) -> Image.Image:
    """The picture in a file, upright, on white where it is transparent; EngineError ``picture_unreadable``."""
    try:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except UNREADABLE as error:
        raise EngineError(
            "picture_unreadable",
            "A picture of the training set cannot be read.",
            hint="Take it out of the album, or upload it again.",
        ) from error
    return Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright).convert("RGB")


def _lesson(image: Image.Image, caption: str, rng: np.random.Generator) -> tuple[Lesson, Array]:
    """The lesson, and the lightness of the whole picture."""
    small = _sized(image, COARSE).astype(np.float32) / np.float32(255)
    light = luma(small)
    chosen = rng.integers(0, light.size, PIXELS)
    return Lesson(caption_words(caption), features(light)[chosen], small.reshape(-1, 3)[chosen]), light.ravel()


def _sized(image: Image.Image, longest: int) -> Bytes:
    size = fitting(longest, image.width, image.height, SIDE)
    return np.asarray(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def _together(parts: list[Bytes]) -> Bytes:
    return np.concatenate(parts) if parts else np.zeros((0, SIDE * SIDE * 3), np.uint8)

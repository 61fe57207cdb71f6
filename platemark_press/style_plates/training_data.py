"""Prepare an album for training: sample pixels and patches of each picture, and the words of its caption.

A picture is open only while it is sampled, so an album of a thousand pictures needs little memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from platemark.engines.base import Cancelled, EngineError, ShouldCancel, TrainingPicture
from platemark.engines.picture_loading import load_opaque_picture
from platemark_press.style_plates.arrays import Array, Bytes, fit_size, luma
from platemark_press.style_plates.caption_words import extract_words
from platemark_press.style_plates.network import COARSE, features
from platemark_press.style_plates.patches import SIDE, sample_patches
from platemark_press.style_plates.plate import TONES

PIXELS = 1024
"""Pixels sampled from each picture at the size COARSE."""
PATCHES = 24_000
"""Patches sampled from a whole album at each size."""
MIN_PATCHES, MAX_PATCHES = 40, 2000
"""Patches sampled from one picture at each size."""


@dataclass(frozen=True)
class PictureSample:
    """One picture: the words of its caption, and PIXELS rows of network features and of the true colours."""

    words: tuple[str, ...]
    features: Array
    colours: Array


@dataclass(frozen=True)
class PatchSamples:
    """Patches of one size: those to train on, and those of held-out pictures, which may be none."""

    trained: Bytes
    held_out: Bytes


@dataclass(frozen=True)
class TrainingData:
    """Everything that a training run reads. ``fingerprint`` changes if any picture or caption changes."""

    trained: tuple[PictureSample, ...]
    held_out: tuple[PictureSample, ...]
    patches: dict[int, PatchSamples]
    tones: Array
    fingerprint: str


def prepare_training_data(
    pictures: Sequence[TrainingPicture], sizes: Sequence[int], seed: int, should_cancel: ShouldCancel
) -> TrainingData:
    """Sample the pictures, with patches at these sizes.

    Raises Cancelled; EngineError if a file is not a picture, or if there is no picture to train on.
    """
    if all(picture.held_out for picture in pictures):
        raise EngineError("no_pictures", "There is no picture to train on.", hint="Add pictures to the album.")
    samples: list[tuple[bool, PictureSample]] = []
    cut: dict[tuple[int, bool], list[Bytes]] = {(size, held): [] for size in sizes for held in (False, True)}
    lights: list[Array] = []
    digest = hashlib.sha256()
    count = max(MIN_PATCHES, min(MAX_PATCHES, PATCHES // max(1, sum(not p.held_out for p in pictures))))
    for index, picture in enumerate(pictures):
        if should_cancel():
            raise Cancelled
        rng = np.random.default_rng([seed, index])
        image = load_training_picture(picture.path)
        sample, light = _sample_picture(image, picture.caption, rng)
        samples.append((picture.held_out, sample))
        if not picture.held_out:
            lights.append(light)
        for size in sizes:
            cut[size, picture.held_out].append(sample_patches(_resize(image, size), count, rng))
        facts = repr((picture.held_out, sample.words)).encode()
        digest.update(facts + sample.features.tobytes() + sample.colours.tobytes())
    patches = {size: PatchSamples(_concatenate(cut[size, False]), _concatenate(cut[size, True])) for size in sizes}
    for patch_samples in patches.values():
        digest.update(patch_samples.trained.tobytes())
    return TrainingData(
        trained=tuple(sample for held, sample in samples if not held),
        held_out=tuple(sample for held, sample in samples if held),
        patches=patches,
        tones=np.quantile(np.concatenate(lights), np.linspace(0, 1, TONES)).astype(np.float32),
        fingerprint=digest.hexdigest(),
    )


def load_training_picture(path: Path) -> Image.Image:
    """Load a picture upright, on white where it is transparent. Raises EngineError ``picture_unreadable``."""
    try:
        return load_opaque_picture(path)
    except EngineError as error:
        raise EngineError(
            error.code,
            "A picture of the training set cannot be read.",
            hint="Take it out of the album, or upload it again.",
        ) from error


def _sample_picture(image: Image.Image, caption: str, rng: np.random.Generator) -> tuple[PictureSample, Array]:
    """The sample, and the lightness of the whole picture."""
    small = _resize(image, COARSE).astype(np.float32) / np.float32(255)
    light = luma(small)
    chosen = rng.integers(0, light.size, PIXELS)
    colours = small.reshape(-1, 3)[chosen]
    return PictureSample(extract_words(caption), features(light)[chosen], colours), light.ravel()


def _resize(image: Image.Image, longest: int) -> Bytes:
    size = fit_size(longest, image.width, image.height, SIDE)
    return np.asarray(image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0))


def _concatenate(parts: list[Bytes]) -> Bytes:
    return np.concatenate(parts) if parts else np.zeros((0, SIDE * SIDE * 3), np.uint8)

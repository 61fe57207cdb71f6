"""Pictures and captions as the model sees them, calculated once: in the loop only the network is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps

from platemark.engines.base import Cancelled, EngineError, ShouldCancel, TrainingPicture


@dataclass(frozen=True, slots=True)
class Lesson:
    """A picture's latents (views x channels x height x width, the second view is the mirrored one) and its words."""

    latents: Any
    words: Any
    caption: str


def lessons(
    pipe: Any, pictures: Sequence[TrainingPicture], *, resolution: int, flip: bool, should_cancel: ShouldCancel
) -> list[Lesson]:
    """One for each picture, on the CPU in full precision."""
    made = []
    for picture in pictures:
        if should_cancel():
            raise Cancelled
        with torch.no_grad():
            made.append(Lesson(_latents(pipe, picture, resolution, flip=flip), _words(pipe, picture), picture.caption))
    return made


def _latents(pipe: Any, picture: TrainingPicture, resolution: int, *, flip: bool) -> Any:
    pixels = _pixels(picture, resolution).to(pipe.device, pipe.vae.dtype)
    views = [pixels, pixels.flip(-1)] if flip else [pixels]
    latents = [pipe.vae.encode(view[None]).latent_dist.mean for view in views]
    return (torch.cat(latents) * pipe.vae.config.scaling_factor).float().cpu()


def _pixels(picture: TrainingPicture, resolution: int) -> Any:
    """The middle of the picture as a square, -1 … 1."""
    try:
        with Image.open(picture.path) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        raise EngineError("bad_picture", "A picture of the album cannot be read.") from None
    fitted = ImageOps.fit(image, (resolution, resolution), Image.Resampling.LANCZOS)
    return torch.from_numpy(np.asarray(fitted).copy()).permute(2, 0, 1).float() / 127.5 - 1


def _words(pipe: Any, picture: TrainingPicture) -> Any:
    tokens = pipe.tokenizer(
        picture.caption,
        max_length=pipe.tokenizer.model_max_length,
        padding="max_length",
        truncation=True,
        return_tensors="pt",
    )
    return pipe.text_encoder(tokens.input_ids.to(pipe.device))[0].float().cpu()

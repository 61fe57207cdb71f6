"""Encode training pictures and captions once, so that the training loop needs only the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps

from platemark import pixels
from platemark.engines.base import Cancelled, EngineError, ShouldCancel, TrainingPicture


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture's latents (views x channels x height x width; the second view is mirrored) and its caption."""

    latents: Any
    text_embedding: Any
    caption: str


def encode_pictures(
    pipe: Any, pictures: Sequence[TrainingPicture], *, resolution: int, flip: bool, should_cancel: ShouldCancel
) -> list[EncodedPicture]:
    """Encode each picture and its caption; the results are on the CPU in full precision."""
    encoded = []
    for picture in pictures:
        if should_cancel():
            raise Cancelled
        with torch.no_grad():
            latents = _encode_picture(pipe, picture, resolution, flip=flip)
            encoded.append(EncodedPicture(latents, _encode_caption(pipe, picture), picture.caption))
    return encoded


def _encode_picture(pipe: Any, picture: TrainingPicture, resolution: int, *, flip: bool) -> Any:
    square = _load_square(picture, resolution).to(pipe.device, pipe.vae.dtype)
    views = [square, square.flip(-1)] if flip else [square]
    latents = [pipe.vae.encode(view[None]).latent_dist.mean for view in views]
    return (torch.cat(latents) * pipe.vae.config.scaling_factor).float().cpu()


def _load_square(picture: TrainingPicture, resolution: int) -> Any:
    """The centre square of the picture, on white where it is transparent, with values -1 … 1."""
    try:
        image = pixels.on_white(pixels.load_picture(picture.path))
    except pixels.UnreadablePicture:
        raise EngineError("bad_picture", "A picture of the album cannot be read.") from None
    fitted = ImageOps.fit(image, (resolution, resolution), Image.Resampling.LANCZOS)
    return torch.from_numpy(np.asarray(fitted).copy()).permute(2, 0, 1).float() / 127.5 - 1


def _encode_caption(pipe: Any, picture: TrainingPicture) -> Any:
    tokens = pipe.tokenizer(
        picture.caption,
        max_length=pipe.tokenizer.model_max_length,
        padding="max_length",
        truncation=True,
        return_tensors="pt",
    )
    return pipe.text_encoder(tokens.input_ids.to(pipe.device))[0].float().cpu()

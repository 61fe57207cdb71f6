"""One picture by diffusion."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from typing import Any

import torch

from platemark.engines.base import (
    Cancelled,
    EngineError,
    EngineImage,
    GenerateRequest,
    OnProgress,
    Progress,
    ShouldCancel,
)
from platemark.engines.diffusers.pipeline import Loaded, text_encoders, with_adapters


def draw(loaded: Loaded, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel) -> EngineImage:
    """The picture. Cancelled between two steps; EngineError for too little memory or an adapter that does not fit."""
    try:
        with with_adapters(loaded, request.adapters):
            picture = _picture(loaded.pipe, request, on_progress, should_cancel)
    except torch.OutOfMemoryError:
        hint = "Ask for a smaller picture, or stop what else uses the graphics card."
        raise EngineError("out_of_memory", "The graphics card has too little memory.", hint=hint) from None
    return EngineImage(
        data=picture,
        media_type="image/png",
        width=request.width,
        height=request.height,
        seed=request.seed,
        engine="diffusers",
        engine_version="1",
        model=loaded.model,
        words_ignored=words_cut(loaded.pipe.tokenizer, request.prompt),
        parameters={
            "steps": request.steps,
            "guidance_scale": request.guidance_scale,
            "scheduler": type(loaded.pipe.scheduler).__name__,
        },
    )


def words_cut(tokenizer: Any, prompt: str) -> tuple[str, ...]:
    """The words at the end of ``prompt`` that the model does not see, as it sees so many tokens and no more.

    A word that is seen in part is among them.
    """
    words = prompt.split()
    seen = len(words)
    while seen and len(tokenizer(" ".join(words[:seen])).input_ids) > tokenizer.model_max_length:
        seen -= 1
    return tuple(words[seen:])


def _picture(pipe: Any, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel) -> bytes:
    def after_step(_: Any, step: int, __: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        on_progress(Progress(step + 1, request.steps, _preview(pipe, tensors["latents"])))
        if should_cancel():
            raise Cancelled
        return tensors

    made = pipe(
        request.prompt,
        negative_prompt=request.negative_prompt or None,
        width=request.width,
        height=request.height,
        num_inference_steps=request.steps,
        guidance_scale=request.guidance_scale,
        generator=torch.Generator().manual_seed(request.seed),  # on the CPU: the same noise for every device
        callback_on_step_end=after_step,
        output_type="latent",
    )
    return _decoded(pipe, made.images)


def _preview(pipe: Any, latents: Any) -> Callable[[], bytes]:
    return functools.partial(_decoded, pipe, latents.detach().clone())


def _decoded(pipe: Any, latents: Any) -> bytes:
    vae = pipe.vae
    whole = vae.dtype == torch.float16 and len(text_encoders(pipe)) == 2 and vae.config.force_upcast
    if whole:  # that of Stable Diffusion XL makes black pictures in half precision
        vae.to(torch.float32)
    try:
        with torch.no_grad():
            sample = vae.decode(_unscaled(latents.to(vae.dtype), vae.config), return_dict=False)[0]
    finally:
        if whole:
            vae.to(torch.float16)
    return png(pipe.image_processor.postprocess(sample, output_type="pil")[0])


def _unscaled(latents: Any, config: Any) -> Any:
    """As the decoder was taught to see them; some models say how they lie around a mean."""
    mean, deviation = config.get("latents_mean"), config.get("latents_std")
    if mean is None or deviation is None:
        return latents / config.scaling_factor
    around, spread = (torch.tensor(it).view(1, -1, 1, 1).to(latents) for it in (mean, deviation))
    return latents * spread / config.scaling_factor + around


def png(image: Any) -> bytes:
    """A Pillow image as PNG."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()

"""Generate one image by diffusion."""

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
from platemark.engines.diffusers.pipeline import LoadedPipeline, apply_adapters, text_encoders
from platemark.engines.diffusers.prompt_embeddings import prompt_arguments
from platemark.engines.diffusers.prompt_weights import VERSION


def generate_image(
    loaded: LoadedPipeline, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
) -> EngineImage:
    """Generate the image. Raises Cancelled between steps; EngineError if memory is short or an adapter does not fit."""
    try:
        with apply_adapters(loaded, request.adapters):
            data = _generate_png(loaded.pipe, request, on_progress, should_cancel)
    except torch.OutOfMemoryError:
        hint = "Request a smaller picture, or stop other programs that use the graphics card."
        raise EngineError("out_of_memory", "The graphics card has too little memory.", hint=hint) from None
    return EngineImage(
        data=data,
        media_type="image/png",
        width=request.width,
        height=request.height,
        seed=request.seed,
        engine="diffusers",
        engine_version=VERSION,
        model=loaded.model,
        parameters={
            "steps": request.steps,
            "guidance_scale": request.guidance_scale,
            "scheduler": type(loaded.pipe.scheduler).__name__,
        },
    )


def encode_png(image: Any) -> bytes:
    """Encode a Pillow image as PNG."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _generate_png(pipe: Any, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel) -> bytes:
    def after_step(_: Any, step: int, __: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        on_progress(Progress(step + 1, request.steps, _preview(pipe, tensors["latents"])))
        if should_cancel():
            raise Cancelled
        return tensors

    output = pipe(
        **prompt_arguments(pipe, request.prompt, request.negative_prompt),
        width=request.width,
        height=request.height,
        num_inference_steps=request.steps,
        guidance_scale=request.guidance_scale,
        generator=torch.Generator().manual_seed(request.seed),  # on the CPU: the same noise for every device
        callback_on_step_end=after_step,
        output_type="latent",
    )
    return _decode_latents(pipe, output.images)


def _preview(pipe: Any, latents: Any) -> Callable[[], bytes]:
    return functools.partial(_decode_latents, pipe, latents.detach().clone())


def _decode_latents(pipe: Any, latents: Any) -> bytes:
    vae = pipe.vae
    upcast = vae.dtype == torch.float16 and len(text_encoders(pipe)) == 2 and vae.config.force_upcast
    if upcast:  # the VAE of Stable Diffusion XL produces black images in half precision
        vae.to(torch.float32)
    try:
        with torch.no_grad():
            sample = vae.decode(_unscale(latents.to(vae.dtype), vae.config), return_dict=False)[0]
    finally:
        if upcast:
            vae.to(torch.float16)
    return encode_png(pipe.image_processor.postprocess(sample, output_type="pil")[0])


def _unscale(latents: Any, config: Any) -> Any:
    """Undo the scaling of latents; some models also define a mean and a standard deviation."""
    mean, deviation = config.get("latents_mean"), config.get("latents_std")
    if mean is None or deviation is None:
        return latents / config.scaling_factor
    center, spread = (torch.tensor(values).view(1, -1, 1, 1).to(latents) for values in (mean, deviation))
    return latents * spread / config.scaling_factor + center

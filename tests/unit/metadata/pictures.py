"""Pictures with metadata in the shape of each studio, written here; and the file formats that hold it."""

from __future__ import annotations

import io
import json
import struct
import zlib
from typing import Any

from PIL import Image, PngImagePlugin

USER_COMMENT, IMAGE_MODEL, IMAGE_MAKE, MAKER_NOTE = 0x9286, 0x0110, 0x010F, 0x927C
COLOR = (200, 90, 30)

INFOTEXT = """a fox in the snow, <lora:ink:0.8>
woodcut, <lora:winter:1:0.5>
Negative prompt: blurry,
text
Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 4294967295, Size: 512x768, \
Model hash: 6ce0161689, Model: sd15, Denoising strength: 0.4, Clip skip: 2, Hires upscale: 2, Hires steps: 10, \
Hires upscaler: Latent, Lora hashes: "ink: aa11, winter: bb22", Template: "a: b, \\"c\\"", Version: v1.9.0"""

COMFY = {
    "3": {"class_type": "KSampler", "inputs": {
        "seed": 7, "steps": 20, "cfg": 8.0, "sampler_name": "euler", "scheduler": "normal", "denoise": 1.0,
        "model": ["11", 0], "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}},
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd15.safetensors"}},
    "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a fox", "clip": ["11", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry", "clip": ["11", 1]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
    "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0], "filename_prefix": "x"}},
    "10": {"class_type": "LoraLoader", "inputs": {
        "lora_name": "ink.safetensors", "strength_model": 0.8, "strength_clip": 1, "model": ["4", 0],
        "clip": ["4", 1]}},
    "11": {"class_type": "LoraLoader", "inputs": {
        "lora_name": "winter.safetensors", "strength_model": 0.5, "model": ["10", 0], "clip": ["10", 1]}},
}  # fmt: skip

INVOKE = {
    "app_version": "4.2.0", "generation_mode": "txt2img", "positive_prompt": "a fox", "negative_prompt": "blurry",
    "width": 512, "height": 768, "seed": 7, "rand_device": "cpu", "cfg_scale": 7.5, "steps": 30, "scheduler": "euler_a",
    "model": {"key": "k", "hash": "blake3:ab", "name": "sd15", "base": "sd-1", "type": "main"},
    "loras": [{"model": {"name": "ink", "hash": "cc"}, "weight": 0.75}],
}  # fmt: skip

INVOKE_2 = {
    "model": "stable diffusion", "model_weights": "stable-diffusion-1.5", "model_hash": "cc60", "app_version": "2.3.0",
    "image": {"prompt": [{"prompt": "a fox [blurry]", "weight": 1}], "steps": 30, "cfg_scale": 7.5, "height": 768,
              "width": 512, "seed": 7, "sampler": "k_lms", "variations": [], "type": "txt2img"},
}  # fmt: skip

SWARM = {
    "sui_image_params": {
        "prompt": "a fox", "negativeprompt": "blurry", "model": "sd15", "seed": 7, "steps": 30, "cfgscale": 7.5,
        "width": 512, "height": 768, "sampler": "euler", "scheduler": "karras", "loras": ["ink"],
        "loraweights": ["0.8"],
        "swarm_version": "0.9.2.0",
    },
    "sui_extra_data": {"date": "2024-03-05", "generation_time": "3.2 seconds"},
    "sui_models": [{"name": "sd15.safetensors", "param": "model", "hash": "0xaa"},
                   {"name": "ink.safetensors", "param": "loras", "hash": "0xbb"}],
}  # fmt: skip

FOOOCUS = {
    "prompt": "a fox", "negative_prompt": "blurry", "full_prompt": ["a fox", "cinematic"], "steps": 30,
    "guidance_scale": 4.0, "resolution": "(512, 768)", "base_model": "juggernaut", "base_model_hash": "aeb7",
    "performance": "Speed", "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": "7",
    "loras": [["ink.safetensors", 0.5, "bb"]], "metadata_scheme": "fooocus", "version": "Fooocus v2.5.0",
}  # fmt: skip

CIVITAI = {
    "id": 12, "width": 512, "height": 768,
    "meta": {
        "prompt": "a fox", "negativePrompt": "blurry", "seed": 7, "steps": 30, "sampler": "Euler a", "cfgScale": 7,
        "Size": "512x768", "Model": "sd15", "Model hash": "6ce0", "clipSkip": 2,
        "resources": [{"name": "ink", "type": "lora", "weight": 0.6, "hash": "bb"}, {"name": "sd15", "type": "model"}],
    },
}  # fmt: skip

IMAGINEER = {
    "prompt": "a fox", "negative_prompt": "blurry", "seed": 7, "steps": 30, "guidance_scale": 7.5, "width": 512,
    "height": 768, "model": "/srv/models/sd15", "lora_paths": ["/srv/loras/ink.safetensors"], "lora_weights": [0.6],
}  # fmt: skip


def png(texts: dict[str, str], *, compressed: bool = False, color: tuple[int, int, int] = COLOR) -> bytes:
    """A PNG with these texts, as PIL writes them: tEXt, or iTXt where Latin-1 does not suffice."""
    info = PngImagePlugin.PngInfo()
    for keyword, text in texts.items():
        info.add_text(keyword, text, zip=compressed)
    return _saved("PNG", color, pnginfo=info)


def with_exif(kind: str, tags: dict[int, Any], *, below: dict[int, Any] | None = None) -> bytes:
    """A picture of a kind with EXIF tags, ``below`` in the EXIF folder."""
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    for tag, value in (below or {}).items():
        exif.get_ifd(0x8769)[tag] = value
    return _saved(kind, exif=exif)


def commented(kind: str, comment: bytes) -> bytes:
    """A picture with a UserComment."""
    return with_exif(kind, {}, below={USER_COMMENT: comment})


def utf16(text: str, order: str = "be") -> bytes:
    """A UserComment in UTF-16."""
    return b"UNICODE\x00" + text.encode(f"utf-16-{order}")


def chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def with_chunk(kind: bytes, payload: bytes) -> bytes:
    """A PNG with one more chunk after its header."""
    plain = png({})
    return plain[:33] + chunk(kind, payload) + plain[33:]


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()


def _saved(kind: str, color: tuple[int, int, int] = COLOR, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (24, 16), color).save(out, kind, **options)
    return out.getvalue()

"""Plain data: what the metadata of a picture says, within the bounds of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not kept as it was written: a code for programs, a line for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Lora:
    """A LoRA by name, with its weight and its hash where they are stated; a weight out of bounds is text."""

    name: str
    weight: float | str | None = None
    hash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found; None or empty where nothing was stated.

    ``studio`` is who wrote it: ``automatic1111``, ``forge``, ``comfyui``, ``invokeai``, ``swarmui``, ``fooocus``,
    ``civitai``, ``kohya``, or the engine that a sidecar names. ``other`` has everything else that is a scalar, and as
    text each value that is out of bounds. All of it fits Provenance, Prompt and LabelText of the contract.
    """

    studio: str | None = None
    version: str | None = None
    title: str | None = None
    prompt: str | None = None
    negative_prompt: str | None = None
    seed: int | None = None
    steps: int | None = None
    guidance_scale: float | None = None
    sampler: str | None = None
    scheduler: str | None = None
    width: int | None = None
    height: int | None = None
    model: str | None = None
    model_hash: str | None = None
    loras: tuple[Lora, ...] = ()
    caption: str | None = None
    tags: tuple[str, ...] = ()
    at: datetime | None = None
    other: Mapping[str, Scalar] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

"""Colours as screens show them: a picture's own values, converted to sRGB by its colour profile."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageChops

SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
"""What a profile must describe, by the mode of the pixels. A profile of anything else is ignored."""
STEPS = (*range(0, 256, 16), 255)
UNTOUCHED = 1
"""A profile that moves no colour by more levels than this is sRGB under another name: conversion would only round."""


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """``image`` (L, RGB, RGBA or CMYK) as RGB or RGBA with the colours that ``profile`` gives it.

    Without a profile, or with one that cannot be used, values are taken as they are.
    """
    if image.mode == "RGBA":
        colours = to_srgb(image.convert("RGB"), profile) if profile else image
        if colours is not image:
            colours.putalpha(image.getchannel("A"))
        return colours
    transform = _transform(image.mode, profile) if profile else None
    if transform is None or _changes_nothing(transform, image.mode):
        return image if image.mode == "RGB" else image.convert("RGB")
    converted: Image.Image = transform.apply(image)
    return converted


def _transform(mode: str, profile: bytes) -> Any:
    """The conversion of pixels of this mode; None if the profile is unusable."""
    from PIL import ImageCms  # here, because few pictures have a profile that is needed

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != SPACES[mode]:
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError):
        return None


def _changes_nothing(transform: Any, mode: str) -> bool:
    if mode == "CMYK":
        return False
    if mode == "L":
        sample = Image.frombytes("L", (256, 1), bytes(range(256)))
    else:
        levels = bytes(level for r in STEPS for g in STEPS for b in STEPS for level in (r, g, b))
        sample = Image.frombytes("RGB", (len(STEPS) ** 3, 1), levels)
    difference = ImageChops.difference(transform.apply(sample), sample.convert("RGB"))
    return max(high for _, high in difference.getextrema()) <= UNTOUCHED  # type: ignore[misc]

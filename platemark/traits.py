"""What lists find images by as a whole: how they were made, and their shape. Each trait is a number.

A number is the same wherever the trait is. What a provenance says has two: one for those who may read all provenances,
and one for the owner of the image, who finds no others with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, Literal
from uuid import UUID

Fact = Literal["engine", "model", "adapter", "seed"]
Shape = Literal["orientation", "side"]

SIDES = (512, 1024, 2048, 4096)
"""Sizes that images are found by: those whose shorter side has at least so many pixels."""
MODEL_DIGEST = " sha256:"
"""Between the name of a model and its digest."""


def made(fact: Fact, value: str, owner: UUID | None = None) -> int:
    """The trait of images whose provenance says this; of those of ``owner`` only, if there is one."""
    return _number(fact, "" if owner is None else owner.hex, value)


def orientation(value: str) -> int:
    """The trait of images that are ``portrait``, ``landscape`` or ``square``."""
    return _number("orientation", "", value)


def side_min(pixels: int, orientation: str = "") -> int:
    """The trait of images both of whose sides have at least so many pixels, of ``SIDES``; of one orientation, or any.

    Both in one: few images may be so large and upright, while many are either.
    """
    return _number("side", "", f"{pixels} {orientation}")


def traits_of(provenance: Any, created_by: UUID | None, width: int, height: int) -> set[int]:
    """All traits of an image, by its columns; ``provenance`` may be whatever is stored."""
    shape = _orientation(width, height)
    traits = {orientation(shape)}
    traits |= {side_min(side, of) for side in SIDES if min(width, height) >= side for of in (shape, "")}
    if isinstance(provenance, Mapping):
        for fact, value in _facts(provenance):
            traits |= {made(fact, value, owner) for owner in {None, created_by}}
    return traits


def _orientation(width: int, height: int) -> str:
    if width == height:
        return "square"
    return "portrait" if width < height else "landscape"


def _facts(provenance: Mapping[str, Any]) -> Iterator[tuple[Fact, str]]:
    engine, model, seed = (provenance.get(name) for name in ("engine", "model", "seed"))
    if isinstance(engine, str):
        yield "engine", engine
    if isinstance(model, str):
        yield from (("model", model), ("model", model.partition(MODEL_DIGEST)[0]))
    if isinstance(seed, int):
        yield "seed", str(seed)
    adapters = provenance.get("adapters")
    for adapter in adapters if isinstance(adapters, list) else ():
        if isinstance(adapter, Mapping):
            yield "adapter", str(adapter.get("adapter_id"))


def _number(kind: Fact | Shape, owner: str, value: str) -> int:
    said = f"{kind}\0{owner}\0{value}".encode(errors="surrogatepass")
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), signed=True)

"""An engine with models that takes LoRAs, for processes of a studio: a plug-in that a folder on the path declares."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from platemark.engines.base import (
    Capabilities,
    EngineError,
    EngineImage,
    GenerateRequest,
    Health,
    Model,
    OnProgress,
    Progress,
    ShouldCancel,
)

MODELS = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("graphite", "ink")}


class SecondEngine:
    """Paints a picture in one colour, which depends on all that it is given."""

    name = "second"
    version = "1"

    def capabilities(self) -> Capabilities:
        return Capabilities(
            kinds=frozenset({"generate"}), trains=False, previews=False, deterministic=True, negative_prompt=True,
            guidance_scale=True, adapter_formats=frozenset({"lora"}), model="graphite", min_side=64, max_side=1024,
            side_multiple=8, max_steps=50,
        )  # fmt: skip

    def health(self) -> Health:
        return Health(ok=True)

    def models(self) -> Sequence[Model]:
        return [Model(name=name, digest=digest) for name, digest in MODELS.items()]

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        name, _, digest = (request.model or "graphite").partition(" sha256:")
        if digest and MODELS.get(name) != digest:
            raise EngineError("model_changed", "The model of that name has another digest now.")
        loras = [(hashlib.sha256(use.path.read_bytes()).hexdigest(), use.weight) for use in request.adapters]
        given = (request.prompt, request.seed, name, loras)
        colour = tuple(hashlib.sha256(repr(given).encode()).digest()[:3])
        out = io.BytesIO()
        Image.new("RGB", (request.width, request.height), colour).save(out, "PNG")
        on_progress(Progress(1, 1))
        yield EngineImage(
            data=out.getvalue(), media_type="image/png", width=request.width, height=request.height,
            seed=request.seed, engine=self.name, engine_version=self.version, model=f"{name} sha256:{MODELS[name]}",
        )  # fmt: skip


def declare(site: Path) -> str:
    """Declare the engine in the folder ``site``; returns the PYTHONPATH with which processes find it."""
    info = site / "second-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: second\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[platemark.engines]\nsecond = tests.cli.second_engine:SecondEngine\n", "utf-8"
    )
    return f"{site}:{Path(__file__).parents[2]}"

"""The press as an engine: from a request to a printed picture."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from PIL import Image

from platemark.engines.base import (
    Cancelled,
    Capabilities,
    Caption,
    CaptionRequest,
    EngineImage,
    GenerateRequest,
    Health,
    OnProgress,
    OnTrainProgress,
    Parameter,
    Progress,
    ShouldCancel,
    TrainedAdapter,
    TrainingFinding,
    TrainRequest,
)
from platemark_press import cards, colour_inking, describing, frames, inking, plating, scene, tarot, zodiac
from platemark_press.canvas import Canvas
from platemark_press.palettes import Array
from platemark_press.plan import Plan, make_plan
from platemark_press.plates import learning, training
from platemark_press.plates.plate import FORMAT, StylePlate
from platemark_press.plates.words import caption_words
from platemark_press.proof import Proof
from platemark_press.sheet import Sheet, choose_palette
from platemark_press.streams import Streams

Style = Callable[[Proof, float], Array]

STYLES: dict[str, Style] = {
    "etching": inking.etching,
    "woodcut": inking.woodcut,
    "nouveau": inking.nouveau,
    "deco": inking.deco,
    "blueprint": inking.blueprint,
    "riso": colour_inking.riso,
    "watercolour": colour_inking.watercolour,
    "glass": colour_inking.glass,
    "pixel": colour_inking.pixel,
}

PLATES: dict[str, Callable[[Sheet], None]] = {
    "scene": scene.draw_scene,
    "card": cards.draw_card,
    "tarot": tarot.draw_tarot,
    "zodiac": zodiac.draw_zodiac,
}

MIN_SIDE, MAX_SIDE, MAX_STEPS = 64, 2048, 100
SAMPLE_PROMPT, SAMPLE_SIDE = "a castle on a mountain, clouds", 256


def _png(picture: Array) -> bytes:
    pixels = (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=4)
    return out.getvalue()


class _Job:
    """One picture on its way through the press."""

    def __init__(self, request: GenerateRequest, mounted: Sequence[plating.Mounted]) -> None:
        self.size = (request.width, request.height)
        self.plan: Plan = make_plan(request.prompt, request.negative_prompt)
        self.streams = Streams(request.seed, self.plan.reseeding)
        self.palette, used = choose_palette(self.plan, self.streams)
        style = self.plan.first("style")
        self.style = style or "etching"
        margin = self._margin(used)
        self.margin = margin
        width, height = (margin.width, margin.height) if margin else self.size
        canvas = Canvas(width, height, self.palette.paper)
        looseness = max(0.0, min(1.0, (9 - request.guidance_scale) / 9))
        canvas.loosen(self.streams.of("hand"), 0.03 * looseness**1.5)
        self.sheet = Sheet(canvas, self.plan, self.palette, self.streams, self.style, used)
        if style is not None:
            self.sheet.drawn.add(f"style:{style}")
        PLATES[self.plan.plate](self.sheet)
        if self.plan.plate == "scene" and not self.sheet.refuses("extra:border"):
            frames.draw_style_frame(self.sheet)
        self.mounted = mounted
        plating.tint_sheet(self.sheet, mounted, request.prompt)
        self.proof = Proof(self.sheet, request.steps, request.guidance_scale)

    def _margin(self, used: set[str]) -> frames.Margin | None:
        if self.plan.plate != "scene" or self.style not in frames.MARGIN_STYLES:
            return None
        if "extra:border" in self.plan.refused:
            used.add("without:extra:border")
            return None
        used.update({"extra:border"} & set(self.plan.asked))
        return frames.margin_for(*self.size)

    def state(self, share: float) -> bytes:
        """The picture after a share of the passes, as PNG."""
        picture = STYLES[self.style](self.proof, share)
        if self.margin is not None:
            picture = self.margin.mount(picture, self.sheet.palette, self.streams, self.size)
        return _png(picture)

    def split_words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The prompt's words that the press or a style plate used, and those that nobody did."""
        used, ignored = self.plan.split_words(self.sheet.drawn)
        known = plating.words_of(self.mounted, " ".join(ignored))
        by_plates = tuple(word for word in ignored if known.intersection(caption_words(word)))
        return used + by_plates, tuple(word for word in ignored if word not in by_plates)


class Press:
    """The default engine: no model, only words, shapes and ink; and what a style plate learned from an album."""

    name = "press"
    version = "1"

    def capabilities(self) -> Capabilities:
        """Any size from 64 to 2048, up to 100 passes."""
        return Capabilities(
            kinds=frozenset({"generate", "caption"}),
            trains=True,
            previews=True,
            deterministic=True,
            negative_prompt=True,
            guidance_scale=True,
            adapter_formats=frozenset({FORMAT}),
            min_side=MIN_SIDE,
            max_side=MAX_SIDE,
            side_multiple=1,
            max_steps=MAX_STEPS,
        )

    def health(self) -> Health:
        """Always well: it needs nothing that is not installed with Platemark."""
        return Health(ok=True)

    def generate(
        self, request: GenerateRequest, on_progress: OnProgress, should_cancel: ShouldCancel
    ) -> Iterator[EngineImage]:
        """Draw the plate, then print it in passes; a preview is printed only when it is asked for."""
        _stop_if(should_cancel)
        job = _Job(request, plating.mount(request.adapters))
        for step in range(1, request.steps + 1):
            _stop_if(should_cancel)
            on_progress(Progress(step, request.steps, _preview(job, step / request.steps)))
        _stop_if(should_cancel)
        used, ignored = job.split_words()
        yield EngineImage(
            data=job.state(1.0),
            media_type="image/png",
            width=request.width,
            height=request.height,
            seed=request.seed,
            engine=self.name,
            engine_version=self.version,
            model=None,
            words_used=used,
            words_ignored=ignored,
            parameters={
                "steps": request.steps,
                "guidance_scale": request.guidance_scale,
                "plate": job.plan.plate,
                "palette": job.palette.name,
                "style": job.style,
            },
        )

    def caption(self, request: CaptionRequest, should_cancel: ShouldCancel) -> Caption:
        """What can be measured: colours, light, contrast, texture, where the weight lies; nothing of what is shown."""
        _stop_if(should_cancel)
        text, tags = describing.describe(request.path)
        return Caption(
            text=text, tags=tags if request.tags else (), engine=self.name, engine_version=self.version, model=None
        )

    def parameters(self) -> Sequence[Parameter]:
        """The settings of learning a style plate."""
        return learning.PARAMETERS

    def check(self, request: TrainRequest) -> Sequence[TrainingFinding]:
        """What is missing for a style plate, or would make it a poor one."""
        return training.check(request)

    def train(self, request: TrainRequest, on_progress: OnTrainProgress, should_cancel: ShouldCancel) -> TrainedAdapter:
        """Learn a style plate; samples are small prints with the plate as it stands."""
        return training.train(request, on_progress, should_cancel, lambda plate: _sample(plate, request.seed))


def _sample(plate: StylePlate, seed: int) -> bytes:
    request = GenerateRequest(prompt=SAMPLE_PROMPT, width=SAMPLE_SIDE, height=SAMPLE_SIDE, seed=seed, steps=20)
    return _Job(request, [plating.Mounted(plate, 1.0)]).state(1.0)


def _preview(job: _Job, share: float) -> Callable[[], bytes]:
    return lambda: job.state(share)


def _stop_if(should_cancel: ShouldCancel) -> None:
    if should_cancel():
        raise Cancelled

"""One print from its request to PNG: plan the words, draw the sheet, blend in style plates, print it in a style."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from platemark.engines.base import GenerateRequest
from platemark_press import cards, colour_styles, frames, line_styles, plate_blending, scene, tarot, zodiac
from platemark_press.canvas import Canvas
from platemark_press.palettes import Array
from platemark_press.plan import Plan, make_plan
from platemark_press.proof import Proof
from platemark_press.random_streams import RandomStreams
from platemark_press.sheet import Sheet, choose_palette
from platemark_press.style_plates.caption_words import extract_words
from platemark_press.style_plates.plate import StylePlate

Style = Callable[[Proof, float], Array]

STYLES: dict[str, Style] = {
    "etching": line_styles.etching,
    "woodcut": line_styles.woodcut,
    "nouveau": line_styles.nouveau,
    "deco": line_styles.deco,
    "blueprint": line_styles.blueprint,
    "riso": colour_styles.riso,
    "watercolour": colour_styles.watercolour,
    "glass": colour_styles.glass,
    "pixel": colour_styles.pixel,
}

PLATES: dict[str, Callable[[Sheet], None]] = {
    "scene": scene.draw_scene,
    "card": cards.draw_card,
    "tarot": tarot.draw_tarot,
    "zodiac": zodiac.draw_zodiac,
}
"""The kinds of plates, as ``Plan.plate`` names them, and how each is drawn."""

SAMPLE_PROMPT, SAMPLE_SIDE = "a castle on a mountain, clouds", 256


class PrintJob:
    """A drawn picture, ready to be printed after any share of its passes."""

    def __init__(self, request: GenerateRequest, plates: Sequence[plate_blending.WeightedPlate]) -> None:
        self.size = (request.width, request.height)
        self.plan: Plan = make_plan(request.prompt, request.negative_prompt)
        self.streams = RandomStreams(request.seed, self.plan.reseeding)
        self.palette, used = choose_palette(self.plan, self.streams)
        style = self.plan.first("style")
        self.style = style or "etching"
        margin = self._margin(used)
        self.margin = margin
        width, height = (margin.width, margin.height) if margin else self.size
        canvas = Canvas(width, height, self.palette.paper)
        looseness = max(0.0, min(1.0, (9 - request.guidance_scale) / 9))
        canvas.set_wobble(self.streams.generator("hand"), 0.03 * looseness**1.5)
        self.sheet = Sheet(canvas, self.plan, self.palette, self.streams, self.style, used)
        if style is not None:
            self.sheet.drawn.add(f"style:{style}")
        PLATES[self.plan.plate](self.sheet)
        if self.plan.plate == "scene" and not self.sheet.refuses("extra:border"):
            frames.draw_style_frame(self.sheet)
        self.plates = plates
        plate_blending.blend_plates(self.sheet, plates, request.prompt)
        self.proof = Proof(self.sheet, request.steps, request.guidance_scale)

    @classmethod
    def from_request(cls, request: GenerateRequest) -> PrintJob:
        """Load the request's style plates and draw the picture. Raises EngineError for a bad plate."""
        return cls(request, plate_blending.load_plates(request.adapters))

    def print_png(self, share: float) -> bytes:
        """Print the picture after a share of the passes, as PNG."""
        picture = STYLES[self.style](self.proof, share)
        if self.margin is not None:
            picture = self.margin.mount(picture, self.sheet.palette, self.streams, self.size)
        return _encode_png(picture)

    def split_words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The prompt's words that the press or a style plate used, and those that it ignored."""
        used, ignored = self.plan.split_words(self.sheet.drawn)
        known = plate_blending.known_words(self.plates, " ".join(ignored))
        by_plates = tuple(word for word in ignored if known.intersection(extract_words(word)))
        return used + by_plates, tuple(word for word in ignored if word not in by_plates)

    def _margin(self, used: set[str]) -> frames.Margin | None:
        if self.plan.plate != "scene" or self.style not in frames.MARGIN_STYLES:
            return None
        if "extra:border" in self.plan.refused:
            used.add("without:extra:border")
            return None
        used.update({"extra:border"} & set(self.plan.requested))
        return frames.margin_for(*self.size)


def print_sample(plate: StylePlate, seed: int) -> bytes:
    """Print a small sample with a style plate, as PNG."""
    request = GenerateRequest(prompt=SAMPLE_PROMPT, width=SAMPLE_SIDE, height=SAMPLE_SIDE, seed=seed, steps=20)
    return PrintJob(request, [plate_blending.WeightedPlate(plate, 1.0)]).print_png(1.0)


def _encode_png(picture: Array) -> bytes:
    pixels = (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=4)
    return out.getvalue()

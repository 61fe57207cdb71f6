"""Regenerate the contact sheet of docs/style_plates.md: ``python docs/images/make_plates.py``, in about a minute.

Creates three albums of twenty pictures, trains a style plate on each, and prints one prompt with it at four weights.
All seeds are fixed, so the sheet shows the current behaviour of the press.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from platemark.engines.base import AdapterUse, GenerateRequest, TrainingPicture, TrainProgress, TrainRequest
from platemark_press import Press
from platemark_press.canvas import noise
from platemark_press.palettes import Array, rgb

HERE = Path(__file__).parent
PROMPT, SEED = "a castle on a mountain at sunset, clouds", 3
OTHER_PROMPT, OTHER_SEED = "a lighthouse by the sea, woodcut", 4
WEIGHTS = (0.0, 0.35, 0.7, 1.0)
SUBJECTS = (
    *("mountain", "hills", "sea", "forest", "desert", "tree", "cactus", "flower", "mushroom", "city"),
    *("castle", "lighthouse", "house", "windmill", "bridge", "boat", "ship", "balloon", "fox", "owl"),
)
MARBLE = tuple(rgb(word) for word in ("#1c2340", "#7c1d3f", "#c8553d", "#f2d8a7", "#e9efe4", "#2f6f73"))


def print_picture(prompt: str, seed: int, *uses: AdapterUse, side: int = 512) -> bytes:
    """Print one picture, as PNG."""
    request = GenerateRequest(prompt=prompt, width=side, height=side, seed=seed, steps=20, adapters=uses)
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    return image.data


def print_underwater(index: int) -> tuple[str, bytes]:
    """Print a watercolour in the colours of deep water; returns its caption and its bytes."""
    prompt = f"{SUBJECTS[index]}, underwater, watercolour"
    return prompt, print_picture(prompt, index)


def print_stained_glass(index: int) -> tuple[str, bytes]:
    """Print stained glass in gold; returns its caption and its bytes."""
    prompt = f"{SUBJECTS[index]}, stained glass, gold"
    return prompt, print_picture(prompt, index)


def render_marbled(index: int, side: int = 512) -> tuple[str, bytes]:
    """Render marbled paper, bands of six colours bent by noise; returns its caption and its bytes."""
    rng = np.random.default_rng(index)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    bend = noise(rng, side, side, 3, 5) * 1.6 + noise(rng, side, side, 11, 3) * 0.35
    phase = np.sin((x * rng.uniform(0.5, 2) + y * rng.uniform(1, 3) + bend * 2.2) * 2 * np.pi) * 0.5 + 0.5
    vein = noise(rng, side, side, 26, 3)
    at: Array = np.clip(phase * 0.8 + vein * 0.25, 0, 1) * (len(MARBLE) - 1)
    knots = np.arange(len(MARBLE))
    picture = np.stack([np.interp(at, knots, [colour[c] for colour in MARBLE]) for c in range(3)], -1)
    out = io.BytesIO()
    Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8)).save(out, "PNG")
    return "marbled paper, crimson, cream", out.getvalue()


def train_plate(folder: Path, create: Callable[[int], tuple[str, bytes]]) -> tuple[Path, Path]:
    """Train a style plate on an album; returns its file and that of one of the album's pictures."""
    pictures = []
    for index in range(len(SUBJECTS)):
        caption, data = create(index)
        path = folder / f"{index:02}"
        path.write_bytes(data)
        pictures.append(TrainingPicture(path, caption, held_out=index % 8 == 7))
    seen: list[TrainProgress] = []
    adapter = Press().train(TrainRequest(tuple(pictures), {}, 1, folder), seen.append, lambda: False)
    print(f"{create.__name__}: {seen[0].metrics} -> {adapter.metrics}")  # noqa: T201 - a tool for the terminal
    return adapter.path, pictures[10].path


def lay_out(side: int = 236, gap: int = 6) -> Image.Image:
    """Lay out a row for each album: one of its pictures, the print at each weight, and another print at 0.7."""
    creators = (print_underwater, print_stained_glass, render_marbled)
    pitch = side + gap
    sheet = Image.new("RGB", (gap + pitch * (len(WEIGHTS) + 2), gap + pitch * len(creators)), "#efeae0")
    for row, create in enumerate(creators):
        with tempfile.TemporaryDirectory() as folder:
            plate, example = train_plate(Path(folder), create)
            cells = [example.read_bytes()]
            for weight in (*WEIGHTS, 0.7):
                use = AdapterUse(path=plate, format="style_plate", digest="", name=create.__name__, weight=weight)
                last = len(cells) > len(WEIGHTS)
                cells.append(print_picture(OTHER_PROMPT, OTHER_SEED, use) if last else print_picture(PROMPT, SEED, use))
        for column, data in enumerate(cells):
            with Image.open(io.BytesIO(data)) as picture:
                small = picture.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
            sheet.paste(small, (gap + column * pitch, gap + row * pitch))
    return sheet


if __name__ == "__main__":
    lay_out().save(HERE / "style-plates.jpg", quality=85, optimize=True, progressive=True)

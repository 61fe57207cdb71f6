"""Print the contact sheet of docs/style_plates.md anew: ``python docs/images/make_plates.py``, in a minute.

Three albums of twenty pictures are made, a style plate is learned from each, and the same words are printed with it at
four weights. Everything is seeded, so the sheet shows what the press does today.
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
WORDS, SEED = "a castle on a mountain at sunset, clouds", 3
OTHER_WORDS, OTHER_SEED = "a lighthouse by the sea, woodcut", 4
WEIGHTS = (0.0, 0.35, 0.7, 1.0)
SUBJECTS = (
    *("mountain", "hills", "sea", "forest", "desert", "tree", "cactus", "flower", "mushroom", "city"),
    *("castle", "lighthouse", "house", "windmill", "bridge", "boat", "ship", "balloon", "fox", "owl"),
)
MARBLE = tuple(rgb(word) for word in ("#1c2340", "#7c1d3f", "#c8553d", "#f2d8a7", "#e9efe4", "#2f6f73"))


def printed(words: str, seed: int, *uses: AdapterUse, side: int = 512) -> bytes:
    """One print, as PNG."""
    request = GenerateRequest(prompt=words, width=side, height=side, seed=seed, steps=20, adapters=uses)
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    return image.data


def underwater(index: int) -> tuple[str, bytes]:
    """A watercolour in the colours of deep water."""
    words = f"{SUBJECTS[index]}, underwater, watercolour"
    return words, printed(words, index)


def stained_glass(index: int) -> tuple[str, bytes]:
    """Stained glass in gold."""
    words = f"{SUBJECTS[index]}, stained glass, gold"
    return words, printed(words, index)


def marbled(index: int, side: int = 512) -> tuple[str, bytes]:
    """Marbled paper: bands of six colours, bent by noise."""
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


def learned(folder: Path, make: Callable[[int], tuple[str, bytes]]) -> tuple[Path, Path]:
    """The style plate of an album, and one of the album's pictures."""
    pictures = []
    for index in range(len(SUBJECTS)):
        caption, data = make(index)
        path = folder / f"{index:02}"
        path.write_bytes(data)
        pictures.append(TrainingPicture(path, caption, held_out=index % 8 == 7))
    seen: list[TrainProgress] = []
    made = Press().train(TrainRequest(tuple(pictures), {}, 1, folder), seen.append, lambda: False)
    print(f"{make.__name__}: {seen[0].metrics} -> {made.metrics}")  # noqa: T201 - a tool for the terminal
    return made.path, pictures[10].path


def lay_out(side: int = 236, gap: int = 6) -> Image.Image:
    """A row for each album: one of its pictures, the print at each weight, and another print at 0.7."""
    makers = (underwater, stained_glass, marbled)
    pitch = side + gap
    sheet = Image.new("RGB", (gap + pitch * (len(WEIGHTS) + 2), gap + pitch * len(makers)), "#efeae0")
    for row, make in enumerate(makers):
        with tempfile.TemporaryDirectory() as folder:
            plate, example = learned(Path(folder), make)
            cells = [example.read_bytes()]
            for weight in (*WEIGHTS, 0.7):
                use = AdapterUse(path=plate, format="style_plate", digest="", name=make.__name__, weight=weight)
                last = len(cells) > len(WEIGHTS)
                cells.append(printed(OTHER_WORDS, OTHER_SEED, use) if last else printed(WORDS, SEED, use))
        for column, data in enumerate(cells):
            with Image.open(io.BytesIO(data)) as picture:
                small = picture.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
            sheet.paste(small, (gap + column * pitch, gap + row * pitch))
    return sheet


if __name__ == "__main__":
    lay_out().save(HERE / "style-plates.jpg", quality=85, optimize=True, progressive=True)

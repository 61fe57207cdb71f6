"""Benchmark of the press: ``python -m benchmarks.press`` compares prints with the least that numpy takes.

The floor is what any print of that size costs, without a shape or a style: a canvas of 32-bit floats, one wash over it,
saturation and contrast, the noise of the paper, and the PNG. Times are CPU time. A round prints each style and the
floor once, in random order; a ratio is taken within a round, and the figure is the median over the rounds, followed by
the least and the greatest.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable

import numpy as np
from PIL import Image

from benchmarks.options import parse
from benchmarks.ratios import format_table, ratio, spread
from platemark.engines.base import GenerateRequest
from platemark_press import Press

STYLES = (
    *("etching", "woodcut", "art nouveau", "art deco", "blueprint"),
    *("risograph", "watercolour", "stained glass", "pixel art"),
)
SUBJECT = "a castle on a mountain at sunset, clouds"
FLOOR = "floor"
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
COMPRESSION = 4
"""Of the PNG, as the press has it."""


def main() -> None:
    """Measure and print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each style is printed")
    parser.add_argument("--sides", type=int, nargs="+", default=[512, 1024], help="sides of the pictures, in pixels")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    chosen = parse(parser, {"rounds": 1, "sides": [512]})
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; {chosen.rounds} rounds")
    for side in chosen.sides:
        print(f"\n{side} × {side}:\n")
        print(format_report(measure(side, chosen.rounds), markdown=chosen.markdown))


def measure(side: int, rounds: int) -> dict[str, list[float]]:
    """The CPU milliseconds of each style, and of the floor, by round."""
    prints: dict[str, Callable[[int], bytes]] = {style: _printer(style, side) for style in STYLES}
    prints[FLOOR] = lambda seed: print_floor(side, seed)
    for each in prints.values():
        each(0)  # loads what drawing needs
    times: dict[str, list[float]] = defaultdict(list)
    for seed in range(1, rounds + 1):
        for name in random.Random(seed).sample(list(prints), len(prints)):
            started = time.process_time()
            prints[name](seed)
            times[name].append((time.process_time() - started) * 1000)
    return times


def print_floor(side: int, seed: int) -> bytes:
    """What any print of this size takes, as PNG."""
    rng = np.random.default_rng(seed)
    canvas = np.full((side, side, 3), 0.9, np.float32)
    mask = np.linspace(0, 1, side, dtype=np.float32)[:, None, None]
    canvas += (np.float32(0.3) - canvas) * mask
    grey = (canvas @ LUMA)[..., None]
    canvas = np.clip((grey + (canvas - grey) * np.float32(1.1) - np.float32(0.5)) * np.float32(1.2) + 0.5, 0, 1)
    coarse = Image.fromarray(rng.random((40, 40), dtype=np.float32)).resize((side, side), Image.Resampling.BICUBIC)
    paper = 1 - 0.05 * (np.asarray(coarse) - 0.5) - 0.045 * (rng.random((side, side), dtype=np.float32) - 0.5)
    pixels = (np.clip(canvas * paper[..., None], 0, 1) * 255 + 0.5).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


def format_report(times: dict[str, list[float]], *, markdown: bool) -> str:
    """CPU time and multiple of the floor by style."""
    rows = [[name, spread(each).format(0), ratio(each, times[FLOOR]).format(1)] for name, each in times.items()]
    rows.sort(key=lambda row: row[0] != FLOOR)
    return format_table(["", "CPU ms", "× floor"], rows, markdown=markdown)


def _printer(style: str, side: int) -> Callable[[int], bytes]:
    def print_picture(seed: int) -> bytes:
        request = GenerateRequest(prompt=f"{SUBJECT}, {style}", width=side, height=side, seed=seed, steps=20)
        (image,) = Press().generate(request, lambda _: None, lambda: False)
        return image.data

    return print_picture


if __name__ == "__main__":
    main()

"""Benchmark style plates: ``python -m benchmarks.plates`` prints one table.

Makes twenty prints in each of three styles, trains a plate on each album with default parameters, and prints a picture
without and with the plate. On a shared machine, CPU seconds are more reliable than wall-clock seconds.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.options import parse
from platemark.engines.base import AdapterUse, GenerateRequest, TrainingPicture, TrainProgress, TrainRequest
from platemark_press import Press

SUBJECTS = (
    *("mountain", "hills", "sea", "forest", "desert", "tree", "cactus", "flower", "mushroom", "city"),
    *("castle", "lighthouse", "house", "windmill", "bridge", "boat", "ship", "balloon", "fox", "owl"),
)
ALBUMS = {"glass": "stained glass, gold", "watercolour": "watercolour, underwater", "etching": ""}
PRINT = "a castle on a mountain at sunset, clouds"
WEIGHTS = (0.35, 0.7, 1.0)


@dataclass(frozen=True, slots=True)
class Result:
    """One album: seconds, held-out losses, file size, and the mean change of a print by weight, in levels of 255."""

    name: str
    wall: float
    cpu: float
    before: float
    after: float
    grey: float
    kilobytes: float
    moved: tuple[float, ...]


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=20, help="pictures in each album")
    parser.add_argument("--side", type=int, default=512, help="their side, in pixels")
    parser.add_argument("--albums", type=int, default=len(ALBUMS), help="how many of the styles")
    parser.add_argument("--prints", type=int, default=3, help="prints of each size, with and without a plate")
    options = parse(parser, {"pictures": 8, "side": 256, "albums": 1, "prints": 1})
    load = os.getloadavg()[0]
    rows, path = [], Path()
    with tempfile.TemporaryDirectory() as folder:
        for name, words in list(ALBUMS.items())[: options.albums]:
            row, path = _benchmark_album(Path(folder) / name, words, options.pictures, options.side)
            rows.append(row)
        count = options.prints
        prints = [(side, _print_seconds(side, count), _print_seconds(side, count, path)) for side in (256, 512, 1024)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{os.cpu_count()} cores, load {load:.1f} before; {options.pictures} pictures of {options.side}²\n")
    heads = f"{'album':12}{'wall':>8}{'CPU':>8}{'held out':>19}{'falls by':>10}{'grey copy':>11}{'file':>9}"
    print(f"{heads}   moved at {', '.join(map(str, WEIGHTS))}")
    for row in rows:
        print(
            f"{row.name:12}{row.wall:6.1f} s{row.cpu:6.1f} s{row.before:10.4f} → {row.after:.4f}"
            f"{row.before / row.after:8.1f} ×{row.grey:11.4f}{row.kilobytes:6.0f} kB   "
            + ", ".join(f"{moved:.1f}" for moved in row.moved)
        )
    print()
    for side, plain, styled in prints:
        print(f"a print of {side}²: {plain:.2f} CPU-s without a plate, {styled:.2f} with one")
    print(f"largest memory: {memory:.0f} MiB, all of the above together")


def _benchmark_album(folder: Path, words: str, count: int, side: int) -> tuple[Result, Path]:
    folder.mkdir()
    pictures = []
    for index in range(count):
        caption = f"{SUBJECTS[index % len(SUBJECTS)]}, {words}"
        path = folder / f"{index:05}"
        path.write_bytes(_print_picture(caption, index, side))
        pictures.append(TrainingPicture(path, caption, held_out=index % 8 == 7))
    seen: list[TrainProgress] = []
    wall, cpu = time.perf_counter(), time.process_time()
    adapter = Press().train(TrainRequest(tuple(pictures), {}, 1, folder), seen.append, lambda: False)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    plain = _pixels(_print_picture(PRINT, 3, 512))
    moved = tuple(
        float(np.abs(_pixels(_print_picture(PRINT, 3, 512, adapter.path, w)) - plain).mean()) for w in WEIGHTS
    )
    before, after = seen[0].metrics, adapter.metrics
    row = Result(
        name=folder.name, wall=wall, cpu=cpu, before=before["held_out_loss"], after=after["held_out_loss"],
        grey=before["grey_loss"], kilobytes=adapter.path.stat().st_size / 1000, moved=moved,
    )  # fmt: skip
    return row, adapter.path


def _print_seconds(side: int, count: int, plate: Path | None = None) -> float:
    cpu = time.process_time()
    for seed in range(count):
        _print_picture(PRINT, seed, side, plate)
    return (time.process_time() - cpu) / count


def _print_picture(words: str, seed: int, side: int, plate: Path | None = None, weight: float = 0.7) -> bytes:
    uses = () if plate is None else (AdapterUse(path=plate, format="style_plate", digest="", name="", weight=weight),)
    request = GenerateRequest(prompt=words, width=side, height=side, seed=seed, steps=20, adapters=uses)
    (image,) = Press().generate(request, lambda _: None, lambda: False)
    return image.data


def _pixels(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB"), np.int64)


if __name__ == "__main__":
    main()

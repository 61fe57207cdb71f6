"""Time and memory of an import: ``python -m benchmarks.imports`` prints one table.

Two trees of small pictures, a small and a large one, are each planned and applied on a fresh SQLite studio in a process
of its own: peak memory must not grow with the tree. The bare loop, in another process, reads the same files, hashes
them and makes the same thumbnails, one after the other, and stores nothing. CPU time includes the processes that an
import starts; memory is its own plus that of the largest of them.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.options import parse
from platemark import logs
from platemark.access import SYSTEM
from platemark.db.engine import connect
from platemark.db.migrate import upgrade
from platemark.db.unit_of_work import UnitOfWork
from platemark.engines.registry import Engines
from platemark.images.pictures import THUMBNAIL_QUALITY, THUMBNAIL_SIDE
from platemark.imports import service as imports
from platemark.imports.execution.runner import Importer
from platemark.imports.views import ImportView, NewFolderImport
from platemark.settings import Settings
from platemark.storage.blobs import FolderBlobStore
from platemark.studio import Studio

PICTURES_PER_FOLDER = 500
MAX_MEMORY_RATIO = 1.2
MAX_TIME_RATIO = 1.25
USAGES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def main() -> None:
    """Create the trees, run each part in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, help="pictures in the large tree")
    parser.add_argument("--few", type=int, default=1_000, help="pictures in the small tree")
    parser.add_argument("--side", type=int, default=64, help="width and height of a picture, in pixels")
    parser.add_argument("--part", choices=list(PARTS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parse(parser, {"files": 1000, "few": 250})
    if arguments.part:
        started = _cpu()
        figures = PARTS[arguments.part](arguments.folder)
        memory = sum(resource.getrusage(usage).ru_maxrss for usage in USAGES) / 1024
        print(json.dumps({**figures, "cpu": _cpu() - started, "memory": memory}))
        return
    with tempfile.TemporaryDirectory(prefix="platemark-imports-") as scratch:
        few, many = Path(scratch) / "few", Path(scratch) / "many"
        make_tree(few / "outputs", arguments.few, arguments.side)
        make_tree(many / "outputs", arguments.files, arguments.side)
        small, bare, large = _part("import", few), _part("bare", many), _part("import", many)
    is_fast_enough = _print(arguments.few, arguments.files, small, bare, large)
    sys.exit(0 if is_fast_enough or arguments.quick else 1)


def _cpu() -> float:
    used = [resource.getrusage(usage) for usage in USAGES]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def make_tree(folder: Path, pictures: int, side: int) -> None:
    """Create decks of five hundred pictures, all different, each with a sidecar."""
    gradient = Image.radial_gradient("L").resize((side, side))
    for number in range(pictures):
        deck = folder / f"card_deck_{number // PICTURES_PER_FOLDER:04}"
        if number % PICTURES_PER_FOLDER == 0:
            deck.mkdir(parents=True)
        tint = Image.new("L", (side, side), number % 256)
        picture = Image.merge("RGB", (gradient, tint, gradient))
        picture.putpixel((0, 0), (number & 255, number >> 8 & 255, number >> 16))
        picture.save(deck / f"{number:06}.png", compress_level=1)
        (deck / f"{number:06}.json").write_text(json.dumps({"prompt": f"plate {number}", "seed": number, "steps": 20}))


def run_import(folder: Path) -> dict[str, Any]:
    """Plan and apply an import; the seconds that each took, and how many items were applied."""
    settings = Settings(data_dir=folder / "data")
    settings.blobs_dir.mkdir(parents=True)
    upgrade(settings.resolved_database_url)
    database = connect(settings.resolved_database_url)
    blobs = FolderBlobStore(settings.blobs_dir)
    importer = Importer(settings, database, blobs, any_folder=True)
    new = NewFolderImport(kind="media", folder=folder / "outputs")
    studio = Studio(settings=settings, database=database, blobs=blobs, engines=Engines.of([]))

    def run_phase(request: Callable[[UnitOfWork], ImportView]) -> ImportView:
        with UnitOfWork(database, write=True) as work:
            import_id = request(work).id
            work.commit()
        importer.run_next(import_id)
        with UnitOfWork(database, write=False) as work:
            return imports.get_import(work, import_id, by=SYSTEM)

    started = time.perf_counter()
    planned = run_phase(lambda work: imports.create_folder_import(work, studio, new, by=SYSTEM))
    planned_at = time.perf_counter()
    digest = planned.digest or ""
    applied = run_phase(lambda work: imports.apply_import(work, studio, planned.id, digest, by=SYSTEM, any_folder=True))
    applied_at = time.perf_counter()
    assert applied.results["failed"] == 0, applied
    database.dispose()
    return {"plan": planned_at - started, "apply": applied_at - planned_at, "items": applied.results["applied"]}


def run_bare(folder: Path) -> dict[str, Any]:
    """Read, hash and thumbnail every picture; the seconds that it took."""
    started = time.perf_counter()
    count = 0
    for path in sorted((folder / "outputs").glob("*/*.png")):
        data = path.read_bytes()
        hashlib.sha256(data).hexdigest()
        with Image.open(io.BytesIO(data)) as image:
            image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
            out = io.BytesIO()
            image.save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=4)
        hashlib.sha256(out.getvalue()).hexdigest()
        count += 1
    return {"apply": time.perf_counter() - started, "plan": 0.0, "items": count}


def _part(name: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.imports", "--part", name, "--folder", str(folder)]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    completed = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    figures: dict[str, Any] = json.loads(completed.stdout.splitlines()[-1])
    return figures


def _print(few: int, many: int, small: dict[str, Any], bare: dict[str, Any], large: dict[str, Any]) -> bool:
    memory, seconds = large["memory"] / small["memory"], large["apply"] / bare["apply"]
    print(f"{'':28}{'plan':>10}{'apply':>10}{'CPU':>10}{'items':>10}{'peak MiB':>10}")
    for name, figures in ((f"import of {few}", small), (f"import of {many}", large), (f"bare loop over {many}", bare)):
        print(
            f"{name:28}{figures['plan']:9.1f}s{figures['apply']:9.1f}s{figures['cpu']:9.1f}s{figures['items']:10}{figures['memory']:10.0f}"
        )
    print(f"peak memory, large / small: {memory:.2f} (at most {MAX_MEMORY_RATIO})")
    print(f"apply / bare loop: {seconds:.2f} (at most {MAX_TIME_RATIO})")
    return bool(memory <= MAX_MEMORY_RATIO and seconds <= MAX_TIME_RATIO)


PARTS = {"import": run_import, "bare": run_bare}

if __name__ == "__main__":
    logs.configure(Settings(log_level="warning"))
    main()

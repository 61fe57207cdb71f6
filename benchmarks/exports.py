"""Benchmark of exports: ``python -m benchmarks.exports`` compares an exported album with a bare copy of its pictures.

The peer reads each stored file and appends it to one file, which is the least that any archive takes. Both write to the
same folder and end with the bytes on the disk. A round does both, in random order; a ratio is taken within a round, and
the figure is the median over the rounds, followed by the least and the greatest; so is that of the CPU time, which says
more where others are at work. Memory is the highest resident size
of a process that exports, for a tenth of the pictures and for all of them. Then bits of the bundle are flipped, and
``verify`` has to name each.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import sqlalchemy as sa

from benchmarks.options import parse
from benchmarks.ratios import ratio, spread
from platemark.access import SYSTEM
from platemark.clock import utc_now
from platemark.db.tables import AlbumImageRow, AlbumRow, ImageRow
from platemark.entrypoints.studio import open_studio
from platemark.exports.album_bundle import export_album
from platemark.exports.bundle_file import NotABundle
from platemark.exports.verification import verify_bundle
from platemark.ids import new_id
from platemark.settings import Settings
from platemark.storage.blobs import CHUNK
from platemark.studio import Studio

Seconds = dict[str, list[float]]
FLIPS = 20
KIB = 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=10_000, help="pictures in the album")
    parser.add_argument("--bytes", type=int, default=100_000, help="bytes of each")
    parser.add_argument("--rounds", type=int, default=3)
    options = parse(parser, {"pictures": 500, "rounds": 1})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(data_dir=folder / "studio")
        with open_studio(settings) as studio:
            few, many = (fill(studio, count, options.bytes) for count in (options.pictures // 10, options.pictures))
        print(f"{options.pictures} pictures of {options.bytes} bytes; load {os.getloadavg()[0]:.1f} before")
        print(f"memory: {' and '.join(f'{peak_mib(settings, it):.0f} MiB' for it in (few, many))}")
        with open_studio(settings) as studio:
            seconds, cpu = measure(studio, many, folder, options.rounds)
        for unit, figures in (("s", seconds), ("s of CPU", cpu)):
            exports, copies = figures["export"], figures["copy"]
            times = f"export {spread(exports).format(1)} {unit}, copy {spread(copies).format(1)} {unit}"
            print(f"{times}, speed as that of a copy × {ratio(copies, exports).format(2)}")
        print(f"verify {count_found(folder / 'export')} of {FLIPS} flips")


def fill(studio: Studio, count: int, size: int) -> UUID:
    """A new album with so many pictures, all different; its id."""
    now, album_id, rng = utc_now(), new_id(), random.Random(count)
    digests = [studio.blobs.put(rng.randbytes(size)) for _ in range(count)]
    common = {"created_at": now, "updated_at": now, "version": 1, "visibility": "shared"}
    images = [
        {
            "id": new_id(), "title": "a fox", "nsfw": False, "source": "generated", "media_type": "image/png",
            "width": 512, "height": 512, "size_bytes": size, "digest": digest, "thumbnail_digest": digest,
            "prompt": "a fox in the snow", "provenance": None, **common,
        }
        for digest in digests
    ]  # fmt: skip
    places = [
        {"album_id": album_id, "image_id": image["id"], "position": number, "added_at": now}
        for number, image in enumerate(images)
    ]
    album = {"id": album_id, "name": "Beasts", "description": "", "source": "manual", **common}
    with studio.work(write=True) as work:
        for table, rows in ((AlbumRow, [album]), (ImageRow, images), (AlbumImageRow, places)):
            work.session.execute(sa.insert(table), rows)
        work.commit()
    return album_id


def measure(studio: Studio, album_id: UUID, folder: Path, rounds: int) -> tuple[Seconds, Seconds]:
    """The seconds of each export, and of each copy, and those of the CPU."""
    with studio.work(write=False) as work:
        query = sa.select(ImageRow.digest).join(AlbumImageRow, AlbumImageRow.image_id == ImageRow.id)
        ordered = query.where(AlbumImageRow.album_id == album_id).order_by(AlbumImageRow.position)
        paths = [studio.blobs.path(digest) for digest in work.session.scalars(ordered)]
    makers: dict[str, Callable[[], Iterable[bytes]]] = {
        "export": lambda: export_album(studio, album_id, by=SYSTEM),
        "copy": lambda: read_all(paths),
    }
    seconds, cpu = ({name: list[float]() for name in makers} for _ in range(2))
    for seed in range(rounds):
        for name in random.Random(seed).sample(list(makers), len(makers)):
            started, worked = time.perf_counter(), time.process_time()
            write(folder / name, makers[name]())
            seconds[name].append(time.perf_counter() - started)
            cpu[name].append(time.process_time() - worked)
    return seconds, cpu


def read_all(paths: Iterable[Path]) -> Iterable[bytes]:
    """The bytes of files, one after the other."""
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def peak_mib(settings: Settings, album_id: UUID) -> float:
    """The highest resident size of a process of its own that exports the album."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return float(pool.apply(export_to_nowhere, (settings, album_id))) / KIB


def export_to_nowhere(settings: Settings, album_id: UUID) -> int:
    """Export the album; the highest resident size of this process in KiB."""
    with open_studio(settings) as studio:
        for _ in export_album(studio, album_id, by=SYSTEM):
            pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def count_found(bundle: Path) -> int:
    """How many flips of a bit ``verify`` finds, each of them undone afterwards."""
    found, rng = 0, random.Random(FLIPS)
    with bundle.open("r+b") as file:
        for place in (rng.randrange(bundle.stat().st_size) for _ in range(FLIPS)):
            file.seek(place)
            byte = file.read(1)
            write_byte(file, place, bytes([byte[0] ^ 1 << rng.randrange(8)]))
            try:
                found += bool(verify_bundle(bundle).damages)
            except NotABundle:
                found += 1
            write_byte(file, place, byte)
    if verify_bundle(bundle).damages:
        raise SystemExit("a bundle without flips is said to be damaged")
    return found


def write_byte(file: BinaryIO, place: int, byte: bytes) -> None:
    """Replace the byte at ``place``."""
    file.seek(place)
    file.write(byte)
    file.flush()


if __name__ == "__main__":
    main()

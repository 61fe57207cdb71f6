"""What ``platemark export …`` and ``platemark verify`` do."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from platemark.access import SYSTEM
from platemark.albums import service as albums
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.exports import album_bundle, verification
from platemark.exports.bundle_file import NotABundle

if TYPE_CHECKING:
    from platemark.exports.reproduction import Reproduced


def export_album(runtime: Runtime, album_: str, output: Path | None, embed: str | None) -> None:
    """Write an album to a ZIP file, which appears once it is complete."""
    with runtime.open_studio() as studio:
        with studio.work(write=False) as work:
            album = albums.get_album_by_id_or_name(work, album_, by=SYSTEM).album
        target = output or Path(f"album-{album.id}.zip")
        size = _write(target, album_bundle.export_album(studio, album.id, by=SYSTEM, embed=embed))
    line = f"Album {album.name!r} is in {target}: {album.image_count} images, {size} bytes."
    print_result({"album_id": str(album.id), "file": str(target), "bytes": size}, line)


def verify(runtime: Runtime, bundle: Path, reproduce: bool) -> None:
    """Check that the file of an exported album is as it was written, and with ``reproduce`` that it is drawn so."""
    try:
        verified = verification.verify_bundle(bundle)
    except NotABundle as error:
        raise click.ClickException(str(error)) from None
    damages = [damage._asdict() for damage in verified.damages]
    summary = f"{bundle.name}: {verified.files} files, {verified.bytes} bytes"
    lines = [f"{damage.path or bundle.name}: {damage.message}" for damage in verified.damages]
    verdict = f"{summary}; {len(damages)} damaged." if damages else f"{summary}, as they were written."
    result: dict[str, Any] = {"files": verified.files, "bytes": verified.bytes, "damages": damages}
    drawn = _reproduce(runtime, bundle, {damage.path for damage in verified.damages}) if reproduce else None
    if drawn is not None:
        result["reproduction"] = drawn.to_json()
    print_result(result, *lines, verdict, *([] if drawn is None else drawn.lines()))
    if damages or (drawn is not None and drawn.different):
        click.get_current_context().exit(1)


def _reproduce(runtime: Runtime, bundle: Path, damaged: Collection[str]) -> Reproduced:
    from platemark.engines.registry import Engines
    from platemark.exports.reproduction import reproduce_bundle

    return reproduce_bundle(bundle, Engines.discover(settings=runtime.settings()), damaged)


def _write(target: Path, pieces: album_bundle.Pieces) -> int:
    """Write the pieces beside ``target`` and put them in its place; returns their size."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            size = sum(file.write(piece) for piece in pieces)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return size

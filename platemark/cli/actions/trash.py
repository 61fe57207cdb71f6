"""What ``platemark trash …`` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM
from platemark.cli.output import all_pages, format_value, json_requested, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.images import service as images
from platemark.images import trash
from platemark.images.views import ImageFilter, TrashPurge
from platemark.studio import Studio

COLUMNS = ("trashed", "bytes", "title", "id")


def list_trash(runtime: Runtime) -> None:
    """List the images in the trash, of all users, newest first."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        trashed = list(all_pages(partial(images.list_images, work, ImageFilter(trashed=True), by=SYSTEM)))
    names = ("id", "title", "size_bytes", "created_by", "deleted_at")
    values = [{name: getattr(image, name) for name in names} for image in trashed]
    print_table(values, COLUMNS, [(it.deleted_at, it.size_bytes, it.shown_title, it.id) for it in trashed])


def restore(runtime: Runtime, image_ids: Sequence[UUID]) -> None:
    """Restore the images ID to their albums."""
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        for image_id in image_ids:
            images.restore_image(work, image_id, by=SYSTEM)
        work.commit()
    print_result({"restored": list(map(str, image_ids))}, *(f"Image {it} restored." for it in image_ids))


def purge(runtime: Runtime, image_ids: Sequence[UUID], older_than_days: int | None, dry_run: bool, yes: bool) -> None:
    """Delete old images in the trash, or the images ID, for good."""
    if image_ids and older_than_days is not None:
        raise click.UsageError("ID and --older-than-days exclude each other.")
    if json_requested() and not (yes or dry_run):
        raise click.UsageError("--json cannot ask: give --yes or --dry-run.")
    with runtime.open_studio() as studio:
        if image_ids:
            _purge_images(studio, image_ids, dry_run=dry_run, yes=yes)
        else:
            _purge_old(studio, older_than_days, dry_run=dry_run, yes=yes)


def _purge_images(studio: Studio, image_ids: Sequence[UUID], *, dry_run: bool, yes: bool) -> None:
    if not (yes or dry_run):
        click.confirm(f"Delete {len(image_ids)} images for good?", abort=True)
    with studio.work(write=True) as work:
        for image_id in dict.fromkeys(image_ids):
            trash.purge_image(work, studio.blobs, image_id, by=SYSTEM)
        if not dry_run:
            work.commit()
    verb = "would be deleted" if dry_run else "deleted for good"
    value = {"dry_run": dry_run, "purged": list(map(str, image_ids))}
    print_result(value, *(f"Image {it} {verb}." for it in image_ids))


def _purge_old(studio: Studio, older_than_days: int | None, *, dry_run: bool, yes: bool) -> None:
    if not yes:
        planned = _purge_once(studio, older_than_days, dry_run=True)
        if dry_run or not planned.images:
            print_result(_purge_json(planned), *_purge_lines(planned))
            return
        click.echo("\n".join(_purge_lines(planned)))
        click.confirm("Delete them for good?", abort=True)
    done = _purge_once(studio, older_than_days, dry_run=dry_run)
    while done.more and not dry_run:
        done = _joined(done, _purge_once(studio, older_than_days, dry_run=False))
    print_result(_purge_json(done), *_purge_lines(done))


def _purge_once(studio: Studio, older_than_days: int | None, *, dry_run: bool) -> TrashPurge:
    with studio.work(write=not dry_run) as work:
        done = trash.purge_trash(
            work, studio.blobs, older_than_days, dry_run=dry_run, settings=studio.settings, by=SYSTEM
        )
        work.commit()
    return done


def _joined(done: TrashPurge, following: TrashPurge) -> TrashPurge:
    return replace(
        following,
        images=[*done.images, *following.images],
        freed_bytes=done.freed_bytes + following.freed_bytes,
        shared_file_count=done.shared_file_count + following.shared_file_count,
    )


def _purge_json(purge: TrashPurge) -> dict[str, Any]:
    """The result of a purge as in the API."""
    return {
        "dry_run": purge.dry_run,
        "older_than_days": purge.older_than_days,
        "before": purge.before,
        "purged_count": len(purge.images),
        "freed_bytes": purge.freed_bytes,
        "shared_file_count": purge.shared_file_count,
        "more": purge.more,
        "items": [it._asdict() for it in purge.images],
        "kept": [it._asdict() for it in purge.kept],
    }


def _purge_lines(purge: TrashPurge) -> Iterator[str]:
    if purge.before is None:
        yield "Images stay in the trash for ever (PLATEMARK_TRASH_DAYS=0); none was deleted."
        return
    verb = "would be deleted" if purge.dry_run else "deleted"
    number = f"{len(purge.images)} images" + (", and more," if purge.more else "")
    since, files = format_value(purge.before), purge.shared_file_count
    yield f"{number} in the trash since {since} or longer {verb}, {purge.freed_bytes} bytes freed."
    if files:
        yield f"{files} of their files stay: other images have the same."
    for kept in purge.kept:
        yield f"Image {kept.id} stays: {kept.reason} {kept.named_by} names it."

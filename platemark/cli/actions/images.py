"""What ``platemark images …`` does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import click

from platemark import bulk_update
from platemark.cli.actions.waiting import actor_for_user
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.images.views import BulkChanges, BulkUpdate, ImageFilter, LabelContent

MAX_TAGS = 5


def update(
    runtime: Runtime,
    image_ids: Sequence[UUID],
    in_album: UUID | None,
    with_label: str | None,
    matching: str | None,
    in_trash: bool,
    visibility: str | None,
    nsfw: bool | None,
    trashed: bool | None,
    add_tags: Sequence[str],
    remove_tags: Sequence[str],
    add_to_album: UUID | None,
    remove_from_album: UUID | None,
    user_name: str | None,
    dry_run: bool,
) -> None:
    """Change the images ID, or all that match."""
    filters = ImageFilter(album_id=in_album, label=with_label or None, q=matching or None)
    selected = _selected(image_ids, replace(filters, trashed=in_trash))
    changes = BulkChanges(
        trashed=trashed,
        visibility=visibility,
        nsfw=nsfw,
        add_labels=_tags(add_tags),
        remove_labels=_tags(remove_tags),
        add_to_album=add_to_album,
        remove_from_album=remove_from_album,
    )
    if changes == BulkChanges():
        raise click.UsageError("Say what to change.")
    with runtime.open_studio() as studio, studio.work(write=True) as work:
        by = actor_for_user(work, user_name)
        done = bulk_update.bulk_update_images(work, selected, changes, dry_run=dry_run, by=by)
        work.commit()
    print_result(done._asdict(), _line(done))


def _selected(image_ids: Sequence[UUID], filters: ImageFilter) -> Sequence[UUID] | ImageFilter:
    """The images ID, or the filter: exactly one of them."""
    if image_ids and filters != ImageFilter():
        raise click.UsageError("ID and the options that select images exclude each other.")
    if not image_ids and filters == ImageFilter():
        raise click.UsageError("Say which images: ID, --in-album, --with-label, --matching or --in-trash.")
    if len(image_ids) > bulk_update.MAX_IMAGES:
        raise click.UsageError(f"At most {bulk_update.MAX_IMAGES} images can be named.")
    return list(dict.fromkeys(image_ids)) or filters


def _tags(tags: Sequence[str]) -> tuple[LabelContent, ...]:
    if len(tags) > MAX_TAGS:
        raise click.UsageError(f"At most {MAX_TAGS} tags can be added, and as many removed.")
    return tuple(LabelContent("tag", tag) for tag in tags)


def _line(done: BulkUpdate) -> str:
    would = "would be changed" if done.dry_run else "changed"
    return f"{done.changed_count} images {would}, {done.unchanged_count} are so already."

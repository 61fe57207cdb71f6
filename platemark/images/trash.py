"""The trash is emptied: images in it are deleted for good, one by its owner, the old ones by admins and once a day.

The order makes it safe. First one transaction deletes the rows. Once it is committed, another one deletes those of
their files that no row refers to, and keeps others from referring to them meanwhile (``platemark.blob_references``). A
crash in between leaves files without a row, which the sweep finds, never a row without its files. Whoever stores the
same bytes at the same time keeps them: either their row is there before the files are deleted, or they find the files
missing and store them again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from uuid import UUID

from platemark.access import SYSTEM, Actor, require_owner, require_role
from platemark.blob_references import delete_unreferenced_in, list_shared
from platemark.db.faults import log_failure
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Conflict, NotFound
from platemark.events.service import record
from platemark.images import queries, rendition_queries, trash_queries
from platemark.images.trash_queries import TrashedImage
from platemark.images.views import PurgedImage, TrashPurge
from platemark.settings import Settings
from platemark.storage.blobs import BlobStore

MAX_IMAGES = 1000
"""How many images one purge deletes, and so how long others wait for it."""
MAX_KEPT = 100
NAMED_BY = {
    "training_run": "A training run names the image in its dataset: {}. Delete the run first.",
    "set_run": "The set run of the image is not finished: {}. Wait for it, or cancel it.",
}

log = logging.getLogger(__name__)


def purge_trash(
    work: UnitOfWork,
    blobs: BlobStore,
    older_than_days: int | None,
    *,
    dry_run: bool,
    settings: Settings,
    by: Actor,
) -> TrashPurge:
    """Delete the images that have been in the trash for ``older_than_days``, oldest first, at most ``MAX_IMAGES``.

    None means the days of the settings, where 0 keeps everything; 0 as an argument deletes everything. Images that a
    training run or an unfinished set run names stay. A dry run changes nothing and answers the same.
    """
    require_role(by, "admin")
    days = older_than_days if older_than_days is not None else settings.trash_days or None
    if days is None:
        return TrashPurge(dry_run=dry_run, older_than_days=None, before=None)
    before = work.now() - timedelta(days=days)
    found = trash_queries.list_purgeable(work, before, MAX_IMAGES + 1)
    kept = trash_queries.list_kept(work, before, among=MAX_IMAGES, limit=MAX_KEPT)
    images, more = found[:MAX_IMAGES], len(found) > MAX_IMAGES
    if not dry_run:
        images = [image for image in _lock(work, images) if image.deleted_at <= before]
    freed_bytes, shared_file_count = _weigh(work, blobs, images)
    if not dry_run:
        _delete(work, blobs, images)
    return TrashPurge(
        dry_run=dry_run,
        older_than_days=days,
        before=before,
        images=[PurgedImage(it.id, it.created_by, it.deleted_at, it.size_bytes) for it in images],
        kept=kept,
        freed_bytes=freed_bytes,
        shared_file_count=shared_file_count,
        more=more,
    )


def purge_old(open_work: Callable[[], UnitOfWork], blobs: BlobStore, settings: Settings) -> tuple[int, int]:
    """The daily purge by the settings: how many images it deleted, and how many bytes.

    ``open_work`` opens a transaction that may write; each deletes at most ``MAX_IMAGES``.
    """
    count = freed_bytes = 0
    more = True
    while more:
        with open_work() as work:
            done = purge_trash(work, blobs, None, dry_run=False, settings=settings, by=SYSTEM)
            work.commit()
        count, freed_bytes, more = count + len(done.images), freed_bytes + done.freed_bytes, done.more
    return count, freed_bytes


def purge_image(work: UnitOfWork, blobs: BlobStore, image_id: UUID, *, by: Actor) -> None:
    """Delete an image of the trash for good, for its owner and admins.

    Conflict ``image_not_trashed``, or ``image_in_use`` if a training run or an unfinished set run names it.
    """
    require_role(by, "editor")
    image = queries.lock_image_in_trash(work, image_id, by=by)
    if image is None or (image.deleted_at is not None and not by.owns(image.created_by)):
        raise NotFound("image", image_id)
    require_owner(by, image.created_by)
    if image.deleted_at is None:
        raise Conflict("image_not_trashed", "The image is not in the trash; delete it first.")
    for kept in trash_queries.list_in_use(work, [image_id]):
        raise Conflict("image_in_use", NAMED_BY[kept.reason].format(kept.named_by))
    _delete(work, blobs, trash_queries.lock_trashed(work, [image_id]))


def _lock(work: UnitOfWork, images: Sequence[TrashedImage]) -> Sequence[TrashedImage]:
    """Those of the images that, now that they are locked, are in the trash and nothing names; oldest first."""
    locked = trash_queries.lock_trashed(work, [image.id for image in images])
    in_use = {kept.id for kept in trash_queries.list_in_use(work, [image.id for image in locked])}
    return sorted((it for it in locked if it.id not in in_use), key=lambda it: (it.deleted_at, it.id))


def _weigh(work: UnitOfWork, blobs: BlobStore, images: Sequence[TrashedImage]) -> tuple[int, int]:
    """The bytes of the files that go with the images, and the number of their files that stay."""
    if not images:
        return 0, 0
    digests = _digests(work, images)
    shared = list_shared(work, digests, image_ids=[image.id for image in images])
    return blobs.stored_bytes(digests - shared), len(shared)


def _delete(work: UnitOfWork, blobs: BlobStore, images: Sequence[TrashedImage]) -> None:
    """Delete the rows of images that are locked, and after the commit their files."""
    digests = _digests(work, images)
    trash_queries.delete_images(work, [image.id for image in images])
    for image in images:
        record(work, "image.purged", image.id, visibility="private", created_by=image.created_by)
    if images:
        work.after_commit(lambda: _delete_files(work, blobs, digests))


def _delete_files(work: UnitOfWork, blobs: BlobStore, digests: Collection[str]) -> None:
    """Delete the files that no row refers to. If that fails, the sweep does it: the images are gone already."""
    try:
        delete_unreferenced_in(work, blobs, digests)
    except Exception as error:
        log_failure(log, "files of purged images are left to the sweep of orphans", error)
        work.rollback()


def _digests(work: UnitOfWork, images: Sequence[TrashedImage]) -> set[str]:
    """The files of the images, with their thumbnails of all sizes."""
    larger = rendition_queries.list_digests(work, [image.id for image in images])
    return {digest for image in images for digest in (image.digest, image.thumbnail_digest)}.union(larger)

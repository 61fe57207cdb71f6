"""Looking again at what was made of folders and pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.images import import_operations as images
from platemark.images.import_operations import Standing
from platemark.imports.kinds.protocol import Item, Remark
from platemark.storage.blobs import BlobStore

Places = Mapping[UUID, set[UUID]]

ALBUM_GONE = Remark("missing", "The album is not here any more.")
ALBUM_CHANGED = Remark("altered", "The album was changed here.")
IMAGE_GONE = Remark("missing", "The image is not here any more.")
BYTES_GONE = Remark("missing", "The store has lost the image's bytes.")
BYTES_WRONG = Remark("corrupt", "The bytes in the store are not those that were kept.")
NOT_IN_ALBUM = Remark("orphaned", "The image is not in the album any more that it was put in.")
IMAGE_CHANGED = Remark("altered", "The image, or a label of it, was changed here.")


def verify(work: UnitOfWork, blobs: BlobStore, items: Sequence[Item]) -> Sequence[Remark | None]:
    """Rows, places in albums, and every byte of the store."""
    versions = albums.versions(work, ids(items, "album_id"))
    standing = images.standing(work, ids(items, "image_id"))
    places = albums.albums_of(work, list(standing))
    return [
        _verify_album(made_of(item), versions)
        if item.payload["type"] == "album"
        else _verify_picture(blobs, made_of(item), standing, places)
        for item in items
    ]


def made_of(item: Item) -> Mapping[str, Any]:
    """What was made of an item."""
    return item.made or {}


def ids(items: Sequence[Item], name: str) -> list[UUID]:
    """The ids that stand under ``name`` in what was made."""
    return [UUID(found) for item in items if (found := made_of(item).get(name))]


def labels_changed(made: Mapping[str, Any], there: Standing) -> bool:
    """Whether an image has other labels than those that it was made with."""
    return bool(made["own"]) and (there.labels != made["labels"] or there.edited_labels > 0)


def _verify_album(made: Mapping[str, Any], versions: Mapping[UUID, int]) -> Remark | None:
    version = versions.get(UUID(made["album_id"]))
    if version is None:
        return ALBUM_GONE
    return ALBUM_CHANGED if made["version"] not in (None, version) else None


def _verify_picture(
    blobs: BlobStore, made: Mapping[str, Any], standing: Mapping[UUID, Standing], places: Places
) -> Remark | None:
    image_id = UUID(made["image_id"])
    there = standing.get(image_id)
    if there is None:
        return IMAGE_GONE
    bytes_remark = _verify_bytes(blobs, there.digest) or _verify_bytes(blobs, there.thumbnail_digest)
    if bytes_remark is not None:
        return bytes_remark
    if made["placed"] and UUID(made["album_id"]) not in places.get(image_id, set()):
        return NOT_IN_ALBUM
    changed = there.in_trash or there.version != made["version"] or labels_changed(made, there)
    return IMAGE_CHANGED if changed else None


def _verify_bytes(blobs: BlobStore, digest: str) -> Remark | None:
    try:
        found = hashlib.sha256(blobs.read(digest)).hexdigest()
    except Unavailable:
        return BYTES_GONE
    return None if found == digest else BYTES_WRONG

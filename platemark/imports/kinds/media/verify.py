"""Checks the images and albums that an import made, and what was made of items."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Unavailable
from platemark.images import import_operations as images
from platemark.images.import_operations import ImageState
from platemark.imports.items import Item
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore

Memberships = Mapping[UUID, set[UUID]]
"""The albums that each image is in."""

ALBUM_MISSING = Reason("missing", "The album no longer exists.")
ALBUM_CHANGED = Reason("altered", "The album was changed here.")
IMAGE_MISSING = Reason("missing", "The image no longer exists.")
BLOB_MISSING = Reason("missing", "The image's bytes are missing from the store.")
BLOB_CORRUPT = Reason("corrupt", "The bytes in the store are not those that were stored.")
NOT_IN_ALBUM = Reason("orphaned", "The image is no longer in the album that it was imported into.")
IMAGE_CHANGED = Reason("altered", "The image, or one of its labels, was changed here.")


def verify(work: UnitOfWork, blobs: BlobStore, items: Sequence[Item]) -> Sequence[Reason | None]:
    """Check rows, album memberships, and every byte in the store."""
    versions = albums.album_versions(work, made_ids(items, "album_id"))
    states = images.image_states(work, made_ids(items, "image_id"))
    memberships = albums.albums_by_image(work, list(states))
    return [
        _verify_album(made_of(item), versions)
        if item.payload["type"] == "album"
        else _verify_picture(blobs, made_of(item), states, memberships)
        for item in items
    ]


def made_of(item: Item) -> Mapping[str, Any]:
    """The item's ``made``; empty where nothing was made."""
    return item.made or {}


def made_ids(items: Sequence[Item], name: str) -> list[UUID]:
    """The ids under ``name`` in the ``made`` of items."""
    return [UUID(value) for item in items if (value := made_of(item).get(name))]


def labels_changed(made: Mapping[str, Any], state: ImageState) -> bool:
    """Whether labels of an image that this import made were added, removed or edited."""
    return bool(made["own"]) and (state.labels != made["labels"] or state.edited_labels > 0)


def _verify_album(made: Mapping[str, Any], versions: Mapping[UUID, int]) -> Reason | None:
    version = versions.get(UUID(made["album_id"]))
    if version is None:
        return ALBUM_MISSING
    return ALBUM_CHANGED if made["version"] not in (None, version) else None


def _verify_picture(
    blobs: BlobStore, made: Mapping[str, Any], states: Mapping[UUID, ImageState], memberships: Memberships
) -> Reason | None:
    image_id = UUID(made["image_id"])
    state = states.get(image_id)
    if state is None:
        return IMAGE_MISSING
    blob_reason = _verify_blob(blobs, state.digest) or _verify_blob(blobs, state.thumbnail_digest)
    if blob_reason is not None:
        return blob_reason
    if made["placed"] and UUID(made["album_id"]) not in memberships.get(image_id, set()):
        return NOT_IN_ALBUM
    changed = state.in_trash or state.version != made["version"] or labels_changed(made, state)
    return IMAGE_CHANGED if changed else None


def _verify_blob(blobs: BlobStore, digest: str) -> Reason | None:
    try:
        actual = hashlib.sha256(blobs.read(digest)).hexdigest()
    except Unavailable:
        return BLOB_MISSING
    return None if actual == digest else BLOB_CORRUPT

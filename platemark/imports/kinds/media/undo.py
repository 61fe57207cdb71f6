"""Removes the images and albums that an import made, unless somebody changed them since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import ImageState
from platemark.imports import journal
from platemark.imports.items import Item
from platemark.imports.kinds.media.verify import Memberships, labels_changed, made_ids, made_of
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.reasons import Reason

Albums = Mapping[str, Mapping[str, Any]]
"""``made`` of albums, by key."""

EDITED = Reason("edited", "Kept: it was changed here after the import.")
LABELLED = Reason("labelled", "Kept: its labels were changed here after the import.")
IN_OTHER_ALBUM = Reason("in_other_album", "Kept: it was added to another album after the import.")
ALBUM_KEPT = Reason("album_kept", "Kept: its album was changed here after the import, and keeps its pictures.")


def undo(work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Sequence[Reason | None]:
    """Remove pictures, unless they or the album made for them were changed; then albums."""
    own_albums, reasons = _decide(work, spec, items, RemovedByUndo())
    to_remove = [item for item, reason in zip(items, reasons, strict=True) if reason is None]
    for item in to_remove:
        if _is_only_membership(item):
            made, keep_version = made_of(item), item.payload["album"] in own_albums
            albums.remove_images(
                work, UUID(made["album_id"]), [UUID(made["image_id"])], keep_version=keep_version
            )  # fmt: skip
    images.delete_images(work, [UUID(made_of(item)["image_id"]) for item in to_remove if made_of(item).get("own")])
    return [reason or _undo_rest(work, spec, item) for item, reason in zip(items, reasons, strict=True)]


def dry_run_undo(
    work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
) -> Sequence[Reason | None]:
    """What ``undo`` would answer once everything in ``removed`` is gone; adds what it would remove."""
    return _decide(work, spec, items, removed)[1]


def _decide(
    work: UnitOfWork, spec: ImportSpec, items: Sequence[Item], removed: RemovedByUndo
) -> tuple[Albums, list[Reason | None]]:
    """The albums that this import made for these pictures, and why each item is kept; None where it is removed."""
    own_albums = _own_albums(work, spec, items)
    kept_albums = _changed_albums(work, own_albums)
    removed.memberships.update(
        (UUID(made_of(it)["image_id"]), UUID(made_of(it)["album_id"]))
        for it in items
        if _is_only_membership(it) and it.payload["album"] not in kept_albums
    )
    states = images.image_states(work, made_ids(items, "image_id"))
    memberships = {
        image_id: {album_id for album_id in album_ids if (image_id, album_id) not in removed.memberships}
        for image_id, album_ids in albums.albums_by_image(work, list(states)).items()
    }
    album_items = [it for it in items if it.payload["type"] == "album"]
    versions = albums.album_versions(work, made_ids(album_items, "album_id"))
    return own_albums, [
        _reason_to_keep_album(made_of(item), versions)
        if item.payload["type"] == "album"
        else _reason_to_keep_picture(item, kept_albums, states, memberships)
        for item in items
    ]


def _own_albums(work: UnitOfWork, spec: ImportSpec, items: Sequence[Item]) -> Albums:
    """``made`` of the albums of these pictures, by key: only those that this import made."""
    keys = {item.payload["album"] for item in items if item.payload["type"] == "picture"}
    by_key = journal.items_by_key(work, spec.import_id, keys)
    return {key: made_of(album) for key, album in by_key.items() if made_of(album).get("version") is not None}


def _changed_albums(work: UnitOfWork, own_albums: Albums) -> set[str]:
    """The keys of the albums that somebody changed since."""
    versions = albums.album_versions(work, [UUID(it["album_id"]) for it in own_albums.values()])
    return {key for key, it in own_albums.items() if versions.get(UUID(it["album_id"]), it["version"]) != it["version"]}


def _is_only_membership(item: Item) -> bool:
    """Whether this import only added an existing image to an album."""
    made = made_of(item)
    return bool(made.get("placed")) and not made["own"]


def _reason_to_keep_album(made: Mapping[str, Any], versions: Mapping[UUID, int]) -> Reason | None:
    """None where the album is removed, or gone already."""
    return None if versions.get(UUID(made["album_id"]), made["version"]) == made["version"] else EDITED


def _reason_to_keep_picture(
    item: Item, kept_albums: set[str], states: Mapping[UUID, ImageState], memberships: Memberships
) -> Reason | None:
    """None where the picture is removed, is gone already, or was not made by this import."""
    made = made_of(item)
    if item.payload["album"] in kept_albums and (made["own"] or made["placed"]):
        return ALBUM_KEPT
    image_id = UUID(made["image_id"])
    state = states.get(image_id)
    if state is None:
        return None
    if not made["own"]:
        return EDITED if "before" in made and state.version != made["version"] else None
    if state.in_trash or state.version != made["version"]:
        return EDITED
    if labels_changed(made, state):
        return LABELLED
    return IN_OTHER_ALBUM if memberships.get(image_id, set()) - {_album_id(made)} else None


def _album_id(made: Mapping[str, Any]) -> UUID | None:
    return UUID(made["album_id"]) if made["album_id"] else None


def _undo_rest(work: UnitOfWork, spec: ImportSpec, item: Item) -> Reason | None:
    """Undo what is not an image of its own: delete an album, or restore an image's texts."""
    made = made_of(item)
    if item.payload["type"] == "album":
        album_id = UUID(made["album_id"])
        gone = albums.delete_album(work, album_id, made["version"]) or not albums.album_versions(work, [album_id])
        return None if gone else EDITED
    if "before" in made:
        image_id = UUID(made["image_id"])
        version = images.update_image_texts(work, image_id, made["version"], made["before"])
        if version is not None:
            images.restore_labels(work, image_id, made.get("labels_before", {}))
            journal.renew_earlier_version(work, spec.import_id, item.key, version)
        return EDITED if version is None and images.image_states(work, [image_id]) else None
    if "labels_before" in made and not made["own"]:
        images.restore_labels(work, UUID(made["image_id"]), made["labels_before"])
    return None

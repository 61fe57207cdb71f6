"""Taking back what was made of folders and pictures, unless somebody changed it since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import Standing
from platemark.imports.execution import journal
from platemark.imports.kinds.media.verify import Places, ids, labels_changed, made_of
from platemark.imports.kinds.protocol import Item, Order, Remark, Taken

Albums = Mapping[str, Mapping[str, Any]]
"""What was made of albums, by key."""

EDITED = Remark("edited", "It was changed here since it was imported: it stays.")
LABELLED = Remark("labelled", "Its labels were changed here since it was imported: it stays.")
ELSEWHERE = Remark("in_other_album", "It was put in another album since it was imported: it stays.")
ALBUM_KEPT = Remark("album_kept", "Its album was changed here since it was imported: both stay.")


def undo(work: UnitOfWork, order: Order, items: Sequence[Item]) -> Sequence[Remark | None]:
    """Pictures, unless they or the album that was made for them were changed; then albums."""
    ours, remarks = _decide(work, order, items, Taken())
    going = [item for item, remark in zip(items, remarks, strict=True) if remark is None]
    for item in going:
        if _only_placed(item):
            made, doomed = made_of(item), item.payload["album"] in ours
            albums.take_out(work, UUID(made["album_id"]), [UUID(made["image_id"])], doomed=doomed)
    images.erase(work, [UUID(made_of(item)["image_id"]) for item in going if made_of(item).get("own")])
    return [remark or _finish(work, item) for item, remark in zip(items, remarks, strict=True)]


def foresee(work: UnitOfWork, order: Order, items: Sequence[Item], taken: Taken) -> Sequence[Remark | None]:
    """What ``undo`` would answer if all in ``taken`` were gone, which grows by what it would take."""
    return _decide(work, order, items, taken)[1]


def _decide(work: UnitOfWork, order: Order, items: Sequence[Item], taken: Taken) -> tuple[Albums, list[Remark | None]]:
    """The albums that were made for these pictures, and why each item stays; None where it goes."""
    ours = _albums_of_this(work, order, items)
    kept = _changed(work, ours)
    taken.places.update(
        (UUID(made_of(it)["image_id"]), UUID(made_of(it)["album_id"]))
        for it in items
        if _only_placed(it) and it.payload["album"] not in kept
    )
    standing = images.standing(work, ids(items, "image_id"))
    places = {
        image_id: {album_id for album_id in found if (image_id, album_id) not in taken.places}
        for image_id, found in albums.albums_of(work, list(standing)).items()
    }
    versions = albums.versions(work, ids([it for it in items if it.payload["type"] == "album"], "album_id"))
    return ours, [
        _keep_album(made_of(item), versions)
        if item.payload["type"] == "album"
        else _keep_picture(item, kept, standing, places)
        for item in items
    ]


def _albums_of_this(work: UnitOfWork, order: Order, items: Sequence[Item]) -> Albums:
    """What was made of the albums of these pictures, by key: those alone that this import made."""
    keys = {item.payload["album"] for item in items if item.payload["type"] == "picture"}
    found = journal.items_by_key(work, order.import_id, keys)
    return {key: made_of(album) for key, album in found.items() if made_of(album).get("version") is not None}


def _changed(work: UnitOfWork, ours: Albums) -> set[str]:
    """The keys of the albums that somebody changed since."""
    versions = albums.versions(work, [UUID(it["album_id"]) for it in ours.values()])
    return {key for key, it in ours.items() if versions.get(UUID(it["album_id"]), it["version"]) != it["version"]}


def _only_placed(item: Item) -> bool:
    """Whether all that was made of a picture is its place in an album."""
    made = made_of(item)
    return bool(made.get("placed")) and not made["own"]


def _keep_album(made: Mapping[str, Any], versions: Mapping[UUID, int]) -> Remark | None:
    """Why an album stays; None where it goes, or is gone."""
    return None if versions.get(UUID(made["album_id"]), made["version"]) == made["version"] else EDITED


def _keep_picture(item: Item, kept: set[str], standing: Mapping[UUID, Standing], places: Places) -> Remark | None:
    """Why a picture stays; None where it goes, or where nothing was made that could."""
    made = made_of(item)
    if item.payload["album"] in kept and (made["own"] or made["placed"]):
        return ALBUM_KEPT
    image_id = UUID(made["image_id"])
    there = standing.get(image_id)
    if there is None:
        return None
    if not made["own"]:
        return EDITED if "before" in made and there.version != made["version"] else None
    if there.in_trash or there.version != made["version"]:
        return EDITED
    if labels_changed(made, there):
        return LABELLED
    return ELSEWHERE if places.get(image_id, set()) - {_album_of(made)} else None


def _album_of(made: Mapping[str, Any]) -> UUID | None:
    return UUID(made["album_id"]) if made["album_id"] else None


def _finish(work: UnitOfWork, item: Item) -> Remark | None:
    """What is not an image of its own: an album that was made, or words that were changed."""
    made = made_of(item)
    if item.payload["type"] == "album":
        album_id = UUID(made["album_id"])
        gone = albums.erase(work, album_id, made["version"]) or album_id not in albums.versions(work, [album_id])
        return None if gone else EDITED
    if "before" in made:
        image_id = UUID(made["image_id"])
        back = images.reword(work, image_id, made["version"], made["before"])
        return EDITED if back is None and images.standing(work, [image_id]) else None
    return None

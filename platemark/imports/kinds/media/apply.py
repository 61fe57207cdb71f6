"""Rows of folders and pictures whose bytes are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.albums.import_operations import ImportedAlbum
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import ImportedPicture
from platemark.images.views import StoredPicture
from platemark.imports.execution import journal
from platemark.imports.kinds.media.diff import EDITED, SIDECAR_CHANGED
from platemark.imports.kinds.protocol import Content, Item, Made, Order, Remark, Thing
from platemark.storage.blobs import BlobStore

Batch = Sequence[tuple[Item, Content]]
Json = dict[str, Any]


def make(work: UnitOfWork, blobs: BlobStore, order: Order, batch: Batch) -> Sequence[Made | Remark]:
    """Albums, then changed words, then pictures, then their places in albums."""
    made: dict[int, Made | Remark] = {}
    new: list[tuple[Item, StoredPicture]] = []
    for item, content in batch:
        if item.payload["type"] == "album":
            made[item.position] = _make_album(work, order, item)
        elif item.reason == SIDECAR_CHANGED.code:
            made[item.position] = _reword(work, item)
        else:
            new.append((item, content.facts))
    became = _make_pictures(work, blobs, order, new)
    _place(work, order, new, became, made)
    for item, _ in new:
        image = became[item.position]
        made[item.position] = Made(Thing("image", UUID(image["image_id"])), image)
    return [made[item.position] for item, _ in batch]


def _make_album(work: UnitOfWork, order: Order, item: Item) -> Made:
    albums.insert_imported(
        work,
        ImportedAlbum(
            id=item.target_id,
            name=item.payload["name"],
            description=item.payload["description"],
            visibility=order.visibility,
            created_by=order.by.user_id,
            created_at=datetime.fromisoformat(item.payload["at"]),
        ),
    )
    return Made(Thing("album", item.target_id), {"album_id": str(item.target_id), "version": 1})


def _reword(work: UnitOfWork, item: Item) -> Made | Remark:
    """Say of an image what its sidecar says by now, unless somebody changed it since the plan."""
    had = item.made or {}
    image_id = UUID(had["image_id"])
    words = {name: item.payload[name] for name in ("title", "prompt", "provenance")}
    before = images.words_of(work, image_id)
    version = None if before is None else images.reword(work, image_id, had["version"], words)
    if version is None:
        return EDITED
    return Made(
        Thing("image", image_id), {**had, "version": version, "own": False, "placed": False, "before": before}
    )  # fmt: skip


def _make_pictures(
    work: UnitOfWork, blobs: BlobStore, order: Order, new: Sequence[tuple[Item, StoredPicture]]
) -> dict[int, Json]:
    """By position what each picture became: an image of its own, or the one that the owner has of the same bytes."""
    known = images.own_by_digest(work, order.by.user_id, [picture.digest for _, picture in new])
    became: dict[int, Json] = {}
    fresh = []
    for item, picture in new:
        had = known.get(picture.digest)
        if had is None:
            known[picture.digest] = item.target_id
            fresh.append(_picture(order, item, picture))
        became[item.position] = {
            "image_id": str(had or item.target_id),
            "version": 1,
            "own": had is None,
            "labels": len(item.payload["tags"]) + bool(item.payload["caption"]),
            "album_id": None,
            "placed": False,
        }
    images.insert_imported(work, blobs, fresh)
    found = images.standing(work, [UUID(it["image_id"]) for it in became.values() if not it["own"]])
    for it in became.values():
        if not it["own"]:
            there = found[UUID(it["image_id"])]
            it.update(version=there.version, labels=there.labels)
    return became


def _picture(order: Order, item: Item, picture: StoredPicture) -> ImportedPicture:
    said = item.payload
    return ImportedPicture(
        id=item.target_id,
        picture=picture,
        title=said["title"],
        visibility=order.visibility,
        prompt=said["prompt"],
        provenance=said["provenance"],
        caption=said["caption"],
        tags=said["tags"],
        created_by=order.by.user_id,
        created_at=datetime.fromisoformat(said["at"]),
    )


def _place(
    work: UnitOfWork,
    order: Order,
    new: Sequence[tuple[Item, StoredPicture]],
    became: Mapping[int, Json],
    made: dict[int, Made | Remark],
) -> None:
    """Put the images in their albums, and note the versions that the albums have then."""
    by_album: dict[str, list[Json]] = {}
    for item, _ in new:
        by_album.setdefault(item.payload["album"], []).append(became[item.position])
    for key, album in journal.items_by_key(work, order.import_id, by_album).items():
        facts = _facts(album, made)
        if facts is None:
            continue
        in_album = by_album[key]
        image_ids = [UUID(it["image_id"]) for it in in_album]
        version, fresh = albums.fill(work, UUID(facts["album_id"]), image_ids)
        for it, image_id in zip(in_album, image_ids, strict=True):
            it.update(album_id=facts["album_id"], placed=image_id in fresh)
        if version is not None and facts["version"] is not None:
            _note(work, order, album, {**facts, "version": version}, made)


def _facts(album: Item, made: Mapping[int, Made | Remark]) -> Json | None:
    """What was made of an album's item, in this batch or before; None where there is no album."""
    here = made.get(album.position)
    if isinstance(here, Made):
        return dict(here.made)
    return None if album.made is None else dict(album.made)


def _note(work: UnitOfWork, order: Order, album: Item, facts: Json, made: dict[int, Made | Remark]) -> None:
    here = made.get(album.position)
    if isinstance(here, Made):
        made[album.position] = Made(here.thing, facts)
    else:
        journal.set_made(work, order.import_id, {album.position: facts})

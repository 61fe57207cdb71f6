"""Writes the rows of folders and pictures whose blobs are stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.albums.import_operations import ImportedAlbum
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import ImportedLabel, ImportedPicture
from platemark.images.views import StoredPicture
from platemark.imports import journal
from platemark.imports.items import AppliedItem, Content, Item, Thing
from platemark.imports.kinds.media.diff import EDITED, KNOWN, UPDATES, are_labels_edited
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reasons import Reason
from platemark.storage.blobs import BlobStore

Batch = Sequence[tuple[Item, Content]]
Json = dict[str, Any]
ALBUM_MISSING = Reason("album_missing", "Its album was not imported.")
Results = dict[int, AppliedItem | Reason]
"""By position: what an item became, or why it could not be applied."""


def apply(work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, batch: Batch) -> Sequence[AppliedItem | Reason]:
    """Albums first, then changed texts, then pictures, then which pictures are in which album."""
    results: Results = {}
    new: list[tuple[Item, StoredPicture]] = []
    for item, content in batch:
        if item.payload["type"] == "album":
            results[item.position] = _apply_album(work, spec, item)
        elif item.reason in UPDATES:
            results[item.position] = _apply_other_texts(work, spec, item)
        else:
            new.append((item, content.facts))
    new = _with_album(work, spec, new, results)
    made = _apply_pictures(work, blobs, spec, new)
    _fill_albums(work, spec, new, made, results)
    for item, _ in new:
        image = made[item.position]
        results[item.position] = AppliedItem(Thing("image", UUID(image["image_id"])), image)
    return [results[item.position] for item, _ in batch]


def _with_album(
    work: UnitOfWork, spec: ImportSpec, new: Sequence[tuple[Item, StoredPicture]], results: Results
) -> list[tuple[Item, StoredPicture]]:
    """Those pictures whose album is here, or that have none; the others wait for it."""
    keys = {item.payload["album"] for item, _ in new} - {None}
    albums_by_key = journal.items_by_key(work, spec.import_id, keys)
    missing = {key for key in keys if key in albums_by_key and _made_album(albums_by_key[key], results) is None}
    results |= {item.position: ALBUM_MISSING for item, _ in new if item.payload["album"] in missing}
    return [it for it in new if it[0].position not in results]


def _apply_album(work: UnitOfWork, spec: ImportSpec, item: Item) -> AppliedItem:
    albums.insert_album(
        work,
        ImportedAlbum(
            id=item.target_id,
            name=item.payload["name"],
            description=item.payload["description"],
            visibility=item.payload.get("visibility", spec.visibility),
            created_by=spec.by.user_id,
            created_at=datetime.fromisoformat(item.payload["at"]),
            theme=item.payload.get("theme"),
        ),
    )
    return AppliedItem(Thing("album", item.target_id), {"album_id": str(item.target_id), "version": 1})


def _apply_other_texts(work: UnitOfWork, spec: ImportSpec, item: Item) -> AppliedItem | Reason:
    """Give the image the texts that are read now, unless somebody changed it since the plan; labels likewise."""
    made = item.made or {}
    image_id = UUID(made["image_id"])
    state = images.image_states(work, [image_id]).get(image_id)
    before = images.image_texts(work, image_id)
    texts = images.with_row_of({name: item.payload[name] for name in ("title", "prompt", "provenance")}, before)
    version = None if before is None else images.update_image_texts(work, image_id, made["version"], texts)
    if version is None or state is None:
        return EDITED
    updated = {**made, "version": version, "own": False, "placed": False, "before": before}
    updated.pop("labels_before", None)
    if not are_labels_edited(made, state):
        labels = _labels(item)
        updated["labels_before"] = images.replace_labels(work, image_id, labels, created_by=spec.by.user_id)
        updated["labels"] = len(labels)
    return AppliedItem(Thing("image", image_id), updated)


def _apply_pictures(
    work: UnitOfWork, blobs: BlobStore, spec: ImportSpec, new: Sequence[tuple[Item, StoredPicture]]
) -> dict[int, Json]:
    """``made`` by position: each picture is an image of its own, or the owner's existing image with the same bytes.

    A picture that is ``distinct`` is another image than those of the same import, even with the same bytes.
    """
    image_ids = images.image_ids_by_digest(work, spec.by.user_id, [picture.digest for _, picture in new])
    made: dict[int, Json] = {}
    to_insert = []
    for item, picture in new:
        is_apart = item.payload.get("distinct") and item.reason != KNOWN.code
        existing = None if is_apart else image_ids.get(picture.digest)
        if existing is None:
            image_ids[picture.digest] = item.target_id
            to_insert.append(_imported_picture(spec, item, picture))
        made[item.position] = {
            "image_id": str(existing or item.target_id),
            "version": 1,
            "own": existing is None,
            "labels": len(_labels(item)),
            "album_id": None,
            "placed": False,
        }
    images.insert_images(work, blobs, to_insert)
    _describe_existing(work, spec, [(item, made[item.position]) for item, _ in new if not made[item.position]["own"]])
    return made


def _describe_existing(work: UnitOfWork, spec: ImportSpec, existing: Sequence[tuple[Item, Json]]) -> None:
    """Add the labels that images which were here before lack, and record how the images are then."""
    states = images.image_states(work, [UUID(made["image_id"]) for _, made in existing])
    for item, made in existing:
        image_id = UUID(made["image_id"])
        made.update(version=states[image_id].version, labels=states[image_id].labels)
        if item.payload.get("labels"):
            before = images.add_labels(work, image_id, _labels(item), created_by=spec.by.user_id)
            if before["added"]:
                made.update(labels_before=before, labels=made["labels"] + len(before["added"]))


def _labels(item: Item) -> list[ImportedLabel]:
    payload = item.payload
    own = [ImportedLabel(**it) for it in payload.get("labels", ())]
    return images.imported_labels(payload["caption"], payload["tags"], own)


def _imported_picture(spec: ImportSpec, item: Item, picture: StoredPicture) -> ImportedPicture:
    payload = item.payload
    return ImportedPicture(
        id=item.target_id,
        picture=picture,
        title=payload["title"],
        visibility=payload.get("visibility", spec.visibility),
        prompt=payload["prompt"],
        provenance=payload["provenance"],
        caption=payload["caption"],
        tags=payload["tags"],
        labels=[ImportedLabel(**it) for it in payload.get("labels", ())],
        nsfw=payload.get("nsfw", False),
        starred=payload.get("starred", False),
        created_by=spec.by.user_id,
        created_at=datetime.fromisoformat(payload["at"]),
    )


def _fill_albums(
    work: UnitOfWork,
    spec: ImportSpec,
    new: Sequence[tuple[Item, StoredPicture]],
    made: Mapping[int, Json],
    results: Results,
) -> None:
    """Add the images to their albums, and record the versions that the albums have then."""
    by_album: dict[str, list[Json]] = {}
    for item, _ in new:
        by_album.setdefault(item.payload["album"], []).append(made[item.position])
    for key, album in journal.items_by_key(work, spec.import_id, by_album).items():
        made_album = _made_album(album, results)
        if made_album is None:
            continue
        members = by_album[key]
        image_ids = [UUID(it["image_id"]) for it in members]
        version, added = albums.append_images(work, UUID(made_album["album_id"]), image_ids)
        for it, image_id in zip(members, image_ids, strict=True):
            it.update(album_id=made_album["album_id"], placed=image_id in added)
        if version is not None and made_album["version"] is not None:
            _record_album(work, spec, album, {**made_album, "version": version}, results)


def _made_album(album: Item, results: Results) -> Json | None:
    """``made`` of an album, from this batch or an earlier one; None where there is no album."""
    result = results.get(album.position)
    if isinstance(result, AppliedItem):
        return dict(result.made)
    return None if album.made is None else dict(album.made)


def _record_album(work: UnitOfWork, spec: ImportSpec, album: Item, made: Json, results: Results) -> None:
    result = results.get(album.position)
    if isinstance(result, AppliedItem):
        results[album.position] = AppliedItem(result.thing, made)
    else:
        journal.update_made(work, spec.import_id, {album.position: made})

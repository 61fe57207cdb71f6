"""Compares found folders and pictures with the studio."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import ImageState
from platemark.imports.items import Diff, FoundItem, PreviousItem
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reasons import Reason

KNOWN = Reason("known_picture", "The same picture is here already. It is added to the album, not stored again.")
EDITED = Reason("edited_here", "The sidecar changed since it was imported, and so did the image here.")
PICTURE_CHANGED = Reason("picture_changed", "The file holds another picture than before; the earlier image stays.")
SIDECAR_CHANGED = Reason("sidecar_changed", "The sidecar changed since it was imported.")
OTHER_BOARD = Reason("other_board", "It is on another board now. It is added to the album of that, too.")
METADATA_REREAD = Reason("metadata_reread", "More of its metadata is read than when it was imported.")
REREAD_EDITED = Reason(
    "edited_here", "More of its metadata is read than when it was imported, but the image was changed here.", quiet=True
)
UPDATES = (SIDECAR_CHANGED.code, METADATA_REREAD.code)
"""Reasons for which an image gets other texts and labels; its file is not read again."""
LABELS_STAY = " Its labels were changed here, and stay."
DESCRIPTION = ("prompt", "provenance", "caption", "tags")


def diff(
    work: UnitOfWork, spec: ImportSpec, found: Sequence[FoundItem], previous: Mapping[str, PreviousItem]
) -> Sequence[Diff]:
    """Albums are matched by their folder, pictures by their bytes."""
    digests = [it.payload["picture"] for it in found if it.payload["type"] == "picture"]
    known = images.image_ids_by_digest(work, spec.by.user_id, digests)
    states = images.image_states(work, [UUID(it.made["image_id"]) for it in previous.values() if "image_id" in it.made])
    versions = albums.album_versions(
        work, [UUID(it.made["album_id"]) for it in previous.values() if it.made.get("album_id")]
    )
    return [
        diff_album(previous.get(it.key), versions)
        if it.payload["type"] == "album"
        else _diff_picture(it, previous.get(it.key), states, known)
        for it in found
    ]


def diff_album(previous: PreviousItem | None, versions: Mapping[UUID, int]) -> Diff:
    """Unchanged if the album that an earlier import made is here still; ``versions`` are those of such albums."""
    if previous is None or UUID(previous.made["album_id"]) not in versions:
        return Diff("new")
    return Diff("unchanged", thing=previous.thing, made={"album_id": previous.made["album_id"], "version": None})


def _diff_picture(
    found: FoundItem, previous: PreviousItem | None, states: Mapping[UUID, ImageState], known: Mapping[str, UUID]
) -> Diff:
    state = None if previous is None else states.get(UUID(previous.made["image_id"]))
    if previous is None or state is None:
        return Diff("new", KNOWN if found.payload["picture"] in known else found.note)
    if previous.digest in (found.digest, found.payload.get("file_digest")):  # earlier versions left out the manifest
        described = _diff_description(found, previous, state)
        moved = described.outcome == "unchanged" and _is_on_other_board(found, previous)
        return Diff("changed", OTHER_BOARD) if moved else described
    if previous.payload["picture"] != found.payload["picture"]:
        return Diff("changed", PICTURE_CHANGED)
    if state.version != previous.made["version"]:
        return Diff("conflicting", EDITED, previous.thing, previous.made)
    return Diff("changed", _with_labels(SIDECAR_CHANGED, previous, state), previous.thing, previous.made)


def _is_on_other_board(found: FoundItem, previous: PreviousItem) -> bool:
    """Whether a picture is on a board now, and was on another one, or on none, when it was imported."""
    on_board = (found.payload.get("board") or {}).get("id") is not None
    return on_board and found.payload["album"] != previous.payload["album"]


def _diff_description(found: FoundItem, previous: PreviousItem, state: ImageState) -> Diff:
    """The same bytes, which this version may read otherwise; an image that was here before keeps what it says."""
    read, before = ([it.payload.get(name) for name in DESCRIPTION] for it in (found, previous))
    unchanged = json.loads(json.dumps(read)) == before or not (previous.made["own"] or "before" in previous.made)
    if unchanged or state.version != previous.made["version"]:
        return Diff("unchanged", None if unchanged else REREAD_EDITED, previous.thing, previous.made)
    return Diff("changed", _with_labels(METADATA_REREAD, previous, state), previous.thing, previous.made)


def _with_labels(reason: Reason, previous: PreviousItem, state: ImageState) -> Reason:
    return replace(reason, message=reason.message + LABELS_STAY) if are_labels_edited(previous.made, state) else reason


def are_labels_edited(made: Mapping[str, Any], state: ImageState) -> bool:
    """Whether somebody added, removed or changed labels since the import that made or last updated an image."""
    return state.labels != made["labels"] or state.edited_labels > 0

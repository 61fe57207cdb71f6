"""Compares found folders and pictures with the studio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        _diff_album(previous.get(it.key), versions)
        if it.payload["type"] == "album"
        else _diff_picture(it, previous.get(it.key), states, known)
        for it in found
    ]


def _diff_album(previous: PreviousItem | None, versions: Mapping[UUID, int]) -> Diff:
    if previous is None or UUID(previous.made["album_id"]) not in versions:
        return Diff("new")
    return Diff("unchanged", thing=previous.thing, made={"album_id": previous.made["album_id"], "version": None})


def _diff_picture(
    found: FoundItem, previous: PreviousItem | None, states: Mapping[UUID, ImageState], known: Mapping[str, UUID]
) -> Diff:
    state = None if previous is None else states.get(UUID(previous.made["image_id"]))
    if previous is None or state is None:
        return Diff("new", KNOWN if found.payload["picture"] in known else found.note)
    if previous.digest == found.digest:
        return Diff("unchanged", thing=previous.thing, made=previous.made)
    if previous.payload["picture"] != found.payload["picture"]:
        return Diff("changed", PICTURE_CHANGED)
    if state.version != previous.made["version"]:
        return Diff("conflicting", EDITED, previous.thing, previous.made)
    return Diff("changed", SIDECAR_CHANGED, previous.thing, previous.made)

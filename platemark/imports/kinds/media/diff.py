"""What is to become of folders and pictures, compared with what is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.db.unit_of_work import UnitOfWork
from platemark.images import import_operations as images
from platemark.images.import_operations import Standing
from platemark.imports.kinds.protocol import Earlier, Found, Judged, Order, Remark

KNOWN = Remark("known_picture", "The same picture is here already: it is put in the album, not made again.")
EDITED = Remark("edited_here", "The sidecar says something else than before, and the image was changed here.")
PICTURE_CHANGED = Remark("picture_changed", "The file holds another picture than before; that one stays.")
SIDECAR_CHANGED = Remark("sidecar_changed", "The sidecar says something else than before.")


def judge(work: UnitOfWork, order: Order, found: Sequence[Found], earlier: Mapping[str, Earlier]) -> Sequence[Judged]:
    """An album is the one that was made of the same folder; a picture is known by its bytes."""
    pictures = [it.payload["picture"] for it in found if it.payload["type"] == "picture"]
    known = images.own_by_digest(work, order.by.user_id, pictures)
    standing = images.standing(work, [UUID(it.made["image_id"]) for it in earlier.values() if "image_id" in it.made])
    versions = albums.versions(work, [UUID(it.made["album_id"]) for it in earlier.values() if it.made.get("album_id")])
    return [
        _judge_album(earlier.get(it.key), versions)
        if it.payload["type"] == "album"
        else _judge_picture(it, earlier.get(it.key), standing, known)
        for it in found
    ]


def _judge_album(earlier: Earlier | None, versions: Mapping[UUID, int]) -> Judged:
    if earlier is None or UUID(earlier.made["album_id"]) not in versions:
        return Judged("new")
    return Judged("unchanged", thing=earlier.thing, made={"album_id": earlier.made["album_id"], "version": None})


def _judge_picture(
    found: Found, earlier: Earlier | None, standing: Mapping[UUID, Standing], known: Mapping[str, UUID]
) -> Judged:
    had = None if earlier is None else standing.get(UUID(earlier.made["image_id"]))
    if earlier is None or had is None:
        return Judged("new", KNOWN if found.payload["picture"] in known else found.remark)
    if earlier.digest == found.digest:
        return Judged("unchanged", thing=earlier.thing, made=earlier.made)
    if earlier.payload["picture"] != found.payload["picture"]:
        return Judged("changed", PICTURE_CHANGED)
    if had.version != earlier.made["version"]:
        return Judged("conflicting", EDITED, earlier.thing, earlier.made)
    return Judged("changed", SIDECAR_CHANGED, earlier.thing, earlier.made)

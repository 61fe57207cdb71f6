"""The bundle of an album: its pictures as they are stored, what is known of each, and the set template that drew them.

::

    album.json            the album
    set_template.json     the set template, at the version that the album was drawn from, if that is the current one
    set_template.csv      its rows
    images/00001.png      the first picture
    images/00001.json     its fields, its provenance and its labels
    images/00001.txt      its caption, or its tags, as programs that train on pictures read them
    manifest.json         the size and the digest of all these files

Everything is as the caller may see it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from platemark.access import Actor, may_read_prompt, require_role
from platemark.albums import service as albums
from platemark.albums.views import AlbumDetailView, AlbumView
from platemark.errors import NotFound, Unavailable
from platemark.exports import queries
from platemark.exports.archive import Damaged, Member, archive, to_json
from platemark.exports.queries import PlacedPicture
from platemark.images import metadata_embedding
from platemark.images.provenance import readable_provenance
from platemark.images.views import LabelView
from platemark.metadata import infotext_writer
from platemark.paging import PageRequest
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import to_csv
from platemark.storage.blobs import CHUNK
from platemark.studio import Studio

Pieces: TypeAlias = Generator[bytes, None, None]
PAGE_IMAGES = 50
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
ALBUM_FIELDS = ("id", "name", "description", "visibility", "source", "theme", "set_run_id", "created_at", "updated_at")
IMAGE_FIELDS = (
    "id", "title", "visibility", "nsfw", "source", "media_type", "width", "height", "size_bytes", "digest", "prompt",
    "created_at", "updated_at",
)  # fmt: skip
LABEL_FIELDS = ("kind", "text", "source", "confidence", "engine", "engine_version", "model", "created_at")


def export_album(studio: Studio, album_id: UUID, *, by: Actor, embed: str | None = None) -> Pieces:
    """The bundle of an album, in pieces; NotFound if there is none that the caller may see.

    Images are read while it is made: one that is removed meanwhile may be missing. Unavailable in the middle of it if
    the bytes of a picture are missing or not what they were. With ``embed``, one of ``EMBEDDED``, what a picture was
    made with is written into it as well, if the caller may read it and that format says the same.
    """
    require_role(by, "viewer")
    with studio.work(write=False) as work:
        album = albums.get_album(work, album_id, by=by)
    return _whole(archive(_members(studio, album, by, embed)))


def _whole(pieces: Pieces) -> Pieces:
    try:
        yield from pieces
    except Damaged as error:
        raise Unavailable("storage_failed", f"The bytes of {error} are not what they were.") from None


def _members(studio: Studio, album: AlbumDetailView, by: Actor, embed: str | None) -> Iterator[Member]:
    yield Member("album.json", [to_json(_album(album))])
    yield from _set_template(studio, album.album, by)
    for number, (picture, labels) in enumerate(_pictures(studio, album.album.id, by), start=1):
        stem = f"images/{number:05}"
        said = _image(picture, labels, by)
        yield _picture(studio, f"{stem}.{SUFFIXES[picture.image.media_type]}", said, embed)
        yield Member(f"{stem}.json", [to_json(said)])
        if text := _caption(labels):
            yield Member(f"{stem}.txt", [text.encode("utf-8", "replace")])


def _album(detail: AlbumDetailView) -> dict[str, Any]:
    template = detail.template
    fields = {name: getattr(detail.album, name) for name in ALBUM_FIELDS}
    if template is None:
        return {**fields, "set_template": None}
    named = {"id": template.set_template_id, "name": template.name, "version": template.version}
    return {**fields, "set_template": named}


def _set_template(studio: Studio, album: AlbumView, by: Actor) -> Iterator[Member]:
    if album.set_template_id is None:
        return
    with studio.work(write=False) as work:
        try:
            template = set_templates.get_set_template(work, album.set_template_id, by=by, include_archived=True)
        except NotFound:
            return
        if template.version != album.set_template_version:
            return
        rows = set_templates.read_rows(work, template)
    yield Member("set_template.json", [to_json(template)])
    yield Member("set_template.csv", [to_csv(rows.table).encode("utf-8", "replace")])


def _pictures(studio: Studio, album_id: UUID, by: Actor) -> Iterator[tuple[PlacedPicture, Sequence[LabelView]]]:
    """The pictures of the album that the caller may see, in order, with their labels; each page in a transaction."""
    after = None
    while True:
        with studio.work(write=False) as work:
            page = queries.list_pictures(work, album_id, PageRequest(PAGE_IMAGES, after), by=by)
            labels = queries.labels_by_image(work, [picture.image.id for picture in page.items])
        yield from ((picture, labels.get(picture.image.id, ())) for picture in page.items)
        if (after := page.next_after) is None:
            return


def _picture(studio: Studio, path: str, said: Mapping[str, Any], embed: str | None) -> Member:
    """A picture as it is stored, or with a text of what is said of it, if there is one that says the same."""
    digest, provenance = said["digest"], said["provenance"]
    text = infotext_writer.write(provenance) if embed == "a1111" and provenance is not None else None
    if text is not None:
        data = b"".join(_bytes_of(studio, digest))
        if hashlib.sha256(data).hexdigest() != digest:
            raise Damaged(path)
        if (embedded := metadata_embedding.embed(data, text)) is not None:
            return Member(path, _pieces_of(embedded), stored=digest)
    return Member(path, _bytes_of(studio, digest), digest)


def _pieces_of(data: bytes) -> Iterator[bytes]:
    return (data[at : at + CHUNK] for at in range(0, len(data), CHUNK))


def _bytes_of(studio: Studio, digest: str) -> Iterator[bytes]:
    try:
        with studio.blobs.path(digest).open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            while chunk := file.read(min(CHUNK, size) or CHUNK):
                yield chunk
                size -= len(chunk)
    except OSError:
        raise Unavailable("storage_failed", f"The bytes of the picture {digest} cannot be read.") from None


def _image(picture: PlacedPicture, labels: Sequence[LabelView], by: Actor) -> dict[str, Any]:
    image = picture.image
    provenance = readable_provenance(image.id, picture.provenance) if may_read_prompt(by, image.created_by) else None
    return {
        **{name: getattr(image, name) for name in IMAGE_FIELDS},
        "provenance": provenance,
        "labels": [{name: getattr(label, name) for name in LABEL_FIELDS} for label in labels],
    }


def _caption(labels: Sequence[LabelView]) -> str:
    """The newest caption, or else the tags."""
    captions = [label.text for label in labels if label.kind == "caption"]
    return captions[0] if captions else ", ".join(label.text for label in reversed(labels) if label.kind == "tag")

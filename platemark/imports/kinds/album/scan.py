"""Scans a bundle: its set template, its album, each picture with what is known of it, and what is damaged.

Keys name things by the ids that the other studio gave them, so that they are found again in a later bundle of the
album, whatever its file is called and wherever they are in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import IO, Any, NamedTuple

from platemark.errors import Unprocessable
from platemark.exports.archive import MANIFEST, Listed
from platemark.exports.bundle_file import PICTURE, NotABundle, Part, open_bundle, parts
from platemark.fitting import fit
from platemark.images.import_operations import MAX_LABELS
from platemark.images.metadata_embedding import as_stored
from platemark.images.pictures import clean_picture, measure_picture
from platemark.imports.items import FoundItem
from platemark.imports.kinds.album import documents, templates
from platemark.imports.kinds.album.documents import AlbumDocument, ImageDocument, decode
from platemark.imports.kinds.media.moments import EARLIEST
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.kinds.sets.manifests import json_digest
from platemark.imports.reading.file_names import storable_key
from platemark.imports.reading.picture_files import MAX_SIDECAR_BYTES, TOO_LARGE, combined_digest
from platemark.imports.reading.sources import Source
from platemark.imports.reasons import ItemRefused, Reason
from platemark.set_templates.table import from_csv

ALBUM, TEMPLATE, ROWS = "album.json", "set_template.json", "set_template.csv"
MAX_ROWS_BYTES = 4 * 1024 * 1024
BESIDE = re.compile(r"images/(\d{5,9})\.(?:json|txt)")
MISSING = Reason("file_missing", "The bundle no longer has it.")
DAMAGED = Reason("file_damaged", "Its bytes are not what they were.")
UNKNOWN = Reason("unknown_file", "No export writes such a file.")
NOT_LISTED = Reason("unknown_file", "The manifest does not list it.")
ALONE = Reason("sidecar_alone", "There is no picture for it.")
UNREADABLE = Reason("sidecar_unreadable", "What is known of it is damaged. The picture is imported without it.")
CUT = Reason("labels_cut", f"At most {MAX_LABELS} labels of an image are imported, the newest.")


class Read(NamedTuple):
    """A file of a bundle: its bytes, and where they are."""

    data: bytes
    place: dict[str, Any]


class Bundle:
    """An open bundle of a source. Files are read only if they are as its manifest says."""

    def __init__(self, source: Source, file: IO[bytes]) -> None:
        self._source, self._file = source, file
        archive, manifest = open_bundle(file, source.file)
        self.listed = {each.path: each for each in manifest.files}
        self.names = archive.namelist()
        self._parts = parts(file, archive)
        self.digest = hashlib.sha256(archive.read(MANIFEST)).hexdigest()

    def read(self, path: str, limit: int) -> Read:
        """A file of the bundle; ItemRefused if it is missing, damaged, or has more bytes than ``limit``."""
        listed, part = self.listed.get(path), self._parts.get(path)
        if listed is None or path not in self.names:
            raise ItemRefused(MISSING.code, MISSING.message)
        if part is None or part.size != listed.size:
            raise ItemRefused(DAMAGED.code, DAMAGED.message)
        if part.size > limit:
            raise ItemRefused(TOO_LARGE.code, TOO_LARGE.message)
        return self._read(listed, part)

    def _read(self, listed: Listed, part: Part) -> Read:
        self._file.seek(part.offset)
        data = self._file.read(part.size)
        if hashlib.sha256(data).hexdigest() != listed.sha256:
            raise ItemRefused(DAMAGED.code, DAMAGED.message)
        place = {
            "file": self._source.file, "path": listed.path, "part": [part.offset, part.size],
            "source_digest": listed.sha256, "stored": listed.stored_sha256, "bundle": self.digest,
        }  # fmt: skip
        return Read(data, place)


def scan(source: Source, spec: ImportSpec) -> Iterator[FoundItem]:
    """Everything in the bundle; Unprocessable ``bundle_invalid``, ``bundle_too_large`` if it is none."""
    try:
        with source.open(source.file) as file:
            yield from _Scanner(Bundle(source, file), spec).scan()
    except NotABundle as error:
        raise Unprocessable(error.code, str(error)) from None


class _Scanner:
    def __init__(self, bundle: Bundle, spec: ImportSpec) -> None:
        self._bundle = bundle
        self._spec = spec

    def scan(self) -> Iterator[FoundItem]:
        album, place = self._album()
        template = next(self._template(), None)
        key = f"albums/{album.id}"
        if template is not None:
            yield template
        payload = {
            "type": "album",
            "name": fit("Album.name", album.name),
            "description": fit("Album.description", album.description),
            "visibility": album.visibility,
            "theme": fit("Album.theme", album.theme),
            "at": documents.at(album.created_at),
        }
        shown = {} if template is None or template.skipped else {"template": template.key}
        at = documents.moment(payload["at"])
        yield FoundItem(key=key, digest=json_digest(payload), payload={**payload, **shown, **place}, at=at)
        for path in self._bundle.listed:
            yield from self._item(path, key)
        for name in dict.fromkeys(self._bundle.names):
            if name not in self._bundle.listed and name != MANIFEST:
                yield FoundItem(key=storable_key(name), skipped=NOT_LISTED)

    def _album(self) -> tuple[AlbumDocument, dict[str, Any]]:
        """What the bundle is about: without that, it is refused."""
        try:
            read = self._bundle.read(ALBUM, MAX_SIDECAR_BYTES)
            return decode(read.data, AlbumDocument), read.place
        except ItemRefused as refused:
            raise NotABundle(f"The bundle cannot be imported. {ALBUM}: {refused.reason.message}") from None
        except ValueError as error:
            raise NotABundle(f"The bundle cannot be imported. {ALBUM}: {error}") from None

    def _template(self) -> Iterator[FoundItem]:
        if TEMPLATE not in self._bundle.listed:
            return
        try:
            read = self._bundle.read(TEMPLATE, MAX_SIDECAR_BYTES)
            rows = self._bundle.read(ROWS, MAX_ROWS_BYTES)
            yield templates.found(read.data, from_csv(rows.data), read.place)
        except ItemRefused as refused:
            yield FoundItem(key=TEMPLATE, skipped=refused.reason)
        except Unprocessable as error:
            yield FoundItem(key=TEMPLATE, skipped=Reason(error.code, error.detail[:500]))
        except ValueError as error:
            yield FoundItem(key=TEMPLATE, skipped=Reason(DAMAGED.code, f"It cannot be read: {error}"[:500]))

    def _item(self, path: str, album: str) -> Iterator[FoundItem]:
        """What a listed file becomes, if it is not beside one or at the top."""
        if PICTURE.fullmatch(path):
            yield self._picture(path, album)
        elif beside := BESIDE.fullmatch(path):
            if not any(f"images/{beside[1]}.{suffix}" in self._bundle.listed for suffix in ("png", "jpg", "webp")):
                yield FoundItem(key=path, skipped=ALONE)
        elif path not in (ALBUM, TEMPLATE, ROWS):
            yield FoundItem(key=storable_key(path), skipped=UNKNOWN)

    def _picture(self, path: str, album: str) -> FoundItem:
        try:
            read = self._bundle.read(path, self._spec.max_bytes)
            data = read.data if read.place["stored"] is None else as_stored(read.data, read.place["stored"])
            clean = clean_picture(data, max_pixels=self._spec.max_pixels)
            measure_picture(clean, max_pixels=self._spec.max_pixels)
        except ItemRefused as refused:
            return FoundItem(key=path, skipped=refused.reason)
        except Unprocessable as error:
            return FoundItem(key=path, skipped=Reason(error.code, error.detail))
        image, said, note = self._said(f"{path.rpartition('.')[0]}.json")
        payload = {
            "type": "picture",
            "picture": hashlib.sha256(clean.data).hexdigest(),
            "album": album,
            "caption": None,
            "tags": [],
            "distinct": True,
            **said,
        }
        place = {**read.place, "file_digest": combined_digest(read.place["source_digest"], [])}
        return FoundItem(
            key=f"{album}/images/{path.rpartition('/')[2] if image is None else image.id}",
            digest=json_digest(payload),
            payload={**payload, **place},
            at=documents.moment(payload["at"]),
            size=len(read.data),
            note=note,
        )

    def _said(self, path: str) -> tuple[ImageDocument | None, dict[str, Any], Reason | None]:
        """What the file beside a picture says, as an item has it, and a note."""
        try:
            image = decode(self._bundle.read(path, MAX_SIDECAR_BYTES).data, ImageDocument)
            return image, _said(image), CUT if len(image.labels) > MAX_LABELS else None
        except (ItemRefused, ValueError):
            nothing: dict[str, Any] = {"title": "", "prompt": None, "provenance": None, "labels": []}
            return None, {**nothing, "at": EARLIEST.isoformat()}, UNREADABLE


def _said(image: ImageDocument) -> dict[str, Any]:
    """All that an image is but its bytes; its labels with the oldest first."""
    return {
        "title": fit("Image.title", image.title),
        "prompt": fit("Image.prompt", image.prompt),
        "provenance": documents.provenance(image.provenance),
        "labels": [documents.label(it) for it in reversed(image.labels[:MAX_LABELS])],
        "visibility": image.visibility,
        "nsfw": image.nsfw,
        "at": documents.at(image.created_at),
    }

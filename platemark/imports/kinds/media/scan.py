"""Walking an outputs tree: each folder's album, each picture with what its name and its sidecar say of it."""

from __future__ import annotations

import hashlib
import io
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime

from PIL import Image, UnidentifiedImageError

from platemark.errors import Unprocessable
from platemark.images.metadata_stripping import StrippedFile, damaged_image, strip_metadata
from platemark.images.pictures import FORMATS, MAX_SIDE
from platemark.imports.kinds.media import names, sidecars
from platemark.imports.kinds.media.names import Place
from platemark.imports.kinds.media.sidecars import Said
from platemark.imports.kinds.protocol import Found, Order, Refused, Remark
from platemark.imports.reading.file_names import shown, storable
from platemark.imports.reading.picture_files import GONE, SIDECAR_BYTES, TOO_LARGE, UNREADABLE, picture_digest, read
from platemark.imports.reading.sources import Entry, Source

REASONS = {
    "hidden": "Names that begin with a dot are left alone.",
    "link": "Links are not followed.",
    "not_a_file": "It is neither a file nor a folder.",
    "thumbnails_folder": "Thumbnails are made anew.",
    "unknown_folder": "Nothing is known of folders with such a name: what is in it was not looked at.",
    "unknown_file": "It is no picture, and no sidecar of one.",
    "sidecar_alone": "There is no picture to this sidecar.",
    "unstorable_name": "Its name is too long, or holds what cannot be stored.",
    **{it.code: it.message for it in (UNREADABLE, GONE, TOO_LARGE)},
}


class Walk:
    """One walk through a source. In memory are the names of the folders that it is in, and the months that it met."""

    def __init__(self, source: Source, order: Order) -> None:
        self._source = source
        self._order = order
        self._months: set[str] = set()

    def all(self) -> Iterator[Found]:
        """Everything, folder by folder, in the order of names."""
        place = names.place_at_root(self._source.name)
        if place.album is not None:
            yield self._album(place.album, place, "", self._source.name)
        yield from self._folder("", place)

    def _folder(self, folder: str, place: Place) -> Iterator[Found]:
        try:
            entries = self._source.names(folder)
        except OSError:
            yield skipped(folder or "./", "unreadable")
            return
        for entry in entries:
            yield from self._entry(folder, place, entry, entries)

    def _entry(self, folder: str, place: Place, entry: Entry, entries: Sequence[Entry]) -> Iterator[Found]:
        key = f"{folder}{entry.name}"
        reason = _left_alone(entry)
        if reason is not None or not storable(f"{key}/"):
            yield skipped(key, reason or "unstorable_name")
        elif entry.kind == "folder":
            yield from self._subfolder(f"{key}/", place, entry.name)
        elif entry.name.lower().endswith(names.PICTURES):
            yield from self._picture(key, folder, place, entry.name, entries)
        elif not (entry.name.lower().endswith(names.SIDECAR) and _has_picture(entry.name, entries)):
            alone = entry.name.lower().endswith(names.SIDECAR)
            yield skipped(key, "sidecar_alone" if alone else "unknown_file")

    def _subfolder(self, key: str, above: Place, name: str) -> Iterator[Found]:
        place = names.place_below(above, name, key)
        if name.lower() in names.THUMBNAILS:
            yield skipped(key, "thumbnails_folder")
        elif place is None:
            yield skipped(key, "unknown_folder")
        else:
            if place.album is not None:
                yield self._album(key, place, key, name)
            yield from self._folder(key, place)

    def _album(self, key: str, place: Place, folder: str, name: str) -> Found:
        try:
            at = names.moment_in(name) or names.sensible(self._source.modified_at(folder))
        except OSError:
            at = None
        return _album(key, place.name, f"Imported from {name}.", at)

    def _picture(self, key: str, folder: str, place: Place, name: str, entries: Sequence[Entry]) -> Iterator[Found]:
        sidecar = _sidecar(name, entries)
        found = look_at(self._source, self._order, key, None if sidecar is None else f"{folder}{sidecar}", place)
        if found.skipped is None and place.album is None:
            at = found.at
            assert at is not None
            album, title = names.month_album(at)
            if album not in self._months:
                self._months.add(album)
                first = datetime(at.year, at.month, 1, tzinfo=at.tzinfo)
                yield _album(album, title, "Single pictures of one month, imported.", first)
        yield found


def look_at(source: Source, order: Order, key: str, sidecar: str | None, place: Place) -> Found:
    """A picture as the source has it now, or why it is not taken."""
    try:
        file = read(source, key, limit=order.max_bytes)
        clean = strip_metadata(file.data)
        width, height = _size(clean, order.max_pixels)
    except Refused as refused:
        return Found(key=key, skipped=refused.remark)
    except Unprocessable as refusal:
        return Found(key=key, skipped=Remark(refusal.code, refusal.detail))
    said, sidecar_digest = _said(source, sidecar, width, height)
    stem = key.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    at = said.at or names.moment_in(stem) or names.sensible(file.modified_at) or names.EARLIEST
    tags = tuple({it.casefold(): it for it in (*place.tags, *said.tags)}.values())
    source_digest = hashlib.sha256(file.data).hexdigest()
    payload = {
        "type": "picture",
        "picture": hashlib.sha256(clean.data).hexdigest(),
        "source_digest": source_digest,
        "sidecar": sidecar,
        "album": place.album or names.month_album(at)[0],
        "title": said.title or names.title_of(stem),
        "prompt": said.prompt,
        "provenance": said.provenance,
        "caption": said.caption,
        "tags": tags,
        "at": at.isoformat(),
    }
    return Found(
        key=key, digest=picture_digest(source_digest, sidecar_digest), payload=payload, at=at,
        size=len(file.data), remark=said.remark,
    )  # fmt: skip


def skipped(key: str, reason: str) -> Found:
    """Something that is not taken."""
    return Found(key=shown(key), skipped=Remark(reason, REASONS[reason]))


def _album(key: str, name: str, description: str, at: datetime | None) -> Found:
    digest = hashlib.sha256(json.dumps(["album", name]).encode()).hexdigest()
    payload = {
        "type": "album",
        "name": name,
        "description": description,
        "at": (at or names.EARLIEST).isoformat(),
    }
    return Found(key=key, digest=digest, payload=payload, at=at)


def _left_alone(entry: Entry) -> str | None:
    if entry.name.startswith("."):
        return "hidden"
    return {"link": "link", "other": "not_a_file"}.get(entry.kind)


def _has(entries: Sequence[Entry], name: str) -> bool:
    at = bisect_left(entries, name, key=lambda it: it.name)
    return at < len(entries) and entries[at].name == name and entries[at].kind == "file"


def _sidecar(name: str, entries: Sequence[Entry]) -> str | None:
    """The sidecar of the picture ``name``: ``fox.json`` or ``fox.png.json`` beside ``fox.png``."""
    stem = name.rsplit(".", 1)[0]
    return next((it for it in (f"{stem}{names.SIDECAR}", f"{name}{names.SIDECAR}") if _has(entries, it)), None)


def _has_picture(sidecar: str, entries: Sequence[Entry]) -> bool:
    stem = sidecar[: -len(names.SIDECAR)]
    endings = [form for ending in names.PICTURES for form in (ending, ending.upper())]
    return _has(entries, stem) or any(_has(entries, f"{stem}{ending}") for ending in endings)


def _said(source: Source, sidecar: str | None, width: int, height: int) -> tuple[Said, str | None]:
    if sidecar is None:
        return Said(), None
    try:
        data = read(source, sidecar, limit=SIDECAR_BYTES).data
    except Refused:
        return Said(remark=Remark("sidecar_unreadable", "Its sidecar cannot be read; it is taken without it.")), None
    return sidecars.read(data, width=width, height=height), hashlib.sha256(data).hexdigest()


def _size(clean: StrippedFile, max_pixels: int) -> tuple[int, int]:
    """Width and height by the header alone; Unprocessable where they are too large, or cannot be told."""
    try:
        with Image.open(io.BytesIO(clean.data), formats=(FORMATS[clean.media_type],)) as image:
            width, height = image.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(max_pixels) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise damaged_image() from None
    if width * height > max_pixels or max(width, height) > MAX_SIDE:
        raise _too_large(max_pixels)
    return width, height


def _too_large(max_pixels: int) -> Unprocessable:
    return Unprocessable("image_too_large", f"The picture has more than the {max_pixels} pixels that are taken.")

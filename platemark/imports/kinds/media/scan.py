"""Scans an outputs tree: an album for each folder, and each picture with what its name and its sidecar say about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from platemark.errors import Unprocessable
from platemark.images.pictures import clean_picture, measure_picture
from platemark.imports.items import FoundItem
from platemark.imports.kinds.media import names
from platemark.imports.kinds.media.descriptions import describe
from platemark.imports.kinds.media.names import Place
from platemark.imports.kinds.media.neighbours import SUFFIXES, Neighbours, suffix_of
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading.file_names import is_storable, storable_key
from platemark.imports.reading.picture_files import (
    GONE,
    MAX_SIDECAR_BYTES,
    TOO_LARGE,
    UNREADABLE,
    combined_digest,
    digest_of,
    read_file,
)
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reasons import ItemRefused, Reason

REASONS = {
    "hidden": "Names that begin with a dot are ignored.",
    "link": "Links are not followed.",
    "not_a_file": "It is neither a file nor a folder.",
    "thumbnails_folder": "Thumbnails are made again.",
    "unknown_folder": "Folders with such a name are unknown; its contents were not read.",
    "unknown_file": "It is neither a picture nor the sidecar of one.",
    "sidecar_alone": "There is no picture for this sidecar.",
    "unstorable_name": "Its name is too long, or contains characters that cannot be stored.",
    **{it.code: it.message for it in (UNREADABLE, GONE, TOO_LARGE)},
}
SIDECAR_UNREADABLE = Reason("sidecar_unreadable", "Its sidecar cannot be read. The picture is imported without it.")


class Scanner:
    """One scan of a source. It holds the names of the folders it is in and the months it has found, not the tree."""

    def __init__(self, source: Source, spec: ImportSpec) -> None:
        self._source = source
        self._spec = spec
        self._months: set[str] = set()

    def scan(self) -> Iterator[FoundItem]:
        """Everything, folder by folder, sorted by name."""
        place = names.place_at_root(self._source.name)
        if place.album is not None:
            yield self._album(place.album, place, "", self._source.name)
        yield from self._scan_folder("", place)

    def _scan_folder(self, folder: str, place: Place) -> Iterator[FoundItem]:
        try:
            entries = self._source.list_entries(folder)
        except OSError:
            yield skipped(folder or "./", "unreadable")
            return
        neighbours = Neighbours(entries)
        for entry in entries:
            yield from self._scan_entry(folder, place, entry, neighbours)

    def _scan_entry(self, folder: str, place: Place, entry: Entry, neighbours: Neighbours) -> Iterator[FoundItem]:
        key = f"{folder}{entry.name}"
        reason = _reason_to_ignore(entry)
        if reason is not None or not is_storable(f"{key}/"):
            yield skipped(key, reason or "unstorable_name")
        elif entry.kind == "folder":
            yield from self._scan_subfolder(f"{key}/", place, entry.name)
        elif suffix_of(entry.name) in names.PICTURES:
            yield from self._scan_picture(key, folder, place, entry.name, neighbours)
        elif not (suffix_of(entry.name) in SUFFIXES and neighbours.have_picture_for(entry.name)):
            alone = suffix_of(entry.name) == names.SIDECAR
            yield skipped(key, "sidecar_alone" if alone else "unknown_file")

    def _scan_subfolder(self, key: str, parent: Place, name: str) -> Iterator[FoundItem]:
        place = names.place_below(parent, name, key)
        if name.lower() in names.THUMBNAILS:
            yield skipped(key, "thumbnails_folder")
        elif place is None:
            yield skipped(key, "unknown_folder")
        else:
            if place.album is not None:
                yield self._album(key, place, key, name)
            yield from self._scan_folder(key, place)

    def _album(self, key: str, place: Place, folder: str, name: str) -> FoundItem:
        try:
            at = names.time_in(name) or names.plausible_time(self._source.modified_at(folder))
        except OSError:
            at = None
        return _found_album(key, place.name, f"Imported from {name}.", at)

    def _scan_picture(
        self, key: str, folder: str, place: Place, name: str, neighbours: Neighbours
    ) -> Iterator[FoundItem]:
        sidecars = [f"{folder}{it}" for it in neighbours.beside(name)]
        found = found_picture(self._source, self._spec, key, sidecars, place)
        if found.skipped is None and place.album is None:
            at = found.at
            assert at is not None
            album, title = names.month_album(at)
            if album not in self._months:
                self._months.add(album)
                first_day = datetime(at.year, at.month, 1, tzinfo=at.tzinfo)
                yield _found_album(album, title, "Single pictures of one month, imported.", first_day)
        yield found


def found_picture(source: Source, spec: ImportSpec, key: str, sidecar_keys: Sequence[str], place: Place) -> FoundItem:
    """A picture as it is in the source now, or skipped with the reason."""
    try:
        file = read_file(source, key, limit=spec.max_bytes)
        clean = clean_picture(file.data, max_pixels=spec.max_pixels)
        width, height = measure_picture(clean, max_pixels=spec.max_pixels)
    except ItemRefused as refused:
        return FoundItem(key=key, skipped=refused.reason)
    except Unprocessable as error:
        return FoundItem(key=key, skipped=Reason(error.code, error.detail))
    sidecars = {it: _read_sidecar(source, it) for it in sidecar_keys}
    readable = [(it, sidecar) for it, sidecar in sidecars.items() if sidecar is not None]
    said = describe(file.data, readable, width=width, height=height)
    stem = key.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    at = said.at or names.time_in(stem) or names.plausible_time(file.modified_at) or names.EARLIEST
    tags = tuple({it.casefold(): it for it in (*place.tags, *said.tags)}.values())
    source_digest = hashlib.sha256(file.data).hexdigest()
    payload = {
        "type": "picture",
        "picture": hashlib.sha256(clean.data).hexdigest(),
        "source_digest": source_digest,
        "sidecars": list(sidecar_keys),
        "album": place.album or names.month_album(at)[0],
        "title": said.title or names.title_of(stem),
        "prompt": said.prompt,
        "provenance": said.provenance,
        "caption": said.caption,
        "tags": tags,
        "at": at.isoformat(),
    }
    return FoundItem(
        key=key, digest=combined_digest(source_digest, [digest_of(it) for it in sidecars.values()]), payload=payload,
        at=at, size=len(file.data), note=SIDECAR_UNREADABLE if None in sidecars.values() else said.note,
    )  # fmt: skip


def skipped(key: str, code: str) -> FoundItem:
    """Something that is not imported."""
    return FoundItem(key=storable_key(key), skipped=Reason(code, REASONS[code]))


def _found_album(key: str, name: str, description: str, at: datetime | None) -> FoundItem:
    digest = hashlib.sha256(json.dumps(["album", name]).encode()).hexdigest()
    payload = {
        "type": "album",
        "name": name,
        "description": description,
        "at": (at or names.EARLIEST).isoformat(),
    }
    return FoundItem(key=key, digest=digest, payload=payload, at=at)


def _reason_to_ignore(entry: Entry) -> str | None:
    if entry.name.startswith("."):
        return "hidden"
    return {"link": "link", "other": "not_a_file"}.get(entry.kind)


def _read_sidecar(source: Source, key: str) -> bytes | None:
    """The bytes of a sidecar; None if it cannot be read."""
    try:
        return read_file(source, key, limit=MAX_SIDECAR_BYTES).data
    except ItemRefused:
        return None

"""Scans a tree of pictures: an album for each known folder, each picture with what stands in it and beside it, and what
is not taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from platemark.errors import Unprocessable
from platemark.images.pictures import clean_picture, measure_picture
from platemark.imports.items import FoundItem
from platemark.imports.kinds.media import boards, fooocus_log, manifests, moments, places, untaken
from platemark.imports.kinds.media.boards import Board, Boards
from platemark.imports.kinds.media.descriptions import describe
from platemark.imports.kinds.media.manifests import Manifest
from platemark.imports.kinds.media.neighbours import PICTURES, SIDECAR, SUFFIXES, Neighbours, suffix_of
from platemark.imports.kinds.media.places import Place
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.reading.file_names import is_storable, one_line, storable_key
from platemark.imports.reading.picture_files import MAX_SIDECAR_BYTES, combined_digest, digest_of, read_file
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reasons import ItemRefused, Reason

MAX_DEPTH = 32
MAX_DESCRIPTION = 500
SIDECAR_UNREADABLE = Reason("sidecar_unreadable", "Its sidecar cannot be read. The picture is imported without it.")


class Scanner:
    """One scan of a source. It holds the names of the folders it is in and the albums it has found, not the tree."""

    def __init__(self, source: Source, spec: ImportSpec) -> None:
        self._source = source
        self._spec = spec
        self._any_folder = spec.albums == "folders"
        self._albums: dict[str, FoundItem | None] = {}
        """By key: those of the folders so far that have no picture yet, and None for those that have one."""
        self._boards: Boards | None = None
        """Those of the InvokeAI whose folder is being scanned, and why some of them cannot be read."""
        self._damage: Reason | None = None

    def scan(self) -> Iterator[FoundItem]:
        """Everything, folder by folder, sorted by name; an album comes before its first picture."""
        place = places.place_at_root(self._source.name, any_folder=self._any_folder)
        yield from self._scan_folder("", place, self._source.name, 0)

    def _scan_folder(self, folder: str, place: Place | None, name: str, depth: int) -> Iterator[FoundItem]:
        try:
            entries = [self._followed(folder, it) for it in self._source.list_entries(folder)]
        except OSError:
            yield skipped(folder or "./", "unreadable")
            return
        key = folder or "./"
        manifest = manifests.read_manifest(self._source, folder, entries)
        if manifest is not None:
            place = places.staged_place(place, name, key, manifest.name)
        if place is None:
            yield self._skipped_folder(folder, "unknown_folder")
            return
        if place.album == key:
            at = manifest.at if manifest is not None and manifest.at is not None else self._folder_time(folder, name)
            description = (manifest.description if manifest else "") or f"Imported from {folder.rstrip('/') or name}."
            self._albums.setdefault(key, _found_album(key, place.name, description, at, manifest))
        log = fooocus_log.read_log(self._source, folder, entries)
        listing = _Listing(folder, place, Neighbours(entries), manifest, log, depth)
        with ExitStack() as stack:
            if self._boards is None and place.inside in ("top", "outputs"):
                yield from self._open_boards(folder, entries, stack)
            for entry in self._in_order(listing, entries):
                yield from self._scan_entry(listing, entry)
            if self._damage is not None and self._boards is not None and self._boards.folder == folder:
                yield FoundItem(key=storable_key(self._boards.path), skipped=self._damage)

    def _open_boards(self, folder: str, entries: Sequence[Entry], stack: ExitStack) -> Iterator[FoundItem]:
        """Open the boards of the InvokeAI in a folder, if it is one, or say why they are not read."""
        if not boards.has_boards(self._source, folder, entries):
            return
        try:
            self._boards, self._damage = boards.open_boards(self._source, folder, stack), None
        except ItemRefused as refused:
            yield FoundItem(key=storable_key(boards.path_of(folder)), skipped=refused.reason)
        else:
            stack.callback(setattr, self, "_boards", None)

    def _in_order(self, listing: _Listing, entries: Sequence[Entry]) -> list[Entry]:
        """The entries by name, and at last the pictures that are on boards, the oldest first."""
        if self._boards is None or listing.place.album is not None:
            return list(entries)
        on_boards = [it for it in entries if it.kind == "file" and self._board_of(listing, it.name) is not None]
        others = [it for it in entries if it not in on_boards]
        return [*others, *sorted(on_boards, key=lambda it: (self._made_at(it.name) or moments.EARLIEST, it.name))]

    def _made_at(self, name: str) -> datetime | None:
        """When a picture of an InvokeAI was made, as its database says it."""
        try:
            return None if self._boards is None else self._boards.made_at(name)
        except ItemRefused as refused:
            self._damage = refused.reason
            return None

    def _is_starred(self, name: str) -> bool:
        try:
            return self._boards is not None and self._boards.is_starred(name)
        except ItemRefused as refused:
            self._damage = refused.reason
            return False

    def _board_of(self, listing: _Listing, name: str) -> Board | None:
        if self._boards is None or listing.place.album is not None or suffix_of(name) not in PICTURES:
            return None
        try:
            return self._boards.board_of(name)
        except ItemRefused as refused:
            self._damage = refused.reason
            return None

    def _followed(self, folder: str, entry: Entry) -> Entry:
        """A link to a file within the folder that may be read as that file; any other entry as it is."""
        if entry.kind != "link" or (target := self._source.follow(f"{folder}{entry.name}")) is None:
            return entry
        return replace(entry, kind="file", target=target)

    def _scan_entry(self, listing: _Listing, entry: Entry) -> Iterator[FoundItem]:
        key = f"{listing.folder}{entry.name}"
        suffix, reason = suffix_of(entry.name), untaken.reason_to_skip(entry)
        if not is_storable(f"{key}/"):
            reason = reason or "unstorable_name"
        if entry.kind == "folder":
            yield from self._scan_subfolder(listing, f"{key}/", entry.name, reason)
        elif reason is not None:
            yield skipped(key, reason)
        elif suffix in PICTURES:
            yield from self._scan_picture(listing, entry)
        elif (code := listing.reason_to_skip(entry.name)) is not None:
            yield skipped(key, code)

    def _scan_subfolder(self, listing: _Listing, key: str, name: str, reason: str | None) -> Iterator[FoundItem]:
        if self._boards is not None and key == f"{self._boards.folder}{boards.FOLDER}/":
            return
        reason = reason or untaken.reason_to_skip_folder(name) or ("too_deep" if listing.depth >= MAX_DEPTH else None)
        if reason is not None:
            yield self._skipped_folder(key, reason)
        else:
            place = self._place_below(listing.place, name, key)
            yield from self._scan_folder(key, place, name, listing.depth + 1)

    def _place_below(self, parent: Place, name: str, key: str) -> Place | None:
        known = places.place_below(parent, name, key)
        if known is None and parent.inside == "outputs" and self._is_user(key):
            known = places.place_of_user(name)
        return known or places.place_below(parent, name, key, any_folder=self._any_folder)

    def _is_user(self, key: str) -> bool:
        """Whether a folder is that of one user of SwarmUI: it has a folder ``raw`` with one for each day."""
        try:
            days = [it.name for it in self._source.list_entries(f"{key}raw/") if it.kind == "folder"]
        except OSError:
            return False
        return any((span := moments.span_of(it)) is not None and span.unit == "day" for it in days)

    def _skipped_folder(self, key: str, code: str) -> FoundItem:
        """A folder that is not read, with the number of pictures in it."""
        reason = untaken.folder_reason(self._source, key, code)
        return FoundItem(key=storable_key(key), skipped=reason)

    def _folder_time(self, folder: str, name: str) -> datetime | None:
        try:
            return moments.time_in(name) or moments.plausible_time(self._source.modified_at(folder))
        except OSError:
            return None

    def _scan_picture(self, listing: _Listing, entry: Entry) -> Iterator[FoundItem]:
        found = found_picture(self._source, self._spec, listing, entry, self._made_at(entry.name))
        board = self._board_of(listing, entry.name)
        found = self._on_board(listing, found, entry.name, board)
        if found.skipped is None:
            album = found.payload["album"]
            if board is not None:
                yield from self._found_board(board)
            elif listing.place.album is None and album not in self._albums:
                month = datetime.fromisoformat(found.payload["month"])
                first_day = datetime(month.year, month.month, 1, tzinfo=month.tzinfo)
                title = places.month_album(month, listing.place.user)[1]
                yield _found_album(album, title, "Single pictures of one month, imported.", first_day)
            elif (new := self._albums.get(album)) is not None:
                yield new
            self._albums[album] = None
        yield found

    def _on_board(self, listing: _Listing, found: FoundItem, name: str, board: Board | None) -> FoundItem:
        """A picture in the album of its board, with its star; an apply compares the board."""
        if self._boards is None or found.skipped is not None or listing.place.album is not None:
            return found
        if board is None and self._damage is not None:
            return found
        read = {"folder": self._boards.folder, "picture": name, "id": None if board is None else board.id}
        album = found.payload["album"] if board is None else board.album
        star = {"starred": True} if self._is_starred(name) else {}
        return replace(found, payload={**found.payload, "album": album, "board": read, **star})

    def _found_board(self, board: Board) -> Iterator[FoundItem]:
        """The album of a board, before the first of its pictures."""
        if board.album not in self._albums and self._boards is not None:
            album = _found_album(board.album, board.name, f"The board {board.name}, imported.", board.at)
            read = {"folder": self._boards.folder, "id": board.id, "name": board.name}
            yield replace(album, payload={**album.payload, "board": read})


@dataclass(frozen=True, slots=True)
class _Listing:
    """A folder that is being scanned."""

    folder: str
    place: Place
    neighbours: Neighbours
    manifest: Manifest | None
    log: Manifest | None
    depth: int

    def reason_to_skip(self, name: str) -> str | None:
        """Why a file that is no picture is not read; None if it says something about one."""
        if any(it is not None and name == it.file_name for it in (self.manifest, self.log)):
            return None
        if self.neighbours.use(name):
            return None
        if suffix_of(name) in SUFFIXES and self.neighbours.have_picture_for(name):
            return "sidecar_unused"
        return "sidecar_alone" if suffix_of(name) == SIDECAR else "unknown_file"


def found_picture(
    source: Source, spec: ImportSpec, listing: _Listing, entry: Entry, made_at: datetime | None
) -> FoundItem:
    """A picture as it is in the source now, or skipped with the reason; ``made_at`` if it says no time itself."""
    key, place = f"{listing.folder}{entry.name}", listing.place
    path = entry.target or key
    try:
        file = read_file(source, path, limit=spec.max_bytes)
        clean = clean_picture(file.data, max_pixels=spec.max_pixels)
        width, height = measure_picture(clean, max_pixels=spec.max_pixels)
    except ItemRefused as refused:
        return FoundItem(key=key, skipped=refused.reason)
    except Unprocessable as error:
        return FoundItem(key=key, skipped=Reason(error.code, error.detail))
    beside = [it.target or f"{listing.folder}{it.name}" for it in listing.neighbours.beside(entry.name)]
    sidecars = {it: _read_sidecar(source, it) for it in beside}
    readable = [(it, sidecar) for it, sidecar in sidecars.items() if sidecar is not None]
    listed_by = listing.manifest
    listed = [] if listed_by is None else listed_by.sidecars_of(entry.name)
    said = describe(file.data, [*readable, *listed], width=width, height=height)
    if listed_by is None and said.provenance is None and listing.log is not None:
        listed_by, listed = listing.log, listing.log.sidecars_of(entry.name)
        said = describe(file.data, [*readable, *listed], width=width, height=height)
    stem = entry.name.rsplit(".", 1)[0]
    dated = moments.date(said.at or made_at, stem, place.span, file.modified_at)
    tags = tuple({it.casefold(): it for it in (*place.tags, *said.tags)}.values())
    source_digest = hashlib.sha256(file.data).hexdigest()
    file_digest = combined_digest(source_digest, [digest_of(it) for it in sidecars.values()])
    payload = {
        "type": "picture",
        "picture": hashlib.sha256(clean.data).hexdigest(),
        "source_digest": source_digest,
        "sidecars": beside,
        "album": place.album or places.month_album(dated.month, place.user)[0],
        "month": dated.month.isoformat(),
        "title": said.title or places.title_of(stem),
        "prompt": said.prompt,
        "provenance": said.provenance,
        "caption": said.caption,
        "tags": tags,
        "at": dated.at.isoformat(),
    } | ({} if entry.target is None else {"file": entry.target})
    if listed_by is not None:
        payload |= {"file_digest": file_digest, "manifest": [listed_by.path, listed_by.file_name]}
    digest = manifests.digest_with(file_digest, listed)
    return FoundItem(
        key=key, digest=digest, payload=payload, at=dated.at, size=len(file.data),
        note=SIDECAR_UNREADABLE if None in sidecars.values() else said.note,
    )  # fmt: skip


def skipped(key: str, code: str) -> FoundItem:
    """Something that is not imported."""
    return FoundItem(key=storable_key(key), skipped=Reason(code, untaken.REASONS[code]))


def _found_album(
    key: str, name: str, description: str, at: datetime | None, manifest: Manifest | None = None
) -> FoundItem:
    digest = hashlib.sha256(json.dumps(["album", name]).encode()).hexdigest()
    payload: dict[str, Any] = {
        "type": "album",
        "name": name,
        "description": one_line(description, MAX_DESCRIPTION),
        "at": (at or moments.EARLIEST).isoformat(),
    }
    if manifest is not None:
        payload |= {"manifest": [manifest.path, manifest.file_name], "said": manifest.said_of_folder()}
    return FoundItem(key=key, digest=digest, payload=payload, at=at)


def _read_sidecar(source: Source, key: str) -> bytes | None:
    """The bytes of a sidecar; None if it cannot be read."""
    try:
        return read_file(source, key, limit=MAX_SIDECAR_BYTES).data
    except ItemRefused:
        return None

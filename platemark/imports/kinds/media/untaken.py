"""What of a source is not taken, and why; of a folder, how many pictures are in it."""

from __future__ import annotations

from platemark.imports.kinds.media.neighbours import PICTURES, suffix_of
from platemark.imports.kinds.media.places import THUMBNAILS
from platemark.imports.reading.picture_files import GONE, TOO_LARGE, UNREADABLE
from platemark.imports.reading.sources import Entry, Source
from platemark.imports.reasons import Reason

REASONS = {
    "hidden": "Names that begin with a dot are ignored.",
    "link": "Links are followed only to files, and only within the folder that is imported.",
    "not_a_file": "It is neither a file nor a folder.",
    "thumbnails_folder": "Thumbnails are made again.",
    "unknown_folder": "Folders with such a name are unknown; its contents were not read.",
    "too_deep": "Folders more than 32 levels deep are not read.",
    "unknown_file": "It is neither a picture nor the sidecar of one.",
    "sidecar_alone": "There is no picture for this sidecar.",
    "sidecar_unused": "Its picture has another sidecar of this kind, which is read instead.",
    "unstorable_name": "Its name is too long, or contains characters that cannot be stored.",
    **{it.code: it.message for it in (UNREADABLE, GONE, TOO_LARGE)},
}
MAX_COUNTED = 100_000
"""No more names are counted in a folder that is not read."""


def reason_to_skip(entry: Entry) -> str | None:
    """Why an entry is skipped whatever its place; None if it is not."""
    if entry.name.startswith("."):
        return "hidden"
    return {"link": "link", "other": "not_a_file"}.get(entry.kind)


def reason_to_skip_folder(name: str) -> str | None:
    """Why a folder is skipped whatever its place; None if it is not."""
    return "thumbnails_folder" if name.casefold() in THUMBNAILS else None


def folder_reason(source: Source, key: str, code: str) -> Reason:
    """Why a folder is skipped, with the number of pictures in it; one without pictures is listed after others."""
    pictures, all_counted = _count_pictures(source, key)
    counted = f"{'' if all_counted else 'At least '}{pictures or 'no'} picture{'' if pictures == 1 else 's'}"
    message = f"{REASONS[code]} {counted[0].upper()}{counted[1:]} in it."
    return Reason(code, message, quiet=not pictures)


def _count_pictures(source: Source, key: str) -> tuple[int, bool]:
    """How many files at any depth have the name of a picture, and whether all names were counted."""
    folders, pictures, left = [key], 0, MAX_COUNTED
    while folders:
        folder = folders.pop()
        try:
            entries = source.list_entries(folder)
        except OSError:
            continue
        left -= len(entries) + 1
        pictures += sum(it.kind == "file" and suffix_of(it.name) in PICTURES for it in entries)
        folders += [f"{folder}{it.name}/" for it in entries if it.kind == "folder"]
        if left < 0:
            return pictures, not folders
    return pictures, True

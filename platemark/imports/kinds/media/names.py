"""What names of folders and files say: which album, its name, a picture's title, when it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from platemark.imports.reading.file_names import one_line

DECKS = {
    "card_deck_": ("Card deck", "card deck"),
    "tarot_deck_": ("Tarot deck", "tarot deck"),
    "zodiac_": ("Zodiac", "zodiac"),
}
LORA_TESTS = "lora_tests"
SINGLES = "singles"
THUMBNAILS = frozenset({"thumbnails", "thumbnail", "thumbs", "thumb"})
MONTH = re.compile(r"((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_ALONE = re.compile(r"0[1-9]|1[0-2]")
MOMENT = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_]?(\d\d)[-_]?(\d\d)(?:[-_T ]?(\d\d)[-_:]?(\d\d)[-_:]?(\d\d))?(?!\d)")
PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jfif",
    ".webp",
    ".avif",
    ".heic",
    ".heif",
    ".jxl",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
)
"""Suffixes of pictures. What is not read is refused by its content, with the name of its format."""
SIDECAR = ".json"
CAPTIONS = (".caption", ".txt")
MAX_NAME = 200
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """What a folder's pictures belong to: ``album`` is the key of their album, None if each month has an album.

    ``subfolders`` says which folders below are read: "" (none), "months", "tests" (an album each), or "all".
    """

    album: str | None
    name: str = ""
    tags: tuple[str, ...] = ()
    subfolders: str = ""


def place_at_root(source_name: str) -> Place:
    """The place of pictures at the top of a source: one album if the source is a deck itself, else singles."""
    return place_of(source_name, "./") or Place(None, subfolders="all")


def place_of(name: str, key: str) -> Place | None:
    """The place of a folder at the top of a source; None for an unknown folder."""
    for start, (title, tag) in DECKS.items():
        if name.startswith(start) and len(name) > len(start):
            return Place(key, deck_name(title, name.removeprefix(start)), (tag,))
    if name == LORA_TESTS:
        return Place(key, "LoRA tests", ("lora test",), subfolders="tests")
    if name == SINGLES or YEAR.fullmatch(name):
        return Place(None, subfolders="months")
    return Place(None) if MONTH.fullmatch(name) else None


def place_below(parent: Place, name: str, key: str) -> Place | None:
    """The place of a folder within a known one; None for an unknown folder."""
    if parent.subfolders == "all":
        return place_of(name, key)
    if parent.subfolders == "tests":
        return Place(key, one_line(f"LoRA tests: {words(name)}", MAX_NAME), ("lora test",))
    if parent.subfolders == "months" and (MONTH.fullmatch(name) or MONTH_ALONE.fullmatch(name)):
        return Place(None)
    return None


def deck_name(title: str, rest: str) -> str:
    """``winter_forest_20240115_101010`` of a card deck is ``Card deck: winter forest``."""
    theme = words(MOMENT.sub("", rest))
    return one_line(f"{title}: {theme}" if theme else f"{title} {words(rest)}", MAX_NAME)


def month_album(at: datetime) -> tuple[str, str]:
    """Key and name of the album with a month's single pictures."""
    return f"{SINGLES}/{at:%Y-%m}/", f"Singles {at:%Y-%m}"


def title_of(stem: str) -> str:
    """A file's name as a title: without the time, with spaces."""
    return one_line(words(MOMENT.sub("", stem)) or words(stem), MAX_NAME)


def words(name: str) -> str:
    """``winter_forest`` as words."""
    return " ".join(re.split(r"[\s_]+", name.strip(" _-."))).strip()


def time_in(name: str) -> datetime | None:
    """The time in a name, taken as UTC; None if there is none, or no plausible one."""
    match = MOMENT.search(name)
    if match is None:
        return None
    numbers = [int(group) for group in match.groups(default="0")]
    try:
        year, month, day, hour, minute, second = numbers
        return plausible_time(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except ValueError:
        return None


def plausible_time(moment: datetime) -> datetime | None:
    """``moment`` to the millisecond; None if it is in the future or before ``EARLIEST``."""
    if not EARLIEST <= moment <= datetime.now(UTC) + timedelta(days=1):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

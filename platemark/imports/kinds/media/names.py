"""What names of folders and files tell: which album, what it is called, what it shows, when it was made."""

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
TESTS = "lora_tests"
SINGLES = "singles"
THUMBNAILS = frozenset({"thumbnails", "thumbnail", "thumbs", "thumb"})
MONTH = re.compile(r"((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_ALONE = re.compile(r"0[1-9]|1[0-2]")
MOMENT = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_]?(\d\d)[-_]?(\d\d)(?:[-_T ]?(\d\d)[-_:]?(\d\d)[-_:]?(\d\d))?(?!\d)")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
SIDECAR = ".json"
LONGEST_NAME = 200
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """What a folder's pictures belong to: ``album`` is the key of their album, None where each month has one.

    ``subfolders`` says what is below: nothing that is taken, months, or albums of their own.
    """

    album: str | None
    name: str = ""
    tags: tuple[str, ...] = ()
    subfolders: str = ""


def place_at_root(source_name: str) -> Place:
    """What a source's own pictures belong to: a deck that was named by itself is one album, else they are singles."""
    found = place_of(source_name, "./")
    return found or Place(None, subfolders="all")


def place_of(name: str, key: str) -> Place | None:
    """What the pictures of a folder at the top belong to; None for one that is not known."""
    for start, (title, tag) in DECKS.items():
        if name.startswith(start) and len(name) > len(start):
            return Place(key, deck_name(title, name.removeprefix(start)), (tag,))
    if name == TESTS:
        return Place(key, "LoRA tests", ("lora test",), subfolders="tests")
    if name == SINGLES or YEAR.fullmatch(name):
        return Place(None, subfolders="months")
    return Place(None) if MONTH.fullmatch(name) else None


def place_below(above: Place, name: str, key: str) -> Place | None:
    """What the pictures of a folder within a known one belong to; None for one that is not known."""
    if above.subfolders == "all":
        return place_of(name, key)
    if above.subfolders == "tests":
        return Place(key, one_line(f"LoRA tests: {words(name)}", LONGEST_NAME), ("lora test",))
    if above.subfolders == "months" and (MONTH.fullmatch(name) or MONTH_ALONE.fullmatch(name)):
        return Place(None)
    return None


def deck_name(title: str, rest: str) -> str:
    """``winter_forest_20240115_101010`` of a card deck is ``Card deck: winter forest``."""
    theme = words(MOMENT.sub("", rest))
    return one_line(f"{title}: {theme}" if theme else f"{title} {words(rest)}", LONGEST_NAME)


def month_album(at: datetime) -> tuple[str, str]:
    """Key and name of the album of a month's singles."""
    return f"{SINGLES}/{at:%Y-%m}/", f"Singles {at:%Y-%m}"


def title_of(stem: str) -> str:
    """A file's name as a title: without the time, with spaces."""
    return one_line(words(MOMENT.sub("", stem)) or words(stem), LONGEST_NAME)


def words(name: str) -> str:
    """``winter_forest`` as words."""
    return " ".join(re.split(r"[\s_]+", name.strip(" _-."))).strip()


def moment_in(name: str) -> datetime | None:
    """The time that a name tells, taken as UTC; None where there is none, or none that can be."""
    found = MOMENT.search(name)
    if found is None:
        return None
    numbers = [int(group) for group in found.groups(default="0")]
    try:
        year, month, day, hour, minute, second = numbers
        return sensible(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except ValueError:
        return None


def sensible(moment: datetime) -> datetime | None:
    """``moment`` to the millisecond, unless it lies in the future or before there were such pictures."""
    if not EARLIEST <= moment <= datetime.now(UTC) + timedelta(days=1):
        return None
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

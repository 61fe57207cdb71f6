"""Which album a folder's pictures belong to: the folders of studios by their names, and any others on request."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from platemark.imports.kinds.media import moments
from platemark.imports.kinds.media.moments import RUN, Span
from platemark.imports.reading.file_names import one_line

DECKS = {
    "card_deck_": ("Card deck", "card deck"),
    "tarot_deck_": ("Tarot deck", "tarot deck"),
    "zodiac_": ("Zodiac", "zodiac"),
}
LORA_TESTS = "lora_tests"
SINGLES = "singles"
STUDIOS = frozenset({
    "automatic1111", "comfyui", "fooocus", "invokeai", "stable-diffusion-webui", "stable-diffusion-webui-forge",
    "swarmui",
})  # fmt: skip
"""The folders that studios are installed in; in them, only the folders of their pictures are known."""
OUTPUTS = frozenset({"output", "outputs"})
BY_DATE = {
    "txt2img-images": (),
    "img2img-images": ("img2img",),
    "extras-images": ("extras",),
    "txt2img-grids": ("grid",),
    "img2img-grids": ("grid",),
}
"""AUTOMATIC1111's folders below its outputs, with a folder for each day, and the tags of their pictures."""
NAMED = {"uploads": ("Uploads", "upload"), "sample": ("Samples", "sample")}
REPEATS = re.compile(r"\d{1,4}_(.*\S)")
"""kohya's folders of training pictures: how often each is repeated, and what they show."""
THUMBNAILS = frozenset({"thumbnails", "thumbnail", "thumbs", "thumb"})
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Place:
    """What a folder's pictures belong to: ``album`` is the key of their album, None if each month has an album.

    ``span`` is the time that the folder is about. ``inside`` says which folders below are known: "" (those of dates),
    "top" (all that are known), "outputs" (these, and the users of SwarmUI), "tests" and "albums" (an album each),
    "local" (SwarmUI's), "repeats" (kohya's). ``user`` is whose folder it is, where there is one for each.
    """

    album: str | None
    name: str = ""
    tags: tuple[str, ...] = ()
    inside: str = ""
    span: Span | None = None
    user: str = ""


def place_at_root(source_name: str, *, any_folder: bool = False) -> Place:
    """The place of pictures at the top of a source, which may be a folder that is known, or one like any other."""
    place = place_of(source_name, "./")
    if place is not None:
        return place
    return _own_album(source_name, "./", "top") if any_folder else Place(None, inside="top")


def place_of(name: str, key: str) -> Place | None:
    """The place of a folder at the top of a source; None for an unknown folder."""
    for start, (title, tag) in DECKS.items():
        if name.startswith(start) and len(name) > len(start):
            return Place(key, deck_name(title, name.removeprefix(start)), (tag,), span=moments.span_of_run(name))
    if name == LORA_TESTS:
        return Place(key, "LoRA tests", ("lora test",), inside="tests")
    folded = name.casefold()
    if folded in STUDIOS or folded in OUTPUTS or folded == "model":
        return Place(None, inside="outputs" if folded in OUTPUTS else "top")
    if folded in BY_DATE:
        return Place(None, tags=BY_DATE[folded])
    if folded in NAMED:
        title, tag = NAMED[folded]
        return Place(key, title, (tag,))
    inside = {
        "albums": "albums",
        "images": "",
        SINGLES: "",
        "local": "local",
        "img": "repeats",
        "staged": "",
        "staging": "",
    }.get(folded)
    if inside is not None:
        return Place(None, inside=inside)
    if run := RUN.fullmatch(name):
        return Place(key, one_line(words(run[1]), MAX_NAME), span=moments.span_of_run(name))
    span = moments.span_of(name)
    return None if span is None else Place(None, span=span)


def place_below(parent: Place, name: str, key: str, *, any_folder: bool = False) -> Place | None:
    """The place of a folder within a known one; None for an unknown folder, unless ``any_folder`` is an album."""
    span = moments.span_of(name, parent.span)
    known = place_of(name, key) if parent.inside in ("top", "outputs") else None
    if parent.inside == "tests":
        known = Place(key, one_line(f"LoRA tests: {words(name)}", MAX_NAME), ("lora test",))
    elif parent.inside == "albums":
        run = RUN.fullmatch(name)
        title = words((run[1] if run else name).replace("-", " "))
        known = Place(key, one_line(title, MAX_NAME), span=moments.span_of_run(name))
    elif parent.inside == "local" and name.casefold() == "raw":
        known = Place(None, user=parent.user)
    elif parent.inside == "repeats" and (repeats := REPEATS.fullmatch(name)):
        known = Place(key, one_line(words(repeats[1]), MAX_NAME), ("training",))
    elif span is not None:
        known = replace(parent, span=span, inside="")
    return known or (_own_album(name, key, parent.inside.replace("outputs", "top")) if any_folder else None)


def place_of_user(name: str) -> Place:
    """The place of the folder of a user of SwarmUI other than ``local``: each month of theirs has an album."""
    return Place(None, inside="local", user=name)


def staged_place(place: Place | None, folder_name: str, key: str, name: str) -> Place:
    """The place of a folder with a manifest: an album of its own, with the manifest's name if that states one."""
    if place is None or place.album != key:
        return _own_album(name or folder_name, key, "")
    return replace(place, name=name or place.name)


def month_album(month: datetime, user: str = "") -> tuple[str, str]:
    """Key and name of the album with a month's single pictures, or with those of one user."""
    if not user:
        return f"{SINGLES}/{month:%Y-%m}/", f"Singles {month:%Y-%m}"
    return f"{SINGLES}/{user}/{month:%Y-%m}/", one_line(f"Singles {month:%Y-%m}, {words(user)}", MAX_NAME)


def deck_name(title: str, rest: str) -> str:
    """``winter_forest_20240115_101010`` of a card deck is ``Card deck: winter forest``."""
    theme = words(moments.without_time(rest))
    return one_line(f"{title}: {theme}" if theme else f"{title} {words(rest)}", MAX_NAME)


def title_of(stem: str) -> str:
    """A file's name as a title: without the time, with spaces."""
    return one_line(words(moments.without_time(stem)) or words(stem), MAX_NAME)


def words(name: str) -> str:
    """``winter_forest`` as words."""
    return " ".join(re.split(r"[\s_]+", name.strip(" _-."))).strip()


def _own_album(name: str, key: str, inside: str) -> Place:
    return Place(key, one_line(name, MAX_NAME), inside=inside, span=moments.span_of_run(name))

"""What a weights file and the files beside it say about it: trigger words, the usual weight, a preview.

Read are the header (`modelspec`, kohya's tags), `NAME.civitai.info`, the `NAME.json` of AUTOMATIC1111's cards, and an
`index.json` that lists the LoRAs of a folder, or of the folders below it. What a person wrote counts more than what
was downloaded, and that more than the header.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INDEX = "index.json"
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif")
LARGEST_TEXT = 4 * 1024 * 1024
MAX_WORDS, MAX_WORD = 50, 200
LOWEST, HIGHEST = -2.0, 2.0
LORA_IN_PROMPT = re.compile(r"<lora:[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a file. ``sources`` names what it is from, ``unread`` the neighbours that could not be read."""

    trigger_words: tuple[str, ...] = ()
    default_weight: float | None = None
    preview: Path | None = None
    sources: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class Neighbours:
    """The files of a folder by name, whatever the case of their letters and however their accents are composed.

    Links count if they lead to a file below ``root``.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.root = root
        self.unread: set[str] = set()
        self._texts: dict[str, Mapping[str, Any] | None] = {}
        try:
            self._names = {fold(path.name): path for path in sorted(folder.iterdir()) if self._is_readable(path)}
        except OSError:
            self._names = {}

    def _is_readable(self, path: Path) -> bool:
        """Whether it is a file, and a link only to one below ``root``."""
        try:
            return path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(self.root))
        except (OSError, RuntimeError):
            return False

    def find(self, names: Iterable[str]) -> Path | None:
        """The first of these files that exists."""
        return next((self._names[name] for name in map(fold, names) if name in self._names), None)

    def read_json(self, name: str) -> Mapping[str, Any] | None:
        """The object in this file; None if there is none, or it cannot be read."""
        path = self.find((name,))
        if path is None:
            return None
        if path.name not in self._texts:
            self._texts[path.name] = _load(path)
        if self._texts[path.name] is None:
            self.unread.add(path.name)
        return self._texts[path.name]


NOTHING = Description()


def describe(path: Path, metadata: Mapping[str, str], neighbours: Neighbours, above: Neighbours | None) -> Description:
    """Describe the weights file ``path`` by its header and the files in its folder; ``above`` is the folder above."""
    stem = path.name[: -len(path.suffix)]
    unread = set(neighbours.unread)
    said = [it for it in _statements(path, stem, metadata, neighbours, above) if it.trigger_words or it.weight]
    words = next((it for it in said if it.trigger_words), None)
    weight = next((it for it in said if it.weight), None)
    preview = neighbours.find(_preview_names(stem)) or _preview_of_folder(path, above, neighbours)
    sources = dict.fromkeys(it.source for it in (words, weight) if it is not None)
    return Description(
        trigger_words=words.trigger_words if words else (),
        default_weight=weight.weight if weight else None,
        preview=preview,
        sources=(*sources, *((preview.name,) if preview else ())),
        unread=tuple(sorted(neighbours.unread - unread)),
    )


@dataclass(frozen=True, slots=True)
class _Statement:
    source: str
    trigger_words: tuple[str, ...]
    weight: float | None = None


def _statements(
    path: Path, stem: str, metadata: Mapping[str, str], neighbours: Neighbours, above: Neighbours | None
) -> Iterator[_Statement]:
    """What each source says, the one that counts most first."""
    card = neighbours.read_json(f"{stem}.json") or {}
    yield _Statement(f"{stem}.json", split_words([card.get("activation text")]), _weight(card.get("preferred weight")))
    entry = _index_entry(path, stem, neighbours, above)
    words = entry.get("trigger_words") or entry.get("trigger_word")
    yield _Statement(INDEX, split_words(_list(words)), _weight(entry.get("default_weight")))
    info = neighbours.read_json(f"{stem}.civitai.info") or {}
    yield _Statement(f"{stem}.civitai.info", split_words(_list(info.get("trainedWords"))))
    yield _Statement("header", trigger_words_in(metadata))


def trigger_words_in(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The trigger words that the metadata of a LoRA's header name, or else the tags of all pictures it learned from."""
    return split_words([metadata.get("modelspec.trigger_phrase")]) or split_words(_tags_of_all_pictures(metadata))


def split_words(texts: Iterable[object]) -> tuple[str, ...]:
    """The words or phrases in these texts, which commas part; each once, without `<lora:…>`."""
    words: dict[str, str] = {}
    for text in texts:
        for part in LORA_IN_PROMPT.sub("", text).split(",") if isinstance(text, str) else ():
            word = "".join(it if it.isprintable() else " " for it in unicodedata.normalize("NFC", part))
            word = " ".join(word.split())
            if 0 < len(word) <= MAX_WORD:
                words.setdefault(word.casefold(), word)
    return tuple(words.values())[:MAX_WORDS]


def fold(name: str) -> str:
    """A file's name, to compare."""
    return unicodedata.normalize("NFC", name).casefold()


def _index_entry(path: Path, stem: str, neighbours: Neighbours, above: Neighbours | None) -> Mapping[str, Any]:
    """What an index of this folder, or of the folders beside it, says about the file."""
    names = {fold(path.name), fold(stem)}
    for key, entry in (neighbours.read_json(INDEX) or {}).items():
        if isinstance(entry, dict) and (fold(key) in names or fold(str(entry.get("filename"))) in names):
            return dict(entry)
    for key, entry in ((above.read_json(INDEX) if above else None) or {}).items():
        of_folder = isinstance(entry, dict) and fold(key) == fold(path.parent.name)
        if of_folder and fold(str(entry.get("filename", path.name))) in names:
            return dict(entry)
    return {}


def _preview_of_folder(path: Path, above: Neighbours | None, neighbours: Neighbours) -> Path | None:
    """``preview.png`` in a folder of its own, if the index above lists it."""
    listed = above is not None and bool(_index_entry(path, path.stem, neighbours, above))
    return neighbours.find(f"preview{suffix}" for suffix in PICTURES) if listed else None


def _preview_names(stem: str) -> Iterator[str]:
    for end in (".preview", "_preview", ""):
        yield from (f"{stem}{end}{suffix}" for suffix in PICTURES)


def _tags_of_all_pictures(metadata: Mapping[str, str]) -> list[str]:
    """The tags that every picture had in kohya's training, if it had at least two pictures."""
    try:
        frequencies, folders = (
            json.loads(metadata.get(name, "{}")) for name in ("ss_tag_frequency", "ss_dataset_dirs")
        )
        counts = {name: folders[name]["img_count"] for name in frequencies}
        tags = [
            {tag for tag, count in of_folder.items() if count >= counts[name] >= 2}
            for name, of_folder in frequencies.items()
        ]
        return [tag for tag in next(iter(frequencies.values())) if all(tag in it for it in tags)]
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError):
        return []


def _weight(value: object) -> float | None:
    """A usable weight; 0 stands for none in cards."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    usable = math.isfinite(value) and LOWEST <= value <= HIGHEST and value != 0
    return float(value) if usable else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _load(path: Path) -> Mapping[str, Any] | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_TEXT + 1)
        value = json.loads(data.decode("utf-8-sig")) if len(data) <= LARGEST_TEXT else None
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None

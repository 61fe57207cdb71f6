"""An Imagineer that is being read: its folder, its rows, and what was found in it so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePosixPath

from platemark.imports.items import FoundItem
from platemark.imports.kinds.database.run_pictures import RunPicture
from platemark.imports.kinds.database.studio_rows import Row, StudioRows, text
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.reading.file_names import is_storable, one_line
from platemark.imports.reading.picture_files import GONE, read_file
from platemark.imports.reading.sources import File, Source
from platemark.imports.reasons import ItemRefused, Reason

Remark = tuple[str, str]
"""A code, and a sentence."""

FILE_MISSING = "Its file is not in the folder"
QUIET = ("kept_in_plan",)
MAX_KEPT = 1000
PATHS = ("dataset_path", "output_path", "output_directory", "final_checkpoint")
"""What is kept of these is shown without the folders of the old disk."""


@dataclass(frozen=True, slots=True)
class FoundAdapter:
    """An adapter that can be imported: its key, the digest of its file, and the path that the file had."""

    key: str
    digest: str
    written: str

    def shared_steps(self, path: str) -> int:
        """How many steps at its end ``path`` shares with that of the file, whose suffix it may lack."""
        own, other = _steps(self.written), _steps(path)
        if not own or not other or other[-1] not in (own[-1], PurePosixPath(own[-1]).stem):
            return 0
        pairs = zip(reversed(own[:-1]), reversed(other[:-1]), strict=False)
        return 1 + len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


@dataclass(frozen=True, slots=True)
class OldStudio:
    """What scans share: the adapters and, by key, the set templates that can be imported, and the pictures of runs.

    ``pictures`` are by the key of their album, and by the name of their folder; ``shared`` are albums of several runs.
    """

    source: Source
    spec: ImportSpec
    rows: StudioRows
    templates: dict[str, Manifest] = field(default_factory=dict)
    adapters: list[FoundAdapter] = field(default_factory=list)
    pictures: dict[str, list[RunPicture]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)

    def read(self, written: Sequence[str], *, limit: int) -> tuple[str, File]:
        """A file, and its path below the folder, by the paths that it had when its row was written.

        ItemRefused ``file_missing``, or why it cannot be read.
        """
        for path in dict.fromkeys(it for each in written for it in _candidates(each, self.source.name)):
            try:
                return path, read_file(self.source, path, limit=limit)
            except ItemRefused as refused:
                if refused.reason != GONE:
                    raise
        named = next((it for it in written if it), "")
        raise ItemRefused("file_missing", f"{FILE_MISSING}: {file_name(named)}.")

    def stamped(self, item: FoundItem, table: str, *ids: object) -> FoundItem:
        """An item that is not skipped, with where its row is and a digest of what the row says (``rows_check``)."""
        if item.skipped is not None or not all(map(_is_plain, ids)):
            return item
        row = {"table": table, "ids": list(ids), "digest": self.rows.state(table, *ids)}
        return replace(item, payload={**item.payload, "from_row": row})

    def adapter_of(self, path: str, digest: str | None) -> str | None:
        """The key of the adapter with this digest, or else of the only one whose path ends most like ``path``."""
        same = [it.key for it in self.adapters if it.digest == digest]
        if not same:
            shared = {it.key: it.shared_steps(path) for it in self.adapters}
            most = max(shared.values(), default=0)
            same = [key for key, steps in shared.items() if steps == most > 0]
            return same[0] if len(same) == 1 else None
        return same[0]


def _candidates(written: str, folder: str) -> Iterator[str]:
    """Where a file may be below the folder: its path, or the end of it, of two steps or from the folder on."""
    path = written.replace("\\", "/")
    steps = _steps(path)
    if not steps or ".." in steps or not is_storable(path):
        return
    if not path.startswith("/") and not re.match(r"[A-Za-z]:", path):
        yield "/".join(steps)
    yield from ("/".join(steps[at:]) for at in range(1, len(steps) - 1))
    if len(steps) > 1 and steps[-2] == folder:
        yield steps[-1]


def _is_plain(value: object) -> bool:
    """Whether an id can be kept in a plan as it is."""
    return isinstance(value, int) or (isinstance(value, str) and is_storable(value))


def _steps(path: str) -> list[str]:
    return [step for step in path.replace("\\", "/").split("/") if step not in ("", ".")]


def file_name(path: str) -> str:
    """The last part of a path of an older disk, on one line."""
    return one_line(PurePosixPath(path.replace("\\", "/")).name, 200)


def row_key(table: str, row_id: object) -> str:
    """The key of a row."""
    return f"{table}/{one_line(str(row_id), 100).replace('/', '_')}"


def kept_of(row: Row, names: Sequence[str]) -> dict[str, str]:
    """What a row says in columns that there is no field for, as lines of text."""
    said = {name: one_line(text(row.get(name)).strip(), MAX_KEPT) for name in names}
    return {name: value for name, value in said.items() if value}


def kept_remarks(what: str, kept: Mapping[str, str]) -> list[Remark]:
    """What there is no field for, which the plan keeps."""
    if not kept:
        return []
    shown = ((name, file_name(value) if name in PATHS else one_line(value, 60)) for name, value in kept.items())
    listed = ", ".join(f"{name} {value!r}" for name, value in shown)
    return [("kept_in_plan", f"{what} has no field for these; the plan keeps them: {listed}.")]


def note_of(remarks: Sequence[Remark]) -> Reason | None:
    """Remarks on something that is imported all the same; the code is that of the first that is not quiet."""
    if not remarks:
        return None
    code = next((code for code, _ in remarks if code not in QUIET), remarks[0][0])
    return Reason(code, one_line(" ".join(message for _, message in remarks), 500), quiet=code in QUIET)

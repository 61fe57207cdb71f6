"""The sets that a folder holds, each with its rows, and everything about them that a person should know.

With a config file the sets are those it names; without one each CSV file is a set of its own. A set is taken whole or
not at all: one that could not be run as it stands is skipped, for a reason that the plan names.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from platemark.errors import Finding, Unprocessable
from platemark.imports.kinds.sets import config, fields
from platemark.imports.kinds.sets.config import CONFIG_NAMES, Entry, Problem
from platemark.imports.reading.file_names import one_line, storable
from platemark.imports.reading.sources import Source, TooLong
from platemark.set_templates import table
from platemark.set_templates.prompts import PromptContext, render_prompts
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate

CSV_BYTES = 4 * 1024 * 1024
SET_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
TITLES = ("name", "title")
"""Columns that title a picture, whether the prompts have them or not."""
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
MAX_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A set that can be taken: its id, what it says, its rows, and the adapters that it names."""

    key: str
    set_id: str
    new: NewSetTemplate
    table: Table
    loras: tuple[dict[str, Any], ...] = ()

    def said(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        rows = [[row[column] for column in self.table.columns] for row in self.table.rows]
        head = {"set_id": self.set_id, "loras": list(self.loras)}
        return {**head, "new": asdict(self.new), "columns": list(self.table.columns), "rows": rows}

    def content_digest(self) -> str:
        """SHA-256 of what a set template made of it would say, with its rows."""
        said = {name: value for name, value in self.said().items() if name in ("new", "columns", "rows")}
        return digest_of(said)


def digest_of(said: Mapping[str, Any]) -> str:
    """SHA-256 of plain JSON, in whatever order its keys come."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()


def of_said(key: str, said: Mapping[str, Any]) -> Manifest:
    """The manifest that ``said`` was made of."""
    columns = tuple(said["columns"])
    rows = tuple(dict(zip(columns, row, strict=True)) for row in said["rows"])
    new = NewSetTemplate(**said["new"])
    return Manifest(key=key, set_id=said["set_id"], new=new, table=Table(columns, rows), loras=tuple(said["loras"]))


@dataclass(frozen=True, slots=True)
class Reading:
    """One step through a folder: a set, or the problem that keeps it from being one; and what of it is not taken.

    ``remark`` is what should be known of a set that is taken all the same.
    """

    manifest: Manifest | None
    problems: tuple[Problem, ...] = ()
    remark: Problem | None = None


def read(source: Source, *, visibility: str) -> Iterator[Reading]:
    """The sets of ``source`` in its order, then the files that no set names. ``visibility``: where it says none."""
    names = [entry.name for entry in source.names() if entry.kind == "file"]
    found = [name for name in CONFIG_NAMES if name in names]
    if not found:
        files = sorted((name for name in names if name.lower().endswith(".csv")), key=lambda it: (it.lower(), it))
        yield from _once_each(_of_file(source, name, visibility) for name in files)
        yield from (Reading(None, (_below(entry.name),)) for entry in source.names() if entry.kind == "folder")
        return
    if len(found) > 1:
        message = f"There is a {found[0]} too, which was read instead of this one."
        yield Reading(None, (Problem(found[1], "config_twice", message),))
    read_config = _config(source, found[0])
    yield from (Reading(None, (problem,)) for problem in read_config.problems)
    used = set()
    for entry in read_config.entries:
        path = entry.said.get("csv_path") or entry.said.get("csv")
        used.add(PurePosixPath(path).as_posix() if isinstance(path, str) else "")
    yield from _once_each(_of_entry(source, found[0], entry, visibility) for entry in read_config.entries)
    yield from (Reading(None, (_unused(name),)) for name in names if name.lower().endswith(".csv") and name not in used)


def find(source: Source, key: str, *, visibility: str) -> Manifest | None:
    """The set at ``key`` as the source says it now; None where it says none that can be taken."""
    name, _, set_id = key.partition("#")
    if not set_id:
        return _of_file(source, name, visibility).manifest
    entries = {entry.set_id: entry for entry in _config(source, name).entries}
    return _of_entry(source, name, entries[set_id], visibility).manifest if set_id in entries else None


def _config(source: Source, name: str) -> config.Config:
    try:
        return config.read(source.read(name, limit=config.MAX_BYTES).data, name)
    except TooLong:
        problem = Problem(name, "config_too_large", f"It has more than {config.MAX_BYTES} bytes.")
    except OSError:
        problem = Problem(name, "config_unreadable", "It cannot be read.")
    return config.Config(problems=(problem,))


def _below(name: str) -> Problem:
    message = "Without a config file that names a CSV in it, a folder is not looked into."
    return Problem(one_line(f"{name}/"), "folder_not_read", message)


def _unused(name: str) -> Problem:
    return Problem(one_line(name), "csv_unused", "No set of the config file names this file.")


def _once_each(readings: Iterator[Reading]) -> Iterator[Reading]:
    """Skip the sets that have the name or the id of one before them: nobody could tell them apart."""
    names: dict[str, str] = {}
    for reading in readings:
        made = reading.manifest
        if made is None:
            yield reading
        elif made.new.name in names:
            message = f"The set {names[made.new.name]} is called {made.new.name!r}, too; give one of them another name."
            yield _skipped(made.key, "duplicate_name", message, *reading.problems)
        elif made.set_id in names.values():
            message = f"There is a set with the id {made.set_id} before it; give its file another name."
            yield _skipped(made.key, "duplicate_id", message, *reading.problems)
        else:
            names[made.new.name] = made.set_id
            yield reading


def _of_file(source: Source, name: str, visibility: str) -> Reading:
    """A CSV file alone: it is called what the file is called, and its prompts are its rows."""
    stem = name[: -len(".csv")]
    key, set_id = one_line(name), re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:64]
    if not SET_ID.fullmatch(set_id) or not storable(name):
        return _skipped(key, "bad_set_id", "The file's name has no letter or digit that could name a set.")
    title = re.sub(r"[_-]+", " ", stem).strip()[:200]
    new = NewSetTemplate(name=title[:1].upper() + title[1:], visibility=visibility)  # type: ignore[arg-type]
    return _with_rows(source, Manifest(key=key, set_id=set_id, new=new, table=Table()), name)


def _of_entry(source: Source, config_name: str, entry: Entry, visibility: str) -> Reading:
    key = one_line(f"{config_name}#{entry.set_id}")
    if not SET_ID.fullmatch(entry.set_id):
        rule = "it begins with a letter or digit and goes on with at most 63 of letters, digits, '_' and '-'"
        return _skipped(key, "bad_set_id", f"This is no id of a set: {rule}.")
    said = fields.read(entry)
    notes = tuple(_problem(key, fault) for fault in said.unknown)
    if said.unusable:
        faults = tuple(_problem(key, fault) for fault in said.unusable)
        return _skipped(key, "bad_value", _told([fault.message for fault in said.unusable]), *faults, *notes)
    if "name" not in said.taken:
        return _skipped(key, "name_missing", "It has no name.", *notes)
    if said.csv_path is None:
        return _skipped(key, "csv_missing", "It names no CSV file; csv_path says which it is.", *notes)
    if said.loras:
        message = "The adapters it names are kept with the plan; a set template has none of its own."
        notes += (Problem(f"{key}.{fields.LORAS}", "loras_not_used", message),)
    seen_by = "private" if said.public is False and visibility == "public" else visibility
    new = NewSetTemplate(**{"visibility": "public" if said.public else seen_by, **said.taken})
    manifest = Manifest(key=key, set_id=entry.set_id, new=new, table=Table(), loras=tuple(said.loras))
    reading = _with_rows(source, manifest, said.csv_path)
    return Reading(reading.manifest, reading.problems + notes, reading.remark)


def _with_rows(source: Source, manifest: Manifest, path: str) -> Reading:
    """The set with the rows of the CSV at ``path``, unless that cannot be read or the set could not be run with it."""
    refusal = _path_problem(path)
    if refusal is not None:
        return _skipped(manifest.key, *refusal)
    try:
        rows = table.from_csv(source.read(PurePosixPath(path).as_posix(), limit=CSV_BYTES).data)
    except TooLong:
        return _skipped(manifest.key, "csv_too_large", f"{path} has more than {CSV_BYTES} bytes.")
    except OSError:
        return _skipped(manifest.key, "csv_missing", f"There is no file {path} that can be read, links not followed.")
    except Unprocessable as error:
        found = tuple(_in_csv(manifest.key, path, number, it) for number, it in enumerate(error.findings, 1))
        lines = [f"{it.pointer.replace('/', ' ')}: {it.message}" for it in error.findings]
        return _skipped(manifest.key, "csv_invalid", f"{path}, {_told(lines)}", *found)
    whole = replace(manifest, table=rows)
    words = PromptContext(whole.new.base_prompt, whole.new.example_theme, whole.new.style_suffix)
    problems = render_prompts(whole.new.prompt_template, words, rows).problems
    if problems:
        code = problems[0].code if len({it.code for it in problems}) == 1 else "prompts_invalid"
        return _skipped(manifest.key, code, _told([it.message for it in problems]))
    return Reading(whole, (), _remark(whole))


def _path_problem(path: str) -> tuple[str, str] | None:
    if path.startswith(("/", "\\", "~")) or PureWindowsPath(path).drive:
        return "path_absolute", f"{path} is an absolute path; a CSV lies in the folder of the config file or below it."
    if ".." in re.split(r"[/\\]", path):
        return "path_escapes", f"{path} leads out of the folder of the config file."
    if not path.strip("./") or not storable(path):
        return "csv_missing", "The path of its CSV names no file."
    return None


def _remark(manifest: Manifest) -> Problem | None:
    """What should be known of rows that can be run all the same."""
    told = [*_repeated(manifest), *_unused_columns(manifest)]
    if not told:
        return None
    return Problem(manifest.key, told[0][0], one_line(" ".join(message for _, message in told), 500))


def _unused_columns(manifest: Manifest) -> Iterator[tuple[str, str]]:
    used = set(PLACEHOLDER.findall(manifest.new.prompt_template))
    columns = manifest.table.columns
    if "row" in used:
        used |= {"prompt"} if "prompt" in columns else set(columns)
    unused = [column for column in columns if column not in used and column not in TITLES]
    if unused:
        yield "columns_unused", f"The prompts do not use these columns, which stay with the rows: {_listed(unused)}."


def _repeated(manifest: Manifest) -> Iterator[tuple[str, str]]:
    title = next((column for column in TITLES if column in manifest.table.columns), None)
    counts = Counter(row[title] for row in manifest.table.rows) if title else Counter[str]()
    repeated = [repr(name[:60]) for name, times in counts.items() if times > 1]
    if repeated:
        message = f"Several rows have one name, which their pictures will share as title: {_listed(repeated)}."
        yield "duplicate_row_name", message


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:MAX_SHOWN]) + (" and others" if len(words) > MAX_SHOWN else "")


def _in_csv(key: str, path: str, number: int, finding: Finding) -> Problem:
    line = finding.pointer.rpartition("/")[2]
    return Problem(f"{key}:{line}:{number}", finding.code, one_line(f"{path}, line {line}: {finding.message}", 500))


def _problem(key: str, fault: fields.Fault) -> Problem:
    return Problem(one_line(f"{key}.{fault.key}"), fault.code, one_line(fault.message, 500))


def _skipped(key: str, code: str, message: str, *more: Problem) -> Reading:
    return Reading(None, (Problem(key, code, one_line(message, 500)), *more))


def _told(messages: Sequence[str]) -> str:
    """The first few of ``messages`` in a line."""
    rest = len(messages) - MAX_SHOWN
    return " ".join(messages[:MAX_SHOWN]) + (f" … and {rest} more." if rest > 0 else "")

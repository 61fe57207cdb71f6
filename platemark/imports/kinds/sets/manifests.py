"""The sets in a folder, each with its rows, and the problems found on the way.

With a config file the sets are those it names; without one each CSV file is a set of its own. A set is imported whole
or not at all: one that could not be run as it is gets skipped, for a reason that the plan shows.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from dataclasses import fields as dataclass_fields
from typing import Any

from platemark.adapters.pinned import AdapterChoice
from platemark.errors import Finding, Unprocessable
from platemark.imports.kinds.sets import config, csv_files, fields, notes, prompt_rule, rows
from platemark.imports.kinds.sets.config import CONFIG_NAMES, Entry, Problem
from platemark.imports.kinds.sets.csv_files import CsvFile, CsvUnreadable
from platemark.imports.kinds.sets.notes import Remarks, listed
from platemark.imports.reading.file_names import is_storable, one_line
from platemark.imports.reading.sources import FileTooLarge, Source
from platemark.set_templates.prompts import MAX_PROMPT, PromptContext, render_prompts
from platemark.set_templates.table import Table
from platemark.set_templates.views import NewSetTemplate

SET_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
MAX_LISTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A set that can be imported: its id, its fields, its rows, the adapters that it names, and what has no field."""

    key: str
    set_id: str
    new: NewSetTemplate
    table: Table
    loras: tuple[dict[str, Any], ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Everything but the key, as plain JSON."""
        rows = [[row[column] for column in self.table.columns] for row in self.table.rows]
        head = {"set_id": self.set_id, "loras": list(self.loras), **({"kept": dict(self.kept)} if self.kept else {})}
        return {**head, "new": _new_to_json(self.new), "columns": list(self.table.columns), "rows": rows}

    def content_digest(self) -> str:
        """SHA-256 of the content of a set template made of it, with its rows."""
        content = {name: value for name, value in self.to_json().items() if name in ("new", "columns", "rows")}
        return json_digest(content)


def json_digest(value: Mapping[str, Any]) -> str:
    """SHA-256 of plain JSON, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()


def from_json(key: str, value: Mapping[str, Any]) -> Manifest:
    """The manifest of which ``value`` is the ``to_json``."""
    columns = tuple(value["columns"])
    rows = tuple(dict(zip(columns, row, strict=True)) for row in value["rows"])
    new = _new_from_json(value["new"])
    return Manifest(
        key=key,
        set_id=value["set_id"],
        new=new,
        table=Table(columns, rows),
        loras=tuple(value["loras"]),
        kept=value.get("kept", {}),
    )


def _new_to_json(new: NewSetTemplate) -> dict[str, Any]:
    """Without model and adapters if it names none, so that sets imported before there were any keep their digest."""
    values = {it.name: getattr(new, it.name) for it in dataclass_fields(new)}
    values["adapters"] = None if new.adapters is None else [it.payload() for it in new.adapters]
    return {name: value for name, value in values.items() if value is not None or name not in ("model", "adapters")}


def _new_from_json(values: Mapping[str, Any]) -> NewSetTemplate:
    adapters = values.get("adapters")
    chosen = None if adapters is None else tuple(AdapterChoice.from_payload(it) for it in adapters)
    return NewSetTemplate(**{**values, "adapters": chosen})


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What was read for one entry: a set, or the problem that prevents it; further problems do not prevent it.

    ``note`` is a problem of a set that is imported all the same; ``csv_path`` the file with its rows, if it was read.
    """

    manifest: Manifest | None
    problems: tuple[Problem, ...] = ()
    note: Problem | None = None
    csv_path: str | None = None


def read(source: Source, *, visibility: str) -> Iterator[ReadResult]:
    """The sets of ``source`` in its order, then the files that no set uses. ``visibility`` is the default of sets."""
    entries = source.list_entries()
    names = [entry.name for entry in entries if entry.kind == "file"]
    configs = [name for name in CONFIG_NAMES if name in names]
    if not configs:
        files = sorted((name for name in names if name.lower().endswith(".csv")), key=lambda it: (it.lower(), it))
        yield from _skip_duplicates(_from_file(source, name, visibility) for name in files)
        yield from (ReadResult(None, (_folder_not_read(entry.name),)) for entry in entries if entry.kind == "folder")
        return
    if len(configs) > 1:
        message = f"There is also a {configs[0]}, which was read instead."
        yield ReadResult(None, (Problem(configs[1], "config_twice", message),))
    sets = _read_config(source, configs[0])
    yield from (ReadResult(None, (problem,)) for problem in sets.problems)
    used = set()
    for result in _skip_duplicates(_from_entry(source, configs[0], entry, visibility) for entry in sets.entries):
        used.add(result.csv_path)
        yield result
    unused = [name for name in names if name.lower().endswith(".csv") and name not in used]
    yield from (ReadResult(None, (_csv_unused(name),)) for name in unused)


def find(source: Source, key: str, *, visibility: str) -> Manifest | None:
    """The set at ``key`` as the source has it now; None if there is none that can be imported."""
    name, _, set_id = key.partition("#")
    if not set_id:
        return _from_file(source, name, visibility).manifest
    entries = {entry.set_id: entry for entry in _read_config(source, name).entries}
    return _from_entry(source, name, entries[set_id], visibility).manifest if set_id in entries else None


def _read_config(source: Source, name: str) -> config.Config:
    try:
        return config.read(source.read(name, limit=config.MAX_BYTES).data, name)
    except FileTooLarge:
        problem = Problem(name, "config_too_large", f"It has more than {config.MAX_BYTES} bytes.")
    except OSError:
        problem = Problem(name, "config_unreadable", "It cannot be read.")
    return config.Config(problems=(problem,))


def _folder_not_read(name: str) -> Problem:
    message = "Folders are not read unless a config file names a CSV file in them."
    return Problem(one_line(f"{name}/"), "folder_not_read", message)


def _csv_unused(name: str) -> Problem:
    return Problem(one_line(name), "csv_unused", "No set of the config file names this file.")


def _skip_duplicates(results: Iterator[ReadResult]) -> Iterator[ReadResult]:
    """Skip sets with the name or the id of a set before them: nobody could tell them apart."""
    ids: dict[str, str] = {}
    for result in results:
        manifest = result.manifest
        if manifest is None:
            yield result
        elif manifest.new.name in ids:
            name = manifest.new.name
            message = f"The set {ids[name]} is also called {name!r}. Give one of them another name."
            yield _skipped(manifest.key, "duplicate_name", message, *result.problems)
        elif manifest.set_id in ids.values():
            message = f"A set before it has the id {manifest.set_id}, too. Rename its file."
            yield _skipped(manifest.key, "duplicate_id", message, *result.problems)
        else:
            ids[manifest.new.name] = manifest.set_id
            yield result


def _from_file(source: Source, name: str, visibility: str) -> ReadResult:
    """A set made of a CSV file, with its rows as prompts."""
    stem = name[: -len(".csv")]
    key, set_id = one_line(name), re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:64]
    if not SET_ID.fullmatch(set_id) or not is_storable(name):
        return _skipped(key, "bad_set_id", "The file's name has no letter or digit to make an id of.")
    title = re.sub(r"[_-]+", " ", stem).strip()[:200]
    new = NewSetTemplate(name=title[:1].upper() + title[1:], visibility=visibility)  # type: ignore[arg-type]
    return _with_rows(source, Manifest(key=key, set_id=set_id, new=new, table=Table()), name)


def _from_entry(source: Source, config_name: str, entry: Entry, visibility: str) -> ReadResult:
    return from_values(source, one_line(f"{config_name}#{entry.set_id}"), entry, visibility=visibility)


def from_values(source: Source, key: str, entry: Entry, *, visibility: str, data: bytes | None = None) -> ReadResult:
    """The set of these values at ``key``. Its rows are those of the CSV in ``data``, or else of the file it names."""
    if not SET_ID.fullmatch(entry.set_id):
        rule = "a letter or digit, followed by at most 63 letters, digits, '_' and '-'"
        return _skipped(key, "bad_set_id", f"This is not a valid set id. An id is {rule}.")
    values = fields.read(entry)
    unknown = tuple(_field_problem(key, it) for it in values.unknown)
    if values.invalid:
        problems = tuple(_field_problem(key, it) for it in values.invalid)
        return _skipped(key, "bad_value", _first_messages([it.message for it in values.invalid]), *problems, *unknown)
    default = "private" if values.public is False and visibility == "public" else visibility
    named = {"visibility": "public" if values.public else default, "name": name_of_id(entry.set_id), **values.valid}
    remarks = tuple(_entry_remarks(values))
    manifest = Manifest(
        key=key,
        set_id=entry.set_id,
        new=NewSetTemplate(**named),
        table=Table(),
        loras=tuple(values.loras),
        kept=values.kept,
    )
    result = _with_rows(source, manifest, values.csv_path or f"{entry.set_id}.csv", remarks, data)
    return replace(result, problems=result.problems + unknown)


def _entry_remarks(values: fields.Fields) -> Iterator[tuple[str, str]]:
    if "name" not in values.valid:
        yield "name_from_id", "It has no name; this one is made of its id."
    if values.kept:
        kept = listed([f"{key} {text[:60]!r}" for key, text in values.kept.items()])
        yield "kept_in_plan", f"A set template has no field for these; the plan keeps them: {kept}."


def name_of_id(set_id: str) -> str:
    """The name of a set that has none: ``card_deck`` is called Card Deck, as in Imagineer."""
    return re.sub(r"[_-]+", " ", set_id).strip().title() or set_id


def _with_rows(
    source: Source, manifest: Manifest, path: str, remarks: Remarks = (), data: bytes | None = None
) -> ReadResult:
    """The set with the rows of the CSV at ``path``; skipped if that cannot be read, or the set could not be run."""
    try:
        file = csv_files.read(source, path) if data is None else CsvFile(path, data)
        read_rows = rows.read(file.data)
    except CsvUnreadable as refusal:
        return _skipped(manifest.key, refusal.code, refusal.message)
    except Unprocessable as error:
        found = error.findings
        problems = tuple(_csv_problem(manifest.key, file.path, number, it) for number, it in enumerate(found, 1))
        lines = [f"{it.pointer.replace('/', ' ')}: {it.message}" for it in found]
        skipped = _skipped(manifest.key, "csv_invalid", f"{file.path}, {_first_messages(lines)}", *problems)
        return replace(skipped, csv_path=file.path)
    new, rule_remarks = prompt_rule.follow(manifest.new, read_rows)
    complete = replace(manifest, new=new, table=read_rows.table)
    return replace(_checked(complete, (*rule_remarks, *remarks, *read_rows.remarks)), csv_path=file.path)


def _checked(manifest: Manifest, remarks: Remarks) -> ReadResult:
    """The set, with remarks; skipped if it could not be run."""
    new = manifest.new
    if len(new.prompt_template) > MAX_PROMPT:
        message = f"With the words of Imagineer's rule, its prompt template has more than {MAX_PROMPT} characters."
        return _skipped(manifest.key, "bad_value", message)
    context = PromptContext(new.base_prompt, new.example_theme, new.style_suffix)
    faults = render_prompts(new.prompt_template, context, manifest.table).problems
    if faults:
        code = faults[0].code if len({it.code for it in faults}) == 1 else "prompts_invalid"
        return _skipped(manifest.key, code, _first_messages([it.message for it in faults]))
    found = notes.note(new, manifest.table, remarks)
    return ReadResult(manifest, (), None if found is None else Problem(manifest.key, *found))


def _csv_problem(key: str, path: str, number: int, finding: Finding) -> Problem:
    line = finding.pointer.rpartition("/")[2]
    return Problem(f"{key}:{line}:{number}", finding.code, one_line(f"{path}, line {line}: {finding.message}", 500))


def _field_problem(key: str, problem: fields.FieldProblem) -> Problem:
    return Problem(one_line(f"{key}.{problem.key}"), problem.code, one_line(problem.message, 500))


def _skipped(key: str, code: str, message: str, *more: Problem) -> ReadResult:
    return ReadResult(None, (Problem(key, code, one_line(message, 500)), *more))


def _first_messages(messages: Sequence[str]) -> str:
    """The first few messages in one line."""
    rest = len(messages) - MAX_LISTED
    return " ".join(messages[:MAX_LISTED]) + (f" … and {rest} more." if rest > 0 else "")

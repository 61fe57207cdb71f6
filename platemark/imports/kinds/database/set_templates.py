"""Set templates of a database: rows of ``batch_templates``, and albums that are marked as such.

A row is read as an entry of a config file is, with the rows of its CSV file as the database has them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import studio_rows
from platemark.imports.kinds.database.old_studio import OldStudio, row_key
from platemark.imports.kinds.database.studio_rows import Row, text
from platemark.imports.kinds.sets import csv_files, manifests, notes, templates
from platemark.imports.kinds.sets.config import Entry, Value
from platemark.imports.kinds.sets.csv_files import MAX_CSV_BYTES, CsvFile, CsvUnreadable
from platemark.imports.kinds.sets.lora_matches import BROUGHT
from platemark.imports.kinds.sets.manifests import SET_ID, ReadResult
from platemark.imports.reading.file_names import one_line
from platemark.imports.reading.picture_files import digest_of
from platemark.imports.reasons import ItemRefused, Reason

TABLE = "batch_templates"
TYPE = templates.TEMPLATE
TEXTS = (
    "name", "description", "csv_path", "base_prompt", "prompt_template", "style_suffix", "example_theme",
    "negative_prompt", "width", "height", "steps", "guidance_scale", "album_type", "created_by",
)  # fmt: skip


def scan(studio: OldStudio) -> Iterator[FoundItem]:
    """Each set template, then what is wrong with it; notes in ``studio.templates`` those that can be imported."""
    taken: set[str] = set()
    for row in studio.rows.all(TABLE):
        for found in _found(studio, row_key(TABLE, row["id"]), row, taken):
            yield studio.stamped(found, TABLE, row["id"])
    for album in studio.rows.albums():
        if is_template(album):
            for found in _found(studio, key_of_album(album), album, taken):
                yield studio.stamped(found, "albums", album["id"])


def is_template(album: Row) -> bool:
    """Whether an album is a set template, as those of earlier versions were."""
    return bool(studio_rows.flag(album.get("is_set_template")))


def key_of_album(album: Row) -> str:
    """The key of the set template that an album is."""
    return f"{row_key('albums', album['id'])}/set_template"


def _found(studio: OldStudio, key: str, row: Row, taken: set[str]) -> Iterator[FoundItem]:
    config = _json(row.get("generation_config"))
    set_id = _free_id(row, config, taken)
    file: CsvFile | None = None
    try:
        data = _csv(text(row.get("csv_data")))
    except ValueError as error:
        yield FoundItem(key=key, skipped=Reason("csv_invalid", f"Its rows (csv_data) cannot be read: {error}."))
        return
    if data is None:
        file = _csv_file(studio, text(row.get("csv_path")) or f"{set_id}.csv")
        data = None if file is None else file.data
    entry = Entry(set_id, _values(row, config))
    result = manifests.from_values(studio.source, key, entry, visibility=studio.spec.visibility, data=data)
    if result.manifest is not None:
        taken.add(set_id)
        studio.templates[key] = result.manifest
        yield _item(studio, result, row, file)
    for number, problem in enumerate(result.problems):
        unique = problem.key if not number or problem.key != key else f"{key}:{number}"
        yield FoundItem(key=one_line(unique), skipped=notes.reason_of(problem))


def _item(studio: OldStudio, result: ReadResult, row: Row, file: CsvFile | None) -> FoundItem:
    manifest = result.manifest
    assert manifest is not None
    loras = [_with_adapter(studio, it) for it in manifest.loras]
    payload = {"type": TYPE, "what": templates.TEMPLATE, **manifest.to_json(), "loras": loras}
    note = None if result.note is None else notes.reason_of(result.note)
    at = studio_rows.moment(row.get("created_at"))
    digest = manifests.json_digest(payload)
    if file is not None:
        payload["from_csv"] = {"file": file.path, "digest": digest_of(file.data)}
    return FoundItem(key=manifest.key, digest=digest, payload=payload, at=at, note=note)


def _with_adapter(studio: OldStudio, lora: dict[str, Any]) -> dict[str, Any]:
    """A LoRA with the key of the adapter that the same database brings along, if it does."""
    adapter = studio.adapter_of(lora["path"], lora.get("digest"))
    return lora if adapter is None else {**lora, BROUGHT: adapter}


def _values(row: Row, config: Any) -> dict[str, Value]:
    """The row as an entry of a config file."""
    values: dict[str, Value] = {name: written for name in TEXTS if (written := text(row.get(name)).strip("\0"))}
    public = studio_rows.flag(row.get("is_public"))
    if public is not None:
        values["is_public"] = str(public).lower()
    if studio_rows.flag(row.get("is_training_source")):
        values["is_training_source"] = "true"
    if slug := text(row.get("slug")):
        values["legacy_slug"] = slug
    if config not in (None, ""):
        values["generation_config"] = _plain(config)
    loras = _json(row.get("lora_config"))
    if loras not in (None, "", [], {}):
        values["loras"] = _plain(loras)
    return values


def _free_id(row: Row, config: Any, taken: set[str]) -> str:
    """The id of a set: the old slug, the name of its CSV file, or its name; the first that no set before it has."""
    slugs = [config.get(name) for name in ("slug", "legacy_slug")] if isinstance(config, dict) else []
    stem = PurePosixPath(text(row.get("csv_path")).replace("\\", "/")).stem
    written = [text(it) for it in (row.get("slug"), *slugs, stem, row.get("name"))]
    tidy = (re.sub(r"[^a-z0-9]+", "-", it.lower()).strip("-")[:64] for it in written)
    last = f"set-{row_key('', row['id']).strip('/')}"
    candidates = [each for pair in zip(written, tidy, strict=True) for each in pair]
    return next((it for it in candidates if SET_ID.fullmatch(it) and it not in taken), last)


def _csv_file(studio: OldStudio, path: str) -> CsvFile | None:
    """The CSV file that a set names, wherever the folder was then, or by the rules of ``sets``.

    None if neither finds it: the rules of ``sets`` then say why.
    """
    try:
        found, file = studio.read([path], limit=MAX_CSV_BYTES)
        return CsvFile(found, file.data)
    except ItemRefused:
        pass
    try:
        return csv_files.read(studio.source, path)
    except CsvUnreadable:
        return None


def _csv(written: str) -> bytes | None:
    """The rows that the database has of a set, a list of objects, as CSV; None if it has none. ValueError."""
    rows = json.loads(written) if written.strip() else []
    if not rows:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it is not a list of objects")
    columns = list(dict.fromkeys(str(name) for row in rows for name in row))
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    data = file.getvalue().encode("utf-8", "replace")
    if len(data) > MAX_CSV_BYTES:
        raise ValueError(f"it has more than {MAX_CSV_BYTES} bytes")
    return data


def _cell(value: object) -> str:
    """A value of JSON as text, without the lone surrogates that JSON may have and no database takes."""
    written = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return written.encode("utf-8", "replace").decode()


def _json(value: object) -> Any:
    """The JSON in a column, or its text if that is none."""
    try:
        return json.loads(text(value)) if text(value).strip() else None
    except (ValueError, RecursionError):
        return text(value)


def _plain(value: Any) -> Value:
    """JSON as a config file is read: every scalar is text."""
    if isinstance(value, dict):
        return {str(name): _plain(it) for name, it in value.items() if it is not None}
    return [_plain(it) for it in value] if isinstance(value, list) else _cell(value)

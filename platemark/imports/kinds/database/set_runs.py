"""Set runs of a database: what was run, when, and how it ended, with a job for each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from platemark.albums import import_operations as albums
from platemark.choices import IMPORTED_ENGINE
from platemark.db.unit_of_work import UnitOfWork
from platemark.ids import derive_id
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database.history import ENDED, Ended, History, Links, Past, ended, owner
from platemark.imports.kinds.database.old_studio import (
    MAX_KEPT,
    OldStudio,
    Remark,
    kept_of,
    kept_remarks,
    note_of,
    row_key,
)
from platemark.imports.kinds.database.studio_rows import Row, text
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import fields, manifests
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.jobs.import_operations import DoneJob
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import import_operations as set_runs
from platemark.set_templates.prompts import MAX_PROMPT, PromptContext, render_prompts

TABLE = "batch_generation_runs"
TYPE: Final = "set_run"
OVERRIDES = ("width", "height", "steps", "guidance_scale", "negative_prompt")
KEPT = ("album_name", "batch_id", "output_directory", "created_by")
TEMPLATE_MISSING = Reason("set_template_missing", "Its set template is not in the database, or could not be imported.")
NO_ALBUM = 2**32 - 1
"""The number of the id of an album that is gone, as that of an album that was deleted is."""
MAX_THEME = 500
LARGEST_SEED = 2**53 - 1


def scan(studio: OldStudio) -> Iterator[FoundItem]:
    """Each run whose set template is imported."""
    for row in studio.rows.all(TABLE):
        key, template = row_key(TABLE, row["id"]), row_key("batch_templates", row["template_id"])
        if template in studio.templates:
            yield studio.stamped(_found(studio, key, row, template), TABLE, row["id"])
        else:
            yield FoundItem(key=key, skipped=TEMPLATE_MISSING)


def _found(studio: OldStudio, key: str, row: Row, template: str) -> FoundItem:
    remarks: list[Remark] = []
    end = ended(row, remarks)
    seed = read_seed(row.get("seed"), remarks)
    overrides, unfit = _overrides(row, remarks)
    counts = _counts(row, end, studio.templates[template], remarks)
    kept = kept_of(row, KEPT) | unfit
    payload = {
        "type": TYPE,
        "template": template,
        "album": _album(studio, row, remarks),
        "theme": one_line(" ".join(text(row.get("theme")).split()), MAX_THEME),
        "seed": seed,
        "overrides": overrides,
        "counts": counts,
        **end.to_json(),
        "kept": kept,
    }
    note = note_of([*remarks, *kept_remarks("A set run", kept)])
    at = datetime.fromisoformat(end.at)
    return FoundItem(key=key, digest=manifests.json_digest(payload), payload=payload, at=at, note=note)


def read_seed(value: object, remarks: list[Remark]) -> int:
    """A seed; 0, with a remark, where the database has none."""
    if isinstance(value, int) and 0 <= value <= LARGEST_SEED:
        return value
    remarks.append(("seed_unknown", "The database does not have its seed; 0 stands for it."))
    return 0


def _overrides(row: Row, remarks: list[Remark]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values that the run had instead of the set template's, and those that do not fit, as text."""
    values, unfit = {}, {}
    for name in OVERRIDES:
        written = text(row.get(name))
        if not written:
            continue
        try:
            values[name] = fields.READERS[name](written)
        except fields.InvalidValue:
            unfit[name] = one_line(written, MAX_KEPT)
            remarks.append(("value_out_of_bounds", f"Its {name} is out of bounds."))
    return values, unfit


def _counts(row: Row, end: Ended, row_count: int, remarks: list[Remark]) -> dict[str, int]:
    """How many rows succeeded, failed, and were not run; the database does not say which."""
    total = _number(row.get("total_items"))
    if total not in (None, row_count):
        remarks.append(("row_count_differs", f"It had {total} rows; its set template has {row_count} now."))
    failed = min(_number(row.get("failed_items")) or 0, row_count)
    completed = _number(row.get("completed_items"))
    if end.state == "succeeded":
        completed = row_count - failed
    succeeded = min(completed or 0, row_count - failed)
    rest = row_count - failed - succeeded
    if end.state == "failed":
        failed, rest = failed + rest, 0
    if failed:
        remarks.append(("rows_unknown", "The database does not say which rows failed; the last ones are shown."))
    return {"succeeded": succeeded, "failed": failed, "cancelled": rest}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _album(studio: OldStudio, row: Row, remarks: list[Remark]) -> str | None:
    """The key of the album that a run filled."""
    album = studio.rows.album_of_run(row["id"]) if row.get("album_id") is None else studio.rows.album(row["album_id"])
    if album is None:
        remarks.append(("album_unknown", "The database does not have its album."))
        return None
    return row_key("albums", album["id"])


def _write(work: UnitOfWork, spec: ImportSpec, past: Past, links: Links) -> dict[str, Any] | Reason:
    run_id, payload = past.id, past.payload
    template = links.find(payload["template"])
    if template is None:
        return TEMPLATE_MISSING
    manifest, version = manifests.from_json("", template.payload), int(template.made["version"])
    album = links.find(payload["album"])
    album_id = derive_id(run_id, NO_ALBUM) if album is None else album.thing.id
    new, created_at = manifest.new, datetime.fromisoformat(payload["at"])
    context = PromptContext(new.base_prompt, payload["theme"], new.style_suffix)
    prompts = render_prompts(new.prompt_template, context, manifest.table).prompts
    common = {name: getattr(new, name) for name in OVERRIDES} | payload["overrides"]
    states = [state for state in ENDED for _ in range(payload["counts"][state])]
    times = _times(payload, len(states))
    done = [
        DoneJob(
            id=derive_id(run_id, position),
            kind="generate",
            payload=GenerateJob(
                prompt=prompt[:MAX_PROMPT] or new.name,
                seed=payload["seed"],
                engine=IMPORTED_ENGINE,
                album_id=album_id,
                set_template_id=template.thing.id,
                set_template_version=version,
                **common,
            ).payload(),
            state=state,
            error_message=payload["error"],
            album_id=album_id,
            set_run_id=run_id,
            row_position=position,
            created_by=owner(spec),
            created_at=created_at,
            started_at=None if state == "cancelled" else start,
            finished_at=end,
        )
        for position, (prompt, state, (start, end)) in enumerate(zip(prompts, states, times, strict=True))
    ]
    run = {
        "id": run_id,
        "set_template_id": template.thing.id,
        "set_template_version": version,
        "album_id": album_id,
        "theme": payload["theme"],
        "seed": payload["seed"],
        "overrides": {**payload["overrides"], "priority": 0},
        "row_count": len(done),
        "created_by": owner(spec),
        "created_at": created_at,
    }
    set_runs.insert_run(work, run, done)
    linked = album is not None and albums.link_to_set(
        work, album_id, template.thing.id, version, payload["theme"], run_id
    )  # fmt: skip
    return {"jobs": len(done), "linked": str(album_id) if linked else None}


def _times(payload: Mapping[str, Any], count: int) -> list[tuple[datetime, datetime]]:
    """When each row started and ended: the time of the run, shared out among its rows, which ran one after another."""
    start = datetime.fromisoformat(payload["started"] or payload["at"])
    each = max(timedelta(), datetime.fromisoformat(payload["finished"]) - start) / count
    return [(start + each * number, start + each * (number + 1)) for number in range(count)]


def _remove(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> None:
    if made["linked"] is not None:
        albums.unlink_from_run(work, UUID(made["linked"]), run_id)
    set_runs.delete_run(work, run_id)


def _is_whole(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> bool | None:
    count = set_runs.job_counts(work, [run_id]).get(run_id)
    return None if count is None else count == made["jobs"]


def _note_removed(run_id: UUID, made: Mapping[str, Any], removed: RemovedByUndo) -> None:
    removed.set_runs.add(run_id)
    if made["linked"] is not None:
        removed.albums.add(UUID(made["linked"]))


PART = History("set_run", _write, _remove, _is_whole, _note_removed)

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
from platemark.images import import_operations as images
from platemark.images.import_operations import ImageOfRow
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import run_pictures
from platemark.imports.kinds.database.history import ENDED, Ended, History, Links, Past, ended, owner
from platemark.imports.kinds.database.old_studio import (
    MAX_KEPT,
    OldStudio,
    Remark,
    file_name,
    kept_of,
    kept_remarks,
    note_of,
    row_key,
)
from platemark.imports.kinds.database.studio_rows import Row, text
from platemark.imports.kinds.media.moments import RUN
from platemark.imports.kinds.protocol import ImportSpec, RemovedByUndo
from platemark.imports.kinds.sets import fields, manifests
from platemark.imports.kinds.sets.manifests import Manifest
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.jobs.import_operations import DoneJob, EndState
from platemark.jobs.requests import GenerateJob
from platemark.set_runs import import_operations as set_runs
from platemark.set_templates.prompts import MAX_PROMPT, PromptContext, render_prompts

TABLE = "batch_generation_runs"
TYPE: Final = "set_run"
OVERRIDES = ("width", "height", "steps", "guidance_scale", "negative_prompt")
KEPT = ("album_name", "batch_id", "output_directory", "created_by")
TEMPLATE_MISSING = Reason("set_template_missing", "Its set template is not in the database, or could not be imported.")
APART = ("pictures", "from_row", "size")
NO_ALBUM = 2**32 - 1
"""The number of the id of an album that is gone, as that of an album that was deleted is."""
MAX_THEME = 500
LARGEST_SEED = 2**53 - 1


def note_places(studio: OldStudio) -> None:
    """Note where pictures of runs may be: in the albums that runs filled, and in their folders."""
    for row in studio.rows.all(TABLE):
        album = _album_of(studio, row)
        key = None if album is None else row_key("albums", album["id"])
        if key in studio.pictures:
            studio.shared.add(key)
        studio.pictures.update({it: [] for it in (key, *_folders(row)) if it})


def folder_of(path: str) -> str | None:
    """The place that the folder of a file is, if it is named as the folder of a run: ``ink_20240301_101112/``."""
    return _folder(path.replace("\\", "/").rpartition("/")[0])


def _folders(row: Row) -> Iterator[str]:
    places = (_folder(text(row.get(name)).rstrip("/\\")) for name in ("output_directory", "batch_id"))
    yield from (it for it in dict.fromkeys(places) if it is not None)


def _folder(path: str) -> str | None:
    name = file_name(path)
    return f"{name}/" if RUN.fullmatch(name) else None


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
    theme = one_line(" ".join(text(row.get("theme")).split()), MAX_THEME)
    album = _album(studio, row, remarks)
    pictures = _pictures(studio, row, studio.templates[template], theme, album, remarks)
    shown = {position for position, _ in pictures.values()}
    counts = _counts(row, end, len(studio.templates[template].table.rows), len(shown), remarks)
    kept = kept_of(row, KEPT) | unfit
    payload = {
        "type": TYPE,
        "template": template,
        "album": album,
        "theme": theme,
        "seed": seed,
        "overrides": overrides,
        "counts": counts,
        **end.to_json(),
        "kept": kept,
    } | ({"pictures": {key: list(it) for key, it in pictures.items()}} if pictures else {})
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


def _pictures(
    studio: OldStudio, row: Row, manifest: Manifest, theme: str, album: str | None, remarks: list[Remark]
) -> dict[str, tuple[int, str]]:
    """The pictures of a run whose rows are known, by key: the position of the row, and the digest of the picture."""
    own = [it for folder in _folders(row) for it in studio.pictures[folder]]
    of_album = [] if album is None else studio.pictures[album]
    finder = run_pictures.RowFinder.of(manifest, theme)
    if album in studio.shared:
        of_album = [it for it in of_album if finder.by_prompt(it) is not None]
    pictures = list({it.digest: it for it in (*own, *of_album)}.values())
    rows = finder.find(pictures)
    unknown = len(pictures) - len(rows)
    if unknown:
        message = f"Neither the names nor the prompts of {unknown} of its pictures say which rows they are of."
        remarks.append(("picture_rows_unknown", message))
    return {it.key: (rows[it.key], it.digest) for it in pictures if it.key in rows}


def _counts(row: Row, end: Ended, row_count: int, shown: int, remarks: list[Remark]) -> dict[str, int]:
    """How many rows succeeded, failed, and were not run; the database does not say which.

    Those succeeded of which there are pictures, ``shown`` of them.
    """
    total = _number(row.get("total_items"))
    if total not in (None, row_count):
        remarks.append(("row_count_differs", f"It had {total} rows; its set template has {row_count} now."))
    failed = min(_number(row.get("failed_items")) or 0, row_count)
    completed = _number(row.get("completed_items"))
    if end.state == "succeeded":
        completed = row_count - failed
    succeeded = min(completed or 0, row_count - failed)
    succeeded = max(succeeded, shown)
    failed = min(failed, row_count - succeeded)
    rest = row_count - failed - succeeded
    if end.state == "failed":
        failed, rest = failed + rest, 0
    if failed and (rest or succeeded != shown):
        remarks.append(("rows_unknown", "The database does not say which rows failed; the last ones are shown."))
    return {"succeeded": succeeded, "failed": failed, "cancelled": rest}


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _album(studio: OldStudio, row: Row, remarks: list[Remark]) -> str | None:
    """The key of the album that a run filled."""
    album = _album_of(studio, row)
    if album is None:
        remarks.append(("album_unknown", "The database does not have its album."))
        return None
    return row_key("albums", album["id"])


def _album_of(studio: OldStudio, row: Row) -> Row | None:
    return studio.rows.album_of_run(row["id"]) if row.get("album_id") is None else studio.rows.album(row["album_id"])


def _write(work: UnitOfWork, spec: ImportSpec, past: Past, links: Links) -> dict[str, Any] | Reason:
    run_id, payload = past.id, past.payload
    template = links.find_earlier(payload["template"]) if past.exactly else links.find(payload["template"])
    if template is None:
        return TEMPLATE_MISSING
    manifest, version = manifests.from_json("", template.payload), int(template.made["version"])
    album = links.find(payload["album"])
    album_id = derive_id(run_id, NO_ALBUM) if album is None else album.thing.id
    new, created_at = manifest.new, datetime.fromisoformat(payload["at"])
    context = PromptContext(new.base_prompt, payload["theme"], new.style_suffix)
    prompts = render_prompts(new.prompt_template, context, manifest.table).prompts
    common = {name: getattr(new, name) for name in OVERRIDES} | payload["overrides"]
    states = _states(past)
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
    taken = images.link_to_rows(
        work,
        [
            ImageOfRow(
                image_id=image_id,
                job_id=done[position].id,
                set_run_id=run_id,
                set_template_id=template.thing.id,
                set_template_version=version,
                row_position=position,
            )
            for image_id, position in _images(past, links).items()
        ],
    )
    made = {"jobs": len(done), "linked": str(album_id) if linked else None}
    return made | ({"pictures": [[str(it.image_id), it.row_position] for it in taken]} if taken else {})


def _images(past: Past, links: Links) -> dict[UUID, int]:
    """The images of a run, with the positions of their rows; those that it had stay where no other one is stated."""
    stated = {} if past.exactly else {key: position for key, (position, _) in past.payload.get("pictures", {}).items()}
    earlier = {UUID(image_id): position for image_id, position in past.linked if position not in stated.values()}
    return earlier | {it.thing.id: stated[key] for key, it in links.find_all(stated).items()}


def _states(past: Past) -> list[EndState]:
    """The state of each row: those with pictures succeeded, of the others the first."""
    counts = past.payload["counts"]
    shown = {position for position, _ in past.payload.get("pictures", {}).values()} | {it for _, it in past.linked}
    count = sum(counts.values())
    failed = min(counts["failed"], count - len(shown))
    cancelled = min(counts["cancelled"], count - len(shown) - failed)
    others = {"succeeded": count - len(shown) - failed - cancelled, "failed": failed, "cancelled": cancelled}
    rest = iter(state for state in ENDED for _ in range(others[state]))
    return ["succeeded" if position in shown else next(rest) for position in range(count)]


def _times(payload: Mapping[str, Any], count: int) -> list[tuple[datetime, datetime]]:
    """When each row started and ended: the time of the run, shared out among its rows, which ran one after another."""
    start = datetime.fromisoformat(payload["started"] or payload["at"])
    each = max(timedelta(), datetime.fromisoformat(payload["finished"]) - start) / count
    return [(start + each * number, start + each * (number + 1)) for number in range(count)]


def _remove(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> None:
    if made["linked"] is not None:
        albums.unlink_from_run(work, UUID(made["linked"]), run_id)
    images.unlink_from_run(work, run_id, [UUID(image_id) for image_id, _ in made.get("pictures", ())])
    set_runs.delete_run(work, run_id)


def _is_whole(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> bool | None:
    count = set_runs.job_counts(work, [run_id]).get(run_id)
    return None if count is None else count == made["jobs"]


def _note_removed(run_id: UUID, made: Mapping[str, Any], removed: RemovedByUndo) -> None:
    removed.set_runs.add(run_id)
    if made["linked"] is not None:
        removed.albums.add(UUID(made["linked"]))


def _says_less(found: Mapping[str, Any], previous: Mapping[str, Any]) -> bool:
    """Whether only pictures whose rows were known are missing: a template that changed has other prompts."""
    now, before = ({name: it for name, it in each.items() if name not in APART} for each in (found, previous))
    return now == before and found.get("pictures", {}).items() <= previous.get("pictures", {}).items()


PART = History(TYPE, _write, _remove, _is_whole, _note_removed, _says_less)

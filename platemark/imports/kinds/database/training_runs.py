"""Training runs of a database: parameters, state and loss, each with the job that did it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from platemark.db.unit_of_work import UnitOfWork
from platemark.fitting import fit
from platemark.ids import derive_id
from platemark.imports.items import FoundItem
from platemark.imports.kinds.database import adapters
from platemark.imports.kinds.database.history import History, Links, Past, ended, owner
from platemark.imports.kinds.database.old_studio import (
    MAX_KEPT,
    OldStudio,
    Remark,
    kept_of,
    kept_remarks,
    note_of,
    row_key,
)
from platemark.imports.kinds.database.set_runs import read_seed
from platemark.imports.kinds.database.studio_rows import Row, plain, text
from platemark.imports.kinds.protocol import ImportSpec
from platemark.imports.kinds.sets import manifests
from platemark.imports.reading.file_names import one_line
from platemark.imports.reasons import Reason
from platemark.jobs import import_operations as jobs
from platemark.jobs.import_operations import DoneJob
from platemark.training import import_operations as training
from platemark.training.import_operations import ImportedRun

TABLE = "training_runs"
TYPE: Final = "training_run"
KEPT = ("dataset_path", "output_path", "final_checkpoint", "created_by")
ALBUMS = "album_ids"
PARAMETER = re.compile(r"[a-z][a-z0-9_]{0,39}")
MAX_ALBUMS, MAX_PARAMETERS = 20, 100
MAX_STEPS = 10_000_000
MAX_DESCRIPTION = 4000
LARGEST_INTEGER = 2**63 - 1
"""SQLite has no larger one; JSON does."""


def scan_adapters(studio: OldStudio) -> Iterator[FoundItem]:
    """The adapters that runs made."""
    for row in studio.rows.all(TABLE):
        if checkpoint := text(row.get("final_checkpoint")).strip():
            key = row_key(TABLE, row["id"])
            adapter = adapters.found(studio, key, _found(studio, key, row).payload, checkpoint)
            yield studio.stamped(adapter, TABLE, row["id"])


def scan(studio: OldStudio) -> Iterator[FoundItem]:
    """Each run."""
    for row in studio.rows.all(TABLE):
        yield studio.stamped(_found(studio, row_key(TABLE, row["id"]), row), TABLE, row["id"])


def _found(studio: OldStudio, key: str, row: Row) -> FoundItem:
    remarks: list[Remark] = []
    end = ended(row, remarks)
    config, left = _config(row, remarks)
    albums = config.pop(ALBUMS, [])
    gone = [str(it) for it in albums if studio.rows.album(it) is None]
    if gone:
        remarks.append(("album_unknown", f"The database does not have these of its albums: {', '.join(gone)}."))
    seed = read_seed(config.pop("seed", None), remarks)
    steps = config.get("steps", config.get("max_train_steps", 0))
    steps = int(steps) if _is_number(steps) and 0 <= steps <= MAX_STEPS else 0
    percent = 100.0 if end.state == "succeeded" else _number(row.get("progress")) or 0.0
    kept = kept_of(row, KEPT) | left
    payload = {
        "type": TYPE,
        "name": one_line(text(row.get("name")).strip(), 200) or f"Training run {key.rpartition('/')[2]}",
        "description": plain(text(row.get("description")).strip())[:MAX_DESCRIPTION],
        "albums": [row_key("albums", it) for it in albums if str(it) not in gone],
        "parameters": config,
        "seed": seed,
        "steps": steps,
        "progress": min(max(percent, 0.0), 100.0) / 100,
        "train_loss": _number(row.get("training_loss")),
        "held_out_loss": _number(row.get("validation_loss")),
        **end.to_json(),
        "kept": kept,
    }
    remarks.append(("dataset_unknown", "The database has the albums, not the pictures and captions, that it used."))
    note = note_of([*remarks, *kept_remarks("A training run", kept)])
    return FoundItem(
        key=key, digest=manifests.json_digest(payload), payload=payload, at=datetime.fromisoformat(end.at), note=note
    )  # fmt: skip


def _config(row: Row, remarks: list[Remark]) -> tuple[dict[str, Any], dict[str, str]]:
    """The parameters of a run with its albums, and what can be none, as text."""
    written = text(row.get("training_config"))
    try:
        config = json.loads(written) if written.strip() else {}
    except (ValueError, RecursionError):
        config = None
    if not isinstance(config, dict):
        remarks.append(("parameters_unreadable", "Its parameters (training_config) are no JSON object."))
        return {}, {"training_config": one_line(written, MAX_KEPT)}
    albums = config.pop(ALBUMS, [])
    albums = [it for it in albums if _is_number(it)] if isinstance(albums, list) else []
    if len(albums) > MAX_ALBUMS:
        remarks.append(("albums_cut", f"It names {len(albums)} albums; the first {MAX_ALBUMS} are kept."))
    fitting: dict[str, Any] = {ALBUMS: albums[:MAX_ALBUMS]}
    left = {}
    for name, value in config.items():
        plain = isinstance(value, str | bool) or _is_number(value)
        if PARAMETER.fullmatch(str(name)) and plain and len(fitting) <= MAX_PARAMETERS:
            fitting[name] = fit("TrainingValue", value)
        elif value is not None:
            left[f"training_config.{one_line(str(name), 60)}"] = json.dumps(value)[:MAX_KEPT]
    return fitting, left


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_INTEGER


def _number(value: Any) -> float | None:
    return float(value) if _is_number(value) else None


def _write(work: UnitOfWork, spec: ImportSpec, past: Past, links: Links) -> dict[str, Any] | Reason:
    run_id, payload = past.id, past.payload
    found = [links.find(key) for key in payload["albums"]]
    created_at = datetime.fromisoformat(payload["at"])
    run = ImportedRun(
        id=run_id,
        name=payload["name"],
        description=payload.get("description", ""),
        album_ids=[it.thing.id for it in found if it is not None],
        parameters=payload["parameters"],
        seed=payload["seed"],
        step=round(payload["progress"] * payload["steps"]),
        steps=payload["steps"],
        train_loss=payload["train_loss"],
        held_out_loss=payload["held_out_loss"],
        created_by=owner(spec),
        created_at=created_at,
    )
    started = payload["started"]
    job = DoneJob(
        id=derive_id(run_id, 0),
        kind="train",
        payload={"training_run_id": str(run_id)},
        state=payload["state"],
        error_message=payload["error"],
        progress=payload["progress"],
        created_by=owner(spec),
        created_at=created_at,
        started_at=None if started is None else datetime.fromisoformat(started),
        finished_at=datetime.fromisoformat(payload["finished"]),
    )
    training.insert_run(work, run, job)
    adapters.link_to_run(work, links, past.key, run_id)
    return {"job_id": str(job.id)}


def _remove(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> None:
    training.delete_run(work, run_id, UUID(made["job_id"]))


def _is_whole(work: UnitOfWork, run_id: UUID, made: Mapping[str, Any]) -> bool | None:
    if training.job_of(work, run_id) is None:
        return None
    return jobs.count_jobs(work, [UUID(made["job_id"])]) == 1


PART = History(TYPE, _write, _remove, _is_whole)

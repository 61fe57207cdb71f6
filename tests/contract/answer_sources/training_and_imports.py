"""Training runs, adapters and imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from generated import paths
from platemark.ids import new_id
from tests.contract.answer_sources.shown import Shown, first, source
from tests.contract.answer_sources.things import error_of, job
from tests.contract.distinct_rows import DistinctRows, Row, as_json, shown


@source(
    "TrainingStatus",
    "TrainingDataset",
    "TrainingLoss",
    "TrainingArtifact",
    "TrainingMetric",
    "TrainingSample",
    "Adapter",
)
def training(rows: DistinctRows) -> Iterator[Shown]:
    owner = rows.add("users")["id"] if rows.full else None
    albums = [rows.add("albums", created_by=owner, cover_image_id=None) for _ in range(2 if rows.full else 1)]
    row = job(
        rows, kind="train", state="running" if rows.full else "queued", created_by=owner, attempt=rows.number() % 90
    )
    known = {"job_id": row["id"], "album_ids": [str(each["id"]) for each in albums], "dataset": []}
    run = rows.add(
        "training_runs",
        **known,
        steps=4000 if rows.full else 5000,
        parameters={"rank": rows.number()},
        created_by=owner,
    )
    sample = rows.add("training_samples", training_run_id=run["id"]) if rows.full else None
    metric = rows.add(
        "training_metrics", training_run_id=run["id"], name="train_loss" if rows.full else "held_out_loss"
    )
    adapter = rows.add(
        "adapters", training_run_id=run["id"], created_by=owner, metrics={"held_out_loss": rows.number() / 8},
        default_weight=0.75 if rows.full else -0.5, trigger_words=["winter"] if rows.full else [],
    )  # fmt: skip
    dataset = {
        "digest": run["dataset_digest"],
        **{name: run[name] for name in ("image_count", "captioned_count", "held_out_count")},
    }
    loss = {
        "train": run["train_loss"],
        "best_train": run["best_train_loss"],
        "held_out": run["held_out_loss"],
        "first_held_out": run["first_held_out_loss"],
        "best_held_out": run["best_held_out_loss"],
    }
    artifact = {
        "adapter_id": str(adapter["id"]),
        **{name: adapter[name] for name in ("format", "digest", "size_bytes")},
    }
    sample_shown = (
        None
        if sample is None
        else shown("TrainingSample", sample, url=paths.training_run_sample(run["id"], sample["step"]))
    )
    speed = run["steps_per_second"]
    others = {
        "state": row["state"],
        "dataset": dataset,
        "attempt": row["attempt"],
        "progress": run["step"] / run["steps"],
        "loss": loss,
        "steps_per_second": speed,
        "estimate_seconds": None if speed is None else round((run["steps"] - run["step"]) / speed, 1),
        "elapsed_seconds": None
        if row["started_at"] is None
        else (row["finished_at"] - row["started_at"]).total_seconds(),
        "samples": [] if sample is None else [sample_shown],
        "artifact": artifact,
        "cancel_requested": rows.full,
        "sample_requested": row["state"] in ("queued", "running") and run["sample_requested_at"] is not None,
        "save_requested": row["state"] in ("queued", "running") and run["save_requested_at"] is not None,
        "error": error_of(row),
        "trace_id": row["trace_id"],
        "started_at": as_json(row["started_at"]),
        "finished_at": as_json(row["finished_at"]),
    }
    status, path = shown("TrainingStatus", run, **others), f"/training-runs/{run['id']}"
    yield Shown("TrainingStatus", "/training-runs", first(), status)
    yield Shown("TrainingStatus", path, (), status)
    yield Shown("TrainingDataset", path, ("dataset",), dataset)
    yield Shown("TrainingLoss", path, ("loss",), loss)
    yield Shown("TrainingArtifact", path, ("artifact",), artifact)
    yield Shown("TrainingMetric", f"{path}/metrics", first(), shown("TrainingMetric", metric))
    if sample_shown:
        yield Shown("TrainingSample", path, ("samples", 0), sample_shown)
    preview_url = None if adapter["preview_digest"] is None else paths.adapter_preview(adapter["id"])
    adapter_shown = shown("Adapter", adapter, preview_url=preview_url)
    yield Shown("Adapter", "/adapters", first(), adapter_shown)
    yield Shown("Adapter", f"/adapters/{adapter['id']}", (), adapter_shown)


@source(
    "Import",
    "ImportCounts",
    "ImportResults",
    "ImportProgress",
    "ImportReason",
    "ImportDiscrepancies",
    "ImportItem",
    "ImportThing",
    "ImportFailure",
)
def imports(rows: DistinctRows) -> Iterator[Shown]:
    owner = rows.add("users")["id"] if rows.full else None
    start = 1 if rows.full else 7
    counts = dict(zip(("new", "unchanged", "changed", "conflicting", "skipped"), range(start, 20), strict=False))
    results = dict(zip(("applied", "failed", "undone", "kept"), range(start + 30, 99), strict=False))
    reason = {
        "outcome": "skipped" if rows.full else "new",
        "reason": "odd" if rows.full else "even",
        "count": start + 50,
    }
    discrepancy = {"code": "altered" if rows.full else "missing", "count": start + 60}
    row = rows.add(
        "imports", counts=counts, results=results, reasons=[reason], discrepancies=[discrepancy], created_by=owner,
        state="planned" if rows.full else "running", lease_until=None if rows.full else rows.moment(),
    )  # fmt: skip
    progress = {"done": row["done"], "total": row["total"]}
    others = {"progress": progress, "error": error_of(row), "cancel_requested": rows.full}
    expected = shown("Import", row, **others)
    path = f"/imports/{row['id']}"
    thing = {"kind": "image", "id": str(new_id())} if rows.full else None
    stored = {"thing_kind": "image", "thing_id": thing["id"]} if thing else {}
    item = import_item(rows, row["id"], **stored)
    yield Shown("Import", "/imports", first(), expected)
    yield Shown("Import", path, (), expected)
    yield Shown("ImportCounts", path, ("counts",), counts)
    yield Shown("ImportResults", path, ("results",), results)
    yield Shown("ImportProgress", path, ("progress",), progress)
    yield Shown("ImportReason", path, ("reasons", 0), reason)
    yield Shown("ImportDiscrepancies", path, ("discrepancies", 0), discrepancy)
    yield Shown("ImportItem", f"{path}/items", first(), shown("ImportItem", item, thing=thing))
    thing_of_sets = {"kind": "set_template", "id": str(new_id())}
    import_item(rows, row["id"], thing_kind="set_template", thing_id=thing_of_sets["id"])
    yield Shown("ImportThing", f"{path}/items", ("items", 1, "thing"), thing_of_sets)
    if thing:
        yield Shown("ImportFailure", path, ("error",), error_of(row) or {})
        yield Shown("ImportThing", f"{path}/items", first("thing"), thing)


def import_item(rows: DistinctRows, import_id: Any, **values: Any) -> Row:
    known: dict[str, Any] = {"payload": {}, "made": None, "new_blobs": None, "target_id": new_id()}
    if "thing_id" in values:
        values["thing_id"] = UUID(values["thing_id"])
    return rows.add("import_items", import_id=import_id, **known, **values)

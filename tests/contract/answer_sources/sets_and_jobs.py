"""Set templates, set runs, jobs, the queue and workers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from platemark.db.job_estimates import JOB_ESTIMATES
from platemark.db.tables.jobs import CAPTION_OUTCOMES, STATES
from platemark.ids import new_id
from tests.contract.answer_sources.shown import Shown, first, item, source
from tests.contract.answer_sources.things import error_of, image, job, pinned_adapter, set_template
from tests.contract.distinct_rows import DistinctRows, Row, as_json, shown


@source("SetTemplate", "SetTemplateRows", "SetRow")
def set_templates(rows: DistinctRows) -> Iterator[Shown]:
    never = frozenset({"warnings"})  # of answers to CSV only
    archived = set_template(rows, archived_at=rows.moment())
    archived_shown = shown("SetTemplate", archived, warnings=[])
    yield Shown("SetTemplate", "/set-templates?archived=true", item(archived), archived_shown, never)
    template = set_template(rows)
    template_shown = shown("SetTemplate", template, warnings=[])
    yield Shown("SetTemplate", "/set-templates", item(template), template_shown, never)
    path = f"/set-templates/{template['id']}"
    yield Shown("SetTemplate", path, (), template_shown, never)
    others = {"set_template_id": str(template["id"]), "warnings": []}
    yield Shown("SetTemplateRows", f"{path}/rows", (), shown("SetTemplateRows", template, **others), never)
    yield Shown("SetRow", f"{path}/rows", ("rows", -1), template["rows"][-1])


def jobs_in_each_state(rows: DistinctRows, **values: Any) -> tuple[list[Row], dict[str, int]]:
    """Jobs, a different number of them in each state, and these numbers."""
    counts = {state: number + (1 if rows.full else 6) for number, state in enumerate(STATES)}
    created = [
        job(rows, state=state, row_position=position, **values)
        for position, state in enumerate(state for state, count in counts.items() for _ in range(count))
    ]
    return created, counts


def pace(rows: DistinctRows, kind: str = "generate", engine: str = "") -> dict[str, Any]:
    """What is known of the pace of jobs, as an estimate for one image."""
    estimate = {"p50_seconds": 3.25, "p90_seconds": 7.5, "basis_count": rows.number()}
    with rows.database.writing.begin() as connection:
        values = {**estimate, "kind": kind, "engine": engine, "newest_job_id": new_id()}
        connection.execute(sa.insert(JOB_ESTIMATES).values(values))
    return estimate


def scaled(estimate: dict[str, Any] | None, factor: int) -> dict[str, Any] | None:
    if estimate is None:
        return None
    return {name: value if name == "basis_count" else value * factor for name, value in estimate.items()}


AXES = (
    {"kind": "seed", "subject": "", "values": [5, 6, 7]},
    {"kind": "word", "subject": "theme", "values": ["may", "june", "july", "august", "fall"]},
)
SHOWN_AXES = [
    {"kind": "seed", "values": AXES[0]["values"]}, {"kind": "word", "name": "theme", "values": AXES[1]["values"]},
]  # fmt: skip


def cell(rows: DistinctRows, run: Row, job: Row) -> dict[str, Any] | None:
    """The cell of a job of a run that is a grid of 3 × 5 cells."""
    if run["grid"] is None:
        return None
    place = {"set_run_id": run["id"], "position": job["row_position"], "job_id": job["id"]}
    x, y = divmod(job["row_position"], 5)
    return {"coordinates": [x, y], "digest": rows.add("set_run_cells", **place)["digest"], "reused": False}


@source("SetRun", "SetRunDetail", "SetRunRow", "Grid", "GridCell", "StateCounts")
def set_runs(rows: DistinctRows) -> Iterator[Shown]:
    template = set_template(rows)
    owner = rows.add("users")["id"] if rows.full else None
    known = {"set_template_id": template["id"], "album_id": new_id(), "overrides": {}, "created_by": owner}
    known["adapters"] = [pinned_adapter(rows)] if rows.full else []
    estimate = pace(rows) if rows.full else None
    known["grid"] = {"axes": AXES, "row": rows.number()} if rows.full else None
    row_count = 17 if rows.full else 45
    run = rows.add("set_runs", **known, row_count=row_count, reused_count=0, cancel_requested_at=None)
    jobs, counts = jobs_in_each_state(rows, set_run_id=run["id"], album_id=None)
    picture = image(rows, job_id=jobs[4]["id"], created_by=owner) if rows.full else None
    unfinished = counts["queued"] + counts["running"]
    running = sum(each["progress"] for each in jobs if each["state"] == "running")
    others = {
        "state": "running" if rows.full else "queued",
        "counts": counts,
        "progress": pytest.approx((run["row_count"] - unfinished + running) / run["row_count"]),
        "estimate": scaled(estimate, unfinished),
        "started_at": as_json(jobs[0]["started_at"]),
        "finished_at": None,
    }
    run_rows = [
        {
            "position": each["row_position"],
            "state": each["state"],
            "job_id": str(each["id"]),
            "image_id": str(picture["id"]) if picture and picture["job_id"] == each["id"] else None,
            "cell": cell(rows, run, each),
            "error": error_of(each) if each["state"] == "failed" else None,
        }
        for each in jobs
    ]
    grid = {"axes": SHOWN_AXES, "row": run["grid"]["row"]} if rows.full else None
    path, constant = f"/set-runs/{run['id']}", frozenset({"finished_at"})
    yield Shown("SetRun", "/set-runs", first(), shown("SetRun", run, **others), constant)
    yield Shown("SetRunDetail", path, (), shown("SetRunDetail", run, grid=grid, rows=run_rows, **others), constant)
    if grid:
        yield Shown("Grid", path, ("grid",), grid)
        yield Shown("GridCell", path, ("rows", 7, "cell"), run_rows[7]["cell"], frozenset({"reused"}))
    for position in (4, [each["state"] for each in jobs].index("failed")):
        yield Shown("SetRunRow", path, ("rows", position), run_rows[position])
    yield Shown("StateCounts", "/stats", ("jobs",), counts)
    yield Shown("StateCounts", "/queue", ("depth",), counts)
    yield Shown("StateCounts", f"/jobs?set_run_id={run['id']}", ("counts",), counts)
    yield Shown("StateCounts", "/jobs", ("counts",), counts)


@source("Job", "GenerateRequest", "AdapterUse", "Estimate", "JobError")
def jobs(rows: DistinctRows) -> Iterator[Shown]:
    owner = rows.add("users")["id"] if rows.full else None
    adapter = {"adapter_id": str(new_id()), "weight": 0.75 if rows.full else -0.5}
    pinned = {**adapter, "name": "Frost", "format": "style_plate", "digest": rows.digest(), "dataset_digest": None}
    request = {
        "prompt": f"a fox {rows.number()}", "negative_prompt": f"a hound {rows.number()}", "engine": "press",
        "width": 640 if rows.full else 320, "height": 448 if rows.full else 256, "steps": 17 if rows.full else 18,
        "guidance_scale": 6.25 if rows.full else 5.5, "count": 3 if rows.full else 2,
        "visibility": "public" if rows.full else "shared", "seed": rows.number(), "album_id": str(new_id()),
    }  # fmt: skip
    estimate = pace(rows, engine="press") if rows.full else None
    album = rows.add("albums", created_by=owner, cover_image_id=None)
    run = new_id() if rows.full else None
    more = {"attempt": 2 if rows.full else 1, "max_attempts": 7 if rows.full else 8, "priority": 6 if rows.full else 3}
    state = "running" if rows.full else "queued"
    row = job(
        rows, state=state, created_by=owner, album_id=album["id"] if rows.full else None, set_run_id=run,
        payload={**request, "adapters": [{**pinned, "training_run_id": None}]}, **more,
    )  # fmt: skip
    left = image_count(request) * (1 - row["progress"])
    expected_estimate = None
    if estimate is not None:
        seconds = {name: round(estimate[name] * left, 3) for name in ("p50_seconds", "p90_seconds")}
        expected_estimate = {**seconds, "basis_count": estimate["basis_count"]}
    shown_request = {"kind": "generate", **request, "priority": row["priority"], "adapters": [adapter]}
    others = {
        "request": shown_request,
        "position": None if rows.full else 0,
        "estimate": expected_estimate,
        "cancel_requested": rows.full,
        "error": error_of(row),
        "image_ids": [],
        "training_run_id": None,
        "captions": None,
        "worker": row["owner"],
    }
    constant = frozenset({"kind", "image_ids", "training_run_id", "captions"})
    yield Shown("Job", "/jobs", first(), shown("Job", row, **others), constant)
    yield Shown("Job", f"/jobs/{row['id']}", (), shown("Job", row, **others), constant)
    same_in_both = frozenset({"kind", "engine"})
    yield Shown("GenerateRequest", f"/jobs/{row['id']}", ("request",), shown_request, same_in_both)
    yield Shown("AdapterUse", f"/jobs/{row['id']}", ("request", "adapters", 0), adapter)
    if expected_estimate:
        yield Shown("Estimate", f"/jobs/{row['id']}", ("estimate",), expected_estimate)
        yield Shown("JobError", f"/jobs/{row['id']}", ("error",), others["error"])


def image_count(request: dict[str, Any]) -> int:
    count: int = request["count"]
    return count


@source("CaptionRequest", "JobCaptions", "JobCaptionsSkipped", "Job")
def finished_jobs(rows: DistinctRows) -> Iterator[Shown]:
    """A job that captioned, one that generated and one that trained: what only a finished job has."""
    request = {
        "image_ids": [str(new_id())], "engine": "press", "tags": rows.full, "only_missing": not rows.full,
        "album_id": str(new_id()),
    }  # fmt: skip
    values: dict[str, Any] = {"state": "succeeded", "created_by": None, "priority": 2}
    priority = 7 if rows.full else 8
    caption = job(rows, kind="caption", payload=request, **{**values, "priority": priority})
    counts = dict(zip(CAPTION_OUTCOMES, (4, 1, 3, 2) if rows.full else (1, 5, 2, 4), strict=True))
    outcomes = [outcome for outcome, count in counts.items() for _ in range(count)]
    for position, outcome in enumerate([*outcomes, None]):
        rows.add("caption_items", job_id=caption["id"], position=position, image_id=new_id(), outcome=outcome)
    captions = {
        "image_count": len(outcomes) + 1,
        "captioned_count": counts.pop("captioned"),
        "skipped": counts,
    }
    path = f"/jobs/{caption['id']}"
    constant = frozenset({"kind", "engine"})
    yield Shown("CaptionRequest", path, ("request",), {"kind": "caption", **request, "priority": priority}, constant)
    yield Shown("JobCaptions", path, ("captions",), captions)
    yield Shown("JobCaptionsSkipped", path, ("captions", "skipped"), counts)
    generated = job(rows, kind="generate", **values)
    pictures = [str(image(rows, job_id=generated["id"])["id"]) for _ in range(3)]
    run_id = str(new_id())
    trained = job(rows, kind="train", payload={"training_run_id": run_id}, **values)
    yield Shown("Job.image_ids", f"/jobs/{generated['id']}", ("image_ids",), pictures)
    yield Shown("Job.training_run_id", f"/jobs/{trained['id']}", ("training_run_id",), run_id)


@source("Queue")
def queue(rows: DistinctRows) -> Iterator[Shown]:
    control = rows.add("queue_control", id=1)
    estimate = pace(rows) if rows.full else None
    running = [job(rows, state="running", created_by=None) for _ in range(2 if rows.full else 1)]
    counts = dict.fromkeys(STATES, 0) | {"running": len(running)}
    yield Shown(
        "Queue", "/queue", (),
        {"paused": rows.full, "paused_at": as_json(control["paused_at"]), "depth": counts,
         "running": [str(each["id"]) for each in running],
         "estimate": scaled(estimate, len(running))},
    )  # fmt: skip


@source("Worker")
def workers(rows: DistinctRows) -> Iterator[Shown]:
    job_id = new_id() if rows.full else None
    machine = {
        "id": f"w{rows.number()}@h:1",
        "host": f"host-{rows.number()}",
        "device": "cuda:1" if rows.full else "cpu",
    }
    engines = ["press", "diffusers"] if rows.full else ["press"]
    state = "busy" if rows.full else "idle"
    worker = rows.add("workers", **machine, engines=engines, state=state, job_id=job_id)
    yield Shown("Worker", "/workers", first(), shown("Worker", worker))

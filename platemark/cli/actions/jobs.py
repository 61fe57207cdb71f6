"""What ``platemark jobs …`` does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from platemark.access import SYSTEM
from platemark.accounts import service as accounts
from platemark.cli.actions.waiting import actor_for_user
from platemark.cli.output import json_requested, print_result, print_table
from platemark.cli.runtime import Runtime
from platemark.jobs import previews
from platemark.jobs import service as jobs
from platemark.jobs.views import CancellationFilter, JobCancellation, JobFilter, JobView
from platemark.paging import PageRequest
from platemark.studio import Studio

COLUMNS = ("created", "kind", "state", "progress", "engine", "error", "id")


def list_jobs(
    runtime: Runtime,
    states: tuple[str, ...],
    kind: str | None,
    user_name: str | None,
    set_run_id: UUID | None,
    limit: int,
) -> None:
    """List the newest jobs, of all users."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        created_by = None if user_name is None else accounts.get_user_by_name(work, user_name, by=SYSTEM).id
        filters = JobFilter(states=states, kind=kind, set_run_id=set_run_id, created_by=created_by)
        found = jobs.list_jobs(work, filters, PageRequest(limit), by=SYSTEM).page.items
    print_table([_to_json(it) for it in found], COLUMNS, map(_row, found))


def _row(job: JobView) -> tuple[object, ...]:
    engine = None if job.request is None else job.request.engine
    return (job.created_at, job.kind, job.state, f"{job.progress:.0%}", engine, job.error_code, job.id)


def _to_json(job: JobView) -> dict[str, Any]:
    """The job as in the API, without its request."""
    names = (
        "id", "kind", "state", "priority", "progress", "attempt", "max_attempts", "cancel_requested", "error_code",
        "error_message", "image_ids", "album_id", "set_run_id", "training_run_id", "created_by", "created_at",
        "started_at", "finished_at",
    )  # fmt: skip
    return {name: getattr(job, name) for name in names}


def cancel(
    runtime: Runtime,
    mine: bool,
    user_name: str | None,
    everyone: bool,
    set_run_id: UUID | None,
    kind: str | None,
    queued_only: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Cancel queued jobs, and ask running ones to stop."""
    owners = sum((mine, user_name is not None, everyone))
    if owners > 1:
        raise click.UsageError("--mine, --user and --all exclude each other.")
    if owners == 0 and set_run_id is None:
        raise click.UsageError("Say whose jobs: --mine, --user or --all, or give --set-run.")
    if json_requested() and not (yes or dry_run):
        raise click.UsageError("--json cannot ask: give --yes or --dry-run.")
    filters = CancellationFilter(everyone=True, set_run_id=set_run_id, kind=kind, queued_only=queued_only)
    with runtime.open_studio() as studio:
        if mine or user_name is not None:
            filters = replace(filters, everyone=False, created_by=_find_user(studio, user_name))
        _cancel(studio, filters, dry_run=dry_run, yes=yes)


def preview(runtime: Runtime, job_id: UUID, output: Path | None) -> None:
    """Write the newest picture of a running job to a file."""
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        picture = previews.get_job_preview(work, job_id, by=SYSTEM).picture
    target = output or Path(f"job-{job_id}.webp")
    target.write_bytes(picture)
    print_result({"job_id": str(job_id), "file": str(target), "bytes": len(picture)}, f"The preview is in {target}.")


def _find_user(studio: Studio, name: str | None) -> UUID | None:
    with studio.work(write=True) as work:
        user_id = actor_for_user(work, name).user_id
        work.commit()
    return user_id


def _cancel(studio: Studio, filters: CancellationFilter, *, dry_run: bool, yes: bool) -> None:
    if not yes:
        planned = _cancel_once(studio, filters, dry_run=True)
        if dry_run or not (planned.cancelled_count or planned.stopping_count):
            print_result(planned._asdict(), _line(planned))
            return
        click.echo(_line(planned))
        click.confirm("Cancel them?", abort=True)
    done = _cancel_once(studio, filters, dry_run=dry_run)
    while done.more and not dry_run:
        done = _joined(done, _cancel_once(studio, filters, dry_run=False))
    print_result(done._asdict(), _line(done))


def _cancel_once(studio: Studio, filters: CancellationFilter, *, dry_run: bool) -> JobCancellation:
    with studio.work(write=not dry_run) as work:
        done = jobs.cancel_jobs(work, studio, filters, dry_run=dry_run, by=SYSTEM)
        work.commit()
    return done


def _joined(done: JobCancellation, following: JobCancellation) -> JobCancellation:
    return following._replace(
        cancelled_count=done.cancelled_count + following.cancelled_count,
        stopping_count=done.stopping_count + following.stopping_count,
    )


def _line(done: JobCancellation) -> str:
    would = "would be " if done.dry_run else ""
    queued, running = f"{done.cancelled_count} queued jobs {would}", f"{done.stopping_count} running {would}"
    return f"{queued}cancelled, {running}asked to stop." + (" There are more." if done.more else "")

"""What ``platemark caption`` does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

import click

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.cli.actions.waiting import Status, actor_for_user, wait_until_finished
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.ids import parse_id
from platemark.images import service as images
from platemark.jobs import service as jobs
from platemark.jobs.requests import CaptionJob
from platemark.jobs.views import JobView

FINISHED_STATES = ("succeeded", "failed", "cancelled")
SKIP_REASONS = {
    "has_caption": "already captioned",
    "image_gone": "deleted meanwhile",
    "engine_refused": "refused by the engine",
}


def caption(
    runtime: Runtime,
    targets: tuple[str, ...],
    engine: str,
    tags: bool,
    overwrite: bool,
    user_name: str | None,
    wait: bool,
) -> None:
    """Queue the jobs, and wait for them if asked to."""
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            by = actor_for_user(work, user_name)
            requests = [
                CaptionJob(album_id=album_id, image_ids=image_ids, engine=engine, tags=tags, only_missing=not overwrite)
                for album_id, image_ids in _resolve_targets(work, targets, by)
            ]
            queued = [jobs.get_job(work, jobs.create_job(work, studio, it, by=by).id, by=by) for it in requests]
            work.commit()
        if wait:
            queued = wait_until_finished(
                runtime,
                studio,
                queued,
                read=partial(_read, job_ids=[job.id for job in queued], by=by),
                status=_status,
                is_finished=lambda states: all(job.state in FINISHED_STATES for job in states),
                interrupt_hint="\n".join(
                    _interrupt_hint(studio.settings.base_url + runtime.paths().job(it.id), it) for it in queued
                ),
                by=by,
            )
    _print(queued)
    if wait and any(job.state != "succeeded" for job in queued):
        click.get_current_context().exit(1)


def _resolve_targets(work: UnitOfWork, targets: Sequence[str], by: Actor) -> list[tuple[UUID | None, tuple[UUID, ...]]]:
    """What each job captions: an album's id and no image ids, or no album and the ids of images."""
    resolved: list[tuple[UUID | None, tuple[UUID, ...]]] = []
    image_ids = []
    for target in dict.fromkeys(targets):
        try:
            resolved.append((albums.get_album_by_id_or_name(work, target, by=by).album.id, ()))
        except NotFound:
            image_id = parse_id(target)
            if image_id is None:
                raise
            image_ids.append(_require_image(work, image_id, by))
    return [*resolved, *([(None, tuple(image_ids))] if image_ids else [])]


def _require_image(work: UnitOfWork, image_id: UUID, by: Actor) -> UUID:
    try:
        return images.get_image(work, image_id, by=by).image.id
    except NotFound:
        raise NotFound("album_or_image", image_id) from None


def _read(work: UnitOfWork, *, job_ids: Sequence[UUID], by: Actor) -> list[JobView]:
    return [jobs.get_job(work, job_id, by=by) for job_id in job_ids]


def _status(states: Sequence[JobView]) -> Status:
    captions = [job.captions for job in states if job.captions]
    done = sum(sum(it.outcomes.values()) for it in captions)
    total = sum(it.image_count for it in captions)
    tenth = done * 10 // max(1, total)
    return Status(done, total, "captioning", f"{done} of {total} done", tenth or None)


def _interrupt_hint(url: str, job: JobView) -> str:
    return (
        f"Job {job.id} stays queued; a running studio resumes it where it stopped (`platemark up` starts one).\n"
        f"Follow it at {url}."
    )


def _print(queued: Sequence[JobView]) -> None:
    lines = []
    for job in queued:
        lines.append(f"Job {job.id} {job.state}: {_counts(job)}.")
        if job.error_message and job.state == "failed":
            lines.append(f"{job.error_code}: {job.error_message}")
    print_result({"jobs": list(map(_job_json, queued))}, *lines)


def _counts(job: JobView) -> str:
    assert job.captions is not None
    outcomes, count = job.captions.outcomes, job.captions.image_count
    parts = [f"{outcomes['captioned']} of {count} image{'' if count == 1 else 's'} captioned"]
    parts += [f"{outcomes[name]} {reason}" for name, reason in SKIP_REASONS.items() if outcomes[name]]
    return ", ".join(parts)


def _job_json(job: JobView) -> Mapping[str, Any]:
    assert job.captions is not None
    assert isinstance(job.request, CaptionJob)
    return {
        "id": job.id,
        "state": job.state,
        "engine": job.request.engine,
        "album_id": job.album_id,
        "image_count": job.captions.image_count,
        "captioned_count": job.captions.outcomes["captioned"],
        "skipped": {name: job.captions.outcomes[name] for name in SKIP_REASONS},
        "error_code": job.error_code,
        "error_message": job.error_message,
        "created_at": job.created_at,
        "finished_at": job.finished_at,
    }

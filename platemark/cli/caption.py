"""``platemark caption``: has pictures described, from the command line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import click

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.cli.base import Runtime, json_option, json_requested, pass_runtime, print_result
from platemark.cli.waiting import (
    EXIT_INTERRUPTED,
    POLL_SECONDS,
    actor_for_user,
    progress_bar,
    warn_if_paused,
    with_quiet_logs,
)
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import NotFound
from platemark.ids import parse_id
from platemark.images import service as images
from platemark.jobs import caption_requests
from platemark.jobs import service as jobs
from platemark.jobs.queries import JobView
from platemark.jobs.requests import CaptionJob
from platemark.studio import Studio

ENDED = ("succeeded", "failed", "cancelled")
REASONS = {
    "has_caption": "had a caption",
    "image_gone": "gone by then",
    "engine_refused": "refused by the engine",
}
Show = Callable[[Sequence[JobView]], None]


@click.command(name="caption")
@click.argument("words", metavar="ALBUM|IMAGE...", nargs=-1, required=True)
@click.option("--engine", default="", help="The engine that describes; by default the first that can.")
@click.option("--tags", is_flag=True, help="Write tags, too.")
@click.option("--overwrite", is_flag=True, help="Describe those that have a caption, too; what people wrote stays.")
@click.option("--user", "user_name", help="Whose labels they are to be; by default the first admin's.")
@click.option("--wait/--no-wait", default=False, show_default=True, help="Stay until it is done.")
@json_option
@pass_runtime
@click.pass_context
def command(
    ctx: click.Context,
    runtime: Runtime,
    words: tuple[str, ...],
    engine: str,
    tags: bool,
    overwrite: bool,
    user_name: str | None,
    wait: bool,
) -> None:
    """Have pictures described: ALBUM is an album's id or exact name, IMAGE an image's id.

    A job is queued for each album, and one for the images. With --wait the command works on them, or lets the running
    studio do so, until they are finished; it exits 1 where one did not succeed.
    """
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            by = actor_for_user(work, user_name)
            asked = [
                CaptionJob(album_id=album_id, image_ids=image_ids, engine=engine, tags=tags, only_missing=not overwrite)
                for album_id, image_ids in _named(work, words, by)
            ]
            queued = [caption_requests.enqueue(work, studio.engines, it, by=by, wake=studio.wake) for it in asked]
            work.commit()
        if wait:
            queued = _waited_for(ctx, runtime, studio, queued, by)
    _say(queued)
    if wait and any(job.state != "succeeded" for job in queued):
        ctx.exit(1)


def _named(work: UnitOfWork, words: Sequence[str], by: Actor) -> list[tuple[UUID | None, tuple[UUID, ...]]]:
    """What each job is to describe: an album, or images."""
    found: list[tuple[UUID | None, tuple[UUID, ...]]] = []
    image_ids = []
    for word in dict.fromkeys(words):
        try:
            found.append((albums.get_album_by_id_or_name(work, word, by=by).album.id, ()))
        except NotFound:
            image_id = parse_id(word)
            if image_id is None:
                raise
            image_ids.append(_image(work, image_id, by))
    return [*found, *([(None, tuple(image_ids))] if image_ids else [])]


def _image(work: UnitOfWork, image_id: UUID, by: Actor) -> UUID:
    try:
        return images.get_image(work, image_id, by=by).image.id
    except NotFound:
        raise NotFound("album_or_image", image_id) from None


def _waited_for(
    ctx: click.Context, runtime: Runtime, studio: Studio, queued: Sequence[JobView], by: Actor
) -> list[JobView]:
    try:
        with runtime.workers(with_quiet_logs(studio)) as wake, _display(queued) as show:
            wake()
            return _finished(studio, queued, by, show)
    except KeyboardInterrupt:
        for job in queued:
            url = f"{studio.settings.base_url}{runtime.paths.job(job.id)}"
            click.echo(_how_to_follow(url, job), err=True)
        ctx.exit(EXIT_INTERRUPTED)


def _finished(studio: Studio, queued: Sequence[JobView], by: Actor, show: Show) -> list[JobView]:
    warn_if_paused(studio, by)
    while True:
        with studio.work(write=False) as work:
            now = [jobs.get(work, job.id, by=by) for job in queued]
        show(now)
        if all(job.state in ENDED for job in now):
            return now
        time.sleep(POLL_SECONDS)


@contextmanager
def _display(queued: Sequence[JobView]) -> Iterator[Show]:
    """Shows how far the jobs are: a bar on a terminal, a line at each change elsewhere, nothing with --json."""
    if json_requested():
        yield lambda _: None
    elif sys.stdout.isatty():
        with progress_bar() as shown:
            task = shown.add_task("describing", total=_total(queued))
            yield lambda now: shown.update(task, completed=_done(now))
    else:
        yield _Lines()


class _Lines:
    """Says a line whenever another tenth is done."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, now: Sequence[JobView]) -> None:
        done, total = _done(now), _total(now)
        tenth = done * 10 // max(1, total)
        if tenth != self._last:
            self._last = tenth
            click.echo(f"{done} of {total} done")


def _total(queued: Sequence[JobView]) -> int:
    return sum(job.captions.image_count for job in queued if job.captions)


def _done(queued: Sequence[JobView]) -> int:
    return sum(sum(job.captions.outcomes.values()) for job in queued if job.captions)


def _how_to_follow(url: str, job: JobView) -> str:
    return (
        f"The job {job.id} stays queued and goes on where it was; a running studio does that\n"
        f"(`platemark up` starts one). Follow it at {url}."
    )


def _say(queued: Sequence[JobView]) -> None:
    lines = []
    for job in queued:
        lines.append(f"The job {job.id} is {job.state}: {_counted(job)}.")
        if job.error_message and job.state == "failed":
            lines.append(f"{job.error_code}: {job.error_message}")
    print_result({"jobs": list(map(_facts, queued))}, *lines)


def _counted(job: JobView) -> str:
    assert job.captions is not None
    outcomes, count = job.captions.outcomes, job.captions.image_count
    said = [f"{outcomes['captioned']} of {count} picture{'' if count == 1 else 's'} described"]
    said += [f"{outcomes[name]} {words}" for name, words in REASONS.items() if outcomes[name]]
    return ", ".join(said)


def _facts(job: JobView) -> Mapping[str, Any]:
    assert job.captions is not None
    assert isinstance(job.request, CaptionJob)
    return {
        "id": job.id,
        "state": job.state,
        "engine": job.request.engine,
        "album_id": job.album_id,
        "image_count": job.captions.image_count,
        "captioned_count": job.captions.outcomes["captioned"],
        "skipped": {name: job.captions.outcomes[name] for name in REASONS},
        "error_code": job.error_code,
        "error_message": job.error_message,
        "created_at": job.created_at,
        "finished_at": job.finished_at,
    }

"""What ``platemark run-set`` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import click

from platemark.access import Actor
from platemark.albums import service as albums
from platemark.cli.actions.adapter_options import parse_adapter
from platemark.cli.actions.waiting import Status, actor_for_user, wait_until_finished
from platemark.cli.output import print_result
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import NewSetRun, Overrides, PreviewRequest, SetRunView
from platemark.set_templates import service as set_templates
from platemark.set_templates.table import MAX_ROWS
from platemark.studio import Studio


def run_set(
    runtime: Runtime,
    set_: str,
    theme: str,
    engine: str | None,
    model: str | None,
    seed: int | None,
    steps: int | None,
    guidance: float | None,
    width: int | None,
    height: int | None,
    album_name: str | None,
    adapters_: tuple[str, ...],
    preview: bool,
    user_name: str | None,
    wait: bool,
) -> None:
    """Start the set run, and wait for it if asked to; or only preview it."""
    overrides = Overrides(
        steps=steps,
        guidance_scale=guidance,
        width=width,
        height=height,
        engine=engine or None,
        model=model or None,
    )
    if preview:
        if wait:
            raise click.UsageError("--preview and --wait exclude each other: choose one.")
        request = PreviewRequest(theme=theme, overrides=overrides, limit=MAX_ROWS)
        _preview(runtime, set_, request, adapters_, user_name)
        return
    new = NewSetRun(theme=theme, seed=seed, album_name=album_name or None, overrides=overrides)
    generate(runtime, set_, new, adapters_, user_name=user_name, wait=wait)


def generate(
    runtime: Runtime,
    set_: str,
    new: NewSetRun,
    adapter_options: Sequence[str],
    *,
    prepare: Callable[[UnitOfWork, NewSetRun, Actor], NewSetRun] = lambda _work, new, _by: new,
    finish: Callable[[Studio, UUID, Actor], None] = lambda _studio, _set_run_id, _by: None,
    user_name: str | None,
    wait: bool,
) -> None:
    """Start a set run, wait for it if asked to, and print it; exits with 1 if it was waited for and did not succeed.

    ``prepare`` completes the request with what the studio knows; ``finish`` gets the run once it has been waited for.
    """
    with runtime.open_studio() as studio:
        by, run = _start(studio, set_, new, adapter_options, prepare, user_name)
        if wait:
            run = wait_until_finished(
                runtime,
                studio,
                run,
                read=lambda work: set_runs.get_set_run(work, run.id, by=by).run,
                status=_status,
                is_finished=lambda run: run.finished_at is not None,
                interrupt_hint=_interrupt_hint(studio.settings.base_url + runtime.paths().set_run(run.id), run),
                by=by,
            )
            finish(studio, run.id, by)
        with studio.work(write=False) as work:
            album = albums.get_album(work, run.album_id, by=by).album
    _print(run, album.name, album.image_count, waited=wait)
    if wait and run.state != "succeeded":
        click.get_current_context().exit(1)


def _preview(
    runtime: Runtime, set_: str, request: PreviewRequest, adapter_options: Sequence[str], user_name: str | None
) -> None:
    with runtime.open_studio() as studio, studio.work(write=False) as work:
        by = actor_for_user(work, user_name)
        template = set_templates.get_set_template_by_id_or_name(work, set_, by=by)
        if adapter_options:
            request = replace(request, adapters=[parse_adapter(work, option, by=by) for option in adapter_options])
        view = set_runs.preview_set_template(work, studio, template.id, request, by=by)
        ignored = None if view.problems else set_runs.list_ignored_words(work, studio, template.id, request, by=by)
    lines = [f"{position + 1}: {prompt}" for position, prompt in view.prompts]
    lines += [f"{it.code}: {it.message}" for it in view.problems]
    lines += [f"Note: {it.message}" for it in view.warnings]
    if ignored:
        lines.append(f"Note: The engine ignores these words of the first prompts: {', '.join(ignored)}.")
    value = {
        "set_template_id": template.id,
        "version": view.version,
        "row_count": view.row_count,
        "prompts": [prompt for _, prompt in view.prompts],
        "problems": [{"position": it.position, "code": it.code, "message": it.message} for it in view.problems],
        "warnings": [{"code": it.code, "message": it.message} for it in view.warnings],
        "ignored_words": ignored,
    }
    print_result(value, *lines)
    if view.problems:
        click.get_current_context().exit(1)


def _start(
    studio: Studio,
    set_: str,
    new: NewSetRun,
    adapter_options: Sequence[str],
    prepare: Callable[[UnitOfWork, NewSetRun, Actor], NewSetRun],
    user_name: str | None,
) -> tuple[Actor, SetRunView]:
    with studio.work(write=True) as work:
        by = actor_for_user(work, user_name)
        template = set_templates.get_set_template_by_id_or_name(work, set_, by=by)
        if adapter_options:
            new = replace(new, adapters=[parse_adapter(work, option, by=by) for option in adapter_options])
        new = prepare(work, new, by)
        for warning in set_runs.list_warnings(work, template.id, new, by=by):
            click.echo(f"Note: {warning.message}", err=True)
        run = set_runs.start_set_run(work, studio, template.id, new, by=by)
        work.commit()
    return by, run


def _status(run: SetRunView) -> Status:
    done, failed = run.counts["succeeded"] + run.counts["failed"] + run.counts["cancelled"], run.counts["failed"]
    line = f"{done} of {run.row_count} done" + (f", {failed} failed" if failed else "")
    return Status(done, run.row_count, f"{failed} failed" if failed else "generating", line, done)


def _interrupt_hint(url: str, run: SetRunView) -> str:
    return (
        f"Set run {run.id} stays queued; a running studio resumes it (`platemark up` starts one).\n"
        f"Follow it at {url}; its album is {run.album_id}."
    )


def _print(run: SetRunView, album_name: str, image_count: int, *, waited: bool) -> None:
    value: dict[str, Any] = {
        "id": run.id,
        "set_template_id": run.set_template_id,
        "set_template_version": run.set_template_version,
        "theme": run.theme,
        "engine": run.engine,
        "model": run.model,
        "adapters": [adapter.payload() for adapter in run.adapters],
        "seed": run.seed,
        "state": run.state,
        "counts": run.counts,
        "row_count": run.row_count,
        "album_id": run.album_id,
        "album_name": album_name,
        "image_count": image_count,
        "created_at": run.created_at,
        "finished_at": run.finished_at,
    }
    pictures = f"{image_count} picture{'' if image_count == 1 else 's'}" if waited else f"{run.row_count} queued"
    failed = run.counts["failed"]
    outcome = f"Set run {run.id} {run.state}" + (f": {failed} of {run.row_count} pictures failed." if failed else ".")
    print_result(value, outcome, f"Album {run.album_id}: {album_name} ({pictures})")

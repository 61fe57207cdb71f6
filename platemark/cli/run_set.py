"""``platemark run-set``: a whole set of pictures from the command line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from uuid import UUID

import click

from platemark.access import Actor
from platemark.adapters import service as adapters
from platemark.adapters.pinning import AdapterChoice
from platemark.albums import service as albums
from platemark.cli.base import Runtime, json_option, json_requested, pass_runtime, print_result
from platemark.cli.waiting import (
    EXIT_INTERRUPTED,
    MAX_SEED,
    POLL_SECONDS,
    actor_for_user,
    progress_bar,
    single_line,
    warn_if_paused,
    with_quiet_logs,
)
from platemark.db.unit_of_work import UnitOfWork
from platemark.set_runs import service as set_runs
from platemark.set_runs.views import NewSetRun, Overrides, SetRunView
from platemark.set_templates import service as set_templates
from platemark.studio import Studio

Show = Callable[[SetRunView], None]


def _side(_context: click.Context, _option: click.Parameter, pixels: int | None) -> int | None:
    if pixels is None or pixels % 8 == 0:
        return pixels
    raise click.BadParameter("a side is a multiple of 8.")


SIDE = click.IntRange(64, 2048)


@click.command(name="run-set")
@click.argument("set_", metavar="SET")
@click.option("--theme", required=True, callback=single_line(500), help="What the whole set is about.")
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="The first row's seed; made up where absent.")
@click.option("--steps", type=click.IntRange(1, 100), help="Instead of the set template's.")
@click.option("--guidance", type=click.FloatRange(0, 30), help="Instead of the set template's.")
@click.option("--width", type=SIDE, callback=_side, help="In pixels, instead of the set template's.")
@click.option("--height", type=SIDE, callback=_side, help="In pixels, instead of the set template's.")
@click.option("--album-name", callback=single_line(200), help="By default the set template's name and the theme.")
@click.option(
    "--adapter",
    "adapters_",
    multiple=True,
    metavar="NAME[=WEIGHT]",
    help="Draw with this adapter, named by id or exact name; repeat it for several.",
)
@click.option("--user", "user_name", help="Whose album it is to be; by default the first admin's.")
@click.option("--wait/--no-wait", default=False, show_default=True, help="Stay until every picture is made.")
@json_option
@pass_runtime
@click.pass_context
def command(
    ctx: click.Context,
    runtime: Runtime,
    set_: str,
    theme: str,
    seed: int | None,
    steps: int | None,
    guidance: float | None,
    width: int | None,
    height: int | None,
    album_name: str | None,
    adapters_: tuple[str, ...],
    user_name: str | None,
    wait: bool,
) -> None:
    """Make a whole set of pictures: SET is a set template's slug, id or exact name.

    The set is queued, one job a row, and its album made. With --wait the command works on it, or lets the running
    studio do so, until it is finished; it exits 1 where a picture could not be made.
    """
    overrides = Overrides(steps=steps, guidance_scale=guidance, width=width, height=height)
    asked = NewSetRun(theme=theme, seed=seed, album_name=album_name or None, overrides=overrides)
    with runtime.open_studio() as studio:
        by, run = _start(studio, set_, asked, adapters_, user_name)
        if wait:
            run = _waited_for(ctx, runtime, studio, run, by)
        with studio.work(write=False) as work:
            album = albums.get_album(work, run.album_id, by=by).album
    _say(run, album.name, album.image_count, waited=wait)
    if wait and run.state != "succeeded":
        ctx.exit(1)


def _start(
    studio: Studio, word: str, asked: NewSetRun, adapter_words: Sequence[str], user_name: str | None
) -> tuple[Actor, SetRunView]:
    with studio.work(write=True) as work:
        by = actor_for_user(work, user_name)
        template = set_templates.get_set_template_by_id_or_name(work, word, by=by)
        asked = replace(asked, adapters=[_choice(work, each, by) for each in adapter_words])
        run = set_runs.start_set_run(work, studio, template.id, asked, by=by)
        work.commit()
    return by, run


def _choice(work: UnitOfWork, word: str, by: Actor) -> AdapterChoice:
    """The adapter of ``NAME`` or ``NAME=WEIGHT``; a name may have equals signs of its own."""
    name, equals, weight = word.rpartition("=")
    if not equals:
        return AdapterChoice(adapters.get_adapter_by_id_or_name(work, word, by=by).id)
    try:
        number = float(weight)
    except ValueError:
        raise click.BadParameter(f"the weight in {word!r} is no number.", param_hint="--adapter") from None
    return AdapterChoice(adapters.get_adapter_by_id_or_name(work, name, by=by).id, number)


def _waited_for(ctx: click.Context, runtime: Runtime, studio: Studio, run: SetRunView, by: Actor) -> SetRunView:
    try:
        with runtime.workers(with_quiet_logs(studio)) as wake, _display(run) as show:
            wake()
            return _finished(studio, run.id, by, show)
    except KeyboardInterrupt:
        url = f"{studio.settings.base_url}{runtime.paths.set_run(run.id)}"
        click.echo(_how_to_follow(url, run), err=True)
        ctx.exit(EXIT_INTERRUPTED)


def _finished(studio: Studio, set_run_id: UUID, by: Actor, show: Show) -> SetRunView:
    warn_if_paused(studio, by)
    while True:
        with studio.work(write=False) as work:
            run = set_runs.get_set_run(work, set_run_id, by=by).run
        show(run)
        if run.finished_at is not None:
            return run
        time.sleep(POLL_SECONDS)


@contextmanager
def _display(run: SetRunView) -> Iterator[Show]:
    """Shows how far the run is: a bar on a terminal, a line at each change elsewhere, nothing with --json."""
    if json_requested():
        yield lambda _: None
    elif sys.stdout.isatty():
        with progress_bar() as shown:
            task = shown.add_task("making", total=run.row_count)
            yield lambda now: shown.update(task, completed=_done(now), description=_failures(now) or "making")
    else:
        yield _Lines()


class _Lines:
    """Says a line whenever another row is done."""

    def __init__(self) -> None:
        self._last = -1

    def __call__(self, run: SetRunView) -> None:
        done = _done(run)
        if done != self._last:
            self._last = done
            failures = _failures(run)
            click.echo(f"{done} of {run.row_count} done{f', {failures}' if failures else ''}")


def _done(run: SetRunView) -> int:
    return run.counts["succeeded"] + run.counts["failed"] + run.counts["cancelled"]


def _failures(run: SetRunView) -> str:
    failed = run.counts["failed"]
    return f"{failed} failed" if failed else ""


def _how_to_follow(url: str, run: SetRunView) -> str:
    return (
        f"The set run {run.id} stays queued; a running studio goes on with it (`platemark up` starts one).\n"
        f"Follow it at {url}; its album is {run.album_id}."
    )


def _say(run: SetRunView, album_name: str, image_count: int, *, waited: bool) -> None:
    value: dict[str, Any] = {
        "id": run.id,
        "set_template_id": run.set_template_id,
        "set_template_version": run.set_template_version,
        "theme": run.theme,
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
    pictures = f"{image_count} picture{'' if image_count == 1 else 's'}"
    about = pictures if waited else f"{run.row_count} queued"
    ended = f"The set run {run.id} is {run.state}" + (f", {_failures(run)}." if _failures(run) else ".")
    print_result(value, ended, f"Album {run.album_id}: {album_name} ({about})")

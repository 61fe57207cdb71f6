"""``platemark train``: from an album to an adapter, from the command line."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from platemark.access import Actor
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
from platemark.studio import Studio
from platemark.training import service as training
from platemark.training.views import NewTrainingRun, TrainingRunView, Value

ENDED = ("succeeded", "failed", "cancelled")
WORDS = {"yes": True, "true": True, "no": False, "false": False}
Show = Callable[[TrainingRunView], None]


@click.command(name="train")
@click.argument("albums_", metavar="ALBUM...", nargs=-1, required=True)
@click.option("--engine", default="press", show_default=True, help="The engine that learns.")
@click.option(
    "--name", callback=single_line(200), help="What the run and its adapter are called; by default the album."
)
@click.option("--base", callback=single_line(500), help="The model to learn for; by default the engine's own.")
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="Where randomness starts; made up where absent.")
@click.option(
    "--held-out", type=click.FloatRange(0, 0.5), default=0.2, show_default=True, help="Which part is measured on alone."
)
@click.option("--set", "settings_", multiple=True, metavar="NAME=VALUE", help="A setting of the engine's training.")
@click.option("--user", "user_name", help="Whose run it is to be; by default the first admin's.")
@click.option("--wait/--no-wait", default=False, show_default=True, help="Stay until it is done.")
@json_option
@pass_runtime
@click.pass_context
def command(
    ctx: click.Context,
    runtime: Runtime,
    albums_: tuple[str, ...],
    engine: str,
    name: str | None,
    base: str | None,
    seed: int | None,
    held_out: float,
    settings_: tuple[str, ...],
    user_name: str | None,
    wait: bool,
) -> None:
    """Learn from albums: ALBUM is an album's id or exact name.

    The pictures and their captions are pinned and the run is queued. With --wait the command works on it, or lets the
    running studio do so, until it is finished; it exits 1 where no adapter came of it. A run that was interrupted goes
    on from its last checkpoint.
    """
    parameters = dict(map(_setting, settings_))
    with runtime.open_studio() as studio:
        with studio.work(write=True) as work:
            by = actor_for_user(work, user_name)
            found = [albums.get_album_by_id_or_name(work, word, by=by).album for word in albums_]
            asked = NewTrainingRun(
                name=name or found[0].name,
                album_ids=list(dict.fromkeys(album.id for album in found)),
                engine=engine,
                base=base,
                seed=seed,
                held_out_share=held_out,
                parameters=parameters,
            )
            run = training.create(work, studio.engines, studio.blobs, studio.settings, asked, by=by, wake=studio.wake)
            work.commit()
        if wait:
            run = _waited_for(ctx, runtime, studio, run, by)
    _say(run)
    if wait and run.state != "succeeded":
        ctx.exit(1)


def _setting(text: str) -> tuple[str, Value]:
    """``steps=400`` as a name and a number, ``flip=yes`` as a name and yes or no, anything else as a word."""
    name, equals, value = text.partition("=")
    if not equals:
        raise click.BadParameter(f"{text!r} is no NAME=VALUE.", param_hint="--set")
    if value.lower() in WORDS:
        return name, WORDS[value.lower()]
    if re.fullmatch(r"[+-]?[0-9]{1,15}", value):
        return name, int(value)
    return name, float(value) if re.fullmatch(r"[+-]?[0-9]*\.?[0-9]+(e[+-]?[0-9]{1,2})?", value) else value


def _waited_for(
    ctx: click.Context, runtime: Runtime, studio: Studio, run: TrainingRunView, by: Actor
) -> TrainingRunView:
    try:
        with runtime.workers(with_quiet_logs(studio)) as wake, _display(run) as show:
            wake()
            return _finished(studio, run, by, show)
    except KeyboardInterrupt:
        url = f"{studio.settings.base_url}{runtime.paths.training_run(run.id)}"
        click.echo(_how_to_follow(url, run), err=True)
        ctx.exit(EXIT_INTERRUPTED)


def _finished(studio: Studio, run: TrainingRunView, by: Actor, show: Show) -> TrainingRunView:
    warn_if_paused(studio, by)
    while True:
        with studio.work(write=False) as work:
            now = training.get(work, run.id, by=by)
        show(now)
        if now.state in ENDED:
            return now
        time.sleep(POLL_SECONDS)


@contextmanager
def _display(run: TrainingRunView) -> Iterator[Show]:
    """Shows how far the run is: a bar on a terminal, a line at each tenth elsewhere, nothing with --json."""
    if json_requested():
        yield lambda _: None
    elif sys.stdout.isatty():
        with progress_bar() as shown:
            task = shown.add_task("learning", total=run.steps)
            yield lambda now: shown.update(task, completed=now.step, total=now.steps, description=_losses(now))
    else:
        yield _Lines()


class _Lines:
    """Says a line whenever another tenth is done."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self, run: TrainingRunView) -> None:
        tenth = run.step * 10 // run.steps if run.steps else 0
        if tenth != self._last:
            self._last = tenth
            click.echo(f"step {run.step} of {run.steps}: {_losses(run)}")


def _losses(run: TrainingRunView) -> str:
    told = {"loss": run.loss.train, "held out": run.loss.held_out}
    return ", ".join(f"{name} {value:.4g}" for name, value in told.items() if value is not None) or "learning"


def _how_to_follow(url: str, run: TrainingRunView) -> str:
    return (
        f"The training run {run.id} stays queued and goes on from its last checkpoint; a running studio does that\n"
        f"(`platemark up` starts one). Follow it at {url}."
    )


def _say(run: TrainingRunView) -> None:
    lines = [f"The training run {run.id} is {run.state}."]
    if run.error_message and run.state == "failed":
        lines.append(f"{run.error_code}: {run.error_message}")
    if run.artifact is not None:
        lines.append(f"Adapter {run.artifact.adapter_id}: {run.name} ({run.artifact.format})")
    if run.loss.first_held_out and run.loss.held_out:
        times = run.loss.first_held_out / run.loss.held_out
        lines.append(f"Held-out loss {run.loss.first_held_out:.4g} → {run.loss.held_out:.4g} ({times:.1f} times less)")
    print_result(_facts(run), *lines)


def _facts(run: TrainingRunView) -> Mapping[str, Any]:
    artifact = run.artifact
    return {
        "id": run.id,
        "name": run.name,
        "state": run.state,
        "engine": run.engine,
        "seed": run.seed,
        "parameters": run.parameters,
        "dataset_digest": run.dataset.digest,
        "image_count": run.dataset.image_count,
        "held_out_count": run.dataset.held_out_count,
        "step": run.step,
        "steps": run.steps,
        "train_loss": run.loss.train,
        "held_out_loss": run.loss.held_out,
        "first_held_out_loss": run.loss.first_held_out,
        "elapsed_seconds": run.elapsed_seconds,
        "adapter_id": None if artifact is None else artifact.adapter_id,
        "adapter_digest": None if artifact is None else artifact.digest,
        "error_code": run.error_code,
        "error_message": run.error_message,
        "created_at": run.created_at,
        "finished_at": run.finished_at,
    }

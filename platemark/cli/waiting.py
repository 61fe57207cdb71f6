"""What commands share that wait for workers: who they act for, how quiet workers are, a bar on a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden
from platemark.jobs import service as jobs
from platemark.studio import Studio

POLL_SECONDS = 0.25
EXIT_INTERRUPTED = 130
MAX_SEED = 2**53 - 1


def single_line(limit: int) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """A callback that takes one line of at most ``limit`` characters."""

    def check(_context: click.Context, _option: click.Parameter, text: str | None) -> str | None:
        if text is None or re.fullmatch(rf"[^\x00-\x1f\x7f]{{0,{limit}}}", text):
            return text
        raise click.BadParameter(f"one line of at most {limit} characters is taken.")

    return check


def actor_for_user(work: UnitOfWork, user_name: str | None) -> Actor:
    """The user of this name, by default the first admin, as one who asks; Forbidden where that user is disabled."""
    if user_name is None:
        user = accounts.ensure_first_admin(work)
    else:
        user = accounts.get_user_by_name(work, user_name, by=SYSTEM)
    if user.disabled_at is not None:
        raise Forbidden("user_disabled", f"The user {user.name} is disabled.")
    return Actor(user.id, user.name, user.role, "system")


def with_quiet_logs(studio: Studio) -> Studio:
    """The studio for workers that share a terminal with the bar: they say no more than what goes wrong."""
    if studio.settings.log_level != "info":
        return studio
    return replace(studio, settings=replace(studio.settings, log_level="warning"))


def warn_if_paused(studio: Studio, by: Actor) -> None:
    """Say so where the queue is paused: whoever waits would wait in vain."""
    with studio.work(write=False) as work:
        paused = jobs.get_queue(work, by=by).paused_at is not None
    if paused:
        click.echo("The queue is paused: nothing is made until an admin lets it go on.", err=True)


def progress_bar() -> Progress:
    """A bar that counts, on standard output."""
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console()
    )

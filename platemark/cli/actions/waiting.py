"""Commands that queue jobs and wait for them: the acting user, the progress display and the wait."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from platemark.access import SYSTEM, Actor
from platemark.accounts import service as accounts
from platemark.cli.output import json_requested
from platemark.cli.runtime import Runtime
from platemark.db.unit_of_work import UnitOfWork
from platemark.errors import Forbidden
from platemark.jobs import service as jobs
from platemark.printable import escape
from platemark.studio import Studio

POLL_SECONDS = 0.25
EXIT_INTERRUPTED = 130
State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Status:
    """How far the work is.

    On a terminal, a bar shows ``done`` of ``total`` beside ``label``. Elsewhere ``line`` is printed whenever
    ``milestone`` changes; None prints nothing.
    """

    done: int
    total: int | None
    label: str
    line: str
    milestone: int | None


def actor_for_user(work: UnitOfWork, user_name: str | None) -> Actor:
    """The user of this name, by default the first admin, as the acting user; Forbidden if the user is disabled."""
    if user_name is None:
        user = accounts.ensure_first_admin(work)
    else:
        user = accounts.get_user_by_name(work, user_name, by=SYSTEM)
    if user.disabled_at is not None:
        raise Forbidden("user_disabled", f"The user {user.name} is disabled.")
    return Actor(user.id, user.name, user.role, "system")


def wait_until_finished(
    runtime: Runtime,
    studio: Studio,
    state: State,
    *,
    read: Callable[[UnitOfWork], State],
    status: Callable[[State], Status],
    is_finished: Callable[[State], bool],
    interrupt_hint: str,
    by: Actor,
) -> State:
    """Show the progress of queued work, starting from ``state``, until ``read`` returns a finished state.

    The workers are those of a running studio or of this command. Ctrl-C prints ``interrupt_hint`` and exits with 130;
    the work stays queued.
    """
    try:
        with runtime.workers(_with_quiet_logs(studio)) as wake, _display(status(state)) as show:
            wake()
            _warn_if_paused(studio, by)
            while True:
                with studio.work(write=False) as work:
                    state = read(work)
                show(status(state))
                if is_finished(state):
                    return state
                time.sleep(POLL_SECONDS)
    except KeyboardInterrupt:
        click.echo(interrupt_hint, err=True)
        click.get_current_context().exit(EXIT_INTERRUPTED)


def _with_quiet_logs(studio: Studio) -> Studio:
    """The studio for workers that share the terminal with the progress bar: they log warnings only."""
    if studio.settings.log_level != "info":
        return studio
    return replace(studio, settings=replace(studio.settings, log_level="warning"))


def _warn_if_paused(studio: Studio, by: Actor) -> None:
    with studio.work(write=False) as work:
        paused = jobs.get_queue(work, by=by).paused_at is not None
    if paused:
        click.echo("The queue is paused: no job starts until an admin resumes it.", err=True)


@contextmanager
def _display(start: Status) -> Iterator[Callable[[Status], None]]:
    """Yields what shows a Status: by a bar on a terminal, by lines elsewhere, not at all with ``--json``."""
    if json_requested():
        yield lambda _: None
    elif sys.stdout.isatty():
        with _progress_bar() as bar:
            task = bar.add_task(escape(start.label), total=start.total)
            yield lambda now: bar.update(task, completed=now.done, total=now.total, description=escape(now.label))
    else:
        yield _LinePrinter()


class _LinePrinter:
    """Prints the line of a Status when its milestone is new."""

    def __init__(self) -> None:
        self._milestone: int | None = None

    def __call__(self, now: Status) -> None:
        if now.milestone is not None and now.milestone != self._milestone:
            self._milestone = now.milestone
            click.echo(escape(now.line))


def _progress_bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=Console()
    )

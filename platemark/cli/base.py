"""What all commands share: what they run on, how they answer, how they fail."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy.exc import SQLAlchemyError

from platemark.errors import PlatemarkError, StartupError
from platemark.settings import Settings
from platemark.studio import Studio

AS_JSON = "platemark.json"
Command = TypeVar("Command", bound=Callable[..., Any])


class Paths(Protocol):
    """The paths of the API that commands print; each begins with a slash."""

    def job(self, job_id: UUID) -> str:
        """Return the path of a job."""

    def set_run(self, set_run_id: UUID) -> str:
        """Return the path of a set run."""

    def training_run(self, training_run_id: UUID) -> str:
        """Return the path of a training run."""

    def bug_report_screenshot(self, bug_report_id: UUID) -> str:
        """Return the path of a bug report's screenshot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """What the entry points lend to the commands; each is called only by a command that needs it.

    ``settings`` are those of the environment. ``open_studio`` gives a studio with a migrated database. ``run_studio``
    serves until it is told to stop, and shows a person lines through what it is given. ``run_worker`` works, on the
    queues named and under a name (either may be empty), until it is told to stop. ``workers`` has workers at hand
    for the time of the block, its own unless a running studio has some, and yields what wakes them. ``alone`` keeps
    studios off the data folder, and off the folders of the SQLite databases given, for the time of the block;
    StartupError where one runs. ``openapi`` is the contract as JSON, ``paths`` are the paths of the API.
    """

    settings: Callable[[], Settings]
    open_studio: Callable[[], AbstractContextManager[Studio]]
    run_studio: Callable[[Callable[[str], None]], None]
    run_worker: Callable[[str, str], None]
    workers: Callable[[Studio], AbstractContextManager[Callable[[], None]]]
    lock_exclusively: Callable[[Iterable[str]], AbstractContextManager[None]]
    openapi: Callable[[], str]
    paths: Paths


class CommandGroup(click.Group):
    """A group whose refusals are one sentence on standard error, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exit 1 for a refusal, 3 where the studio cannot start."""
        try:
            return super().invoke(ctx)
        except PlatemarkError as error:
            _refuse(ctx, error)
            ctx.exit(3 if isinstance(error, StartupError) else 1)
        except SQLAlchemyError as error:
            _refuse(ctx, PlatemarkError("database_failed", f"The database failed ({type(error).__name__}); try again."))
            ctx.exit(1)


pass_runtime = click.make_pass_decorator(Runtime)


def json_option(command: Command) -> Command:
    """Give a command ``--json``; ``answer`` and refusals heed it."""

    def remember(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
        ctx.meta[AS_JSON] = value

    option = click.option(
        "--json", is_flag=True, expose_value=False, is_eager=True, callback=remember, help="Answer as JSON."
    )
    return option(command)


def json_requested() -> bool:
    """Whether the command that runs was given ``--json``."""
    return bool(click.get_current_context().meta.get(AS_JSON))


def print_result(value: Any, *lines: str) -> None:
    """Say ``value`` as JSON where that was asked for, else ``lines``, one each."""
    if json_requested():
        click.echo(json.dumps(value, default=format_value, ensure_ascii=False))
        return
    for line in lines:
        click.echo(line)


def print_table(values: Sequence[Any], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Say ``values`` as JSON where asked for, else ``rows``: as a table on a terminal, tab-separated elsewhere."""
    texts = [["" if cell is None else format_value(cell) for cell in row] for row in rows]
    if json_requested():
        print_result(values)
    elif sys.stdout.isatty():
        table = Table(*columns)
        for row in texts:
            table.add_row(*map(Text, row))  # as typed, never as mark-up
        Console().print(table)
    else:
        for row in [list(columns), *texts]:
            click.echo("\t".join(row))


def print_line(line: str) -> None:
    """Show a line while a command runs; with ``--json`` as ``{"message": line}``."""
    print_result({"message": line}, line)
    sys.stdout.flush()


def _refuse(ctx: click.Context, error: PlatemarkError) -> None:
    findings = [{"pointer": it.pointer, "message": it.message, "code": it.code} for it in error.findings]
    if ctx.meta.get(AS_JSON):
        refusal = {"code": error.code, "detail": error.detail, "errors": findings}
        click.echo(json.dumps(refusal, ensure_ascii=False), err=True)
        return
    click.echo(error.detail, err=True)
    for finding in findings:
        click.echo(f"  {finding['pointer']}: {finding['message']}", err=True)


def format_value(value: object) -> str:
    """``value`` as a text: instants as RFC 3339, anything else as it says itself."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)

"""What commands run on, how they run, and the group that turns errors into messages and exit codes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

import click

from platemark.cli.output import print_error
from platemark.errors import BadSetting, DataUnusable, PlatemarkError, StartupError
from platemark.printable import escape
from platemark.settings import Settings

if TYPE_CHECKING:
    from platemark.studio import Studio

ACTIONS = "platemark.cli.actions"


class Paths(Protocol):
    """The paths of the API that commands print; each starts with a slash."""

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
    """What the entry points provide to commands. Each function is called only by a command that needs it.

    ``settings``: those of the environment.
    ``open_studio``: a studio with an up-to-date database.
    ``run_studio``: serve until stopped; it shows people a line through the function that it is given, and has so many
    API processes, or those of the settings.
    ``run_worker``: work on the queues named and under a name (either may be empty) until stopped.
    ``workers``: have workers for this block, embedded ones unless a running studio has some; yields what wakes them.
    ``lock_exclusively``: keep studios off the data folder and the folders of the SQLite databases in these URLs for
    this block; StartupError if one is running there.
    ``openapi``: the contract as JSON.
    ``paths``: the paths of the API.
    """

    settings: Callable[[], Settings]
    open_studio: Callable[[], AbstractContextManager[Studio]]
    run_studio: Callable[[Callable[[str], None], int | None], None]
    run_worker: Callable[[str, str], None]
    workers: Callable[[Studio], AbstractContextManager[Callable[[], None]]]
    lock_exclusively: Callable[[Iterable[str]], AbstractContextManager[None]]
    openapi: Callable[[], str]
    paths: Callable[[], Paths]


pass_runtime = click.make_pass_decorator(Runtime)


def runs(action: str) -> Callable[[Callable[[], None]], Callable[..., None]]:
    """Have a command run ``module.function`` of ``platemark.cli.actions``, with the runtime and its parameters.

    The module is imported when the command runs, so that help and wrong usage load no more than the command line.
    """
    module, _, name = action.partition(".")

    def decorate(declaration: Callable[[], None]) -> Callable[..., None]:
        @pass_runtime
        @functools.wraps(declaration)
        def run(runtime: Runtime, /, **parameters: Any) -> None:
            getattr(import_module(f"{ACTIONS}.{module}"), name)(runtime, **parameters)

        return run

    return decorate


class CommandGroup(click.Group):
    """A group that prints errors as one sentence on standard error, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exit 1 on an error, 2 for a bad setting, 3 if the studio cannot start for another reason."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:  # it may quote an argument
            error.message = escape(error.message)  # type: ignore[misc]  # final, but click has no other hook
            raise
        except (click.exceptions.Exit, click.Abort):
            raise
        except PlatemarkError as error:
            print_error(ctx, error)
            ctx.exit(_exit_code(error))
        except Exception as error:
            from platemark.cli.database_errors import explain  # here, because it imports SQLAlchemy

            explanation = explain(error, ctx.obj.settings)
            if explanation is None:
                raise
            print_error(ctx, explanation)
            ctx.exit(1)


def _exit_code(error: PlatemarkError) -> int:
    if isinstance(error, DataUnusable):
        return 1
    if isinstance(error, BadSetting):
        return 2
    return 3 if isinstance(error, StartupError) else 1
